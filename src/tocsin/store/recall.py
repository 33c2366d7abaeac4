"""What the ledger holds, as the nouns that were written into it; quotes are cut from the stored text.

Where a text is no longer kept, its quotes are empty and everything else stands.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from tocsin.model.incident import Account, Origin
from tocsin.model.record import Assertion, Assessment, Event, Holder, Relation, Report
from tocsin.model.text import Document, Source, Span
from tocsin.model.wire import relation
from tocsin.store.schema import (
    accounts,
    assertions,
    assessments,
    changes,
    documents,
    origins,
    readings,
    relations,
    texts,
)

Item = TypeVar("Item")
_AT_ONCE = 500
_EVENT = msgspec.json.Decoder(Event)
_HOLDER = msgspec.json.Decoder(Holder)
_ASSESSMENT = msgspec.json.Decoder(Assessment)


def batches(items: Iterable[Item], size: int = _AT_ONCE) -> Iterator[list[Item]]:
    """Cut items into lists short enough for one statement."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


def load_accounts(connection: sa.Connection, ids: Collection[int], *, quoted: bool = True) -> dict[int, Account]:
    """Return accounts by the ledger's number; not `quoted`, their assertions come without their words."""
    found: dict[int, Account] = {}
    for batch in batches(sorted(ids)):
        said = _assertions(connection, batch, quoted=quoted)
        rows = connection.execute(_ROWS, {"asked": batch})
        found |= {row.id: _account(row, tuple(said.get(row.id, ()))) for row in rows}
    return found


def load_document(connection: sa.Connection, reading: int) -> Document:
    """Return the document that a reading is of, with its text."""
    joined = readings.join(documents).outerjoin(texts)
    return _document(
        connection.execute(sa.select(documents, texts.c.text).select_from(joined).where(_is(reading))).one()
    )


def load_version(connection: sa.Connection, version: int) -> Document:
    """Return a version of a document, with its text, by the ledger's number."""
    query = sa.select(documents, texts.c.text).select_from(documents.outerjoin(texts))
    return _document(connection.execute(query.where(documents.c.id == version)).one())


def load_report(connection: sa.Connection, reading: int) -> Report:
    """Return a whole reading: the document with its text, and everything found in it."""
    joined = readings.join(documents).outerjoin(texts)
    row = connection.execute(sa.select(readings, documents, texts.c.text).select_from(joined).where(_is(reading))).one()
    ids = connection.scalars(sa.select(accounts.c.id).where(accounts.c.reading_id == reading)).all()
    events = load_accounts(connection, ids)
    return Report(
        document=_document(row),
        read=row.read,
        relevant=row.relevant,
        relevance=row.relevance,
        events=tuple(events[key].event for key in sorted(events)),
        assessments=tuple(
            quoting(_ASSESSMENT.decode(body), row.text) for body in _bodies(connection, assessments, reading)
        ),
        relations=tuple(
            quoting(relation(msgspec.json.decode(body)), row.text) for body in _bodies(connection, relations, reading)
        ),
    )


def read_assessment(body: str, text: str | None) -> Assessment:
    """Return an assessment as it stands in the ledger, its quote cut from the text."""
    return quoting(_ASSESSMENT.decode(body), text)


Quoting = TypeVar("Quoting", Assessment, Relation)


def quoting(noun: Quoting, text: str | None) -> Quoting:
    """Return a noun with its quote, as far as the text is kept."""
    return replace(noun, quote=noun.span.of(text or ""))


def _is(reading: int) -> sa.ColumnElement[bool]:
    return readings.c.id == reading


def _account(row: Any, said: tuple[Assertion, ...]) -> Account:
    return Account(
        key=row.key,
        document=row.name,
        source=Source(row.source_name, row.source_domain),
        published=None if row.published is None else row.published.isoformat(),
        sample=row.sample,
        first_seen=row.at,
        event=replace(_EVENT.decode(row.body), assertions=said),
        sha256=row.sha256,
        translation_of=row.translation_of,
        origin=Origin(tuple(filter(None, (row.credit or "").split("\n"))), row.phrases or b""),
        source_kind=row.source_kind,
    )


def _assertions(connection: sa.Connection, ids: list[int], *, quoted: bool) -> dict[int, list[Assertion]]:
    words = _words(connection, ids) if quoted else {}
    found: dict[int, list[Assertion]] = {}
    for row in connection.execute(_SAID, {"asked": ids}):
        found.setdefault(row.account_id, []).append(_assertion(row, words.get(row.account_id, "")))
    return found


def _words(connection: sa.Connection, ids: list[int]) -> dict[int, str]:
    """Return the text behind each account."""
    pairs = sa.select(accounts.c.id, readings.c.document_id).join_from(accounts, readings).where(accounts.c.id.in_(ids))
    behind = {row.id: row.document_id for row in connection.execute(pairs)}
    query = sa.select(texts).where(texts.c.document_id.in_(set(behind.values())))
    held = {row.document_id: row.text for row in connection.execute(query)}
    return {account: held.get(document, "") for account, document in behind.items()}


def _assertion(row: Any, text: str) -> Assertion:
    span = Span(row.start, row.end)
    return Assertion(
        id=row.name,
        field=row.field,
        value=msgspec.json.decode(row.value),
        act=row.act,
        holder=_HOLDER.decode(row.holder),
        factuality=row.factuality,
        span=span,
        quote=span.of(text),
        machine_confidence=row.machine_confidence,
    )


def _document(row: Any) -> Document:
    copied = ("path", "url", "title", "published", "published_basis", "language", "sha256", "sample")
    return Document(
        id=row.name,
        source=Source(row.source_name, row.source_domain),
        text=row.text or "",
        **{name: getattr(row, name) for name in copied},
        translation_of=row.translation_of,
        source_kind=row.source_kind,
    )


def _bodies(connection: sa.Connection, table: sa.Table, reading: int) -> Iterator[str]:
    query = sa.select(table.c.body).where(table.c.reading_id == reading).order_by(table.c.id)
    return iter(connection.scalars(query).all())


_ASKED: sa.BindParameter[Any] = sa.bindparam("asked", expanding=True)
_ROWS = (
    sa.select(accounts.c.id, accounts.c.key, accounts.c.body, changes.c.at)
    .add_columns(documents.c.source_name, documents.c.source_domain, documents.c.name, documents.c.published)
    .add_columns(documents.c.sample, documents.c.sha256, documents.c.translation_of, documents.c.source_kind)
    .add_columns(origins.c.credit, origins.c.phrases)
    .select_from(
        accounts.join(readings)
        .join(documents, readings.c.document_id == documents.c.id)
        .join(changes, documents.c.change_id == changes.c.id)
        .outerjoin(origins, origins.c.document_id == documents.c.id)
    )
    .where(accounts.c.id.in_(_ASKED))
)
_SAID = (
    sa.select(assertions)
    .where(assertions.c.account_id.in_(_ASKED))
    .order_by(assertions.c.account_id, assertions.c.ordinal)
)
