"""Which tellings in one document are of one event, and which events the document is about.

Tellings join when kind, date and place allow it and the words point back or bring nothing of their own; a settlement,
day or kind of its own parts them. The headline only adds to what the body tells. An event is background when it is
older than the week before publication, or recalled by words of memory outside the first paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tocsin.extract.events.occasion import Inherited
from tocsin.extract.events.retelling import KIN, joint_kind, retold, same_raid
from tocsin.extract.events.spots import FAR_KM, NEAR_KM, POINTS, compatible
from tocsin.extract.grammar.tree import Tree
from tocsin.extract.reading import Frame
from tocsin.model.record import EventKind
from tocsin.model.values import Place, When

_KIN: tuple[frozenset[EventKind], ...] = (frozenset({"attack", "operation"}), *KIN)
_VIOLENT = frozenset({"attack", "operation"})
_NONE, _DAY = timedelta(0), timedelta(days=1)
_WEEK = timedelta(days=7)
_WEEKS = timedelta(days=60)
_LEADS = 3
_FEW = 2  # a toll that any two attacks may share
_LONG = frozenset({"week", "month", "year"})
_JUSTICE = frozenset({"arrest", "trial", "designation", "plot"})
_PAST = re.compile(
    r"(?i)\b(?:(?:last|previous) (?:month|year|decade)|(?:month|year|decade)s? (?:ago|earlier|before))\b"
)
_AREAS = {"admin2": 1, "linear": 1, "admin1": 2, "region": 3, "sea": 3, "country": 4}


@dataclass(frozen=True, slots=True)
class Draft:
    """The tellings of one event, body first; `main` says that the document is about it."""

    kind: EventKind
    frames: tuple[Frame, ...]
    main: bool = True

    def date(self) -> When | None:
        """Return the most precise date that a telling gives."""
        dates = [frame.date for frame in self.frames if frame.date is not None]
        return min(dates, key=_vagueness, default=None)

    def place(self) -> Place | None:
        """Return the most precise place that a telling gives."""
        places = [frame.place for frame in self.frames if frame.place is not None]
        return min(places, key=lambda place: _AREAS.get(place.precision, 0), default=None)


def join(tree: Tree, frames: Sequence[Frame], occasions: Inherited) -> tuple[Draft, ...]:
    """Return the events of a document in the order in which the text first tells them.

    `occasions` has the day and place of the operations that frames without their own are part of.
    """
    drafts: list[Draft] = []
    around = _Around(tree)
    for frame in (frame for frame in frames if not frame.headline):
        at = _home(drafts, frame, around)
        if at is not None:
            drafts[at] = _joined(drafts[at], frame)
        elif _stands(frame):
            drafts.append(Draft(frame.kind, (frame,)))
    heads = [frame for frame in frames if frame.headline]
    for frame in heads:
        at = _home(drafts, replace(frame, definite=True, fresh=False), around)
        if at is not None:
            drafts[at] = _joined(drafts[at], frame)
        elif frame.founds and not any(_is_told(draft.kind, frame.kind) for draft in drafts):
            drafts.append(Draft(frame.kind, (frame,)))
    sure = any(_is_violence(draft) for draft in drafts if draft.kind in _VIOLENT)
    kept = [draft for draft in drafts if _is_violence(draft) or (sure and _is_deed(draft))]
    return _judged(tree, [_placed(draft, occasions) for draft in kept])


def _placed(draft: Draft, occasions: Inherited) -> Draft:
    """Return a draft that gives no day, or no more than a country, with that of the operation that it is part of."""
    where = draft.place()
    known = {"date": draft.date() is not None, "place": where is not None and where.precision != "country"}
    lacking = [field for field, told in known.items() if not told]
    for at, frame in enumerate(draft.frames):
        more = [reading for reading in occasions.get(frame.anchor, ()) if reading.field in lacking]
        lacking = [field for field in lacking if all(reading.field != field for reading in more)]
        if more:
            frames = (*draft.frames[:at], frame.with_readings(*more), *draft.frames[at + 1 :])
            draft = replace(draft, frames=frames)
    return draft


def _is_told(body: EventKind, title: EventKind) -> bool:
    """Tell whether the body tells an event of a kind that a title can mean: "two held" of two who were remanded."""
    return body == title or {body, title} in _KIN or {body, title} <= _JUSTICE


def _joined(draft: Draft, frame: Frame) -> Draft:
    """Return a draft with one more telling."""
    return replace(draft, kind=joint_kind(draft.kind, frame.kind), frames=(*draft.frames, frame))


def _is_violence(draft: Draft) -> bool:
    """Tell whether a draft of an attack or operation tells of more than deaths or a blast."""
    return draft.kind not in _VIOLENT or any(frame.violent for frame in draft.frames)


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds the tellings: in which paragraphs they stand, and on which day they were published."""

    tree: Tree

    def is_old(self, when: When | None) -> bool:
        """Tell whether a date is no news on the day of publication."""
        published = self.tree.page.page.document.published
        if when is None:
            return False
        return _is_past(when) or (published is not None and _is_old(when, published))

    def together(self, draft: Draft, frame: Frame) -> bool:
        """Tell whether a frame stands in the paragraph of the last telling of a draft."""
        sentences = self.tree.page.page.sentences
        return sentences[frame.sentence].paragraph == sentences[draft.frames[-1].sentence].paragraph


