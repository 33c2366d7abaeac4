"""Easter falls on the Sundays that are known, in the west and by the Julian reckoning."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge.calendar import easter

KNOWN = [
    (1916, date(1916, 4, 23), date(1916, 4, 23)),
    (1954, date(1954, 4, 18), date(1954, 4, 25)),
    (1981, date(1981, 4, 19), date(1981, 4, 26)),
    (2008, date(2008, 3, 23), date(2008, 4, 27)),
    (2019, date(2019, 4, 21), date(2019, 4, 28)),
    (2024, date(2024, 3, 31), date(2024, 5, 5)),
    (2025, date(2025, 4, 20), date(2025, 4, 20)),
    (2038, date(2038, 4, 25), date(2038, 4, 25)),
]


@pytest.mark.parametrize(("year", "western", "eastern"), KNOWN)
def test_easter_is_the_sunday_that_is_known(year: int, western: date, eastern: date) -> None:
    assert (western, eastern) == (easter(year), easter(year, orthodox=True))


@given(st.integers(1583, 4000))
def test_western_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    found = easter(year)
    assert found.isoweekday() == 7
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@given(st.integers(1583, 2400))
def test_orthodox_easter_is_a_sunday_and_none_before_the_western_one(year: int) -> None:
    assert easter(year, orthodox=True).isoweekday() == 7
    assert easter(year) <= easter(year, orthodox=True)
