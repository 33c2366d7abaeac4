"""Where in a text rules can match at all: around the words that trigger them, found in one pass."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from tocsin.knowledge.wording import Small

Windows = list[tuple[int, int]]
_WORD = re.compile(r"\d+(?:[:/h]|(?:st|nd|rd|th|s)(?![^\W\d_]))?|[^\W\d_]+")
_MARKS = ("", ":", "/", "h", "s", "th")
_GAP = re.compile(r"\s|$")
_MARKING = ":/hstndr"  # letters of marks
_YEAR = 4  # digits
_REACH = 56


def windows(text: Small, triggers: Mapping[str, Sequence[int]]) -> dict[int, Windows]:
    """Return, by number, the stretches of whole words around what each set of triggers names, apart."""
    hits: dict[int, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        for number in triggers.get(word) or (triggers.get(_shape(word), ()) if word[0].isdigit() else ()):
            hits.setdefault(number, []).append(match.span())
    return {number: _stretches(text, spans) for number, spans in hits.items()}


def openers(sets: Iterable[Collection[str]]) -> dict[str, list[int]]:
    """Return the numbers of the sets that have each trigger; a figure with a mark behind it opens what figures do."""
    found: dict[str, list[int]] = {}
    for number, triggers in enumerate(sets):
        for form in {form for trigger in triggers for form in _forms(trigger)}:
            found.setdefault(form, []).append(number)
    return found


def _forms(trigger: str) -> tuple[str, ...]:
    """Return the shapes of the figures that a trigger names; a word names itself."""
    if trigger in ("#", "####"):
        return tuple(f"{figure}{mark}" for figure in {trigger, "####"} for mark in _MARKS)
    return (trigger, f"###{trigger}") if trigger.startswith("#") else (trigger,)


def _shape(word: str) -> str:
    """Return "#" for a figure, "####" for one of four digits, with the mark behind it: 1400h, 19: and 9/, 90s, 2nd."""
    digits = word.rstrip(_MARKING)
    mark = word[len(digits) :]
    return f"{'####' if len(digits) == _YEAR else '#'}{'th' if len(mark) > 1 else mark}"


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
