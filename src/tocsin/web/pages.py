"""The desk's pages, read from a store and rendered on the server; the same cards as JSON stand beside them."""

from dataclasses import asdict, dataclass, replace
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment

from tocsin.errors import TocsinError
from tocsin.model import wire
from tocsin.model.incident import Account, Incident
from tocsin.model.record import EventKind
from tocsin.model.table import table
from tocsin.web.cards import Behind, card
from tocsin.web.citing import reports
from tocsin.web.filters import FilterError, Filters, chips, query, read_filters, read_page
from tocsin.web.listing import asked, listing, paged, pages_of, slice_of
from tocsin.web.matrix import matrix
from tocsin.web.shelf import Shelf
from tocsin.web.threats import threat_page

KINDS: tuple[str, ...] = get_args(EventKind)
MATRIX_SIZE = 2_000
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page needs: the store it shows and the templates that show it."""

    shelf: Shelf
    templates: Environment

    def render(self, name: str, status: HTTPStatus = HTTPStatus.OK, **context: Any) -> HTMLResponse:
        """Return a page made from a template."""
        whole = {"here": "", "filters": Filters(), **context}
        if "sample" not in whole:
            whole["sample"] = self.shelf.sample
        return HTMLResponse(self.templates.get_template(name).render(whole), status)


class UnknownIncidentError(TocsinError):
    """A store has no incident of the id asked for, or had none at the time asked for."""


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


Here = Annotated[Desk, Depends(desk_of)]


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
    filters = _filters(request)
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
        known=query(Filters(as_of=filters.as_of)),
        address=partial(query, filters),
    )


@router.get("/targets")
def targets(request: Request, desk: Here) -> Response:
    """Show who threatens whom."""
    filters = _filters(request)
    newest = replace(asked(filters), limit=MATRIX_SIZE)
    return desk.render(
        "targets.html",
        here="targets",
        filters=filters,
        chips=chips(filters),
        kinds=KINDS,
        matrix=matrix(desk.shelf.incidents(newest)),
        counted=MATRIX_SIZE,
        totals=desk.shelf.totals(newest),
        address=partial(query, filters),
    )


@router.get("/threats.json")
def threats_json(request: Request, desk: Here) -> Response:
    """Give a page of the threats in their wire form."""
    filters, page = _threat_filters(request), read_page(request.query_params)
    told = desk.shelf.threats(paged(filters, page))
    found = [wire.held(one.document, one.incident, one.noun) for one in told]
    return JSONResponse({"schema": wire.SCHEMA, "page": page, "threats": found})


@router.get("/incidents.json")
def incidents_json(request: Request, desk: Here) -> Response:
    """Give a page of the list in its wire form."""
    filters, page = _filters(request), read_page(request.query_params)
    totals = desk.shelf.totals(asked(filters))
    head = {"schema": wire.SCHEMA, "totals": asdict(totals), "page": page, "pages": pages_of(totals, page)}
    return JSONResponse({**head, "incidents": [wire.incident(found) for found in slice_of(desk.shelf, filters, page)]})


@router.get("/incidents.csv")
def incidents_csv(request: Request, desk: Here) -> Response:
    """Give the whole list as a table, a row an incident."""
    found = desk.shelf.incidents(asked(_filters(request)))
    named = {"Content-Disposition": 'attachment; filename="incidents.csv"'}
    return Response(table(map(wire.incident, found)), media_type="text/csv", headers=named)


@router.get("/incidents/{incident}.json")
def incident_json(incident: str, request: Request, desk: Here) -> Response:
    """Give one incident in its wire form."""
    return JSONResponse(wire.incident(_found(desk.shelf, incident, _filters(request))))


@router.get("/incidents/{incident}")
def incident(incident: str, request: Request, desk: Here) -> Response:
    """Show one incident with everything behind it, or lead to the one that it became."""
    known = Filters(as_of=_filters(request).as_of)
    found = _found(desk.shelf, incident, known)
    if found.superseded_by:
        return RedirectResponse(f"/incidents/{found.superseded_by}{query(known)}", HTTPStatus.FOUND)
    number = read_page(request.query_params, "report")
    return desk.render(
        "incident.html",
        here="incidents",
        known=known,
        card=card(found, _behind(desk.shelf, found, known, number)),
        address=partial(query, known),
    )


def _filters(request: Request) -> Filters:
    """Return the filters of an address; raise `FilterError` where one is given twice, or cannot be read."""
    given = [name for name, _ in request.query_params.multi_items()]
    for name in given:
        if given.count(name) > 1:
            raise FilterError(f"{name}={request.query_params[name]}", "is given twice, expected once")
    return read_filters(request.query_params)


def _threat_filters(request: Request) -> Filters:
    """Return the filters of an address that lists threats, which are all of one kind."""
    filters = _filters(request)
    if filters.kind not in (None, "threat"):
        raise FilterError(f"kind={filters.kind}", "expected threat, for this list has nothing else")
    return replace(filters, kind=None)


def _found(shelf: Shelf, incident: str, known: Filters) -> Incident:
    found = shelf.incident(incident, as_of=known.as_of)
    if found is None:
        then = f" as known on {known.as_of}" if known.as_of else ""
        raise UnknownIncidentError(incident, f"the store has no incident of this id{then}")
    return found


def _behind(shelf: Shelf, incident: Incident, known: Filters, number: int) -> Behind:
    """Collect what stands behind an incident; raise `FilterError` where it has no report of that number."""
    accounts = shelf.accounts(incident.id, as_of=known.as_of)
    tabs = reports(incident, accounts).tabs
    if tabs and number > len(tabs):
        raise FilterError(f"report={number}", f"expected 1 to {len(tabs)}")
    read = {tab.document: shelf.report(tab.document, as_of=known.as_of) for tab in tabs}
    held = {document: report for document, report in read.items() if report}
    shown = held.get(tabs[number - 1].document) if tabs else None
    source = shown.document.translation_of if shown else None
    original = shelf.report(source, as_of=known.as_of) if source else None
    return Behind(
        accounts=accounts,
        shown=shown.document if shown else None,
        original=original.document if original else None,
        assessments=tuple(
            (document, found)
            for document, report in held.items()
            for found in report.assessments
            if found.about.event is None or found.about.event in _events(accounts, document)
        ),
        relations=tuple((document, found) for document, report in held.items() for found in report.relations),
    )


def _events(accounts: tuple[Account, ...], document: str) -> set[str]:
    """Return the events of a document that an incident consists of."""
    return {account.event.id for account in accounts if account.document == document}
