"""A gazetteer: a few hundred thousand places of the world, each found by any of its names in any script.

It holds columns: one row a place, and a sorted column of digests of folded names that lead to rows. Names themselves
are kept only in their first form. The columns are mapped into memory from an unpacked copy, so that opening costs
little and programs that run side by side share them.
"""

import json
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import msgspec

from tocsin.errors import KnowledgeError
from tocsin.knowledge.fold import fold
from tocsin.knowledge.place_columns import DEGREE, KINDS, LAYOUT, NONE, NOWHERE, NUMBERED, content, digest, views
from tocsin.knowledge.place_columns import PlaceKind as PlaceKind
from tocsin.knowledge.unpacked import unpacked
from tocsin.settings import CACHE

SCHEME = "geonames:"
OWN = "tocsin:"


class PlaceRecord(msgspec.Struct, frozen=True):
    """One place; `id` is `geonames:N`, `iso:CC` for a country, else `tocsin:slug` or, for small villages, `tocsin:N`.

    `country` is null where the place lies in none or in several (`countries` lists them); `admin1` and `admin2` are
    names; `lat` and `lon` are degrees, null where only the name and what holds it are known. `disputed` is the id of
    the dispute over the area that the place is or lies in; `country` then follows the source of the place, and says
    nothing about whose it is.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    countries: tuple[str, ...]
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    population: int
    disputed: str | None = None

    @property
    def is_numbered(self) -> bool:
        """Tell whether only a list of villages or post offices has it, which tells nothing of its size."""
        return self.id.removeprefix("tocsin:").isdigit()


@dataclass(frozen=True, slots=True)
class Party:
    """One party to a dispute: a country (`country` is its code) or another; whether it claims, holds, or both."""

    name: str
    country: str | None
    claims: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute over an area, told without taking a side; `status` is one sentence, `sources` say where it is from."""

    id: str
    name: str
    parties: tuple[Party, ...]
    status: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the gazetteer, by name; see `place_columns.LAYOUT`."""

    keys: memoryview
    rows: memoryview
    order: memoryview
    ids: memoryview
    admin1: memoryview
    admin2: memoryview
    lat: memoryview
    lon: memoryview
    population: memoryview
    ends: memoryview
    countries: memoryview
    kinds: memoryview
    disputed: memoryview
    texts: memoryview

    def __reduce__(self) -> tuple[Any, ...]:
        sizes = {"names": len(self.keys), "places": len(self.ids), "bytes": len(self.texts)}
        return _columns, (b"".join(bytes(getattr(self, name)) for name, _, _ in LAYOUT), sizes)


def _columns(copied: bytes, sizes: dict[str, int]) -> Columns:
    """Return the columns in a content that was copied, as another process gets it."""
    return Columns(**dict(views(memoryview(copied), sizes)))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Gazetteer:
    """The places of the shipped file; look them up by name or by id.

    `words` are lists of words that stand beside names of places or look like them (`place_words.json`), `types` those
    for any kind of place. `labels` has the row of each place whose id is no GeoNames number.
    """

    columns: Columns
    labels: Mapping[str, int]
    named: tuple[str, ...]
    holders: tuple[tuple[str, ...], ...]
    disputes: Mapping[str, Dispute]
    disputed: tuple[str | None, ...]
    words: Mapping[str, frozenset[str]]

    def __len__(self) -> int:
        return len(self.columns.ids)

    def lookup(self, name: str) -> tuple[PlaceRecord, ...]:
        """Return every place of that name, spelling folded, most populous first."""
        return tuple(map(self.record, self._rows(name)))

    def notable(self, name: str, kinds: Collection[PlaceKind], population: int) -> tuple[PlaceRecord, ...]:
        """Return the places of that name that are of one of the kinds, or have so many inhabitants."""
        at = self.columns
        rows = (row for row in self._rows(name) if at.population[row] >= population or KINDS[at.kinds[row]] in kinds)
        return tuple(map(self.record, rows))

    def _rows(self, name: str) -> Sequence[int]:
        key = fold(name)
        if not key:
            return ()
        wanted, keys = digest(key), self.columns.keys
        first = last = bisect_left(keys, wanted)
        while last < len(keys) and keys[last] == wanted:
            last += 1
        return self.columns.rows[first:last]

    def place(self, place_id: str) -> PlaceRecord | None:
        """Return the place with that id."""
        if place_id in self.labels:
            return self.record(self.labels[place_id])
        scheme = SCHEME if place_id.startswith(SCHEME) else OWN
        digits = place_id.removeprefix(scheme)
        if not (digits.isascii() and digits.isdigit()):
            return None
        number = int(digits) if scheme == SCHEME else NUMBERED + int(digits)
        order, ids = self.columns.order, self.columns.ids
        at = bisect_left(order, number, key=ids.__getitem__)
        record = self.record(order[at]) if at < len(order) else None
        return record if record and record.id == place_id else None

    def dispute(self, place: PlaceRecord) -> Dispute | None:
        """Return the dispute over the area that a place is or lies in."""
        return self.disputes[place.disputed] if place.disputed else None

    def id(self, number: int) -> str:
        """Return the id for which a number stands."""
        if number < 0:
            return self.named[NONE - number]
        return f"{SCHEME}{number}" if number < NUMBERED else f"{OWN}{number - NUMBERED}"

    def name(self, row: int) -> str:
        """Return the first form of a row's name."""
        ends = self.columns.ends
        return str(self.columns.texts[ends[row - 1] if row else 0 : ends[row]], "utf-8")

    def record(self, row: int) -> PlaceRecord:
        """Return the place in a row."""
        at = self.columns
        number, first, second, lat = at.ids[row], at.admin1[row], at.admin2[row], at.lat[row]
        within = self.holders[at.countries[row]]
        return PlaceRecord(
            self.id(number),
            self.name(row),
            KINDS[at.kinds[row]],
            within[0] if len(within) == 1 else None,
            within,
            self.name(first) if first != NONE else None,
            self.name(second) if second != NONE else None,
            lat / DEGREE if lat != NOWHERE else None,
            at.lon[row] / DEGREE if lat != NOWHERE else None,
            at.population[row],
            self.disputed[at.disputed[row]],
        )

    def records(self) -> Iterator[PlaceRecord]:
        """Yield every place, in the order of the file."""
        return map(self.record, range(len(self)))


