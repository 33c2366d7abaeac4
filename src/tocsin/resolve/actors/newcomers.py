"""Groups that no record knows are told by their own names' words, or by what stands beside the name.

"the Falcons of the Upper Euphrates claimed", "a group that calls itself Saraya Awliya al-Dam", "gunmen of Prima Linea",
"Tehreek-e-Jihad Pakistan, a little-known outfit". A name in an actor's part is found and left open.
"""

import re
from collections.abc import Iterable, Sequence

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.calendar import MONTHS, WEEKDAYS
from tocsin.model.text import Span
from tocsin.resolve.actors.callings import Callings, callings

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’']*"
_OPENING = re.compile(r"([A-Z][a-z]*)[ \n](?=[^\W\d_a-zß-öø-ÿ])")
_ARTICLE = re.compile(r"\b(?:al|el|as|az|an|ar|at|ad|ash)-$", re.IGNORECASE)
_ENDING = re.compile(r"['’]s?$")
_OF = re.compile(r"([^\W\d_]+)[ \n](?:of|for)[ \n](?:the[ \n])?")
_PARTING = re.compile(r"[^\w]+")
_LETTERS = re.compile(r"\b[A-Z]{2,}\b")
_OF_WHOM = re.compile(r" of | al-")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \n](?:\w+ )?$")
_PLACED = re.compile(r"\b(?:in|at|near|outside|from|to|around|into|over)[ \n](?:the[ \n])?$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|[.!?:\n][\"”’)]*\s*)[\"“‘(]?$")
_PAPERS = frozenset({"leaflets", "posters", "communiques"})
_SECT = re.compile(r" (?:sect|cult|gang|cartel|militia)\b")
_DAYS = frozenset(word.capitalize() for word in (*MONTHS, *WEEKDAYS))
_SHORTEST = 3
_PUT = 13  # characters of "outside the" and of what parts it from another word
_WINDOW = 70  # characters before a name in which what says that it is one stands


def newcomers(text: str, taken: Iterable[Span], places: Iterable[Span], authority: Authority) -> tuple[Span, ...]:
    """Return the names of groups that no record has; `taken` are known names, `places` those of places and peoples."""
    known, put = tuple(taken), frozenset(places)
    beside = callings(authority)
    found: list[Span] = []
    for match in _names(authority).finditer(text):
        span, told = _whole(match.span(), text, authority)
        name = span.of(text)
        if _is_small(name, authority) or any(span.meets(other) for other in known):
            continue
        folds = _PARTING.split(name.lower())
        sure = _is_called(span, text, beside) or _is_banner(folds, authority)
        if (span in put and not sure) or not (told or sure or _is_told(span, text, folds, beside, authority)):
            continue
        if name.upper() not in authority.words.no_actor and not _is_else(span, text, folds, authority):
            found.append(span)
    return tuple(found)


def _is_called(span: Span, text: str, beside: Callings) -> bool:
    """Tell whether what stands before a name is sure to call it a group's."""
    start = max(0, span.start - _WINDOW)
    return beside.may_lead(text[start : span.start]) and beside.named.search(text, start, span.start) is not None


def _is_small(name: str, authority: Authority) -> bool:
    """Tell whether a capitalised word is no name: it opens a sentence, or is a day or month."""
    return len(name) < _SHORTEST or name.lower() in authority.words.openers or name in _DAYS


def _is_told(span: Span, text: str, folds: Sequence[str], beside: Callings, authority: Authority) -> bool:
    """Tell whether a name is a group's: by its words, by what calls it so, or by what it does."""
    words = authority.words
    before = text[max(0, span.start - _WINDOW) : span.start]
    if (beside.may_lead(before) and beside.before.search(before)) or beside.behind.match(text, span.end):
        return True
    if folds[0] in words.bearers and _OF_WHOM.match(text, span.start + len(folds[0])):
        return True
    alone = len(folds) == 1
    if not alone and _is_arming(folds, authority):
        return True
    if beside.people.match(text, span.end) and (_LETTERS.search(span.of(text)) or _SECT.match(text, span.end)):
        return True
    return _is_explained(span, text, folds, beside, authority) and not _PLACED.search(before[-_PUT:])


def _is_explained(span: Span, text: str, folds: Sequence[str], beside: Callings, authority: Authority) -> bool:
    """Tell whether what a name is told to be or to have done makes it a group's, if it is no place's."""
    words, alone = authority.words, len(folds) == 1
    before = text[max(0, span.start - _WINDOW) : span.start]
    if beside.apposed.match(text, span.end) and not (alone and _SENTENCE.search(before)):
        return True
    ends = {folds[0], folds[-1]}
    if not alone and ends & words.standards and (beside.does.match(text, span.end) or beside.blamed.search(before)):
        return True
    heads = not alone and (ends & words.standards or ends & words.heads)
    return bool(heads and beside.people.match(text, span.end))


def _is_banner(folds: Sequence[str], authority: Authority) -> bool:
    """Tell whether a name opens with a word that only groups' names open with."""
    words = authority.words
    return len(folds) > 1 and folds[0] in words.banners and folds[0] not in words.shared


def _is_arming(folds: Sequence[str], authority: Authority) -> bool:
    """Tell whether words in a name say that it bears arms; one that others' names share needs a second."""
    words = authority.words
    told = [fold for fold in folds if fold in words.banners or fold in words.armed]
    return any(fold not in words.shared for fold in told) or bool(told and words.rising.intersection(folds))


def _names(authority: Authority) -> re.Pattern[str]:
    """Return the pattern of names: capitalised words, and what joins them; a day may stand in it ("9 de Abril")."""
    joint = _either(authority.words.joints)
    day = r"(?:[ \n]\d{1,2}(?:[ \n](?:de|of))?)?"
    next_word = rf"(?:[ \n-](?:{joint})){{0,2}}{day}[ \n-](?:al-|el-|ul-|e-|i-|ez-)?{_CAPITAL}"
    return re.compile(rf"{_CAPITAL}(?:{next_word}|-(?:e|i|ul|al)-{_CAPITAL})*")


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words))


def _whole(at: tuple[int, int], text: str, authority: Authority) -> tuple[Span, bool]:
    """Return a name without article and possessive ending, and whether its people open it ("Rebels of the Dawn")."""
    start, end = at
    told = False
    while (opening := _OPENING.match(text, start, end)) and opening[1].lower() in authority.words.openers | {"a", "an"}:
        start = opening.end()
    prefix = _ARTICLE.search(text, max(0, start - 4), start) if text.endswith("-", 0, start) else None
    start -= len(prefix[0]) if prefix else 0
    people = _OF.match(text, start, end)
    if people and (people[1].lower() in authority.words.men or people[1].lower() in _PAPERS):
        start, told = people.end(), True
    ending = _ENDING.search(text, start, end)
    return Span(start, ending.start() if ending else end), told


def _is_else(span: Span, text: str, folds: Sequence[str], authority: Authority) -> bool:
    """Tell whether a name is a state's force, a numbered unit, or in another way nobody's who bears arms of his own.

    A country's name stands in it with a noun for forces, or before a unit's: "Jordanian 71st Battalion".
    """
    words, codes = authority.words, authority.countries.codes
    before = _LAST_WORD.search(text, max(0, span.start - _WINDOW), span.start)
    led = before is not None and before[1].lower() in codes
    numbered = any(fold[:1].isdigit() for fold in folds) and folds[0] not in words.standards
    unit = numbered or (led and folds[-1] in words.units)
    national = any(fold in codes for fold in folds) and bool(authority.nouns.find(span.of(text)))
    return unit or national or not words.peaceful.isdisjoint(folds)
