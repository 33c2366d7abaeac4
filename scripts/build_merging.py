"""Learn what the signs for and against one incident weigh, and ship it as `src/tocsin/data/merging.json`.

Logistic regression over pairs of reports in `gold/incidents/taught.jsonl`, and in further files of that form where they
are named; each report is read as the product reads it, so this takes minutes.

    python scripts/build_merging.py [FILE…]
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from logistic import Seen
from tocsin.bench import merge as bench
from tocsin.bench.run import shipped
from tocsin.merge import merger
from tocsin.merge.blocks import keys
from tocsin.merge.compare import signs
from tocsin.merge.traits import Traits
from tocsin.model.incident import asking
from tocsin.pipeline import known_here

ROOT = Path(__file__).resolve().parents[1]
TAUGHT = ROOT / "gold" / "incidents" / "taught.jsonl"
TARGET = ROOT / "src" / "tocsin" / "data" / "merging.json"
DECAY = 2.0
LEAST = 10
ROUNDS = 60
MOVED = 2  # for each report, as many of other incidents, in its country and anywhere, are moved to its days
OWN = 8.0  # how much a pair of our own reports counts beside one of further files
FOR = re.compile(
    r"same|actors akin|an age|beginning|wording|names|headline|targets in|one place|numbers agree|published on"
)
AGAINST = re.compile(r"no |hardly|few words|different|more than|numbers (differ|close)|.*\bapart$")
LIMITS = {"enough": -1.0, "review": -3.0, "sure": 1.0, "recalled": -1.0, "many": 8, "crowd": 8, "crowded": 1.0}


def pairs(told: Sequence[tuple[Traits, str]]) -> Iterator[Seen]:
    """Yield the signs of pairs that merging would compare, or that a year has in common, and whether each is one.

    What differs by weeks is not compared, and has to be learned all the same.
    """
    met = {one.key: keys(one) for one, _ in told}
    for (one, here), (other, there) in combinations(told, 2):
        if here == there or (met[one.key] | asking(met[one.key])) & met[other.key]:
            yield dict(signs(one, other)), here == there
    chance = Random(1)  # noqa: S311 -- nothing is kept secret by it
    for one, here in told:
        others = [other for other, there in told if there != here]
        nearby = [other for other in others if other.countries & one.countries]
        for some in (nearby, others):
            for other in chance.sample(some, min(MOVED, len(some))):
                yield dict(signs(one, moved(other, one, chance.choice((0, 0, 1, 1, 2))))), False


def moved(one: Traits, to: Traits, late: int) -> Traits:
    """Return an account as if it had been told with another, or so many days later."""
    if one.published is None or to.published is None:
        return one
    days = to.published - one.published + late
    told = one.details if one.details.day is None else replace(one.details, day=one.details.day + days)
    dated = one.days and (one.days[0] + days, one.days[1] + days)
    return replace(one, published=one.published + days, days=dated, details=told)


def learn(examples: Sequence[Seen], worth: Sequence[float]) -> dict[str, float]:
    """Return the weight of every sign that `LEAST` pairs have; that of no name is the bias.

    `worth` is how much each pair counts. What differs, or is not told, never speaks for one incident, nor what
    agrees against it: where such a sign would, it is left out.
    """
    spread = Counter(name for found, _ in examples for name in found)
    names = sorted(name for name, count in spread.items() if count >= LEAST)
    while True:
        weights = _fitted(examples, names, np.array(worth))
        wrong = [name for name in names if (AGAINST if weights[name] > 0 else FOR).match(name)]
        if not wrong:
            return {name: round(weight, 2) for name, weight in weights.items()}
        names.remove(max(wrong, key=lambda name: abs(weights[name])))  # one at a time: others may hang on it


def _fitted(examples: Sequence[Seen], names: Sequence[str], worth: NDArray[np.float64]) -> dict[str, float]:
    """Return weights by Newton's method."""
    given = np.array([[1.0, *(found.get(name, 0.0) for name in names)] for found, _ in examples])
    wanted = np.array([float(same) for _, same in examples])
    decay = DECAY * np.diag([0.0] + [1.0] * len(names))
    weights = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-(given @ weights)))
        slope = given.T @ (worth * (wanted - chance)) - decay @ weights
        bend = (given * (worth * chance * (1 - chance))[:, None]).T @ given + decay + 1e-6 * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(("", *names), map(float, weights), strict=True))


def main(paths: Sequence[str]) -> int:
    """Read, learn and write."""
    reader, merging = shipped(), merger(known_here)
    examples: list[Seen] = []
    worth: list[float] = []
    for path in (TAUGHT, *map(Path, paths)):
        told = bench.load(path)
        read = [(bench.leading(reader.analyze_all(one.document), merging), one.incident) for one in told]
        found = list(pairs(read))
        examples += found
        worth += [OWN if path == TAUGHT else 1.0] * len(found)
    TARGET.write_text(
        json.dumps({"weights": learn(examples, worth), **LIMITS}, indent=1, sort_keys=True) + "\n", "utf-8"
    )
    print(f"{len(examples)} pairs, {sum(same for _, same in examples)} of one incident")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
