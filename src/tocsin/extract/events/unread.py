"""Which words of what a person enters are left when its mentions are read, and which areas hold a place."""

import re
from collections.abc import Iterable

from tocsin.model.text import Span
from tocsin.model.values import Place

_ARTICLES = "a an the"
_AREAS = (
    "city town village hamlet municipality commune district subdistrict tehsil county department division prefecture "
    "province governorate region state oblast territory country"
)
_OFF = (
    "near nearby close to from outside around outskirts vicinity area away about some north south east west northeast "
    "northwest southeast southwest km kilometer kilometers kilometre kilometres mile miles"
)
_PEOPLE = "group fighters militants gunmen members insurgents forces troops"
IN_DATES = frozenset(f"{_ARTICLES} on in at of during".split())
IN_ACTORS = frozenset(f"{_ARTICLES} of {_PEOPLE}".split())
_IN_PLACES = frozenset(f"{_ARTICLES} in at of {_AREAS}".split())
_NEARBY = _IN_PLACES | frozenset(_OFF.split())
_WORD = re.compile(r"(?:\d+ ?(?=(?:km|kilomet\w+|miles?)\b))?(\w+)")  # "20 km" is a word of distance
_POINTS = ("exact", "settlement", "near")


def unread(text: str, value: Span, covered: Iterable[Span], small: frozenset[str]) -> list[str]:
    """Return the words of a value that no mention covers and that are none of the small ones of its phrase."""
    left = list(value.of(text))
    for span in covered:
        left[span.start - value.start : span.end - value.start] = " " * (span.end - span.start)
    return [word[0] for word in _WORD.finditer("".join(left)) if word[1].casefold() not in small]


def small_words(place: Place) -> frozenset[str]:
    """Return the small words that may stand beside a place; how far off it is may, where the place is only near."""
    return _NEARBY if place.precision == "near" else _IN_PLACES


def holds(area: Place, place: Place) -> bool:
    """Tell whether an area is one that a place lies in, or the place itself told again."""
    if area.place_id is not None and area.place_id == place.place_id:
        return True
    if not _countries(area) & _countries(place):
        return False
    if area.precision == "admin1":
        return area.admin1 == place.admin1
    if area.precision == "admin2":
        return (area.admin1, area.admin2) == (place.admin1, place.admin2)
    return area.precision in ("country", "region") or (
        place.precision in _POINTS and area.name in (place.admin1, place.admin2)
    )


def _countries(place: Place) -> frozenset[str]:
    return frozenset(place.countries) | (frozenset() if place.country is None else {place.country})
