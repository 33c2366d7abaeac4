"""Which part is meant where several fit, or where one broke away: by its years and where it is active."""

import re
from collections.abc import Iterable

from tocsin.knowledge.actors import BRANCHING, ActorRecord, Authority, Tie
from tocsin.resolve.actors.context import Context
from tocsin.resolve.actors.part_phrases import Phrase
from tocsin.resolve.actors.part_words import children_of
from tocsin.resolve.actors.settle import is_timely

_RELATIVE = re.compile(r" (?:that|which|who) ")
_BEHIND = 12  # characters
_FRESH = 5  # years in which news speaks of the one that broke away
_MANY = 6  # candidates that still tell a reader something
_HALVES = frozenset({"part_of", "split_from"})


def is_torn(phrase: Phrase, authority: Authority) -> bool:
    """Tell whether a phrase tells a part that broke away from the whole."""
    words = authority.words
    breaking = any(word.fold in words.breaking for word in phrase.words)
    return breaking or phrase.clause == "left" or phrase.noun in words.torn | words.parting.leavers


def torn(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return who broke off from wholes: the one of that time and place, or all who may be meant."""
    split = [(record, tie) for record, tie in _split(wholes, seen, authority) if not _is_later(record, tie, seen)]
    then = {r.id for r, tie in split if (year := _year(r, tie)) and any(abs(year - one) <= 1 for one in seen.years)}
    undated = {record.id for record, tie in split if _year(record, tie) is None}
    if len(then) == 1 and not undated and _tells_when(phrase, seen):
        return tuple(then)
    known = dict.fromkeys(record.id for record, _ in split)
    if len(known) == 1 and phrase.is_definite and _is_there(*split[0], seen, authority):
        return tuple(known)
    return tuple(known) if len(known) > 1 else ()


def several(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return the parts any of which may be meant, at least two and not too many; one that left leaves the whole too."""
    areal = phrase.noun in authority.words.areal
    half = not areal and phrase.noun not in authority.words.torn - {"faction"}
    fit = [
        (record.id, tie)
        for record, tie in children_of(wholes, seen, authority)
        if record.id not in wholes
        and (tie.type in BRANCHING if areal else tie.type in BRANCHING | _HALVES)
        and is_timely(record, seen.years)
        and _is_near(record, phrase, seen)
    ]
    ids = tuple(dict.fromkeys(i for i, _ in fit))
    if len(ids) == 1 and phrase.is_plural and half and fit[0][1].type == "split_from":
        ids = (*wholes, *ids)
    return ids if 1 < len(ids) <= _MANY else ()


def _split(wholes: tuple[str, ...], seen: Context, authority: Authority) -> Iterable[tuple[ActorRecord, Tie]]:
    """Yield who broke off from wholes and was active in the years of a text."""
    for record, tie in children_of(wholes, seen, authority):
        if tie.type == "split_from" and record.id not in wholes and is_timely(record, seen.years):
            yield record, tie


def _year(record: ActorRecord, tie: Tie) -> int | None:
    """Return the year in which a part left, or else that in which it was first active."""
    return int(tie.since[:4]) if tie.since else record.active.since


def _is_later(record: ActorRecord, tie: Tie, seen: Context) -> bool:
    """Tell whether a part left after the years of a text."""
    year = _year(record, tie)
    return bool(seen.years) and year is not None and year > max(seen.years)


def _tells_when(phrase: Phrase, seen: Context) -> bool:
    """Tell whether something is told of the part behind its noun, as of one that is new."""
    return _RELATIVE.search(seen.text, phrase.span.start, phrase.span.end + _BEHIND) is not None


def _is_there(record: ActorRecord, tie: Tie, seen: Context, authority: Authority) -> bool:
    """Tell whether a part that left a few years ago, no earlier than the whole arose, is active where a text plays."""
    year = _year(record, tie) or authority.record(tie.to).active.since
    fresh = year is not None and bool(seen.years) and max(seen.years) - year <= _FRESH
    return fresh and seen.is_home(record)


def _is_near(record: ActorRecord, phrase: Phrase, seen: Context) -> bool:
    """Tell whether an actor may be active where a text plays."""
    codes = seen.near(phrase.span) or frozenset([seen.country] if seen.country else [])
    return not codes or not record.areas or not codes.isdisjoint(record.areas)
