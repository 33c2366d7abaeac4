"""Two accounts are compared only where they share a key: a country on a day, or a rare word in a week.

Of those that do, two may tell of one thing only where they share a heavy word too, or a toll of some size, and more
words where both what they tell and their news lie days apart. Where much happens, that leaves a few of some hundreds,
and those do not hang together over months.
Keys bound the work by how much happens at a time, not by how much a store holds. What is only recalled may be dated
wrongly: it and what was the news also ask for each other, not for their own kind, in the years before and after, by
country and toll or by a rare name.
"""

from collections.abc import Iterable
from zlib import crc32

from tocsin.merge.traits import LARGE, Traits
from tocsin.merge.wording import FEW, shared

_WORDS = 8  # the heaviest words of an account, of which two reports of one thing share at least one
_NAMES = 3
_APART = 2  # days
_WEEK = 7
_YEAR = 366
_LATE = 3  # days that the news of an open day may come after it


def keys(account: Traits) -> frozenset[int]:
    """Return the keys of an account, as numbers below 2**32, that of a year odd: of one side what is the news.

    Of what is the news one more is that of its crowd, by four with a remainder of two.
    """
    side = 1 if account.main else 3
    day_by_day = frozenset(_number(key) for key in _keys(account))
    return day_by_day.union(
        (_number(key) | side for key in _yearly(account)), (_number(key) | 2 for key in _crowd(account))
    )


def _number(key: str) -> int:
    return crc32(key.encode()) & ~3


def meet(one: Traits, other: Traits) -> bool:
    """Tell whether two accounts that share a key share enough to tell of one thing by themselves."""
    # Who has no words, like a form that somebody filled in, goes by values alone.
    return not one.heavy.isdisjoint(other.heavy) or not one.wording.words or not other.wording.words


def stray(one: Traits, other: Traits) -> bool:
    """Tell whether two main accounts and their news lie days apart, and they have few words in common."""
    if not one.main or not other.main or not _days_apart(one.days, other.days):
        return False
    if one.published is None or other.published is None or abs(one.published - other.published) < _APART:
        return False
    return bool(one.wording.words and other.wording.words) and shared(one.wording, other.wording).words < FEW


def _days_apart(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    if one is None or other is None:
        return False
    return max(one[0], other[0]) - min(one[1], other[1]) >= _APART


def _keys(account: Traits) -> Iterable[str]:
    for country in account.countries:
        yield from (f"{account.family} {country} {day}" for day in _days(account))
    if account.published is not None and account.main:
        half = 2 * account.published // _WEEK  # half weeks: who is published within three days shares one
        yield from (
            f"{account.family} {word} {week}" for word in account.wording.heaviest(_WORDS) for week in (half, half + 1)
        )


def _yearly(account: Traits) -> Iterable[str]:
    for year in _years(account):
        yield from (f"{account.family} {name} in {year}" for name in account.wording.rare[:_NAMES])
        killed = account.tolls[0]
        if killed is not None and killed[0] >= LARGE:
            yield from (f"{account.family} {country} {killed[0]} in {year}" for country in account.countries)


def _crowd(account: Traits) -> Iterable[str]:
    """Return what tells the crowd of an account: the news of one day from one country."""
    place = account.place
    countries = account.countries if place is None or place.country is None else {place.country}
    if account.main and account.published is not None and len(countries) == 1:
        yield from (f"crowd {account.family} {country} {account.published}" for country in countries)


def _days(account: Traits) -> Iterable[int]:
    """Return the days on which it may have happened, each with the one after it, and those before the news of it."""
    found: set[int] = set()
    if account.days is not None and account.days[1] - account.days[0] <= _WEEK:
        found.update(range(account.days[0], account.days[1] + 2))
    if account.published is not None and account.main:
        found.update(range(account.published - (1 if found else _LATE), account.published + 2))
    return found


def _years(account: Traits) -> Iterable[int]:
    """Return the years, as counts of 366 days, that an account may be of; what is recalled may err by one."""
    at = account.days[0] if account.days is not None else account.published
    if at is None:
        return ()
    year = at // _YEAR
    return (year,) if account.main else (year - 1, year, year + 1)
