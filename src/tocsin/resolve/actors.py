"""Names become actors: known groups and outlets, acronyms the text defines, forces of states, other organisations.

A name that stays ambiguous keeps its candidates and no id. The longest mention wins and none overlap.
"""

import re

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.inflection import plain_words
from tocsin.knowledge.languages import Language
from tocsin.knowledge.names import Hit, words
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.model.values import Actor, ActorKind
from tocsin.resolve.acronyms import Definition, definitions, glossed
from tocsin.resolve.belief import believed, is_else
from tocsin.resolve.branches import Part, parts
from tocsin.resolve.forces import forces
from tocsin.resolve.misspelt import misspelt
from tocsin.resolve.newcomers import newcomers
from tocsin.resolve.settle import Context, Spoken, context, meant

_JOINER = "\u200c"  # parts what Persian and Urdu write together or apart
_ORGANISATION = re.compile(r"^(?:(?:the|a|an)\s+)?(\S.*?[\w.)])(?:['’]s)?\W*$", re.IGNORECASE | re.DOTALL)


def actors(
    page: Annotated,
    authority: Authority,
    country: str | None,
    spoken: tuple[Spoken, ...] = (),
    language: Language | None = None,
) -> tuple[Actor, ...]:
    """Return all mentions of actors in a document in order.

    `country` is the one that the document is about, ISO2, if known; `spoken` is where it speaks of which. In a
    `language` other than English names may be bent, or stand behind an article, and no other spelling is guessed at.
    """
    text = page.document.text
    parted = text.replace(_JOINER, " ") if language else text
    row = tuple(plain_words(parted, language, authority.names.words()) if language else words(text))
    hits = authority.find(parted, row)
    alike = () if language else misspelt(text, row, [hit.span for hit in hits if not hit.weak], authority)
    hits = _in_order(hits, alike)
    day = page.document.published
    year = day.year if day else None
    seen = context(
        text, row, hits, authority, country=country, spoken=spoken, published=year, glossed=glossed(text, row)
    )
    told = parts(hits, seen, authority)
    hits = tuple(hit for hit in hits if not any(hit.span.meets(part.span) for part in told))
    spans = tuple(hit.span for hit in hits if not hit.weak)
    defined = definitions(text, row, spans, authority)
    known = [actor for hit in hits if (actor := _known(hit, seen, authority))]
    known += [_part(part, text, authority) for part in told]
    named = _without_overlap([_by_definition(defined, known, text, authority), known])
    state = forces(page, row, tuple(actor.span for actor in named), authority, country=country)
    weak = {hit.span: hit.ids for hit in hits if hit.weak and not is_else(hit, hit.ids, seen, authority)}
    tagged = [_tagged(span, text, weak, authority) for span in _organisations(page)]
    persons = [name.span for name in page.names if name.label == "PERSON"]
    put = [*persons, *(one.span for one in spoken)]
    new = [_new(span, text) for span in newcomers(text, [actor.span for actor in named], put, authority)]
    orgs = [a for a in tagged if a]
    new = [a for a in new if not any(org.span.holds(a.span) and org.span != a.span for org in orgs)]
    return tuple(_without_overlap([named, new, [_widened(a, tagged) for a in state], orgs]))


def _new(span: Span, text: str) -> Actor:
    """Return the actor of a name that no record has."""
    written = span.of(text)
    return Actor(written, None, " ".join(written.split()), "armed_group", span)


def _part(part: Part, text: str, authority: Authority) -> Actor:
    """Return the actor that is told as a part of another: open where several may be meant, or none is known."""
    written = part.span.of(text)
    name = " ".join(written.split())
    if len(part.ids) == 1:
        record = authority.record(part.ids[0])
        return Actor(written, record.id, record.name, record.kind, part.span)
    doubt = "no record tells this part from the whole" if not part.ids else f"{name} may be any of several"
    return Actor(written, None, name, "armed_group", part.span, part.ids, doubt)


def _in_order(hits: tuple[Hit, ...], alike: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return names and those spelled alike, which stand above weak ones inside them."""
    kept = (hit for hit in hits if not any(hit.span.meets(other.span) for other in alike))
    return tuple(sorted((*kept, *alike), key=lambda hit: hit.span))


def _known(hit: Hit, seen: Context, authority: Authority) -> Actor | None:
    """Return the actor of a known name: open with its candidates where nothing settles it, none where it is doubted."""
    choice = meant(hit, seen, authority)
    if not believed(hit, choice.ids, seen, authority):
        return None
    written = hit.span.of(seen.text)
    if len(choice.ids) > 1:
        kinds = {authority.record(i).kind for i in choice.ids}
        kind = kinds.pop() if len(kinds) == 1 else "unknown"
        return Actor(written, None, " ".join(written.split()), kind, hit.span, choice.ids, choice.doubt)
    record = authority.record(choice.ids[0])
    return Actor(written, record.id, record.name, record.kind, hit.span)


def _by_definition(defined: tuple[Definition, ...], known: list[Actor], text: str, authority: Authority) -> list[Actor]:
    """Return the mentions of defined acronyms, and the long forms that are no known name."""
    by_span = {actor.span: actor for actor in known}
    found: list[Actor] = []
    for definition in defined:
        whole = by_span.get(definition.long)
        if not whole:
            written = definition.long.of(text)
            name = " ".join(written.split())
            whole = Actor(written, None, name, _kind(name, authority), definition.long)
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
