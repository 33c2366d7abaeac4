"""What the desk answers where it cannot show what was asked: the value, what was expected, and the way back."""

from http import HTTPStatus

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from tocsin.errors import EntryError, RefusedError, StoreError, TocsinError
from tocsin.web.desk import desk_of
from tocsin.web.filters import FilterError
from tocsin.web.incident import UnknownIncidentError
from tocsin.web.judging import FormError


def bad_filter(request: Request, error: Exception) -> Response:
    """Answer an address with a filter that cannot be read."""
    return _told(request, HTTPStatus.BAD_REQUEST, "A filter cannot be read", error)


def no_incident(request: Request, error: Exception) -> Response:
    """Answer an address of an incident that the store does not have."""
    return _told(request, HTTPStatus.NOT_FOUND, "No such incident", error)


def no_store(request: Request, error: Exception) -> Response:
    """Answer where the store itself fails; nothing on this page may need it."""
    return _told(request, HTTPStatus.SERVICE_UNAVAILABLE, "The store does not answer", error, sample=False)


def no_judgement(request: Request, error: Exception) -> Response:
    """Answer a judgement that cannot stand: nothing was written."""
    return _told(request, HTTPStatus.CONFLICT, "That cannot be judged", error)


def no_value(request: Request, error: Exception) -> Response:
    """Answer a correction whose value cannot be read: nothing was written."""
    return _told(request, HTTPStatus.BAD_REQUEST, "That cannot be entered", error)


def bad_form(request: Request, error: Exception) -> Response:
    """Answer a judgement that does not come from the desk, or cannot be read."""
    return _told(request, HTTPStatus.FORBIDDEN, "That is no form of the desk", error)


def no_page(request: Request, error: Exception) -> Response:
    """Answer an address that the desk does not have, or a method that it does not take."""
    status = HTTPStatus(error.status_code) if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
    told = TocsinError(f"{request.method} {request.url.path}", "the desk has no such page")
    return _told(request, status, status.phrase, told)


def _told(request: Request, status: HTTPStatus, title: str, error: Exception, **context: object) -> Response:
    subject, reason = (error.subject, error.reason) if isinstance(error, TocsinError) else ("", str(error))
    if request.url.path.endswith(".json"):
        return JSONResponse({"error": {"type": title, "subject": subject, "message": reason}}, status)
    return desk_of(request).render("error.html", status, title=title, subject=subject, reason=reason, **context)


HANDLERS = (
    (FilterError, bad_filter),
    (UnknownIncidentError, no_incident),
    (RefusedError, no_judgement),
    (EntryError, no_value),
    (FormError, bad_form),
    (StoreError, no_store),
    (HTTPException, no_page),
)