def open_places(packed: Path, tables: dict[str, Any], words: Mapping[str, frozenset[str]], cache: Path) -> Gazetteer:
    """Return the gazetteer in a packed file, with its tables and words; `cache` is where its unpacked copy is kept."""
    try:
        columns = dict(views(unpacked(packed, tables["sha256"], cache, content), tables["sizes"]))
        disputes = tuple(_dispute(entry) for entry in tables["disputes"])
        labels: dict[str, int] = tables["labels"]
        holders = tuple(map(tuple, tables["countries"]))
    except (KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(str(packed), f"no gazetteer: {error}") from error
    return Gazetteer(
        columns=Columns(**columns),
        labels=labels,
        named=tuple(labels),
        holders=holders,
        disputes={dispute.id: dispute for dispute in disputes},
        disputed=(None, *(dispute.id for dispute in disputes)),
        words=words,
    )


def load_places() -> Gazetteer:
    """Return the shipped gazetteer."""
    data = files("tocsin.data")
    lists, tables = (json.loads((data / name).read_text("utf-8")) for name in ("place_words.json", "places.json"))
    words = {kind: frozenset(listed) for kind, listed in lists.items()}
    words["types"] = frozenset[str]().union(*(listed for kind, listed in words.items() if kind.startswith("type_")))
    with as_file(data / "places.npz") as packed:
        return open_places(packed, tables, words, Path(CACHE.value()))


def _dispute(entry: dict[str, Any]) -> Dispute:
    """Return a dispute from its entry in the tables."""
    parties = tuple(Party(**party) for party in entry["parties"])
    return Dispute(entry["id"], entry["name"], parties, entry["status"], tuple(entry["sources"]))
