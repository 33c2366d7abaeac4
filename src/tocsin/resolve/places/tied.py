"""The province that a text gives a place outweighs the gazetteer's: "in X district, Y province" is in Y.

A place of that name elsewhere is then another one, and what the text means has no known position. A name that is only
the end of a longer one ("Ras al-X", "Mamad X") and lies in another country than the rest is no place of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.model.page import Annotated, Located

_KIND = r"(?:district|village|town|city|area|municipality|county|sub-?district|township|commune|tehsil|valley)"
_LINK = re.compile(rf"^(?: {_KIND})?,? ?(?:(?:in|of) )?(?:the )?$")
_PROVINCE = re.compile(
    r"^ (?:province|state|region|governorate|department|oblast|prefecture|division)\b", re.IGNORECASE
)
_NOT_NAMES = r"(?:Northern|Southern|Eastern|Western|Central|North|South|East|West|\w+ese|\w+ish)"
_TAIL = re.compile(rf"(?<![\w'’])(?!{_NOT_NAMES} )[A-Z]\w+ (?:(?:al|el|ul|ad|as|ash|ar|an|az)-)?$")
_INNER = frozenset({"settlement", "near", "admin2"})


def tied_to_province(page: Annotated, found: Sequence[Located], country: str | None) -> list[Located]:
    """Return the places, in order, each in the province that stands right behind it."""
    text, peoples = page.document.text, {nation.span.end for nation in page.nationalities}
    kept = [item for item in found if item.span.start - 1 in peoples or not _is_tail(text, item, country)]
    behind = [item if item.place and country in (None, item.place.country) else None for item in kept]
    return [_moved(text, item, next(iter(behind[at + 1 : at + 2]), None)) for at, item in enumerate(kept)]


def _is_tail(text: str, item: Located, country: str | None) -> bool:
    if (
        item.place is None
        or item.place.precision not in (*_INNER, "admin1")
        or country in (None, *item.place.countries)
    ):
        return False
    opening = re.search(r"(?:^|[.!?\n\"“]\s*)[A-Z]\w+ $", text[max(0, item.span.start - 40) : item.span.start])
    return opening is None and _TAIL.search(text, max(0, item.span.start - 40), item.span.start) is not None


def _moved(text: str, item: Located, after: Located | None) -> Located:
    """Return a place as the text ties it to the province behind it."""
    inner, outer = item.place, after.place if after is not None else None
    if inner is None or outer is None or after is None or inner.precision not in _INNER or outer.precision != "admin1":
        return item
    if inner.admin1 == outer.admin1 or not _LINK.match(text[item.span.end : after.span.start]):
        return item
    if not _PROVINCE.match(text[after.span.end : after.span.end + 16]):
        return item
    place = replace(inner, name=" ".join(inner.text.split()), place_id=None, lat=None, lon=None, admin2=None)
    return replace(item, place=replace(place, country=outer.country, countries=outer.countries, admin1=outer.admin1))
