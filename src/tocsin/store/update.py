"""One report changes a store in one transaction, or not at all; the same report again changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Literal

import sqlalchemy as sa

from tocsin.model.incident import Account, Merging, Origin, Sketch
from tocsin.model.record import Report
from tocsin.model.text import Document
from tocsin.store import ledger, rolls
from tocsin.store.bonds import inherit
from tocsin.store.grouping import regroup
from tocsin.store.incidents import numbers
from tocsin.store.naming import name_of
from tocsin.store.near import Kept, Near
from tocsin.store.recall import load_accounts
from tocsin.store.schema import accounts, readings

Outcome = Literal["added", "changed", "reread", "unchanged"]


@dataclass(frozen=True, slots=True)
class Update:
    """What one report did to a store; `document` is its name there, `incidents` are the ids whose state changed.

    A document is `changed` when it came before with another text or date, and `reread` by another extractor version.
    """

    document: str
    outcome: Outcome
    incidents: tuple[str, ...] = ()


def update(
    connection: sa.Connection, merging: Merging, kept: Kept, report: Report, *, extractor: str, at: datetime
) -> Update:
    """Write what an extractor read in a document, let it count, and merge it."""
    ledger.check(connection, report)
    document, held = name_of(connection, report.document)
    report = replace(report, document=replace(report.document, id=document))
    before = rolls.in_force(connection, document) if held else None
    known = ledger.find_version(connection, report.document) if held else None
    reading = None if known is None else ledger.find_reading(connection, known, extractor)
    outcome = _outcome(connection, before, known, reading)
    if outcome == "unchanged":
        return Update(document, outcome)
    change = ledger.begin(connection, at, f"{outcome} {document}")
    fresh: Mapping[int, Account] = {}
    if reading is None:
        version = known or ledger.add_version(connection, change, report.document, held=held)
        come = None if known else rolls.roll_origin(connection, merging, version.id, report.document)
        reading, prefix, keys = ledger.add_reading(connection, change, version, report, extractor, held=held)
        if come is None:
            told = load_accounts(connection, keys)
        else:
            fresh = told = _told(report, keys, change.at, come)
        events = {number: account.event for number, account in told.items()}
        rolls.roll_reading(connection, reading, prefix, events, judges=bool(report.assessments))
    else:
        told = load_accounts(connection, account_numbers(connection, reading))
    changed = count(connection, change, merging, kept, report.document, reading, told, before=before, fresh=fresh)
    return Update(document, outcome, changed)


def count(
    connection: sa.Connection,
    change: ledger.Change,
    merging: Merging,
    kept: Kept,
    document: Document,
    reading: int,
    told: Mapping[int, Account],
    *,
    before: int | None,
    fresh: Mapping[int, Account] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Let a reading of a document count from now on, in place of the one `before`; return the incidents that changed.

    `told` are its accounts; those that came just now are `fresh` too.
    """
    ledger.adopt(connection, change, reading)
    rolls.roll_adoption(connection, change.id, reading, document.id, held=before is not None)
    former = account_numbers(connection, before)
    gone = Near(connection, kept).numbered(former)
    rolls.drop_sketches(connection, former)
    came = rolls.roll_sketches(connection, merging, told, document.text, document.title)
    for number in former:
        kept.drop(number)
    for number, sketch in came.items():
        kept.put(number, sketch)
    _pass_on(connection, change, merging, came, gone)
    return regroup(connection, change, merging, kept, came, gone, fresh=fresh)


def _told(report: Report, keys: Mapping[int, str], seen: datetime, origin: Origin) -> dict[int, Account]:
    """Return the accounts of a report that just came, by the ledger's number."""
    document = report.document
    published = None if document.published is None else document.published.isoformat()
    return {
        number: Account(
            *(key, document.id, document.source, published, document.sample, seen, event),
            *(document.sha256, document.translation_of, origin),
            source_kind=document.source_kind,
        )
        for (number, key), event in zip(keys.items(), report.events, strict=True)
    }


def _pass_on(
    connection: sa.Connection,
    change: ledger.Change,
    merging: Merging,
    came: Mapping[int, Sketch],
    gone: tuple[Sketch, ...],
) -> None:
    """Let the accounts that say what replaced ones said stand where those were judged."""
    if gone and came:
        heirs = merging.heirs(tuple(came.values()), gone)
        ids = numbers(connection, {*heirs, *heirs.values()})
        inherit(connection, change, {ids[old]: ids[new] for old, new in heirs.items()})


def _outcome(
    connection: sa.Connection, before: int | None, known: ledger.Version | None, reading: int | None
) -> Outcome:
    if before is None:
        return "added"
    counted = connection.scalar(sa.select(readings.c.document_id).where(readings.c.id == before))
    if known is None or known.id != counted:
        return "changed"
    return "reread" if reading is None else "unchanged"


def account_numbers(connection: sa.Connection, reading: int | None) -> list[int]:
    """Return the ledger's numbers of the accounts of a reading."""
    query = sa.select(accounts.c.id).where(accounts.c.reading_id == reading)
    return [] if reading is None else list(connection.scalars(query).all())
