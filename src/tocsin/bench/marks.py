"""Texts with marks in them: `[e1:attack|stormed]`, `[a1 e1:doer|the rebels]`, and the stances that they hold.

`gold/passages/guidelines.md` says what is marked: triggers of events, roles in them, and the parties of stances.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from tocsin.errors import BenchError
from tocsin.knowledge.reader import ROLES
from tocsin.model.record import ACTS, EventKind, Factuality, Stance
from tocsin.model.text import Span

KINDS: tuple[str, ...] = get_args(EventKind)
PARTIES = {"a": "actor", "h": "holder"}
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_TAG = re.compile(r"(e\d+[a-z]?):(\w+)|([ah])\d+")
_OTHERS = frozenset({"author", "unknown"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words with their label (a kind of event, a role in one, `actor` or `holder`), and what they belong to."""

    span: Span
    label: str
    of: str


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance on an actor's part in an event; `holder` is a party, `author` or `unknown`."""

    actor: str | None
    event: str
    stance: Stance
    holder: str
    factuality: Factuality


@dataclass(frozen=True, slots=True)
class Passage:
    """A text without its marks, and what they say of it."""

    id: str
    text: str
    year: int | None
    relevant: bool
    marks: tuple[Mark, ...]
    stands: tuple[Stand, ...]

    @property
    def events(self) -> dict[str, str]:
        """Return the kind of each event."""
        return {mark.of: mark.label for mark in self.marks if mark.label in KINDS}

    def spans(self, of: str, *labels: str) -> tuple[Span, ...]:
        """Return where an event or a party stands, of an event under some labels alone."""
        return tuple(mark.span for mark in self.marks if mark.of == of and (not labels or mark.label in labels))


def load(path: Path) -> list[Passage]:
    """Return the passages of a file of JSON lines; raise `BenchError` where a line is none."""
    try:
        rows = path.read_text("utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise BenchError(str(path), f"no passages: {error}") from error
    found = []
    for number, row in enumerate(rows, 1):
        if row.strip():
            try:
                found.append(passage(json.loads(row)))
            except (ValueError, KeyError, TypeError) as error:
                raise BenchError(f"{path}:{number}", f"no marked passage: {error}") from error
    return found


def passage(row: dict[str, Any]) -> Passage:
    """Return one passage of its JSON form; raise `ValueError` for a mark or a stance that makes no sense."""
    text, marks = unmarked(row["marked"])
    stands = tuple(
        Stand(s["actor"], s["event"], s["stance"], s["holder"], s.get("factuality", ACTS[s["stance"]][1]))
        for s in row["stances"]
    )
    found = Passage(row["id"], text, row.get("year"), row.get("relevant", bool(marks)), marks, stands)
    for stand in stands:
        _check(found, stand)
    for mark in marks:
        if mark.of.startswith("e") and mark.of not in found.events:
            raise ValueError(f"{found.id}: no word tells {mark.of}")
        if mark.label in KINDS and found.events[mark.of] != mark.label:
            raise ValueError(f"{found.id}: {mark.of} is of two kinds")
    return found


def _check(found: Passage, stand: Stand) -> None:
    """Raise `ValueError` for a stance on what is not marked, or on no actor, or of an unknown factuality."""
    parties = {mark.of for mark in found.marks if mark.label in PARTIES.values()}
    if stand.event not in found.events:
        raise ValueError(f"{found.id}: {stand.event} in a stance is no event")
    if stand.actor not in parties and not (stand.actor is None and stand.stance == "no_claim"):
        raise ValueError(f"{found.id}: {stand.actor or 'nobody'} in a stance is no actor that is marked")
    if stand.holder not in parties | _OTHERS:
        raise ValueError(f"{found.id}: {stand.holder} in a stance is no holder")
    if stand.factuality not in get_args(Factuality):
        raise ValueError(f"{found.id}: no such factuality: {stand.factuality}")


def unmarked(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Return a text without its marks, and the marks; raise `ValueError` for one that is malformed."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = end = 0
    for found in _MARK.finditer(marked):
        pieces.append(marked[end : found.start()])
        length += len(pieces[-1])
        tags, words = found.groups()
        if not tags.strip():
            raise ValueError("a mark has no tag")
        marks += [_mark(tag, Span(length, length + len(words))) for tag in tags.split()]
        pieces.append(words)
        length += len(words)
        end = found.end()
    text = "".join([*pieces, marked[end:]])
    if re.search(r"[\[\]|]", text):
        raise ValueError("a bracket or a bar stands outside the marks")
    return text, tuple(marks)


def _mark(tag: str, span: Span) -> Mark:
    found = _TAG.fullmatch(tag)
    if not found:
        raise ValueError(f"no such tag: {tag}")
    event, label, party = found.groups()
    if event and label not in (*KINDS, *ROLES):
        raise ValueError(f"no such label: {tag}")
    return Mark(span, label or PARTIES[party], event or tag)
