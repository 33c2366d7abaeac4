"""Names become actors: known groups and outlets, acronyms the text defines, forces of states, other organisations.

A name that stays ambiguous keeps its candidates and no id. The longest mention wins and none overlap.
"""

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.foreign_names import ForeignNames
from tocsin.knowledge.inflection import plain_words
from tocsin.knowledge.languages import Language
from tocsin.knowledge.name_tokens import within_word
from tocsin.knowledge.names import Hit, Word, words
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.model.values import Actor
from tocsin.resolve.actors.acronyms import definitions, glossed
from tocsin.resolve.actors.belief import is_else
from tocsin.resolve.actors.branches import parts
from tocsin.resolve.actors.context import Context, Spoken, context
from tocsin.resolve.actors.forces import forces
from tocsin.resolve.actors.foreign_names import foreign_hits
from tocsin.resolve.actors.mentions import of_definitions, of_names, of_newcomers, of_parts, without_overlap
from tocsin.resolve.actors.misspelt import misspelt
from tocsin.resolve.actors.newcomers import newcomers
from tocsin.resolve.actors.organisations import organisations, widened

_JOINER = "\u200c"  # parts what Persian and Urdu write together or apart


def actors(
    page: Annotated,
    authority: Authority,
    country: str | None,
    spoken: tuple[Spoken, ...] = (),
    language: Language | None = None,
    abroad: ForeignNames | None = None,
) -> tuple[Actor, ...]:
    """Return all mentions of actors in a document in order.

    `country` is the one that the document is about, ISO2, if known; `spoken` is where it speaks of which. In a
    `language` other than English names may be bent, or stand behind an article, and no other spelling is guessed at;
    `abroad` finds them in any language but English.
    """
    text = page.document.text
    row = _words(text, authority, language)
    hits = _names(text, row, authority, language)
    if abroad:
        here = frozenset(code for one in spoken for code in one.countries) | frozenset([country] if country else [])
        code = page.document.language or ""
        shown = within_word(text.replace(_JOINER, " "))
        hits = foreign_hits(
            shown,
            tuple(words(shown)),
            hits,
            names=abroad,
            language=language,
            code=code,
            here=here,
            authority=authority,
        )
    spelled = glossed(text, row, authority)
    seen = context(page, row, hits, authority, country=country, spoken=spoken, glossed=spelled)
    told = parts(hits, seen, authority)
    hits = tuple(hit for hit in hits if not any(hit.span.meets(part.span) for part in told))

    known = (*of_names(hits, seen, authority), *of_parts(told, text, authority))
    strong = tuple(hit.span for hit in hits if not hit.weak)
    defined = of_definitions(definitions(text, row, strong, authority), known, text, authority)
    named = without_overlap(defined, known)

    taken = tuple(actor.span for actor in named)
    others = organisations(page, _doubted(hits, seen, authority), authority)
    state = widened(forces(page, row, taken, authority, country=country), others)
    fresh = of_newcomers(newcomers(text, taken, _put(page, spoken), authority), text)
    return without_overlap(named, _outside(fresh, others), state, others)


def _words(text: str, authority: Authority, language: Language | None) -> tuple[Word, ...]:
    """Return the words of a text, in a language other than English with their plain forms."""
    if not language:
        return tuple(words(text))
    return tuple(plain_words(text.replace(_JOINER, " "), language, authority.names.words()))


def _names(text: str, row: tuple[Word, ...], authority: Authority, language: Language | None) -> tuple[Hit, ...]:
    """Return names and, in English, those spelled alike, which stand above weak ones inside them."""
    if language:
        return authority.find(text.replace(_JOINER, " "), row)
    hits = authority.find(text, row)
    alike = misspelt(text, row, [hit.span for hit in hits if not hit.weak], authority)
    kept = (hit for hit in hits if not any(hit.span.meets(other.span) for other in alike))
    return tuple(sorted((*kept, *alike), key=lambda hit: hit.span))


def _doubted(hits: tuple[Hit, ...], seen: Context, authority: Authority) -> dict[Span, tuple[str, ...]]:
    """Return weak names that the text does not explain otherwise, with who may bear them."""
    return {hit.span: hit.ids for hit in hits if hit.weak and not is_else(hit, hit.ids, seen, authority)}


def _put(page: Annotated, spoken: tuple[Spoken, ...]) -> list[Span]:
    """Return what is no group's name, since it is a person's, a people's or a place's."""
    persons = [name.span for name in page.names if name.label == "PERSON"]
    return [*persons, *(one.span for one in spoken if not one.doubtful)]


def _outside(fresh: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return new names, without those that the tagger knows to be part of a longer one."""
    return tuple(a for a in fresh if not any(o.span.holds(a.span) and o.span != a.span for o in others))
