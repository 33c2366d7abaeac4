"""Towns and villages that no gazetteer lists: the text itself says that they are places, and in which province.

"At Nkoe, a village in Cabo Delgado" and "in Bannang district" name a place whatever the gazetteer knows. Its country
and province are those of the place that the text ties it to, else the document's country; it has no coordinates.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from tocsin.knowledge.calendar import MONTHS
from tocsin.model.page import Annotated, Located, Name, Nationality
from tocsin.model.text import Span
from tocsin.model.values import Actor, Place, PlacePrecision
from tocsin.resolve.places.claims import DAYS, DISTANCE, KIND, Claims, is_ended, is_of_kind, is_small

_GOES_ON = re.compile(
    r"(?:,? in the same (?:district|county|province|state|region|area|department|governorate|valley)\b|"
    r",? (?:where|late|early|when|before|after)\b|(?: (?:late |early )?(?:in|on|at))? "
    rf"(?:{'|'.join(name.capitalize() for name in MONTHS if len(name) > 4)}|{DAYS})\b"
    r"| the (?:\w+ ){0,3}\w+s\b| (?:near|in) (?:the )?[A-Z]| in (?:19|20)\d\d\b|[.;,)]|\s*$)"
)
_TIE = re.compile(rf"^(?: {KIND})?,? ?(?:(?:an? |the )?(?:[\w-]+ ){{0,5}}(?:in|of|near) )?(?:the )?(?:[\w-]+ ){{0,3}}$")
_HELD = re.compile(
    rf"^(?: {KIND})?,? ?(?:(?:in|near|outside|of) )?(?:the )?(?:(?:[\w-]+ ){{1,3}}of )?(?:the )?(?:[\w-]+ ){{0,2}}$"
)
# What stands before a name that holds the place before it ("at X in Y").
_HOLDS = re.compile(r"\b(?:at|near|outside|of) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2} in (?:the )?$")
# "280 km north of Baghdad" is in the same country, and seldom in the province.
_AWAY = re.compile(DISTANCE)
_PART = re.compile(r"\b(?:Middle|Lower|Upper|Inner|Outer|Greater) $")
_OF_PEOPLE = re.compile(
    r"\b(?:University|College|Institute|School|Company|Corporation|Inc|Ministry|Party|Union|Council|Court|Group|Bank|"
    r"Agency|Press|Times|Front|Army|Force|Forces|Command|Movement|House|Hospital|Prison|Academy|Stadium|Hotel|Airport)\b"
)
_REACH = 80
# "The X district" is a quarter of a town as often as not.
_DISTRICT = re.compile(
    r"\b(?:district|municipality) of |^(?i:in|at|near|outside|around) (?!the )[^,]+ (?:district|municipality)$"
)
_WHOSE = re.compile(r"\b(?:camp|village|settlement|hamlet)\b")  # a people's or a movement's as often as one so called
_WHICH_IS = re.compile(
    r"^[^.;]{0,60}, which (?:is|lies) (?:located |situated )?in (?:the )?(?:(?:state|province|region) of )?(?:the )?$"
)


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
    meant = (match for match in claimed.plain if _is_meant(page, match, known))
    for match in chain(claimed.said, meant, claimed.sure):
        span = Span(*match.span("name"))
        if _opens(text, span) or any(span.meets(other) for other in (*others, *found)):
            continue
        if _WHOSE.search(match[0]) and any(name.label == "NORP" and name.span.meets(span) for name in page.names):
            continue
        over = [other for other in settled if span.meets(other) and not _is_namesake(match, span, other, wide)]
        if not over or _outgrows(match, span, over):
            found[span] = Located(span, _place(text, span, match, known, country, page.nationalities))
    again = _again(text, found.values(), [*settled, *others, *found])
    return tuple(sorted((*found.values(), *again), key=lambda item: item.span))


def _is_namesake(match: re.Match[str], span: Span, other: Span, wide: Sequence[Span]) -> bool:
    """Tell whether a country only bears the name of what is said to be a town or village ("the town of San Marino")."""
    return span == other and other in wide and is_small(match)


def _outgrows(match: re.Match[str], span: Span, over: Sequence[Span]) -> bool:
    """Tell whether a name said to be a place only begins or ends as a known one ("the town of X Ruz")."""
    ends = is_ended(match) and all(other.start > span.start for other in over)
    begins = is_of_kind(match) and all(other.start == span.start and other.end < span.end for other in over)
    return (ends or begins) and all(span.holds(other) for other in over)


def is_guess(actor: Actor) -> bool:
    """Tell whether only the tagger says that a name is an organisation's."""
    return actor.actor_id is None and actor.kind == "organisation"


