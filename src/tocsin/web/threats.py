"""A threat as one report tells it: who threatens whom, in whose words. Recalled threats count, though none is news."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tocsin.model import wire
from tocsin.model.record import Event
from tocsin.model.text import Document, Source
from tocsin.store import Held
from tocsin.web.filters import Filters
from tocsin.web.listing import SIZE, paged
from tocsin.web.shelf import Shelf
from tocsin.web.wording import NOTHING, actor_name, date_words, day_words, place_words, target_words, value_words


@dataclass(frozen=True, slots=True)
class Threat:
    """One line of the list; `incident` is null where the threat is only recalled."""

    incident: str | None
    when: str
    who: str
    whom: str
    where: str
    medium: str
    quote: str
    outlet: str
    day: str
    sample: bool


@dataclass(frozen=True, slots=True)
class ThreatPage:
    """A page of the list; `more` where another follows."""

    threats: tuple[Threat, ...]
    page: int
    more: bool


def threat_page(shelf: Shelf, filters: Filters, page: int) -> ThreatPage:
    """Return a page of the threats that fit the filters."""
    found = tuple(shelf.threats(replace(paged(filters, page), limit=SIZE + 1)))
    documents = {name: _document(shelf, name, filters.as_of) for name in {held.document for held in found}}
    threats = tuple(_threat(held, documents[held.document]) for held in found[:SIZE])
    return ThreatPage(threats, page, more=len(found) > SIZE)


def _document(shelf: Shelf, name: str, as_of: date | None) -> Document | None:
    report = shelf.report(name, as_of=as_of)
    return report.document if report else None


def _threat(held: Held[Event], told: Document | None) -> Threat:
    event: dict[str, Any] = wire.plain(held.noun)
    source = told.source if told else Source()
    return Threat(
        incident=held.incident,
        when=date_words(event["date"]),
        who=" · ".join(_who(event)) or NOTHING,
        whom=" · ".join(filter(None, map(target_words, event["targets"]))) or NOTHING,
        where=place_words(event["place"]) or NOTHING,
        medium=value_words("medium", event["medium"]) or NOTHING,
        quote=next(_quotes(held.noun), ""),
        outlet=source.name or source.domain or "unnamed outlet",
        day=day_words(told.published) if told and told.published else NOTHING,
        sample=bool(told and told.sample),
    )


def _who(event: dict[str, Any]) -> dict[str, None]:
    actors = [event["issuer"]] if event["issuer"] else event["perpetrators"]
    return dict.fromkeys(map(actor_name, actors))


def _quotes(event: Event) -> Iterator[str]:
    """Give the words that tell of the threat, those for its kind first."""
    ordered = sorted(event.assertions, key=lambda assertion: assertion.field != "/kind")
    return (assertion.quote for assertion in ordered)
