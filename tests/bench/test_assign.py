"""Assignments are the best there are."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tocsin.bench.assign import aligned, assign

tables = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda shape: st.lists(
        st.lists(st.sampled_from((0.0, 0.5, 1.0, 2.5)), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


def best(worth: list[list[float]]) -> float:
    if len(worth) > len(worth[0]):
        worth = [list(column) for column in zip(*worth, strict=True)]
    ways = permutations(range(len(worth[0])), len(worth))
    return max(sum(row[column] for row, column in zip(worth, way, strict=True)) for way in ways)


@given(tables)
def test_no_other_assignment_is_worth_more(worth: list[list[float]]) -> None:
    assert sum(worth[row][column] for row, column in assign(worth)) == best(worth)


@given(tables)
def test_every_row_and_column_is_used_at_most_once(worth: list[list[float]]) -> None:
    rows, columns = zip(*assign(worth), strict=True)
    assert len(set(rows)) == len(rows) == len(set(columns)) == min(len(worth), len(worth[0]))


def test_nothing_is_assigned_where_a_side_is_empty() -> None:
    assert [assign([]), assign([[], []])] == [[], []]


def test_only_same_items_are_aligned() -> None:
    assert aligned(["a", "b", "b"], ["b", "c", "a"], lambda one, other: one == other) == 2
