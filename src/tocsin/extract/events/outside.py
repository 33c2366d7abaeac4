"""A deed put down to a group where no source places it is flagged: the name may be another's, or the news is new."""

from dataclasses import replace

from tocsin.knowledge.actors import BRANCHING, Authority
from tocsin.model.record import Assertion, Event
from tocsin.model.values import Actor

_FIELD = "/perpetrators/"


def flagged(event: Event, authority: Authority) -> Event:
    """Return an event whose armed groups carry a doubt where it happened outside the areas of their records."""
    country = event.place.country if event.place else None
    if country is None or event.kind not in ("attack", "plot"):
        return event
    where = authority.countries.titles.get(country, country)
    doubts = {
        i: f"no source of its record places it in {where}" for i in _actors(event) if _away(i, country, authority)
    }
    if not doubts:
        return event
    return replace(
        event,
        perpetrators=tuple(_doubted(actor, doubts) for actor in event.perpetrators),
        responsibility=tuple(
            replace(one, actor=_doubted(one.actor, doubts)) if one.actor else one for one in event.responsibility
        ),
        assertions=tuple(_doubting(one, doubts) for one in event.assertions),
    )


def _actors(event: Event) -> set[str]:
    told = (*event.perpetrators, *(one.actor for one in event.responsibility))
    return {actor.actor_id for actor in told if actor and actor.actor_id and actor.kind == "armed_group"}


def _away(actor_id: str, country: str, authority: Authority) -> bool:
    """Tell whether neither a group's record nor a branch's names a country; without areas it may be anywhere."""
    own = authority.record(actor_id).areas
    branches = (
        record.areas
        for record in authority.records.values()
        if any(tie.to == actor_id and tie.type in BRANCHING for tie in record.ties)
    )
    return bool(own) and country not in own.union(*branches)


def _doubted(actor: Actor, doubts: dict[str, str]) -> Actor:
    return replace(actor, doubt=doubts.get(actor.actor_id or "", actor.doubt))


def _doubting(assertion: Assertion, doubts: dict[str, str]) -> Assertion:
    """Return an assertion of a perpetrator, whose value is in wire form, with the doubt that its field has."""
    value = assertion.value
    doubt = doubts.get(value.get("actor_id") or "") if isinstance(value, dict) else None
    if doubt is None or not assertion.field.startswith(_FIELD):
        return assertion
    return replace(assertion, value={**value, "doubt": doubt})
