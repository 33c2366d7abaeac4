"""What a record can be found by: folded values under a few facets, the same on every database.

No person's name is among them: actors that are persons are left out, and an article's own words are never indexed.
"""

import re
from collections.abc import Iterable, Iterator

from babel import Locale

from tocsin.knowledge.fold import fold
from tocsin.model.record import Assessment, Event
from tocsin.model.values import Actor, Place, Target

Facet = tuple[str, str]
SHELVED = ("country", "target", "actor")  # by these lists find incidents in the order in which they show them
_WORD = re.compile(r"\w+")


def words(text: str | None) -> list[str]:
    """Return the folded words of a text."""
    return _WORD.findall(fold(text or "").replace("_", " "))


def of_event(event: Event) -> frozenset[Facet]:
    """Return what an event can be found by."""
    return frozenset((*_where(event.place), *_whom(event.targets), *_who(actors(event)), *_words(event)))


def of_assessment(assessment: Assessment, event: Event | None) -> frozenset[Facet]:
    """Return what an assessment can be found by; of the event it is about, where, whom and who."""
    about = assessment.about
    holder = [("actor", fold(assessment.holder.actor_id))] if assessment.holder.actor_id else []
    told = (*words(assessment.text), *words(about.target), *(_place_words(about.place)))
    spoken = (*_where(about.place), *_who((about.actor,)), *(("target_word", word) for word in words(about.target)))
    own = {*spoken, *holder, *(("word", word) for word in told)}
    return frozenset(own | {facet for facet in (of_event(event) if event else ()) if facet[0] != "word"})


def actors(event: Event) -> Iterator[Actor | None]:
    """Yield everybody who has, or is said to have, a part in an event."""
    yield from event.perpetrators
    yield from (event.issuer, event.media_arm, event.authority)
    yield from (subject.organisation for subject in event.subjects)
    yield from (said.actor for said in event.responsibility)


def country_names(code: str) -> tuple[str, str]:
    """Return a country's code and English name, folded."""
    return fold(code), fold(Locale("en").territories.get(code, code))


def _where(place: Place | None) -> Iterator[Facet]:
    if place is not None:
        for code in {place.country, *place.countries} - {None}:
            yield from (("country", name) for name in country_names(code))  # type: ignore[arg-type]


def _whom(targets: Iterable[Target]) -> Iterator[Facet]:
    for target in targets:
        yield "target", fold(target.type)
        yield from (("target_word", word) for word in words(target.text))
        if target.country is not None:
            yield from (("target", name) for name in country_names(target.country))


def _who(named: Iterable[Actor | None]) -> Iterator[Facet]:
    for actor in named:
        if actor is not None and actor.actor_id is not None:
            yield "actor", fold(actor.actor_id)
        if actor is not None and actor.kind != "person":
            yield from (("actor_word", word) for word in (*words(actor.name), *words(actor.text)))


def _words(event: Event) -> Iterator[Facet]:
    known = (actor for actor in actors(event) if actor is not None and actor.kind != "person")
    told = (
        *(event.summary, event.kind, event.title),
        *event.attack_types,
        *(name for actor in known for name in (actor.name, actor.text)),
        *(name for target in event.targets for name in (target.text, target.type)),
        *(weapon.text for weapon in event.weapons),
    )
    yield from (("word", word) for text in told for word in words(text))
    yield from (("word", word) for word in _place_words(event.place))


def _place_words(place: Place | None) -> list[str]:
    if place is None:
        return []
    country = country_names(place.country)[1] if place.country else ""
    return [word for name in (place.name, place.admin1, place.admin2, place.text, country) for word in words(name)]
