"""Whether violence is political: an organised group or a state behind it, a chosen victim, a political aim, or terror.

A stabbing in a bar is violence and none of these. The test is the annotation guidelines': what the text shows.
"""

import re
from collections.abc import Sequence

from tocsin.extract.events.guises import disguised, found, occasion, remembered
from tocsin.extract.grammar.tree import Tree
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES
from tocsin.knowledge.wording import small
from tocsin.model.record import Event

_ALWAYS = frozenset({"threat", "publication", "designation", "statement"})
_TIED = frozenset({"arrest", "trial", "plot"})  # found only where their own words or their document's tie them
_CHOSEN = frozenset(
    {
        "government",
        "police",
        "military",
        "diplomatic",
        "religious_figures_and_institutions",
        "journalists_and_media",
        "ngo",
        "violent_political_party",
        "airports_and_aircraft",
        "terrorists_and_non_state_militia",
    }
)
_SURELY_CHOSEN = _CHOSEN - {"police", "military", "airports_and_aircraft"}  # whom no robber or rival shoots
_VIOLENT = frozenset({"attack", "operation"})
_CRIMES = 2  # words
_BOMBS = re.compile(
    r"(?i)\b(?:bomb|explosive|ied|ieds|grenade|rocket|missile|mortar|airstrike|air strike|drone|landmine|suicide)"
)
_PARTIES = ("armed_group", "state_force", "government", "organisation")  # who is charged may be anybody
_MANY = 3
_STEM, _ROOT = 5, 4  # letters by which two words of politics, or of crime, are told to be one


