"""Learn from MUC-4's templates: every place where a filler's words stand is taken for the filler."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from passages import Passage
from tocsin.bench.marks import Mark
from tocsin.model.text import Span

SLOTS = {
    "PERP: INDIVIDUAL ID": "doer",
    "PERP: ORGANIZATION ID": "actor",
    "PHYS TGT: ID": "hit",
    "HUM TGT: NAME": "hit",
    "HUM TGT: DESCRIPTION": "hit",
    "INCIDENT: INSTRUMENT ID": "weapon",
}
SENTENCE = re.compile(r"(?<=[.!?\"])\s+(?=\S)")
KNOWN = frozenset({"doer", "hit", "weapon", "actor"})


def read_muc4(path: Path, weight: float) -> list[Passage]:
    """Return the documents' passages; triggers and stances were not annotated there."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [one for row in rows for one in _document(row, weight)]


def _document(row: dict[str, Any], weight: float) -> Iterator[Passage]:
    text = " ".join(row["text"].split())
    fillers = sorted({(label, words) for label, words in _fillers(row["templates"] or [])})
    for number, piece in enumerate(_cut(text)):
        marks = tuple(
            Mark(Span(*found.span()), label, f"{label}:{words}")
            for label, words in fillers
            for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", piece, re.IGNORECASE)
        )
        yield Passage(
            f"{row['docid']}#{number}",
            piece,
            bool(row["templates"]),
            marks,
            known=KNOWN,
            has_stands=False,
            weight=weight,
        )


def _fillers(templates: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for template in templates:
        for slot, label in SLOTS.items():
            for value in template["slots"].get(slot) or ():
                yield from ((label, " ".join(words.split()).strip('"')) for words in value["any_of"])


def _cut(text: str, longest: int = 900) -> Iterator[str]:
    """Yield runs of whole sentences of about so many characters."""
    run = ""
    for sentence in SENTENCE.split(text):
        if run and len(run) + len(sentence) > longest:
            yield run
            run = ""
        run = f"{run} {sentence}".strip()
    if run:
        yield run
