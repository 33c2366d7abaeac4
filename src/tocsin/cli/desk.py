"""`serve` shows a store in the browser; `demo` does so with the bundled samples in a store that is thrown away."""

import socket
import tempfile
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.cli.options import StoreOption
from tocsin.cli.say import complain, note, paint
from tocsin.errors import ReadError, StoreError
from tocsin.settings import HOST, JUDGE, PORT

if TYPE_CHECKING:
    from tocsin.pipeline import Case

HostOption = Annotated[str, typer.Option("--host", envvar=HOST.env, help=HOST.help, default_factory=HOST.default)]
PortOption = Annotated[
    int,
    typer.Option(
        "--port", envvar=PORT.env, help=PORT.help, min=0, max=65535, default_factory=lambda: int(PORT.default())
    ),
]
NoServeOption = Annotated[bool, typer.Option("--no-serve", help="Print what the samples tell and stop.")]


def serve(store: StoreOption, host: HostOption, port: PortOption) -> None:
    """Show a store in the browser, to this machine alone unless another host is named."""
    from tocsin.pipeline import open_store

    with open_store(store, create=False) as case:
        _serve(case, host, port)


def demo(host: HostOption, port: PortOption, no_serve: NoServeOption = False) -> None:
    """Read the bundled samples into a store that is thrown away, print what they tell, and show it in the browser."""
    from tocsin.pipeline import open_store

    with tempfile.TemporaryDirectory(prefix="tocsin-demo-") as folder, open_store(Path(folder) / "demo.db") as case:
        for path in _samples():
            _take_in(case, path)
        if not no_serve:
            _serve(case, host, port)


def _samples() -> list[Path]:
    folder = Path(str(resources.files("tocsin.data") / "samples"))
    found = sorted(path for path in folder.glob("*") if path.suffix in {".html", ".txt", ".jsonl", ".json"})
    if not found:
        raise ReadError(str(folder), "no samples are bundled")
    return found


def _take_in(case: "Case", path: Path) -> None:
    """Ingest a sample and print what it tells."""
    from tocsin.cli.text import render
    from tocsin.pipeline import analyze, ingest
    from tocsin.read import read_file

    for document in read_file(path):
        if isinstance(document, ReadError):
            complain(document)
            continue
        report = analyze(document)
        ingest(case, report)
        typer.echo("\n".join([*render(report, paint()), ""]))


def _serve(case: "Case", host: str, port: int) -> None:
    import uvicorn

    from tocsin.web.app import make_app

    listener = _listen(host, port)
    config = uvicorn.Config(
        make_app(case, judge=JUDGE.value(), hosts=[host]), log_level="warning", lifespan="off", server_header=False
    )
    with suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to be stopped
        _tell(host, listener.getsockname()[1])
        uvicorn.Server(config).run(sockets=[listener])


def _tell(host: str, port: int) -> None:
    from tocsin.llm.server import is_loopback

    shown = f"[{host}]" if ":" in host else host
    note(f"The desk is at http://{shown}:{port}/ (stop it with Ctrl-C).")
    if not is_loopback(host):
        note("Other machines may reach it there: whoever can, reads the store.")


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise StoreError(f"{host}:{port}", f"cannot listen there: {error.strerror}") from None
    return listener
