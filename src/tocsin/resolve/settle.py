"""Whom a name means is settled by what stands around it; that several records bear it is a fact, not an answer.

Each bearer gathers support: actors of the text that it is tied to, countries near the name and in the document, and
the years in which it was active. Without a clear first the name stays open, with its candidates and the reason.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.knowledge.actors import ActorRecord, Authority, Shared
from tocsin.knowledge.names import Hit, Word, folded
from tocsin.model.text import Span

_YEAR = re.compile(r"(?<![\w,.])(?:19[5-9]\d|20[0-4]\d)(?![\w,])")
_STOP = re.compile(r"[.!?؟।。]['\"”’»)]*\s+(?=\W*[^\Wa-z\d_])|\n\s*\n")
_SURE, _TIED, _NEAR, _HOME, _SPOKEN_OF, _ABOUT = 4, 2, 2, 2, 1, 1
_ACRONYM = 4
_PAST = -4
_CLEAR = 1  # what the first must be ahead of the second
_CLEARER = 2


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of text that speaks of countries."""

    span: Span
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """What settles doubtful names: the text and its words, the countries that it speaks of and where, the one it is
    about, its years, the actors that it names beyond doubt, and the acronyms that it spells out.
    """

    text: str
    row: tuple[Word, ...]
    country: str | None
    spoken: tuple[Spoken, ...]
    years: frozenset[int]
    sure: frozenset[str]
    glossed: Mapping[str, Span | None]

    def near(self, span: Span) -> frozenset[str]:
        """Return the countries that the sentence around a span speaks of."""
        start = max((m.end() for m in _STOP.finditer(self.text, 0, span.start)), default=0)
        after = _STOP.search(self.text, span.end)
        sentence = Span(start, after.start() if after else len(self.text))
        return frozenset(code for one in self.spoken if sentence.holds(one.span) for code in one.countries)

    def anywhere(self) -> frozenset[str]:
        """Return every country that the text speaks of."""
        return frozenset(code for one in self.spoken for code in one.countries)


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a name may mean, one where it is settled; `doubt` says why it is not."""

    ids: tuple[str, ...]
    doubt: str | None = None


def context(
    text: str,
    row: tuple[Word, ...],
    hits: tuple[Hit, ...],
    authority: Authority,
    *,
    country: str | None,
    spoken: tuple[Spoken, ...] = (),
    published: int | None = None,
    glossed: Mapping[str, Span | None] | None = None,
) -> Context:
    """Return the context that a text's own sure names make; `published` is the year of publication."""
    sure = {
        hit.ids[0]
        for hit in hits
        if len(hit.ids) == 1
        and not hit.weak
        and not is_short(hit.name)
        and not _sharing(hit, authority.record(hit.ids[0]))
    }
    years = {int(year) for year in _YEAR.findall(text)} | ({published} if published else set())
    return Context(text, row, country, spoken, frozenset(years), frozenset(sure), glossed or {})


def meant(hit: Hit, seen: Context, authority: Authority) -> Choice:
    """Return whom a name means here."""
    ids, elsewhere = _bearers(hit, seen, authority)
    if len(ids) == 1:
        return Choice(ids)
    support = {i: _support(authority.record(i), hit.span, seen, authority, rivals=ids) for i in ids}
    best, other, *_ = sorted(ids, key=lambda i: -support[i])
    first, second = support[best], support[other]
    # a name that is its owner's but in some countries is not turned by the country alone
    if first > 0 and first >= second + (_CLEARER if best in elsewhere else _CLEAR):
        return Choice((best,))
    timely = tuple(i for i in ids if is_timely(authority.record(i), seen.years))
    fair = timely if len(timely) > 1 else ids  # that only one was active then is no proof that it is meant
    names = " or ".join(authority.record(i).name for i in fair)
    return Choice(fair, f"{hit.name} may be {names}; nothing in the text settles which")


def is_timely(record: ActorRecord, years: Iterable[int]) -> bool:
    """Tell whether an actor was active in one of the years, give or take one; without years it is taken to be."""
    since, until = record.active.since, record.active.until
    told = tuple(years)
    return not told or any((since or year) <= year + 1 and year - 1 <= (until or year) for year in told)


def place(span: Span, row: tuple[Word, ...]) -> tuple[int, int]:
    """Return the index of the first word of a span and that of the word behind it."""
    return bisect_left(row, span.start, key=lambda word: word.end - 1), bisect_left(row, span.end, key=_start)


def _support(record: ActorRecord, span: Span, seen: Context, authority: Authority, *, rivals: tuple[str, ...]) -> int:
    """Return how much of what stands around a name speaks for one of its bearers."""
    near = seen.near(span)
    points = _SURE if record.id in seen.sure else 0
    points += _TIED if _is_tied(record, seen.sure.difference(rivals), authority) else 0
    points += _NEAR if near & record.areas else 0
    points += _HOME if _home(record) in near else 0
    points += _SPOKEN_OF if seen.anywhere() & record.areas else 0
    points += _ABOUT if seen.country in record.areas else 0
    return points if is_timely(record, seen.years) else points + _PAST


def _home(record: ActorRecord) -> str | None:
    """Return the country that a record names first."""
    return record.ranges[0].countries[0] if record.ranges else None


def _is_tied(record: ActorRecord, sure: frozenset[str], authority: Authority) -> bool:
    """Tell whether the text names an actor that this one has to do with."""
    tied = {tie.to for tie in record.ties if tie.type != "not_same_as"}
    return any(
        i in tied or any(tie.to == record.id and tie.type != "not_same_as" for tie in authority.record(i).ties)
        for i in sure
        if i != record.id
    )


def _bearers(hit: Hit, seen: Context, authority: Authority) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return all who may bear a name here, and those of them who bear it in certain countries alone."""
    declared = [(i, shared) for i in hit.ids for shared in _sharing(hit, authority.record(i))]
    if not declared:
        return hit.ids, frozenset()
    here = {seen.country, *seen.anywhere()}
    away = {
        other
        for _, shared in declared
        if shared.where and not here.intersection(shared.where)
        for other in shared.others
    }
    ids: list[str] = [i for i in hit.ids if i not in away]
    for owner, shared in declared:
        ids.append(owner)
        if not shared.where or here.intersection(shared.where):
            ids += shared.others
    limited = {other for _, shared in declared if shared.where for other in shared.others}
    return tuple(dict.fromkeys(ids)), frozenset(limited)


def _sharing(hit: Hit, record: ActorRecord) -> list[Shared]:
    return [shared for shared in record.shared if folded(shared.name) == folded(hit.name)]


def is_short(name: str) -> bool:
    """Tell whether a name is an acronym of so few letters that others elsewhere have it too."""
    return len(name) <= _ACRONYM and name.isalnum() and name.upper() == name


def _start(word: Word) -> int:
    return word.start
