"""TIMEX3 values of calendar dates: the days they cover, what lies a number of units away, and what lies inside them."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from tocsin.model.values import DatePrecision

Interval = tuple[date, date, DatePrecision]

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_PERIOD = re.compile(r"P(T?)(\d+(?:\.\d+)?)(DE|CE|[YQMWDHS])")
_FORMS = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|W(?P<w>\d\d)(?P<we>-WE)?|(?P<s>SP|SU|FA|WI)|(?P<q>Q[1-4])|(?P<h>H[12])))?"
    r"(?:T\S*)?$|(?P<dec>\d{3})$|(?P<cen>\d{2})$"
)
# How many days a stretch may run on and still be told to the day, the week, the month.
_LONGEST: tuple[tuple[int, DatePrecision], ...] = ((1, "day"), (14, "week"), (62, "month"))


def interval(timex: str) -> Interval | None:
    """Return the first and last day of a calendar value and its precision, or None where it names no such days.

    A season, quarter or half counts as months; decades and centuries have days, and no precision.
    """
    match = _FORMS.match(timex)
    if match is None:
        return None
    try:
        return _coarse(match) if match["y"] is None else _dated(match)
    except ValueError:
        return None


def _coarse(match: re.Match[str]) -> Interval:
    years = 10 if match["dec"] else 100
    first = int(match["dec"] or match["cen"]) * years
    return date(max(first, 1), 1, 1), date(first + years - 1, 12, 31), "unknown"


def _dated(match: re.Match[str]) -> Interval:
    year = int(match["y"])
    if match["d"]:
        day = date(year, int(match["m"]), int(match["d"]))
        return day, day, "day"
    if match["w"]:
        monday = date.fromisocalendar(year, int(match["w"]), 1)
        return monday + timedelta(days=5 if match["we"] else 0), monday + timedelta(days=6), "week"
    first, last = _run(match)
    ends = year + (last > 12), (last - 1) % 12 + 1
    precision: DatePrecision = "year" if last - first == 11 else "month"
    return date(year, first, 1), date(*ends, monthrange(*ends)[1]), precision


def _run(match: re.Match[str]) -> tuple[int, int]:
    """Return the first and last month, counted on past December."""
    if match["m"]:
        return int(match["m"]), int(match["m"])
    if match["s"]:
        return _SEASONS[match["s"]]
    if match["q"]:
        last = 3 * int(match["q"][1])
        return last - 2, last
    if match["h"]:
        last = 6 * int(match["h"][1])
        return last - 5, last
    return 1, 12


def shifted(anchor: str, sign: str, period: str) -> str | None:
    """Return what lies a period before or after an anchor, in the grain of the period's unit: P1M gives a month.

    None where the anchor is coarser than the unit, or the calendar ends.
    """
    days, length = interval(anchor), _PERIOD.fullmatch(period)
    if days is None or length is None:
        return None
    time, number, unit = length.groups()
    amount = (float(number) if "." in number else int(number)) * (1 if sign in "+>" else -1)
    if time:
        return _shifted_days(days, round(amount / 24) if unit == "H" else 0)
    if unit in "DW":
        return _shifted_days(days, amount) if unit == "D" else _shifted_weeks(days, amount)
    return _shifted_months(days, round(amount * _MONTHS[unit]), unit)


def _shifted_days(days: Interval, amount: float) -> str | None:
    if days[2] != "day":
        return None
    return _moved(days[0], round(amount), lambda day: day.isoformat())


def _shifted_weeks(days: Interval, amount: float) -> str | None:
    if days[2] not in ("day", "week"):
        return None
    return _moved(days[0], round(amount * 7), week)


def _moved(day: date, amount: int, write: Callable[[date], str]) -> str | None:
    try:
        return write(day + timedelta(days=amount))
    except OverflowError:
        return None


def _shifted_months(days: Interval, amount: int, unit: str) -> str | None:
    if days[2] == "unknown" or (unit in "MQ" and days[2] == "year"):
        return None
    months = days[0].year * 12 + days[0].month - 1 + amount
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    if unit == "M":
        return f"{year:04}-{month + 1:02}"
    if unit == "Q":
        return f"{year:04}-Q{month // 3 + 1}"
    return {"Y": f"{year:04}", "DE": f"{year // 10:03}", "CE": f"{year // 100:02}"}[unit]


def week(day: date) -> str:
    """Return the ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def inside(whole: str, part: str) -> str:
    """Return the month, season, day, weekday or time of day that lies in a year, week or day."""
    if part.startswith("T"):
        return whole + part
    named, _, time = part.partition("T")
    days = interval(whole)
    if days and days[2] == "week" and named != "WE":
        return (days[0] + timedelta(days=int(named) - 1)).isoformat() + (f"T{time}" if time else "")
    return f"{whole}-{part}"


def stretch(anchor: str, direction: str, period: str) -> Interval | None:
    """Return the days of a period that ends (`<`) or begins (`>`) with the anchor, as precise as it is short."""
    days, length = interval(anchor), _PERIOD.fullmatch(period)
    if days is None or length is None or shifted(anchor, direction, period) is None:
        return None
    edge = days[1] if direction == "<" else days[0]
    far = _far(edge, -1 if direction == "<" else 1, length)
    if far is None:
        return None
    first, last = min(edge, far), max(edge, far)
    grains = (grain for most, grain in _LONGEST if last - first <= timedelta(days=most))
    return first, last, next(grains, "year")


def _far(edge: date, way: int, length: re.Match[str]) -> date | None:
    """Return the other end of a period that has one end."""
    time, number, unit = length.groups()
    try:
        if time:
            return edge + way * timedelta(hours=float(number) if unit == "H" else 0)
        if unit in _DAYS:
            return edge + way * timedelta(days=round(float(number) * _DAYS[unit]))
        year, month = divmod(edge.year * 12 + edge.month - 1 + way * round(float(number) * _MONTHS[unit]), 12)
        return date(year, month + 1, min(edge.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None
