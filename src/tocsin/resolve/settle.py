"""Whom a name means is settled by the text and its country; that several records bear it is a fact, not an answer."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from tocsin.knowledge.actors import ActorRecord, Authority, Shared
from tocsin.knowledge.names import Hit, Word, folded
from tocsin.model.text import Span

_NEAR = 8
_BEFORE_DATES = frozenset(
    {"on", "since", "until", "till", "before", "after", "from", "by", "last", "this", "to", "and"}
)
_GLOSS = re.compile(r"[(\[]([A-Z][A-Za-z0-9-]{1,9})[)\]]")
_DATE = re.compile(r"^\d+ [A-Z]|[a-z] \d+$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ARTICLES = frozenset({"the", "a", "an", "and", "or", "in", "of", "by"})


@dataclass(frozen=True, slots=True)
class Context:
    """What settles doubtful names: the text, its words and country, the actors that it names beyond doubt, and the
    acronyms that it glosses: those stand in brackets, behind words that are not the name of one of our actors.
    """

    text: str
    row: tuple[Word, ...]
    country: str | None
    sure: frozenset[str]
    glossed: frozenset[str]


def context(
    text: str, row: tuple[Word, ...], hits: tuple[Hit, ...], authority: Authority, *, country: str | None
) -> Context:
    """Return the context that a text's own sure names make."""
    sure = {
        hit.ids[0]
        for hit in hits
        if len(hit.ids) == 1 and not hit.weak and not _sharing(hit, authority.record(hit.ids[0]))
    }
    return Context(text, row, country, frozenset(sure), frozenset(_GLOSS.findall(text)))


def meant(hit: Hit, seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return the ids that a name may mean here: one where it is settled, several where it stays open."""
    ids, open_everywhere = _bearers(hit, seen.country, authority)
    named = [i for i in ids if i in seen.sure]
    if len(ids) > 1 and len(named) == 1:
        return (named[0],)
    if len(ids) > 1 and open_everywhere and not named:
        there = [i for i in ids if seen.country in authority.record(i).areas]
        if len(there) == 1:
            return (there[0],)
    return ids


def believed(hit: Hit, ids: tuple[str, ...], seen: Context, authority: Authority) -> bool:
    """Tell whether a weak name means an actor at all: by its expansion, its country or the words beside it."""
    if not hit.weak:
        return True
    first, after = place(hit.span, seen.row)
    is_word = any(
        naming.word and folded(hit.name) == folded(naming.name) for i in ids for naming in authority.record(i).names
    )
    if _is_surname(hit, first, seen, authority) or _is_date(hit, first, after, seen):
        return False
    if is_word and _is_shouted(first, after, seen):
        return False
    if seen.sure.intersection(ids):
        return True
    here = any(seen.country in authority.record(i).areas for i in ids)
    if not here and (hit.span.of(seen.text) in seen.glossed or _DATE.search(hit.name)):
        return False
    if not any(_at_home(authority.record(i), seen, authority) for i in ids):
        return False
    if here and not is_word and len(hit.name) > 2:
        return True
    near = (*seen.row[max(0, first - _NEAR) : first], *seen.row[after : after + _NEAR])
    return any(word.fold in authority.words.beside for word in near)


def _at_home(record: ActorRecord, seen: Context, authority: Authority) -> bool:
    """Tell whether an actor may be meant by a weak name here: where it is active, or anywhere if it has branches."""
    if seen.country in record.areas:
        return True
    if record.kind in ("state_force", "government"):
        return False
    return seen.country is None or record.id in authority.parents


def place(span: Span, row: tuple[Word, ...]) -> tuple[int, int]:
    """Return the index of the first word of a span and that of the word behind it."""
    return bisect_left(row, span.start, key=lambda word: word.end - 1), bisect_left(row, span.end, key=_start)


def _bearers(hit: Hit, country: str | None, authority: Authority) -> tuple[tuple[str, ...], bool]:
    """Return all who may bear a name in a country, and whether the name is open wherever it stands."""
    declared = [(i, shared) for i in hit.ids for shared in _sharing(hit, authority.record(i))]
    if not declared:
        return hit.ids, True
    ids: list[str] = []
    for owner, shared in declared:
        ids.append(owner)
        if not shared.where or country in shared.where:
            ids += shared.others
    return tuple(dict.fromkeys(ids)), any(not shared.where for _, shared in declared)


def _sharing(hit: Hit, record: ActorRecord) -> list[Shared]:
    return [shared for shared in record.shared if folded(shared.name) == folded(hit.name)]


def _start(word: Word) -> int:
    return word.start


def _is_surname(hit: Hit, first: int, seen: Context, authority: Authority) -> bool:
    """Tell whether a single capitalised word follows another that is no article or country: a person's name."""
    written = hit.span.of(seen.text)
    if not written.istitle() or " " in written or not first:
        return False
    before = seen.row[first - 1]
    word = seen.text[before.start : before.end]
    if seen.text[before.end : hit.span.start] != " " or not word[0].isupper() or before.fold in _ARTICLES:
        return False
    return before.fold not in authority.countries.codes


def _is_date(hit: Hit, first: int, after: int, seen: Context) -> bool:
    """Tell whether a name that is a day and a month ("November 17") stands as a date."""
    if not _DATE.search(hit.name):
        return False
    follows = first > 0 and seen.row[first - 1].fold in _BEFORE_DATES
    return follows or (after < len(seen.row) and bool(_YEAR.fullmatch(seen.row[after].fold)))


def _is_shouted(first: int, after: int, seen: Context) -> bool:
    """Tell whether a name that reads as a word stands beside a word in capitals on its line: IT IS."""
    for at in (first - 1, after):
        if 0 <= at < len(seen.row):
            word = seen.row[at]
            gap = seen.text[min(word.end, seen.row[first].start) : max(word.start, seen.row[first].start)]
            written = seen.text[word.start : word.end]
            if "\n" not in gap and len(written) > 1 and written.isalpha() and written.isupper():
                return True
    return False
