"""A capitalised name that no record bears may be one misspelt, or romanised in another way: "Al Shebbab"."""

from collections.abc import Sequence
from typing import NamedTuple

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.names import Hit, Word
from tocsin.knowledge.spellings import ARTICLE, SHORT, sound
from tocsin.model.text import Span
from tocsin.resolve.actors.context import place

_BLANK = frozenset((" ", "-", "\n", "–", ""))
_BEARERS = 4  # of one name, at most
_OWN = 7  # letters of a name's own words, in which one may differ
_NEAR = 4  # words around one that may be a name


class _Alike(NamedTuple):
    """A name that is spelled alike, and whether it sounds the same."""

    hit: Hit
    same: bool


def misspelt(text: str, row: tuple[Word, ...], taken: Sequence[Span], authority: Authority) -> tuple[Hit, ...]:
    """Return the names that are spelled like a known one, longest first where they overlap; weak where it is unsure.

    `taken` are left out, but for what a longer name of the same sound covers: "Fatah-el-Eslam".
    """
    found: list[Hit] = []
    covered = _covered(row, taken)
    nouns = authority.words.bearing()
    after = 0  # the last name found
    for at in [i for i, word in enumerate(row) if text[word.start].isupper() or text.startswith("-", word.end)]:
        sizes = _sizes(text, row, at, authority, nouns) if at >= after else []
        sounds = [sound(word.bare) for word in row[at : at + sizes[-1]]] if sizes else []
        for size in reversed(sizes):
            if size == 1 and len(sounds[0]) < SHORT:
                break
            over = {covered[i] for i in range(at, at + size) if i in covered} if covered else set()
            if any(not _outgrows(row[at], row[at + size - 1], span) for span in over):
                continue
            if row[at + size - 1].fold in authority.words.branches and any(
                span.start <= row[at].start and row[at + size - 2].bare_end <= span.end for span in over
            ):
                continue  # "the X faction" tells a part of X
            alike = _alike(row, at, at + size, sounds[:size], authority, nouns)
            if alike and (alike.same or not over or (size > len(over) and not alike.hit.weak)):
                found.append(alike.hit)
                after = at + size
                break
    return tuple(found)


def _alike(
    row: tuple[Word, ...], first: int, after: int, sounds: Sequence[str], authority: Authority, nouns: frozenset[str]
) -> _Alike | None:
    """Return the known name that words are spelled like, with or without the noun behind it."""
    words = tuple([word.bare for word in row[first:after]])
    alike = authority.spellings.find(words, sounds)
    if alike is None and len(words) > 2 and words[-1] in nouns:
        alike = authority.spellings.of_stem(sounds[:-1])
    if alike is None or len(alike.ids) > _BEARERS or authority.names.has(words):
        return None
    own = "".join(heard for word, heard in zip(words, sounds, strict=True) if word not in nouns)
    near = len(words) > 1 or len(own) > _OWN or _has_beside(row, first, authority)
    if not alike.same and (len(own) < _OWN or not near):
        return None
    ids = tuple(sorted(alike.ids))
    sure = alike.sure or (len(words) > 2 and row[after - 1].fold in authority.words.beside)  # "the Abu Nadal faction"
    hit = Hit(Span(row[first].start, row[after - 1].bare_end), ids, authority.record(ids[0]).name, weak=not sure)
    return _Alike(hit, alike.same and alike.sure and len(words) > 1)


def _has_beside(row: tuple[Word, ...], at: int, authority: Authority) -> bool:
    """Tell whether words that speak for an armed group stand close to a word."""
    near = (*row[max(0, at - _NEAR) : at], *row[at + 1 : at + 1 + _NEAR])
    return any(word.fold in authority.words.beside for word in near)


def _outgrows(first: Word, last: Word, span: Span) -> bool:
    """Tell whether words hold a known name and more."""
    return (
        first.start <= span.start and span.end <= last.bare_end and last.bare_end - first.start > span.end - span.start
    )


def _sizes(text: str, row: tuple[Word, ...], at: int, authority: Authority, nouns: frozenset[str]) -> list[int]:
    """Return how many words from one on may be one name.

    It ends with a capitalised word or a noun for organisations, has none in lower case before but particles, and
    no mark parts it.
    """
    sizes, end = list[int](), row[at].start
    for size, word in enumerate(row[at : at + authority.spellings.most], 1):
        if text[end : word.start] not in _BLANK:
            break
        end = word.end
        if text[word.start].isupper():
            sizes.append(size)
        elif size > 1 and word.fold in nouns:  # "the Haqani network"
            sizes.append(size)
            break
        elif text[end : end + 1] == "-" and sound(word.fold) == ARTICLE:
            continue
        elif size == 1 or word.fold not in authority.words.joining:
            break
    return sizes


def _covered(row: tuple[Word, ...], taken: Sequence[Span]) -> dict[int, Span]:
    """Return the known name that covers a word, for each that one covers."""
    return {at: span for span in taken for at in range(*place(span, row))}