def political(tree: Tree, events: Sequence[Event], lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the events that the text shows to be political; all where one is beyond doubt, none where none is."""
    about = occasion(tree, events, lexicon)
    events = [remembered(tree, event, about, lexicon) for event in events if not disguised(tree, event, about, lexicon)]
    kinds = {word[:_ROOT] for word in found(lexicon, "crime", tree.text)}
    if len(kinds) >= _CRIMES and not found(lexicon, "region", tree.text):
        events = [
            event
            for event in events
            if event.kind not in _VIOLENT or _is_seen(tree, event, lexicon) or _is_beyond_crime(event)
        ]
    groups = any(actor.kind == "armed_group" for actor in tree.page.actors)
    words = found(lexicon, "conflict", tree.text)
    violent = any(
        event.kind not in _TIED and _many(event) and _is(event, lexicon, groups=groups, words=len(words))
        for event in events
    )
    tried = any(_is_of_justice(event) and event.main and _is_tied(tree, event, lexicon) for event in events)
    crimes = found(lexicon, "crime", tree.text)
    plain = {
        event.id
        for event in events
        if _is(event, lexicon, groups=groups, words=len(words)) or _is_rebel(event, lexicon)
    }
    sure = any(event.id in plain and event.kind == "attack" for event in events)
    on_village = any(_is_on_village(tree, event, lexicon) for event in events)
    return tuple(
        event
        for event in events
        if tried
        or (event.kind in _TIED and violent)
        or event.id in plain
        or ((not crimes or words or groups) and _is_seen(tree, event, lexicon))
        or (not crimes and (_is_armed_on_chosen(event) or ((sure or on_village) and _is_armed(event))))
    )


def _is_seen(tree: Tree, event: Event, lexicon: Lexicon) -> bool:
    """Tell whether the trained reader, which knows ordinary crime, sees an event in the words that tell it.

    An act of justice told among the words of ordinary cases is left to what ties it.
    """
    if event.kind in _TIED and lexicon.cues["ordinary"].search(tree.small):
        return False
    spans = [one.span for one in event.assertions if one.field == "/kind"]
    words = [t.index for t in tree.tokens if any(span.meets(t.span) for span in spans)]
    return any(tree.chance(i, event.kind) >= CHANCES.plain for i in words)


def _is_beyond_crime(event: Event) -> bool:
    """Tell whether an attack told among words of crime shows more: a state, a chosen victim, a group with a name."""
    sides = (*event.perpetrators, *(one.actor for one in event.responsibility if one.actor is not None))
    named = any(one.kind in ("state_force", "government") or one.actor_id is not None for one in sides)
    return named or any(target.type in _SURELY_CHOSEN for target in event.targets)


def _is_of_justice(event: Event) -> bool:
    """Tell whether somebody is arrested, tried or stopped, or caught in an operation."""
    return event.kind in _TIED or (event.kind == "operation" and any(s.role == "arrested" for s in event.subjects))


def _is_rebel(event: Event, lexicon: Lexicon) -> bool:
    """Tell whether those who did it are called insurgents, rebels or the like."""
    words = {word.lower().strip(",.") for actor in event.perpetrators for word in actor.text.split()}
    return any(word.removesuffix("s") in lexicon.words["loose_groups"] for word in words)


def _is_on_village(tree: Tree, event: Event, lexicon: Lexicon) -> bool:
    """Tell whether the words that tell an attack name villagers or a village, which no ordinary crime goes for."""
    if event.kind != "attack":
        return False
    told = [s for s in tree.page.page.sentences if any(s.span.holds(one.span) for one in event.assertions)]
    lemmas = {token.lemma for s in told for token in tree.tokens[s.first : s.last]}
    return bool(lemmas & lexicon.words["villages"])


def _is_armed(event: Event) -> bool:
    """Tell whether gunmen and the like killed or carried off several."""
    return event.kind == "attack" and bool(event.perpetrators) and _many(event)


def _is_tied(tree: Tree, event: Event, lexicon: Lexicon) -> bool:
    """Tell whether a sentence that tells an act of justice ties it surely to terror, or to a killing of the chosen."""
    told = [
        small(s.span.of(tree.text))
        for s in tree.page.page.sentences
        if any(s.span.holds(a.span) for a in event.assertions)
    ]
    if any(lexicon.cues[kind].search(words) for words in told for kind in ("firm_tie", "chosen_victim")):
        return True
    political = {word[:_STEM] for word in found(lexicon, "political", tree.text)}
    return len(political) > 1 and not any(lexicon.cues["ordinary"].search(words) for words in told)


def _is(event: Event, lexicon: Lexicon, *, groups: bool, words: int) -> bool:
    if event.kind in _ALWAYS or groups:
        return True
    if any(actor.kind in ("armed_group", "state_force", "government") for actor in event.perpetrators):
        return True
    if any(entry.actor is not None and entry.actor.kind in _PARTIES for entry in event.responsibility):
        return True
    if event.suicide or "assassination" in event.attack_types:
        return True
    if "bombing" in event.attack_types and _names_bomb(event):
        return True
    if event.kind in _TIED or event.kind == "operation":
        return words >= 1
    chosen = any(target.type in _CHOSEN for target in event.targets) or "assassination" in event.attack_types
    many = _many(event)
    return words >= (1 if chosen or many or _is_unrest(event, lexicon) else 2) or (chosen and many)


def _is_unrest(event: Event, lexicon: Lexicon) -> bool:
    """Tell whether the words that tell an attack name protesters, rioters or a rally."""
    told = " ".join(assertion.quote for assertion in event.assertions if assertion.field == "/kind")
    return bool(found(lexicon, "unrest", told))


def _names_bomb(event: Event) -> bool:
    """Tell whether the weapons or the words that tell the attack name a bomb."""
    told = [assertion.quote for assertion in event.assertions if assertion.field == "/kind"]
    return any(_BOMBS.search(words) for words in (*told, *(weapon.text for weapon in event.weapons)))


def _is_armed_on_chosen(event: Event) -> bool:
    """Tell whether gunmen and the like went for people by their office or creed."""
    chosen = any(target.type in _CHOSEN for target in event.targets)
    return event.kind == "attack" and chosen and any(actor.kind == "unknown" for actor in event.perpetrators)


def _many(event: Event) -> bool:
    """Tell whether several people are said to have been killed or carried off, or let go by those who had them."""
    freed = (subject.count for subject in event.subjects if subject.role == "released")
    return any(count is not None and (count.low or 0) >= _MANY for count in (event.killed, event.abducted, *freed))
