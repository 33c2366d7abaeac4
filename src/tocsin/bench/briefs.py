"""Short descriptions of incidents, as a database has them, are scored slot by slot on the likeliest event of a report.

A slot counts where gold states it; a toll of none is right too where nothing is said of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from tocsin.bench.bootstrap import measure
from tocsin.bench.passages import alike
from tocsin.bench.tally import Result, hits
from tocsin.errors import BenchError

WORST = 30


@dataclass(frozen=True, slots=True)
class Brief:
    """One description; `groups` are all that are named as doers by whoever says so."""

    id: str
    text: str
    date: str | None
    country: str | None
    city: str | None
    killed: int | None
    wounded: int | None
    groups: tuple[str, ...]
    weapon: str | None


def load(path: Path) -> list[Brief]:
    """Return the descriptions of a JSONL file; raise `BenchError` where a line is none."""
    try:
        rows = path.read_text("utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise BenchError(str(path), f"no incident descriptions: {error}") from error
    found = []
    for number, row in enumerate(rows, 1):
        if row.strip():
            try:
                found.append(msgspec.json.decode(row, type=Brief))
            except msgspec.MsgspecError as error:
                raise BenchError(f"{path}:{number}", f"no incident descriptions: {error}") from error
    return found


def score(briefs: Sequence[Brief], reports: Sequence[Mapping[str, Any]]) -> Result:
    """Return the share of each slot that is right, and their mean, over reports in wire form in order."""
    judged = [judge(brief, report) for brief, report in zip(briefs, reports, strict=True)]
    parts = [{name: hits(float(right), 1, 1) for name, right in one.items()} for one in judged]
    means = [{"mean": hits(sum(one.values()) / len(one), 1, 1)} for one in judged]
    worst = [
        f"{brief.id}  wrong: {', '.join(name for name, right in one.items() if not right)}"
        for brief, one in zip(briefs, judged, strict=True)
        if not all(one.values())
    ]
    scores = measure([{**mean, **part} for mean, part in zip(means, parts, strict=True)])
    return Result("briefs", scores, len(briefs), accuracy=True, worst=tuple(worst[:WORST]))


def judge(brief: Brief, report: Mapping[str, Any]) -> dict[str, bool]:
    """Return which of the slots that gold states are right."""
    event = _likeliest(report["events"])
    right = {"found": event is not None}
    event = event or {}
    place = event.get("place") or {}
    if brief.date is not None:
        when = event.get("date") or {}
        right["date"] = when.get("start") == when.get("end") == brief.date
    if brief.country is not None:
        right["country"] = place.get("country") == brief.country
    if brief.city is not None:
        right["city"] = _same(brief.city, [place.get("name"), place.get("text")])
    for slot, gold in (("killed", brief.killed), ("wounded", brief.wounded)):
        if gold is not None:
            said = event.get(slot)
            right[slot] = bool(event) and (said["low"] == gold if said else gold == 0)
    if brief.groups:
        right["group"] = any(_same(group, _named(event)) for group in brief.groups)
    if brief.weapon is not None:
        right["weapon"] = brief.weapon in {weapon["type"] for weapon in event.get("weapons", ())}
    return right


def _likeliest(events: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return the main event with most slots filled, attacks first."""

    def filled(event: Mapping[str, Any]) -> tuple[bool, bool, int]:
        slots = sum(bool(event.get(slot)) for slot in ("date", "place", "killed"))
        return event["main"], event["kind"] in ("attack", "plot"), slots

    return max(events, key=filled, default=None)


def _named(event: Mapping[str, Any]) -> list[str | None]:
    actors = [
        *event.get("perpetrators", ()),
        *(one["actor"] for one in event.get("responsibility", ()) if one["actor"]),
    ]
    return [words for actor in actors for words in (actor["text"], actor["name"])]


def _same(gold: str, said: Sequence[str | None]) -> bool:
    return any(one and alike(one, gold) for one in said)
