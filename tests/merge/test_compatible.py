from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import actor, day, month, number, place, target

from tocsin.merge.compatible import bounds, compatible, counts_meet

ISLAMABAD = place("Islamabad", (33.69, 73.06), admin1="Islamabad")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (number(9, None, "at_least"), number(12), True),
        (number(9), number(12), False),
        (number(9, None, "at_least"), number(5), False),
        (number(None, 9, "up_to"), number(5), True),
        (number(40, 40, "about"), number(43), True),
        (number(40, 40, "about"), number(50), False),
        (number(24, None, "vague"), number(31), True),
        (day("2024-03-26"), month("2024-03"), True),
        (day("2024-03-26"), day("2024-03-27"), False),
        (place("Besham"), place("Shangla", None, precision="admin2"), True),
        (place("Besham"), place("Dandai", (34.95, 72.95)), True),
        (place("Besham"), ISLAMABAD, False),
        (place("Besham"), place("Besham", (34.9, 72.9), country="IN"), False),
        (place("Pakistan", None, admin1=None, precision="country"), place("Besham"), True),
        (actor("police"), actor("Punjab police", "punjab-police"), True),
        (actor("TTP", "ttp"), actor("ISPP", "ispp"), False),
        (target(count=number(5)), target(count=number(6)), False),
        (target(), target(count=number(6)), True),
        ("The Road Is Closed", "the road is closed", True),
        ("accomplished", "attempted", False),
        (True, False, False),
    ],
)
def test_two_values_contest_each_other_where_they_cannot_both_hold(one: Any, other: Any, expected: bool) -> None:
    assert (compatible(one, other), compatible(other, one)) == (expected, expected)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_count_is_compatible_with_every_number_between_its_bounds(low: int, more: int) -> None:
    told = number(low, low + more, "range")
    assert bounds(told) == (low, low + more)
    assert all(counts_meet(told, number(one)) for one in (low, low + more, low + more // 2))
    assert not counts_meet(told, number(low + more + 1))
