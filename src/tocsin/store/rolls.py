"""Derived rows say what is in force when, and what each record can be found by; the ledger can make them anew."""

from collections.abc import Iterable
from datetime import date

import msgspec
import sqlalchemy as sa

from tocsin.model.incident import Incident, Merging, Revision
from tocsin.model.record import Assessment, Event
from tocsin.model.values import When
from tocsin.store import facets
from tocsin.store.recall import load_accounts
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
    incident_accounts,
    incident_revisions,
    incident_rolls,
    readings,
    spells,
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
    for change, revision, members in _revisions(connection):
        told = load_accounts(connection, members).values()
        roll_revision(connection, change, merging.view(revision, tuple(told), placed={}))


def _revisions(connection: sa.Connection) -> Iterable[tuple[int, Revision, list[int]]]:
    """Yield every revision in the order of writing, with its change and the numbers of its accounts."""
    table = incident_revisions
    query = sa.select(table, changes.c.at, changes.c.cause).join(changes).order_by(table.c.change_id, table.c.revision)
    for row in connection.execute(query).all():
        here = (incident_accounts.c.incident_id == row.incident_id) & (incident_accounts.c.revision == row.revision)
        members = list(connection.scalars(sa.select(incident_accounts.c.account_id).where(here)).all())
        revision = Revision(
            row.incident_id, row.revision, row.at, row.cause, frozenset(), row.superseded_by, row.withdrawn
        )
        yield row.change_id, revision, members


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
