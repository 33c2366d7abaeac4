"""Small nouns for tests: whatever a test does not name has a plain default, and every given field has its assertion."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, get_args

from tocsin.model.incident import MANY, SINGLE, Account
from tocsin.model.record import (
    AUTHOR,
    About,
    Act,
    Assertion,
    Assessment,
    AssessmentType,
    Event,
    Factuality,
    Holder,
    Relation,
    Report,
    Responsibility,
    Stance,
)
from tocsin.model.text import Document, Source, Span
from tocsin.model.values import Actor, ActorKind, Count, Place, PlacePrecision, Target, TargetType, When
from tocsin.model.wire import plain

SPAN, QUOTE = Span(0, 8), "reported"
TEXT = "reported in words that only a test would write"
SEEN = datetime(2024, 3, 27, 9, tzinfo=UTC)
ACTS: dict[Stance, Act] = dict(
    zip(
        get_args(Stance),
        ("claims", "denies", "accuses", "suspects", "confirms", "clears", "retracts", "no_claim"),
        strict=True,
    )
)


def day(text: str) -> When:
    return When(date.fromisoformat(text), date.fromisoformat(text), "day", "on the day", SPAN)


def month(text: str) -> When:
    first = date.fromisoformat(f"{text}-01")
    last = date(first.year + first.month // 12, first.month % 12 + 1, 1).toordinal() - 1
    return When(first, date.fromordinal(last), "month", "that month", SPAN)


def number(low: int | None, high: int | None = None, qualifier: Any = "exact") -> Count:
    exact = qualifier == "exact" and high is None
    return Count(low, low if exact else high, qualifier, "so many", SPAN)


def place(
    name: str = "Besham",
    at: tuple[float, float] | None = (34.92, 72.88),
    *,
    country: str | None = "PK",
    admin1: str | None = "Khyber Pakhtunkhwa",
    precision: PlacePrecision = "settlement",
    place_id: str | None = None,
) -> Place:
    lat, lon = at or (None, None)
    key = place_id or f"test:{name.casefold()}"
    countries = (country,) if country else ()
    return Place(name, key, country, countries, admin1, None, lat, lon, precision, name, SPAN)


def actor(name: str, actor_id: str | None = None, kind: ActorKind = "armed_group") -> Actor:
    return Actor(name, actor_id, name, kind, SPAN)


def target(
    text: str = "engineers", country: str | None = "CN", kind: TargetType = "business", count: Count | None = None
) -> Target:
    return Target(text, kind, country, "hit", count, "killed", SPAN)


def holder(text: str, kind: Any = "authority", actor_id: str | None = None) -> Holder:
    return Holder(text, actor_id, kind, (), SPAN)


def assertion(
    key: str,
    field: str,
    value: Any,
    by: Holder = AUTHOR,
    *,
    act: Act = "states",
    factuality: Factuality = "CT+",
) -> Assertion:
    return Assertion(key, field, plain(value), act, by, factuality, SPAN, QUOTE, 0.9)


def event(
    key: str = "e1",
    kind: Any = "attack",
    *,
    main: bool = True,
    stances: Sequence[tuple[Stance, Actor | None]] = (),
    also: Sequence[tuple[str, Any]] = (),
    **fields: Any,
) -> Event:
    """Return an event with one assertion for each field, element and stance, and `also` further ones."""
    said = [("/kind", kind)]
    said += [(f"/{name}", fields[name]) for name in SINGLE if fields.get(name) is not None]
    said += [(f"/{name}/{i}", one) for name in MANY for i, one in enumerate(fields.get(name, ()))]
    asserted = [assertion(f"{key}.{i}", field, value) for i, (field, value) in enumerate((*said, *also))]
    parts = []
    for i, (stance, who) in enumerate(stances):
        spoken = assertion(f"{key}.r{i}", f"/responsibility/{i}", who, act=ACTS[stance])
        asserted.append(spoken)
        parts.append(Responsibility(who, stance, AUTHOR, None, None, SPAN, spoken.id))
    fields.setdefault("summary", f"Something that {key} tells of.")
    return Event(id=key, kind=kind, main=main, responsibility=tuple(parts), assertions=tuple(asserted), **fields)


def bombing(key: str = "e1", **fields: Any) -> Event:
    """Return an attack of 26 March 2024 in Besham; a field given as null is untold."""
    usual: dict[str, Any] = {"date": day("2024-03-26"), "place": place(), "attack_types": ("bombing",)} | fields
    return event(key, **{name: value for name, value in usual.items() if value is not None})


def spoken_by(told: Event, who: Holder) -> Event:
    """Return an event of which one voice gives every value."""
    return replace(told, assertions=tuple(replace(said, holder=who) for said in told.assertions))


def document(key: str = "d1", **fields: Any) -> Document:
    usual: dict[str, Any] = {
        "path": None,
        "url": f"https://{key}.example/story",
        "title": "A title",
        "published": date(2024, 3, 27),
        "published_basis": "meta",
        "source": Source(f"Outlet {key}", f"{key}.example"),
        "language": "en",
        "sha256": f"sha-{key}-{fields.get('text', TEXT)}",
        "text": TEXT,
    }
    return Document(id=key, **(usual | fields))


def report(key: str, *events: Event, assessments: Sequence[Assessment] = (), **fields: Any) -> Report:
    relations: tuple[Relation, ...] = fields.pop("relations", ())
    return Report(document(key, **fields), "full", True, 0.9, events, tuple(assessments), relations)


def account(told: Event, document: str = "d1", **fields: Any) -> Account:
    usual: dict[str, Any] = {
        "key": f"{document}:{told.id}",
        "source": Source(f"Outlet {document}", f"{document}.example"),
        "published": "2024-03-27",
        "sample": False,
        "first_seen": SEEN,
        "sha256": f"sha-{document}-{TEXT}",
    }
    return Account(document=document, event=told, **(usual | fields))


def assessment(key: str = "j1", kind: AssessmentType = "grievance", about: About | None = None) -> Assessment:
    spoken = "Anger over pay may be behind it."
    return Assessment(key, about or About(event="e1"), kind, spoken, AUTHOR, "PS+", SPAN, QUOTE, 0.8)
