"""The language model that the settings name: who it is, and a warning before any text leaves the machine."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tocsin.cli.say import note
from tocsin.errors import ReaderError
from tocsin.settings import LLM_GGUF, LLM_KEY, LLM_MODEL, LLM_SECONDS, LLM_URL

if TYPE_CHECKING:
    from tocsin.llm import Reader
    from tocsin.llm.server import Server


@contextmanager
def model() -> Iterator["Reader"]:
    """Yield a reader that asks the model of the settings; to name none, two or a wrong one is wrong usage."""
    from tocsin.llm import reader
    from tocsin.llm.local import served

    url, gguf = LLM_URL.value(), LLM_GGUF.value()
    if bool(url) == bool(gguf):
        what = "both are set" if url else "neither is set"
        raise typer.BadParameter(f"set {LLM_URL.env} or {LLM_GGUF.env}: {what}", param_hint="'--reader'")
    with served(Path(gguf), seconds=_seconds()) if gguf else nullcontext(_named(url)) as server:
        if not server.is_here:
            note(_warning(server))
        yield reader(server.ask)


def _named(url: str) -> "Server":
    from tocsin.llm.server import Server

    try:
        return Server(url, LLM_MODEL.value(), LLM_KEY.value(), _seconds())
    except ReaderError as error:
        raise typer.BadParameter(str(error), param_hint=LLM_URL.env) from None


def _seconds() -> float:
    words = LLM_SECONDS.value()
    if words.isdecimal() and int(words):
        return float(words)
    raise typer.BadParameter(f"{words!r} is no number of seconds", param_hint=LLM_SECONDS.env)


def _warning(server: "Server") -> str:
    sealed = "" if server.is_sealed else ", unencrypted"
    return f"tocsin: warning: texts leave this machine: they are sent to {server.host}{sealed}"
