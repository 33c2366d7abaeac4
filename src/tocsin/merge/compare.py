"""Two accounts tell of one thing when enough speaks for it and nothing bars it; every sign has its name and weight.

Barred: another family of kinds, the same document, two backgrounds, threats or publications by different issuers or of
different titles. Whatever else differs only speaks against: such contradictions are news, and an incident keeps them.
Weights were learned (`scripts/build_merging.py`): points are log-odds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tocsin.merge.compatible import POINTS, distance, places_meet, same_place
from tocsin.merge.details import hours_apart
from tocsin.merge.traits import TOLLS, Toll, Traits
from tocsin.merge.wording import likeness, shared_names

Sign = tuple[str, float]
_ISSUED = ("threat", "publication", "statement")
_MEASURED = TOLLS[:2]  # of the others too few were seen to learn from
_SMALL = 4  # a toll that many incidents share
_GAPS = ((1, "a day"), (3, "two or three days"), (7, "four to seven days"), (30, "weeks"))
_REACH = ((5, "within 5 km"), (25, "within 25 km"), (100, "within 100 km"))
BARRED = float("-inf")  # the points of what cannot be one
_HARDLY, _FEW = 0.03, 0.08
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
    found = tuple(signs(one, other))
    return Comparison(found, _sum(found, weights), None)


def affinity(one: Traits, other: Traits, weights: Mapping[str, float]) -> float:
    """Return the points of two events of one document, of which one may have taken the other's place."""
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


def signs(one: Traits, other: Traits) -> Iterator[Sign]:
    """Yield what speaks for and against two events being one, whatever their documents."""
    for aspect in _ASPECTS:
        yield from aspect(one, other)


def _sum(found: Iterable[Sign], weights: Mapping[str, float]) -> float:
    return weights[""] + sum(weights.get(name, 0.0) * strength for name, strength in found)


def _dates(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.days is None or other.days is None:
        yield "no date to compare", 1.0
        return
    apart = max(0, max(one.days[0], other.days[0]) - min(one.days[1], other.days[1]))
    if apart:
        yield f"{_gap(apart)} apart", 1.0
    elif one.exact and other.exact:
        yield "same day", 1.0
    else:
        yield "dates overlap", 1.0


def _reported(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.published is None or other.published is None:
        return
    apart = abs(one.published - other.published)
    yield f"published {_gap(apart)} apart" if apart else "published on one day", 1.0


def _gap(days: int) -> str:
    return next((words for most, words in _GAPS if days <= most), "months")


def _places(one: Traits, other: Traits) -> Iterable[Sign]:
    here, there = one.place, other.place
    if one.countries and other.countries and not one.countries & other.countries:
        yield "no country in common", 1.0
    if here is None or there is None:
        yield "no place to compare", 1.0
        return
    if here.country and there.country and here.country != there.country:
        yield "different countries", 1.0
    if same_place(here, there):
        yield "same place" if here.precision in POINTS else "same area", 1.0
        return
    km = distance(here, there)
    if km is not None:
        yield next((words for most, words in _REACH if km <= most), "more than 100 km apart"), 1.0
    else:
        yield "one place within the other" if places_meet(here, there) else "different areas", 1.0


def _tolls(one: Traits, other: Traits) -> Iterable[Sign]:
    for name, here, there in zip(_MEASURED, one.tolls, other.tolls, strict=False):
        if here is not None and there is not None:
            yield f"{_toll(here, there)} {name}", 1.0


def _toll(one: Toll, other: Toll) -> str:
    less, more = sorted((one[0], other[0]))
    if less == more:
        return "same number" if less >= _SMALL else "same small number"
    if one[1] <= other[2] and other[1] <= one[2]:
        return "numbers agree:"
    return "numbers close:" if more - less <= 3 or more <= 2 * less else "numbers differ:"


def _actors(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.actors & other.actors:
        yield "same actor", 1.0
    elif one.actors & other.kin or other.actors & one.kin:
        yield "actors akin", 1.0
    elif one.actors and other.actors:
        yield "different actors", 1.0


def _targets(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.nationalities & other.nationalities:
        yield "same nationality hit or named", 1.0
    if one.target_types & other.target_types:
        yield "same kind of target", 1.0
    elif one.target_types and other.target_types:
        yield "different kinds of target", 1.0
    if one.target_words & other.target_words:
        yield "targets in the same words", 1.0


def _manner(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.manners & other.manners:
        yield "same manner", 1.0
    elif one.manners and other.manners:
        yield "different manner", 1.0
    if one.weapons & other.weapons:
        yield "same kind of weapon", 1.0
    elif one.weapons and other.weapons:
        yield "different weapons", 1.0
    if one.kind != other.kind:
        yield "different kinds of event", 1.0


def _words(one: Traits, other: Traits) -> Iterable[Sign]:
    here, there = one.wording, other.wording
    shared = likeness(here.words, there.words)
    yield "wording", _TENTHS * shared
    if here.words and there.words and shared < _FEW:
        yield "hardly a word in common" if shared < _HARDLY else "few words in common", 1.0
    yield "beginning", _TENTHS * likeness(here.lead, there.lead)
    crossed = max(likeness(here.title, there.words), likeness(there.title, here.words))
    yield "headline in the other's wording", _TENTHS * crossed
    names = shared_names(here, there)
    if names is not None:
        yield "names", _THIRDS * names
        if names < _HARDLY_NAMED:
            yield "hardly a name in common", 1.0
        if names < _NOT_NAMED:
            yield "no name in common", 1.0


def _details(one: Traits, other: Traits) -> Iterable[Sign]:
    here, there = one.details, other.details
    if here.ages and there.ages:
        yield "an age in common" if here.ages & there.ages else "no age in common", 1.0
    if here.minute is not None and there.minute is not None:
        yield "same hour" if hours_apart(here.minute, there.minute) <= 1 else "hours apart", 1.0
    if here.day is not None and there.day is not None:
        apart = abs(here.day - there.day)
        yield "same weekday" if not apart else "weekdays a day apart" if apart == 1 else "weekdays apart", 1.0


def _titles(one: Traits, other: Traits) -> Iterable[Sign]:
    if one.kind in _ISSUED and one.title and one.title == other.title:
        yield "same title of the publication", 1.0


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
