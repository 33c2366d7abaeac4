"""What the trained reader says of each word: read passage by passage, whole sentences together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tocsin.knowledge.reader import LABELS, Passage, Reader
from tocsin.model.page import Hints, Sentence, Token

if TYPE_CHECKING:
    from tocsin.knowledge.reader import Floats

_LETTERS = 550  # of a passage: it was taught with up to 700, and learned to take the longest for harmless


def hints(text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], reader: Reader) -> Hints:
    """Return the reader's chances and vectors for each token of a text; words that it did not reach have none."""
    import numpy as np

    labels = np.zeros((len(tokens), len(LABELS)), dtype=np.float32)
    relevant = np.zeros(len(tokens), dtype=np.float32)
    events: Floats | None = None
    parts: Floats | None = None
    for first, last in _passages(sentences):
        start = sentences[first].span.start
        read = reader.read(text[start : sentences[last - 1].span.end])
        events = np.zeros((len(tokens), read.events.shape[1]), dtype=np.float32) if events is None else events
        parts = np.zeros_like(events) if parts is None else parts
        for token in tokens[sentences[first].first : sentences[last - 1].last]:
            at = _pieces(read, token.span.start - start, token.span.end - start)
            if at:
                relevant[token.index] = read.relevant
                labels[token.index] = read.labels[at[0] : at[1]].max(axis=0)
                events[token.index] = read.events[at[0] : at[1]].mean(axis=0)
                parts[token.index] = read.parts[at[0] : at[1]].mean(axis=0)
    empty = np.zeros((len(tokens), 0), dtype=np.float32)
    return Hints(labels, relevant, empty if events is None else events, empty if parts is None else parts)


def _passages(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield runs of sentences, first and last, that together are no longer than a passage."""
    first = 0
    for at, sentence in enumerate(sentences):
        if at > first and sentence.span.end - sentences[first].span.start > _LETTERS:
            yield first, at
            first = at
    if sentences:
        yield first, len(sentences)


def _pieces(read: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Return the first and the last piece, exclusive, that meet some characters."""
    spans = read.spans
    at = bisect_left(spans, start, lo=1, hi=max(1, len(spans) - 1), key=lambda span: span[1] - 1)
    last = at
    while last < len(spans) - 1 and spans[last][0] < end:
        last += 1
    return (at, last) if last > at else None
