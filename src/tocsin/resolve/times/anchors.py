"""How an unanchored value becomes a calendar date: which anchor it hangs on, and which year, week or day that gives.

The notation is that of `tocsin.annotate.dates.tagger`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tocsin.resolve.times.reckoned import RECKONED, readings
from tocsin.resolve.times.timex import Interval, inside, interval, shifted, stretch, week

Reading = tuple[str, Interval | None]

_OFFSET = re.compile(
    r"(?P<anchor>[@^~])(?P<sign>[-+<>])P(?P<period>T?[\dX.]*(?P<unit>DE|CE|[YQMWDHS]))(?:/(?P<rest>\S+))?$"
)
_WEEKDAY = re.compile(r"(?P<anchor>\^?)(?P<way>[<>?]?)XXXX-WXX-(?P<day>\d|WE)(?P<time>T\S+)?$")
_YEARLESS = re.compile(r"(?P<anchor>\^?)(?P<way>[<>?]?)XXXX-(?P<rest>(?:\d\d(?:-\d\d)?|SP|SU|FA|WI|Q\d|H\d)(?:T\S+)?)$")
_MONTHLESS = re.compile(r"XXXX-XX-(?P<day>\d\d)(?P<time>T\S+)?$")
_DAYLESS = re.compile(r"XXXX-XX-XX(?P<time>T\S+)$")
# What is read, and yet too loosely told for an interval or for others to hang on: "the day".
LOOSE = ";LOOSE"
_ASIDE_YEARS = 8
_SOON = timedelta(days=60)
_JUST_AHEAD = timedelta(days=14)
_UNSETTLED = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "DE": "XXX", "CE": "XX"}


@dataclass(frozen=True, slots=True)
class Anchors:
    """What dates hang on: the publication date, the last date told, the last day told.

    `history` is true where the text tells of the past, `near` where the last date stands in the same sentence, `beside`
    where the last day does.
    """

    published: date | None
    history: bool
    last: str | None = None
    day: str | None = None
    near: bool = False
    beside: bool = False

    def after(self, timex: str, value: str) -> "Anchors":
        """Return the anchors once a date was told as a value that was read as a TIMEX3 value.

        Durations, decades, open dates and an hour alone leave them as they are; in a history so does an aside.
        """
        if _DAYLESS.match(value) or value.endswith(LOOSE):
            return self
        days = interval(timex)
        if days is None or days[2] == "unknown" or (self.history and self._aside(days, value)):
            return self
        told = timex.partition("T")[0]
        return replace(self, last=told, day=told if days[2] == "day" else self.day)

    def _aside(self, days: Interval, value: str) -> bool:
        """Tell whether a date in a history is only an aside: far away, a look back, or told from today."""
        last = interval(self.last or "")
        far = last is not None and days[2] == "year" and abs(days[0].year - last[0].year) > _ASIDE_YEARS
        return far or value.startswith(("^-", "^<")) or (value.startswith("@") and self.published is not None)

    def of(self, mark: str, unit: str) -> str | None:
        """Return the anchor that `@`, `^` or `~` names, as fine as the unit of an offset from it asks for."""
        published = self.published.isoformat() if self.published else None
        if mark == "@" or (mark == "~" and not self.history):
            return published
        told = self._day() if unit in ("D", "W", "H", "S") else self.last
        return told or (None if self.history else published)

    def _day(self) -> str | None:
        """Return the last date told if it is a day or a week, else the last day told if it lies in that date."""
        days, day = interval(self.last or ""), interval(self.day or "")
        if days is None or days[2] in ("day", "week"):
            return self.last
        return self.day if day and days[0] <= day[0] <= days[1] else None


def read(value: str, anchors: Anchors) -> Reading:
    """Return the TIMEX3 value of an unanchored value, and its days where the anchors settle them."""
    core, _, mark = value.partition(";")
    if core == "^=":
        return (anchors.last if anchors.history and anchors.last else "PAST_REF"), None
    if core.startswith(("R/", "P")):
        return core.removeprefix("R/"), None
    if "|" in core:
        return _either(core.split("|"), anchors)
    for pattern, reader in _READERS:
        match = pattern.match(core)
        if match:
            return _cut(reader(match, anchors), core, mark, anchors)
    return core, interval(core)


def _cut(reading: Reading, core: str, mark: str, anchors: Anchors) -> Reading:
    """Return "earlier this week" without the days to come, and "later this week" without those gone by."""
    timex, days = reading
    today = anchors.published
    if days is None or today is None or not core.startswith("@+P0") or not days[0] <= today <= days[1]:
        return reading
    if mark == "START":
        return timex, (days[0], today, days[2])
    return (timex, (today, days[1], days[2])) if mark == "END" else reading


def _either(values: list[str], anchors: Anchors) -> Reading:
    """Return the one reading that lies before publication, else the year that both readings share."""
    past = [value for value in values if anchors.published and date.fromisoformat(value) <= anchors.published]
    settled = past[0] if len(past) == 1 else values[0][:4]
    return settled, interval(settled)


def _offset(match: re.Match[str], anchors: Anchors) -> Reading:
    unit, sign, period = match["unit"], match["sign"], f"P{match['period']}"
    anchor = anchors.of(match["anchor"], unit if not match["period"].startswith("T") else "H")
    if sign in "<>":
        return period, stretch(anchor, sign, period) if anchor else None
    whole = shifted(anchor, sign, period) if anchor else None
    whole = whole or _UNSETTLED.get(unit, "XXXX-XX-XX")
    timex = inside(whole, match["rest"]) if match["rest"] else whole
    return timex, interval(timex)


def _weekday(match: re.Match[str], anchors: Anchors) -> Reading:
    """Return the nearest such day: the last one up to the anchor, or the next one after it."""
    told = interval(anchors.day or "") if match["anchor"] else None
    base = told[0] if told else anchors.published
    if base is None or (anchors.history and not told):
        return match[0].lstrip("^<>?"), None
    number, time = 6 if match["day"] == "WE" else int(match["day"]), match["time"] or ""
    if match["way"] in (">", "?"):
        found = base + timedelta(days=(number - base.isoweekday() - 1) % 7 + 1)
    else:
        strict = match["way"] == "<"
        found = base - timedelta(days=(base.isoweekday() - number - strict) % 7 + strict)
    timex = f"{week(found)}-WE" if match["day"] == "WE" else found.isoformat() + time
    return timex, interval(timex)


def _yearless(match: re.Match[str], anchors: Anchors) -> Reading:
    way, rest = match["way"], match["rest"]
    base, towards = _base(match["anchor"], way, anchors)
    if base is None:
        return f"XXXX-{rest}", None
    years = range(max(base[0].year - 8, 1), min(base[0].year + 9, 9999))
    found = [(f"{year:04}-{rest}", days) for year in years if (days := interval(f"{year:04}-{rest}"))]
    return towards(found, base) if found else (f"XXXX-{rest}", None)


Choice = Callable[[list[tuple[str, Interval]], Interval], Reading]


def _base(mark: str, way: str, anchors: Anchors) -> tuple[Interval | None, Choice]:
    """Return the days that settle a missing year, and how they do."""
    last = interval(anchors.last or "")
    published = interval(anchors.published.isoformat()) if anchors.published else None
    ways: dict[str, Choice] = {"<": _before, ">": _after, "?": _soon}
    if mark:
        return last or published, ways[way]
    if anchors.history:
        return last, _nearest
    if last and published and anchors.near and last[0].year < published[0].year - 1:
        return last, _nearest
    return published, ways.get(way, _up_to)


def _up_to(found: list[tuple[str, Interval]], base: Interval) -> Reading:
    """Return the last one up to the anchor; a day just ahead is rather the coming one than last year's."""
    ahead = _after(found, base)
    if ahead[1] is not None and ahead[1][2] in ("day", "week") and ahead[1][0] - base[1] <= _JUST_AHEAD:
        return ahead
    return _last(found, base)


