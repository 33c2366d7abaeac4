"""What was compared is remembered: the accounts around the next report are mostly those around the last one.

What is remembered of an account goes by what it tells, not by its key: a report that could not be written may come
again with another text.
"""

from dataclasses import dataclass, field

from tocsin.merge.blocks import keys, meet, stray
from tocsin.merge.compare import BARRED, points
from tocsin.merge.scale import Scale
from tocsin.merge.traits import Traits, decode
from tocsin.model.incident import Sketch, asking, crowd_of

_MOST = 20_000  # accounts, some 300 MB with what was compared; when there are more, all are forgotten
_PAIRS = 500_000  # comparisons


@dataclass(frozen=True, slots=True)
class Memory:
    """Accounts by the bytes of their traits, what each was last filed under, and of pairs the points and the ties."""

    scale: Scale
    accounts: dict[bytes, Traits] = field(default_factory=dict)
    filed: dict[str, frozenset[int]] = field(default_factory=dict)
    crowds: dict[str, int | None] = field(default_factory=dict)
    pairs: dict[tuple[Traits, Traits], float] = field(default_factory=dict)
    ties: dict[tuple[Traits, Traits], bool] = field(default_factory=dict)

    def recall(self, sketch: Sketch) -> Traits:
        """Return the traits of an account as a store keeps it."""
        found = self.accounts.get(sketch.traits)
        if found is None:
            found = self.accounts[sketch.traits] = decode(sketch.traits)
        if self.filed.get(sketch.key) is not sketch.keys:
            self.filed[sketch.key] = sketch.keys
            self.crowds.pop(sketch.key, None)
        return found

    def keys(self, account: Traits) -> frozenset[int]:
        """Return the keys under which what may tell of the same finds an account."""
        found = self.filed.get(account.key)
        if found is None:
            found = self.filed[account.key] = keys(account)
        return found

    def crowd(self, account: Traits) -> int | None:
        """Return the key of the crowd of an account; null where it has none."""
        found = self.crowds.get(account.key, -1)
        if found == -1:
            found = self.crowds[account.key] = crowd_of(self.keys(account))
        return found

    def points(self, one: Traits, other: Traits, *, least: float = BARRED) -> float:
        """Return the points of two accounts; remember them where there are at `least` so many."""
        pair = _pair(one, other)
        made = self.pairs.get(pair)
        if made is None:
            made = round(points(*pair, self.scale.weights), 3)
            if made >= least:
                self.pairs[pair] = made
        return made

    def tied(self, one: Traits, other: Traits) -> bool:
        """Tell whether two accounts share a key and enough words to tell of one thing by themselves; remember it."""
        pair = _pair(one, other)
        made = self.ties.get(pair)
        if made is None:
            apart = asking(self.keys(one)).isdisjoint(self.keys(other))
            made = self.ties[pair] = not apart and meet(one, other) and not stray(one, other)
        return made

    def make_room(self) -> None:
        """Forget everything where it has grown too much."""
        if len(self.accounts) > _MOST or len(self.pairs) > _PAIRS:
            for held in (self.accounts, self.filed, self.crowds, self.pairs, self.ties):
                held.clear()


def _pair(one: Traits, other: Traits) -> tuple[Traits, Traits]:
    return (one, other) if one.key <= other.key else (other, one)
