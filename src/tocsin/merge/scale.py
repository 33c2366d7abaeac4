"""The weights of signs and the limits of points, as learned from reports whose incidents are known."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Scale:
    """`weights` of signs (that of no name is the bias); the limits are log-odds.

    Two clusters are one where the mean of all pairs has `enough`. `review` and more asks a person, `sure` with `many`
    told before makes an echo, `recalled` attaches what is only recalled. Where `crowd` accounts with a say are of one
    country and day, two of these need `crowded` points more, and once more for four times as many: each then has so
    many more others that it might be one with.
    """

    weights: Mapping[str, float]
    enough: float
    review: float
    sure: float
    recalled: float
    many: int
    crowd: int
    crowded: float

    def level(self, number: int) -> int:
        """Return how often the points for a crowd are asked for where so many accounts are of one country and day."""
        return 0 if number < self.crowd else 1 + self.level(number // 4)

    def least(self, main: bool) -> float:
        """Return the least points by which a pair, of main accounts or with a recalled one, speaks for being one."""
        return self.enough if main else self.recalled


@cache
def load_scale() -> Scale:
    """Open what ships with the package."""
    raw = json.loads(files("tocsin.data").joinpath("merging.json").read_text("utf-8"))
    return Scale(**raw)
