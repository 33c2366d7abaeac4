"""What was compared is remembered: the accounts around the next report are mostly those around the last one.

What is remembered of an account goes by what it tells, not by its key: a report that could not be written may come
again with another text.
"""

from dataclasses import dataclass, field

from tocsin.merge.blocks import keys
from tocsin.merge.compare import Comparison, compare
from tocsin.merge.scale import Scale
from tocsin.merge.traits import Traits, decode
from tocsin.model.incident import Sketch

_MOST = 1_000_000  # comparisons, some 300 MB; when there are more, all are forgotten


@dataclass(frozen=True, slots=True)
class Memory:
    """Accounts by the bytes of their traits, and comparisons of pairs; `stamps` tell which bytes a key stands for,
    `filed` what an account was last filed under.
    """

    scale: Scale
    accounts: dict[bytes, Traits] = field(default_factory=dict)
    stamps: dict[str, int] = field(default_factory=dict)
    filed: dict[str, frozenset[int]] = field(default_factory=dict)
    pairs: dict[tuple[str, int, str, int], Comparison] = field(default_factory=dict)

    def recall(self, sketch: Sketch) -> Traits:
        """Return the traits of an account as a store keeps it."""
        found = self.accounts.get(sketch.traits)
        if found is None:
            found = self.accounts[sketch.traits] = decode(sketch.traits)
        self.stamps[sketch.key] = hash(sketch.traits)
        self.filed[sketch.key] = sketch.keys
        return found

    def keys(self, account: Traits) -> frozenset[int]:
        """Return the keys that an account shares with what may tell of the same."""
        found = self.filed.get(account.key)
        if found is None:
            found = self.filed[account.key] = keys(account)
        return found

    def compare(self, one: Traits, other: Traits) -> Comparison:
        """Compare two accounts."""
        if one.key > other.key:
            one, other = other, one
        pair = one.key, self.stamps.get(one.key, 0), other.key, self.stamps.get(other.key, 0)
        made = self.pairs.get(pair)
        if made is None:
            made = self.pairs[pair] = compare(one, other, self.scale.weights)
        return made

    def make_room(self) -> None:
        """Forget everything where it has grown too much."""
        if len(self.pairs) > _MOST:
            for held in (self.accounts, self.stamps, self.filed, self.pairs):
                held.clear()
