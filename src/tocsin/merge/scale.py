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
    told before makes an echo, `recalled` attaches what is only recalled.
    """

    weights: Mapping[str, float]
    enough: float
    review: float
    sure: float
    recalled: float
    many: int

    def least(self, main: bool) -> float:
        """Return the least points by which a pair, of main accounts or with a recalled one, speaks for being one."""
        return self.enough if main else self.recalled


@cache
def load_scale() -> Scale:
    """Open what ships with the package."""
    raw = json.loads(files("tocsin.data").joinpath("merging.json").read_text("utf-8"))
    return Scale(**raw)
