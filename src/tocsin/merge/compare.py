"""Two accounts tell of one thing when enough speaks for it and nothing bars it; every point has its reason.

Barred: another kind, the same document, two backgrounds, dates or places that cannot both hold, threats or
publications by different issuers or of different titles. Different suspects, and tolls that contradict each other, bar
nothing: such contradictions are news, and an incident keeps them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from tocsin.knowledge.fold import fold
from tocsin.merge.compatible import POINTS, bounds, counts_meet, days, days_apart, distance, places_meet, same_place
from tocsin.model.incident import Account
from tocsin.model.record import Event
from tocsin.model.values import Actor, Count, Place

ENOUGH = 60
ENOUGH_FOR_BACKGROUND = 50
_ISSUED = ("threat", "publication", "statement")
_TOLLS = (("killed", 15), ("abducted", 15), ("arrested", 15), ("wounded", 10), ("killed_perpetrators", 10))
_STALE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for (points above 0), against (below 0) or, barring, decides against two being one."""

    points: int
    reason: str
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was weighed; `enough` is how many points these two accounts need."""

    signs: tuple[Sign, ...]
    enough: int

    @property
    def points(self) -> int:
        """The sum of all signs."""
        return sum(sign.points for sign in self.signs)

    @property
    def barred(self) -> bool:
        """Whether anything decides against."""
        return any(sign.bars for sign in self.signs)

    @property
    def same(self) -> bool:
        """Whether the two accounts tell of one thing."""
        return not self.barred and self.points >= self.enough


def compare(one: Account, other: Account) -> Comparison:
    """Weigh whether two accounts tell of one thing; the order of the two makes no difference."""
    enough = ENOUGH if one.event.main and other.event.main else ENOUGH_FOR_BACKGROUND
    barred = _bar(one, other)
    if barred is not None:
        return Comparison((Sign(0, barred, bars=True),), enough)
    return Comparison(tuple(likeness(one, other)), enough)


def same(one: Account, other: Account) -> bool:
    """Tell whether two accounts tell of one thing."""
    return compare(one, other).same


def likeness(one: Account, other: Account) -> Iterable[Sign]:
    """Yield what speaks for and against two events being one, whatever their documents."""
    yield _dates(one, other)
    for weigh in _WEIGHED:
        yield from weigh(one.event, other.event)


def _bar(one: Account, other: Account) -> str | None:
    if one.event.kind != other.event.kind:
        return "different kinds"
    if one.document == other.document:
        return "told apart by one document"
    if not one.event.main and not other.event.main:
        return "both only recalled"
    dated = days_apart(one.event.date, other.event.date) is not None
    if not dated and (one.event.place is None or other.event.place is None):
        return "neither date nor place to go by"
    return None


def _dates(one: Account, other: Account) -> Sign:
    here, there = one.event.date, other.event.date
    apart = days_apart(here, there)
    if here is None or there is None or apart is None:
        return _undated(one, other)
    if apart > 1:
        return Sign(0, f"{apart} days apart", bars=True)
    if here.precision == there.precision == "day":
        return Sign(10, "a day apart") if apart else Sign(35, "same day")
    return Sign(0, "dates border on each other") if apart else Sign(10, "dates overlap")


def _undated(one: Account, other: Account) -> Sign:
    """A date that is open still lies before its report, and news is rarely older than a week."""
    here, there = _latest_day(one), _latest_day(other)
    recent = here is not None and there is not None and abs(here - there) <= _STALE_DAYS
    if recent and one.event.main and other.event.main:
        return Sign(10, "reported within a week")
    return Sign(-15, "no date to go by")


def _latest_day(account: Account) -> int | None:
    """Return the last day, as an ordinal, on which it can have happened."""
    span = days(account.event.date)
    if span is not None:
        return span[1]
    return None if account.published is None else date.fromisoformat(account.published[:10]).toordinal()


def _places(one: Event, other: Event) -> Iterable[Sign]:
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


def _tolls(one: Event, other: Event) -> Iterable[Sign]:
    for name, weight in _TOLLS:
        here, there = getattr(one, name), getattr(other, name)
        if here is not None and there is not None:
            yield _toll(name.replace("_", " "), weight, here, there)


def _toll(name: str, weight: int, one: Count, other: Count) -> Sign:
    if (one.low, one.high) == (other.low, other.high):
        return Sign(weight, f"same number {name}")
    if counts_meet(one, other):
        return Sign(5, f"numbers {name} agree")
    low, high = sorted((bounds(one), bounds(other)))
    gap, least = high[0] - low[1], low[1]
    if gap <= 3 or least >= gap:
        return Sign(0, f"numbers {name} are close")
    return Sign(-2 * weight, f"numbers {name} differ")


def _actors(one: Event, other: Event) -> Iterable[Sign]:
    shared = actor_ids(one) & actor_ids(other)
    if shared:
        yield Sign(15, f"both speak of {min(shared)}")
    here, there = _ids(one.issuer), _ids(other.issuer)
    if one.kind in _ISSUED and here and there and here != there:
        yield Sign(0, "different issuers", bars=True)


def actor_ids(event: Event) -> frozenset[str]:
    """Return the ids of every actor that an event names in any part."""
    actors = (*event.perpetrators, event.issuer, event.media_arm, event.authority)
    actors += tuple(subject.organisation for subject in event.subjects)
    actors += tuple(said.actor for said in event.responsibility)
    return frozenset().union(*(_ids(actor) for actor in actors))


def _ids(actor: Actor | None) -> frozenset[str]:
    return frozenset() if actor is None or actor.actor_id is None else frozenset({actor.actor_id})


def _targets(one: Event, other: Event) -> Iterable[Sign]:
    if {t.country for t in one.targets} & {t.country for t in other.targets} - {None}:
        yield Sign(10, "same nationality hit or named")
    if {t.type for t in one.targets} & {t.type for t in other.targets} - {"unknown"}:
        yield Sign(5, "same kind of target")
    if _target_words(one) & _target_words(other):
        yield Sign(5, "targets in the same words")


def _target_words(event: Event) -> frozenset[str]:
    return frozenset(word for target in event.targets for word in fold(target.text).split() if len(word) > 3)


def _manner(one: Event, other: Event) -> Iterable[Sign]:
    here, there = set(one.attack_types) - {"unknown"}, set(other.attack_types) - {"unknown"}
    if here & there:
        yield Sign(5, "same manner")
    elif here and there:
        yield Sign(-20, "different manner")


def _titles(one: Event, other: Event) -> Iterable[Sign]:
    if one.kind not in _ISSUED or not one.title or not other.title:
        return
    same_title = fold(one.title) == fold(other.title)
    yield Sign(40, "same title") if same_title else Sign(0, "different titles", bars=True)


_WEIGHED: tuple[Callable[[Event, Event], Iterable[Sign]], ...] = (
    _places,
    _tolls,
    _actors,
    _targets,
    _manner,
    _titles,
)
