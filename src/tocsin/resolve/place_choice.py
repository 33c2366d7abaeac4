"""Which of the places that bear one name is meant is told by its surroundings.

First what the text names as holding it, then the countries that the document is about, then what lies near, and last
how many people live there.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import Gazetteer, PlaceKind, PlaceRecord
from tocsin.model.page import Annotated
from tocsin.resolve.place_spots import Script, Spot

EARTH_KM = 6371.0
CLOSE_KM = 300.0
ROUNDS = 2
HELD = 6.0
LISTED = 2.0  # a holder no larger than what the name mostly means is rather the next in a list: "Washington, Utah"
RANK = {"country": 3, "admin1": 2, "admin2": 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with the place chosen for it (null where doubtful) and what was weighed."""

    spot: Spot
    place: PlaceRecord | None
    rivals: tuple[PlaceRecord, ...]
    wanted: frozenset[PlaceKind]
    holder: PlaceRecord | None = None


def kilometres(one: PlaceRecord, other: PlaceRecord) -> float:
    """Return the distance of two places, infinite where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    lift = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(lift)))


def holds(outer: PlaceRecord, inner: PlaceRecord) -> bool:
    """Tell whether one place holds another: as its country, its first or its second division."""
    if outer.id == inner.id or not set(outer.countries) & set(inner.countries):
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "admin1":
        return inner.admin1 is not None and fold(inner.admin1) == fold(outer.name)
    if outer.kind == "admin2":
        same = inner.admin2 is not None and fold(inner.admin2) == fold(outer.name)
        return same and inner.admin1 == outer.admin1
    return outer.kind == "region" and inner.kind == "settlement" and kilometres(outer, inner) < CLOSE_KM


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the names: which countries the document is about, and what was chosen for the other names."""

    shares: dict[str, float]
    around: tuple[Reading, ...]


def choose(
    found: Sequence[Spot], written: Script, page: Annotated, gazetteer: Gazetteer, countries: Countries
) -> tuple[Reading, ...]:
    """Return one reading a spot; the first round knows the countries alone, later ones also what was chosen."""
    held = links(found, written, gazetteer)
    wanted = tuple(_wanted(spot, written, gazetteer) for spot in found)
    wanted = _carried(found, wanted)
    readings = tuple(Reading(spot, None, (), kinds) for spot, kinds in zip(found, wanted, strict=True))
    for _ in range(ROUNDS):
        shares = country_shares(readings, page, countries)
        readings = tuple(
            _read(at, replace(reading, holder=None), Setting(shares, readings), held, written, countries)
            for at, reading in enumerate(readings)
        )
    return _one_sense(readings)


def country_shares(readings: Iterable[Reading], page: Annotated, countries: Countries) -> dict[str, float]:
    """Return how much of the document is about each country, most first; the shares sum to one."""
    weights: dict[str, float] = {}
    for reading in readings:
        for country, weight in _votes(reading):
            weights[country] = weights.get(country, 0.0) + weight
    for nationality in page.nationalities:
        weights[nationality.country] = weights.get(nationality.country, 0.0) + 0.7
    del countries
    whole = sum(weights.values())
    return {country: weights[country] / whole for country in sorted(weights, key=lambda iso: (-weights[iso], iso))}


def _votes(reading: Reading) -> list[tuple[str, float]]:
    """Return the countries for which a name speaks: the chosen one's, else all of its places by size."""
    if reading.place:
        return [(iso, 1.0 / len(reading.place.countries)) for iso in reading.place.countries]
    certain = [record for record in reading.spot.records if record.kind == "country"]
    if certain:
        return [(record.countries[0], 1.0 / len(certain)) for record in certain]
    sizes = {record.id: 10.0 ** (_prior(record) - 6) for record in reading.spot.records if record.country}
    whole = sum(sizes.values())
    return [(r.country, 0.5 * sizes[r.id] / whole) for r in reading.spot.records if r.country]


