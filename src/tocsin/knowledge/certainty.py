"""How often what is read proved right on annotated texts: the measure behind every `machine_confidence`.

This is the one place that decides what all that speaks for an event is worth together: each piece of evidence has a
weight that was learned (`scripts/measure_certainty.py`), and their sum is the chance that a careful reader would record
the event too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any


@dataclass(frozen=True, slots=True)
class Certainty:
    """What events and fields are worth.

    `weights` of what speaks for an event where the trained reader has read it, `least` the chance from which on it is
    recorded; shares of readings that were right: of events by how much they tell, where no reader was made (`by_told`),
    of fields, of fields told too seldom.
    """

    weights: Mapping[str, float]
    least: float
    by_told: Sequence[float]
    fields: Mapping[str, float]
    rest: float

    def of(self, field: str) -> float:
        """Return the share for a field, or for a JSON pointer into it."""
        return self.fields.get(field.strip("/").split("/")[0], self.rest)

    def chance(self, evidence: Mapping[str, float]) -> float:
        """Return the chance that an event for which so much speaks is one."""
        told = self.weights["bias"] + sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())
        return 1 / (1 + exp(-told))


def read_certainty(raw: Mapping[str, Any]) -> Certainty:
    """Return the shares of the compiled `certainty.yml`."""
    return Certainty(dict(raw["weights"]), raw["least"], tuple(raw["by_told"]), dict(raw["fields"]), raw["rest"])
