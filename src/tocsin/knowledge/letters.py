"""Letters that one word is written with in several ways: Persian and Arabic yeh, hooked Hausa letters, vowel signs.

`plain(text)` gives a text in which each such letter has one form, and tells for each letter where it stood before.
"""

import re
import unicodedata
from dataclasses import dataclass

from tocsin.model.text import Span

# Accents and vowel signs, from Latin to Sinhala: parts of words that are no letters.
MARKS = "".join(mark for mark in map(chr, range(0x300, 0xE00)) if unicodedata.category(mark).startswith("M"))
_DROPPED = "\u0640\u00ad\u200b-\u200f\u064b-\u065f\u0670\u093c\u09bc"  # tatweel, joiners, Arabic vowels, nukta
_DROP = re.compile(f"[{_DROPPED}]")
_SAME = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʻ`´′", "'"),
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("یىېۍۓ", "ي"),
        **dict.fromkeys("کڪ", "ك"),
        "ګ": "گ",
        **dict.fromkeys("ہھۀةۂە", "ه"),
        **dict(zip("ɓɗƙƴƁƊƘƳ", "bdkyBDKY", strict=True)),
        **dict(zip("\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f", "कखगजडढफय", strict=True)),
        **dict(zip("\u09dc\u09dd\u09df", "ডঢয", strict=True)),
        "\u00a0": " ",
        "\u202f": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain letters; `places` are those of its letters in the text as written, and its end."""

    text: str
    written: str
    places: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the plain text stands in the text as written."""
        return Span(start, end) if self.places is None else Span(self.places[start], self.places[end])


def plain(text: str) -> Plain:
    """Return a text in plain letters."""
    same = text.translate(_SAME)
    if not _DROP.search(same):
        return Plain(same, text, None)
    kept = [at for at, letter in enumerate(same) if not _DROP.match(letter)]
    return Plain("".join(same[at] for at in kept), text, (*kept, len(text)))
