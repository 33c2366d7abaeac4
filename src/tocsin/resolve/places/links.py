"""What the text sets beside a name: the place that holds it ("Besham, Shangla"), or more names of the same kind."""

import math
from collections.abc import Sequence

from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import Gazetteer, PlaceRecord
from tocsin.resolve.places.spots import Script, Spot

EARTH_KM = 6371.0
CLOSE_KM = 300.0
_STEM = 4  # letters
WIDEST = 60  # characters between two names that still belong together
DIVISIONS = frozenset(("admin1", "admin2"))
HOLDERS = DIVISIONS | {"country", "region"}
BETWEEN = frozenset(("the", "of", "in", "s", "capital", "its", "main", "volatile", "restive"))


def kilometres(one: PlaceRecord, other: PlaceRecord) -> float:
    """Return the distance of two places, infinite where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    lift = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(lift)))


def holds(outer: PlaceRecord, inner: PlaceRecord) -> bool:
    """Tell whether one place holds another: as its country, its first or its second division."""
    if outer.kind not in HOLDERS or outer.id == inner.id or not set(outer.countries) & set(inner.countries):
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "admin1":
        return inner.admin1 is not None and fold(inner.admin1) == fold(outer.name)
    if outer.kind == "admin2":
        same = inner.admin2 is not None and fold(inner.admin2) == fold(outer.name)
        return same and inner.admin1 == outer.admin1
    return outer.kind == "region" and inner.kind == "settlement" and kilometres(outer, inner) < CLOSE_KM


def borne_by_country(spot: Spot) -> bool:
    """Tell whether a country bears the name."""
    return any(record.kind == "country" for record in spot.records)


def has_town(division: PlaceRecord, spot: Spot) -> bool:
    """Tell whether a division is called after a town in it, which a bare name then means ("Gao", "Basra")."""
    return division.kind in DIVISIONS and any(_is_of(division, record) for record in spot.records)


def heads(town: PlaceRecord, divisions: Sequence[PlaceRecord]) -> bool:
    """Tell whether a town is the one after which one of the divisions is called, in whatever spelling."""
    return any(_is_of(division, town) for division in divisions)


def _is_of(division: PlaceRecord, town: PlaceRecord) -> bool:
    return town.kind == "settlement" and holds(division, town) and _alike(division.name, town.name)


def _alike(one: str, other: str) -> bool:
    """Tell whether two names share a word, but for its ending ("Al Basrah" and "Basra", not "Sulu" and "Jolo")."""
    pairs = ((first, second) for first in fold(one).split() for second in fold(other).split())
    return any(first[:_STEM] == second[:_STEM] for first, second in pairs)


def listed(one: Spot, two: Spot, written: Script) -> bool:
    """Tell whether two names stand side by side in a list."""
    first, second = sorted((one.span, two.span))
    return " ".join(written.text[first.end : second.start].split()) in {",", "and", ", and", "or", ", or", "/", "&"}


def tied(inner: Spot, outer: Spot, written: Script, gazetteer: Gazetteer) -> bool:
    """Tell whether two names stand as a place and what holds it do, and are such: "Besham, Shangla"."""
    first, second = sorted((inner, outer), key=lambda spot: spot.first)
    held = any(holds(holder, record) for holder in outer.records for record in inner.records)
    return held and _adjoining(first, second, written, gazetteer)


def _adjoining(one: Spot, two: Spot, written: Script, gazetteer: Gazetteer) -> bool:
    """Tell whether nothing but type words and small words stands between two names."""
    between = written.text[one.span.end : two.span.start]
    if len(between) > WIDEST or between == ", of ":  # "a sister, Virginia, of Lexington"
        return False
    if between.strip() != "." and any(mark in between for mark in ".;:!?"):
        return False
    small = (BETWEEN, gazetteer.words["types"], gazetteer.words["directions"])
    return all(any(word.lower in words for words in small) for word in written.words[one.last : two.first])


def apposed(inner: Spot, outer: Spot, written: Script) -> bool:
    """Tell whether one name stands between commas right behind another: "Ames, Iowa, is"."""
    beside = written.text[inner.span.end : outer.span.start] in {", ", ","}
    return beside and not written.text[outer.span.end : outer.span.end + 1].strip(',.;:)”"\n—–')


def links(found: Sequence[Spot], written: Script, gazetteer: Gazetteer) -> dict[int, tuple[int, ...]]:
    """Return, for each name, the names that the text may give as holding it: "Besham, Shangla", "Helmand's Sangin"."""
    inner: dict[int, list[int]] = {}
    for at in range(len(found) - 1):
        if _adjoining(found[at], found[at + 1], written, gazetteer):
            inner.setdefault(at, []).append(at + 1)
            inner.setdefault(at + 1, []).append(at)
    for at, outer in list(inner.items()):
        inner[at] = [*outer, *(far for near in outer for far in inner.get(near, ()) if far > near > at)]
    return {at: tuple(outer) for at, outer in inner.items()}
