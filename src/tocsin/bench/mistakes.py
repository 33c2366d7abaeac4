"""What went wrong between a predicted event and the gold, in words for a reader."""

from collections.abc import Mapping
from typing import Any

from tocsin.bench.alike import Record
from tocsin.bench.slots import SLOTS, distinct


def label(event: Record) -> str:
    """Return a few words that tell which event is meant."""
    place, date = event.get("place") or {}, event.get("date") or {}
    toll = (event.get("killed") or {}).get("low")
    parts = [event.get("kind"), place.get("name"), date.get("start"), f"{toll} killed" if toll else None]
    return " ".join(str(part) for part in parts if part)


def differences(said: Record, meant: Record) -> list[str]:
    """Return a line for each slot in which two paired events differ."""
    lines = []
    for slot in SLOTS:
        tally = slot.tally(said, meant)
        if slot.annotated(meant) and distinct(slot.name) and tally.right + tally.found < tally.predicted + tally.gold:
            values = " for ".join(", ".join(map(short, slot.values(event))) or "nothing" for event in (said, meant))
            lines.append(f"{label(meant)}: {slot.name}: {values}")
    return lines


def short(value: Any) -> str:
    """Return a value in a few words."""
    if not isinstance(value, Mapping):
        return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    if "stance" in value:
        actor = value.get("actor") or {}
        holder = value.get("holder") or {}
        return f"{actor.get('actor_id') or actor.get('text')} {value['stance']} ({holder.get('kind')})"
    if "low" in value:
        return f"{value.get('low')}..{value.get('high')} {value.get('qualifier')}"
    if "start" in value:
        return f"{value.get('start')}..{value.get('end')}"
    return str(value.get("actor_id") or value.get("name") or value.get("text"))
