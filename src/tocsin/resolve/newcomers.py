"""Groups that no record knows are told by their own names' words, or by what stands beside the name.

"the Falcons of the Upper Euphrates claimed", "a group that calls itself Saraya Awliya al-Dam", "gunmen of Prima Linea",
"Tehreek-e-Jihad Pakistan, a little-known outfit". A name in an actor's part is found and left open.
"""

import re
from collections.abc import Iterable, Sequence

from tocsin.knowledge.actors import Authority
from tocsin.model.text import Span

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’']*"
_OPENING = re.compile(r"(?:The|A|An)[ \n]")
_ARTICLE = re.compile(r"\b(?:al|el|as|az|an|ar|at|ad|ash)-$", re.IGNORECASE)
_ENDING = re.compile(r"['’]s?$")
_OF = re.compile(r"([^\W\d_]+)[ \n](?:of|for)[ \n](?:the[ \n])?")
_PARTING = re.compile(r"[^\w]+")
_QUOTE = r"[\"“'‘«]?"
_LETTERS = re.compile(r"\b[A-Z]{2,}\b")
_OF_WHOM = re.compile(r" of | al-")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \n](?:\w+ )?$")
_WINDOW = 70  # characters before a name in which what says that it is one stands


def newcomers(text: str, taken: Iterable[Span], places: Iterable[Span], authority: Authority) -> tuple[Span, ...]:
    """Return the names of groups that no record has; `taken` are known names, `places` those of places and peoples."""
    known, put = tuple(taken), frozenset(places)
    before, behind = beside(authority)
    people = re.compile(rf" (?:{_either(authority.words.men)})\b")
    armed = frozenset(word for word in authority.words.armed if " " not in word) | authority.words.banners
    found: list[Span] = []
    for match in _names(authority).finditer(text):
        span, told = _whole(match.span(), text, authority)
        name = span.of(text)
        if (
            len(name) < 3
            or name.lower() in authority.words.openers
            or span in put
            or any(span.meets(other) for other in known)
        ):
            continue
        folds = _PARTING.split(name.lower())
        told = told or bool(before.search(text[max(0, span.start - _WINDOW) : span.start]))
        told = told or bool(behind.match(text, span.end)) or (len(folds) > 1 and bool(armed.intersection(folds)))
        told = told or bool(_LETTERS.search(name) and people.match(text, span.end))
        told = told or (folds[0] in authority.words.bearers and bool(_OF_WHOM.match(text, span.start + len(folds[0]))))
        if told and name.upper() not in authority.words.no_actor and not _is_else(span, text, folds, authority):
            found.append(span)
    return tuple(found)


def beside(authority: Authority) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before and behind a name in an actor's part."""
    men, bands = _either(authority.words.men), _either(authority.words.bands)
    groups = rf"{bands}|group|movement|organi[sz]ation|network"
    before = (
        rf"\b(?:{groups})s?(?:,? (?:that|which|who))? (?:calls? (?:itself|themselves)|calling (?:itself|themselves))"
        rf" (?:the )?{_QUOTE}$",
        rf"\b(?:{bands})s?,? (?:that is |which is )?(?:known as|named|called|naming itself) (?:the )?{_QUOTE}$",
        rf"\b(?:{men}) (?:of|for) (?:the )?{_QUOTE}$",
        r"\b(?:attacks?|bombing|blast|killings?|raid|shooting|responsibility)\b[^.;]{0,25} claimed by (?:the )?$",
        rf"\b(?:leaflets?|letters?|notes?|statements?|posters?|communiques?) signed (?:by )?(?:the )?{_QUOTE}$",
        r"\b(?:was|were|is|are|been) claimed by (?:the )?$|\b(?:blamed on|in the name of) (?:the )?$",
    )
    introduced = rf"(?:[\w-]+ ){{0,4}}(?:{bands}|[\w-]+ (?:group|network|movement|organi[sz]ation))"
    behind = (
        rf"[\"”'’»]?,? (?:an?|the) {introduced}(?=[,.;]| (?:that|which|who|of|from|in|based|with)\b)",
        r"[\"”'’»]? (?:has |have |had |later |also |quickly )*claimed (?:responsibility|both |it\b)",
    )
    return re.compile("|".join(before)), re.compile("|".join(behind))


def _names(authority: Authority) -> re.Pattern[str]:
    """Return the pattern of names: capitalised words, and what joins them."""
    joint = _either(authority.words.joints)
    return re.compile(
        rf"{_CAPITAL}(?:(?:[ \n-](?:{joint})){{0,2}}[ \n-](?:al-|el-|ul-|e-|i-)?{_CAPITAL}|-(?:e|i|ul|al)-{_CAPITAL})*"
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words))


def _whole(at: tuple[int, int], text: str, authority: Authority) -> tuple[Span, bool]:
    """Return a name without article and possessive ending, and whether its people open it ("Rebels of the Dawn")."""
    start, end = at
    opening, told = _OPENING.match(text, start, end), False
    start = opening.end() if opening else start
    start -= len(prefix[0]) if (prefix := _ARTICLE.search(text, max(0, start - 4), start)) else 0
    people = _OF.match(text, start, end)
    if people and people[1].lower() in authority.words.men:
        start, told = people.end(), True
    ending = _ENDING.search(text, start, end)
    return Span(start, ending.start() if ending else end), told


def _is_else(span: Span, text: str, folds: Sequence[str], authority: Authority) -> bool:
    """Tell whether a name is a state's force, a numbered unit, or in another way nobody's who bears arms of his own.

    A country's name stands in it with a noun for forces, or before a unit's: "Jordanian 71st Battalion".
    """
    codes = authority.countries.codes
    before = _LAST_WORD.search(text, max(0, span.start - _WINDOW), span.start)
    led = before is not None and before[1].lower() in codes
    unit = any(fold[:1].isdigit() for fold in folds) or (led and folds[-1] in authority.words.units)
    national = any(fold in codes for fold in folds) and bool(authority.nouns.find(span.of(text)))
    return unit or national or not authority.words.peaceful.isdisjoint(folds)
