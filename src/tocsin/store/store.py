"""A store keeps what documents say and finds it again: one ledger, and incidents as views over it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Literal, Self, TypeVar

from sqlalchemy import Engine

from tocsin.model.incident import Account, Incident, Merging, Revision
from tocsin.model.record import Assessment, Event, Relation, Report
from tocsin.store.query import Query

Noun = TypeVar("Noun")
Outcome = Literal["added", "changed", "reread", "unchanged"]


@dataclass(frozen=True, slots=True)
class Update:
    """What one report did to a store; `incidents` are the ids whose state changed."""

    document: str
    outcome: Outcome
    incidents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held(Generic[Noun]):
    """A noun of one document as the store holds it; `incident` is null where it belongs to none."""

    document: str
    incident: str | None
    noun: Noun


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a query finds: incidents, their documents, the sum of their independent sources, contested ones."""

    incidents: int
    reports: int
    independent: int
    contested: int


class Store:
    """An open store; every method raises `StoreError` where the database fails. Close it, or use it in `with`."""

    def __init__(self, engine: Engine, merging: Merging) -> None:
        self.engine = engine
        self.merging = merging

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def update(self, report: Report, *, version: str, at: datetime | None = None) -> Update:
        """Add what extractor `version` read in a document, and merge it; a reading held already changes nothing."""
        raise NotImplementedError

    def incidents(self, query: Query | None = None, **filters: Any) -> Iterator[Incident]:
        """Yield the incidents that a query, or its fields as keywords, asks for."""
        raise NotImplementedError

    def totals(self, query: Query | None = None, **filters: Any) -> Totals:
        """Count what a query finds, whatever its limit."""
        raise NotImplementedError

    def incident(self, incident: str, *, as_of: date | datetime | None = None) -> Incident | None:
        """Return one incident, also a superseded or withdrawn one; null where the store has none of that id."""
        raise NotImplementedError

    def history(self, incident: str) -> tuple[Revision, ...]:
        """Return every state that an incident has been in, first to last."""
        raise NotImplementedError

    def accounts(self, incident: str, *, as_of: date | datetime | None = None) -> tuple[Account, ...]:
        """Return the accounts that an incident consists of, in the order of their publication."""
        raise NotImplementedError

    def report(self, document: str, *, as_of: date | datetime | None = None) -> Report | None:
        """Return what is in force of a document: its text, and the reading of it that counts."""
        raise NotImplementedError

    def threats(self, query: Query | None = None, **filters: Any) -> Iterator[Held[Event]]:
        """Yield the threats that documents tell of."""
        raise NotImplementedError

    def assessments(self, query: Query | None = None, **filters: Any) -> Iterator[Held[Assessment]]:
        """Yield the assessments that documents make."""
        raise NotImplementedError

    def relations(self, query: Query | None = None, **filters: Any) -> Iterator[Held[Relation]]:
        """Yield the ties between actors that documents tell of; a query's actor, as-of, limit and offset count."""
        raise NotImplementedError

    @property
    def sample(self) -> bool:
        """Tell whether the store holds the bundled samples instead of real reports."""
        raise NotImplementedError


def open_store(where: str | Path, merging: Merging, *, create: bool = True) -> Store:
    """Open the store at a path (SQLite) or a `postgresql://` address, making it where there is none.

    Raise `StoreError` for a file that is no store, is damaged, or was made by a newer version; nothing changes then.
    """
    raise NotImplementedError
