"""Towns and villages that no gazetteer lists: the text itself says that they are places, and in which province.

"At Nkoe, a village in Cabo Delgado" and "in Bannang district" name a place whatever the gazetteer knows. Its country
and province are those of the place that the text ties it to, else the document's country; it has no coordinates.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from tocsin.model.page import Annotated, Located, Name, Nationality
from tocsin.model.text import Span
from tocsin.model.values import Actor, Place, PlacePrecision
from tocsin.resolve.places.claims import Claims, is_ended, is_of_kind, is_small
from tocsin.resolve.places.wordings import (
    ALONE,
    AWAY,
    BESIDE,
    DISTRICT,
    GOES,
    GOES_ON,
    HELD,
    HOLDS,
    KIND_LETTERS,
    NEAR,
    NO_PLACE,
    OF_PEOPLE,
    OWNS,
    PART,
    REACH,
    STREET,
    TIE,
    TOWNSHIPS,
    TYPE_END,
    WHICH_IS,
    WHOSE,
)


class Said(NamedTuple):
    """A name that the text says is a place's, the wording around it, and the level at which it is said to be one."""

    span: Span
    start: int
    level: PlacePrecision
    whole: str
    match: re.Match[str] | None

    @classmethod
    def by(cls, match: re.Match[str]) -> "Said":
        """Return what a wording says of its name."""
        near = (match.groupdict().get("near") or "").lower() in NEAR
        level: PlacePrecision = "near" if near else "admin2" if DISTRICT.search(match[0]) else "settlement"
        return cls(Span(*match.span("name")), match.start(), level, match[0], match)


def unlisted(
    page: Annotated, claimed: Claims, known: Sequence[Located], actors: Sequence[Actor], country: str | None
) -> tuple[Located, ...]:
    """Return the mentions of places that are known by the text alone, in order."""
    if page.read != "full":
        return ()
    text = page.document.text
    known = [item for item in known if not _is_part(page, item)]
    settled = [item.span for item in known if item.place is not None]
    wide = [item.span for item in known if item.place is not None and item.place.precision in ("country", "region")]
    others = [actor.span for actor in actors if not is_guess(actor)]
    others += [words.span for words in page.dates] + [nation.span for nation in page.nationalities]
    found: dict[Span, Located] = {}
    for said in _said(page, claimed, known):
        span = said.span
        if _opens(text, span) or any(span.meets(other) for other in (*others, *found)):
            continue
        if WHOSE.search(said.whole) and any(name.label == "NORP" and name.span.meets(span) for name in page.names):
            continue
        over = [other for other in settled if span.meets(other) and not _is_namesake(said, other, wide)]
        if not over or _outgrows(text, said, over):
            found[span] = Located(span, _place(text, said, known, country, page.nationalities))
    again = _again(text, found.values(), [*settled, *others, *found])
    return tuple(sorted((*found.values(), *again), key=lambda item: item.span))


def _said(page: Annotated, claimed: Claims, known: Sequence[Located]) -> Iterator[Said]:
    """Yield the names that a text says are places: by a type word, else by what is done there or lies around."""
    text = page.document.text
    for each in claimed.typed:
        if not OF_PEOPLE.search(each.span.of(text)):
            yield Said(each.span, each.start, each.level, text[each.start : each.span.end + KIND_LETTERS], None)
    meant = (match for match in claimed.plain if _is_meant(page, match, known))
    yield from map(Said.by, chain(claimed.said, meant, claimed.sure))


def _is_namesake(said: Said, other: Span, wide: Sequence[Span]) -> bool:
    """Tell whether a country only bears the name of what is said to be a town or village ("the town of San Marino")."""
    return said.span == other and other in wide and said.match is not None and is_small(said.match)


def _outgrows(text: str, said: Said, over: Sequence[Span]) -> bool:
    """Tell whether a name said to be a place only begins or ends as a known one ("the town of X Ruz")."""
    span = said.span
    match = said.match
    ends = match is not None and is_ended(match) and all(other.start > span.start for other in over)
    begins = match is not None and is_of_kind(match)
    begins = begins and all(other.start == span.start and other.end < span.end for other in over)
    typed_so = TYPE_END.search(span.of(text)) is not None
    return ((ends or begins) and not typed_so) and all(span.holds(other) for other in over)


