"""From our records to MUC-4's templates: one for each attack, plot or threat that its rules call an incident.

Guerrillas against soldiers is none of its incidents, unless others are hit too.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from tocsin.bench import muc4_slots as slot
from tocsin.bench import muc4_values as values
from tocsin.bench.muc4_names import beside, described, names, victims
from tocsin.model.record import Event
from tocsin.model.text import Span
from tocsin.model.values import Actor, Target

FIGHTERS = frozenset(("military", "terrorists_and_non_state_militia"))
STAGES = {"accomplished": "ACCOMPLISHED", "attempted": "ATTEMPTED", "foiled": "ATTEMPTED", "threatened": "THREATENED"}
Filled = dict[str, list[Any]]


def is_incident(event: Event) -> bool:
    """Tell whether MUC-4 would want a template of an event."""
    fighters = [target.type in FIGHTERS for target in event.targets]
    if event.kind == "attack":
        return not fighters or not all(fighters)
    if event.kind in ("threat", "plot"):
        return bool(event.attack_types or event.targets)
    return event.kind == "operation" and not all(fighters)


def template(
    event: Event, *, text: str, persons: Sequence[Span], published: date | None, country: str | None = None
) -> Filled:
    """Return one template in the simple form of the scorer: strings, and [value, entity it speaks of] pairs."""
    kind = values.incident_type(event.attack_types)
    people = [target for target in event.targets if values.is_person(target)]
    things = [target for target in event.targets if not values.is_person(target)]
    return {
        slot.TYPE: [kind],
        slot.STAGE: [STAGES.get(event.stage or "", "ACCOMPLISHED")],
        slot.DATE: values.dates(event.date, published),
        slot.LOCATION: values.location(event.place, country),
        **instruments(event, kind),
        **perpetrators(event),
        **physical(event, things),
        **human(event, people, text=text, known=names(text, persons)),
    }


def instruments(event: Event, kind: str) -> Filled:
    """Return what was used; a kidnapping has no instrument."""
    if kind == "KIDNAPPING":
        return {}
    named = unique(words(weapon.text) for weapon in event.weapons)
    types = [(values.weapon_type(weapon.text, weapon.type), words(weapon.text)) for weapon in event.weapons]
    return {slot.INSTRUMENT: named, slot.INSTRUMENT_TYPE: unique([name, of] for name, of in types if name)}


def perpetrators(event: Event) -> Filled:
    """Return who did it, or is said to have: individuals by their words, organisations with their confidence."""
    ties = {words(actor.text): "REPORTED AS FACT" for actor in event.perpetrators if is_organization(actor)}
    for entry in event.responsibility:
        tie = values.confidence(entry)
        if entry.actor is not None and tie and is_organization(entry.actor):
            ties.setdefault(words(entry.actor.text), tie)
    state = [actor for actor in event.perpetrators if actor.kind in ("state_force", "government")]
    return {
        slot.CATEGORY: ["STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"],
        slot.INDIVIDUAL: unique(words(actor.text) for actor in event.perpetrators if not is_organization(actor)),
        slot.ORGANIZATION: list(ties),
        slot.CONFIDENCE: [[tie, name] for name, tie in ties.items()],
    }


def is_organization(actor: Actor) -> bool:
    """Tell whether an actor is named as a body rather than described as people."""
    if actor.kind in ("person", "crowd"):
        return False
    if actor.actor_id is not None:
        return True
    return actor.kind != "unknown" and not values.PERSONS.search(actor.text)


def physical(event: Event, things: Sequence[Target]) -> Filled:
    """Return the things hit, each with what is said of it."""
    found = [(words(target.text), target) for target in things]
    return {
        slot.THING: unique(name for name, _ in found),
        **about(slot.THINGS, event, found, values.thing_type, values.EFFECTS_ON_THINGS),
    }


def human(event: Event, people: Sequence[Target], *, text: str, known: Sequence[Span]) -> Filled:
    """Return the people hit: by name where the text gives one beside the words, and by description."""
    named = [(beside(target.span, text, known), target) for target in (*people, *victims(event, text, known))]
    found = [(words(name.of(text) if name else target.text), target) for name, target in named]
    told = [(words(described(target, name, text)), name) for name, target in named]
    return {
        slot.PERSON: unique(words(name.of(text)) for name, _ in named if name),
        slot.DESCRIPTION: unique([said, words(name.of(text))] if name else said for said, name in told if said),
        **about(slot.PEOPLE, event, found, values.person_type, values.EFFECTS_ON_PEOPLE),
    }


def about(names: Sequence[str], event: Event, found: Sequence[tuple[str, Target]], kind: Any, effects: Any) -> Filled:
    """Return type, number, nationality and effect of each target, tied to its words."""
    home = event.place.country if event.place else None
    types, numbers, nations, outcomes, _ = names
    foreign = [(name, one.country) for name, one in found if one.country and one.country != home]
    return {
        types: unique([kind(one), name] for name, one in found),
        numbers: unique([values.number(one.count, one.text), name] for name, one in found),
        nations: unique([values.country(code), name] for name, code in foreign),
        outcomes: unique([effects[one.effect], name] for name, one in found if one.effect in effects),
    }


def words(text: str) -> str:
    """Return words in capitals on one line, without a leading article."""
    return re.sub(r"^(?:THE|A|AN) ", "", " ".join(text.upper().split()))


def unique(items: Any) -> list[Any]:
    """Return the items without repetition, in their order."""
    found: list[Any] = []
    for item in items:
        if item not in found:
            found.append(item)
    return found
