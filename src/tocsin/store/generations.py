"""A newer extractor reads stored texts again: its readings stand beside the old ones until somebody switches to them.

What a person entered is nobody's reading and stays. What the new readings would change is told before they count, with
the judgements whose accounts no new one takes the place of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from tocsin.model.incident import MANY, SINGLE, Account, Merging
from tocsin.model.record import Event, Report
from tocsin.model.wire import spanless
from tocsin.store import ledger, rolls
from tocsin.store.bonds import find_bonds
from tocsin.store.entering import ENTERED
from tocsin.store.near import Kept
from tocsin.store.recall import load_accounts, load_document
from tocsin.store.schema import readings, spells, texts
from tocsin.store.update import account_numbers, count

_FIELDS = ("kind", "main", *SINGLE, *MANY, "responsibility", "links")


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a document that both readings tell, and the fields in which they differ."""

    summary: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new reading of a document would change: events that come, go or differ, by their summaries.

    `lost` are the judgements in force that would be about accounts which are read no more.
    """

    document: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    differ: tuple[Told, ...]
    lost: tuple[int, ...]

    @property
    def any(self) -> bool:
        """Whether anything would change."""
        return bool(self.came or self.went or self.differ or self.lost)


def unread(connection: sa.Connection, extractor: str) -> list[int]:
    """Return the readings in force of documents whose text is kept and that an extractor has not read."""
    other = readings.alias()
    done = sa.exists().where(other.c.document_id == readings.c.document_id, other.c.extractor == extractor)
    joined = spells.join(readings).join(texts, texts.c.document_id == readings.c.document_id)
    asked = sa.select(readings.c.id).select_from(joined).where(spells.c.until.is_(None), ~done)
    return list(connection.scalars(asked.where(readings.c.extractor != ENTERED).order_by(readings.c.id)))


def read_again(connection: sa.Connection, report: Report, extractor: str, at: datetime) -> None:
    """Write what an extractor reads in a document of the store, beside the reading that counts."""
    ledger.check(connection, report)
    version = ledger.find_version(connection, report.document)
    if version is None or ledger.find_reading(connection, version, extractor) is not None:
        return
    change = ledger.begin(connection, at, f"{report.document.id} read by {extractor}")
    reading, prefix, keys = ledger.add_reading(connection, change, version, report, extractor, held=True)
    events = dict(zip(keys, report.events, strict=True))
    rolls.roll_reading(connection, reading, prefix, events, judges=bool(report.assessments))


def waiting(connection: sa.Connection, extractor: str) -> list[tuple[str, int, int]]:
    """Return document, reading in force and reading by the extractor, where the last does not count yet."""
    other = readings.alias()
    joined = spells.join(readings).join(other, other.c.document_id == readings.c.document_id)
    asked = sa.select(spells.c.document, readings.c.id, other.c.id.label("new")).select_from(joined)
    beside = (spells.c.until.is_(None), other.c.extractor == extractor, other.c.id != readings.c.id)
    rows = connection.execute(asked.where(*beside).order_by(spells.c.document))
    return [(row.document, row.id, row.new) for row in rows]


def difference(connection: sa.Connection, merging: Merging, document: str, old: int, new: int) -> Difference:
    """Return what a reading of a document would change, in place of the one that counts."""
    text = load_document(connection, new)
    before = load_accounts(connection, account_numbers(connection, old))
    after = load_accounts(connection, account_numbers(connection, new))
    was, now = _by_key(before.values()), _by_key(after.values())
    sketched = [merging.sketches(tuple(told.values()), text.text, text.title) for told in (before, after)]
    heirs = merging.heirs(sketched[1], sketched[0])
    pairs = ((was[key], now[heir]) for key, heir in heirs.items())
    numbers = {account.key: number for number, account in before.items()}
    orphans = [numbers[key] for key in was.keys() - heirs.keys()]
    return Difference(
        document,
        tuple(now[key].summary for key in sorted(now.keys() - set(heirs.values()))),
        tuple(was[key].summary for key in sorted(was.keys() - heirs.keys())),
        tuple(Told(one.summary, fields) for one, other in pairs if (fields := tuple(_differing(one, other)))),
        tuple(bond.judgement for bond in find_bonds(connection, orphans)),
    )


def switch(
    connection: sa.Connection, merging: Merging, kept: Kept, document: str, old: int, new: int, at: datetime
) -> tuple[str, ...]:
    """Let a new reading of a document count in place of the old one; return the incidents that changed.

    Where the old one counts no more (a correction came meanwhile), nothing does.
    """
    before = rolls.in_force(connection, document)
    if before != old:
        return ()
    change = ledger.begin(connection, at, f"reread {document}")
    told = load_accounts(connection, account_numbers(connection, new))
    return count(connection, change, merging, kept, load_document(connection, new), new, told, before=before)


def _by_key(accounts: Iterable[Account]) -> dict[str, Event]:
    return {account.key: account.event for account in accounts}


def _differing(one: Event, other: Event) -> Iterator[str]:
    for name in _FIELDS:
        if _told(one, name) != _told(other, name):
            yield name


def _told(event: Event, name: str) -> Any:
    """Return what an event says of a field, without spans and words; of ties and stances, what they are."""
    held = getattr(event, name)
    if name == "responsibility":
        return sorted((one.stance, one.actor.name if one.actor else "") for one in held)
    return sorted(one.relation for one in held) if name == "links" else spanless(held)
