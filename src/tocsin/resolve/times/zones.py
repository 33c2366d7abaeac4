"""Times told in universal time fall on the day that it was where things happened, which may be the next or the last.

A report that gives an hour twice, "at 2330 GMT (4 a.m. local time)", says how far the clocks there are from universal
time. Where none does, an hour near midnight covers both days that it may have been.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tocsin.model.page import Dated, DateWords

_CLOCK = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<h>\d\d):(?P<min>\d\d)(?P<z>Z?)$")
_TWICE = re.compile(r"[^.!?\n()]{0,25}\(\s*(?:about\s+|around\s+)?")
_ITS_DAY = re.compile(r"(?:\s+(?:local|[A-Z][a-z]+)\s+time)?,?\s+on\s+(?:the\s+)?")
_OPEN_DAY = "XXXX-XX-XXT"
_HALF_DAY = timedelta(hours=12)
_DAY = timedelta(days=1)
_LATE, _EARLY = 20, 4


@dataclass(frozen=True, slots=True)
class _Clock:
    """An hour with its day: which expression it is, whether in universal time, whether its own words name the day."""

    number: int
    at: datetime
    universal: bool
    own_day: bool


def localised(told: Sequence[DateWords], found: Sequence[Dated], text: str) -> tuple[Dated, ...]:
    """Return dated expressions with hours in universal time on the day that it was on the spot."""
    clocks = _clocks(told, found, text)
    if not any(clock.universal for clock in clocks):
        return tuple(found)
    pairs = _pairs(clocks, found, text)
    apart = next((_apart(clock, other) for clock, other in pairs), None)
    changed = {clock.number: _on_the_spot(found[clock.number], clock, apart) for clock in clocks if clock.universal}
    for clock, other in pairs:
        if not clock.own_day:
            at = other.at - (apart or timedelta())
            changed[clock.number] = _counted_back(found[clock.number], found[other.number], at)
        elif not other.own_day:
            changed[other.number] = _told_again(found[other.number], clock.at + (apart or timedelta()))
    return tuple(changed.get(number, dated) for number, dated in enumerate(found))


def _clocks(told: Sequence[DateWords], found: Sequence[Dated], text: str) -> list[_Clock]:
    matches = ((number, _CLOCK.match(dated.timex)) for number, dated in enumerate(found) if dated.when.start)
    return [
        _Clock(number, at, bool(match["z"]), _has_own_day(told, number, text))
        for number, match in matches
        if match and (at := _moment(match))
    ]


def _has_own_day(told: Sequence[DateWords], number: int, text: str) -> bool:
    """Tell whether an hour stands with its day, in one expression or before "on"."""
    if not told[number].value.startswith(_OPEN_DAY):
        return True
    after = told[number + 1] if number + 1 < len(told) else None
    return after is not None and _ITS_DAY.fullmatch(text, told[number].span.end, after.span.start) is not None


def _moment(match: re.Match[str]) -> datetime | None:
    """Return the moment of a day and an hour, of which 24 is the next day's first."""
    try:
        return datetime.fromisoformat(match["day"]) + timedelta(hours=int(match["h"]), minutes=int(match["min"]))
    except (ValueError, OverflowError):
        return None


def _pairs(clocks: Sequence[_Clock], found: Sequence[Dated], text: str) -> list[tuple[_Clock, _Clock]]:
    """Return the hours that are told twice, the one in universal time first."""
    pairs = []
    for one, other in itertools.pairwise(clocks):
        between = text[found[one.number].when.span.end : found[other.number].when.span.start]
        if one.universal != other.universal and _TWICE.fullmatch(between):
            pairs.append((one, other) if one.universal else (other, one))
    return pairs


def _apart(universal: _Clock, local: _Clock) -> timedelta:
    """Return how far local time is ahead of universal time: by the days told, else less than half a day."""
    apart = local.at - universal.at
    if universal.own_day and local.own_day and abs(apart) <= _HALF_DAY + timedelta(hours=2):
        return apart
    return (apart + _HALF_DAY) % _DAY - _HALF_DAY


def _on_the_spot(dated: Dated, clock: _Clock, apart: timedelta | None) -> Dated:
    """Return an hour in universal time with the day that it was on the spot, or both that it may have been."""
    try:
        days = (clock.at + (apart or timedelta())).date(), clock.at.date()
        if apart is not None:
            return replace(dated, when=replace(dated.when, start=days[0], end=days[0]))
        if clock.at.hour >= _LATE:
            return replace(dated, when=replace(dated.when, end=days[1] + _DAY))
        return replace(dated, when=replace(dated.when, start=days[1] - _DAY)) if clock.at.hour < _EARLY else dated
    except OverflowError:
        return dated


def _counted_back(dated: Dated, local: Dated, at: datetime) -> Dated:
    """Return an hour told a second time with its day in universal time, on the day that the first telling gives."""
    when = replace(dated.when, start=local.when.start, end=local.when.end)
    return replace(dated, when=when, timex=f"{at:%Y-%m-%dT%H:%M}Z")


def _told_again(dated: Dated, at: datetime) -> Dated:
    """Return an hour on the spot that a report tells behind the one in universal time, with the day that follows."""
    return replace(dated, when=replace(dated.when, start=at.date(), end=at.date()), timex=f"{at:%Y-%m-%dT%H:%M}")
