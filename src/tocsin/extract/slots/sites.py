"""Places that have a name and lie in a town ("Zarif Square, Kabul"), stretches of road, and waters off a coast.

No gazetteer lists them: the words say what they are. A site takes its town's position, a stretch of road has none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Located, Resolved
from tocsin.model.text import Span
from tocsin.model.values import Place, PlacePrecision

_WORD = r"[A-Z][\w'’.-]*"
_AT = r"\b(?P<prep>(?i:at|in|inside|outside|near|on|into|along|stormed|attacked|bombed|hit|struck|targeted|entered|of))"
_TOWNS = frozenset({"settlement", "near", "admin2"})
_OFF = re.compile(r"\boff (?:the )?(?:(?:coast|shore|island) of )?(?:the )?$")
_TIE = re.compile(r"^,? ?(?:(?:in|on|near|outside|of|at) )?(?:(?:the|a|an|its|\w+ern) )?(?:[\w-]+ ){0,3}(?:of )?$")
_CARED = re.compile(
    r"(?i)\b(?:treat\w*|admit\w*|died|dies|dying|hospitali[sz]ed|recover\w*|work\w*|stud\w+)\W+(?:\w+\W+){0,4}$"
)
_ROAD = re.compile(
    r"\b(?:[Rr]oad|[Hh]ighway|[Mm]otorway|[Rr]oute|[Rr]ailway|[Tt]rack)[\w ]{0,20}? "
    r"(?:from|between|linking|connecting) "
)
_BETWEEN = re.compile(r"(?:,? [\w-]+){0,5} (?:to|and|with) (?:[\w-]+ ){0,4}")
_REACH = 60


def with_sites(page: Resolved, lexicon: Lexicon) -> Resolved:
    """Return a page whose places also are the named sites and stretches of road that it tells of."""
    places = [_at_sea(page, item) for item in page.places]
    roads = list(_roads(page, places))
    places = [item for item in places if not any(road.span.holds(item.span) for road in roads)]
    found = [site for site in _sites(page, places, lexicon) if not any(site.span.meets(road.span) for road in roads)]
    places = [item for item in places if not any(site.span.holds(item.span) for site in found)]
    return replace(page, places=tuple(sorted((*places, *roads, *found), key=lambda item: item.span)))


def _at_sea(page: Resolved, item: Located) -> Located:
    """Return a place off whose coast something is as a part of the sea."""
    text = page.page.document.text
    off = _OFF.search(text, max(0, item.span.start - 40), item.span.start)
    if off is None or item.place is None or item.place.precision not in _TOWNS:
        return item
    return replace(item, place=replace(item.place, name=f"off {item.place.text}", precision="sea", place_id=None))


def _roads(page: Resolved, places: Sequence[Located]) -> Iterator[Located]:
    """Yield the stretches of road between two places ("the road from X to Y")."""
    text = page.page.document.text
    for match in _ROAD.finditer(text):
        ends = [item for item in places if match.end() <= item.span.start < match.end() + _REACH][:2]
        if len(ends) < 2 or ends[0].place is None or ends[1].place is None or ends[0].span.start > match.end() + 20:
            continue
        if _BETWEEN.fullmatch(text, ends[0].span.end, ends[1].span.start):
            span = Span(match.start(), ends[1].span.end)
            yield Located(span, _of(ends[0].place, span.of(text), "linear", span), ())


def _sites(page: Resolved, places: Sequence[Located], lexicon: Lexicon) -> Iterator[Located]:
    """Yield the named sites, each once, with the town that the words around it give."""
    text, pattern = page.page.document.text, _pattern(lexicon)
    towns = [item for item in places if item.place is not None and not _is_site(item.place, lexicon)]
    known: dict[str, Place] = {}
    for match in pattern.finditer(text):
        span = Span(*match.span("name"))
        if _CARED.search(text, 0, match.start()) or not _is_named(page, towns, span, lexicon):
            continue
        town = known.get(span.of(text)) or _town(page, towns, span)
        if town is not None:
            known[span.of(text)] = town
            near = match["prep"].lower() in ("near", "outside")
            name = span.of(text) if _holds_name(span.of(text), town) else f"{span.of(text)}, {town.text}"
            yield Located(span, _of(town, " ".join(name.split()), "near" if near else "exact", span), ())


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Return what sites are called: a name before their kind, or their kind with "of" and a name."""
    kinds, more = sorted(lexicon.words["sites"]), "|".join(sorted(lexicon.words["site_kinds"]))
    before = rf"{_WORD} (?:(?:{_WORD}|of|de|del|al|the|{more}) ){{0,4}}(?i:{'|'.join(kinds)})"
    behind = rf"(?:{'|'.join(kind.capitalize() for kind in kinds)}) of (?:the )?{_WORD}(?: (?:{_WORD}|of|the))*"
    return re.compile(rf"{_AT} (?:the |their |its )?(?P<name>(?:{before}|{behind}))(?![\w-])")


