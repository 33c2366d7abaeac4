"""The nouns that may tell a part of a group: "branch", "factions", "splinter group", "hit squad that X keeps"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.names import Word
from tocsin.resolve.actors.context import Context
from tocsin.resolve.actors.part_clauses import clauses

_BLANK = re.compile(r"[ \n\xa0-]")
_NEAR = 2  # words before a noun


class Noun(NamedTuple):
    """A noun at a place in the row of words.

    `is_part` where it is no outlet's, `is_plural` for several parts, `is_share` for a half of a whole; `leads_out`
    where "from" and "within" may lead to the whole.
    """

    at: int
    noun: str
    is_part: bool
    is_plural: bool
    is_share: bool
    leads_out: bool


def nouns(seen: Context, covered: frozenset[int], authority: Authority) -> Iterator[Noun]:
    """Yield the nouns of a text that may tell a part of a group; names cover some places."""
    last: Noun | None = None
    for at in range(len(seen.row)):
        noun = None if at in covered else _noun(at, seen, authority)
        if last and not (noun and last.at + 1 == at and _is_one(last, noun, seen)):
            yield last
        last = noun
    if last:
        yield last


def _is_one(left: Noun, right: Noun, seen: Context) -> bool:
    """Tell whether two nouns are one: "television station", "splinter faction"."""
    gap = _BLANK.fullmatch(seen.text, seen.row[left.at].end, seen.row[right.at].start) is not None
    return gap and (left.is_part or not right.is_part)


def _noun(at: int, seen: Context, authority: Authority) -> Noun | None:
    """Return the noun at a place, if it is one that tells a part, or does with the words beside it."""
    words = authority.words
    parting = words.parting
    bare = seen.row[at].bare
    noun = parting.plurals.get(bare, bare)
    near = _before(at, seen)
    torn = noun in words.torn or any(word in words.breaking for word in near)
    if bare in words.mediums:
        return Noun(at, bare, is_part=False, is_plural=False, is_share=False, leads_out=False)
    if noun not in words.branches and not _is_made(at, noun, near, seen, authority):
        return None
    return Noun(
        at,
        noun,
        is_part=True,
        is_plural=bare in parting.plurals,
        is_share=noun in parting.halves,
        leads_out=torn or noun in parting.leavers,
    )


def _is_made(at: int, noun: str, near: tuple[str, ...], seen: Context, authority: Authority) -> bool:
    """Tell whether the words beside a noun make it one for a part."""
    words, told_by = authority.words, clauses(authority)
    end = seen.row[at].bare_end
    if noun in words.parting.leavers and (
        any(word in words.breaking for word in near) or told_by.left.match(seen.text, end)
    ):
        return True
    if noun in words.parting.bodies and near and near[-1] in words.parting.telling:
        return True
    if noun in words.parting.squads:
        return told_by.whose.match(seen.text, end) is not None
    if noun in words.parting.halves:
        return noun != seen.row[at].bare or (bool(near) and near[-1] in words.parting.sides)
    return False


def _before(at: int, seen: Context) -> tuple[str, ...]:
    """Return the words that stand right before a place, with nothing but blanks between."""
    found: list[Word] = []
    for i in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if _BLANK.fullmatch(seen.text, seen.row[i].end, seen.row[i + 1].start) is None:
            break
        found.insert(0, seen.row[i])
    return tuple(word.fold for word in found)
