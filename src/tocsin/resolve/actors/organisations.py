"""What the tagger takes for an organisation is an actor without a record, if it can be one at all."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tocsin.knowledge.actors import Authority
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.model.values import Actor
from tocsin.resolve.actors.mentions import kind_told

_ORGANISATION = re.compile(r"^(?:(?:the|a|an)\s+)?(\S.*?[\w.)])(?:['’]s)?\W*$", re.IGNORECASE | re.DOTALL)


def organisations(page: Annotated, doubted: Mapping[Span, tuple[str, ...]], authority: Authority) -> tuple[Actor, ...]:
    """Return the organisations that the tagger saw, weapons left out; `doubted` names leave their candidates."""
    tagged = (name.span for name in page.names if name.label == "ORG")
    spans = (span for span in tagged if not any(span.meets(weapon.span) for weapon in page.weapons))
    return tuple(actor for span in spans if (actor := _organisation(span, page.document.text, doubted, authority)))


def widened(forces: Iterable[Actor], seen: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return forces, each with the whole name that the tagger gave it: "Khyber Pakhtunkhwa Police"."""
    return tuple(_widened(actor, seen) for actor in forces)


def _organisation(span: Span, text: str, doubted: Mapping[Span, tuple[str, ...]], authority: Authority) -> Actor | None:
    """Return an organisation, if it can be one.

    A single word counts if it is an acronym or says what it is: the tagger takes towns and makers for organisations.
    """
    match = _ORGANISATION.search(span.of(text))
    if not match:
        return None
    whole = Span(span.start + match.start(1), span.start + match.end(1))
    name = " ".join(match.group(1).split())
    ids = next((ids for at, ids in doubted.items() if at.holds(whole)), ())
    alone = " " not in name and sum(c.isupper() for c in name) < 2 and name.lower() not in authority.words.heads
    if (alone and not ids) or name.upper() in authority.words.no_actor:
        return None
    return Actor(whole.of(text), None, name, "unknown" if ids else kind_told(name, authority), whole, ids)


def _widened(actor: Actor, seen: Sequence[Actor]) -> Actor:
    for other in seen:
        if other.span.holds(actor.span) and other.span.start < actor.span.start and not other.candidates:
            return Actor(other.text, None, other.name, actor.kind, other.span)
    return actor
