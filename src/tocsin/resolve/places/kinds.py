"""The words beside a name say what kind of place it is: "Kandahar province", "the town of Gubio"."""

from collections.abc import Sequence

from tocsin.knowledge.places import Gazetteer, PlaceKind, PlaceRecord
from tocsin.resolve.places.links import listed
from tocsin.resolve.places.spots import Script, Spot

CITY = 200_000  # people from which a bare name means the city
APPOSED = frozenset(("province", "department", "capital", "city", "town", "village", "district", "provinces"))
ISLAND = frozenset[PlaceKind](("region", "admin1", "admin2"))
AREA = frozenset[PlaceKind](("admin1", "admin2"))
PLACES_IN = frozenset(("villages", "towns", "hamlets", "districts"))
PLACE_IN = frozenset(("village", "hamlet"))
ARTICLES = frozenset(("a", "the", "remote", "another"))
TOWN = frozenset[PlaceKind](("settlement", "site"))


def wanted_kinds(spot: Spot, written: Script, gazetteer: Gazetteer) -> frozenset[PlaceKind]:
    """Return the kinds of place that a type word beside the name allows; empty where there is none."""
    if kinds := _kinds(written.after(spot.last), gazetteer):
        return kinds
    if government_area(spot, written) or sided(spot, written, gazetteer):
        return AREA
    if spot.last - spot.first > 1 and (kinds := _kinds(written.words[spot.last - 1].lower, gazetteer) & AREA):
        return kinds
    before = written.before(spot.first)
    if _divided(spot, written):
        return AREA
    if before != "of":
        named_so = before in APPOSED or before in gazetteer.words["features"]
        return _kinds(before, gazetteer) if named_so else frozenset()
    back = 3 if written.before(spot.first, 2) == "the" else 2
    named = written.before(spot.first, back)
    specified = written.before(spot.first, back + 1) not in {"a", "an", "any", "every", "each"}
    return _kinds(named, gazetteer) if specified else frozenset()


def government_area(spot: Spot, written: Script) -> bool:
    """Tell whether the name is followed by what Nigeria calls its second divisions."""
    after = written.after(spot.last)
    return after in {"lga", "lgas"} or (after == "local" and written.after(spot.last, 1) in {"government", "govt"})


def _divided(spot: Spot, written: Script) -> bool:
    """Tell whether the name is of what holds several places ("villages in Kidal"), or a village ("a village in")."""
    if written.before(spot.first) != "in":
        return False
    held = written.before(spot.first, 2)
    return held in PLACES_IN or (held in PLACE_IN and written.before(spot.first, 3) in ARTICLES)


def sided(spot: Spot, written: Script, gazetteer: Gazetteer) -> bool:
    """Tell whether the name is only that of what the text speaks of a side of ("Baringo South")."""
    return written.after(spot.last) in gazetteer.words["sides"] and written.words[spot.last].cased


def _kinds(word: str, gazetteer: Gazetteer) -> frozenset[PlaceKind]:
    """Return the kinds of place that a type word names; a word for one division may mean the other, a city neither."""
    words = gazetteer.words
    if word in words["type_settlement"]:
        return frozenset(("settlement", "site"))
    if word in words["type_admin1"] or word in words["type_admin2"]:
        first = word in words["type_admin1"]
        return frozenset(("admin1", "region") if first else ("admin2", "admin1"))
    if word in words["waterways"]:
        return frozenset(("linear",))
    if word in words["type_sea"]:
        return frozenset(("sea",))
    return ISLAND if word in words["type_region"] else frozenset()


def in_lists(
    found: Sequence[Spot], wanted: Sequence[frozenset[PlaceKind]], written: Script
) -> tuple[frozenset[PlaceKind], ...]:
    """Give the names of a list the kind that a plural beside it tells: "X and Y provinces", "villages in X and Y"."""
    kinds = list(wanted)
    for at in range(len(found) - 2, -1, -1):
        plural = written.after(found[at + 1].last).endswith("s") or kinds[at + 1] != wanted[at + 1]
        if plural and kinds[at + 1] and not kinds[at] and listed(found[at], found[at + 1], written):
            kinds[at] = kinds[at + 1]
    for at in range(1, len(found)):
        if kinds[at - 1] == AREA and not kinds[at] and listed(found[at - 1], found[at], written):
            kinds[at] = AREA
    return tuple(kinds)


def carried(found: Sequence[Spot], wanted: Sequence[frozenset[PlaceKind]]) -> tuple[frozenset[PlaceKind], ...]:
    """Give a bare name the kind that the document gives to the same name elsewhere; a country's name needs none."""
    told: dict[tuple[str, ...], set[frozenset[PlaceKind]]] = {}
    for spot, kinds in zip(found, wanted, strict=True):
        if kinds and not spot.sent and not any(_large(record) for record in spot.records):
            told.setdefault(spot.name, set()).add(kinds)
    only = {ids: next(iter(kinds)) for ids, kinds in told.items() if len(kinds) == 1}
    return tuple(kinds or only.get(spot.name, kinds) for spot, kinds in zip(found, wanted, strict=True))


def _large(record: PlaceRecord) -> bool:
    """Tell whether a bare name means the country or the city, whatever else is called so."""
    return record.kind == "country" or (record.kind == "settlement" and record.population >= CITY)
