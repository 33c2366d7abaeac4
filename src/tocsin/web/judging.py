"""What a reader judges at the desk: one form for each judgement, sent from the desk's own pages alone.

A form without script works as well; keys only press its button. Whoever runs the desk is the judge.
"""

from http import HTTPStatus
from typing import Final, get_args
from urllib.parse import parse_qs, quote, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from tocsin.errors import TocsinError
from tocsin.model.entry import Correction
from tocsin.model.judgement import Asked, Verdict
from tocsin.store import Query
from tocsin.web.desk import Here
from tocsin.web.questions import LATEST, questions

LONGEST: Final = 10_000  # bytes of a form
router = APIRouter()


class FormError(TocsinError):
    """A judgement came from elsewhere, or its form cannot be read."""


@router.post("/judge")
async def judge(request: Request, desk: Here) -> Response:
    """Write a judgement and lead back to the page that it was made on."""
    form = await _form(request)
    verdict = form.get("verdict", [""])[0]
    if verdict not in get_args(Verdict):
        raise FormError(verdict or "verdict", f"expected one of {', '.join(get_args(Verdict))}")
    desk.shelf.judge(
        Asked(
            verdict=verdict,  # type: ignore[arg-type]
            subject=form.get("subject", [""])[0],
            object=form.get("object", [None])[0],
            others=tuple(form.get("other", ())),
            judge=desk.judge,
            reason=form.get("reason", [""])[0].strip() or None,
        )
    )
    back = form.get("back", ["/incidents"])[0]
    return RedirectResponse(back if back.startswith("/") and not back.startswith("//") else "/", HTTPStatus.SEE_OTHER)


@router.post("/correct")
async def correct(request: Request, desk: Here) -> Response:
    """Correct a value and lead back to the incident's page."""
    form = await _form(request)
    incident = form.get("incident", [""])[0]
    desk.shelf.amend(
        Correction(
            incident=incident,
            field=form.get("field", [""])[0],
            value=form.get("value", [""])[0].strip(),
            by=desk.judge,
            holds="wrong" not in form,
            reason=form.get("reason", [""])[0].strip() or None,
        )
    )
    return RedirectResponse(f"/incidents/{quote(incident, safe='')}", HTTPStatus.SEE_OTHER)


@router.get("/review")
def review(desk: Here) -> Response:
    """Show incidents that are kept apart and may be one, of those that changed last."""
    latest = {found.id: found for found in desk.shelf.incidents(Query(order="updated", limit=LATEST))}
    found = questions(desk.shelf, desk.shelf.doubts(latest), latest)
    return desk.render("review.html", here="review", questions=found, latest=LATEST)


async def _form(request: Request) -> dict[str, list[str]]:
    """Return the fields of a form; raise `FormError` where another site sent it, or it is no form of the desk."""
    origin = request.headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if foreign or request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise FormError(origin or "a form", "judgements are taken from the desk's own pages alone")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            raise FormError("a form", f"is longer than {LONGEST} bytes")
    try:
        return parse_qs(body.decode("utf-8"), max_num_fields=200)
    except ValueError as error:
        raise FormError("a form", f"cannot be read: {error}") from error