def _is_deed(draft: Draft) -> bool:
    """Tell whether a blast, a strike or a further incident is told: beside an attack beyond doubt it is one too."""
    return any((frame.deed or frame.fresh) and not frame.headline for frame in draft.frames)


def _home(drafts: Sequence[Draft], frame: Frame, around: _Around) -> int | None:
    """Return the index of the draft that a frame tells again; a headline tells of the first that fits."""
    if frame.fresh and not frame.definite:
        return None
    fits = [index for index, draft in enumerate(drafts) if _fits(draft, frame, around)]
    if not fits or frame.headline:
        return fits[0] if fits else None
    if frame.moved and not frame.definite:
        fits = [index for index in fits if _is_there(drafts[index], frame) or _same_toll(drafts[index], frame)]
        return fits[-1] if fits else None
    same = [index for index in fits if _shares(drafts[index], frame)]
    if same:
        return ([index for index in same if _is_at(drafts[index], frame)] or same)[-1]
    if not frame.definite and frame.place is not None and (frame.date is not None or frame.indefinite):
        fits = [index for index in fits if not _is_settled(drafts[index])]
        return fits[-1] if fits else None
    if frame.definite:
        fits = [index for index in fits if _is_of_sort(drafts[index], frame)] or fits
        if _is_plain(frame):
            return fits[0]
    news = [i for i in fits if not around.is_old(drafts[i].date()) or around.together(drafts[i], frame)]
    return (news or fits)[-1]


