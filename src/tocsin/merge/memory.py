"""What was compared is remembered: the accounts around the next report are mostly those around the last one.

What is remembered of an account goes by what it tells, not by its key: a report that could not be written may come
again with another text.
"""

from dataclasses import dataclass, field

from tocsin.merge.blocks import keys
from tocsin.merge.compare import BARRED, points
from tocsin.merge.scale import Scale
from tocsin.merge.traits import Traits, decode
from tocsin.model.incident import Sketch

_MOST = 20_000  # accounts, some 300 MB with what was compared; when there are more, all are forgotten
_PAIRS = 500_000  # comparisons


@dataclass(frozen=True, slots=True)
class Memory:
    """Accounts by the bytes of their traits, the points of pairs of them, and what each was last filed under."""

    scale: Scale
    accounts: dict[bytes, Traits] = field(default_factory=dict)
    filed: dict[str, frozenset[int]] = field(default_factory=dict)
    pairs: dict[tuple[Traits, Traits], float] = field(default_factory=dict)

    def recall(self, sketch: Sketch) -> Traits:
        """Return the traits of an account as a store keeps it."""
        found = self.accounts.get(sketch.traits)
        if found is None:
            found = self.accounts[sketch.traits] = decode(sketch.traits)
        self.filed[sketch.key] = sketch.keys
        return found

    def keys(self, account: Traits) -> frozenset[int]:
        """Return the keys under which what may tell of the same finds an account."""
        found = self.filed.get(account.key)
        if found is None:
            found = self.filed[account.key] = keys(account)
        return found

    def points(self, one: Traits, other: Traits, *, least: float = BARRED) -> float:
        """Return the points of two accounts; remember them where there are at `least` so many."""
        pair = (one, other) if one.key <= other.key else (other, one)
        made = self.pairs.get(pair)
        if made is None:
            made = points(*pair, self.scale.weights)
            if made >= least:
                self.pairs[pair] = made
        return made

    def make_room(self) -> None:
        """Forget everything where it has grown too much."""
        if len(self.accounts) > _MOST or len(self.pairs) > _PAIRS:
            for held in (self.accounts, self.filed, self.pairs):
                held.clear()
