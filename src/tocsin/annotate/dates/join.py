"""A day and an hour with nothing but a comma between them are one expression: "5 p.m. Friday", "May 8, 1:00 am".

Where "on" or "at" parts them they are two, and `resolve` gives the hour its day.
"""

import re
from collections.abc import Iterable, Iterator

from tocsin.model.page import DateWords
from tocsin.model.text import Span

_TIME = "XXXX-XX-XXT"
_BESIDE = re.compile(r",?\s+|T")
_A_DAY = re.compile(r"[@^~][-+]P\d+(?:D|W/\d|M/\d\d)|[<>^?]*(?:XXXX|\d{4})-(?:\d\d-\d\d|WXX-\d)|[<>^?]*XXXX-XX-\d\d")
_PART = re.compile(r"/?T(?:MO|AF|EV|NI)$")
_MARK = re.compile(r";(?:START|MID|END)$")


def joined(text: str, found: Iterable[DateWords]) -> Iterator[DateWords]:
    """Yield the expressions with each day and its time of day made one."""
    held: DateWords | None = None
    for words in found:
        both = _both(text, held, words) if held else None
        if both is None and held is not None:
            yield held
        held = both or words
    if held is not None:
        yield held


def _both(text: str, one: DateWords, other: DateWords) -> DateWords | None:
    """Return two expressions as one where one is a day and the other its hour."""
    beside = _BESIDE.fullmatch(text, one.span.end, other.span.start)
    whole = Span(one.span.start, other.span.end)
    if other.value.startswith(_TIME) and beside:
        value = _at(one.value, other.value)
    elif one.value.startswith(_TIME) and beside:
        value = _at(other.value, one.value)
    else:
        return None
    return DateWords(whole, value) if value else None


def _at(day: str, time: str) -> str | None:
    """Return the value of a day with a time of day, or None where it is no day."""
    plain = _PART.sub("", _MARK.sub("", day))
    if not _A_DAY.fullmatch(plain):
        return None
    slash = "/" if plain[0] in "@^~" and plain[1] in "-+" and plain.count("/") == 0 else ""
    return f"{plain}{slash}T{time.removeprefix(_TIME)}"
