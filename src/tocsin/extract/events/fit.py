"""Whether a telling can be of an event told before: by kind, day and place, and by what both tell of.

A settlement, a day or a kind of its own parts a telling from an event; a repeated day, settlement or toll ties it.
"""

from dataclasses import replace
from datetime import date, timedelta

from tocsin.extract.events.draft import Draft
from tocsin.extract.events.news import is_old, is_past
from tocsin.extract.events.retelling import KIN, retold, same_raid
from tocsin.extract.events.spots import FAR_KM, NEAR_KM, POINTS, compatible
from tocsin.extract.reading import Frame
from tocsin.model.record import EventKind
from tocsin.model.values import When

KINDRED: tuple[frozenset[EventKind], ...] = (frozenset({"attack", "operation"}), *KIN)
_NONE, _DAY = timedelta(0), timedelta(days=1)
_FEW = 2  # a toll that any two attacks may share
_LONG = frozenset({"week", "month", "year"})
_PEOPLED = frozenset({"arrest", "threat", "publication", "trial", "designation", "plot"})
_TOLLS = (("killed", "killed_perpetrators"), ("wounded",), ("abducted",), ("arrested",))


def fits(draft: Draft, frame: Frame, published: date | None) -> bool:
    """Tell whether a frame can be a telling of a draft."""
    kinds = frozenset({draft.kind, frame.kind})
    if draft.kind != frame.kind and not (kinds in KINDRED and _can_be_one(draft, frame, kinds)):
        return False
    if _is_beside(draft, frame) or (not frame.definite and _is_other_side(draft, frame)):
        return False
    when, where = draft.date(), draft.place()
    open_ = when is None or when.start is None
    recalls = frame.date is not None and (frame.date.precision in _LONG or is_old(frame.date, published))
    if open_ and recalls and not (frame.definite and draft.kind == frame.kind):
        return is_there(draft, frame) or same_toll(draft, frame)
    slack = _DAY if frame.definite else _NONE
    if when is not None and frame.date is not None and not overlap(when, frame.date, slack):
        return False
    reach = FAR_KM if frame.definite else NEAR_KM
    apart = where is not None and frame.place is not None and not compatible(where, frame.place, reach)
    if apart and kinds != {"arrest", "plot"}:  # who plots is seldom taken where harm was to fall
        return False
    if draft.kind in _PEOPLED:
        return shares(draft, frame) or frame.definite or retold(draft.frames, frame)
    return True


