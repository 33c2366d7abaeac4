"""What people judged of accounts, given by key: which tell of one incident, and which do not.

Whoever is judged the same as another is apart from all that the other is apart from.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tocsin.model.incident import Bond

Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """Sets of accounts that belong `together`, and pairs of sets of which none of one belongs with one of the other.

    Of `follows` the first go where the second lead, or most of the third go.
    """

    together: tuple[frozenset[str], ...] = ()
    divided: tuple[Sides, ...] = ()
    follows: tuple[tuple[frozenset[str], frozenset[str], frozenset[str]], ...] = ()
    _apart: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once who is apart from whom."""
        object.__setattr__(self, "_apart", _lifted(self.together, self.divided))

    def apart(self, one: str, other: str) -> bool:
        """Tell whether two accounts were judged not to tell of one incident."""
        return other in self._apart.get(one, ())

    @property
    def taken(self) -> frozenset[str]:
        """The accounts that were taken out of where they were."""
        return frozenset().union(*(side for side, _ in self.divided))


def united(groups: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Return the sets that overlap, directly or through others, as one each."""
    found: list[frozenset[str]] = []
    for group in groups:
        meeting = [other for other in found if other & group]
        found = [other for other in found if not other & group]
        found.append(group.union(*meeting))
    return found


def conflict(bonds: Iterable[Bond]) -> frozenset[int]:
    """Return the judgements by which accounts that belong together do not; none where all can stand."""
    told = list(bonds)
    for group in united(group for one in told for group in one.together):
        for one in told:
            if any(here & group and there & group for here, there in one.divided):
                binding = (other.judgement for other in told if any(part & group for part in other.together))
                return frozenset({one.judgement, *binding})
    return frozenset()


def _lifted(together: Iterable[frozenset[str]], divided: Iterable[Sides]) -> dict[str, frozenset[str]]:
    kin = {key: group for group in united(together) for key in group}
    found: dict[str, set[str]] = {}
    for one, other in divided:
        here = frozenset().union(*(kin.get(key, frozenset({key})) for key in one))
        there = frozenset().union(*(kin.get(key, frozenset({key})) for key in other))
        for side, against in ((here, there), (there, here)):
            for key in side:
                found.setdefault(key, set()).update(against - side)
    return {key: frozenset(against) for key, against in found.items()}


NOTHING_JUDGED = Judged()
