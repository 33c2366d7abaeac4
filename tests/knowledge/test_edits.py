"""Words are apart by the letters that one has to change in one to have the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge.edits import apart, is_near

APART = [
    ("lantern", "lantern", 0),
    ("lantern", "lanterns", 1),
    ("lantern", "latern", 1),
    ("lantern", "lontern", 1),
    ("lantern", "lanetrn", 1),
    ("lantern", "alntern", 1),
    ("lantern", "lntrn", 2),
    ("lantern", "lanetnr", 2),
    ("lantern", "lamp", 5),
    ("", "la", 2),
]
WORD = st.text("abc", max_size=7)


@pytest.mark.parametrize(("one", "other", "letters"), APART)
def test_words_are_apart_by_letters(one: str, other: str, letters: int) -> None:
    assert apart(one, other, 5) == apart(other, one, 5) == letters
    assert is_near(one, other) is (letters < 2)


@pytest.mark.parametrize(("one", "other", "letters"), APART)
def test_beyond_the_most_it_is_not_told_how_far(one: str, other: str, letters: int) -> None:
    assert apart(one, other, 1) == min(letters, 2)


@given(WORD, WORD)
def test_words_are_as_far_apart_as_all_ways_to_align_them_tell(one: str, other: str) -> None:
    assert [apart(one, other, most) for most in range(8)] == [min(least(one, other), most + 1) for most in range(8)]
    assert is_near(one, other) is (least(one, other) < 2)


def least(one: str, other: str) -> int:
    """Return the same by trying every way."""
    if not one or not other:
        return len(one) + len(other)
    found = [least(one[1:], other) + 1, least(one, other[1:]) + 1, least(one[1:], other[1:]) + (one[0] != other[0])]
    if one[:2] == other[1::-1] and len(one) > 1:
        found.append(least(one[2:], other[2:]) + 1)
    return min(found)
