"""Tie mentions to records, or leave them open."""

from tocsin.knowledge import Knowledge
from tocsin.model.page import Annotated, Resolved
from tocsin.resolve.actors import actors
from tocsin.resolve.places import focus, places
from tocsin.resolve.times import dates


def resolve(page: Annotated, knowledge: Knowledge) -> Resolved:
    """Return a page with its places, actors and dates tied to records; places first, since names depend on where."""
    located = places(page, knowledge.places, knowledge.countries)
    named = actors(page, knowledge.actors, focus(located))
    inside = tuple(
        item
        for item in located
        if not any(_names(actor.kind) and actor.span.holds(item.span) and actor.span != item.span for actor in named)
    )
    return Resolved(page, actors=named, places=inside, dates=dates(page))


def _names(kind: str) -> bool:
    """Tell whether a place inside such an actor's name is only part of the name."""
    return kind in ("armed_group", "media_outlet", "organisation")
