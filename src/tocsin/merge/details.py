"""Small facts that reports of one incident share and others do not: ages, the hour, the day of the week.

They are read from an event's own sentences alone, by their form; whoever tells none is compared without.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]olds?\b|\baged? (?:of )?(\d{1,2})\b|[,(] ?(\d{1,2})[,)]")
_CLOCK = re.compile(
    r"\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b|\b([01]?\d|2[0-3])[:.h]([0-5]\d)\b|\b(noon|midday|midnight)\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Details:
    """The ages that are told; the first minute of the day, and the first day of the week, as the day that it was."""

    ages: frozenset[int] = frozenset()
    minute: int | None = None
    day: int | None = None


def details(sentences: Iterable[str], published: int | None) -> Details:
    """Return the details that an event's sentences tell; a weekday is the last one before the news, or its own day."""
    told = "\n".join(sentences)
    ages = frozenset(int(next(filter(None, found))) for found in _AGE.findall(told))
    weekday = _WEEKDAY.search(told)
    day = None
    if weekday is not None and published is not None:
        day = published - (published - 1 - _WEEKDAYS.index(weekday[1].lower())) % 7  # ordinal 1 was a Monday
    return Details(ages - {0}, next(_minutes(told), None), day)


def hours_apart(one: int, other: int) -> float:
    """Return how many hours lie between two minutes of the day, whichever way is shorter."""
    apart = abs(one - other)
    return min(apart, _MINUTES - apart) / 60


def _minutes(told: str) -> Iterator[int]:
    for found in _CLOCK.finditer(told):
        hour, minute, half, plain_hour, plain_minute, word = found.groups()
        if half:
            yield int(hour) % 12 * 60 + int(minute or 0) + (_MINUTES // 2 if half.lower() == "p" else 0)
        elif plain_hour:
            yield int(plain_hour) * 60 + int(plain_minute)
        else:
            yield 0 if word.lower() == "midnight" else _MINUTES // 2
