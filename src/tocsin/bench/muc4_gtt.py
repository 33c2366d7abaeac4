"""Template filling as GTT scores it: templates mapped so that a document's F1 over type and entities is largest."""

from collections.abc import Sequence
from typing import NamedTuple

from tocsin.bench.muc4_entities import ROLES, Incident
from tocsin.bench.tally import Tally, harmonic


class Points(NamedTuple):
    """Points of a mapping: right among the predicted, and found of the gold."""

    right: int
    found: int


Path = tuple[int, ...]
Front = dict[Points, Path]


def gtt(said: Sequence[Incident], gold: Sequence[Incident]) -> Tally:
    """Return one document's tally under the best mapping; among equals the first in the order of gold templates."""
    predicted, possible = size(said), size(gold)
    ways = [way for front in mappings(said, gold).values() for way in front.items()]
    best, _ = min(ways, key=lambda way: (-worth(way[0], predicted, possible), way[1]))
    return Tally(best.right, predicted, best.found, possible)


def size(incidents: Sequence[Incident]) -> int:
    """Return how many points there are: one a template for its type, one an entity."""
    return len(incidents) + sum(len(one.roles[role]) for one in incidents for role in ROLES)


def worth(points: Points, predicted: int, possible: int) -> float:
    """Return F1."""
    return harmonic(points.right / predicted if predicted else 0.0, points.found / possible if possible else 0.0)


def pair(one: Incident, other: Incident) -> Points:
    """Return the points of a predicted template mapped to a gold one; none where the types disagree."""
    if one.type not in other.type:
        return Points(0, 0)
    right = sum(any(mine <= theirs for theirs in other.roles[role]) for role in ROLES for mine in one.roles[role])
    found = sum(any(mine <= theirs for mine in one.roles[role]) for role in ROLES for theirs in other.roles[role])
    return Points(1 + right, 1 + found)


def mappings(said: Sequence[Incident], gold: Sequence[Incident]) -> dict[int, Front]:
    """Return, for each set of used gold templates (as bits), the points that no other mapping beats."""
    states: dict[int, Front] = {0: {Points(0, 0): ()}}
    for one in said:
        steps = [pair(one, other) for other in gold]
        grown: dict[int, Front] = {}
        for used, front in states.items():
            for points, path in front.items():
                extend(grown, used, points, path, steps)
        states = {used: undominated(front) for used, front in grown.items()}
    return states


def extend(grown: dict[int, Front], used: int, points: Points, path: Path, steps: Sequence[Points]) -> None:
    """Add every way to go on: one more gold template, or none; of ways with equal points the first path stays."""
    ways = [(used | 1 << j, step, j) for j, step in enumerate(steps) if not used >> j & 1]
    for taken, step, j in [*ways, (used, Points(0, 0), len(steps))]:
        front = grown.setdefault(taken, {})
        reached = Points(points.right + step.right, points.found + step.found)
        front[reached] = min(front.get(reached, (*path, j)), (*path, j))


def undominated(front: Front) -> Front:
    """Return the points that no other points reach on both sides."""
    return {
        points: path
        for points, path in front.items()
        if not any(o != points and o.right >= points.right and o.found >= points.found for o in front)
    }
