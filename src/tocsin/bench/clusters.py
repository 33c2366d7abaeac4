"""How well one partition of documents agrees with another: pairs, MUC, B-cubed, CEAF-e, and their mean, CoNLL.

Every measure is a sum over gold clusters, so that intervals come from drawing gold clusters with replacement. Sources:
Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B-cubed), Luo 2005 (CEAF with phi4), Pradhan et al. 2012 (CoNLL).
Single documents are clusters of one: they count in B-cubed and CEAF, and neither in pairs nor in MUC.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from math import comb

import numpy as np
from numpy.typing import NDArray

from tocsin.bench.assign import assign
from tocsin.bench.bootstrap import draws, measure, ratio
from tocsin.bench.tally import Score, Tallies, Tally, hits

Partition = Mapping[str, Hashable]
PAIRS, MUC, B_CUBED, CEAF, CONLL = "pairwise", "MUC", "B-cubed", "CEAF-e", "CoNLL"


def scores(gold: Partition, said: Partition, prefix: str = "") -> tuple[Score, ...]:
    """Return the measures of what was said beside the gold, both of the same documents."""
    parts = tallies(gold, said)
    return tuple(Score(prefix + one.name, one.tally, one.low, one.high) for one in (conll(parts), *measure(parts)))


def tallies(gold: Partition, said: Partition) -> list[Tallies]:
    """Return what each gold cluster adds to each measure but CoNLL, in the order in which they first come."""
    true, told = Counter(gold.values()), Counter(said.values())
    met: dict[Hashable, dict[Hashable, int]] = {name: {} for name in true}
    for (name, cluster), number in Counter((gold[one], said[one]) for one in gold).items():
        met[name][cluster] = number
    spread = Counter(cluster for parts in met.values() for cluster in parts)
    worth = _ceaf(true, told, met)
    return [_tallies(met[name], told, spread, worth.get(name, 0.0)) for name in true]


def conll(parts: Sequence[Tallies]) -> Score:
    """Return the mean F1 of MUC, B-cubed and CEAF-e with its interval; its precision and recall are that mean too."""
    once = _mean_f1(parts, np.ones((1, len(parts))))
    low, high = np.percentile(_mean_f1(parts, draws(len(parts))), (2.5, 97.5))
    return Score(CONLL, hits(float(once[0]) * len(parts), len(parts), len(parts)), float(low), float(high))


def _mean_f1(parts: Sequence[Tallies], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean of the three F1 for each row of weights over the gold clusters."""
    found = []
    for name in (MUC, B_CUBED, CEAF):
        counts = np.array([[(t := part[name]).right, t.predicted, t.found, t.gold] for part in parts])
        right, predicted, true, gold = (weights @ counts).T
        precision, recall = ratio(right, predicted), ratio(true, gold)
        found.append(ratio(2 * precision * recall, precision + recall))
    return np.asarray(np.mean(found, axis=0))


def _tallies(
    met: Mapping[Hashable, int], told: Mapping[Hashable, int], spread: Mapping[Hashable, int], worth: float
) -> Tallies:
    """Return what one gold cluster adds, given how many of its documents each predicted cluster has.

    What a predicted cluster owes is shared out by how many of its documents lie here; `spread` tells over how many gold
    clusters each goes.
    """
    size = sum(met.values())
    right = sum(comb(number, 2) for number in met.values())
    return {
        PAIRS: Tally(right, sum(n * (told[one] - 1) / 2 for one, n in met.items()), right, comb(size, 2)),
        MUC: Tally(
            sum(n * (1 - spread[one] / told[one]) for one, n in met.items()),
            sum(n * (1 - 1 / told[one]) for one, n in met.items()),
            size - len(met),
            size - 1,
        ),
        B_CUBED: Tally(
            sum(n**2 / told[one] for one, n in met.items()), size, sum(n**2 / size for n in met.values()), size
        ),
        CEAF: Tally(worth, sum(n / told[one] for one, n in met.items()), worth, 1),
    }


def _ceaf(
    true: Mapping[Hashable, int], told: Mapping[Hashable, int], met: Mapping[Hashable, Mapping[Hashable, int]]
) -> dict[Hashable, float]:
    """Return the likeness (phi4) of each gold cluster to the one it is aligned with, one to one at the greatest sum."""
    worth: dict[Hashable, float] = {}
    for rows in _knots(met):
        columns = list(dict.fromkeys(column for row in rows for column in met[row]))
        likeness = [[2 * met[row].get(column, 0) / (true[row] + told[column]) for column in columns] for row in rows]
        worth |= {rows[row]: likeness[row][column] for row, column in assign(likeness)}
    return worth


def _knots(met: Mapping[Hashable, Mapping[Hashable, int]]) -> list[list[Hashable]]:
    """Return the gold clusters in lists of those that hang together by predicted clusters they share."""
    owner: dict[Hashable, Hashable] = {}
    above = {name: name for name in met}

    def root(name: Hashable) -> Hashable:
        while above[name] != name:
            above[name] = name = above[above[name]]
        return name

    for name, parts in met.items():
        for cluster in parts:
            above[root(name)] = root(owner.setdefault(cluster, name))
    found: dict[Hashable, list[Hashable]] = {}
    for name in met:
        found.setdefault(root(name), []).append(name)
    return list(found.values())
