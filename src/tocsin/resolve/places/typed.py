"""A type word says that a name is a place's: "Kabuke community", "Mamund tehsil", "Barangay Tappa", "X and Y villages".

Each name is said at a level: that of a village, or that of a division, which is never given as a point in it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tocsin.knowledge.calendar import MONTHS, WEEKDAYS
from tocsin.model.text import Span
from tocsin.model.values import PlacePrecision

_DAYS = "|".join(name.capitalize() for name in (*WEEKDAYS, *MONTHS) if len(name) > 4)
_WORD = r"[A-Z]\w*(?:['’`](?!s\b)\w+)*(?:-\w+)*"
_NO_NAME = (
    r"(?!(?:The|An?|Th(?:is|at|ese|ose)|Each|Every|One|Two|Three|In|At|On|Of|From|To|Near|By|For|With|And|But|Also|"
    r"While|When|Where|After|Before|As|Other|Some|Many|Several|All|Both|Another|His|Her|Their|Our|Its|Local|Residents|"
    rf"Police|Gunmen|Bandits|Troops|Soldiers|Security|Army|New People|{_DAYS})\b)"
)
ONE = (
    rf"{_NO_NAME}(?:(?:al|el|as|ash|ar|an|ad|at|az)-)?(?!\w+ly\b){_WORD}"
    rf"(?:(?: (?:al|el|ul|ad|as|ash)[ -]| (?:de|del|do|da|e|la|los|wa|o) | ){_NO_NAME}{_WORD}){{0,2}}"
)
_LIST = rf"(?P<list>{ONE}(?:, {ONE})*,? and {ONE})"
_DIVISIONS = (
    r"(?:tehsil|tahsil|taluka?|upazila|mandal|woreda|raion|rayon|sub[- ]?county|sub-?district|township|payam|LGA|"
    r"local government(?: area| council area)?)"
)
_SMALL = r"(?:village|hamlet|town|settlement|neighbou?rhood|suburb)"
_PARTS = r"(?:community|ward|estate|quarters|axis)"
_AREA = r"(?:area|village|hamlet|town|neighbou?rhood|suburb|locality|quarter|ward|community|camp)"
_BEFORE = r"(?:[Bb]arangay|Brgy\.?|Bgy\.?|[Ss]itio|[Pp]urok|[Vv]ereda|[Cc]orregimiento)"
_AT = r"(?i:in|at|near|of|from|to|on|around|outside|attacked|raided|invaded|stormed|entered|left)"
_ENDS = r"(?! [A-Z]|['’]s|\w)"
_DONE = r"(?i:(?:raid|invad|shell|bombard|storm|bomb|attack|enter)(?:ed|ing))"


class Wording(NamedTuple):
    """A pattern of one name or a list, the level at which it says them, and words of which one stands in a match."""

    pattern: re.Pattern[str]
    level: PlacePrecision
    needs: frozenset[str]

    @classmethod
    def of(cls, pattern: str, level: PlacePrecision, *needs: str) -> "Wording":
        """Compile a wording that needs any of some words."""
        return cls(re.compile(pattern), level, frozenset(" ".join(needs).split()))


_DIVISION_WORDS = (
    "tehsil tahsil taluk taluka upazila mandal woreda raion rayon subcounty county subdistrict district township payam "
    "lga government"
)
_SMALL_WORDS = "village hamlet town settlement neighbourhood neighborhood suburb"
_AREA_WORDS = f"{_SMALL_WORDS} area locality quarter ward community camp"
_DONE_WORDS = (
    "raided raiding invaded invading shelled shelling bombarded bombarding stormed storming bombed bombing attacked "
    "attacking entered entering"
)


def _many(words: str) -> str:
    """Return the plurals of some words."""
    return " ".join(f"{word}s" for word in words.split())


_WORDINGS = (
    Wording.of(rf"\b{_LIST} (?i:{_DIVISIONS}|district)s\b", "admin2", _many(_DIVISION_WORDS), "areas"),
    Wording.of(rf"\b{_LIST} {_SMALL}s\b", "settlement", _many(_SMALL_WORDS)),
    Wording.of(
        rf"\b(?:{_SMALL}s|communities|localities) (?:of|like|such as|including) {_LIST}", "settlement",
        _many(_SMALL_WORDS), "communities localities",
    ),
    Wording.of(rf"\b(?:[Bb]arangays|[Ss]itios) {_LIST}", "settlement", "barangays sitios"),
    Wording.of(rf"\b(?:{_DONE}|(?:attacks?|raids?) on) (?:the )?{_LIST} communities\b", "settlement", "communities"),
    Wording.of(rf"\b{_DONE} (?:the )?{_LIST}, all in\b", "settlement", _DONE_WORDS),
    Wording.of(rf"\b(?P<name>{ONE}) (?i:{_DIVISIONS})\b(?! [A-Z]|\w)", "admin2", _DIVISION_WORDS, "area"),
    Wording.of(
        rf"(?<=['’]s )(?:[a-z]+ )?(?P<name>{ONE}) (?:{_DIVISIONS}|district|municipality)\b", "admin2",
        _DIVISION_WORDS, "area municipality",
    ),
    Wording.of(rf"(?<=['’]s )(?:[a-z]+ )?(?P<name>{ONE}) {_AREA}\b", "settlement", _AREA_WORDS),
    Wording.of(rf"\b{_BEFORE} (?P<name>{ONE})", "settlement", "barangay brgy bgy sitio purok vereda corregimiento"),
    Wording.of(rf"\b{_AT} (?P<name>{ONE}) {_PARTS}\b", "settlement", "community ward estate quarters axis"),
    Wording.of(rf", (?P<name>{ONE}) ward(?=[,.])", "settlement", "ward"),
    Wording.of(
        rf"\b(?:residents?|villagers|inhabitants|natives?) (?:of|from) (?P<name>{ONE}){_ENDS}", "settlement",
        "resident residents villagers inhabitants native natives",
    ),
    Wording.of(
        rf"\b(?P<name>{ONE}) [Pp]olice [Ss]tation(?:['’]s)? (?:area|limits|jurisdiction)\b", "near", "station"
    ),
)  # fmt: skip
_EACH = re.compile(ONE)


class Typed(NamedTuple):
    """A name of which a type word says that it is a place's, at which level, and where the wording begins."""

    span: Span
    level: PlacePrecision
    start: int


def typed(text: str, words: frozenset[str]) -> Iterator[Typed]:
    """Yield the names that stand with a type word, lists before single names; `words` are the text's, all small."""
    found: set[Span] = set()
    for each in _typed(text, words):
        if not any(each.span.meets(other) for other in found):
            found.add(each.span)
            yield each


def _typed(text: str, words: frozenset[str]) -> Iterator[Typed]:
    for pattern, level, _ in (wording for wording in _WORDINGS if not wording.needs.isdisjoint(words)):
        for match in pattern.finditer(text):
            if "name" in pattern.groupindex:
                yield Typed(Span(*match.span("name")), level, match.start())
                continue
            for each in _EACH.finditer(text, *match.span("list")):
                yield Typed(Span(*each.span()), level, match.start())
