"""The page of one incident: its record beside the evidence, why its reports are one, and what was judged of it."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from tocsin.errors import TocsinError
from tocsin.model import wire
from tocsin.model.handling import Release
from tocsin.model.incident import Account, Incident
from tocsin.web.cards import CORRECTABLE, Behind, card
from tocsin.web.citing import reports
from tocsin.web.desk import Desk, Here, filters_of
from tocsin.web.filters import FilterError, Filters, query, read_page
from tocsin.web.questions import Review, judged, of_document, questions, why
from tocsin.web.shelf import Shelf

ASKED = 3  # other incidents that may be the same, the likeliest of which a page asks about
router = APIRouter()


class UnknownIncidentError(TocsinError):
    """A store has no incident of the id asked for, or had none at the time asked for."""


@router.get("/incidents/{incident}.json")
def incident_json(incident: str, request: Request, desk: Here) -> Response:
    """Give one incident in its wire form, without what is under embargo."""
    return JSONResponse(wire.incident(_found(desk.shelf, incident, filters_of(request), Release.today())))


@router.get("/incidents/{incident}")
def incident(incident: str, request: Request, desk: Here) -> Response:
    """Show one incident with everything behind it, or lead to the one that it became."""
    known = filters_of(request).known
    found = _found(desk.shelf, incident, known)
    if found.superseded_by:
        return RedirectResponse(f"/incidents/{found.superseded_by}{query(known)}", HTTPStatus.FOUND)
    number = read_page(request.query_params, "report")
    behind = _behind(desk.shelf, found, known, number)
    return desk.render(
        "incident.html",
        here="incidents",
        known=known,
        card=card(found, behind),
        review=_review(desk, found, behind, known),
        correctable=CORRECTABLE,
        address=lambda **more: query(known, **more),
    )


def _review(desk: Desk, found: Incident, behind: Behind, known: Filters) -> Review:
    """Return what can be judged of an incident; of a former state, only what had been judged."""
    former = known != Filters() or found.withdrawn
    told = judged(desk.shelf.judgements(found.id, as_of=known.as_of), former=former)
    if former:
        return Review(told)
    asked = questions(desk.shelf, desk.shelf.doubts((found.id,))[:ASKED], {found.id: found})
    return Review(told, tuple(asked), of_document(behind.accounts), why(desk.shelf.likenesses(found.id)))


def _found(shelf: Shelf, incident: str, known: Filters, release: Release | None = None) -> Incident:
    found = shelf.incident(incident, as_of=known.as_of, published_by=known.published_by, release=release)
    if found is None:
        then = f" as known on {known.as_of}" if known.as_of else ""
        then += f" and published by {known.published_by}" if known.published_by else ""
        raise UnknownIncidentError(incident, f"the store has no incident of this id{then}")
    return found


def _behind(shelf: Shelf, incident: Incident, known: Filters, number: int) -> Behind:
    """Collect what stands behind an incident; raise `FilterError` where it has no report of that number."""
    accounts = shelf.accounts(incident.id, as_of=known.as_of, published_by=known.published_by)
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
