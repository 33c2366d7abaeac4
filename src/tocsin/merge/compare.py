"""Two accounts tell of one thing when enough speaks for it and nothing bars it; every sign has its name and weight.

Barred: another family of kinds, the same document, two backgrounds, threats or publications by different issuers or of
different titles. Whatever else differs only speaks against: such contradictions are news, and an incident keeps them.
Weights were learned (`scripts/build_merging.py`): points are log-odds.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tocsin.merge.compatible import POINTS, distance, places_meet, same_place
from tocsin.merge.details import hours_apart
from tocsin.merge.traits import TOLLS, Toll, Traits
from tocsin.merge.wording import FEW, shared
from tocsin.model.values import Place

Sign = tuple[str, float]
Signs = tuple[Sign, ...]
_ISSUED = ("threat", "publication", "statement")
_MEASURED = TOLLS[:2]  # of the others too few were seen to learn from
_SMALL = 4  # a toll that many incidents share
_GAPS = ((1, "a day"), (3, "two or three days"), (7, "four to seven days"), (30, "weeks"))
_REACH = ((5, "within 5 km"), (25, "within 25 km"), (100, "within 100 km"))
BARRED = float("-inf")  # the points of what cannot be one
_HARDLY = 0.03  # a cosine
_TENTHS = 10  # cosines are small: in tenths they weigh like the other signs
_THIRDS = 3  # and so does a share of names
_HARDLY_NAMED, _NOT_NAMED = 0.1, 0.02


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was weighed as (name, strength), the sum in log-odds, and what bars, if anything does."""

    signs: tuple[Sign, ...]
    points: float
    bar: str | None


def compare(one: Traits, other: Traits, weights: Mapping[str, float]) -> Comparison:
    """Weigh whether two accounts tell of one thing; the order of the two makes no difference."""
    barred = bar(one, other)
    if barred is not None:
        return Comparison((), BARRED, barred)
    found = signs(one, other)
    return Comparison(tuple(found), _sum(found, weights), None)


def points(one: Traits, other: Traits, weights: Mapping[str, float]) -> float:
    """Return the points of two accounts alone, `BARRED` where they cannot be one."""
    return BARRED if bar(one, other) else affinity(one, other, weights)


def affinity(one: Traits, other: Traits, weights: Mapping[str, float]) -> float:
    """Return the points of two events whatever bars them: of one document one may have taken the other's place."""
    return _sum(signs(one, other), weights)


def bar(one: Traits, other: Traits) -> str | None:
    """Return what decides against two accounts being one, whatever else they share; null where nothing does."""
    if one.family != other.family:
        return "different kinds"
    if one.document == other.document:
        return "told apart by one document"
    if not one.main and not other.main:
        return "both only recalled"
    if one.kind in _ISSUED and one.issuers and other.issuers and not one.issuers & other.kin | other.issuers & one.kin:
        return "different issuers"
    if one.kind in _ISSUED and one.title and other.title and one.title != other.title:
        return "different titles"
    return None


def signs(one: Traits, other: Traits) -> list[Sign]:
    """Return what speaks for and against two events being one, whatever their documents."""
    found: list[Sign] = []
    for aspect in _ASPECTS:
        found += aspect(one, other)
    return found


def _sum(found: Iterable[Sign], weights: Mapping[str, float]) -> float:
    total, weight = weights[""], weights.get
    for name, strength in found:
        total += weight(name, 0.0) * strength
    return total


def _one(name: str) -> Signs:
    return ((name, 1.0),)


def _dates(one: Traits, other: Traits) -> Signs:
    if one.days is None or other.days is None:
        return _one("no date to compare")
    apart = max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])
    if apart > 0:
        return _one(f"{_gap(apart)} apart")
    return _one("same day" if one.exact and other.exact else "dates overlap")


def _reported(one: Traits, other: Traits) -> Signs:
    if one.published is None or other.published is None:
        return ()
    apart = abs(one.published - other.published)
    return _one(f"published {_gap(apart)} apart" if apart else "published on one day")


def _gap(days: int) -> str:
    for most, words in _GAPS:
        if days <= most:
            return words
    return "months"


