"""Derived rows say what is in force when, and what each record can be found by; the ledger can make them anew."""

from collections.abc import Iterable
from datetime import date

import msgspec
import sqlalchemy as sa

from tocsin.model.incident import Incident, Merging, Revision
from tocsin.model.record import Assessment, Event
from tocsin.model.values import When
from tocsin.store import facets
from tocsin.store.columns import Flag
from tocsin.store.incidents import members
from tocsin.store.recall import batches, load_accounts, load_document
from tocsin.store.schema import (
    DERIVED,
    account_facets,
    account_rolls,
    accounts,
    adoptions,
    assessment_facets,
    assessments,
    changes,
    documents,
    incident_revisions,
    incident_rolls,
    readings,
    sketch_keys,
    sketches,
    spells,
    stays,
)

_EVENT = msgspec.json.Decoder(Event)
_ASSESSMENT = msgspec.json.Decoder(Assessment)


def roll_reading(connection: sa.Connection, reading: int) -> None:
    """Write what the accounts and assessments of a new reading can be found by."""
    query = sa.select(accounts.c.id, accounts.c.event, accounts.c.body).where(accounts.c.reading_id == reading)
    events = {row.event: (row.id, _EVENT.decode(row.body)) for row in connection.execute(query)}
    for account, event in events.values():
        connection.execute(
            sa.insert(account_rolls).values(account_id=account, reading_id=reading, **_event_roll(event))
        )
        _add_facets(connection, account_facets, account, facets.of_event(event))
    judged = sa.select(assessments.c.id, assessments.c.body).where(assessments.c.reading_id == reading)
    for row in connection.execute(judged).all():
        assessment = _ASSESSMENT.decode(row.body)
        about = events.get(assessment.about.event or "")
        found = facets.of_assessment(assessment, about[1] if about else None) | {("type", assessment.type)}
        _add_facets(connection, assessment_facets, row.id, found)


def in_force(connection: sa.Connection, document: str) -> int | None:
    """Return the reading of a document that counts now."""
    now = (spells.c.document == document) & spells.c.until.is_(None)
    return connection.scalar(sa.select(spells.c.reading_id).where(now))


def roll_adoption(connection: sa.Connection, change: int, reading: int, document: str) -> None:
    """End the spell of the reading that counted, and begin the new one's."""
    now = (spells.c.document == document) & spells.c.until.is_(None)
    connection.execute(sa.update(spells).where(now).values(until=change))
    connection.execute(sa.insert(spells).values(reading_id=reading, since=change, document=document))


def roll_revision(connection: sa.Connection, change: int, view: Incident) -> None:
    """End what was in force of an incident, and put the new revision in force."""
    table = incident_rolls
    now = (table.c.incident_id == view.id) & table.c.until.is_(None)
    connection.execute(sa.update(table).where(now).values(until=change))
    when = view.fields["date"].best if "date" in view.fields else None
    first, last = _days(when) or (view.first_reported.date(), view.first_reported.date())
    connection.execute(
        sa.insert(table).values(
            incident_id=view.id,
            revision=view.revision,
            since=change,
            alive=view.superseded_by is None and not view.withdrawn,
            kind=view.kind,
            status=view.status,
            contested=view.contested,
            first_day=first,
            last_day=last,
        )
    )


def roll_stays(
    connection: sa.Connection,
    change: int,
    incident: str,
    entering: Iterable[int],
    leaving: Iterable[int],
    *,
    alive: bool,
) -> None:
    """Let accounts stay in an incident from now on, wherever they were, and others no longer; in a dead one nobody."""
    table, entered = stays, list(entering)
    now = table.c.until.is_(None)
    for batch in batches(entered):
        connection.execute(sa.update(table).where(now, table.c.account_id.in_(batch)).values(until=change))
        connection.execute(
            sa.insert(table), [{"account_id": one, "since": change, "incident_id": incident} for one in batch]
        )
    here = now & (table.c.incident_id == incident)
    if not alive:
        connection.execute(sa.update(table).where(here).values(until=change))
    for batch in batches(leaving):
        connection.execute(sa.update(table).where(here, table.c.account_id.in_(batch)).values(until=change))


