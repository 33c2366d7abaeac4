"""A gazetteer: a few hundred thousand places of the world, each found by any of its names in any script.

The shipped file holds columns: one row a place, and a sorted column of digests of folded names that point to rows.
Names themselves are kept only in their first form, so that the whole is small and opens in a fraction of a second.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from tocsin.errors import KnowledgeError
from tocsin.knowledge.fold import fold

PlaceKind = Literal["settlement", "admin1", "admin2", "country", "region", "sea", "linear", "site"]
KINDS: tuple[PlaceKind, ...] = ("settlement", "admin1", "admin2", "country", "region", "sea", "linear", "site")
DEGREE = 100_000
NONE = -1
NOWHERE = -(2**31)
KEY_BYTES = 5
COLUMNS = ("keys", "rows", "ids", "kinds", "countries", "admin1", "admin2", "lat", "lon", "population", "ends")


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place; `id` is `geonames:N`, `iso:CC` for a country, else `tocsin:slug`.

    `country` is null where the place lies in none or in several (`countries` lists them); `admin1` and `admin2` are
    names; `lat` and `lon` are degrees, null where only the name and what holds it are known.
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


def digest(key: str) -> int:
    """Return the digest of a folded name: so wide that one name in a million that no place bears meets one."""
    return int.from_bytes(blake2b(key.encode(), digest_size=KEY_BYTES).digest(), "big")


def pack(numbers: NDArray[np.uint64], width: int) -> NDArray[np.uint8]:
    """Return whole numbers as planes of bytes, lowest first, which compress well; shape width × numbers."""
    return np.stack([(numbers >> np.uint64(8 * plane)).astype(np.uint8) for plane in range(width)])


def unpack(planes: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Return the numbers that `pack` stored."""
    numbers = np.zeros(planes.shape[1], dtype=np.uint64)
    for plane, part in enumerate(planes):
        numbers |= part.astype(np.uint64) << np.uint64(8 * plane)
    return numbers


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Gazetteer:
    """The columns of the shipped file; look places up by name or by id.

    `words` are lists of words that stand beside names of places or look like them (`place_words.json`).
    """

    columns: dict[str, NDArray[Any]]
    texts: bytes
    labels: tuple[str, ...]
    holders: tuple[tuple[str, ...], ...]
    order: NDArray[Any]
    words: Mapping[str, frozenset[str]]

    def lookup(self, name: str) -> tuple[PlaceRecord, ...]:
        """Return every place of that name, spelling folded, most populous first."""
        key = fold(name)
        if not key:
            return ()
        wanted = np.uint64(digest(key))
        keys = self.columns["keys"]
        first = int(np.searchsorted(keys, wanted, "left"))
        last = int(np.searchsorted(keys, wanted, "right"))
        found = [self.record(int(row)) for row in self.columns["rows"][first:last]]
        return tuple(sorted(found, key=lambda place: (-place.population, place.id)))

    def place(self, place_id: str) -> PlaceRecord | None:
        """Return the place with that id."""
        scheme, _, number = place_id.partition(":")
        if scheme != "geonames":
            return self.record(self.row_of_label(place_id)) if place_id in self.labels else None
        if not number.isdigit():
            return None
        ids = self.columns["ids"]
        at = int(np.searchsorted(ids, int(number), sorter=self.order))
        row = int(self.order[at]) if at < len(ids) else 0
        return self.record(row) if ids[row] == int(number) else None

    def row_of_label(self, label: str) -> int:
        """Return the row of a place whose id is no GeoNames number."""
        return int(np.flatnonzero(self.columns["ids"] == NONE - self.labels.index(label))[0])

    def name(self, row: int) -> str:
        """Return the first form of a row's name."""
        ends = self.columns["ends"]
        return self.texts[int(ends[row - 1]) if row else 0 : int(ends[row])].decode()

    def record(self, row: int) -> PlaceRecord:
        """Return the place in a row."""
        at = {name: int(self.columns[name][row]) for name in COLUMNS[2:-1]}
        within = self.holders[at["countries"]]
        return PlaceRecord(
            id=f"geonames:{at['ids']}" if at["ids"] >= 0 else self.labels[NONE - at["ids"]],
            name=self.name(row),
            kind=KINDS[at["kinds"]],
            country=within[0] if len(within) == 1 else None,
            countries=within,
            admin1=self.name(at["admin1"]) if at["admin1"] != NONE else None,
            admin2=self.name(at["admin2"]) if at["admin2"] != NONE else None,
            lat=at["lat"] / DEGREE if at["lat"] != NOWHERE else None,
            lon=at["lon"] / DEGREE if at["lat"] != NOWHERE else None,
            population=at["population"],
        )

    def records(self) -> Iterator[PlaceRecord]:
        """Yield every place, in the order of the file."""
        return (self.record(row) for row in range(len(self.columns["ids"])))


def open_places(path: Path, words: Mapping[str, frozenset[str]]) -> Gazetteer:
    """Return the gazetteer in a file, with its words; raise `KnowledgeError` where it is missing or malformed."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            columns = {name: stored[name] for name in COLUMNS}
            texts = stored["texts"].tobytes()
            tables = json.loads(stored["tables"].tobytes())
    except (OSError, KeyError, ValueError) as error:
        raise KnowledgeError(str(path), f"no gazetteer: {error}") from error
    columns["keys"] = np.cumsum(unpack(columns["keys"]), dtype=np.uint64)
    columns["rows"] = unpack(columns["rows"]).astype(np.uint32)
    columns["ends"] = np.cumsum(columns["ends"], dtype=np.int64)
    holders = tuple(tuple(within) for within in tables["countries"])
    order = np.argsort(columns["ids"], kind="stable")
    labels = tuple(tables["labels"])
    return Gazetteer(columns=columns, texts=texts, labels=labels, holders=holders, order=order, words=words)


def load_places() -> Gazetteer:
    """Return the shipped gazetteer."""
    lists = json.loads((files("tocsin.data") / "place_words.json").read_text(encoding="utf-8"))
    words = {kind: frozenset(listed) for kind, listed in lists.items()}
    with as_file(files("tocsin.data") / "places.npz") as path:
        return open_places(path, words)
