"""The command line parses arguments, calls, and prints; it knows no more than the Python functions do.

Exit status: 0 done; 1 some inputs failed, each named on standard error with its reason; 2 wrong usage.
"""

import errno
import os
import signal
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from tocsin.cli import actors, again, bench, desk, documents, enter, judge, reading, shelf
from tocsin.cli.say import complain
from tocsin.errors import TocsinError


class Commands(TyperGroup):
    """The commands; an error that Tocsin raises on purpose ends any of them with one line and status 1."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except TocsinError as error:
            complain(error)
            raise typer.Exit(1) from None
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever listened has heard enough
                raise
            complain(TocsinError(str(error.filename or "output"), error.strerror or type(error).__name__))
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=Commands,
    name="tocsin",
    help="Reads open news reporting on political violence into sourced records.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(reading.analyze)
app.command()(reading.annotate)
app.command()(reading.ingest)
app.command("incidents")(shelf.incidents)
app.command("threats")(shelf.threats)
app.command("assessments")(shelf.assessments)
app.command()(shelf.show)
app.command()(documents.documents)
app.add_typer(actors.app, name="actors")
app.command()(again.reanalyze)
app.command()(enter.record)
app.command()(enter.handling)
app.add_typer(enter.sources, name="sources")
app.add_typer(judge.app, name="judge")
app.command()(judge.undo)
app.command()(desk.serve)
app.command()(desk.demo)
app.command()(bench.bench)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"tocsin {version('tocsin')}")
        raise typer.Exit


@app.callback()
def tocsin(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """Reads open news reporting on political violence into sourced records."""


def main() -> None:
    """Run the command line."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # a stream that the caller closed is empty, and takes everything
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a name or a text may hold what the terminal's own encoding has not
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # to be stopped is like Ctrl-C: what was opened is put away
            signal.signal(number, signal.default_int_handler)
    app()
