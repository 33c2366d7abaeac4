"""One page of a list of incidents, with its counts, its chips and the way to the pages beside it."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from tocsin.model.incident import Incident
from tocsin.store import Query, Totals
from tocsin.web.filters import Chip, FilterError, Filters, chips, query
from tocsin.web.rows import Row, row
from tocsin.web.shelf import Shelf

SIZE: Final = 25
COUNTED: Final = 500  # incidents of a list; of more it says only that


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of rows; `query`, `before` and `after` are queries of addresses, `known` that of a row's page."""

    rows: tuple[Row, ...]
    totals: Totals
    chips: tuple[Chip, ...]
    page: int
    pages: int
    query: str
    known: str
    before: str | None
    after: str | None


def listing(shelf: Shelf, filters: Filters, page: int) -> Listing:
    """Return a page of the incidents that fit the filters; raise `FilterError` where the list has no such page."""
    totals = shelf.totals(asked(filters), most=COUNTED)
    pages = pages_of(totals, page)
    return Listing(
        rows=tuple(row(incident) for incident in slice_of(shelf, filters, page)),
        totals=totals,
        chips=chips(filters),
        page=page,
        pages=pages,
        query=query(filters),
        known=query(filters.known),
        before=query(filters, page=page - 1) if page > 1 else None,
        after=query(filters, page=page + 1) if page < pages or totals.more else None,
    )


def pages_of(totals: Totals, page: int) -> int:
    """Return how many pages a list has, as far as it was counted; raise `FilterError` for a page beyond all."""
    pages = max(1, ceil(totals.incidents / SIZE))
    if page > pages and not totals.more:
        raise FilterError(f"page={page}", f"expected 1 to {pages}, which is all that the list has")
    return pages


def slice_of(shelf: Shelf, filters: Filters, page: int) -> tuple[Incident, ...]:
    """Return the incidents of one page."""
    return tuple(shelf.incidents(paged(filters, page)))


def paged(filters: Filters, page: int) -> Query:
    """Return the question that one page of a list puts to a store."""
    return replace(asked(filters), limit=SIZE, offset=(page - 1) * SIZE)


def asked(filters: Filters) -> Query:
    """Return the question that filters put to a store."""
    return Query(
        country=filters.country,
        target=filters.target,
        actor=filters.actor,
        kind=filters.kind,
        since=filters.since,
        until=filters.until,
        as_of=filters.as_of,
        published_by=filters.published_by,
        query=filters.q,
        status=filters.status,
        contested=filters.contested,
    )
