"""Whom a name means is settled by the text and its country; that several records bear it is a fact, not an answer."""

from bisect import bisect_left
from dataclasses import dataclass

from tocsin.knowledge.actors import ActorRecord, Authority, Shared
from tocsin.knowledge.names import Hit, Word, words
from tocsin.model.text import Span

_NEAR = 8
_ARTICLES = frozenset({"the", "a", "an", "and", "or", "in", "of", "by"})


@dataclass(frozen=True, slots=True)
class Context:
    """What settles doubtful names: the text, its words, its country, and the actors that it names beyond doubt."""

    text: str
    row: tuple[Word, ...]
    country: str | None
    sure: frozenset[str]


def context(text: str, hits: tuple[Hit, ...], authority: Authority, country: str | None) -> Context:
    """Return the context that a text's own sure names make."""
    sure = {
        hit.ids[0]
        for hit in hits
        if len(hit.ids) == 1 and not hit.weak and not _sharing(hit, authority.record(hit.ids[0]))
    }
    return Context(text, tuple(words(text)), country, frozenset(sure))


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
    is_word = any(_folded(hit.name) == _folded(word) for i in ids for word in authority.record(i).words)
    if _is_surname(hit, first, seen, authority) or (is_word and _is_shouted(first, after, seen)):
        return False
    if seen.sure.intersection(ids):
        return True
    if not is_word and any(seen.country in authority.record(i).areas for i in ids):
        return True
    near = (*seen.row[max(0, first - _NEAR) : first], *seen.row[after : after + _NEAR])
    return any(word.fold in authority.words.beside for word in near)


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
    return [shared for shared in record.shared if _folded(shared.name) == _folded(hit.name)]


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.fold for word in words(name))


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
