"""A store keeps what documents say and finds it again: one ledger, and incidents as views over it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import sqlalchemy as sa

from tocsin.model.entry import Correction
from tocsin.model.handling import Handling, Release, strictest
from tocsin.model.incident import Account, Incident, Likeness, Merging, Rating, Revision
from tocsin.model.judgement import Asked, Judgement
from tocsin.model.record import Assessment, Event, Report
from tocsin.model.text import Document, Source
from tocsin.store import entering, find, generations, incidents, judging, likeness, sources
from tocsin.store.generations import Difference
from tocsin.store.judging import Judged
from tocsin.store.ledger import holds_samples, last_change
from tocsin.store.likeness import Doubt
from tocsin.store.near import Kept
from tocsin.store.open import connect, place, reading, writing
from tocsin.store.query import Query, Scope, Totals
from tocsin.store.recall import batches, load_accounts, load_document, load_report, read_assessment
from tocsin.store.rolls import rebuild
from tocsin.store.schema import spells
from tocsin.store.sources import Rated
from tocsin.store.update import Update, update

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Held(Generic[Noun]):
    """A noun of one document as the store holds it; `incident` is null where it belongs to none."""

    document: str
    incident: str | None
    noun: Noun


class Store:
    """An open store; every method raises `StoreError` where the database fails. Close it, or use it in `with`.

    What is yielded is as it was when the first was asked for, whatever is written meanwhile.
    """

    def __init__(self, engine: sa.Engine, merging: Merging) -> None:
        self.engine = engine
        self.merging = merging
        self._kept = Kept()
        self._turn = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """Open a transaction that writes, one at a time; what is kept of accounts is as the tables are after it."""
        with self._turn:
            try:
                with writing(self.engine) as connection:
                    self._kept.follow(last_change(connection))
                    yield connection
                    written = last_change(connection)
            except BaseException:
                self._kept.clear()
                raise
            self._kept.change = written

    def update(self, report: Report, *, version: str, at: datetime | None = None) -> Update:
        """Add what extractor `version` read in a document, and merge it; a reading held already changes nothing.

        Raise `StoreError` for a sample among real reports (or the other way round) and for spans that quote nothing.
        """
        with self._writing() as connection:
            return update(connection, self.merging, self._kept, report, extractor=version, at=at or datetime.now(UTC))

    def judge(self, asked: Asked, *, at: datetime | None = None) -> Judged:
        """Write what somebody judges, and let merging follow it; raise `RefusedError` where it cannot stand."""
        with self._writing() as connection:
            return judging.judge(connection, self.merging, self._kept, asked, at or datetime.now(UTC))

    def correct(self, report: Report, correction: Correction, *, at: datetime | None = None) -> Judged:
        """Write a correction of an incident, or of that of an account; raise `RefusedError` where there is none."""
        with self._writing() as connection:
            return entering.correct(connection, self.merging, self._kept, report, correction, at or datetime.now(UTC))

    def enter(self, report: Report, handling: Handling, judge: str, *, at: datetime | None = None) -> Update:
        """Add what a person entered, and mark it; an entry held already is only marked, and never more lightly."""
        at = at or datetime.now(UTC)
        with self._writing() as connection:
            done = update(connection, self.merging, self._kept, report, extractor=entering.ENTERED, at=at)
            known = sources.load_handlings(connection, (done.document,)).values()
            sources.mark(connection, done.document, strictest((handling, *known)), judge, at, None)
        return done

    def home(self, named: str) -> str:
        """Return an incident that is named, or that of an account; raise `RefusedError` where there is none now."""
        with reading(self.engine) as connection:
            return judging.home(connection, named)

    def rate(self, source: str, rating: Rating, judge: str, reason: str | None = None) -> None:
        """Write how reliable somebody holds a source to be; raise `RefusedError` where no document has it."""
        with self._writing() as connection:
            sources.rate(connection, Rated(source, rating, judge, datetime.now(UTC), reason))

    def ratings(self, *, as_of: date | datetime | None = None) -> tuple[Rated, ...]:
        """Return every rating of a source, first to last: the last one counts."""
        with reading(self.engine) as connection:
            return tuple(sources.load_ratings(connection, find.horizon(connection, as_of)))

    def sources(self) -> tuple[tuple[Source, int], ...]:
        """Return every source, with how many documents it has."""
        with reading(self.engine) as connection:
            return tuple(sources.known_sources(connection))

    def mark(self, document: str, handling: Handling, judge: str, reason: str | None = None) -> None:
        """Write who may see a document, and from when; raise `RefusedError` where there is none of that name."""
        with self._writing() as connection:
            sources.mark(connection, document, handling, judge, datetime.now(UTC), reason)

    def handlings(self) -> dict[str, Handling]:
        """Return the mark of every document that has one."""
        with reading(self.engine) as connection:
            return sources.load_handlings(connection)

    def unread(self, extractor: str) -> Iterator[Document]:
        """Yield the documents in force that an extractor has not read, but for those that a person entered."""
        with reading(self.engine) as connection:
            left = generations.unread(connection, extractor)
        for batch in batches(left, 50):
            with reading(self.engine) as connection:
                held = [load_document(connection, number) for number in batch]
            yield from held

    def read_again(self, report: Report, extractor: str) -> None:
        """Add what an extractor reads in a document of the store, beside the reading that counts."""
        with self._writing() as connection:
            generations.read_again(connection, report, extractor, datetime.now(UTC))

    def differences(self, extractor: str) -> Iterator[Difference]:
        """Yield what the readings of an extractor would change, a document at a time."""
        with reading(self.engine) as connection:
            waiting = generations.waiting(connection, extractor)
        for document, old, new in waiting:
            with reading(self.engine) as connection:
                found = generations.difference(connection, self.merging, document, old, new)
            yield found

    def switch(self, extractor: str) -> Iterator[tuple[str, ...]]:
        """Let the readings of an extractor count, a document at a time; yield the incidents that each changed."""
        with reading(self.engine) as connection:
            waiting = generations.waiting(connection, extractor)
        for document, old, new in waiting:
            now = datetime.now(UTC)
            with self._writing() as connection:
                changed = generations.switch(connection, self.merging, self._kept, document, old, new, now)
            yield changed

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
            scope = find.scope(connection, asked)
            found = [tuple(row) for row in connection.execute(find.find_incidents(connection, asked, scope))]
        shown = self._shown(found, scope)
        if scope.partial:
            fitting = find.ordered((one for one in shown if find.fits(one, asked)), asked)
            shown = islice(fitting, asked.offset, None if asked.limit is None else asked.offset + asked.limit)
        yield from shown

    def totals(self, asked: Query | None = None, /, *, most: int | None = None, **filters: Any) -> Totals:
        """Count what a query finds, whatever its limit, but no more than `most` incidents."""
        asked = asked or Query(**filters)
        with reading(self.engine) as connection:
            scope = find.scope(connection, asked)
            if not scope.partial:
                return find.count_incidents(connection, asked, scope, most)
        views = list(self.incidents(replace(asked, limit=None, offset=0)))
        reports = {document for view in views for document in view.reports}
        return Totals(len(views), len(reports), sum(view.contested for view in views))

    def incident(
        self,
        incident: str,
        *,
        as_of: date | datetime | None = None,
        published_by: date | None = None,
        release: Release | None = None,
    ) -> Incident | None:
        """Return one incident, also a superseded or withdrawn one; null where the store has none of that id.

        Of what counts by its publication, or may be passed on; null where nothing does.
        """
        asked = Query(as_of=as_of, published_by=published_by, release=release)
        with reading(self.engine) as connection:
            scope = find.scope(connection, asked)
            state = incidents.state(connection, incident, scope.at)
            shown = [] if state is None else incidents.show(connection, self.merging, [state], scope)
        return shown[0] if shown else None

    def _shown(self, states: Iterable[tuple[str, int]], scope: Scope) -> Iterator[Incident]:
        for batch in batches(states, 100):
            with reading(self.engine) as connection:
                shown = incidents.show(connection, self.merging, batch, scope)
            yield from shown

    def history(self, incident: str) -> tuple[Revision, ...]:
        """Return every state that an incident has been in, first to last."""
        with reading(self.engine) as connection:
            return incidents.history(connection, incident)

    def accounts(
        self, incident: str, *, as_of: date | datetime | None = None, published_by: date | None = None
    ) -> tuple[Account, ...]:
        """Return the accounts that an incident consists of, in the order of their publication."""
        with reading(self.engine) as connection:
            scope = find.scope(connection, Query(as_of=as_of, published_by=published_by))
            state = incidents.state(connection, incident, scope.at)
            ids = () if state is None else incidents.members(connection, [state])[state]
            told = incidents.counted(connection, ids, scope).values()
        return tuple(sorted(told, key=lambda account: (account.published or "", account.key)))

    def report(self, document: str, *, as_of: date | datetime | None = None) -> Report | None:
        """Return what is in force of a document: its text, and the reading of it that counts."""
        with reading(self.engine) as connection:
            now = find.in_force(spells, find.horizon(connection, as_of)) & (spells.c.document == document)
            counted = connection.scalar(sa.select(spells.c.reading_id).where(now))
            return None if counted is None else load_report(connection, counted)

    def documents(self, *, as_of: date | datetime | None = None, release: Release | None = None) -> Iterator[Document]:
        """Yield every document in force with its text, in the order of their ids, as far as it may be passed on."""
        with reading(self.engine) as connection:
            scope = find.scope(connection, Query(as_of=as_of, release=release))
            query = sa.select(spells.c.reading_id, spells.c.document).where(find.in_force(spells, scope.at))
            rows = connection.execute(query.order_by(spells.c.document)).all()
            counted = [row.reading_id for row in rows if row.document not in scope.hidden]
        for batch in batches(counted):
            with reading(self.engine) as connection:
                held = [load_document(connection, number) for number in batch]
            yield from held

    def threats(self, asked: Query | None = None, /, **filters: Any) -> Iterator[Held[Event]]:
        """Yield the threats that documents tell of, all of them draft; `contested` makes no difference."""
        asked = asked or Query(**filters)
        with reading(self.engine) as connection:
            scope = find.scope(connection, asked)
            found = connection.execute(find.find_threats(connection, asked, scope)).all()
        for batch in batches(found):
            with reading(self.engine) as connection:
                told = load_accounts(connection, [row.account_id for row in batch])
                placed = incidents.placed(connection, (row.key for row in batch), scope.at)
            yield from (Held(row.name, placed.get(row.key), told[row.account_id].event) for row in batch)

    def assessments(self, asked: Query | None = None, /, **filters: Any) -> Iterator[Held[Assessment]]:
        """Yield the assessments that documents make, all of them draft; `contested` makes no difference."""
        asked = asked or Query(**filters)
        with reading(self.engine) as connection:
            scope = find.scope(connection, asked)
            found = connection.execute(find.find_assessments(connection, asked, scope)).all()
            made = [(row, read_assessment(row.body, row.text)) for row in found]
            keys = [f"{row.prefix}:{assessment.about.event}" for row, assessment in made]
            placed = incidents.placed(connection, keys, scope.at)
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
