"""How sure the reading of an event and of its fields is: the share that proved right on annotated texts.

A reading that only leans on another one ("the men" are those arrested before) counts for less than its field's share.
"""

from collections.abc import Iterable
from dataclasses import replace

from tocsin.extract.events.evidence import evidence
from tocsin.extract.grammar.tree import Tree
from tocsin.knowledge.certainty import Certainty
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Event


def likely(tree: Tree, events: Iterable[Event], relevance: float, lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the events that are likely enough, each with its chance; all of them where no reader has read the text."""
    certainty = lexicon.certainty
    if tree.reader is None:
        return tuple(replace(event, machine_confidence=certainty.by_told[_told(event)]) for event in events)
    weighed = ((event, certainty.chance(evidence(tree, event, relevance, lexicon))) for event in events)
    return tuple(
        replace(event, machine_confidence=round(chance, 2)) for event, chance in weighed if chance >= certainty.least
    )


def _told(event: Event) -> int:
    toll = any(count is not None for count in (event.killed, event.wounded, event.arrested))
    return sum((event.date is not None, event.place is not None, toll))


def weighed(event: Event, certainty: Certainty) -> Event:
    """Return an event whose assertions' certainties, relative until now, are shares of what proved right."""
    assertions = tuple(
        replace(one, machine_confidence=round(one.machine_confidence * certainty.of(one.field), 2))
        for one in event.assertions
    )
    return replace(event, assertions=assertions)
