"""How often what is read proved right on annotated stories: the measure behind every `machine_confidence`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Certainty:
    """Shares of readings that were right: of events by how much they tell, of fields, of fields told too seldom."""

    by_told: Sequence[float]
    fields: Mapping[str, float]
    rest: float

    def of(self, field: str) -> float:
        """Return the share for a field, or for a JSON pointer into it."""
        return self.fields.get(field.strip("/").split("/")[0], self.rest)


def read_certainty(raw: Mapping[str, Any]) -> Certainty:
    """Return the shares of the compiled `certainty.yml`."""
    return Certainty(tuple(raw["by_told"]), dict(raw["fields"]), raw["rest"])
