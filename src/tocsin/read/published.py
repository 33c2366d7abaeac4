"""The day a document was published, and what says so: option, input, page metadata, address, or the text's own head.

A wrong day would misdate every "on Tuesday", so nothing is taken that merely might be the day: no copyright year, no
time of the last change of the server's file, no date somewhere in the running text, and no day in the wrong order.
"""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from lxml import etree, html
from lxml.html import HtmlElement

from tocsin.errors import ReadError
from tocsin.knowledge.calendar import document_date
from tocsin.model.text import Basis
from tocsin.read.outlet import local_day

EXPECTED = "expected YYYY-MM-DD"
ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?", re.DOTALL)
LATEST = "2200-01-01"
TELLING = re.compile(r"date|time|publi|creat|issue|modif", re.IGNORECASE)
MISLEADING = re.compile(r"copyright|expir|event|valid", re.IGNORECASE)
MOMENTS = frozenset({"content", "datetime"})
ATTRIBUTES = ("name", "property", "itemprop", "pubdate")
MARKED = (
    ".//*[@itemprop='datePublished'][@datetime or @content]",
    ".//time[@pubdate][@datetime]",
    ".//time[@datetime][contains(@class, 'publish') or starts-with(@class, 'entry-date')]",
)
ASIDE = "not(ancestor::aside or ancestor::nav or ancestor::footer)"
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|byline|published?|pubdate|posted|timestamp|entry-meta)(?:$|[\s_-])", re.IGNORECASE
)
ARTICLE = re.compile(r"Article|Posting|Report|WebPage")
SHORT = 100


Dates = tuple[tuple[Basis, Callable[[], date | None]], ...]


class Published(NamedTuple):
    """A day and its basis, both null where nothing tells."""

    day: date | None
    basis: Basis | None


def settle(option: date | None, dates: Dates, text: str) -> Published:
    """Return the first day that is told: the option, then `dates` in their order, then the text's head."""
    if option is not None:
        return Published(option, "option")
    for basis, find in dates:
        day = find()
        if day is not None:
            return Published(day, basis)
    day = document_date(text)
    return Published(day, "text" if day else None)


def parse_day(words: str, name: str, zone: ZoneInfo | None) -> date:
    """Return the day that an input states (ISO 8601 or an RFC 5322 date), by the clock of `zone` where it states a
    moment; raise `ReadError` for other forms.
    """
    iso = ISO.fullmatch(words.strip())
    try:
        return local_day(words, zone) or (
            date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else parsedate_to_datetime(words).date()
        )
    except ValueError:
        raise ReadError(name, f"published is {words!r}, {EXPECTED}") from None


def from_url(url: str | None) -> date | None:
    """Return the day that an address carries as year, month and day."""
    return _find("<html><body></body></html>", url) if url else None


def from_metadata(tree: HtmlElement, zone: ZoneInfo | None = None) -> date | None:
    """Return the day that a page's metadata or marked-up times give as that of its publication, by the clock of
    `zone` where they give a moment.
    """
    bare = html.fromstring("<html><head></head><body></body></html>")
    head = bare[0]
    for element in tree.iterfind(".//meta"):
        named = " ".join(element.get(key, "") for key in ATTRIBUTES)
        if TELLING.search(named) and not MISLEADING.search(named):
            head.append(deepcopy(element))
            for key in MOMENTS & set(element.keys()):
                head[-1].set(key, _by_clock(element.get(key), zone))
    return _in_linked_data(tree, zone) or _find(bare) or _marked(tree, zone)


def from_byline(tree: HtmlElement) -> date | None:
    """Return the day written in the first short element that its class or name marks as the page's date."""
    for element in tree.xpath(f".//body//*[(@class or @id) and {ASIDE}]"):
        words = " ".join(element.text_content().split())
        if 6 < len(words) <= SHORT and BYLINE.search(f"{element.get('class', '')} {element.get('id', '')}"):
            day = document_date(words) or _in_time(words, None)
            if day is not None:
                return day
    return None


def _in_linked_data(tree: HtmlElement, zone: ZoneInfo | None) -> date | None:
    """Return the day that the page's JSON-LD gives its article; days of pictures, sites and comments do not count."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            things = list(_things(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue
        for thing in things:
            if ARTICLE.search(str(thing.get("@type"))) and isinstance(thing.get("datePublished"), str):
                day = _in_time(thing["datePublished"], zone)
                if day is not None:
                    return day
    return None


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a JSON value, outer ones first."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _things(inner)


def _marked(tree: HtmlElement, zone: ZoneInfo | None) -> date | None:
    for path in MARKED:
        for element in tree.xpath(f"{path}[{ASIDE}]"):
            day = _in_time(element.get("datetime") or element.get("content"), zone)
            if day is not None:
                return day
    times = tree.xpath(f".//article//time[@datetime][{ASIDE}]")[:1] or tree.xpath(f".//body//time[@datetime][{ASIDE}]")
    days = {_in_time(element.get("datetime"), zone) for element in times}
    return days.pop() if len(days) == 1 else None


def _by_clock(words: str, zone: ZoneInfo | None) -> str:
    day = local_day(words, zone)
    return day.isoformat() if day else words


def _in_time(words: str, zone: ZoneInfo | None) -> date | None:
    page = html.fromstring("<html><body></body></html>")
    etree.SubElement(page[0], "time").text = "".join(filter(str.isprintable, _by_clock(words, zone)))
    return _find(page)


def _find(page: str | HtmlElement, url: str | None = None) -> date | None:
    from htmldate import find_date

    found = find_date(page, extensive_search=False, original_date=True, url=url, max_date=LATEST)
    return date.fromisoformat(found) if found else None
