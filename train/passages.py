"""Passages as the encoder learns them: marked texts, and what of them was not looked for."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.bench import marks
from tocsin.bench.marks import Mark, Stand
from tocsin.knowledge.reader import JUDGEMENTS, LABELS
from tocsin.model.text import Span

FACTUALITIES = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its marks; labels outside `known` were not looked for, so their absence says nothing."""

    id: str
    text: str
    relevant: bool
    marks: tuple[Mark, ...] = ()
    stands: tuple[Stand, ...] = ()
    known: frozenset[str] = field(default_factory=lambda: frozenset(LABELS))
    has_stands: bool = True
    weight: float = 1.0


OF_EVENTS = frozenset(LABELS) - frozenset(JUDGEMENTS)


def read_marked(path: Path) -> Iterator[Passage]:
    """Yield the passages of a file of marked texts, whole; judgements are not marked there."""
    for one in marks.load(path):
        yield Passage(one.id, one.text, one.relevant, one.marks, one.stands, known=OF_EVENTS)


def read_judged(path: Path) -> Iterator[Passage]:
    """Yield the passages of a file in which nothing but judgements is marked."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        marked = tuple(judgement(row["text"], one["text"], one["type"]) for one in row["assessments"])
        yield Passage(
            row["id"], row["text"], relevant=True, marks=marked, known=frozenset(JUDGEMENTS), has_stands=False
        )


def judgement(text: str, words: str, kind: str, occurrence: int = 1) -> Mark:
    """Return the mark of a clause that judges."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Mark(Span(start, start + len(words)), kind, "")
