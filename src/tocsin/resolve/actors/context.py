"""What settles doubtful names is gathered once a page: where it speaks of which countries, its years, its actors.

`Context.near`, `told` and `anywhere` say which countries stand by a name, as its own, or in the text at all.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.knowledge.actors import ActorRecord, ActorWords, Authority, Shared
from tocsin.knowledge.names import Hit, Word, folded
from tocsin.model.page import Annotated
from tocsin.model.text import Span

_YEAR = re.compile(r"(?:19(?<![\w,.]..)[5-9]|20(?<![\w,.]..)[0-4])\d(?![\w,])")
STOP = re.compile(r"[.!?؟।。]['\"”’»)]*\s+(?=\W*[^\Wa-z\d_])|\n\s*\n")
_ACRONYM = 4
_LED = re.compile(r"(?:['’]s?)?((?: [\w-]+){0,3}) ")
_SAID = re.compile(r",? (?:an?|the|its|their) (?:[\w-]+ ){0,2}")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of text that speaks of countries; a `doubtful` one is a place that may be in any of them."""

    span: Span
    countries: frozenset[str]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What settles doubtful names: the page and its words, the countries that it speaks of and where, the one it is
    about, its years, the actors that it names beyond doubt and the countries of those that have one, the acronyms that
    it spells out, and how many of its words tell of violence, of violence that is not played, and of something else.
    """

    page: Annotated
    row: tuple[Word, ...]
    country: str | None
    spoken: tuple[Spoken, ...]
    years: frozenset[int]
    sure: frozenset[str]
    company: frozenset[str]
    glossed: Mapping[str, Span | None]
    strife: int
    grave: int
    pastimes: int

    @property
    def text(self) -> str:
        """Return the text of the page."""
        return self.page.document.text

    def sentence(self, span: Span) -> Span:
        """Return the sentence around a span."""
        start = max((m.end() for m in STOP.finditer(self.text, 0, span.start)), default=0)
        after = STOP.search(self.text, span.end)
        return Span(start, after.start() if after else len(self.text))

    def near(self, span: Span, *, doubtful: bool = False) -> frozenset[str]:
        """Return the countries that the sentence around a span speaks of, or perhaps does."""
        sentence = self.sentence(span)
        return frozenset(
            code
            for one in self.spoken
            if one.doubtful == doubtful and sentence.holds(one.span)
            for code in one.countries
        )

    def anywhere(self, *, doubtful: bool = False) -> frozenset[str]:
        """Return every country that the text speaks of, or perhaps does."""
        return frozenset(code for one in self.spoken if one.doubtful == doubtful for code in one.countries)

    def told(self, span: Span, words: ActorWords) -> frozenset[str]:
        """Return the countries that stand to a name as its own: "the Colombian guerrilla ELN", "ELN, a Colombian"."""
        return frozenset(
            code
            for one in self.spoken
            if not one.doubtful and (self._leads(one.span, span, words) or self._explains(span, one.span))
            for code in one.countries
        )

    def _leads(self, one: Span, span: Span, words: ActorWords) -> bool:
        between = _LED.fullmatch(self.text, one.end, span.start) if one.end < span.start else None
        return between is not None and all(word in words.groups or word in words.beside for word in between[1].split())

    def _explains(self, span: Span, one: Span) -> bool:
        return span.end < one.start and _SAID.fullmatch(self.text, span.end, one.start) is not None

    def is_home(self, record: ActorRecord) -> bool:
        """Tell whether the text is about a country in which an actor is active, or perhaps is."""
        perhaps = self.anywhere(doubtful=True) if self.page.tokens else frozenset()
        told = self.anywhere() | perhaps | self.company | {self.country}
        return bool(told & record.areas)


def context(
    page: Annotated,
    row: tuple[Word, ...],
    hits: tuple[Hit, ...],
    authority: Authority,
    *,
    country: str | None,
    spoken: tuple[Spoken, ...] = (),
    glossed: Mapping[str, Span | None] | None = None,
) -> Context:
    """Return the context that a text's own sure names make."""
    sure = {
        hit.ids[0]
        for hit in hits
        if len(hit.ids) == 1
        and not hit.weak
        and not is_short(hit.name)
        and not sharing(hit, authority.record(hit.ids[0]))
    }
    homes = [areas for i in sure if len(areas := authority.record(i).areas) == 1]
    shared = [hit.span for hit in hits if any(sharing(hit, authority.record(i)) for i in hit.ids)]
    document = page.document
    years = {int(year) for year in _YEAR.findall(document.text)}
    years |= {document.published.year} if document.published else set()
    folds = {word.bare for word in row}
    strife, pastimes = folds & authority.words.strife, folds & authority.words.pastimes
    return Context(
        page,
        row,
        country,
        tuple(one for one in spoken if not any(one.span.meets(span) for span in shared)),
        frozenset(years),
        frozenset(sure),
        frozenset().union(*homes),
        glossed or {},
        strife=len(strife),
        grave=len(strife - authority.words.playful),
        pastimes=len(pastimes),
    )


def place(span: Span, row: tuple[Word, ...]) -> tuple[int, int]:
    """Return the index of the first word of a span and that of the word behind it."""
    return bisect_left(row, span.start, key=lambda word: word.end - 1), bisect_left(row, span.end, key=_start)


def sharing(hit: Hit, record: ActorRecord) -> list[Shared]:
    """Return what a record says of a name that it shares."""
    return [shared for shared in record.shared if folded(shared.name) == folded(hit.name)]


def is_short(name: str) -> bool:
    """Tell whether a name is an acronym of so few letters that others elsewhere have it too."""
    return len(name) <= _ACRONYM and name.isalnum() and name.upper() == name


def _start(word: Word) -> int:
    return word.start
