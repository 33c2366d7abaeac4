"""How sure the reading of an event and of its fields is: the share that proved right on annotated stories.

A reading that only leans on another one ("the men" are those arrested before) counts for less than its field's share.
"""

from dataclasses import replace

from tocsin.knowledge.certainty import Certainty
from tocsin.model.record import Event


def weighed(event: Event, certainty: Certainty) -> Event:
    """Return an event whose assertions' certainties, relative until now, are shares of what proved right."""
    toll = any(count is not None for count in (event.killed, event.wounded, event.arrested))
    told = sum((event.date is not None, event.place is not None, toll))
    assertions = tuple(
        replace(one, machine_confidence=round(one.machine_confidence * certainty.of(one.field), 2))
        for one in event.assertions
    )
    return replace(event, assertions=assertions, machine_confidence=certainty.by_told[told])
