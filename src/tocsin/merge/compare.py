"""Two accounts tell of one thing when enough speaks for it and nothing bars it; every point has its reason.

Barred: another kind, the same document, two backgrounds, dates or places that cannot both hold, threats or
publications by different issuers or of different titles. Different suspects, and tolls that contradict each other, bar
nothing: such contradictions are news, and an incident keeps them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from tocsin.merge.compatible import POINTS, bounds, counts_meet, days_apart, distance, places_meet, same_place
from tocsin.merge.traits import TOLLS, Traits, traits
from tocsin.model.incident import Account
from tocsin.model.values import Count, Place

ENOUGH = 60
ENOUGH_FOR_BACKGROUND = 50
_ISSUED = ("threat", "publication", "statement")
_WEIGHTS = dict(zip(TOLLS, (15, 15, 15, 10, 10), strict=True))
_STALE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for (points above 0), against (below 0) or, barring, decides against two being one."""

    points: int
    reason: str
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was weighed, its sum, whether anything bars, and how many points these two accounts need."""

    signs: tuple[Sign, ...]
    points: int
    barred: bool
    enough: int

    @property
    def same(self) -> bool:
        """Whether the two accounts tell of one thing."""
        return not self.barred and self.points >= self.enough


def compare(one: Account, other: Account) -> Comparison:
    """Weigh whether two accounts tell of one thing; the order of the two makes no difference."""
    return weigh(traits(one), traits(other))


def same(one: Account, other: Account) -> bool:
    """Tell whether two accounts tell of one thing."""
    return compare(one, other).same


@lru_cache(maxsize=50_000)  # each report of an incident with hundreds of them asks for all pairs again
def weigh(one: Traits, other: Traits) -> Comparison:
    """Weigh whether two accounts, given by their traits, tell of one thing."""
    barred = _bar(one, other)
    signs = tuple(likeness(one, other)) if barred is None else (Sign(0, barred, bars=True),)
    enough = ENOUGH if one.main and other.main else ENOUGH_FOR_BACKGROUND
    return Comparison(signs, sum(sign.points for sign in signs), any(sign.bars for sign in signs), enough)


def likeness(one: Traits, other: Traits) -> Iterable[Sign]:
    """Yield what speaks for and against two events being one, whatever their documents."""
    for aspect in _ASPECTS:
        yield from aspect(one, other)


def _bar(one: Traits, other: Traits) -> str | None:
    if one.kind != other.kind:
        return "different kinds"
    if one.document == other.document:
        return "told apart by one document"
    if not one.main and not other.main:
        return "both only recalled"
    if (one.when is None or other.when is None) and (one.place is None or other.place is None):
        return "neither date nor place to go by"
    return None


def _dates(one: Traits, other: Traits) -> Iterable[Sign]:
    apart = days_apart(one.when, other.when)
    if one.when is None or other.when is None or apart is None:
        yield _undated(one, other)
    elif apart > 1:
        yield Sign(0, f"{apart} days apart", bars=True)
    elif one.when.precision == other.when.precision == "day":
        yield Sign(10, "a day apart") if apart else Sign(35, "same day")
    else:
        yield Sign(0, "dates border on each other") if apart else Sign(10, "dates overlap")


def _undated(one: Traits, other: Traits) -> Sign:
    """A date that is open still lies before its report, and news is rarely older than a week."""
    recent = one.latest is not None and other.latest is not None and abs(one.latest - other.latest) <= _STALE_DAYS
    if recent and one.main and other.main:
        return Sign(10, "reported within a week")
    return Sign(-15, "no date to go by")


def _places(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.place is None or other.place is None:
        return
    if not places_meet(one.place, other.place):
        yield Sign(0, f"{one.place.name} is not {other.place.name}", bars=True)
    else:
        yield _shared_place(one.place, other.place)


def _shared_place(one: Place, other: Place) -> Sign:
    km = distance(one, other)
    if same_place(one, other) and one.precision in POINTS and other.precision in POINTS:
        return Sign(40, "same place")
    if km is not None:
        return Sign(30, f"{km:.0f} km apart")
    if one.admin1 is not None and other.admin1 is not None:
        return Sign(30, "same district") if one.admin2 and one.admin2 == other.admin2 else Sign(20, "same province")
    return Sign(5, "same country or region")


def _tolls(one: Traits, other: Traits) -> Iterable[Sign]:
    for name, here, there in zip(TOLLS, one.tolls, other.tolls, strict=True):
        if here is not None and there is not None:
            yield _toll(name.replace("_", " "), _WEIGHTS[name], here, there)


def _toll(name: str, weight: int, one: Count, other: Count) -> Sign:
    if (one.low, one.high) == (other.low, other.high):
        return Sign(weight, f"same number {name}")
    if counts_meet(one, other):
        return Sign(5, f"numbers {name} agree")
    less, more = sorted((bounds(one), bounds(other)))
    gap = more[0] - less[1]
    if gap <= 3 or gap <= less[1]:
        return Sign(0, f"numbers {name} are close")
    return Sign(-2 * weight, f"numbers {name} differ")


def _actors(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.actors & other.actors:
        yield Sign(15, f"both speak of {min(one.actors & other.actors)}")
    if one.kind in _ISSUED and one.issuers and other.issuers and one.issuers != other.issuers:
        yield Sign(0, "different issuers", bars=True)


def _targets(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.nationalities & other.nationalities:
        yield Sign(10, "same nationality hit or named")
    if one.target_types & other.target_types:
        yield Sign(5, "same kind of target")
    if one.target_words & other.target_words:
        yield Sign(5, "targets in the same words")


def _manner(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.manners & other.manners:
        yield Sign(5, "same manner")
    elif one.manners and other.manners:
        yield Sign(-20, "different manner")


def _titles(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.kind in _ISSUED and one.title and other.title:
        yield Sign(40, "same title") if one.title == other.title else Sign(0, "different titles", bars=True)


_ASPECTS: tuple[Callable[[Traits, Traits], Iterable[Sign]], ...] = (
    _dates,
    _places,
    _tolls,
    _actors,
    _targets,
    _manner,
    _titles,
)
