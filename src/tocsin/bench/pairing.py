"""Which predicted event is which gold event of the same document: one to one, best similarity first.

Events of kinds that are neither the same nor kin get no points for their kinds, and may still pair on the rest.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tocsin.bench.alike import Record, place_words, same_count, same_date, settled

LEAST = 0.35
KIN = frozenset(
    frozenset(pair)
    for pair in (
        ("attack", "plot"),
        ("attack", "operation"),
        ("attack", "statement"),
        ("arrest", "operation"),
        ("arrest", "plot"),
        ("arrest", "trial"),
        ("statement", "threat"),
    )
)


class Pair(NamedTuple):
    """A predicted and a gold event, by their places in their lists."""

    predicted: int
    gold: int


def pair_events(predicted: Sequence[Record], gold: Sequence[Record]) -> list[Pair]:
    """Return the pairs, best similarity first; among equals the first predicted, then the first gold."""
    ranked = sorted(
        (-round(similarity(one, other), 6), i, j) for i, one in enumerate(predicted) for j, other in enumerate(gold)
    )
    pairs: list[Pair] = []
    for worth, i, j in ranked:
        if -worth >= LEAST and all(i != pair.predicted and j != pair.gold for pair in pairs):
            pairs.append(Pair(i, j))
    return pairs


def similarity(one: Record, other: Record) -> float:
    """Return how alike two events are; the sum of their points for kind, place, date, counts and weight."""
    return (
        kinds(one, other)
        + places(one.get("place"), other.get("place"))
        + dates(settled(one.get("date")), settled(other.get("date")))
        + sum(0.15 for name in ("killed", "wounded", "arrested") if equal(one.get(name), other.get(name)))
        + (0.05 if one.get("main") and other.get("main") else 0.0)
    )


def kinds(one: Record, other: Record) -> float:
    """Return the points for the same kind, or one that is kin."""
    if one.get("kind") == other.get("kind"):
        return 0.35
    return 0.15 if frozenset((one.get("kind"), other.get("kind"))) in KIN else 0.0


def places(one: Record | None, other: Record | None) -> float:
    """Return the points for country and name of two places."""
    if not one or not other:
        return 0.0
    points = 0.2 if place_words(one) & place_words(other) else 0.0
    if one.get("country") and other.get("country"):
        points += 0.15 if one["country"] == other["country"] else -0.2
    return points


def dates(one: Record | None, other: Record | None) -> float:
    """Return the points for two settled dates."""
    if one is None or other is None:
        return 0.0
    if same_date(one, other):
        return 0.15
    return -0.1 if str(one["start"])[:4] != str(other["start"])[:4] else 0.0


def equal(one: Record | None, other: Record | None) -> bool:
    """Tell whether both counts are there and equal."""
    return one is not None and other is not None and same_count(one, other)
