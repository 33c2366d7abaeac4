"""An article's text with the words that are cited: spans may nest, coincide and cross.

`weave` gives a flat run of pieces that a template prints one after the other. Marks nest where spans nest, so that one
`id` covers all its words; where two spans cross, the later one is closed and opened again without its `id`.
Every cited span gets a way back to its value: the innermost span owns the words as a link, a span that owns no words
(another covers them all) gets a small link of its own after its last word.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from tocsin.model.text import Span


@dataclass(frozen=True, slots=True)
class Words:
    """A cited span: its anchor in the text, the anchor of its value, and what it is evidence for."""

    span: Span
    anchor: str
    value: str
    title: str
    opinion: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One step of printing a text: words, or the start or end of a mark; `also` is a link that follows the words."""

    step: Literal["open", "close", "words", "also"]
    text: str = ""
    anchor: str | None = None
    words: Words | None = None


def weave(text: str, cited: Iterable[Words]) -> tuple[Piece, ...]:
    """Return the pieces that print the text whole, each cited span marked; spans outside the text are left out."""
    inside = [words for words in cited if 0 <= words.span.start < words.span.end <= len(text)]
    ordered = sorted(inside, key=lambda words: (words.span.start, -words.span.end, words.anchor))
    if not text:
        return ()
    cuts = sorted({0, len(text), *(edge for words in ordered for edge in words.span)})
    owned = {_within(ordered, cut)[-1].anchor for cut in cuts[:-1] if _within(ordered, cut)}
    pieces: list[Piece] = []
    stack: list[Words] = []
    for start, end in pairwise(cuts):
        cover = _within(ordered, start)
        pieces += _step(stack, cover, start)
        stack = cover
        pieces.append(Piece("words", text[start:end], words=cover[-1] if cover else None))
        pieces += (Piece("also", words=words) for words in cover if words.span.end == end and words.anchor not in owned)
    return (*pieces, *(Piece("close") for _ in stack))


def headed(text: str, title: str | None, cited: Iterable[Words]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the pieces of a text's headline and of the rest; no headline where the text does not open with it."""
    words = tuple(cited)
    cut = len(title) if title and text.startswith(title) else 0
    if any(word.span.start < cut < word.span.end for word in words):
        cut = 0
    below = (replace(word, span=Span(word.span.start - cut, word.span.end - cut)) for word in words)
    return weave(text[:cut], words), weave(text[cut:], below)


def quotes(text: str, cited: Iterable[Words]) -> tuple[Words, ...]:
    """Return the cited spans that lie outside the text, as where a store keeps no texts."""
    return tuple(words for words in cited if not 0 <= words.span.start < words.span.end <= len(text))


def _within(ordered: list[Words], at: int) -> list[Words]:
    return [words for words in ordered if words.span.start <= at < words.span.end]


def _step(before: list[Words], after: list[Words], at: int) -> Iterator[Piece]:
    """Give the closes and opens that lead from one nest of marks to the next."""
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    yield from (Piece("close") for _ in before[shared:])
    for words in after[shared:]:
        yield Piece("open", anchor=words.anchor if words.span.start == at else None, words=words)
