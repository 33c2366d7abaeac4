"""Logistic regression over named features by plain gradient descent: the same examples give the same weights."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp

import numpy as np

BIAS = "="
ROUNDS, STEP, MOMENTUM = 800, 0.5, 0.9
Seen = tuple[dict[str, float], bool]


def learn(examples: Sequence[Seen], *, decay: float, least: int = 2, balanced: bool = False) -> dict[str, float]:
    """Return the weight of every feature that `least` examples have; `balanced` makes the two classes count alike."""
    spread = Counter(name for found, _ in examples for name in found)
    names = sorted(name for name, count in spread.items() if count >= least)
    given = np.array([[found.get(name, 0.0) for name in names] for found, _ in examples])
    wanted = np.array([float(right) for _, right in examples])
    shares = (
        np.where(wanted == 1, 0.5 / wanted.sum(), 0.5 / (1 - wanted).sum())
        if balanced
        else np.full(len(wanted), 1 / len(wanted))
    )
    weights, bias = np.zeros(len(names)), 0.0
    speed, drift = np.zeros(len(names)), 0.0
    for _ in range(ROUNDS):
        off = shares * (1 / (1 + np.exp(-(given @ weights + bias))) - wanted)
        speed = MOMENTUM * speed - STEP * (given.T @ off + decay * weights)
        drift = MOMENTUM * drift - STEP * off.sum()
        weights, bias = weights + speed, bias + drift
    return {BIAS: round(float(bias), 2), **{n: round(float(w), 2) for n, w in zip(names, weights, strict=True)}}


def logit(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """Return the log-odds of an example."""
    return weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in found.items())


def chance(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """Return the chance of an example."""
    return 1 / (1 + exp(-logit(weights, found)))