def _is_at(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame names the very place of a draft."""
    place = draft.place()
    if place is None or frame.place is None:
        return False
    if place.place_id is None:
        return place.name == frame.place.name
    return place.place_id == frame.place.place_id


def _is_there(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame is of the place of a draft, and has no other dead than the draft tells of."""
    dead = frame.first("killed") is not None and any(told.first("killed") is not None for told in draft.frames)
    return _is_at(draft, frame) and not dead


def _is_of_sort(draft: Draft, frame: Frame) -> bool:
    """Tell whether a draft is told with the same attack type ("the hijacking")."""
    return any(set(told.attack_types) & set(frame.attack_types) for told in draft.frames)


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


def _is_settled(draft: Draft) -> bool:
    """Tell whether a draft has a day and a town of its own already."""
    place = draft.place()
    return draft.date() is not None and place is not None and place.precision in POINTS


def _is_plain(frame: Frame) -> bool:
    return frame.date is None and frame.place is None


def _fits(draft: Draft, frame: Frame, around: _Around) -> bool:
    kinds = frozenset({draft.kind, frame.kind})
    if draft.kind != frame.kind and not (kinds in _KIN and _can_be_one(draft, frame, kinds)):
        return False
    if _is_beside(draft, frame) or (not frame.definite and _is_other_side(draft, frame)):
        return False
    when, where = draft.date(), draft.place()
    open_ = when is None or when.start is None
    recalls = frame.date is not None and (frame.date.precision in _LONG or around.is_old(frame.date))
    if open_ and recalls and not (frame.definite and draft.kind == frame.kind):
        return _is_there(draft, frame) or _same_toll(draft, frame)
    slack = _DAY if frame.definite else _NONE
    if when is not None and frame.date is not None and not _overlap(when, frame.date, slack):
        return False
    reach = FAR_KM if frame.definite else NEAR_KM
    apart = where is not None and frame.place is not None and not compatible(where, frame.place, reach)
    if apart and {draft.kind, frame.kind} != {"arrest", "plot"}:  # who plots is seldom taken where harm was to fall
        return False
    if draft.kind in ("arrest", "threat", "publication", "trial", "designation", "plot"):
        return _shares(draft, frame) or frame.definite or retold(draft.frames, frame)
    return True


def _can_be_one(draft: Draft, frame: Frame, kinds: frozenset[EventKind]) -> bool:
    """Tell whether tellings of two kinds can be of one event: the words point back, or the same people are held."""
    if "arrest" in kinds or kinds == {"plot", "operation"}:
        return same_raid(draft.frames, frame) or (frame.definite and "operation" not in kinds)
    response = frame.kind == "operation" and _is_plain(frame) and frame.first("authority") is None
    return frame.definite or not frame.founds or response or _same_toll(draft, frame)


def _shares(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame repeats a day, a settlement or a toll of the draft."""
    when = draft.date()
    if when is not None and frame.date is not None and when.start == frame.date.start and when.start is not None:
        return True
    return _is_at(draft, frame) or _same_toll(draft, frame)


def _same_toll(draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame repeats a toll of the draft that is no small number."""
    for fields in (("killed", "killed_perpetrators"), ("wounded",), ("abducted",), ("arrested",)):
        mine = {count.low for field in fields if (count := frame.first(field)) is not None}
        theirs = {count.low for field in fields for told in draft.frames if (count := told.first(field)) is not None}
        if any((low or 0) > _FEW for low in mine & theirs):
            return True
    return False


def _overlap(one: When, other: When, slack: timedelta) -> bool:
    """Tell whether two dates can be one; "the siege" may be told by the day on which it ended."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        if (one.start is None) != (other.start is None):
            return not _is_past(one) and not _is_past(other)
        return one.text.lower() == other.text.lower()
    return one.start <= other.end + slack and other.start <= one.end + slack


def _is_past(when: When) -> bool:
    """Tell whether an open date looks back further than news does ("last year" in an undated text)."""
    return when.start is None and _PAST.search(when.text) is not None


def _brings(frame: Frame) -> bool:
    """Tell whether a frame has an attribute beyond the mere word that tells it."""
    return any(
        reading.field
        in (
            "date",
            "place",
            "killed",
            "wounded",
            "abducted",
            "arrested",
            "targets",
            "subjects",
            "killed_perpetrators",
            "title",
            "issuer",
            "organisation",
        )
        for reading in frame.readings
    )


def _stands(frame: Frame) -> bool:
    """Tell whether a frame can found an event: told as having happened, with an attribute of its own."""
    return frame.founds and frame.factuality in ("CT+", "PR+") and _brings(frame)


def _judged(tree: Tree, drafts: list[Draft]) -> tuple[Draft, ...]:
    """Mark what the document is about: where nothing is new, the latest that the first paragraph tells, if recent."""
    published = tree.page.page.document.published
    ends = [when.end for draft in drafts if (when := draft.date()) is not None and when.end is not None]
    anchor = published or max(ends, default=None)
    judged = [replace(draft, main=_is_main(tree, draft, anchor)) for draft in drafts]
    if any(draft.main and draft.kind in _VIOLENT for draft in judged):
        judged = [replace(draft, main=draft.main or _is_beside_news(tree, draft)) for draft in judged]
    if not any(draft.main for draft in judged):
        opening = _opening(tree, judged)
        judged = [replace(draft, main=_is_late_news(draft, opening, anchor)) for draft in judged]
    return tuple(sorted(judged, key=_position))


def _is_beside_news(tree: Tree, draft: Draft) -> bool:
    """Tell whether violence told beside the news of violence bears no date, and is not recalled: it is as new."""
    return draft.kind in _VIOLENT and draft.date() is None and not _recalled(tree, draft.frames[0])


def _position(draft: Draft) -> int:
    """Return the token that first tells the event in the body, else in the headline."""
    body = [frame.anchor for frame in draft.frames if not frame.headline]
    return min(body or [frame.anchor for frame in draft.frames])


def _opening(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Return what the first of the opening paragraphs that tells of anything tells."""
    sentences = tree.page.page.sentences
    for paragraph in _prose(tree)[:_LEADS]:
        told = [d for d in drafts if any(sentences[f.sentence].paragraph == paragraph for f in d.frames)]
        if told:
            return told if paragraph == _prose(tree)[0] else [d for d in told if _shows_means(d)]
    return []


def _shows_means(draft: Draft) -> bool:
    """Tell whether an event is told with its attackers or weapons."""
    return any(r.field in ("perpetrators", "weapons", "suicide") for frame in draft.frames for r in frame.readings)


def _is_late_news(draft: Draft, opening: Sequence[Draft], anchor: date | None) -> bool:
    """Tell whether the opening presents something of the last weeks that became known late."""
    when = draft.date()
    if when is None and any(frame.recalled for frame in draft.frames):
        return False
    fresh = when is None or when.end is None or anchor is None or when.end >= anchor - _WEEKS
    return fresh and draft in opening


def _is_main(tree: Tree, draft: Draft, anchor: date | None) -> bool:
    when = draft.date()
    old = when is not None and (_is_past(when) or (anchor is not None and _is_old(when, anchor)))
    old = old or (when is None and any(frame.recalled for frame in draft.frames))
    titled = any(frame.headline for frame in draft.frames)
    if titled and (not old or (draft.kind in _JUSTICE and not _recalled(tree, draft.frames[0]))):
        return True
    if old:
        return False
    if _early(tree, draft):
        return True
    if _recalled(tree, draft.frames[0]):
        return False
    return (when is None and draft.frames[0].fresh) or (when is not None and when.precision == "day")


def _is_old(when: When, anchor: date) -> bool:
    """Tell whether a date is older than the week before; a longer time must hold the day itself or lie in that week."""
    if when.start is None or when.end is None:
        return False
    within = when.precision == "day" or when.start >= anchor - _WEEK
    return when.end < (anchor - _WEEK if within else anchor)


def _early(tree: Tree, draft: Draft) -> bool:
    """Tell whether the first paragraph of prose tells of it; mastheads and the like end in no full stop."""
    first = next(iter(_prose(tree)), 0)
    return any(tree.page.page.sentences[frame.sentence].paragraph == first for frame in draft.frames)


def _prose(tree: Tree) -> list[int]:
    """Return the paragraphs of the body in which a sentence ends with its mark."""
    text, sentences = tree.text, tree.page.page.sentences
    return list(dict.fromkeys(s.paragraph for s in sentences if not s.headline and text[s.span.end - 1] in '.!?"”’…'))


def _recalled(tree: Tree, frame: Frame) -> bool:
    """Tell whether words of memory stand in the frame's sentence."""
    span = tree.page.page.sentences[frame.sentence].span
    return any(cue.kind in ("history", "anniversary") and span.holds(cue.span) for cue in tree.page.page.cues)


def _vagueness(when: When) -> tuple[int, int]:
    order = ("day", "week", "month", "year", "unknown")
    return (order.index(when.precision), 0)
