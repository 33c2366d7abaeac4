"""Weapons, quotations and cues: what word lists and punctuation alone can tell."""

import re

from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.wording import small
from tocsin.model.page import Cue, Quotation, WeaponWords
from tocsin.model.text import Span

_QUOTES = (
    re.compile(r"“([^“”\n]{1,1200})”"),
    re.compile(r'"([^"\n]{1,1200})"'),
    re.compile(r"«([^«»\n]{1,1200})»"),
    re.compile(r"(?<![\w])‘([^‘’\n]{2,300})’(?!\w)"),
    re.compile(r"(?<![\w'])'([A-Z][^'\n]{1,200})'(?!\w)"),
)


def weapons(text: str, lexicon: Lexicon) -> tuple[WeaponWords, ...]:
    """Return the weapons named in a text, each with its GTD type."""
    return tuple(
        WeaponWords(Span(*match.span()), lexicon.weapons[match.group()])  # type: ignore[arg-type]
        for match in lexicon.weapon_words.finditer(small(text))
    )


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return what stands between quotation marks on one line, outermost only."""
    found: list[Quotation] = []
    for pattern in _QUOTES:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.meets(other.span) for other in found):
                found.append(Quotation(span, Span(*match.span(1))))
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def cues(text: str, lexicon: Lexicon) -> tuple[Cue, ...]:
    """Return every cue of every kind, in order of place, then kind."""
    lowered = small(text)
    found = [
        Cue(Span(*match.span()), kind) for kind, words in lexicon.cues.items() for match in words.finditer(lowered)
    ]
    return tuple(sorted(found, key=lambda cue: (cue.span, cue.kind)))
