"""Counts behind precision and recall; each side has its own hits, since one prediction may answer two gold items."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Tallies = Mapping[str, "Tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was right of what was predicted, and what was found of the gold; half credits make them fractions."""

    right: float = 0.0
    predicted: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def empty(self) -> bool:
        """Tell whether neither side had anything to say."""
        return not self.predicted and not self.gold

    @property
    def precision(self) -> float:
        """Return the share of the predicted that is right; 0 where nothing is predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Return the share of the gold that is found; 0 where there is no gold."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Score:
    """One measured figure with its 95 % interval over documents, both of F1 in [0, 1]."""

    name: str
    tally: Tally
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Result:
    """What one benchmark measured; `worst` and `notes` are lines for a reader, `accuracy` says that F1 is a share."""

    bench: str
    scores: tuple[Score, ...]
    documents: int
    accuracy: bool = False
    worst: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def harmonic(precision: float, recall: float) -> float:
    """Return F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def hits(right: float, predicted: float, gold: float) -> Tally:
    """Return the tally of a one-to-one alignment, where both sides hit equally often."""
    return Tally(right, predicted, right, gold)


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum."""
    return sum(tallies, Tally())


def merged(parts: Iterable[Tallies]) -> dict[str, Tally]:
    """Return the sums by name, in the order in which the names first come."""
    sums: dict[str, Tally] = {}
    for part in parts:
        for name, tally in part.items():
            sums[name] = sums.get(name, Tally()) + tally
    return sums
