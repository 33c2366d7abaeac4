"""A mention of an actor is made of what was found: a known name, a part told by the whole, an acronym, a new name.

Where several may be meant it stays open, with its candidates and the reason.
"""

import re
from collections.abc import Iterable, Sequence

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.names import Hit, words
from tocsin.model.text import Span
from tocsin.model.values import Actor, ActorKind
from tocsin.resolve.actors.acronyms import Definition
from tocsin.resolve.actors.belief import believed
from tocsin.resolve.actors.branches import Part
from tocsin.resolve.actors.company import company
from tocsin.resolve.actors.context import Context
from tocsin.resolve.actors.settle import is_before, meant

_ORGAN = re.compile(r"\b(?:ministry|parliament|senate|cabinet)\b")


def of_names(hits: Iterable[Hit], seen: Context, authority: Authority) -> tuple[Actor, ...]:
    """Return the mentions that known names are; a doubted name is none."""
    return tuple(actor for hit in hits if (actor := _of_name(hit, seen, authority)))


def of_parts(told: Iterable[Part], text: str, authority: Authority) -> tuple[Actor, ...]:
    """Return the mentions of parts told by the whole: open where several may be meant, or none is known."""
    return tuple(_of_part(part, text, authority) for part in told)


def of_definitions(
    defined: Iterable[Definition], known: Iterable[Actor], text: str, authority: Authority
) -> tuple[Actor, ...]:
    """Return the mentions of defined acronyms, and the long forms that are no known name."""
    by_span = {actor.span: actor for actor in known}
    found: list[Actor] = []
    for definition in defined:
        whole = by_span.get(definition.long)
        if not whole:
            name = called(definition.long, text)
            whole = Actor(definition.long.of(text), None, name, kind_told(name, authority), definition.long)
            found.append(whole)
        pattern = rf"(?<![\w-]){re.escape(definition.short)}(?![\w]|-[A-Z])"
        for match in re.finditer(pattern, text):
            span = Span(*match.span())
            if not span.meets(definition.long):
                found.append(Actor(match.group(), whole.actor_id, whole.name, whole.kind, span, whole.candidates))
    return tuple(found)


def of_newcomers(spans: Iterable[Span], text: str) -> tuple[Actor, ...]:
    """Return the mentions of groups that no record has."""
    return tuple(Actor(span.of(text), None, called(span, text), "armed_group", span) for span in spans)


def called(span: Span, text: str) -> str:
    """Return the name that stands in a span, on one line."""
    return " ".join(span.of(text).split())


def kind_told(name: str, authority: Authority) -> ActorKind:
    """Return what an organisation's own name says that it is; a country's army may be its state's or not."""
    lower = f" {name.lower()} "
    if any(f" {word} " in lower for word in authority.words.armed):
        national = any(word.bare in authority.countries.codes for word in words(name))
        return "unknown" if national else "armed_group"
    return "government" if _ORGAN.search(lower) else "organisation"


def without_overlap(*lists: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return mentions in order, none overlapping: an earlier list wins over a later one, then the longer mention."""
    kept: list[Actor] = []
    for mentions in lists:
        for actor in sorted(mentions, key=lambda a: (a.span.start - a.span.end, a.span.start)):
            if not any(actor.span.meets(other.span) for other in kept):
                kept.append(actor)
    return tuple(sorted(kept, key=lambda a: a.span.start))


def _of_name(hit: Hit, seen: Context, authority: Authority) -> Actor | None:
    choice = meant(hit, seen, authority)
    if all(is_before(authority.record(i), seen) for i in choice.ids):
        return _of_namesake(hit, seen, authority)
    if not believed(hit, choice.ids, seen, authority):
        return None
    if len(choice.ids) == 1:
        return _known(hit.span, choice.ids[0], seen.text, authority)
    kinds = {authority.record(i).kind for i in choice.ids}
    kind = kinds.pop() if len(kinds) == 1 else "unknown"
    return Actor(hit.span.of(seen.text), None, called(hit.span, seen.text), kind, hit.span, choice.ids, choice.doubt)


def _of_namesake(hit: Hit, seen: Context, authority: Authority) -> Actor | None:
    """Return the mention of somebody who bore a name before those who are known by it."""
    if hit.weak and not company(hit.span, seen.page, authority.words).armed:
        return None
    doubt = f"none of those known as {hit.name} was active by then"
    return Actor(hit.span.of(seen.text), None, called(hit.span, seen.text), "armed_group", hit.span, (), doubt)


def _of_part(part: Part, text: str, authority: Authority) -> Actor:
    if len(part.ids) == 1:
        return _known(part.span, part.ids[0], text, authority)
    name = called(part.span, text)
    doubt = "no record tells this part from the whole" if not part.ids else f"{name} may be any of several"
    return Actor(part.span.of(text), None, name, "armed_group", part.span, part.ids, doubt)


def _known(span: Span, actor_id: str, text: str, authority: Authority) -> Actor:
    record = authority.record(actor_id)
    return Actor(span.of(text), record.id, record.name, record.kind, span)
