"""Floors under measured scores: what was reached once must not silently be lost, nor the floor be lowered.

The file maps a bench and a score to `{"floor": F1 in per cent, "tolerance": points, "reason": why it was lowered}`.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tocsin.bench.history import git
from tocsin.bench.tally import Result
from tocsin.errors import BenchError

Floors = Mapping[str, Mapping[str, Mapping[str, Any]]]
EARLIER = ("HEAD", "HEAD~", "main", "origin/main")


def load(path: Path) -> Floors:
    """Return the floors of a file, none where it is absent; raise BenchError where it is malformed."""
    return parse(path.read_text("utf-8"), path.name) if path.is_file() else {}


def parse(text: str, name: str) -> Floors:
    """Return the floors that a text states."""
    try:
        floors: Floors = json.loads(text)
        for scores in floors.values():
            for floor in scores.values():
                float(floor["floor"]), float(floor.get("tolerance", 0))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BenchError(name, f"not a file of floors: {error!r}") from error
    return floors


def check(result: Result, floors: Floors) -> list[str]:
    """Return a line for each score that is below its floor by more than the tolerance, or was not measured at all."""
    reached = {score.name: round(100 * score.tally.f1, 2) for score in result.scores}
    lines = []
    for name, floor in floors.get(result.bench, {}).items():
        if name not in reached:
            lines.append(f"{result.bench} {name}: not measured, the floor is {floor['floor']:.1f}")
        elif reached[name] < least(floor):
            lines.append(f"{result.bench} {name}: {reached[name]:.1f} is below {least(floor):.1f}")
    return lines


def lowered(now: Floors, before: Floors) -> list[str]:
    """Return a line for each floor that fell or went since `before` without a reason of its own."""
    lines = []
    for bench, scores in before.items():
        for name, old in scores.items():
            new = now.get(bench, {}).get(name)
            if new is None:
                lines.append(f"{bench} {name}: the floor {old['floor']:.1f} is gone")
            elif least(new) < least(old) and new.get("reason") in (None, "", old.get("reason")):
                lines.append(f"{bench} {name}: lowered from {old['floor']:.1f} to {new['floor']:.1f} without a reason")
    return lines


def least(floor: Mapping[str, Any]) -> float:
    """Return the lowest score that a floor lets pass."""
    return float(floor["floor"]) - float(floor.get("tolerance", 0))


def earlier(path: Path, root: Path) -> list[Floors]:
    """Return the floors as git holds them at the last commits and on the main branch; none outside a checkout."""
    inside = path.relative_to(root).as_posix()
    shown = (git(root, "show", f"{revision}:{inside}") for revision in EARLIER)
    return [parse(text, path.name) for text in shown if text]