def _prior(record: PlaceRecord) -> float:
    """Return how often a text means the place, before anything else is known."""
    size = math.log10(record.population + 100)
    if record.kind == "country":
        return 11.0
    if record.kind == "admin1":
        return max(4.5, min(6.0, size - 0.8))
    if record.kind == "admin2":
        return size - 1.2
    return size if record.kind == "settlement" else 6.0


def _read(
    at: int,
    reading: Reading,
    setting: Setting,
    held: dict[int, tuple[int, ...]],
    written: Script,
    countries: Countries,
) -> Reading:
    """Return the best reading of a name in its setting."""
    outer = [setting.around[other].spot for other in held.get(at, ())]
    larger = max(RANK.get(record.kind, 0) for record in reading.spot.records)
    scored = []
    for record in reading.spot.records:
        holder = next((h for spot in outer for h in spot.records if holds(h, record)), None)
        points = _points(at, record, reading, setting, written, countries)
        if holder:
            points += (
                HELD if RANK.get(holder.kind, 0) > larger or record.kind not in {"settlement", "admin2"} else LISTED
            )
        scored.append((points, record, holder))
    scored.sort(key=lambda row: (-row[0], row[1].id))
    points, best, holder = scored[0]
    rivals = tuple(record for _, record, _ in scored[1:6])
    doubtful = _doubtful(scored, setting) and holder is None
    return Reading(reading.spot, None if doubtful else best, (best, *rivals), reading.wanted, holder)


def _doubtful(scored: list[tuple[float, PlaceRecord, PlaceRecord | None]], setting: Setting) -> bool:
    """Tell whether another place far away is as likely, and nothing but its size speaks for the best one."""
    first, best, _ = scored[0]
    if best.kind != "settlement" or setting.shares.get(best.country or "", 0.0) > UNSUPPORTED:
        return False
    second = next((row for row in scored[1:] if kilometres(row[1], best) > CLOSE_KM), None)
    return second is not None and first - second[0] < MARGIN


UNSUPPORTED = 0.15
MARGIN = 0.3


def _points(
    at: int, record: PlaceRecord, reading: Reading, setting: Setting, written: Script, countries: Countries
) -> float:
    """Return how well a place fits a name."""
    points = 0.6 * _prior(record)
    key = fold(reading.spot.span.of(written.text))
    points += 1.0 if fold(record.name) == key or record.kind == "country" else 0.0
    if reading.wanted and any(other.kind in reading.wanted for other in reading.spot.records):
        points += 3.0 if record.kind in reading.wanted else -1.5
    share = max((setting.shares.get(iso, 0.0) for iso in record.countries), default=0.0)
    points += 3.0 * share + (0.5 if share else 0.0)
    if not share and any(setting.shares.get(iso, 0) > 0.2 for iso in _beside(record, countries)):
        points += 0.4
    return points + _company(at, record, setting, written)


def _beside(record: PlaceRecord, countries: Countries) -> tuple[str, ...]:
    country = countries.by_iso.get(record.country or "")
    return country.neighbours if country else ()


def _company(at: int, record: PlaceRecord, setting: Setting, written: Script) -> float:
    """Return what the other names' places say: one near by helps, and names in one list are places of one kind."""
    points = 0.0
    if record.kind not in {"country", "sea"}:
        near = [
            kilometres(record, other.place)
            for n, other in enumerate(setting.around)
            if other.place
            and n != at
            and other.place.kind in {"settlement", "admin2", "admin1", "site"}
            and other.place.id != record.id
        ]
        points += 1.2 * math.exp(-min(near, default=math.inf) / 150)
    for other in (at - 1, at + 1):
        if 0 <= other < len(setting.around) and (place := setting.around[other].place) and place.kind == record.kind:
            points += (
                0.8 if listed(setting.around[at].spot, setting.around[other].spot, written) else 0.0
            )
    return points


