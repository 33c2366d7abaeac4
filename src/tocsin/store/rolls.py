"""Derived rows say what is in force when, and what each record can be found by; the ledger can make them anew."""

from array import array
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
import sqlalchemy as sa

from tocsin.model.incident import Account, Merging, Origin, Sketch
from tocsin.model.record import Assessment, Event
from tocsin.model.text import Document
from tocsin.model.values import When
from tocsin.store import facets
from tocsin.store.recall import batches, load_accounts, load_document, load_version
from tocsin.store.schema import (
    DERIVED,
    LEADS,
    account_facets,
    account_rolls,
    accounts,
    adoptions,
    assessment_facets,
    assessments,
    documents,
    origins,
    readings,
    sketch_keys,
    sketches,
    spells,
)
from tocsin.store.states import reroll_states

_EVENT = msgspec.json.Decoder(Event)
_ASSESSMENT = msgspec.json.Decoder(Assessment)


def roll_reading(
    connection: sa.Connection, reading: int, prefix: str, events: Mapping[int, Event], *, judges: bool
) -> None:
    """Write what the accounts of a new reading, given by number, and its assessments can be found by.

    `prefix` is what the keys of its accounts begin with; `judges` whether it has any assessment.
    """
    rows = [{"account_id": account, "reading_id": reading, **_event_roll(event)} for account, event in events.items()]
    if rows:
        connection.execute(_ACCOUNT_ROLL, rows)
    told = {account: facets.of_event(event) | _leads(prefix, event) for account, event in events.items()}
    _add_facets(connection, account_facets, told)
    if judges:
        about = {event.id: event for event in events.values()}
        judged = sa.select(assessments.c.id, assessments.c.body).where(assessments.c.reading_id == reading)
        found = {row.id: _ASSESSMENT.decode(row.body) for row in connection.execute(judged)}
        made = {
            number: facets.of_assessment(one, about.get(one.about.event or "")) | {("type", one.type)}
            for number, one in found.items()
        }
        _add_facets(connection, assessment_facets, made)


def _leads(prefix: str, event: Event) -> frozenset[facets.Facet]:
    """Return the accounts that an event's links lead to, as facets."""
    return frozenset((LEADS, f"{prefix}:{link.event}") for link in event.links if link.event is not None)


def in_force(connection: sa.Connection, document: str) -> int | None:
    """Return the reading of a document that counts now."""
    return connection.scalar(_COUNTING, {"asked": document})


def roll_adoption(connection: sa.Connection, change: int, reading: int, document: str, *, held: bool = True) -> None:
    """End the spell of the reading that counted, where the document is `held` already, and begin the new one's."""
    if held:
        connection.execute(_END, {"asked": document, "until": change})
    connection.execute(_SPELL, {"reading_id": reading, "since": change, "document": document})


def roll_sketches(
    connection: sa.Connection, merging: Merging, told: Mapping[int, Account], text: str, title: str | None
) -> dict[int, Sketch]:
    """Write what merging compares of the accounts of one document, given by number, and return it."""
    if not told:
        return {}
    made = dict(zip(told, merging.sketches(tuple(told.values()), text, title), strict=True))
    rows = [
        {"account_id": number, "keys": array("I", sorted(one.keys)).tobytes()}
        | {name: getattr(one, name) for name in ("key", "document", "first_seen", "rank", "main", "traits")}
        | {"witnesses": "\n".join(one.witnesses)}
        for number, one in made.items()
    ]
    connection.execute(_SKETCH, rows)
    filed = [{"key": key, "account_id": number} for number, one in made.items() for key in sorted(one.keys)]
    if filed:
        connection.execute(_SKETCH_KEY, filed)
    return made


def roll_origin(connection: sa.Connection, merging: Merging, version: int, document: Document) -> Origin:
    """Write where the news of a version of a document comes from, and return it."""
    found = merging.origin(document)
    row = {"document_id": version, "credit": "\n".join(found.credit), "phrases": found.phrases}
    connection.execute(_ORIGIN, row)
    return found


def drop_sketches(connection: sa.Connection, ids: Iterable[int]) -> None:
    """Let merging find accounts no more."""
    for batch in batches(ids):
        for table in (sketch_keys, sketches):
            connection.execute(sa.delete(table).where(table.c.account_id.in_(batch)))


def rebuild(connection: sa.Connection, merging: Merging) -> None:
    """Make every derived row anew from the ledger."""
    for table in DERIVED:
        connection.execute(sa.delete(table))
    for reading, prefix in connection.execute(
        sa.select(readings.c.id, readings.c.prefix).order_by(readings.c.id)
    ).all():
        query = sa.select(accounts.c.id, accounts.c.body).where(accounts.c.reading_id == reading)
        events = {row.id: _EVENT.decode(row.body) for row in connection.execute(query.order_by(accounts.c.id))}
        roll_reading(connection, reading, prefix, events, judges=True)
    joined = adoptions.join(readings).join(documents, readings.c.document_id == documents.c.id)
    adopted = sa.select(adoptions.c.change_id, adoptions.c.reading_id, documents.c.name).select_from(joined)
    for row in connection.execute(adopted.order_by(adoptions.c.id)).all():
        roll_adoption(connection, row.change_id, row.reading_id, row.name)
    for version in connection.scalars(sa.select(documents.c.id).order_by(documents.c.id)).all():
        roll_origin(connection, merging, version, load_version(connection, version))
    counted = sa.select(spells.c.reading_id).where(spells.c.until.is_(None)).order_by(spells.c.reading_id)
    for reading in connection.scalars(counted).all():
        ids = connection.scalars(sa.select(accounts.c.id).where(accounts.c.reading_id == reading)).all()
        document = load_document(connection, reading)
        roll_sketches(connection, merging, load_accounts(connection, ids), document.text, document.title)
    reroll_states(connection, merging)


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


def _add_facets(connection: sa.Connection, table: sa.Table, found: Mapping[int, Iterable[facets.Facet]]) -> None:
    rows = [
        {"owner_id": owner, "facet": facet, "value": value}
        for owner, own in found.items()
        for facet, value in sorted(own)
        if value
    ]
    if rows:
        connection.execute(_FACETS[table.name], rows)


_ACCOUNT_ROLL = sa.insert(account_rolls)
_SKETCH, _SKETCH_KEY, _ORIGIN = sa.insert(sketches), sa.insert(sketch_keys), sa.insert(origins)
_FACETS = {table.name: sa.insert(table) for table in (account_facets, assessment_facets)}
_COUNTING = sa.select(spells.c.reading_id).where(spells.c.document == sa.bindparam("asked"), spells.c.until.is_(None))
_END = sa.update(spells).where(spells.c.document == sa.bindparam("asked"), spells.c.until.is_(None))
_SPELL = sa.insert(spells)
