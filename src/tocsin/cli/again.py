"""`reanalyze` reads the stored texts again, says what that would change, and switches where it is asked to."""

from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.cli.options import Format, FormatOption, Quiet, StoreOption
from tocsin.cli.say import complain, note, printable, progress, several
from tocsin.errors import TocsinError
from tocsin.model import wire

if TYPE_CHECKING:
    from tocsin.store import Difference


def reanalyze(
    store: StoreOption,
    name: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="The name of the new readings; the installed version.")
    ] = None,
    switch: Annotated[bool, typer.Option("--switch", help="Let the new readings count.")] = False,
    output: FormatOption = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Read the stored texts again with the present extractor; print what that would change, and switch if asked to."""
    from tocsin.pipeline import extractor, open_store

    if name == "entered":
        raise typer.BadParameter("'entered' is what a person entered", param_hint="'--as'")
    reader = name or extractor()
    failed = 0
    with open_store(store, create=False) as case:
        with progress(case.reread(reader), None, quiet=quiet, covered=False) as read:
            for one in read:
                if isinstance(one, TocsinError):
                    complain(one)
                    failed += 1
        found = list(case.differences(reader))
        for one_difference in found:
            if output is Format.JSONL:
                typer.echo(wire.line(wire.plain(one_difference)))
            elif one_difference.any:
                typer.echo(printable(one_difference.document))
                for line in _lines(one_difference):
                    typer.echo(f"  {printable(line)}")
        changed = {incident for incidents in case.switch(reader) for incident in incidents} if switch else set()
    if not quiet:
        differing = sum(one.any for one in found)
        note(f"{several(len(found), 'document')} read anew by {reader}, {differing} with a difference")
        if switch:
            note(f"switched; {several(len(changed), 'incident')} changed")
        elif found:
            note("nothing counts yet: run it again with --switch")
    raise typer.Exit(1 if failed else 0)


def _lines(found: "Difference") -> list[str]:
    return [
        *(f"+ {summary}" for summary in found.came),
        *(f"- {summary}" for summary in found.went),
        *(f"~ {told.summary} ({', '.join(told.fields)})" for told in found.differ),
        *(f"! judgement {number} would be about what is read no more" for number in found.lost),
    ]
