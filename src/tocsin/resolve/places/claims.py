"""Phrases by which a text itself says that a name is a place's: "the town of X", "overran Y", "3 km from Z".

Each is sought only in a text that has one of the words that it needs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.knowledge.calendar import WEEKDAYS
from tocsin.knowledge.wording import small
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.resolve.places.typed import Typed, typed

Match = re.Match[str]

DAYS = "|".join(name.capitalize() for name in WEEKDAYS if len(name) > 4)
_NAME = (
    r"(?P<name>(?:(?:Al|El|An|Ar|As|Ad|Bou|Ben|Bir|Ain|San|Santa|Las|Los|La|Le|Ouled|Tel|Tell|Deir|Khan|Umm|Abu)[ -])?"
    r"[A-Z](?:\w|['’`](?!s\b))+(?:(?:[ -]| (?:al|el|ul|ad|as|ash)[ -]| (?:de|del|do|da|e|la|los|wa|o) |"
    rf"-(?:y?e|y?i|al|ul)[ -])(?!(?:{DAYS})\b)[A-Z](?:\w|['’`](?!s\b))+){{0,2}})"
)
_KINDS = (
    "village town hamlet settlement city district neighbourhood neighborhood suburb area locality commune camp "
    "municipality"
)
_QUARTERS = "neighbourhood neighborhood district suburb quarter"
_UNITS = "km kilometer kilometers kilometre kilometres mile miles"
_WINDS = ("north", "south", "east", "west")
_AWAY = "kilometers kilometres km miles"
# What is done to places alone; people too are attacked or seized.
_DONE = (
    "raided raiding entered entering shelled shelling bombarded bombarding recaptured recapturing stormed storming "
    "invaded invading besieged besieging overran overrun"
)
_DEEDS = "shelling bombing bombardment siege capture storming occupation recapture"
_RAIDS = "raid raids assault assaults"
_TAKEN = "abducted kidnapped seized snatched taken fled displaced"
_NEXT = "neighbouring neighboring nearby"
_COUNTED = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Several|Many"
_GONE = "walked marched drove rode advanced crossed fled"


def _any(words: str) -> str:
    """Return a pattern for any one of some words."""
    return f"(?:{'|'.join(words.split())})"


KIND = _any(_KINDS)
DISTANCE = rf"\d(?:[\d,.]*\d)? ?{_any(_UNITS)}\b"
_BY = r"(?P<near>(?i:in|at|near|outside|around))"
_BY_NAME = re.compile(r"\b(?i:in|at|near|outside|around) (?:the )?(?=[A-Z])")
_ENDS = (
    r"(?=[.,;:)\n]|$| (?:in|on|and|late|early|during|when|where|before|after|last|this|was|were|by|as|with|for|"
    rf"{DAYS})\b)"
)
_PLAIN = re.compile(rf"\b{_BY} {_NAME}(?!['’]s|,? (?:who|whose|\d\d,|said))")


class Phrase(NamedTuple):
    """A pattern of what says that a name is a place's, and the words of which one stands in whatever it matches.

    `by` is true where it opens with a preposition of place.
    """

    pattern: re.Pattern[str]
    needs: frozenset[str]
    by: bool = False

    @classmethod
    def of(cls, pattern: str, *needs: str) -> "Phrase":
        """Compile a phrase that needs any of some words."""
        return cls(re.compile(pattern), frozenset(" ".join(needs).split()), pattern.startswith(rf"\b{_BY} "))


# "A village of Bororo herders" has no name.
_OF_KIND = Phrase.of(rf"\b(?:the|(?P<one>a)) (?:\w+ )?{KIND} of {_NAME}(?(one)(?![\w'’`]| [a-z]))", _KINDS)
_QUARTER = Phrase.of(
    rf"\b(?:of|in|on|at|near|hit|struck|raided|stormed) the {_NAME} {_any(_QUARTERS)}"
    r"(?=[.,;]| (?:of|in|on|where|when|near|and|late|early|that|which|was|were)\b)",
    _QUARTERS,
)
_VILLAGE = Phrase.of(
    rf"\b(?!(?:The|An?|This|That|Each|Every|In|At|On|{_COUNTED}) ){_NAME} (?:village|hamlet)\b", "village hamlet"
)
_SAID = (
    _OF_KIND,
    Phrase.of(rf"\b{_BY} (?:the )?{_NAME} {KIND}\b", _KINDS),
    Phrase.of(rf"\b{_BY} {_NAME},? (?:an? |the )(?:\w+ ){{0,3}}{KIND}\b", _KINDS),
    Phrase.of(rf"\b{_BY} {_NAME},? (?:(?:some|about|around|roughly|nearly) )?{DISTANCE}", _UNITS),
    Phrase.of(rf"\b[Tt]he {_NAME} {KIND} (?:of|in) (?=[A-Z])", _KINDS),
    _QUARTER,
    Phrase.of(
        rf"\b{_NAME}, an? (?:[\w-]+ ){{0,3}}{KIND}"
        r"(?=[.,;]| (?:in|of|on|near|that|where|about|some|close|north|south|east|west|outside|\d))",
        _KINDS,
    ),
    Phrase.of(
        rf"\b(?i:{_any(' '.join(_WINDS))}(?:-?(?:east|west))?|{_any(_AWAY)}) (?P<near>of|from) {_NAME}{_ENDS}",
        *(f"{one}{two}" for one in _WINDS for two in ("", "east", "west")),
        _AWAY,
    ),
    Phrase.of(
        rf"\b(?:{_any(_DONE)}|{_any(_DEEDS)} of|{_any(_RAIDS)} on) {_NAME}{_ENDS}",
        *(_DONE, _DEEDS, _RAIDS),
    ),
    _VILLAGE,
)
_SURE = (
    Phrase.of(rf"\b(?:{_any(_TAKEN)}|carried off) (?:\w+ ){{0,3}}(?P<near>from) {_NAME}", _TAKEN, "carried"),
    Phrase.of(rf"\b(?P<near>in) {_any(_NEXT)} {_NAME}(?!['’]s)", _NEXT),
    Phrase.of(rf"\b{_any(_GONE)} (?:\w+ ){{0,7}}?(?P<near>to) {_NAME}, where\b", _GONE),
)
_SMALL = re.compile(r"\b(?:town|village|hamlet|settlement) of ")
_LETTERS = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Claims:
    """What a text says of names: that they are places (`typed` by a type word), or that a preposition leads them."""

    typed: tuple[Typed, ...] = ()
    said: tuple[Match, ...] = ()
    plain: tuple[Match, ...] = ()
    sure: tuple[Match, ...] = ()

    @property
    def names(self) -> frozenset[Span]:
        """Return the names of which the text itself says that they are places ("a village near X", "overran Y")."""
        told = frozenset(Span(*match.span("name")) for match in (*self.said, *self.sure))
        return told | {each.span for each in self.typed}


def claims(page: Annotated) -> Claims:
    """Return what a text that is read in full says of names after which a place is called."""
    if page.read != "full":
        return Claims()
    text = page.document.text
    words = frozenset(_LETTERS.findall(small(text)))
    starts = tuple(match.start() for match in _BY_NAME.finditer(text))
    said, sure = (
        tuple(
            match
            for phrase in phrases
            if not phrase.needs.isdisjoint(words)
            for match in (_led(phrase.pattern, text, starts) if phrase.by else phrase.pattern.finditer(text))
        )
        for phrases in (_SAID, _SURE)
    )
    return Claims(tuple(typed(text, words)), said, tuple(_led(_PLAIN, text, starts)), sure)


def _led(pattern: re.Pattern[str], text: str, starts: tuple[int, ...]) -> Iterator[Match]:
    """Yield the matches of a pattern that do not overlap, each at one of the places where it may begin."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


def is_of_kind(match: Match) -> bool:
    """Tell whether a name is claimed by the word for a kind of place before it: "the town of X"."""
    return match.re is _OF_KIND.pattern


def is_small(match: Match) -> bool:
    """Tell whether a name is claimed to be that of a town or village: "the town of X"."""
    return is_of_kind(match) and _SMALL.search(match[0]) is not None


def is_ended(match: Match) -> bool:
    """Tell whether a name is claimed by nothing but the word for a kind of place behind it: "X village"."""
    return match.re in (_VILLAGE.pattern, _QUARTER.pattern)