def roll_sketches(connection: sa.Connection, merging: Merging, reading: int) -> list[int]:
    """Write what merging compares of a reading's accounts; return their numbers."""
    ids = list(connection.scalars(sa.select(accounts.c.id).where(accounts.c.reading_id == reading)))
    if not ids:
        return ids
    told = load_accounts(connection, ids)
    document = load_document(connection, reading)
    order = sorted(told)
    made = merging.sketches(tuple(told[number] for number in order), document.text, document.title)
    connection.execute(
        sa.insert(sketches),
        [
            {"account_id": number, "rank": one.rank, "traits": one.traits}
            for number, one in zip(order, made, strict=True)
        ],
    )
    filed = [
        {"key": key, "account_id": number} for number, one in zip(order, made, strict=True) for key in sorted(one.keys)
    ]
    if filed:
        connection.execute(sa.insert(sketch_keys), filed)
    return order


def drop_sketches(connection: sa.Connection, ids: Iterable[int]) -> None:
    """Let merging find accounts no more."""
    for batch in batches(ids):
        for table in (sketch_keys, sketches):
            connection.execute(sa.delete(table).where(table.c.account_id.in_(batch)))


def rebuild(connection: sa.Connection, merging: Merging) -> None:
    """Make every derived row anew from the ledger."""
    for table in DERIVED:
        connection.execute(sa.delete(table))
    for reading in connection.scalars(sa.select(readings.c.id).order_by(readings.c.id)).all():
        roll_reading(connection, reading)
    joined = adoptions.join(readings).join(documents, readings.c.document_id == documents.c.id)
    adopted = sa.select(adoptions.c.change_id, adoptions.c.reading_id, documents.c.name).select_from(joined)
    for row in connection.execute(adopted.order_by(adoptions.c.id)).all():
        roll_adoption(connection, row.change_id, row.reading_id, row.name)
    counted = sa.select(spells.c.reading_id).where(spells.c.until.is_(None)).order_by(spells.c.reading_id)
    for reading in connection.scalars(counted).all():
        roll_sketches(connection, merging, reading)
    for change, revision in _revisions(connection):
        _reroll(connection, merging, change, revision)


def _reroll(connection: sa.Connection, merging: Merging, change: int, revision: Revision) -> None:
    """Put a revision in force as it was put when it was written."""
    state = (revision.incident, revision.revision)
    held = members(connection, [state, (state[0], state[1] - 1)])
    earlier = sa.select(incident_rolls.c.alive).where(
        incident_rolls.c.incident_id == state[0], incident_rolls.c.revision == state[1] - 1
    )
    was_alive = bool(connection.scalar(earlier))
    alive = revision.superseded_by is None and not revision.withdrawn
    before = set(held[state[0], state[1] - 1]) if was_alive else set()
    entering = set(held[state]) - before if alive else set()
    roll_stays(connection, change, state[0], sorted(entering), sorted(before - set(held[state])), alive=alive)
    told = load_accounts(connection, held[state]).values()
    roll_revision(connection, change, merging.view(revision, tuple(told), placed={}))


def _revisions(connection: sa.Connection) -> Iterable[tuple[int, Revision]]:
    """Yield every revision in the order of writing, with its change, those that stand before those that end."""
    table = incident_revisions
    query = sa.select(table, changes.c.at, changes.c.cause).join(changes)
    ends = sa.case((table.c.superseded_by.is_not(None) | (table.c.withdrawn == sa.literal(True, Flag)), 1), else_=0)
    for row in connection.execute(query.order_by(table.c.change_id, ends, table.c.incident_id)).all():
        yield (
            row.change_id,
            Revision(row.incident_id, row.revision, row.at, row.cause, frozenset(), row.superseded_by, row.withdrawn),
        )


def _event_roll(event: Event) -> dict[str, object]:
    days = _days(event.date)
    return {
        "kind": event.kind,
        "main": event.main,
        "country": None if event.place is None else event.place.country,
        "first_day": None if days is None else days[0],
        "last_day": None if days is None else days[1],
    }


def _days(when: When | None) -> tuple[date, date] | None:
    return None if when is None or when.start is None or when.end is None else (when.start, when.end)


def _add_facets(connection: sa.Connection, table: sa.Table, owner: int, found: Iterable[facets.Facet]) -> None:
    rows = [{"owner_id": owner, "facet": facet, "value": value} for facet, value in sorted(found) if value]
    if rows:
        connection.execute(sa.insert(table), rows)
