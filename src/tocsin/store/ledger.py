"""What is written in the ledger stays: a change gives it rows, nothing takes any away.

The law of citations is kept at the door: a report whose spans do not lie in its text, or do not quote it, is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from tocsin.errors import RefusedError
from tocsin.model.record import Assertion, Event, Report
from tocsin.model.text import Document, Span
from tocsin.store import schema
from tocsin.store.open import place


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction that writes: its number, and its time, never before that of the one before it."""

    id: int
    at: datetime
    cause: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document as the ledger has it."""

    id: int
    number: int


def last_change(connection: sa.Connection) -> int:
    """Return the number of the last transaction that wrote; 0 before the first."""
    return connection.scalar(_LAST_NUMBER) or 0


def begin(connection: sa.Connection, at: datetime, cause: str) -> Change:
    """Number the transaction that is about to write."""
    last = connection.scalar(_LAST_CHANGE)
    at = at if last is None else max(at, last)
    return Change(_insert(connection, schema.changes, at=at, cause=cause), at, cause)


def holds_samples(connection: sa.Connection) -> bool | None:
    """Tell whether the ledger's documents are samples; null while it has none."""
    return connection.scalar(_SAMPLE)


def check(connection: sa.Connection, report: Report) -> None:
    """Raise `RefusedError` for a report that this ledger may not take."""
    name = report.document.path or report.document.id
    if holds_samples(connection) not in (None, report.document.sample):
        came, holds = ("a bundled sample", "real reports") if report.document.sample else ("no sample", "samples")
        raise RefusedError(name, f"is {came}, and {place(connection.engine)} holds {holds}: the two never mix")
    text = report.document.text
    for span, quote in _quoted(report):
        if not 0 <= span.start < span.end <= len(text) or span.of(text) != quote:
            raise RefusedError(name, f"the span {span.start} to {span.end} does not quote {quote!r}")


def find_version(connection: sa.Connection, document: Document) -> Version | None:
    """Return the version with this text and date of publication, on which every reading of it rests."""
    table = schema.documents
    same = (table.c.name == document.id) & (table.c.sha256 == document.sha256)
    same &= table.c.published.is_not_distinct_from(document.published)
    row = connection.execute(sa.select(table.c.id, table.c.version).where(same)).first()
    return None if row is None else Version(*row)


def add_version(connection: sa.Connection, change: Change, document: Document, *, held: bool) -> Version:
    """Write a version of a document with its text, a further one where the document is `held` already."""
    table = schema.documents
    number = (connection.scalar(_LAST_VERSION, {"name": document.id}) or 0) + 1 if held else 1
    row = _insert(
        connection,
        table,
        change_id=change.id,
        name=document.id,
        version=number,
        source_name=document.source.name,
        source_domain=document.source.domain,
        **{name: getattr(document, name) for name in _COPIED},
    )
    connection.execute(_TEXT, {"document_id": row, "text": document.text})
    return Version(row, number)


def find_reading(connection: sa.Connection, version: Version, extractor: str) -> int | None:
    """Return the reading of a version by an extractor."""
    return connection.scalar(_READING, {"version": version.id, "extractor": extractor})


def add_reading(
    connection: sa.Connection, change: Change, version: Version, report: Report, extractor: str, *, held: bool
) -> tuple[int, str, dict[int, str]]:
    """Write what an extractor found in a version of a document; return its number, prefix and accounts' keys."""
    prefix = _prefix(connection, report.document.id) if held else report.document.id
    reading = _insert(
        connection,
        schema.readings,
        change_id=change.id,
        document_id=version.id,
        extractor=extractor,
        prefix=prefix,
        read=report.read,
        relevant=report.relevant,
        relevance=report.relevance,
    )
    keyed = ((f"{prefix}:{event.id}", event) for event in report.events)
    told = {_add_account(connection, reading, key, event): key for key, event in keyed}
    for table, found in ((schema.assessments, report.assessments), (schema.relations, report.relations)):
        rows = [{"reading_id": reading, "name": noun.id, "body": _json(replace(noun, quote=""))} for noun in found]
        if rows:
            connection.execute(sa.insert(table), rows)
    return reading, prefix, told


def adopt(connection: sa.Connection, change: Change, reading: int) -> None:
    """Let a reading count from now on."""
    _insert(connection, schema.adoptions, change_id=change.id, reading_id=reading)


_COPIED = (
    *("sha256", "path", "url", "title", "published", "published_basis", "language", "sample"),
    *("translation_of", "source_kind"),
)


def _quoted(report: Report) -> Iterator[tuple[Span, str]]:
    for event in report.events:
        yield from ((assertion.span, assertion.quote) for assertion in event.assertions)
    yield from ((assessment.span, assessment.quote) for assessment in report.assessments)
    yield from ((relation.span, relation.quote) for relation in report.relations)


def _prefix(connection: sa.Connection, document: str) -> str:
    """Return what the keys of a reading begin with: the document's id, and a number from its second reading on."""
    earlier = connection.scalar(_EARLIER, {"name": document}) or 0
    return f"{document}@{earlier + 1}" if earlier else document


def _add_account(connection: sa.Connection, reading: int, key: str, event: Event) -> int:
    body = _json(replace(event, assertions=()))
    account = _insert(connection, schema.accounts, reading_id=reading, event=event.id, key=key, body=body)
    rows = [_assertion(account, ordinal, assertion) for ordinal, assertion in enumerate(event.assertions)]
    if rows:
        connection.execute(_INSERTS[schema.assertions.name], rows)
    return account


def _assertion(account: int, ordinal: int, assertion: Assertion) -> dict[str, Any]:
    return {
        "account_id": account,
        "ordinal": ordinal,
        "name": assertion.id,
        "field": assertion.field,
        "value": _json(assertion.value),
        "act": assertion.act,
        "holder": _json(assertion.holder),
        "factuality": assertion.factuality,
        "start": assertion.span.start,
        "end": assertion.span.end,
        "machine_confidence": assertion.machine_confidence,
    }


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _insert(connection: sa.Connection, table: sa.Table, **values: Any) -> int:
    made = connection.execute(_INSERTS[table.name], values).inserted_primary_key
    key: int = made[0]  # type: ignore[index]
    return key


_INSERTS = {table.name: sa.insert(table) for table in schema.LEDGER}
_LAST_CHANGE = sa.select(schema.changes.c.at).order_by(schema.changes.c.id.desc()).limit(1)
_LAST_NUMBER = sa.select(sa.func.max(schema.changes.c.id))
_SAMPLE = sa.select(schema.documents.c.sample).limit(1)
_TEXT = sa.insert(schema.texts)
_NAME: sa.BindParameter[str] = sa.bindparam("name")
_LAST_VERSION = sa.select(sa.func.max(schema.documents.c.version)).where(schema.documents.c.name == _NAME)
_EARLIER = (
    sa.select(sa.func.count())
    .select_from(schema.readings.join(schema.documents))
    .where(schema.documents.c.name == _NAME)
)
_READING = sa.select(schema.readings.c.id).where(
    schema.readings.c.document_id == sa.bindparam("version"), schema.readings.c.extractor == sa.bindparam("extractor")
)
