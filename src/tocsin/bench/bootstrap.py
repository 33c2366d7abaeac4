"""Intervals by drawing documents with replacement: what another sample of the same size might have shown."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tocsin.bench.tally import Score, Tallies, Tally, merged

ROUNDS = 1000
SEED = 20240606


def measure(documents: Sequence[Tallies]) -> tuple[Score, ...]:
    """Return one score a name over all documents, with its interval; a name that nobody uses is left out."""
    sums = merged(documents)
    weights = draws(len(documents))
    return tuple(
        Score(name, tally, *interval([doc.get(name, Tally()) for doc in documents], weights))
        for name, tally in sums.items()
        if not tally.empty
    )


def draws(documents: int) -> NDArray[np.float64]:
    """Return how often each document is drawn in each round; shape rounds × documents, the same every time."""
    if not documents:
        return np.zeros((ROUNDS, 0))
    chance = np.full(documents, 1 / documents)
    return np.random.default_rng(SEED).multinomial(documents, chance, size=ROUNDS).astype(np.float64)


def interval(tallies: Sequence[Tally], weights: NDArray[np.float64]) -> tuple[float, float]:
    """Return the 2.5 and 97.5 percentiles of F1 over the draws."""
    if not tallies:
        return 0.0, 0.0
    counts = np.array([(t.right, t.predicted, t.found, t.gold) for t in tallies])
    right, predicted, found, gold = (weights @ counts).T
    precision, recall = ratio(right, predicted), ratio(found, gold)
    low, high = np.percentile(ratio(2 * precision * recall, precision + recall), (2.5, 97.5))
    return float(low), float(high)


def ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the quotients, 0 where there is nothing to divide by."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole != 0)
