"""Dates come in the order in which a text tells them, and each may hang on the publication date or on one told before.

News hangs on its publication date, a history on what it told last. Where there is no anchor a date stays open:
`start` and `end` are null and the precision is unknown, as they are for durations, sets and vague references.
"""

import re
from dataclasses import replace
from datetime import date

from tocsin.knowledge.calendar import document_date
from tocsin.model.page import Annotated, Dated, DateWords
from tocsin.model.values import When
from tocsin.resolve.anchors import Anchors, read

_BREAK = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]*[A-Z\d]|[.!?]\s*$|\n")
_OLD_YEARS = 3
_ENOUGH = 4
_CHRONICLE = 12


def dates(page: Annotated) -> tuple[Dated, ...]:
    """Return every expression of time with its calendar reading, in order, open where nothing settles it."""
    text = page.document.text
    published = page.document.published or document_date(text)
    anchors = Anchors(published, tells_history(page.dates, published))
    found: list[Dated] = []
    for words in page.dates:
        between = text[found[-1].when.span.end : words.span.start] if found else "\n"
        dated = _dated(words, text, replace(anchors, near=_BREAK.search(between) is None))
        anchors = anchors.after(dated.timex, words.value)
        found.append(dated)
    return tuple(found)


def tells_history(found: tuple[DateWords, ...], published: date | None) -> bool:
    """Tell whether a text tells of the past at length: most years that it names lie well before its publication.

    So does, for want of anything else to hang dates on, a text without a publication date.
    """
    if published is None:
        return True
    years = [_year(words.value) for words in found if re.match(r"\d{4}|BC", words.value)]
    old = sum(year < published.year - _OLD_YEARS for year in years)
    past = sum(year < published.year for year in years)
    return (old >= _ENOUGH and old * 4 >= len(years) * 3) or (past >= _CHRONICLE and past * 4 >= len(years) * 3)


def _year(value: str) -> int:
    return 0 if value.startswith("BC") else int(value[:4])


def _dated(words: DateWords, text: str, anchors: Anchors) -> Dated:
    timex, days = read(words.value, anchors)
    start, end, precision = days or (None, None, "unknown")
    return Dated(When(start, end, precision, words.span.of(text), words.span), timex)
