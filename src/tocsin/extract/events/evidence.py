"""What speaks for an event, in numbers from 0 to 1, before anybody decides what they are worth together.

Some come from the lists and rules, some from the trained reader; `knowledge/certainty.py` weighs them in one place.
"""

from tocsin.extract.events.guises import found
from tocsin.extract.grammar.tree import Tree
from tocsin.extract.violence.strikes import strike_type
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import KINDS
from tocsin.model.record import Event

_VIOLENT = ("attack", "operation")
_WORDS = 3
_KNOWN = frozenset({"armed_group", "state_force", "government"})


def evidence(tree: Tree, event: Event, relevance: float, lexicon: Lexicon) -> dict[str, float]:
    """Return what speaks for an event of a text whose `relevance` the gate has told; what is absent counts nothing."""
    spans = [one.span for one in event.assertions if one.field == "/kind"]
    words = [t.index for t in tree.tokens if any(span.meets(t.span) for span in spans)]
    alike = _VIOLENT if event.kind in _VIOLENT else (event.kind,)
    doers = {actor.kind for actor in event.perpetrators}
    told = {
        "main": event.main,
        "date": event.date is not None,
        "place": event.place is not None,
        "toll": any(count is not None for count in (event.killed, event.wounded, event.arrested, event.abducted)),
        "doer": bool(doers),
        "known doer": bool(doers & _KNOWN),
        "stance": bool(event.responsibility),
        "target": bool(event.targets),
        "weapon": bool(event.weapons),
        "group in text": any(actor.kind == "armed_group" for actor in tree.page.actors),
        "listed": event.kind in _VIOLENT and any(strike_type(tree, i, lexicon) for i in words),
        f"kind {event.kind}": True,
    }
    return {
        **{name: 1.0 for name, holds in told.items() if holds},
        "gate": relevance,
        "crime": min(len(found(lexicon, "crime", tree.text)), _WORDS) / _WORDS,
        "conflict": min(len(found(lexicon, "conflict", tree.text)), _WORDS) / _WORDS,
        "seen": max((tree.chance(i, *alike) for i in words), default=0.0),
        "seen as any": max((tree.chance(i, *KINDS) for i in words), default=0.0),
        "passage": max((tree.relevant(i) for i in words), default=0.0),
    }
