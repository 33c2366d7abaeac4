"""A store keeps what documents say and finds it again: one ledger, and incidents as views over it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import sqlalchemy as sa

from tocsin.model.incident import Account, Incident, Likeness, Merging, Revision
from tocsin.model.judgement import Asked, Judgement
from tocsin.model.record import Assessment, Event, Report
from tocsin.model.text import Document
from tocsin.store import find, incidents, judging, likeness
from tocsin.store.judging import Judged
from tocsin.store.ledger import holds_samples
from tocsin.store.likeness import Doubt
from tocsin.store.open import connect, place, reading, writing
from tocsin.store.query import Query
from tocsin.store.recall import batches, load_accounts, load_document, load_report, read_assessment
from tocsin.store.rolls import rebuild
from tocsin.store.schema import spells
from tocsin.store.update import Update, update

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Held(Generic[Noun]):
    """A noun of one document as the store holds it; `incident` is null where it belongs to none."""

    document: str
    incident: str | None
    noun: Noun


@dataclass(frozen=True, slots=True)
class Totals:
    """How many incidents a query finds, the reports that tell of any of them, and the contested ones."""

    incidents: int
    reports: int
    contested: int


class Store:
    """An open store; every method raises `StoreError` where the database fails. Close it, or use it in `with`.

    What is yielded is as it was when the first was asked for, whatever is written meanwhile.
    """

    def __init__(self, engine: sa.Engine, merging: Merging) -> None:
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
        """Add what extractor `version` read in a document, and merge it; a reading held already changes nothing.

        Raise `StoreError` for a sample among real reports (or the other way round) and for spans that quote nothing.
        """
        with writing(self.engine) as connection:
            return update(connection, self.merging, report, extractor=version, at=at or datetime.now(UTC))

    def judge(self, asked: Asked, *, at: datetime | None = None) -> Judged:
        """Write what somebody judges, and let merging follow it; raise `RefusedError` where it cannot stand."""
        with writing(self.engine) as connection:
            return judging.judge(connection, self.merging, asked, at or datetime.now(UTC))

    def judgements(self, incident: str | None = None, *, as_of: date | datetime | None = None) -> tuple[Judgement, ...]:
        """Return what was judged, first to last; of one incident, what names it or any of its accounts."""
        with reading(self.engine) as connection:
            at = find.horizon(connection, as_of)
            return tuple(judging.load_judgements(connection, at, incident=incident))

    def likenesses(self, incident: str) -> tuple[Likeness, ...]:
        """Return why the accounts that an incident consists of now are one: each beside the one that leads it."""
        with reading(self.engine) as connection:
            return tuple(likeness.within(connection, self.merging, incident))

    def doubts(self, incidents: Iterable[str]) -> tuple[Doubt, ...]:
        """Return other incidents that may be the same as any of some, the likeliest first, but for judged ones."""
        with reading(self.engine) as connection:
            return likeness.doubts(connection, self.merging, incidents)

    def incidents(self, asked: Query | None = None, /, **filters: Any) -> Iterator[Incident]:
        """Yield the incidents that a query, or its fields as keywords, asks for."""
        asked = asked or Query(**filters)
        with reading(self.engine) as connection:
            at = find.horizon(connection, asked.as_of)
            found = [tuple(row) for row in connection.execute(find.find_incidents(asked, at))]
        for batch in batches(found, 100):
            with reading(self.engine) as connection:
                shown = incidents.show(connection, self.merging, batch, at)
            yield from shown

    def totals(self, asked: Query | None = None, /, **filters: Any) -> Totals:
        """Count what a query finds, whatever its limit."""
        asked = asked or Query(**filters)
        with reading(self.engine) as connection:
            at = find.horizon(connection, asked.as_of)
            return Totals(*(number or 0 for number in connection.execute(find.count_incidents(asked, at)).one()))

    def incident(self, incident: str, *, as_of: date | datetime | None = None) -> Incident | None:
        """Return one incident, also a superseded or withdrawn one; null where the store has none of that id."""
        with reading(self.engine) as connection:
            at = find.horizon(connection, as_of)
            state = incidents.state(connection, incident, at)
            return None if state is None else incidents.show(connection, self.merging, [state], at)[0]

    def history(self, incident: str) -> tuple[Revision, ...]:
        """Return every state that an incident has been in, first to last."""
        with reading(self.engine) as connection:
            return incidents.history(connection, incident)

    def accounts(self, incident: str, *, as_of: date | datetime | None = None) -> tuple[Account, ...]:
        """Return the accounts that an incident consists of, in the order of their publication."""
        with reading(self.engine) as connection:
            state = incidents.state(connection, incident, find.horizon(connection, as_of))
            ids = () if state is None else incidents.members(connection, [state])[state]
            told = load_accounts(connection, ids).values()
        return tuple(sorted(told, key=lambda account: (account.published or "", account.key)))

    def report(self, document: str, *, as_of: date | datetime | None = None) -> Report | None:
        """Return what is in force of a document: its text, and the reading of it that counts."""
        with reading(self.engine) as connection:
            now = find.in_force(spells, find.horizon(connection, as_of)) & (spells.c.document == document)
            counted = connection.scalar(sa.select(spells.c.reading_id).where(now))
            return None if counted is None else load_report(connection, counted)

    def documents(self, *, as_of: date | datetime | None = None) -> Iterator[Document]:
        """Yield every document in force with its text, in the order of their ids."""
        with reading(self.engine) as connection:
            at = find.horizon(connection, as_of)
            query = sa.select(spells.c.reading_id).where(find.in_force(spells, at)).order_by(spells.c.document)
            counted = connection.scalars(query).all()
        for batch in batches(counted):
            with reading(self.engine) as connection:
                held = [load_document(connection, number) for number in batch]
            yield from held

    def threats(self, asked: Query | None = None, /, **filters: Any) -> Iterator[Held[Event]]:
        """Yield the threats that documents tell of, all of them draft; `contested` makes no difference."""
        asked = asked or Query(**filters)
        with reading(self.engine) as connection:
            at = find.horizon(connection, asked.as_of)
            found = connection.execute(find.find_threats(asked, at)).all()
        for batch in batches(found):
            with reading(self.engine) as connection:
                told = load_accounts(connection, [row.account_id for row in batch])
                placed = incidents.placed(connection, (row.key for row in batch), at)
            yield from (Held(row.name, placed.get(row.key), told[row.account_id].event) for row in batch)

    def assessments(self, asked: Query | None = None, /, **filters: Any) -> Iterator[Held[Assessment]]:
        """Yield the assessments that documents make, all of them draft; `contested` makes no difference."""
        asked = asked or Query(**filters)
        with reading(self.engine) as connection:
            at = find.horizon(connection, asked.as_of)
            found = connection.execute(find.find_assessments(asked, at)).all()
            made = [(row, read_assessment(row.body, row.text)) for row in found]
            keys = [f"{row.prefix}:{assessment.about.event}" for row, assessment in made]
            placed = incidents.placed(connection, keys, at)
        yield from (Held(row.name, placed.get(key), noun) for key, (row, noun) in zip(keys, made, strict=True))

    @property
    def place(self) -> str:
        """Return where the store lies, fit to be shown: a path, or an address without its password."""
        return place(self.engine)

    @property
    def sample(self) -> bool:
        """Tell whether the store holds the bundled samples instead of real reports."""
        with reading(self.engine) as connection:
            return bool(holds_samples(connection))


def open_store(where: str | Path, merging: Merging, *, create: bool = True) -> Store:
    """Open the store at a path (SQLite) or a `postgresql://` address, making it where there is none.

    Raise `StoreError` for a file that is no store, is damaged, or was made by a newer version; nothing changes then.
    """
    return Store(connect(where, create=create, remade=partial(rebuild, merging=merging)), merging)
