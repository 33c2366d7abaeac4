"""Values of other reckonings as days of ours: Islamic (AH), Persian (AP), and feasts that move with Easter (EA, OE).

A month of the Islamic calendar begins with a sighting of the moon, so what is reckoned by tables is right to a day:
its interval has a day more on either side, and with that no longer the precision of a day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tocsin.knowledge.calendar import easter, islamic, islamic_year, persian, persian_year
from tocsin.resolve.times.timex import Interval

RECKONED = re.compile(
    r"(?P<anchor>\^?)(?P<way>[<>?]?)(?:(?P<era>A[HP])(?P<y>XXXX|\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?"
    r"|(?P<y2>XXXX|\d{4})-(?P<feast>EA|OE)(?P<off>[-+]\d\d))(?:@(?P<ours>\d{4}))?(?:T\S+)?$"
)
_DAY = timedelta(days=1)
_AROUND = 9


def readings(match: re.Match[str], near: date | None) -> list[tuple[str, Interval]]:
    """Return what a value may be, in the order of the years: one reading where it states its year.

    Without a year and without a day that it should lie near, there is none.
    """
    written = match["y"] or match["y2"]
    near = date(int(match["ours"]), 7, 1) if match["ours"] else near
    if written != "XXXX":
        years: list[int] = [int(written)]
    elif near is None:
        return []
    else:
        middle = {"AH": islamic_year, "AP": persian_year}.get(match["era"] or "", lambda day: day.year)(near)
        years = list(range(max(middle - _AROUND, 1), middle + _AROUND + 1))
    return [found for found in _dated(match, years) if match["ours"] in (None, found[0][:4])]


def _dated(match: re.Match[str], years: list[int]) -> Iterator[tuple[str, Interval]]:
    for year in years:
        found = _feast(match, year) if match["feast"] else _written(match, year)
        if found is not None:
            yield found


def _feast(match: re.Match[str], year: int) -> tuple[str, Interval]:
    day = easter(year, orthodox=match["feast"] == "OE") + timedelta(days=int(match["off"]))
    return day.isoformat(), (day, day, "day")


def _written(match: re.Match[str], year: int) -> tuple[str, Interval] | None:
    """Return a day, a month or a year of the Islamic or Persian calendar, the latter two as a span of days."""
    calendar, slack = (islamic, _DAY) if match["era"] == "AH" else (persian, timedelta())
    if match["d"]:
        day = calendar(year, int(match["m"]), int(match["d"]))
        return None if day is None else (day.isoformat(), (day - slack, day + slack, "week" if slack else "day"))
    first = calendar(year, int(match["m"] or 1), 1)
    after = calendar(year, int(match["m"]) + 1, 1) if match["m"] and match["m"] != "12" else calendar(year + 1, 1, 1)
    if first is None or after is None:
        return None
    last = after - _DAY
    return f"{first}/{last}", (first - slack, last + slack, "month" if match["m"] else "year")
