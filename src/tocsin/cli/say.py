"""What the command line says: results on standard output, everything else on standard error.

Colour and progress are for people: there are none where the stream is not a terminal, and no colour under NO_COLOR.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Literal, TypeVar

import typer

from tocsin.errors import TocsinError

Style = Literal["title", "kind", "name", "quiet", "warning"]
Paint = Callable[[str, Style], str]
Item = TypeVar("Item")
COLOURS: dict[Style, dict[str, str | bool]] = {
    "title": {"bold": True},
    "kind": {"fg": "blue", "bold": True},
    "name": {"fg": "cyan"},
    "quiet": {"dim": True},
    "warning": {"fg": "yellow"},
}


def plainly(words: str, style: Style) -> str:
    """Return the words as they are."""
    del style
    return words


def coloured(words: str, style: Style) -> str:
    """Return the words in the terminal's colours."""
    return typer.style(words, **COLOURS[style])  # type: ignore[arg-type]  # the values are typer's own keywords


def paint() -> Paint:
    """Return how standard output is to be painted."""
    wanted = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return coloured if wanted else plainly


def printable(words: str) -> str:
    """Return words in one line without codes that a terminal obeys."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def several(number: int, noun: str) -> str:
    """Return a number of things."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def complain(error: TocsinError) -> None:
    """Name an input and what is wrong with it in one line on standard error."""
    note(f"tocsin: {error}")


def note(words: str) -> None:
    """Write one line on standard error."""
    typer.echo(printable(words), err=True)


@contextmanager
def progress(items: Iterable[Item], length: int | None, *, quiet: bool, covered: bool) -> Iterator[Iterable[Item]]:
    """Give the items back, with a bar while they are taken where that is wanted: on a terminal that is otherwise idle.

    `length` is null where nobody knows it; `covered` tells that results are being written on the same terminal.
    """
    short = length is not None and length < 5
    if quiet or short or covered or not sys.stderr.isatty():
        yield items
        return
    with typer.progressbar(items, length=length, label="reading", file=sys.stderr) as bar:
        yield bar
