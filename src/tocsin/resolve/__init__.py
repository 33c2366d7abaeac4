"""Tie mentions to records, or leave them open."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from tocsin.knowledge import Knowledge
from tocsin.model.page import Annotated, Located, Resolved, Token
from tocsin.model.text import Span
from tocsin.model.values import Actor
from tocsin.resolve.actors import linking
from tocsin.resolve.actors.context import Spoken
from tocsin.resolve.places import locating
from tocsin.resolve.places.claims import claims
from tocsin.resolve.places.foreign import foreign_places
from tocsin.resolve.places.tied import tied_to_province
from tocsin.resolve.places.unlisted import is_guess, unlisted
from tocsin.resolve.times import dating

FEW = 3  # countries that a name not located may lie in and still say something of where a text plays
BEFORE_PLACES = frozenset(("at", "in", "near", "of", "outside", "towards"))
OWN_OFFICES = frozenset(("country", "admin1", "admin2"))


def resolve(page: Annotated, knowledge: Knowledge) -> Resolved:
    """Return a page with its places, actors and dates tied to records; places first, since names depend on where."""
    language = knowledge.language(page.document.language) if page.read == "names_only" else None
    claimed = claims(page)
    if language:
        located = foreign_places(page, knowledge.places, knowledge.countries, language)
    else:
        located = locating.places(page, knowledge.places, knowledge.countries, claimed.names)
    country = locating.focus(located)
    abroad = knowledge.abroad() if page.read == "names_only" else None
    noticed = linking.actors(page, knowledge.actors, country, _spoken(page, located, knowledge), language, abroad)
    fore = knowledge.places.words["fore"]
    named = [actor for actor in noticed if not (_is_pair(page, actor, located) or _is_typed(page, actor, fore))]
    inside = [item for item in located if not any(_is_part(page, actor, item) for actor in named)]
    inside = [item for item in tied_to_province(page, inside, country) if not _is_shouted(page, item)]
    further = () if language else unlisted(page, claimed, inside, named, country)
    further = tuple(item for item in further if not _is_shouted(page, item))
    return Resolved(
        page,
        actors=tuple(actor for actor in named if not (is_guess(actor) and _is_place(actor, further))),
        places=tuple(sorted((*_beside(inside, further), *further), key=lambda item: item.span)),
        dates=dating.dates(page),
    )


def _spoken(page: Annotated, located: Iterable[Located], knowledge: Knowledge) -> tuple[Spoken, ...]:
    """Return where a page speaks of which countries: by its places, and by words for their people."""
    spoken = []
    for one in located:
        if one.place and one.place.countries:
            spoken.append(Spoken(one.span, frozenset(one.place.countries)))
        elif not one.place:
            records = [record for i in one.candidates if (record := knowledge.places.place(i))]
            countries = frozenset(code for record in records for code in record.countries)
            spoken.append(Spoken(one.span, countries, doubtful=True))
    spoken += _hinted(page, [one.span for one in located], knowledge)
    people = [Spoken(one.span, frozenset((one.country,))) for one in page.nationalities]
    return (*spoken, *people)


def _hinted(page: Annotated, taken: Sequence[Span], knowledge: Knowledge) -> Iterable[Spoken]:
    """Yield the countries of what stands like a place and is not located, where they are few."""
    tagged = [name.span for name in page.names if name.label in ("GPE", "LOC", "FAC")]
    untagged = [token.span for token in page.tokens if _stands_like_a_place(token, page)]
    for span in (*tagged, *untagged):
        if not any(span.meets(other) for other in taken):
            records = knowledge.places.lookup(span.of(page.document.text).removeprefix("the "))
            countries = frozenset(code for record in records for code in record.countries)
            if 0 < len(countries) <= FEW:
                yield Spoken(span, countries, doubtful=True)


def _stands_like_a_place(token: Token, page: Annotated) -> bool:
    """Tell whether a capitalised word that the tagger leaves stands behind a preposition for places."""
    behind = token.pos == "PROPN" and token.dep == "pobj" and page.tokens[token.head].text.lower() in BEFORE_PLACES
    return behind and not any(name.span.meets(token.span) for name in page.names)


def _is_shouted(page: Annotated, item: Located) -> bool:
    """Tell whether a place is only a word of a sentence in capitals, and no name ("AT THE SCENE", "FOR MANY YEARS")."""
    words = [token for token in page.tokens if item.span.meets(token.span)]
    if not words or any(token.pos == "PROPN" for token in words):
        return False
    return page.sentences[words[0].sentence].span.of(page.document.text).isupper()


def _beside(found: list[Located], further: tuple[Located, ...]) -> list[Located]:
    """Leave out a doubtful name that a place known by the text alone covers."""
    return [item for item in found if not any(item.span.meets(other.span) for other in further)]


def _is_place(actor: Actor, found: tuple[Located, ...]) -> bool:
    """Tell whether a place known by the text alone is what the tagger took for an organisation."""
    return any(item.span == actor.span for item in found)


def _is_pair(page: Annotated, actor: Actor, located: Sequence[Located]) -> bool:
    """Tell whether what the tagger took for an organisation is two places ("Kharkiv and Odesa")."""
    inside = [item.span for item in located if actor.span.holds(item.span)]
    ends = len(inside) > 1 and (inside[0].start, inside[-1].end) == (actor.span.start, actor.span.end)
    gaps = [page.document.text[one.end : two.start] for one, two in pairwise(inside)]
    return is_guess(actor) and ends and all(gap.strip() in {"and", ",", ", and", "&"} for gap in gaps)


def _is_typed(page: Annotated, actor: Actor, fore: Collection[str]) -> bool:
    """Tell whether what the tagger took for an organisation opens with a type of place ("Barangay Tappa")."""
    first = actor.span.of(page.document.text).partition(" ")[0]
    return is_guess(actor) and first.lower().rstrip(".") in fore


def _is_part(page: Annotated, actor: Actor, item: Located) -> bool:
    """Tell whether a place is only part of an actor's name; a land before its own office is more than that."""
    if not _names(actor.kind) or not actor.span.holds(item.span) or actor.span == item.span:
        return False
    before = page.document.text[actor.span.start : item.span.start]
    first = before.lower() in {"", "the "} and item.place is not None and item.place.precision in OWN_OFFICES
    return not (is_guess(actor) and first)


def _names(kind: str) -> bool:
    """Tell whether a place inside such an actor's name is only part of the name."""
    return kind in ("armed_group", "media_outlet", "organisation")