def _is_part(page: Annotated, item: Located) -> bool:
    """Tell whether a known name is only the end of a longer one that the tagger sees ("Middle X")."""
    longer = any(name.label in ("GPE", "LOC") and name.span.start < item.span.start for name in _over(page, item))
    return longer and _PART.search(page.document.text, 0, item.span.start) is not None


def _over(page: Annotated, item: Located) -> list[Name]:
    return [name for name in page.names if name.span.holds(item.span)]


def _is_meant(page: Annotated, match: re.Match[str], known: Sequence[Located]) -> bool:
    """Tell whether a name after a preposition is a place: by the tagger, by what holds it, by how the words go on."""
    text, span = page.document.text, Span(*match.span("name"))
    labels = {name.label for name in page.names if name.span.meets(span)}
    if any(name.label in ("GPE", "LOC") and name.span == span for name in page.names):
        return True
    if _OF_PEOPLE.search(span.of(text)) or labels & {"NORP", "DATE", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"}:
        return False
    inside = match["near"].lower() == "in"
    if _around(text, span, known, _HELD) is not None:
        return not (inside and "ORG" in labels)
    return not inside and _GOES_ON.match(text, span.end) is not None


def _again(text: str, found: Iterable[Located], taken: Sequence[Span]) -> Iterator[Located]:
    """Yield the further mentions of names that are known as places by then."""
    first = {item.place.text: item.place for item in reversed(list(found)) if item.place is not None}
    for name, place in first.items():
        for match in re.finditer(rf"\b(?i:in|at|near|outside|around|to|from|of|on|for) {re.escape(name)}\b", text):
            span = Span(match.end() - len(name), match.end())
            if not any(span.meets(other) for other in taken):
                yield Located(span, replace(place, span=span))


def _place(
    text: str,
    span: Span,
    match: re.Match[str],
    known: Sequence[Located],
    country: str | None,
    nations: Sequence[Nationality],
) -> Place:
    """Return a place without coordinates, in the province and country that the words after it name."""
    around = _around(text, span, known)
    own = next((n.country for n in nations if match.start() <= n.span.start and n.span.end < span.start), None)
    near = (match.groupdict().get("near") or "").lower() in ("near", "outside", "around", "of", "from")
    name = " ".join(span.of(text).split())
    nation = own or (around.country if around is not None else country)
    holds = around is None and _HOLDS.search(text, max(0, span.start - _REACH), span.start) is not None
    district = _DISTRICT.search(match[0]) is not None
    precision: PlacePrecision = "admin1" if holds else "near" if near else "admin2" if district else "settlement"
    far = around is not None and _AWAY.search(text, span.end, around.span.start) is not None
    province = around.admin1 if around is not None and around.precision != "country" and not far else None
    return Place(
        name=name,
        place_id=None,
        country=nation,
        countries=(nation,) if nation else (),
        admin1=name if holds else province,
        admin2=name if precision == "admin2" else None,
        lat=None,
        lon=None,
        precision=precision,
        text=span.of(text),
        span=span,
    )


def _around(text: str, span: Span, known: Sequence[Located], tie: re.Pattern[str] = _TIE) -> Place | None:
    """Return the known place that the words right after a name tie it to."""
    for item in known:
        if item.place is None or not span.end <= item.span.start <= span.end + _REACH:
            continue
        between = text[span.end : item.span.start]
        if tie.match(between) or _WHICH_IS.match(between):
            return item.place
    return None


def _opens(text: str, span: Span) -> bool:
    """Tell whether a name is a month, a weekday or a title rather than a place."""
    return bool(
        re.match(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
            r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|President|Minister|General|Parliament|Islam|Ramadan|Highway|Interstate|Route|Road|Exit)\b",
            span.of(text),
        )
    )