def listed(one: Spot, two: Spot, written: Script) -> bool:
    """Tell whether two names stand side by side in a list."""
    first, second = sorted((one.span, two.span))
    return " ".join(written.text[first.end : second.start].split()) in {",", "and", ", and", "or", ", or", "/", "&"}


def _wanted(spot: Spot, written: Script, gazetteer: Gazetteer) -> frozenset[PlaceKind]:
    """Return the kinds of place that a type word beside the name allows; empty where there is none."""
    word = written.after(spot.last)
    kinds = _kinds(word, gazetteer)
    if not kinds or (word in {"border", "hospital"}):
        back = 2 if written.before(spot.first) == "of" else 0.0
        if back and written.before(spot.first, back) == "the":
            back += 1
        named = written.before(spot.first, back) if back else written.before(spot.first)
        kinds = (
            _kinds(named, gazetteer)
            if back or named in {"province", "department", "capital", "city", "town", "village", "district"}
            else frozenset()
        )
    return kinds


def _kinds(word: str, gazetteer: Gazetteer) -> frozenset[PlaceKind]:
    """Return the kinds of place that a type word names; a word for one division may mean the other, a city neither."""
    words = gazetteer.words
    if word in words["type_settlement"]:
        return frozenset(("settlement", "site"))
    if word in words["type_admin1"] or word in words["type_admin2"]:
        first = word in words["type_admin1"]
        return frozenset(("admin1", "region") if first else ("admin2", "admin1"))
    if word in words["type_sea"]:
        return frozenset(("sea",))
    return frozenset(("region", "admin1", "admin2")) if word in words["type_region"] else frozenset()


def _carried(found: Sequence[Spot], wanted: Sequence[frozenset[PlaceKind]]) -> tuple[frozenset[PlaceKind], ...]:
    """Give a bare name the kind that the document gives to the same name elsewhere, if it gives only one."""
    told: dict[tuple[str, ...], set[frozenset[PlaceKind]]] = {}
    for spot, kinds in zip(found, wanted, strict=True):
        if kinds:
            told.setdefault(tuple(record.id for record in spot.records), set()).add(kinds)
    return tuple(
        kinds
        or (next(iter(others)) if len(others := told.get(tuple(r.id for r in spot.records), set())) == 1 else kinds)
        for spot, kinds in zip(found, wanted, strict=True)
    )


def links(found: Sequence[Spot], written: Script, gazetteer: Gazetteer) -> dict[int, tuple[int, ...]]:
    """Return, for each name, the names that the text gives as holding it: "Besham, Shangla", "Helmand's Sangin"."""
    inner: dict[int, list[int]] = {}
    skip = frozenset[str]().union(*(words for name, words in gazetteer.words.items() if name.startswith("type_")))
    skip |= gazetteer.words["directions"] | {"the", "of", "in", "s", "capital", "its", "main", "volatile", "restive"}
    for at in range(len(found) - 1):
        between = written.text[found[at].span.end : found[at + 1].span.start]
        if len(between) > 60 or (between.strip() != "." and any(mark in between for mark in ".;:!?")):
            continue
        words = {word.lower for word in written.words[found[at].last : found[at + 1].first]}
        if words <= skip:
            inner.setdefault(at, []).append(at + 1)
            inner.setdefault(at + 1, []).append(at)
    for at, outer in list(inner.items()):
        inner[at] = [*outer, *(far for near in outer for far in inner.get(near, ()) if far > near > at)]
    return {at: tuple(outer) for at, outer in inner.items()}


def _one_sense(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Give a name that the text once ties to what holds it the same place everywhere else, kinds permitting."""
    tied = {
        tuple(record.id for record in reading.spot.records): reading
        for reading in reversed(readings)
        if reading.holder and reading.place
    }
    changed = []
    for reading in readings:
        other = tied.get(tuple(record.id for record in reading.spot.records))
        same = other and other.wanted == reading.wanted and not reading.holder
        changed.append(replace(reading, place=other.place) if other and same else reading)
    return tuple(changed)