def _places(one: Traits, other: Traits) -> Signs:
    found: Signs = ()
    here, there = one.place, other.place
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        found += _one("no country in common")
    if here is None or there is None:
        return (*found, *_one("no place to compare"))
    if here.country and there.country and here.country != there.country:
        found += _one("different countries")
    return (*found, *_one(_apart(here, there)))


def _apart(here: Place, there: Place) -> str:
    if same_place(here, there):
        return "same place" if here.precision in POINTS else "same area"
    km = distance(here, there)
    if km is None:
        return "one place within the other" if places_meet(here, there) else "different areas"
    return next((words for most, words in _REACH if km <= most), "more than 100 km apart")


def _tolls(one: Traits, other: Traits) -> Signs:
    both = zip(_MEASURED, one.tolls, other.tolls, strict=False)
    return tuple((f"{_toll(here, there)} {name}", 1.0) for name, here, there in both if here and there)


def _toll(one: Toll, other: Toll) -> str:
    less, more = (one[0], other[0]) if one[0] <= other[0] else (other[0], one[0])
    if less == more:
        return "same number" if less >= _SMALL else "same small number"
    if one[1] <= other[2] and other[1] <= one[2]:
        return "numbers agree:"
    return "numbers close:" if more - less <= 3 or more <= 2 * less else "numbers differ:"


def _actors(one: Traits, other: Traits) -> Signs:
    if not one.actors or not other.actors:
        return ()
    if not one.actors.isdisjoint(other.actors):
        return _one("same actor")
    akin = not one.actors.isdisjoint(other.kin) or not other.actors.isdisjoint(one.kin)
    return _one("actors akin" if akin else "different actors")


def _targets(one: Traits, other: Traits) -> Signs:
    found: Signs = ()
    if not one.nationalities.isdisjoint(other.nationalities):
        found += _one("same nationality hit or named")
    if one.target_types and other.target_types:
        alike = not one.target_types.isdisjoint(other.target_types)
        found += _one("same kind of target" if alike else "different kinds of target")
    if not one.target_words.isdisjoint(other.target_words):
        found += _one("targets in the same words")
    return found


def _manner(one: Traits, other: Traits) -> Signs:
    found: Signs = ()
    if one.manners and other.manners:
        found += _one("different manner" if one.manners.isdisjoint(other.manners) else "same manner")
    if one.weapons and other.weapons:
        found += _one("different weapons" if one.weapons.isdisjoint(other.weapons) else "same kind of weapon")
    return found if one.kind == other.kind else (*found, *_one("different kinds of event"))


def _words(one: Traits, other: Traits) -> list[Sign]:
    words, beginning, headline, names = shared(one.wording, other.wording)
    found = [
        ("wording", _TENTHS * words),
        ("beginning", _TENTHS * beginning),
        ("headline in the other's wording", _TENTHS * headline),
    ]
    if words < FEW and one.wording.words and other.wording.words:
        found.append(("hardly a word in common" if words < _HARDLY else "few words in common", 1.0))
    if names is not None:
        found.append(("names", _THIRDS * names))
        if names < _HARDLY_NAMED:
            found.append(("hardly a name in common", 1.0))
        if names < _NOT_NAMED:
            found.append(("no name in common", 1.0))
    return found


def _details(one: Traits, other: Traits) -> Signs:
    here, there = one.details, other.details
    found: Signs = ()
    if here.ages and there.ages:
        found += _one("no age in common" if here.ages.isdisjoint(there.ages) else "an age in common")
    if here.minute is not None and there.minute is not None:
        found += _one("same hour" if hours_apart(here.minute, there.minute) <= 1 else "hours apart")
    if here.day is not None and there.day is not None:
        apart = abs(here.day - there.day)
        found += _one("same weekday" if not apart else "weekdays a day apart" if apart == 1 else "weekdays apart")
    return found


def _titles(one: Traits, other: Traits) -> Signs:
    if one.kind in _ISSUED and one.title and one.title == other.title:
        return _one("same title of the publication")
    return ()


_ASPECTS: tuple[Callable[[Traits, Traits], Iterable[Sign]], ...] = (
    _dates,
    _reported,
    _places,
    _tolls,
    _actors,
    _targets,
    _manner,
    _words,
    _details,
    _titles,
)
