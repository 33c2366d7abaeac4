"""The words beside a name say what kind of place it is: "Kandahar province", "the town of Gubio"."""

from collections.abc import Sequence

from tocsin.knowledge.places import Gazetteer, PlaceKind, PlaceRecord
from tocsin.resolve.place_spots import Script, Spot

CITY = 200_000  # people from which a bare name means the city
APPOSED = frozenset(("province", "department", "capital", "city", "town", "village", "district", "provinces"))
ISLAND = frozenset[PlaceKind](("region", "admin1", "admin2"))
TOWN = frozenset[PlaceKind](("settlement", "site"))


def wanted_kinds(spot: Spot, written: Script, gazetteer: Gazetteer) -> frozenset[PlaceKind]:
    """Return the kinds of place that a type word beside the name allows; empty where there is none."""
    if kinds := _kinds(written.after(spot.last), gazetteer):
        return kinds
    before = written.before(spot.first)
    if before != "of":
        return _kinds(before, gazetteer) if before in APPOSED else frozenset()
    back = 3 if written.before(spot.first, 2) == "the" else 2
    named = written.before(spot.first, back)
    specified = written.before(spot.first, back + 1) not in {"a", "an", "any", "every", "each"}
    return _kinds(named, gazetteer) if specified else frozenset()


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
    return ISLAND if word in words["type_region"] else frozenset()


def carried(found: Sequence[Spot], wanted: Sequence[frozenset[PlaceKind]]) -> tuple[frozenset[PlaceKind], ...]:
    """Give a bare name the kind that the document gives to the same name elsewhere; a country's name needs none."""
    told: dict[tuple[str, ...], set[frozenset[PlaceKind]]] = {}
    for spot, kinds in zip(found, wanted, strict=True):
        if kinds and not spot.sent and not any(_large(record) for record in spot.records):
            told.setdefault(ids(spot), set()).add(kinds)
    only = {ids: next(iter(kinds)) for ids, kinds in told.items() if len(kinds) == 1}
    return tuple(kinds or only.get(ids(spot), kinds) for spot, kinds in zip(found, wanted, strict=True))


def _large(record: PlaceRecord) -> bool:
    """Tell whether a bare name means the country or the city, whatever else is called so."""
    return record.kind == "country" or (record.kind == "settlement" and record.population >= CITY)


def ids(spot: Spot) -> tuple[str, ...]:
    """Return the ids of all places that bear the name."""
    return tuple(record.id for record in spot.records)
