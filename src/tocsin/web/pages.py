"""The desk's pages, read from a store and rendered on the server; the same cards as JSON stand beside them."""

from dataclasses import asdict, replace
from functools import partial
from http import HTTPStatus
from typing import get_args

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from tocsin.model import wire
from tocsin.model.handling import Release
from tocsin.model.record import EventKind
from tocsin.model.table import table
from tocsin.web.desk import Here, filters_of
from tocsin.web.filters import FilterError, Filters, chips, query, read_page
from tocsin.web.listing import asked, listing, paged, pages_of
from tocsin.web.matrix import matrix
from tocsin.web.threats import threat_page

KINDS: tuple[str, ...] = get_args(EventKind)
MATRIX_SIZE = 2_000
router = APIRouter()


@router.get("/")
def front() -> Response:
    """Lead to the list of incidents."""
    return RedirectResponse("/incidents", HTTPStatus.FOUND)


@router.get("/healthz")
def healthz() -> Response:
    """Tell that the desk answers."""
    return JSONResponse({"status": "ok"})


@router.get("/incidents")
def incidents(request: Request, desk: Here) -> Response:
    """Show the incidents that fit the filters of the address."""
    filters = filters_of(request)
    found = listing(desk.shelf, filters, read_page(request.query_params))
    return desk.render(
        "incidents.html", here="incidents", filters=filters, listing=found, kinds=KINDS, address=partial(query, filters)
    )


@router.get("/threats")
def threats(request: Request, desk: Here) -> Response:
    """Show the threats that fit the filters of the address."""
    filters = _threat_filters(request)
    return desk.render(
        "threats.html",
        here="threats",
        filters=filters,
        found=threat_page(desk.shelf, filters, read_page(request.query_params)),
        chips=chips(filters),
        known=query(filters.known),
        address=partial(query, filters),
    )


@router.get("/targets")
def targets(request: Request, desk: Here) -> Response:
    """Show who threatens whom."""
    filters = filters_of(request)
    newest = replace(asked(filters), limit=MATRIX_SIZE)
    return desk.render(
        "targets.html",
        here="targets",
        filters=filters,
        chips=chips(filters),
        kinds=KINDS,
        matrix=matrix(desk.shelf.incidents(newest)),
        counted=MATRIX_SIZE,
        totals=desk.shelf.totals(newest, most=MATRIX_SIZE),
        address=partial(query, filters),
    )


@router.get("/threats.json")
def threats_json(request: Request, desk: Here) -> Response:
    """Give a page of the threats in their wire form, without what is under embargo."""
    filters, page = _threat_filters(request), read_page(request.query_params)
    told = desk.shelf.threats(replace(paged(filters, page), release=Release.today()))
    found = [wire.held(one.document, one.incident, one.noun) for one in told]
    return JSONResponse({"schema": wire.SCHEMA, "page": page, "threats": found})


@router.get("/incidents.json")
def incidents_json(request: Request, desk: Here) -> Response:
    """Give a page of the list in its wire form, without what is under embargo."""
    filters, page = filters_of(request), read_page(request.query_params)
    totals = desk.shelf.totals(replace(asked(filters), release=Release.today()))
    head = {"schema": wire.SCHEMA, "totals": asdict(totals), "page": page, "pages": pages_of(totals, page)}
    found = desk.shelf.incidents(replace(paged(filters, page), release=Release.today()))
    return JSONResponse({**head, "incidents": [wire.incident(one) for one in found]})


@router.get("/incidents.csv")
def incidents_csv(request: Request, desk: Here) -> Response:
    """Give the whole list as a table, a row an incident, without what is under embargo."""
    found = desk.shelf.incidents(replace(asked(filters_of(request)), release=Release.today()))
    named = {"Content-Disposition": 'attachment; filename="incidents.csv"'}
    return Response(table(map(wire.incident, found)), media_type="text/csv", headers=named)


def _threat_filters(request: Request) -> Filters:
    """Return the filters of an address that lists threats, which are all of one kind."""
    filters = filters_of(request)
    if filters.kind not in (None, "threat"):
        raise FilterError(f"kind={filters.kind}", "expected threat, for this list has nothing else")
    return replace(filters, kind=None)
