"""The two calendars that count from the Hijra give the days that are known of them, and run on without gap."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge.calendar import islamic, islamic_year, persian, persian_year

TABULAR = [
    ((1, 1, 1), date(622, 7, 19)),
    ((1400, 1, 1), date(1979, 11, 21)),
    ((1445, 9, 1), date(2024, 3, 11)),
    ((1445, 10, 1), date(2024, 4, 10)),
    ((1446, 1, 10), date(2024, 7, 17)),
]


@pytest.mark.parametrize(("written", "day"), TABULAR)
def test_an_islamic_day_is_that_of_the_civil_tables(written: tuple[int, int, int], day: date) -> None:
    assert day == islamic(*written)


SEEN = [
    ((1400, 1, 1), date(1979, 11, 20)),  # the day on which the Great Mosque of Mecca was seized
    ((1442, 9, 1), date(2021, 4, 13)),
    ((1444, 10, 1), date(2023, 4, 21)),
    ((1446, 9, 1), date(2025, 3, 1)),
]


@pytest.mark.parametrize(("written", "day"), SEEN)
def test_a_day_that_was_kept_lies_within_a_day_of_the_tables(written: tuple[int, int, int], day: date) -> None:
    found = islamic(*written)
    assert found is not None
    assert abs(found - day) <= timedelta(days=1)


EQUINOXES = [
    ((1357, 11, 22), date(1979, 2, 11)),
    ((1399, 11, 22), date(2021, 2, 10)),
    ((1399, 12, 30), date(2021, 3, 20)),
    ((1402, 5, 15), date(2023, 8, 6)),
    ((1403, 1, 1), date(2024, 3, 20)),
    ((1404, 1, 1), date(2025, 3, 21)),
]


@pytest.mark.parametrize(("written", "day"), EQUINOXES)
def test_a_persian_day_is_known_to_the_day(written: tuple[int, int, int], day: date) -> None:
    assert day == persian(*written)


@pytest.mark.parametrize(
    "written", [(1445, 2, 30), (1445, 13, 1), (1445, 0, 1), (1444, 12, 30), (0, 1, 1), (1445, 1, 31)]
)
def test_a_day_that_the_islamic_calendar_lacks_is_none(written: tuple[int, int, int]) -> None:
    assert islamic(*written) is None


@pytest.mark.parametrize("written", [(1402, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 1, 0), (-3, 1, 1)])
def test_a_day_that_the_persian_calendar_lacks_is_none(written: tuple[int, int, int]) -> None:
    assert persian(*written) is None


DAYS = st.dates(date(1000, 1, 1), date(2500, 12, 31))


def names(calendar: Callable[[int, int, int], date | None], year: int, on: date) -> list[tuple[int, int]]:
    return [(m, d) for m in range(1, 13) for d in range(1, 32) if calendar(year, m, d) == on]


@given(DAYS)
def test_each_day_has_one_name_in_the_islamic_year_that_holds_it(on: date) -> None:
    assert len(names(islamic, islamic_year(on), on)) == 1


@given(DAYS)
def test_each_day_has_one_name_in_the_persian_year_that_holds_it(on: date) -> None:
    assert len(names(persian, persian_year(on), on)) == 1
