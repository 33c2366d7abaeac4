"""Two told values are compatible where both can hold of one thing; otherwise they contest each other.

Counts: intervals that meet ("at least 9" and 12 are compatible, 9 and 12 are not); "about" reaches a tenth either way.
Dates: days that meet. Places: one may contain the other or lie within 50 km of it. Actors: one id, or a name without
id beside any other ("police", "Punjab police"). Other values: equal.
"""

from math import asin, cos, inf, radians, sin, sqrt
from typing import Any

from tocsin.knowledge.fold import fold
from tocsin.model.record import Authenticity
from tocsin.model.values import Actor, Count, Place, Subject, Target, Weapon, When

NEAR_KM = 50.0
POINTS = ("exact", "settlement", "near")


def compatible(one: Any, other: Any) -> bool:
    """Tell whether two values of one field can both hold."""
    match one, other:
        case Count(), Count():
            return counts_meet(one, other)
        case When(), When():
            return days_apart(one, other) in (None, 0)
        case Place(), Place():
            return places_meet(one, other)
        case Actor(), Actor():
            return one.actor_id is None or other.actor_id is None or one.actor_id == other.actor_id
        case (Target(), Target()) | (Subject(), Subject()):
            return one.count is None or other.count is None or counts_meet(one.count, other.count)
        case Weapon(), Weapon():
            return one.type == other.type
        case Authenticity(), Authenticity():
            return one.value == other.value
        case str(), str():
            return fold(one) == fold(other)
    return bool(one == other)


def bounds(count: Count) -> tuple[float, float]:
    """Return the least and greatest number that a count admits."""
    low = 0.0 if count.low is None else float(count.low)
    high = inf if count.high is None else float(count.high)
    if count.qualifier == "about":
        return low - max(1, low / 10), high + max(1, high / 10)
    return low, high


def counts_meet(one: Count, other: Count) -> bool:
    """Tell whether some number fits both counts."""
    (low, high), (least, most) = bounds(one), bounds(other)
    return low <= most and least <= high


def days(when: When | None) -> tuple[int, int] | None:
    """Return the first and last day of a date as ordinals; null where it is open."""
    if when is None or when.start is None or when.end is None:
        return None
    return when.start.toordinal(), when.end.toordinal()


def days_apart(one: When | None, other: When | None) -> int | None:
    """Return the days between two dates, 0 where they meet; null where either is open."""
    here, there = days(one), days(other)
    if here is None or there is None:
        return None
    return max(0, max(here[0], there[0]) - min(here[1], there[1]))


def distance(one: Place, other: Place) -> float | None:
    """Return the kilometres between two places that are points; null where either is an area or has no coordinates."""
    if one.precision not in POINTS or other.precision not in POINTS:
        return None
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, south = radians(one.lat), radians(other.lat)
    turn = sin((south - north) / 2) ** 2
    turn += cos(north) * cos(south) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, turn)))


def same_place(one: Place, other: Place) -> bool:
    """Tell whether two places are one by id, or by name and country where an id is missing."""
    if one.place_id is not None and other.place_id is not None:
        return one.place_id == other.place_id
    return one.country == other.country and fold(one.name) == fold(other.name)


def places_meet(one: Place, other: Place) -> bool:
    """Tell whether two places can be one, one within the other, or near each other."""
    if _differ(_countries(one), _countries(other)):
        return False
    if same_place(one, other):
        return True
    km = distance(one, other)
    if km is not None:
        return km <= NEAR_KM
    if _differ(_names(one.admin1), _names(other.admin1)):
        return False
    return (
        one.precision != "admin2"
        or other.precision != "admin2"
        or not _differ(_names(one.admin2), _names(other.admin2))
    )


def _countries(place: Place) -> frozenset[str]:
    return frozenset(place.countries) | (frozenset() if place.country is None else {place.country})


def _names(name: str | None) -> frozenset[str]:
    return frozenset() if name is None else frozenset({fold(name)})


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)
