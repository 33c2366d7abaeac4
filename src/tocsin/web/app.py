"""The desk as an application: `make_app(store)` shows one open store to the machine it runs on."""

from collections.abc import Iterable
from pathlib import Path

from fastapi import FastAPI
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from tocsin.web import incident, judging, pages
from tocsin.web.desk import Desk
from tocsin.web.guard import Guarded, allowed_hosts
from tocsin.web.shelf import Shelf
from tocsin.web.trouble import HANDLERS
from tocsin.web.voices import SIGNS


def make_app(store: Shelf, *, judge: str, hosts: Iterable[str] = ()) -> FastAPI:
    """Return the desk on an open store; it answers to loopback's names and to `hosts`, without ports.

    What is judged there is written under the name of `judge`.
    """
    app = FastAPI(title="Tocsin", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = Desk(store, templates(), judge)
    for error, handler in HANDLERS:
        app.add_exception_handler(error, handler)
    for router in (pages.router, incident.router, judging.router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts(hosts), www_redirect=False)
    app.add_middleware(Guarded)
    return app


def templates() -> Environment:
    """Return the templates; whatever they print is escaped."""
    loader = PackageLoader("tocsin.web")
    found = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    found.globals["signs"] = SIGNS
    return found
