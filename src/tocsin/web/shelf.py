"""What the desk reads of a store; it changes nothing in it."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from tocsin.model.incident import Account, Incident
from tocsin.model.record import Event, Report
from tocsin.store import Held, Query, Totals


class Shelf(Protocol):
    """The reading half of `tocsin.store.Store`."""

    @property
    def sample(self) -> bool:
        """Tell whether the store holds the bundled samples instead of real reports."""

    def incidents(self, query: Query) -> Iterator[Incident]:
        """Yield the incidents that a query asks for."""

    def totals(self, query: Query) -> Totals:
        """Count what a query finds, whatever its limit."""

    def threats(self, query: Query) -> Iterator[Held[Event]]:
        """Yield the threats that documents tell of, recalled ones too."""

    def incident(self, incident: str, *, as_of: date | None = None) -> Incident | None:
        """Return one incident, also a superseded or withdrawn one; null where there is none of that id."""

    def accounts(self, incident: str, *, as_of: date | None = None) -> tuple[Account, ...]:
        """Return the accounts that an incident consists of."""

    def report(self, document: str, *, as_of: date | None = None) -> Report | None:
        """Return what is in force of a document: its text, and the reading of it that counts."""
