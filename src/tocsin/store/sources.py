"""What is held of sources and documents: how reliable an outlet is, for whom it speaks, and who may see a document.

Ratings and marks are rows with somebody's name; the last one counts, and a rating of a former day is that of its day. A
mark counts as it is now, whatever day is asked about: what is under embargo today is not passed on as of yesterday.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

import sqlalchemy as sa

from tocsin.errors import RefusedError
from tocsin.knowledge.outlets import load_outlets
from tocsin.model.handling import MARKS, UNMARKED, Handling
from tocsin.model.incident import Account, Rating, Reliability
from tocsin.model.text import Source
from tocsin.store.ledger import begin
from tocsin.store.recall import batches
from tocsin.store.schema import accounts, changes, documents, handlings, ratings, readings


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating of a source: who gave it, when, and why."""

    source: str
    rating: Rating
    judge: str
    at: datetime
    reason: str | None


def rate(connection: sa.Connection, rated: Rated) -> None:
    """Write a rating; raise `RefusedError` for a letter that is none, or a source of which there is no document."""
    letters = get_args(Reliability)
    if rated.rating.reliability not in letters:
        raise RefusedError(rated.source, f"{rated.rating.reliability!r} is none of {', '.join(letters)}")
    if rated.source not in {source.key for source, _ in known_sources(connection)}:
        raise RefusedError(rated.source, "no document here has this source")
    change = begin(connection, rated.at, f"{rated.source} rated by {rated.judge}")
    row = {"change_id": change.id, "judge": rated.judge, "source": rated.source, "reason": rated.reason}
    given = {"reliability": rated.rating.reliability, "party": rated.rating.party}
    connection.execute(sa.insert(ratings), {**row, **given})


def known_sources(connection: sa.Connection) -> list[tuple[Source, int]]:
    """Return every source of a document, with how many documents it has."""
    table = documents.c
    query = sa.select(table.source_name, table.source_domain, sa.func.count(table.name.distinct()))
    query = query.where(table.source_kind != "correction")
    grouped = query.group_by(table.source_name, table.source_domain)
    found: dict[str, tuple[Source, int]] = {}
    for name, domain, number in connection.execute(grouped.order_by(table.source_name, table.source_domain)):
        source = Source(name, domain)
        known, before = found.get(source.key, (source, 0))
        found[source.key] = (known, before + number)
    return list(found.values())


def load_ratings(connection: sa.Connection, at: int) -> list[Rated]:
    """Return every rating known at a change, first to last."""
    query = sa.select(ratings, changes.c.at).join(changes).where(ratings.c.change_id <= at).order_by(ratings.c.id)
    return [
        Rated(row.source, Rating(row.reliability, row.party), row.judge, row.at, row.reason)
        for row in connection.execute(query)
    ]


def mark(
    connection: sa.Connection, document: str, handling: Handling, judge: str, at: datetime, reason: str | None
) -> None:
    """Write the mark of a document; raise `RefusedError` for one that is not there."""
    if handling.tlp not in MARKS:
        raise RefusedError(document, f"{handling.tlp!r} is none of {', '.join(MARKS)}")
    if connection.scalar(sa.select(documents.c.id).where(documents.c.name == document).limit(1)) is None:
        raise RefusedError(document, "there is no such document")
    change = begin(connection, at, f"{document} marked by {judge}")
    write_mark(connection, change.id, document, handling, judge, reason)


def write_mark(
    connection: sa.Connection, change: int, document: str, handling: Handling, judge: str, reason: str | None
) -> None:
    """Write the row of a mark."""
    row = {"change_id": change, "judge": judge, "document": document, "reason": reason}
    connection.execute(sa.insert(handlings), {**row, "tlp": handling.tlp, "embargo": handling.embargo})


def document_names(connection: sa.Connection, held: Collection[int]) -> set[str]:
    """Return the documents of some accounts, given by number."""
    joined = sa.select(documents.c.name).select_from(
        accounts.join(readings).join(documents, readings.c.document_id == documents.c.id)
    )
    asked = (joined.where(accounts.c.id.in_(some)) for some in batches(sorted(held)))
    return {name for one in asked for name in connection.scalars(one)}


def load_handlings(connection: sa.Connection, names: Collection[str] | None = None) -> dict[str, Handling]:
    """Return the marks of documents by name; of all that have one, where no names are given."""
    query = sa.select(handlings).order_by(handlings.c.id)
    asked = [query] if names is None else [query.where(_MARKED.in_(some)) for some in batches(sorted(names))]
    return {row.document: Handling(row.tlp, row.embargo) for one in asked for row in connection.execute(one)}


def dressed(connection: sa.Connection, told: Iterable[Account], at: int) -> list[Account]:
    """Return accounts with what is held of their sources at a change, and with the marks of their documents."""
    accounts = list(told)
    rated = {one.source: one.rating for one in load_ratings(connection, at)}
    marked = load_handlings(connection, {account.document for account in accounts})
    return [
        replace(
            account,
            rating=rated.get(account.source.key) or _unrated(account.source),
            handling=marked.get(account.document, UNMARKED),
        )
        for account in accounts
    ]


def _unrated(source: Source) -> Rating:
    """Return what is held of a source that nobody rated: of which side it is, where its record says so."""
    outlets = load_outlets()
    known = outlets.by_domain(source.domain) if source.domain else outlets.by_name(source.name or "")
    return Rating("F", known.party_of if known else None)


_MARKED = handlings.c.document
