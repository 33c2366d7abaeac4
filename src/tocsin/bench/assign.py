"""One-to-one assignment of the largest total worth, which every alignment of predictions with gold comes down to."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Left = TypeVar("Left")
Right = TypeVar("Right")


def assign(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return (row, column) pairs of an assignment with the largest sum of `worth` (all >= 0), in order of columns.

    Every row or every column is used, whichever are fewer; a pair may be worth nothing.
    """
    if not len(worth) or not len(worth[0]):
        return []
    matrix = np.asarray(worth, dtype=np.float64)
    if len(matrix) > len(matrix[0]):
        return sorted((row, column) for column, row in _columns(-matrix.T).items())
    return [(row, column) for row, column in sorted(_columns(-matrix).items(), key=lambda pair: pair[1])]


def _columns(cost: NDArray[np.float64]) -> dict[int, int]:
    """Return the column of each row at the smallest cost (rows <= columns), by shortest augmenting paths."""
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    owner = np.full(columns, -1)
    for start in range(rows):
        _augment(start, cost, row_price, column_price, owner)
    return {int(row): column for column, row in enumerate(owner) if row >= 0}


def _augment(
    start: int,
    cost: NDArray[np.float64],
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
    owner: NDArray[np.int64],
) -> None:
    """Give `start` a column, moving earlier rows along the cheapest alternating path; prices and owners change."""
    columns = cost.shape[1]
    least, before = np.full(columns, np.inf), np.full(columns, -1)
    done = np.zeros(columns, dtype=bool)
    row, column, depth = start, -1, 0.0
    while row >= 0:
        reach = depth + cost[row] - row_price[row] - column_price
        nearer = ~done & (reach < least)
        least[nearer], before[nearer] = reach[nearer], column
        column = int(np.argmin(np.where(done, np.inf, least)))
        done[column], depth, row = True, least[column], int(owner[column])
    _reprice(start, depth, least, done, row_price, column_price, owner)
    while column >= 0:
        previous = int(before[column])
        owner[column] = owner[previous] if previous >= 0 else start
        column = previous


def _reprice(
    start: int,
    depth: float,
    least: NDArray[np.float64],
    done: NDArray[np.bool_],
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
    owner: NDArray[np.int64],
) -> None:
    """Keep every reduced cost at zero or more after a search of that depth."""
    row_price[start] += depth
    for column in np.flatnonzero(done):
        column_price[column] += least[column] - depth
        if owner[column] >= 0:
            row_price[owner[column]] += depth - least[column]


def aligned(left: Sequence[Left], right: Sequence[Right], same: Callable[[Left, Right], bool]) -> int:
    """Return how many can be aligned one to one so that every pair is the same."""
    worth = [[float(same(one, other)) for other in right] for one in left]
    return sum(int(worth[row][column]) for row, column in assign(worth))
