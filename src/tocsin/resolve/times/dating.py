"""Dates come in the order in which a text tells them, and each may hang on the publication date or on one told before.

News hangs on its publication date, a history on what it told last. Where there is no anchor a date stays open:
`start` and `end` are null and the precision is unknown, as they are for durations, sets and vague references.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tocsin.knowledge.calendar import document_date
from tocsin.model.page import Annotated, Dated, DateWords
from tocsin.model.values import When
from tocsin.resolve.times.anchors import LOOSE, Anchors, read
from tocsin.resolve.times.timex import interval
from tocsin.resolve.times.zones import localised

_BREAK = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]*[A-Z\d]|[.!?]\s*$|\n")
_HOUR = "XXXX-XX-XXT"
# What may stand between an hour and its day: "5pm local time (1400 GMT) on Friday".
_ON = re.compile(r"\)?(?:\s+(?:[A-Z]{2,4}|(?:local|[A-Z][a-z]+)\s+time))?(?:\s*\([^()]{,40}\))?,?\s+on\s+(?:the\s+)?")
# What only a history dates: "former", "at the same time".
_HISTORY = ";HISTORY"
_OLD_YEARS = 3
_ENOUGH = 6
_CHRONICLE = 12
_NEWSY = 4
_WEEK = timedelta(days=7)
# A weekday or "yesterday" among the first words of time is how news opens.
_TODAY = re.compile(r"[<>?]?XXXX-WXX|@[-+]P[01]D")
_OPENING = 2


def dates(page: Annotated) -> tuple[Dated, ...]:
    """Return every expression of time with its calendar reading, in order, open where nothing settles it."""
    text = page.document.text
    published = page.document.published or document_date(text)
    anchors = Anchors(published, tells_history(page.dates, published))
    told_of = [words for words in page.dates if anchors.history or not words.value.endswith(_HISTORY)]
    found: list[Dated] = []
    told = 0
    for number, words in enumerate(told_of):
        between = text[found[-1].when.span.end : words.span.start] if found else "\n"
        near, beside = (_BREAK.search(gap) is None for gap in (between, text[told : words.span.start]))
        day = _day_of_hour(told_of[number:], text)
        if day is not None:
            ahead = anchors.after(read(day.value, replace(anchors, near=near))[0], day.value)
            dated = _dated(words, text, replace(ahead, beside=True))
        else:
            dated = _dated(words, text, replace(anchors, near=near, beside=beside))
        told = words.span.end if dated.when.precision == "day" and not words.value.startswith("XXXX-XX-XX") else told
        anchors = anchors.after(dated.timex, words.value)
        found.append(dated)
    return localised(told_of, found, text)


def tells_history(found: tuple[DateWords, ...], published: date | None) -> bool:
    """Tell whether a text tells of the past at length: most years that it names lie well before its publication.

    It is news where weekdays, "yesterday" and the like open it or are many beside the years, or a date of the week of
    publication stands in it. A text without a publication date counts as history, since it has nothing else to hang
    dates on.
    """
    if published is None:
        return True
    if any(_of_the_week(words.value, published) for words in found):
        return False
    if any(_TODAY.match(words.value) for words in found[:_OPENING]):
        return False
    years = [_year(words.value) for words in found if re.match(r"\d{4}|BC", words.value)]
    present = sum(re.match(r"[<>]?XXXX-WXX|@", words.value) is not None for words in found)
    old = sum(year < published.year - _OLD_YEARS for year in years)
    past = sum(year < published.year for year in years)
    mostly = 4 * max(old if old >= _ENOUGH else 0, past if past >= _CHRONICLE else 0) >= 3 * max(len(years), 1)
    return mostly and present * _NEWSY < len(years)


def _of_the_week(value: str, published: date) -> bool:
    days = interval(value)
    return days is not None and days[2] == "day" and abs(days[0] - published) <= _WEEK


def _year(value: str) -> int:
    return 0 if value.startswith("BC") else int(value[:4])


def _day_of_hour(coming: Sequence[DateWords], text: str) -> DateWords | None:
    """Return the day that the first of some expressions, an hour, is told of: "at dawn on Tuesday"."""
    hour, *others = coming
    if not hour.value.startswith(_HOUR):
        return None
    day = next((words for words in others if not words.value.startswith(_HOUR)), None)
    return day if day is not None and _ON.fullmatch(text, hour.span.end, day.span.start) else None


def _dated(words: DateWords, text: str, anchors: Anchors) -> Dated:
    timex, days = read(words.value, anchors)
    start, end, precision = days or (None, None, "unknown")
    if words.value.endswith(LOOSE):
        start, end, precision = None, None, "unknown"
    if end is not None and words.span.of(text).lower() == "overnight":
        end += timedelta(days=1)
    return Dated(When(start, end, precision, words.span.of(text), words.span), timex)
