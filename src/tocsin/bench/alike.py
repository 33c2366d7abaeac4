"""When two values of a record in wire form count as the same."""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]

NEAR_KM = 25.0
EARTH_KM = 6371.0
_ARTICLE = re.compile(r"^(the|a|an)\s+")
# Words that stand in the names of places without naming any.
_GENERIC = frozenset(
    ("the", "and", "near", "city", "town", "village", "district", "province", "region", "state", "area", "county")
) | frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper"))


def fold(text: str | None) -> str:
    """Return the words in lower case without accents, punctuation and a leading article."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    words = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return _ARTICLE.sub("", " ".join(words.split()))


def overlap(one: Sequence[int] | None, other: Sequence[int] | None) -> bool:
    """Tell whether two spans share a code point; an unknown span shares none."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def same_words(one: Record, other: Record) -> bool:
    """Tell whether two phrases are the same words, or stand in the same place."""
    return fold(one.get("text")) == fold(other.get("text")) or overlap(one.get("span"), other.get("span"))


def same_actor(one: Record | None, other: Record | None) -> bool:
    """Tell whether two actors are one: by id where both state it, else by words or place."""
    if one is None or other is None:
        return one is other
    if "actor_id" in one and "actor_id" in other and (one["actor_id"] or other["actor_id"]):
        return bool(one["actor_id"] == other["actor_id"])
    return same_words(one, other)


def place_words(place: Record | None) -> frozenset[str]:
    """Return the words that name a place."""
    names = f"{(place or {}).get('name') or ''} {(place or {}).get('text') or ''}"
    return frozenset(fold(names).split()) - _GENERIC


def same_place(one: Record, other: Record) -> bool:
    """Tell whether two places share a word of their names, or lie within 25 km."""
    return bool(place_words(one) & place_words(other)) or kilometres(one, other) <= NEAR_KM


def kilometres(one: Record, other: Record) -> float:
    """Return the great-circle distance, infinite where either has no coordinates."""
    values = (one.get("lat"), one.get("lon"), other.get("lat"), other.get("lon"))
    if any(value is None for value in values):
        return math.inf
    south, west, north, east = (math.radians(float(value)) for value in values if value is not None)
    chord = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def settled(date: Record | None) -> Record | None:
    """Return a date that has a start; one that stays open says nothing that can be compared."""
    return date if date and date.get("start") else None


def same_date(one: Record, other: Record) -> bool:
    """Tell whether two settled dates have the same start and end."""
    return (one["start"], one.get("end")) == (other["start"], other.get("end"))


def same_start(one: Record, other: Record) -> bool:
    """Tell whether two settled dates start on the same day."""
    return bool(one["start"] == other["start"])


def same_count(one: Record, other: Record) -> bool:
    """Tell whether two counts have the same low, or where neither has one the same high."""
    if one.get("low") is None and other.get("low") is None:
        return one.get("high") == other.get("high")
    return bool(one.get("low") == other.get("low"))


def exact_count(one: Record, other: Record) -> bool:
    """Tell whether two counts agree in low, high and qualifier."""
    return all(one.get(key) == other.get(key) for key in ("low", "high", "qualifier"))
