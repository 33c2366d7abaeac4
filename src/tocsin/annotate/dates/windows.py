"""Where in a text each table of rules can match at all: around the words that trigger it, found in one pass."""

import re
from collections.abc import Mapping, Sequence

from tocsin.annotate.dates.words import Rules
from tocsin.knowledge.wording import Small

Windows = list[tuple[int, int]]
_WORD = re.compile(r"\d+[:/h]?|[^\W\d_]+")
_GAP = re.compile(r"\s|$")
_REACH = 56


def windows(text: Small, triggers: Mapping[str, Sequence[int]]) -> dict[int, Windows]:
    """Return, by the number of each table, the stretches of whole words around what triggers it, apart."""
    hits: dict[int, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        for number in triggers.get(word) or (triggers.get(_shape(word), ()) if word[0].isdigit() else ()):
            hits.setdefault(number, []).append(match.span())
    return {number: _stretches(text, spans) for number, spans in hits.items()}


def openers(tables: Sequence[Rules]) -> dict[str, list[int]]:
    """Return which tables each trigger opens, by number; a figure with a mark behind it opens what figures do."""
    found: dict[str, list[int]] = {}
    for number, table in enumerate(tables):
        for word in table.triggers:
            for form in ("#", "#:", "#/", "#h") if word == "#" else (word,):
                found.setdefault(form, []).append(number)
    return found


def _shape(word: str) -> str:
    """Return "#" for a figure, with the mark behind it: 1400h, 19: and 9/ stand in times and dates."""
    return "#" if word[-1].isdigit() else f"#{word[-1]}"


def _stretches(text: str, spans: Sequence[tuple[int, int]]) -> Windows:
    found: Windows = []
    start = end = 0
    for first, last in spans:
        if first - _REACH > end:
            if end:
                found.append((start, end))
            start = _edge(text, first - _REACH)
        end = _edge(text, last + _REACH)
    return [*found, (start, end)] if end else found


def _edge(text: str, place: int) -> int:
    """Return the nearest place from here on where no word is cut."""
    gap = _GAP.search(text, max(place, 0)) if 0 < place < len(text) else None
    return gap.start() if gap else min(max(place, 0), len(text))
