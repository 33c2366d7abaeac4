"""Documents and pages for tests: composed texts, read by the real stages, by the lists of words alone.

What the trained reader adds is tested in `tests/extract/test_hinted.py` and `test_shipped_reader.py`: sentences that
say what a rule does must not turn with each training.
"""

import hashlib
from dataclasses import replace
from datetime import date

from tocsin.annotate import annotate
from tocsin.extract.grammar.tree import Tree, grow
from tocsin.extract.reading import Frame
from tocsin.extract.violence.frames import violence
from tocsin.extract.voices.holders import Voices, voices
from tocsin.knowledge import Knowledge, load
from tocsin.model.record import Report
from tocsin.model.text import Basis, Document, Source
from tocsin.pipeline import analyze
from tocsin.resolve import resolve

PUBLISHED = date(2024, 6, 6)  # a Thursday


def document(text: str, *, published: date | None = PUBLISHED, language: str = "en") -> Document:
    """Return a document with that text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    basis: Basis | None = None if published is None else "option"
    return Document(digest[:16], None, None, None, published, basis, Source(), language, digest, text)


def by_lists() -> Knowledge:
    """Return the shipped knowledge without the trained reader."""
    return replace(load(), reader=lambda: None)


def tree(text: str) -> tuple[Tree, Voices]:
    """Return a text's trees and voices."""
    known = by_lists()
    grown = grow(resolve(annotate(document(text), known), known))
    return grown, voices(grown, known.lexicon)


def told(text: str) -> list[Frame]:
    """Return the frames of violence in a text."""
    grown, heard = tree(text)
    return [
        frame for sentence in grown.page.page.sentences for frame in violence(grown, sentence, heard, load().lexicon)
    ]


def report(text: str, *, published: date | None = PUBLISHED) -> Report:
    """Return all that is found in a text, the gate left open."""
    return analyze(document(text, published=published), by_lists(), gate=False)
