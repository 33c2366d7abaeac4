"""Whose a document is, and what its newsroom's clock says of a moment: the outlets that are known by their address.

A moment with its zone ("2024-03-27T22:30Z") is a day only where the reader knows whose: that of the newsroom, which is
what "on Tuesday" in the report counts from. Where the outlet is unknown, the day stays as it is written.
"""

from datetime import date, datetime, time
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from tocsin.knowledge.outlets import Outlet, load_outlets
from tocsin.model.text import Source


def outlet_of(source: Source) -> Outlet | None:
    """Return the known outlet of a source: by its domain, and by its name only where no domain is told."""
    if source.domain:
        return load_outlets().by_domain(source.domain)
    return load_outlets().by_name(source.name) if source.name else None


def named(source: Source) -> Source:
    """Return a source with the name that its domain tells, where none is given."""
    outlet = outlet_of(source)
    return Source(source.name or outlet.name, source.domain) if outlet else source


def zone_of(source: Source) -> ZoneInfo | None:
    """Return the time zone of a source's newsroom, if it is known."""
    outlet = outlet_of(source)
    return ZoneInfo(outlet.zone) if outlet else None


def local_day(words: str, zone: ZoneInfo | None) -> date | None:
    """Return the newsroom's day of a moment written with its zone; null for any other words, or without a newsroom.

    Midnight to the second in UTC is how pages write a day without an hour: that is no moment, but the day itself.
    """
    moment = _moment(words.strip()) if zone else None
    if moment is None or moment.tzinfo is None or (moment.time() == time() and not moment.utcoffset()):
        return None
    return moment.astimezone(zone).date()


def _moment(words: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(words)
        except (ValueError, OverflowError):
            continue
    return None
