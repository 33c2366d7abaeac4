"""What every page of the desk needs: the store that it shows, the templates, and the filters of its address."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from tocsin.web.filters import FilterError, Filters, read_filters
from tocsin.web.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Desk:
    """The store that is shown, the templates that show it, and who judges."""

    shelf: Shelf
    templates: Environment
    judge: str

    def render(self, name: str, status: HTTPStatus = HTTPStatus.OK, **context: Any) -> HTMLResponse:
        """Return a page made from a template."""
        whole = {"here": "", "filters": Filters(), **context}
        if "sample" not in whole:
            whole["sample"] = self.shelf.sample
        return HTMLResponse(self.templates.get_template(name).render(whole), status)


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


Here = Annotated[Desk, Depends(desk_of)]


def filters_of(request: Request) -> Filters:
    """Return the filters of an address; raise `FilterError` where one is given twice, or cannot be read."""
    given = [name for name, _ in request.query_params.multi_items()]
    for name in given:
        if given.count(name) > 1:
            raise FilterError(f"{name}={request.query_params[name]}", "is given twice, expected once")
    return read_filters(request.query_params)
