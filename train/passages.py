"""Passages as the encoder learns them: marked texts, and what of them was not looked for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.bench import marks
from tocsin.bench.marks import Mark, Stand
from tocsin.knowledge.reader import LABELS

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


def read_marked(path: Path) -> Iterator[Passage]:
    """Yield the passages of a file of marked texts, whole."""
    for one in marks.load(path):
        yield Passage(one.id, one.text, one.relevant, one.marks, one.stands)
