"""What two accounts of one incident have in common, in the words of a reader: "same day", "3 km apart", "same toll"."""

from math import asin, cos, hypot, radians, sin, sqrt
from typing import Final

from tocsin.model.record import Event
from tocsin.model.values import Count, Place, When

EARTH: Final = 6371.0
POINTS: Final = ("exact", "settlement", "near")


def agreement(one: Event, other: Event) -> tuple[str, ...]:
    """Return what two accounts have in common, and how far apart they are in time and place."""
    found = (
        _days(one.date, other.date),
        _distance(one.place, other.place),
        _toll(one.killed, other.killed),
        "same target" if _targets(one) & _targets(other) else None,
        "same actor named" if _actors(one) & _actors(other) else None,
    )
    return tuple(phrase for phrase in found if phrase)


def _days(one: When | None, other: When | None) -> str | None:
    if one is None or other is None or one.start is None or other.start is None:
        return None
    if one.precision != "day" or other.precision != "day":
        return None
    days = abs((one.start - other.start).days)
    return "same day" if days == 0 else f"{days} day{'s' * (days > 1)} apart"


def _distance(one: Place | None, other: Place | None) -> str | None:
    if one is None or other is None:
        return None
    if one.place_id and one.place_id == other.place_id:
        return "same place"
    if one.precision not in POINTS or other.precision not in POINTS:
        return None
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return f"{_kilometres((one.lat, one.lon), (other.lat, other.lon)):.0f} km apart"


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees."""
    (north, east), (north2, east2) = (map(radians, point) for point in (one, other))
    across = sqrt(cos(north) * cos(north2)) * sin((east2 - east) / 2)
    return 2 * EARTH * asin(min(1.0, hypot(sin((north2 - north) / 2), across)))


def _toll(one: Count | None, other: Count | None) -> str | None:
    if one is None or other is None or one.low is None:
        return None
    return "same toll" if (one.low, one.high) == (other.low, other.high) else None


def _targets(event: Event) -> set[tuple[str | None, str]]:
    return {(target.country, target.type) for target in event.targets if target.type != "unknown"}


def _actors(event: Event) -> set[str]:
    spoken = (*event.perpetrators, event.issuer, *(stand.actor for stand in event.responsibility))
    return {actor.actor_id for actor in spoken if actor and actor.actor_id}
