"""What a person enters is written like any report, with the person as its source: a record, or a correction.

A correction is a document of its own, of one value, bound by a judgement to the account that founded the incident and,
where that goes, to the first of the others. Undoing that takes the value back; nothing that reports tell is touched.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from tocsin.model.entry import Correction
from tocsin.model.handling import KEPT, strictest
from tocsin.model.incident import Account, Merging
from tocsin.model.judgement import OTHERS, SUBJECT, TARGET, Asked
from tocsin.model.record import Report
from tocsin.store import ledger, rolls
from tocsin.store.grouping import counting, regroup
from tocsin.store.judging import Judged, anchor, held_accounts, home, write
from tocsin.store.near import Kept
from tocsin.store.recall import load_accounts
from tocsin.store.schema import account_rolls, incidents
from tocsin.store.sources import document_names, load_handlings, write_mark

_MANY = 16  # accounts whose going tells where an incident went
ENTERED = "entered"  # the version of an extractor that is a person


def correct(
    connection: sa.Connection, merging: Merging, kept: Kept, report: Report, correction: Correction, at: datetime
) -> Judged:
    """Write a correction and let merging follow it; raise `RefusedError` where there is no such incident.

    One of an account is one of the incident that it stays in. It bears the strictest mark of the incident's documents,
    and no lighter one than other entries do.
    """
    incident = home(connection, correction.incident)
    held = held_accounts(connection, incident)
    ledger.check(connection, report)
    change = ledger.begin(connection, at, f"correct {correction.field} by {correction.by}")
    number = write(
        connection,
        change.id,
        Asked(
            verdict="correct",
            subject=incident,
            object=f"{correction.field}: {'' if correction.holds else 'not '}{correction.value}",
            judge=correction.by,
            reason=correction.reason,
        ),
    )
    report = replace(report, document=replace(report.document, id=f"correction-{number}"))
    version = ledger.add_version(connection, change, report.document, held=False)
    rolls.roll_origin(connection, merging, version.id, report.document)
    reading, prefix, keys = ledger.add_reading(connection, change, version, report, ENTERED, held=False)
    events = dict(zip(keys, report.events, strict=True))
    rolls.roll_reading(connection, reading, prefix, events, judges=False)
    ledger.adopt(connection, change, reading)
    rolls.roll_adoption(connection, change.id, reading, report.document.id, held=False)
    fresh: Mapping[int, Account] = load_accounts(connection, keys)
    came = rolls.roll_sketches(connection, merging, fresh, report.document.text, None)
    lead = _lead(connection, incident, held)
    others = frozenset(_first(connection, held - {lead}))
    strict = strictest((KEPT, *load_handlings(connection, document_names(connection, held)).values()))
    write_mark(connection, change.id, report.document.id, strict, correction.by, None)
    anchor(connection, change.id, number, {SUBJECT: frozenset({lead}), OTHERS: frozenset(came), TARGET: others})
    for key, sketch in came.items():
        kept.put(key, sketch)
    touched = {**came, **counting(connection, kept, {lead, *others})}
    return Judged(number, regroup(connection, change, merging, kept, touched, (), fresh=fresh, judged=True))


def _lead(connection: sa.Connection, incident: str, held: frozenset[int]) -> int:
    """Return the account that stands for an incident: the one that founded it, else its first main one."""
    founder = connection.scalar(sa.select(incidents.c.founder_id).where(incidents.c.id == incident))
    return int(founder) if founder in held else next(iter(_first(connection, held)))


def _first(connection: sa.Connection, held: frozenset[int]) -> list[int]:
    """Return the accounts that were read first, main ones before others, as many as stand for an incident."""
    table = account_rolls.c
    ordered = sa.select(table.account_id).order_by(table.main.desc(), table.account_id).limit(_MANY)
    return list(connection.scalars(ordered.where(table.account_id.in_(sorted(held)))))
