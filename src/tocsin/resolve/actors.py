"""Names become actors: known groups and outlets, acronyms the text defines, forces of states, other organisations.

A name that stays ambiguous keeps its candidates and no id. The longest mention wins and none overlap.
"""

import re

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.names import Hit, words
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.model.values import Actor, ActorKind
from tocsin.resolve.acronyms import Definition, definitions
from tocsin.resolve.branches import with_branches
from tocsin.resolve.forces import forces
from tocsin.resolve.settle import Context, believed, context, meant

_ORGANISATION = re.compile(r"^(?:(?:the|a|an)\s+)?(\S.*?[\w.)])(?:['’]s)?\W*$", re.IGNORECASE | re.DOTALL)


def actors(page: Annotated, authority: Authority, country: str | None) -> tuple[Actor, ...]:
    """Return all mentions of actors in a document in order; `country` is the one that it is about, ISO2, if known."""
    text = page.document.text
    row = tuple(words(text))
    hits = with_branches(text, row, authority.find(text, row), authority)
    seen = context(text, row, hits, authority, country=country)
    spans = tuple(hit.span for hit in hits if not hit.weak)
    defined = definitions(text, row, spans, authority)
    known = [actor for hit in hits if (actor := _known(hit, seen, authority))]
    named = _without_overlap([_by_definition(defined, known, text, authority), known])
    state = forces(page, row, tuple(actor.span for actor in named), authority, country=country)
    weak = {hit.span: hit.ids for hit in hits if hit.weak}
    tagged = [_tagged(span, text, weak, authority) for span in _organisations(page)]
    return tuple(_without_overlap([named, [_widened(a, tagged) for a in state], [a for a in tagged if a]]))


def _known(hit: Hit, seen: Context, authority: Authority) -> Actor | None:
    """Return the actor of a known name: open with its candidates where nothing settles it, none where it is doubted."""
    ids = meant(hit, seen, authority)
    if not believed(hit, ids, seen, authority):
        return None
    written = hit.span.of(seen.text)
    if len(ids) > 1:
        kinds = {authority.record(i).kind for i in ids}
        return Actor(
            written, None, " ".join(written.split()), kinds.pop() if len(kinds) == 1 else "unknown", hit.span, ids
        )
    record = authority.record(ids[0])
    return Actor(written, record.id, record.name, record.kind, hit.span)


def _by_definition(defined: tuple[Definition, ...], known: list[Actor], text: str, authority: Authority) -> list[Actor]:
    """Return the mentions of defined acronyms, and the long forms that are no known name."""
    by_span = {actor.span: actor for actor in known}
    found: list[Actor] = []
    for definition in defined:
        whole = by_span.get(definition.long)
        if not whole:
            name = " ".join(definition.long.of(text).split())
            whole = Actor(name, None, name, _kind(name, authority), definition.long)
            found.append(whole)
        pattern = rf"(?<![\w-]){re.escape(definition.short)}(?![\w]|-[A-Z])"
        for match in re.finditer(pattern, text):
            span = Span(*match.span())
            if not span.meets(definition.long):
                found.append(Actor(match.group(), whole.actor_id, whole.name, whole.kind, span, whole.candidates))
    return found


def _organisations(page: Annotated) -> list[Span]:
    """Return what the tagger takes for organisations, weapons left out."""
    found = [name.span for name in page.names if name.label == "ORG"]
    return [span for span in found if not any(span.meets(weapon.span) for weapon in page.weapons)]


def _tagged(span: Span, text: str, weak: dict[Span, tuple[str, ...]], authority: Authority) -> Actor | None:
    """Return the organisation that the tagger saw, if it can be one; a doubted name leaves its candidates.

    A single word counts if it is an acronym or says what it is: the tagger takes towns and makers for organisations.
    """
    match = _ORGANISATION.search(span.of(text))
    if not match:
        return None
    whole = Span(span.start + match.start(1), span.start + match.end(1))
    name = " ".join(match.group(1).split())
    ids = next((ids for at, ids in weak.items() if at.holds(whole)), ())
    alone = " " not in name and sum(c.isupper() for c in name) < 2 and name.lower() not in authority.words.heads
    if (alone and not ids) or name.upper() in authority.words.no_actor:
        return None
    return Actor(whole.of(text), None, name, "unknown" if ids else _kind(name, authority), whole, ids)


def _kind(name: str, authority: Authority) -> ActorKind:
    """Return what an organisation's own name says that it is; a country's army may be its state's or not."""
    lower = f" {name.lower()} "
    if any(f" {word} " in lower for word in authority.words.armed):
        national = any(word.bare in authority.countries.codes for word in words(name))
        return "unknown" if national else "armed_group"
    return "government" if re.search(r"\b(?:ministry|parliament|senate|cabinet)\b", lower) else "organisation"


def _widened(actor: Actor, tagged: list[Actor | None]) -> Actor:
    """Return a force with the whole name that the tagger gave it: "Khyber Pakhtunkhwa Police"."""
    for other in tagged:
        if other and other.span.holds(actor.span) and other.span.start < actor.span.start and not other.candidates:
            return Actor(other.text, None, other.name, actor.kind, other.span)
    return actor


def _without_overlap(lists: list[list[Actor]]) -> list[Actor]:
    """Return mentions in order, none overlapping: an earlier list wins over a later one, then the longer mention."""
    kept: list[Actor] = []
    for mentions in lists:
        for actor in sorted(mentions, key=lambda a: (a.span.start - a.span.end, a.span.start)):
            if not any(actor.span.meets(other.span) for other in kept):
                kept.append(actor)
    return sorted(kept, key=lambda a: a.span.start)
