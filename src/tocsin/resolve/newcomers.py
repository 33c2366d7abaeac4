"""Groups that no record knows are told by their own names' words, or by what stands beside the name.

"the Falcons of the Upper Euphrates claimed", "a group that calls itself Saraya Awliya al-Dam", "gunmen of Prima Linea",
"Tehreek-e-Jihad Pakistan, a little-known outfit". A name in an actor's part is found and left open.
"""

import re
from collections.abc import Iterable

from tocsin.knowledge.actors import Authority
from tocsin.model.text import Span

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’']*"
_JOINT = r"(?:of|for|and|the|de|del|la|los|das|do|al|ul|el|e|i|wal|bin|ibn)"
_NAME = re.compile(
    rf"{_CAPITAL}(?:(?:[ \n-]{_JOINT}){{0,2}}[ \n-](?:al-|el-|ul-|e-|i-)?{_CAPITAL}|-(?:e|i|ul|al)-{_CAPITAL})*"
)
_OPENING = re.compile(r"(?:The|A|An)[ \n]")
_ENDING = re.compile(r"['’]s?$")
_OF = re.compile(r"([^\W\d_]+)[ \n](?:of|for)[ \n](?:the[ \n])?")
_PARTING = re.compile(r"[^\w]+")
_SMALL = frozenset(("The", "This", "These", "Those", "Their", "His", "Its", "Our", "All", "Some", "Many", "Two"))
_QUOTE = r"[\"“'‘«]?"
_WINDOW = 70  # characters before a name in which what says that it is one stands


def newcomers(text: str, taken: Iterable[Span], places: Iterable[Span], authority: Authority) -> tuple[Span, ...]:
    """Return the names of groups that no record has; `taken` are known names, `places` those of places and peoples."""
    known, put = tuple(taken), frozenset(places)
    before, behind = beside(authority)
    people = re.compile(rf" (?:{'|'.join(sorted(authority.words.men))})\b")
    armed = frozenset(word for word in authority.words.armed if " " not in word) | authority.words.banners
    found: list[Span] = []
    for match in _NAME.finditer(text):
        span, told = _whole(match.span(), text, authority)
        name = span.of(text)
        if len(name) < 3 or name in _SMALL or span in put or any(span.meets(other) for other in known):
            continue
        folds = _PARTING.split(name.lower())
        told = told or bool(before.search(text[max(0, span.start - _WINDOW) : span.start]))
        told = told or bool(behind.match(text, span.end)) or (len(folds) > 1 and bool(armed.intersection(folds)))
        told = told or (not name.istitle() and bool(people.match(text, span.end)))
        if told and name.upper() not in authority.words.no_actor and not _is_state(name, folds, authority):
            found.append(span)
    return tuple(found)


def beside(authority: Authority) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before and behind a name in an actor's part."""
    men, kinds = ("|".join(sorted(words)) for words in (authority.words.men, authority.words.kinds))
    before = (
        rf"\b(?:{kinds})s?(?:,? (?:that|which|who))? (?:calls? (?:itself|themselves)|calling (?:itself|themselves)"
        rf"|(?:is |are )?(?:known|named|called)(?: as)?|named itself) (?:the )?{_QUOTE}$",
        rf"\b(?:{men}) (?:of|for) (?:the )?{_QUOTE}$",
        r"\b(?:claimed by|signed by|signed|blamed on|in the name of) (?:the )?$",
    )
    behind = (
        rf"[\"”'’»]?,? (?:an?|the) (?:[\w-]+ ){{0,4}}(?:{kinds})(?=[,.;]| (?:that|which|who|of|from|in|based|with)\b)",
        r"[\"”'’»]? (?:has |have |had |later |also |quickly )*claimed (?:responsibility|both |it\b)",
    )
    return re.compile("|".join(before)), re.compile("|".join(behind))


def _whole(at: tuple[int, int], text: str, authority: Authority) -> tuple[Span, bool]:
    """Return a name without article and possessive ending, and whether its people open it ("Rebels of the Dawn")."""
    start, end = at
    opening, told = _OPENING.match(text, start, end), False
    start = opening.end() if opening else start
    people = _OF.match(text, start, end)
    if people and people[1].lower() in authority.words.men | authority.words.kinds:
        start, told = people.end(), True
    ending = _ENDING.search(text, start, end)
    return Span(start, ending.start() if ending else end), told


def _is_state(name: str, folds: Iterable[str], authority: Authority) -> bool:
    """Tell whether a country's name stands in a name with a noun for forces: its forces are the state's."""
    return any(fold in authority.countries.codes for fold in folds) and bool(authority.nouns.find(name))