def _last(found: list[tuple[str, Interval]], base: Interval) -> Reading:
    return max((each for each in found if each[1][0] <= base[0]), key=lambda each: each[1][0])


def _soon(found: list[tuple[str, Interval]], base: Interval) -> Reading:
    """Return the next one if it is near at hand, else the last one."""
    ahead = _after(found, base)
    near = ahead[1] is not None and ahead[1][0] - base[1] <= _SOON
    return ahead if near else _last(found, base)


def _before(found: list[tuple[str, Interval]], base: Interval) -> Reading:
    return max((each for each in found if each[1][1] < base[0]), key=lambda each: each[1][0])


def _after(found: list[tuple[str, Interval]], base: Interval) -> Reading:
    return min((each for each in found if each[1][0] > base[1]), key=lambda each: each[1][0])


def _nearest(found: list[tuple[str, Interval]], base: Interval) -> Reading:
    """Return the one in the anchor's own year if that is all it says, else the nearest, the later of two as near."""
    within = [each for each in found if base[0] <= each[1][0] <= base[1]]
    return min(within or found, key=lambda each: (abs((each[1][0] - base[0]).days), -each[1][0].year))


def _monthless(match: re.Match[str], anchors: Anchors) -> Reading:
    """Return the day of the month told last, else the last such day before publication."""
    month = (anchors.last or "")[:7]
    if not re.fullmatch(r"\d{4}-\d\d", month):
        month = anchors.published.isoformat()[:7] if anchors.published else "XXXX-XX"
    timex = f"{month}-{match['day']}{match['time'] or ''}"
    return timex, interval(timex)


def _dayless(match: re.Match[str], anchors: Anchors) -> Reading:
    """Return a time of the day told in the same sentence, as a value alone of the day told last, by the clock."""
    if anchors.beside and anchors.day:
        timex = anchors.day + match["time"]
        return timex, interval(timex)
    published = anchors.published.isoformat() if anchors.published and not anchors.history else None
    day = (anchors.day or published) if match["time"][1].isdigit() else None
    return (day or "XXXX-XX-XX") + match["time"], None


def _reckoned(match: re.Match[str], anchors: Anchors) -> Reading:
    """Return a day of another calendar, or a movable feast; a month that is near at hand is rather the coming one."""
    base, towards = _base(match["anchor"], match["way"], anchors)
    towards = _soon if towards is _up_to and not match["d"] and not match["feast"] else towards
    found = readings(match, base[0] if base else None)
    if not found:
        return re.sub(r"^\^?[<>?]?", "", match[0]), None
    return found[0] if len(found) == 1 or base is None or match["ours"] else towards(found, base)


Reader = Callable[[re.Match[str], Anchors], Reading]
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (RECKONED, _reckoned),
    (_OFFSET, _offset),
    (_WEEKDAY, _weekday),
    (_YEARLESS, _yearless),
    (_MONTHLESS, _monthless),
    (_DAYLESS, _dayless),
)
