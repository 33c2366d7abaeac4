"""Merged incidents: views over the assertions of many documents, contradictions kept."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from tocsin.model.record import Act, Event, EventKind, Factuality, Holder, Stance
from tocsin.model.text import Source, Span
from tocsin.model.values import Actor

# The fields of an event that an incident shows as views, in the order of the record; responsibility stands apart.
SINGLE = (
    "stage",
    "suicide",
    "acts",
    "date",
    "place",
    "issuer",
    "media_arm",
    "authority",
    "killed",
    "wounded",
    "abducted",
    "arrested",
    "missing",
    "killed_perpetrators",
    "medium",
    "title",
    "channel",
    "language",
    "authenticity",
)
MANY = ("attack_types", "perpetrators", "subjects", "targets", "weapons")


@dataclass(frozen=True, slots=True)
class Account:
    """One document's event in the ledger, with what merging and showing need of its document.

    `key` is `document:event`, unique in a store; `first_seen` is when the store first held the document, UTC.
    """

    key: str
    document: str
    source: Source
    published: str | None
    sample: bool
    first_seen: datetime
    event: Event


@dataclass(frozen=True, slots=True)
class Citation:
    """One assertion as an incident cites it; `id` is `document:assertion`, unique in a store."""

    id: str
    document: str
    holder: Holder
    act: Act
    factuality: Factuality
    span: Span
    quote: str
    first_seen: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One value and everyone who gives it."""

    value: Any
    assertions: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that is told of one field (or one element of a list field); `contested` where values cannot all hold."""

    best: Any
    contested: bool
    values: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Stances:
    """Everything said about one actor's part in an incident, by stance."""

    actor: Actor | None
    claims: tuple[Citation, ...] = ()
    denies: tuple[Citation, ...] = ()
    accused: tuple[Citation, ...] = ()
    suspected: tuple[Citation, ...] = ()
    confirmed: tuple[Citation, ...] = ()
    cleared: tuple[Citation, ...] = ()
    retracted: tuple[Citation, ...] = ()
    no_claim: tuple[Citation, ...] = ()

    def by_stance(self, stance: Stance) -> tuple[Citation, ...]:
        """Return the citations that take the stance."""
        found: tuple[Citation, ...] = getattr(self, stance)
        return found


@dataclass(frozen=True, slots=True)
class IncidentLink:
    """A tie to another incident (`incident` null where only words tell of it)."""

    relation: str
    incident: str | None
    text: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Accounts that tell of one thing, seen as one record; every view is derived from the ledger.

    `fields` maps a name of `SINGLE` to a view, `lists` one of `MANY` to a view an element; absent where untold.
    """

    id: str
    kind: EventKind
    status: Literal["draft", "reviewed"]
    summary: str
    fields: dict[str, View] = field(default_factory=dict)
    lists: dict[str, tuple[View, ...]] = field(default_factory=dict)
    responsibility: tuple[Stances, ...] = ()
    adjudicated: str | None = None
    links: tuple[IncidentLink, ...] = ()
    accounts: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    independent_sources: int = 0
    first_reported: datetime
    last_updated: datetime
    revision: int
    superseded_by: str | None = None
    withdrawn: bool = False
    sample: bool = False
