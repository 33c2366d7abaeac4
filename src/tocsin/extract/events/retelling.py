"""When two tellings of an arrest, a plot, a trial, a designation, a threat or a publication are of the same one.

Such events have no toll to know them by: the people, the organisation or the work that they are about tells.
"""

import re
from collections.abc import Sequence

from tocsin.extract.reading import Frame
from tocsin.model.record import EventKind
from tocsin.model.values import Count, Subject

KIN: tuple[frozenset[EventKind], ...] = (
    frozenset({"arrest", "plot"}),
    frozenset({"arrest", "operation"}),
    frozenset({"plot", "operation"}),
    frozenset({"threat", "publication"}),
)
_POINTS_BACK = re.compile(r"(?i)(?:the|these|those) (?:suspects|men|women|detainees|accused|youths|arrested)\b")
_RANKS = frozenset(
    {"appeal", "appeals", "appellate", "supreme", "high", "lower", "military", "constitutional", "special"}
)
_STRONGER: dict[frozenset[EventKind], EventKind] = {
    frozenset({"arrest", "plot"}): "plot",
    frozenset({"arrest", "operation"}): "operation",
    frozenset({"plot", "operation"}): "plot",
    frozenset({"threat", "publication"}): "threat",
}


def joint_kind(one: EventKind, other: EventKind) -> EventKind:
    """Return the kind of an event told as either: an arrest that stopped a plot, a publication that also threatens."""
    return _STRONGER.get(frozenset({one, other}), one)


def retold(told: Sequence[Frame], frame: Frame) -> bool:
    """Tell whether a frame speaks of those of whom earlier frames of a fitting kind, date and place speak."""
    if frame.kind == "trial":
        return not _other_people(told, frame)
    if frame.kind in ("threat", "publication"):
        return _same_issuer(told, frame)
    if frame.kind == "designation":
        return bool(_organisations(told) & _organisations([frame]))
    mine, theirs = _arrested([frame]), _arrested(told)
    if frame.kind == "plot" and (mine is None or theirs is None):
        return not _conflict(told, frame)
    if mine is not None and theirs is not None and frame.kind == "arrest" and _mean_the_same(told, frame):
        return not _conflict(told, frame)
    if mine is not None and theirs is not None:
        return mine.low == theirs.low and mine.high == theirs.high and not _conflict(told, frame)
    return False


def same_raid(told: Sequence[Frame], frame: Frame) -> bool:
    """Tell whether frames of an arrest, a plot or a raid that is told in another of these ways hold the same people."""
    mine, theirs = _arrested([frame]), _arrested(told)
    if frame.definite and _are_more(frame):
        return theirs is not None
    if theirs is None or mine is None or frame.definite:
        return frame.definite and theirs is not None and (mine is None or _is_among(mine, theirs))
    return (mine.low, mine.high) == (theirs.low, theirs.high) and not _conflict(told, frame)


def _is_among(mine: Count, theirs: Count) -> bool:
    """Tell whether a number is another one or a part of it ("a leader along with several men": "the leader")."""
    return mine.low in (theirs.low, *(part.low for part in theirs.parts))


def _are_more(frame: Frame) -> bool:
    """Tell whether those held come on top of others ("a further suspect was detained")."""
    return any(r.field == "arrested" and r.bearing == "more" for r in frame.readings)


def _arrested(frames: Sequence[Frame]) -> Count | None:
    return next((count for frame in frames if (count := frame.first("arrested")) is not None), None)


def _subjects(frames: Sequence[Frame]) -> list[Subject]:
    return [r.value for frame in frames for r in frame.readings if r.field == "subjects"]


def _mean_the_same(told: Sequence[Frame], frame: Frame) -> bool:
    """Tell whether those held are only pointed back to, without a number ("the suspects were taken from a shop")."""
    held, before = _subjects([frame]), _subjects(told)
    several = [one.count is None or one.count.high is None or one.count.high > 1 for one in before]
    return bool(held) and any(several) and all(_POINTS_BACK.match(one.text) is not None for one in held)


def _organisations(frames: Sequence[Frame]) -> set[str]:
    groups = [subject.organisation for subject in _subjects(frames)]
    return {group.actor_id or group.name.lower() for group in groups if group is not None}


def _conflict(told: Sequence[Frame], frame: Frame) -> bool:
    """Tell whether both name organisations, and none in common."""
    mine, theirs = _organisations([frame]), _organisations(told)
    return bool(mine and theirs and not mine & theirs)


def _other_people(told: Sequence[Frame], frame: Frame) -> bool:
    """Tell whether a trial is of others: of another organisation, or before another authority on another day."""
    if _conflict(told, frame):
        return True
    mine, theirs = frame.first("authority"), next((f.first("authority") for f in told if f.first("authority")), None)
    dated = frame.date is not None and any(f.date is not None for f in told)
    if mine is None or theirs is None or dated or frame.definite:
        return False
    return _rank(mine.name) != _rank(theirs.name)


def _rank(court: str) -> frozenset[str]:
    """Return the words by which a court tells itself from others."""
    return frozenset(court.lower().split()) & _RANKS


def _same_issuer(told: Sequence[Frame], frame: Frame) -> bool:
    mine = frame.first("issuer") or frame.first("media_arm")
    theirs = [f.first(field) for f in told for field in ("issuer", "media_arm") if f.first(field) is not None]
    if mine is None:
        return False
    return any((mine.actor_id or mine.name) == (other.actor_id or other.name) for other in theirs)
