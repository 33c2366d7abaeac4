"""What the desk reads of a store, and the judgements that it writes: it changes nothing else in it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from tocsin.model.entry import Correction
from tocsin.model.handling import Release
from tocsin.model.incident import Account, Incident, Likeness
from tocsin.model.judgement import Asked, Judgement
from tocsin.model.record import Event, Report
from tocsin.store import Doubt, Held, Judged, Query, Totals


class Shelf(Protocol):
    """The part of `tocsin.store.Store` that the desk knows."""

    @property
    def sample(self) -> bool:
        """Tell whether the store holds the bundled samples instead of real reports."""

    def incidents(self, query: Query) -> Iterator[Incident]:
        """Yield the incidents that a query asks for."""

    def totals(self, query: Query, *, most: int | None = None) -> Totals:
        """Count what a query finds, whatever its limit."""

    def threats(self, query: Query) -> Iterator[Held[Event]]:
        """Yield the threats that documents tell of, recalled ones too."""

    def incident(
        self,
        incident: str,
        *,
        as_of: date | None = None,
        published_by: date | None = None,
        release: Release | None = None,
    ) -> Incident | None:
        """Return one incident, also a superseded or withdrawn one; null where there is none of that id."""

    def accounts(
        self, incident: str, *, as_of: date | None = None, published_by: date | None = None
    ) -> tuple[Account, ...]:
        """Return the accounts that an incident consists of."""

    def report(self, document: str, *, as_of: date | None = None) -> Report | None:
        """Return what is in force of a document: its text, and the reading of it that counts."""

    def judge(self, asked: Asked) -> Judged:
        """Write what somebody judges; raise `RefusedError` where it cannot stand."""

    def amend(self, correction: Correction) -> Judged:
        """Correct a value of an incident; raise `EntryError` or `RefusedError` where that cannot be."""

    def judgements(self, incident: str | None = None, *, as_of: date | None = None) -> tuple[Judgement, ...]:
        """Return what was judged of an incident, first to last."""

    def likenesses(self, incident: str) -> tuple[Likeness, ...]:
        """Return why the accounts that an incident consists of now are one."""

    def doubts(self, incidents: Iterable[str]) -> tuple[Doubt, ...]:
        """Return other incidents that may be the same as any of some."""
