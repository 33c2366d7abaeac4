"""Whom a name means is settled by what stands around it; that several records bear it is a fact, not an answer.

Each bearer gathers support: actors of the text that it is tied to, countries near the name and in the document, and
the years in which it was active. Without a clear first the name stays open, with its candidates and the reason.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.knowledge.actors import ActorRecord, Authority, Shared
from tocsin.knowledge.names import Hit, folded
from tocsin.model.text import Span
from tocsin.resolve.actors.company import company
from tocsin.resolve.actors.context import STOP, Context, sharing

_SURE, _TIED, _NEAR, _HOME, _SPOKEN_OF, _STATE, _ABOUT, _BESIDE, _PERHAPS = 4, 2, 2, 2, 1, 1, 1, 1, 1
_TOLD = 3
_PAST = -4
_SENTENCE = 400  # characters at most
_EARLY = 3  # years that an actor may have been active before its record knows
_ARMED = frozenset(("armed_group", "state_force"))
_CLEAR = 1  # what the first must be ahead of the second
_CLEARER = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a name may mean, one where it is settled; `doubt` says why it is not."""

    ids: tuple[str, ...]
    doubt: str | None = None


def meant(hit: Hit, seen: Context, authority: Authority) -> Choice:
    """Return whom a name means here."""
    ids, elsewhere = _bearers(hit, seen, authority)
    ids = tuple(i for i in ids if not is_before(authority.record(i), seen, margin=0)) or ids
    ids = _unbroken(ids, hit, seen, authority)
    if len(ids) == 1:
        doubted = _is_doubted(hit.span, seen.text, authority.words.doubts)
        wings = _wings(ids[0], seen, authority) if doubted else ()
        return _open(hit, (*ids, *wings), authority) if wings else Choice(ids)
    timely = tuple(i for i in ids if is_timely(authority.record(i), seen.years))
    fair = timely if len(timely) > 1 else ids  # that only one was active then is no proof that it is meant
    if _is_doubted(hit.span, seen.text, (*authority.words.doubts, authority.words.either)):
        return _open(hit, fair, authority)
    able = _able(ids, hit, seen, authority)
    points = {i: _support(authority.record(i), hit.span, seen, authority, rivals=ids) for i in ids}
    support = {i: points[i] for i in able}
    best, other, *_ = sorted(able, key=lambda i: -support[i]) if len(able) > 1 else (*able, "")
    first, second = support[best], support.get(other, 0)
    if max(points.values()) > first + _HOME:  # the words beside say one thing, where it plays another
        return _open(hit, fair, authority)
    if best in elsewhere and not _is_banded(best, ids, seen, authority):
        return _open(hit, fair, authority)
    # a name that is its owner's but in some countries is not turned by the country alone, unless that is near the name
    # and its owner's own is nowhere
    turned = best in elsewhere and not _is_far_from(other, best, hit.span, seen, authority)
    if first > 0 and first >= second + (_CLEARER if turned else _CLEAR):
        return Choice((best,))
    if first == second and first >= _TOLD:
        own = tuple(i for i in able if support[i] == first and _ends_with(authority.record(i), hit))
        if len(own) == 1:
            return Choice(own)
    if len(timely) == 1 and _may_be_alone(authority.record(*timely), hit, seen, authority):
        return Choice(timely)
    return _open(hit, fair, authority)


def _is_far_from(other: str, best: str, span: Span, seen: Context, authority: Authority) -> bool:
    """Tell whether a sentence speaks of the home of one bearer, and the text nowhere of the other's."""
    home, away = (home_of(authority.record(i)) if i else None for i in (best, other))
    return home in seen.near(span) and away not in {seen.country, *seen.anywhere()}


def _is_doubted(span: Span, text: str, phrases: Iterable[str]) -> bool:
    """Tell whether a sentence around a name, or the next, says that it is not known which bearer is meant."""
    doubts = re.compile("|".join(rf"\b{phrase}\b" for phrase in phrases), re.IGNORECASE)
    first, last = max(0, span.start - _SENTENCE), min(len(text), span.end + 2 * _SENTENCE)
    stops = [first, *(m.end() for m in STOP.finditer(text, first, last)), last]
    at = bisect_left(stops, span.end)
    start, end = stops[max(0, at - 1)], stops[min(at + 1, len(stops) - 1)]
    return doubts.search(text, start, end) is not None


def _open(hit: Hit, ids: tuple[str, ...], authority: Authority) -> Choice:
    names = " or ".join(authority.record(i).name for i in ids)
    return Choice(ids, f"{hit.name} may be {names}; nothing in the text settles which")


