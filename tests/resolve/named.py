"""Who is found in a text: pages, and what their names of actors resolve to."""

from datetime import date

from tocsin.knowledge.actors import load_actors
from tocsin.model.page import Annotated, Name
from tocsin.model.text import Document, Source, Span
from tocsin.model.values import Actor
from tocsin.resolve.actors.linking import actors

AUTHORITY = load_actors()


def page(text: str, *names: tuple[str, str], published: date | None = None) -> Annotated:
    """Return a page whose tagger saw the given words, each at its first place."""
    document = Document("d", None, None, None, published, None, Source(), "en", "", text)
    tagged = tuple(Name(Span(text.index(w), text.index(w) + len(w)), label) for w, label in names)
    return Annotated(document, "full", names=tagged)


def found(text: str, country: str | None = None, *names: tuple[str, str]) -> list[Actor]:
    return list(actors(page(text, *names), AUTHORITY, country))


def ids(text: str, country: str | None = None) -> list[tuple[str, str | None]]:
    """Return what the text's known names resolve to: words and id."""
    return [(a.text, a.actor_id) for a in found(text, country) if a.actor_id or a.candidates]
