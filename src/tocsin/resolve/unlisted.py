"""Towns and villages that no gazetteer lists: the text itself says that they are places, and in which province.

"At Nkoe, a village in Cabo Delgado" and "in Bannang district" name a place whatever the gazetteer knows. Its country
and province are those of the place that the text ties it to, else the document's country; it has no coordinates.
"""

import re
from collections.abc import Sequence
from itertools import chain

from tocsin.model.page import Annotated, Located
from tocsin.model.text import Span
from tocsin.model.values import Actor, Place, PlacePrecision

_NAME = (
    r"(?P<name>(?:(?:Al|El|An|Ar|As|Ad|Bou|Ben|Bir|Ain|San|Santa|Las|Los|La|Le|Ouled|Tel|Tell|Deir|Khan|Umm|Abu)[ -])?"
    r"[A-Z][\w'’`]+(?:[ -][A-Z][\w'’`]+){0,2})"
)
_KIND = (
    r"(?:village|town|hamlet|settlement|city|district|neighbou?rhood|suburb|area|locality|commune|camp|municipality)"
)
_PATTERNS = (
    re.compile(rf"\b(?:the|a) (?:\w+ )?{_KIND} of {_NAME}"),
    re.compile(rf"\b(?P<near>in|at|near|outside|around) (?:the )?{_NAME} {_KIND}\b"),
    re.compile(rf"\b(?P<near>in|at|near|outside|around) {_NAME},? (?:an? |the )(?:\w+ ){{0,3}}{_KIND}\b"),
)
_PLAIN = re.compile(rf"\b(?P<near>in|at|near|outside) {_NAME}(?!,? (?:who|whose|\d\d,|said))")
_TIE = re.compile(r"^,? ?(?:(?:an? |the )?(?:[\w-]+ ){0,5}(?:in|of|near) )?(?:the )?(?:[\w-]+ ){0,3}$")
_REACH = 80


def unlisted(
    page: Annotated, known: Sequence[Located], actors: Sequence[Actor], country: str | None
) -> tuple[Located, ...]:
    """Return the mentions of places that are known by the text alone, in order."""
    if page.read != "full":
        return ()
    text = page.document.text
    taken = (
        [item.span for item in known if item.place is not None]
        + [actor.span for actor in actors]
        + [words.span for words in page.dates]
    )
    places = [name.span for name in page.names if name.label in ("GPE", "LOC")]
    found: dict[Span, Located] = {}
    said = chain.from_iterable(pattern.finditer(text) for pattern in _PATTERNS)
    tagged = (match for match in _PLAIN.finditer(text) if Span(*match.span("name")) in places)
    for match in chain(said, tagged):
        span = Span(*match.span("name"))
        if any(span.meets(other) for other in taken) or span in found or _opens(text, span):
            continue
        found[span] = Located(span, _place(text, span, match, known, country))
    return tuple(found[span] for span in sorted(found))


def _place(text: str, span: Span, match: re.Match[str], known: Sequence[Located], country: str | None) -> Place:
    """Return a place without coordinates, in the province and country that the words after it name."""
    around = _around(text, span, known)
    near = (match.groupdict().get("near") or "").lower() in ("near", "outside", "around")
    precision: PlacePrecision = "near" if near else "settlement"
    name = " ".join(span.of(text).split())
    nation = around.country if around is not None else country
    return Place(
        name=name,
        place_id=None,
        country=nation,
        countries=(nation,) if nation else (),
        admin1=around.admin1 if around is not None and around.precision != "country" else None,
        admin2=None,
        lat=None,
        lon=None,
        precision=precision,
        text=span.of(text),
        span=span,
    )


def _around(text: str, span: Span, known: Sequence[Located]) -> Place | None:
    """Return the known place that the words right after a name tie it to."""
    for item in known:
        if item.place is None or not span.end <= item.span.start <= span.end + _REACH:
            continue
        if _TIE.match(text[span.end : item.span.start]):
            return item.place
    return None


def _opens(text: str, span: Span) -> bool:
    """Tell whether a name is a month, a weekday or a title rather than a place."""
    return bool(
        re.match(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
            r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|President|Minister|General|Parliament|Islam|Ramadan)\b",
            span.of(text),
        )
    )
