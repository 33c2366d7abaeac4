"""Leads that sum up: "at least 40 people were killed in three attacks across the north on Sunday".

Where the text then tells the attacks one by one, the sum is no event of its own, and its toll is none of theirs; the
day that it gives is theirs.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tocsin.extract.events.draft import Draft
from tocsin.extract.events.fit import KINDRED, overlap
from tocsin.extract.events.news import is_old
from tocsin.extract.events.spots import FAR_KM, POINTS, TOWNS, compatible
from tocsin.extract.grammar.tree import Tree, climb
from tocsin.extract.reading import Frame
from tocsin.extract.slots.counting import own_count
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Place

_MANY = 2
_WHOLE = frozenset({"own", "all", "beside"})
_HARMS = ("killed", "wounded")


def is_sum(tree: Tree, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a telling is of several attacks, or of several places attacked."""
    acts = frame.first("acts")
    if acts is not None and (acts.low or 0) >= _MANY:
        return True
    near = tree.page.page.sentences[frame.sentence]
    plural = [t for t in tree.tokens[near.first : near.last] if t.tag == "NNS"]
    told = [t for t in plural if frame.telling.holds(t.span) or frame.anchor in climb(tree, t.index)]
    if any(t.lemma in lexicon.attack_nouns and not _is_pointed(tree, t.index) for t in told):
        return True
    return any(t.lemma in lexicon.words["peopled"] and _is_several(tree, t.index) for t in told)


def _is_pointed(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[c].text.lower() in ("the", "these", "those", "both") for c in tree.below[noun])


def _is_several(tree: Tree, noun: int) -> bool:
    count = own_count(tree, noun)
    return count is not None and (count.low or 0) >= _MANY


def summed(drafts: Sequence[Draft], frame: Frame, published: date | None) -> list[int]:
    """Return the indices of the events, told after a sum, that it is the sum of."""
    after = [at for at, draft in enumerate(drafts) if _is_of(draft, frame, published)]
    acts = frame.first("acts")
    return after if acts is None or acts.high is None else after[: acts.high]


def _is_of(draft: Draft, frame: Frame, published: date | None) -> bool:
    """Tell whether an event told after a sum can be one of those summed up."""
    if draft.kind != frame.kind and frozenset({draft.kind, frame.kind}) not in KINDRED[:1]:
        return False
    first, when, where = draft.frames[0], draft.date(), draft.place()
    if (first.headline or first.sentence <= frame.sentence) and not frame.headline:
        return False
    if when is not None and (is_old(when, published) or (frame.date is not None and not overlap(when, frame.date))):
        return False
    if frame.place is not None and frame.place.precision in POINTS and frame.first("acts") is not None:
        return where is None or (where.precision == "exact" and compatible(where, frame.place))
    return where is None or frame.place is None or _can_hold(frame.place, where)


def _can_hold(wide: Place, where: Place) -> bool:
    """Tell whether a town can be among those that a sum tells of; one that no atlas places, anywhere in its country."""
    return compatible(where, wide, FAR_KM) or (None in (where.lat, wide.lat) and where.country == wide.country)


def is_one_of(frame: Frame, draft: Draft) -> bool:
    """Tell whether a sum is of more than the single event told after it: that has a town of its own and fewer dead."""
    where, mine = draft.place(), frame.place
    wider = where is not None and where.precision in TOWNS and (mine is None or mine.precision not in TOWNS)
    toll = frame.first("killed")
    dead = [count for told in draft.frames if (count := told.first("killed")) is not None]
    return wider and toll is not None and any((count.low or 0) < (toll.low or 0) for count in dead)


def with_sum(draft: Draft, frame: Frame) -> Draft:
    """Return an event with what a sum says of each: its day, and the force where both are operations."""
    forces = frame.kind == draft.kind == "operation" and not any(one.first("authority") for one in draft.frames)
    fields = {"date", "authority"} if forces else {"date"}
    kept = tuple(reading for reading in frame.readings if reading.field in fields)
    return replace(draft, frames=(*draft.frames, replace(frame, readings=kept)))


def without_totals(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts without a toll that is what their own lower one and those of others of that day come to."""
    return [_without_total(draft, [other for other in drafts if _is_of_day(other, draft)]) for draft in drafts]


def _is_of_day(other: Draft, draft: Draft) -> bool:
    """Tell whether violence is told beside other violence of its day, or with no day."""
    one, two = other.date(), draft.date()
    return other is not draft and other.kind == draft.kind and (one is None or two is None or overlap(one, two))


def _without_total(draft: Draft, others: Sequence[Draft]) -> Draft:
    for field in _HARMS:
        total = _total(field, draft, others)
        if total is not None:
            draft = replace(draft, frames=tuple(_without(frame, field, total) for frame in draft.frames))
    return draft


def _total(field: str, draft: Draft, others: Sequence[Draft]) -> int | None:
    """Return the first figure of an event, if it is what a later and lower one comes to with those of others."""
    tolls = _figures(field, draft)
    rest = [next(iter(_figures(field, other)), 0) for other in others]
    sums_ = {low + more for low in tolls for more in (*rest, sum(rest)) if more}
    return next((toll for toll in tolls[:1] if toll in sums_ and min(tolls) < toll), None)


def _figures(field: str, draft: Draft) -> list[int]:
    """Return the numbers that the tellings of a draft give of those who came to one harm, in order."""
    told = [r for frame in draft.frames for r in frame.readings if r.field == field and r.bearing in _WHOLE]
    return [reading.value.low for reading in told if reading.value.low]


def _without(frame: Frame, field: str, total: int) -> Frame:
    kept = tuple(r for r in frame.readings if r.field != field or r.value.low != total)
    return replace(frame, readings=kept)