def shares(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame repeats a day, a settlement or a toll of the draft."""
    when = draft.date()
    if when is not None and frame.date is not None and when.start == frame.date.start and when.start is not None:
        return True
    return is_at(draft, frame) or same_toll(draft, frame)


def same_toll(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame repeats a toll of the draft that is no small number."""
    for fields in _TOLLS:
        mine = {count.low for field in fields if (count := frame.first(field)) is not None}
        theirs = {count.low for field in fields for told in draft.frames if (count := told.first(field)) is not None}
        if any((low or 0) > _FEW for low in mine & theirs):
            return True
    return False


def is_at(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame names the very place of a draft."""
    place = draft.place()
    if place is None or frame.place is None:
        return False
    if place.place_id is None:
        return place.name == frame.place.name
    return place.place_id == frame.place.place_id


def is_there(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame is of the place of a draft, and has no other dead than the draft tells of."""
    dead = frame.first("killed") is not None and any(told.first("killed") is not None for told in draft.frames)
    return is_at(draft, frame) and not dead


def is_settled(draft: Draft) -> bool:
    """Tell whether a draft has a day and a town of its own already."""
    place = draft.place()
    return draft.date() is not None and place is not None and place.precision in POINTS


def is_of_sort(draft: Draft, frame: Frame) -> bool:
    """Tell whether a draft is told with the same attack type ("the hijacking")."""
    return any(set(told.attack_types) & set(frame.attack_types) for told in draft.frames)


def is_plain(frame: Frame) -> bool:
    """Tell whether a frame has neither day nor place of its own."""
    return frame.date is None and frame.place is None


def overlap(one: When, other: When, slack: timedelta = _NONE) -> bool:
    """Tell whether two dates can be one; "the siege" may be told by the day on which it ended."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        if (one.start is None) != (other.start is None):
            return not is_past(one) and not is_past(other)
        return one.text.lower() == other.text.lower()
    return one.start <= other.end + slack and other.start <= one.end + slack


def _can_be_one(draft: Draft, frame: Frame, kinds: frozenset[EventKind]) -> bool:
    """Tell whether tellings of two kinds can be of one event: the words point back, or the same people are held."""
    if "arrest" in kinds or kinds == {"plot", "operation"}:
        return same_raid(draft.frames, frame) or (frame.definite and "operation" not in kinds)
    response = frame.kind == "operation" and is_plain(frame) and frame.first("authority") is None
    return frame.definite or not frame.founds or response or same_toll(draft, frame) or _is_reply(draft, frame)


def _is_reply(draft: Draft, frame: Frame) -> bool:
    """Tell whether forces killed militants, no day or place told, right after an attack by no state is told."""
    if draft.kind != "attack" or not is_plain(frame) or frame.sentence - draft.frames[-1].sentence > 1:
        return False
    if frame.first("killed_perpetrators") is None or frame.first("killed") is not None:
        return False
    return "state" not in set().union(*(_sides(told) for told in draft.frames))


def _is_other_side(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame is of what forces did and a draft of what others did, or the reverse, to people told of."""
    if draft.kind != "attack" or frame.kind != "attack" or frame.first("killed_perpetrators") is not None:
        return False
    if frame.first("targets") is None and frame.first("killed") is None:
        return False
    mine, theirs = _sides(frame), set().union(*(_sides(told) for told in draft.frames))
    return bool(mine and theirs) and not mine & theirs


def _sides(frame: Frame) -> set[str]:
    """Return on which sides the doers of a frame are: a state's, or others'."""
    states = ("state_force", "government")
    doers = [reading.value.kind for reading in frame.readings if reading.field == "perpetrators"]
    return {"state" if kind in states else "other" for kind in doers}


def _is_beside(draft: Draft, frame: Frame) -> bool:
    """Tell whether the sentence that tells of a draft tells of the frame too, in another town."""
    beside = [told.place for told in draft.frames if told.sentence == frame.sentence and told.anchor == frame.anchor]
    return any(one is not None and frame.place is not None and one != frame.place for one in beside)


def has_other_toll(draft: Draft, frame: Frame) -> bool:
    """Tell whether a blow told anew has dead or wounded of its own, other than those of a draft that has some too."""
    if frame.definite or not frame.deed:
        return False
    mine, theirs = _harmed(frame), set().union(*(_harmed(told) for told in draft.frames))
    both = {field for field, _ in mine} & {field for field, _ in theirs}
    return any(not {one for one in mine & theirs if one[0] == field} for field in both)


def _harmed(frame: Frame) -> set[tuple[str, int]]:
    """Return the numbers of dead and wounded that a telling gives as its own."""
    own = [r for r in frame.readings if r.field in ("killed", "wounded") and r.bearing in ("own", "all")]
    return {(reading.field, reading.value.low) for reading in own if reading.value.low}


def without_day_of_count(frame: Frame) -> Frame:
    """Return a telling of a toll alone without its day, which is that of the count ("the toll rose on Friday")."""
    if frame.founds or frame.deed or not _harmed(frame):
        return frame
    return replace(frame, readings=tuple(reading for reading in frame.readings if reading.field != "date"))


def is_by_same(draft: Draft, frame: Frame) -> bool:
    """Tell whether those who did it are called by one noun in a draft and in a telling ("gunmen", "the gunmen")."""
    return bool(_doers(frame) & {noun for told in draft.frames for noun in _doers(told)})


def _doers(frame: Frame) -> set[str]:
    """Return the last words by which those who did it are called."""
    return {r.value.text.lower().split()[-1] for r in frame.readings if r.field == "perpetrators" and r.value.text}
