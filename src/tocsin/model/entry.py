"""What a person enters instead of an article: a call, a liaison's report, a near miss, or a correction of a value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from tocsin.model.handling import KEPT, Handling
from tocsin.model.record import EventKind
from tocsin.model.text import SourceKind, Span

RECORDS: tuple[SourceKind, ...] = tuple(kind for kind in get_args(SourceKind) if kind not in ("article", "correction"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record that somebody enters: of which kind, on which day, what happened by field, and a note in his words.

    `kind` is that of the event that the fields tell; without fields the note is read as a report is.
    """

    source_kind: SourceKind
    by: str
    on: date
    kind: EventKind = "attack"
    fields: tuple[tuple[str, str], ...] = ()
    note: str = ""
    handling: Handling = KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says that a field of an incident is, or, not `holds`, is not; `by` him, and why."""

    incident: str
    field: str
    value: str
    by: str
    holds: bool = True
    reason: str | None = None


def lines(fields: tuple[tuple[str, str], ...], head: str, note: str) -> tuple[str, tuple[Span, ...]]:
    """Return the text of what is entered, a line a field, and where each field's value stands in it."""
    parts = [f"{head}\n\n", *_lined(fields)]
    spans, at = [], len(parts[0])
    for (name, value), part in zip(fields, parts[1:], strict=True):
        spans.append(Span(at + len(name) + 2, at + len(name) + 2 + len(value)))
        at += len(part)
    return "".join(parts) + (f"\n{note.strip()}\n" if note.strip() else ""), tuple(spans)


def _lined(fields: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield from (f"{name}: {value}\n" for name, value in fields)
