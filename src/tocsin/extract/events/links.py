"""Ties between the events of a document: what follows an attack, what answers one, what it resembles, what foretold it.

A tie needs words that say so in a sentence that tells the later or dependent event, and another event that they point
to; each tie has an assertion, no surer than the words are.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tocsin.extract.events.aftermath import follows
from tocsin.extract.events.echoes import about, answers, foretold, recalled, series
from tocsin.extract.events.telling import Told, sentences, told
from tocsin.extract.grammar.tree import Tree
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import AUTHOR, Assertion, Event, Factuality, Link

_AFTER = frozenset({"arrest", "trial", "operation"})
_FORCE = frozenset({"attack", "operation", "threat"})
_HEDGE = re.compile(
    r"(?i)\b(?:suspected|suspicion|alleged(?:ly)?|believed|apparent(?:ly)?|thought|may|might|could|possibl[ey]|accused|"
    r"seen as|likely|investigating)\b"
)


def linked(tree: Tree, events: Sequence[Event], lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the events with the ties that the text states between them."""
    kept = {event.id for event in events}
    all_told = tuple(told(tree, _without_lost(event, kept)) for event in events)
    number = max((int(a.id[1:]) for event in events for a in event.assertions), default=0)
    done = []
    for one in all_told:
        links = list(one.event.links)
        assertions = list(one.event.assertions)
        for link in _links(tree, one, all_told, lexicon):
            if any(old.event == link.event for old in links):
                continue
            number += 1
            assertions.append(_assertion(tree, f"a{number}", len(links), link))
            links.append(link)
        done.append(replace(one.event, links=tuple(links), assertions=tuple(assertions)))
    return tuple(done)


def _without_lost(event: Event, kept: Collection[str]) -> Event:
    """Return an event without ties to such as the report does not have."""
    places = [at for at, link in enumerate(event.links) if link.event in kept]
    moved = {f"/links/{old}": f"/links/{new}" for new, old in enumerate(places)}
    assertions = tuple(
        replace(one, field=moved.get(one.field, one.field))
        for one in event.assertions
        if one.field in moved or not one.field.startswith("/links/")
    )
    return replace(event, links=tuple(event.links[at] for at in places), assertions=assertions)


def _links(tree: Tree, one: Told, all_told: Sequence[Told], lexicon: Lexicon) -> Iterator[Link]:
    others = [other for other in all_told if other is not one]
    kind = one.event.kind
    if kind in _AFTER:
        yield from follows(tree, one, others, lexicon)
    if kind == "publication":
        yield from about(tree, one, others, lexicon)
    for sentence in sentences(tree, one):
        if kind in _FORCE:
            yield from answers(tree, sentence, one, others, lexicon)
        if kind in ("attack", "operation"):
            yield from series(tree, sentence, one, others, lexicon)
    if kind == "attack" and one.event.main:
        yield from foretold(tree, one, others, lexicon)
        yield from recalled(tree, one, others, lexicon)


def _assertion(tree: Tree, name: str, at: int, link: Link) -> Assertion:
    sure: Factuality = "PS+" if _HEDGE.search(link.text) or link.relation in ("series", "precedent") else "CT+"
    return Assertion(
        id=name,
        field=f"/links/{at}",
        value={"relation": link.relation, "event": link.event},
        act="states",
        holder=AUTHOR,
        factuality=sure,
        span=link.span,
        quote=link.span.of(tree.text),
        machine_confidence=1.0,
    )