def is_guess(actor: Actor) -> bool:
    """Tell whether only the tagger says that a name is an organisation's."""
    return actor.actor_id is None and actor.kind == "organisation"


def _is_part(page: Annotated, item: Located) -> bool:
    """Tell whether a known name is only the end of a longer one that the tagger sees ("Middle X")."""
    longer = any(name.label in ("GPE", "LOC") and name.span.start < item.span.start for name in _over(page, item))
    return longer and PART.search(page.document.text, 0, item.span.start) is not None


def _over(page: Annotated, item: Located) -> list[Name]:
    return [name for name in page.names if name.span.holds(item.span)]


def _is_meant(page: Annotated, match: re.Match[str], known: Sequence[Located]) -> bool:
    """Tell whether a name after a preposition is a place: by the tagger, by what holds it, by how the words go on."""
    text, span = page.document.text, Span(*match.span("name"))
    labels = {name.label for name in page.names if name.span.meets(span)}
    if any(name.label in ("GPE", "LOC") and name.span == span for name in page.names):
        return True
    if OF_PEOPLE.search(span.of(text)) or labels & {"NORP", "DATE", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"}:
        return False
    inside = match["near"].lower() == "in"
    if _around(text, span, known, HELD) is not None:
        return not (inside and "ORG" in labels)
    return not inside and GOES_ON.match(text, span.end) is not None


def _again(text: str, found: Iterable[Located], taken: Sequence[Span]) -> Iterator[Located]:
    """Yield the further mentions of names that are known as places by then, where no other name holds them."""
    first = {item.place.text: item.place for item in reversed(list(found)) if item.place is not None}
    for name, place in first.items():
        small = (
            "" if ALONE.search(name) else r"(?i:in|at|near|outside|around|to|from|of|on|for|seized|took|left|reached) "
        )
        for match in re.finditer(rf"\b{small}{re.escape(name)}\b", text):
            span = Span(match.end() - len(name), match.end())
            beside = BESIDE.search(text, max(0, span.start - 24), span.start) or GOES.match(text, span.end)
            if (small or not beside) and not any(span.meets(other) for other in taken):
                yield Located(span, replace(place, span=span))


def _place(
    text: str, said: Said, known: Sequence[Located], country: str | None, nations: Sequence[Nationality]
) -> Place:
    """Return a place without a point of its own, in what the words around it name; a district lends it its point."""
    span = said.span
    owner = _owner(text, span, known)
    around = _around(text, span, known) or owner
    own = next((n.country for n in nations if said.start <= n.span.start and n.span.end < span.start), None)
    name = " ".join(span.of(text).split())
    nation = own or (around.country if around is not None else country)
    holds = around is None and HOLDS.search(text, max(0, span.start - REACH), span.start) is not None
    level = "settlement" if said.level == "admin2" and nation in TOWNSHIPS and said.match is None else said.level
    far = around is not None and around is not owner and AWAY.search(text, span.end, around.span.start) is not None
    province = around.admin1 if around is not None and around.precision != "country" and not far else None
    return Place(
        name=name,
        place_id=None,
        country=nation,
        countries=(nation,) if nation else (),
        admin1=name if holds else province,
        admin2=name if level == "admin2" and not holds else None,
        lat=None,
        lon=None,
        precision="admin1" if holds else level,
        text=span.of(text),
        span=span,
    )


def _owner(text: str, span: Span, known: Sequence[Located]) -> Place | None:
    """Return the known place of which the name is said to be a part ("Diyala's X district")."""
    for item in known:
        close = 0 < span.start - item.span.end <= REACH
        if item.place is not None and close and OWNS.match(text[item.span.end : span.start]):
            return item.place
    return None


def _around(text: str, span: Span, known: Sequence[Located], tie: re.Pattern[str] = TIE) -> Place | None:
    """Return the known place that the words right after a name tie it to."""
    for item in known:
        if item.place is None or not span.end <= item.span.start <= span.end + REACH:
            continue
        between = text[span.end : item.span.start]
        if tie.match(between) or WHICH_IS.match(between):
            return item.place
    return None


def _opens(text: str, span: Span) -> bool:
    """Tell whether a name is a month, a weekday, a title or a street rather than a place."""
    name = span.of(text)
    return NO_PLACE.match(name) is not None or STREET.search(name) is not None