def _wings(actor_id: str, seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return who has split from an actor and was active in the text's years."""
    split = (r for r in authority.records.values() if any(t.type == "split_from" and t.to == actor_id for t in r.ties))
    return tuple(record.id for record in split if is_timely(record, seen.years))


def _able(ids: tuple[str, ...], hit: Hit, seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return the bearers that can be meant: where some bear arms and others do not, the words beside must say which."""
    armed = tuple(i for i in ids if authority.record(i).kind in _ARMED)
    if len(armed) in (0, len(ids)):
        return ids
    told = company(hit.span, seen.page, authority.words)
    if told.armed or not told.speaks:
        return armed if told.armed else ids
    return tuple(i for i in ids if i not in armed)


def _unbroken(ids: tuple[str, ...], hit: Hit, seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return who can have a faction that broke away, where the sentence speaks of one: no force of a state."""
    groups = tuple(i for i in ids if authority.record(i).kind != "state_force")
    words = authority.words
    broken = re.compile(rf"\b(?:{'|'.join(sorted(words.breaking))}) (?:{'|'.join(sorted(words.torn))})\b")
    sentence = seen.sentence(hit.span)
    return groups if groups and broken.search(seen.text, sentence.start, sentence.end) else ids


def _is_banded(actor_id: str, ids: tuple[str, ...], seen: Context, authority: Authority) -> bool:
    """Tell whether a group can bear the name of a state's force here: where the text has a word for its people."""
    others = (authority.record(i).kind for i in ids if i != actor_id)
    if authority.record(actor_id).kind != "armed_group" or "state_force" not in others:
        return True
    words = authority.words
    return not (words.men | words.epithets | words.bands | words.cadres).isdisjoint(word.bare for word in seen.row)


def _ends_with(record: ActorRecord, hit: Hit) -> bool:
    """Tell whether a name is the last word of its bearer's own: "Hezbollah" of "Kataib Hezbollah"."""
    own, short = folded(record.name), folded(hit.name)
    return len(own) == len(short) + 1 and own[1:] == short


def _may_be_alone(record: ActorRecord, hit: Hit, seen: Context, authority: Authority) -> bool:
    """Tell whether the only bearer that was active then can be meant: in an actor's part, and not away from home."""
    if record.kind in ("state_force", "government"):
        return True
    told = company(hit.span, seen.page, authority.words)
    return told.armed and seen.is_home(record)


def is_timely(record: ActorRecord, years: Iterable[int]) -> bool:
    """Tell whether an actor was active in one of the years, give or take one; without years it is taken to be."""
    since, until = record.active.since, record.active.until
    told = tuple(years)
    return not told or any((since or year) <= year + 1 and year - 1 <= (until or year) for year in told)


def is_before(record: ActorRecord, seen: Context, *, margin: int = _EARLY) -> bool:
    """Tell whether a text was published, and plays, more years than a margin before an actor is known to be there."""
    return seen.page.document.published is not None and max(seen.years) + margin < (record.active.since or 0)


def _support(record: ActorRecord, span: Span, seen: Context, authority: Authority, *, rivals: tuple[str, ...]) -> int:
    """Return how much of what stands around a name speaks for one of its bearers."""
    near = seen.near(span)
    splinter = any(tie.type == "split_from" and tie.to in rivals for tie in record.ties)
    points = _SURE if record.id in seen.sure and not splinter else 0
    told = seen.told(span, authority.words)
    points += _TOLD if home_of(record) in told else 0
    points += _NEAR if told & record.areas else 0
    points += _TIED if _is_tied(record, seen.sure.difference(rivals), authority) else 0
    points += _NEAR if near & record.areas else 0
    points += _HOME if home_of(record) in near else 0
    points += _SPOKEN_OF if seen.anywhere() & record.areas else 0
    points += _STATE if record.kind == "state_force" and home_of(record) in seen.anywhere() else 0
    points += _ABOUT if seen.country in record.areas else 0
    points += _BESIDE if seen.company & record.areas and record.id not in seen.sure else 0
    points += _PERHAPS if seen.near(span, doubtful=True) & record.areas else 0
    return points if is_timely(record, seen.years) else points + _PAST


def home_of(record: ActorRecord) -> str | None:
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
    declared = [(i, shared) for i in hit.ids for shared in sharing(hit, authority.record(i))]
    if not declared:
        return hit.ids, frozenset()
    here = frozenset((seen.country, *seen.anywhere()))
    valid = [shared for _, shared in declared if _is_valid(shared, here, seen.years)]
    away = {other for _, shared in declared if shared not in valid for other in shared.others}
    away -= {other for shared in valid for other in shared.others}
    ids: list[str] = [i for i in hit.ids if i not in away]
    for owner, shared in declared:
        ids.append(owner)
        if shared in valid:
            ids += shared.others
    limited = {other for _, shared in declared if shared.where for other in shared.others}
    return tuple(dict.fromkeys(ids)), frozenset(limited)


def _is_valid(shared: Shared, here: frozenset[str | None], years: frozenset[int]) -> bool:
    """Tell whether a name means others too in a text of these countries and years."""
    since, until = shared.since or 0, shared.until or 9999
    timely = not years or any(since <= year <= until for year in years)
    return timely and (not shared.where or not here.isdisjoint(shared.where))