def _is_site(place: Place, lexicon: Lexicon) -> bool:
    """Tell whether a place that no gazetteer lists is a site itself."""
    return place.place_id is None and place.text.split()[-1].lower() in lexicon.words["sites"]


def _is_named(page: Resolved, places: Sequence[Located], span: Span, lexicon: Lexicon) -> bool:
    """Tell whether a site has a name beyond a people, a creed or the town ("the Afghan base", "Kabul mosque")."""
    words = span.of(page.page.document.text).split()
    kind = words[-1].lower()
    own = [word for word in words[:-1] if word[0].isupper() and word.lower() not in lexicon.words["creeds"]]
    nations = [n.span for n in page.page.nationalities if span.holds(n.span)]
    towns = [item.span for item in places if item.place is not None and span.holds(item.span)]
    if any(actor.span.meets(span) and actor.kind == "armed_group" for actor in page.actors):
        return False
    if own and any(_follows(page, span, item) for item in places if item.place and item.place.precision in _TOWNS):
        return len(own) > len(nations)
    covered = sum(len(one.of(page.page.document.text).split()) for one in (*nations, *towns))
    return len(own) > covered or (bool(own) and (kind in lexicon.words["sole_sites"] or words[-1][0].isupper()))


def _town(page: Resolved, places: Sequence[Located], span: Span) -> Place | None:
    """Return the town that a site lies in: right after it, in its own name, or the only one near."""
    named = [item for item in places if item.place is not None and item.place.precision in _TOWNS | {"admin1"}]
    for item in named:
        if _follows(page, span, item):
            return item.place
    own = set(span.of(page.page.document.text).split())
    for item in named:
        if item.place is not None and (span.holds(item.span) or item.place.text in own):
            return item.place
    sentence = next((s.span for s in page.page.sentences if s.span.holds(span)), span)
    inside = [item.place for item in named if sentence.holds(item.span)]
    if inside:
        return inside[0] if len({place.name for place in inside if place}) == 1 else None
    ranked = Counter(item.place.name for item in named if item.place is not None).most_common(1)
    return next((item.place for item in named if item.place and ranked and item.place.name == ranked[0][0]), None)


def _follows(page: Resolved, span: Span, item: Located) -> bool:
    """Tell whether a place stands right after a site, as what holds it."""
    between = page.page.document.text[span.end : item.span.start]
    return span.end <= item.span.start <= span.end + _REACH and _TIE.match(between) is not None


def _holds_name(site: str, town: Place) -> bool:
    return town.text.lower() in site.lower()


def _of(town: Place, name: str, precision: PlacePrecision, span: Span) -> Place:
    """Return a place in the province of another; only a site in a town has its position."""
    placed = precision != "linear" and town.precision in _TOWNS
    return replace(
        town,
        name=name,
        place_id=town.place_id if placed else None,
        lat=town.lat if placed else None,
        lon=town.lon if placed else None,
        precision=precision,
        text=name.split(",")[0] if precision != "linear" else name,
        span=span,
    )
