"""`record` enters what no article tells, `handling` says who may see a document, `sources` rates who publishes."""

import sys
from datetime import UTC, date, datetime
from typing import Annotated, Any, get_args

import typer

from tocsin.cli.options import Format, FormatOption, Judge, StoreOption, day, one_of
from tocsin.cli.say import note, printable, several
from tocsin.errors import ReadError
from tocsin.model import wire
from tocsin.model.entry import RECORDS, Entry
from tocsin.model.handling import KEPT, MARKS, UNMARKED, Handling
from tocsin.model.incident import Rating, Reliability
from tocsin.model.record import EventKind

sources = typer.Typer(no_args_is_help=True, help="Say how reliable sources are (Admiralty, A to F), and of which side.")
Tlp = Annotated[str, typer.Option("--tlp", metavar="MARK", help=f"Who may see it: {', '.join(MARKS)}.")]
Embargo = Annotated[
    date | None,
    typer.Option("--embargo", parser=day, metavar="DATE", help="Until when nothing of it leaves the desk."),
]
Why = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; it stands beside it.")]


def record(
    store: StoreOption,
    judge: Judge,
    words: Annotated[str | None, typer.Argument(metavar="PATH", help="A note to be kept; - is standard input.")] = None,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=f"What it is: {', '.join(RECORDS)}.")] = "call",
    event: Annotated[str, typer.Option("--event", metavar="KIND", help="The kind of event of its fields.")] = "attack",
    field: Annotated[
        list[str] | None, typer.Option("--field", metavar="NAME=VALUE", help="What happened, a field at a time.")
    ] = None,
    on: Annotated[date | None, typer.Option("--on", parser=day, metavar="DATE", help="The day of it; today.")] = None,
    tlp: Tlp = KEPT.tlp,
    embargo: Embargo = None,
) -> None:
    """Enter a call, a liaison's report, a near miss or an observation; without fields its note is read as text."""
    from tocsin.pipeline import open_store

    known: Any = one_of(kind, RECORDS, "--kind")
    told: Any = one_of(event, get_args(EventKind), "--event")
    entry = Entry(
        source_kind=known,
        by=judge,
        on=on or datetime.now(UTC).date(),
        kind=told,
        fields=tuple(_field(words) for words in field or ()),
        note=_words(words),
        handling=_handling(tlp, embargo),
    )
    with open_store(store) as case:
        done = case.record(entry)
    typer.echo(f"{done.document} ({done.outcome}); {several(len(done.incidents), 'incident')} changed")
    for incident in done.incidents:
        typer.echo(f"  {incident}")
    if not done.incidents and done.outcome == "added":
        note("No event was read in it; it is kept all the same. Enter it anew with --field to tell what happened.")


def handling(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The document's id.")],
    store: StoreOption,
    judge: Judge,
    tlp: Annotated[str | None, typer.Option("--tlp", metavar="MARK", help=f"The mark: {', '.join(MARKS)}.")] = None,
    embargo: Embargo = None,
    lift: Annotated[bool, typer.Option("--no-embargo", help="Lift the embargo.")] = False,
    reason: Why = None,
) -> None:
    """Say who may see a document (TLP 2.0), and until when nothing of it leaves the desk; what is not named stays."""
    from tocsin.pipeline import open_store

    with open_store(store, create=False) as case:
        known = case.handlings().get(document, UNMARKED)
        until = None if lift else embargo or known.embargo
        told = _handling(tlp or known.tlp, until)
        if told != known or tlp or embargo:
            case.mark(document, told, judge, reason)
    typer.echo(f"{document}: TLP:{told.tlp.upper()}" + (f", embargo until {until}" if until else ""))


@sources.command("list")
def list_(store: StoreOption, output: FormatOption = Format.TEXT) -> None:
    """Print every source with its documents and its rating; F where nobody rated it."""
    from tocsin.pipeline import open_store

    with open_store(store, create=False) as case:
        found, rated = case.sources(), {one.source: one for one in case.ratings()}
    for source, documents in found:
        one = rated.get(source.key)
        row = {"source": source.key, "name": source.name, "documents": documents, "rating": one and wire.plain(one)}
        letter = one.rating.reliability if one else "F"
        party = f", party: {one.rating.party}" if one and one.rating.party else ""
        by = f" ({one.judge}, {one.at:%Y-%m-%d}{f': {one.reason}' if one.reason else ''})" if one else ""
        line = f"{letter} · {source.key or 'not known'} · {several(documents, 'document')}{party}{by}"
        typer.echo(wire.line(row) if output is Format.JSONL else printable(line))


@sources.command("rate")
def rate(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source as `sources list` prints it.")],
    reliability: Annotated[str, typer.Argument(metavar="LETTER", help="A to E; F where nobody can say.")],
    store: StoreOption,
    judge: Judge,
    party: Annotated[
        str | None,
        typer.Option("--party", metavar="ID", help="The actor or country for which it speaks."),
    ] = None,
    reason: Why = None,
) -> None:
    """Say how reliable a source is; former ratings are kept, and hold for the days before."""
    from tocsin.pipeline import open_store

    letter: Any = one_of(reliability.upper(), get_args(Reliability), "LETTER")
    with open_store(store, create=False) as case:
        case.rate(source, Rating(letter, party), judge, reason)
    note(f"{source}: {letter}")


def _field(words: str) -> tuple[str, str]:
    name, sign, value = words.partition("=")
    if not sign or not value.strip() or "\n" in value:
        raise typer.BadParameter(f"{words!r} is not NAME=VALUE", param_hint="'--field'")
    return name.strip(), value.strip()


def _handling(tlp: str, embargo: date | None) -> Handling:
    mark: Any = one_of(tlp.lower().removeprefix("tlp:"), MARKS, "--tlp")
    return Handling(mark, embargo)


def _words(path: str | None) -> str:
    """Return the note of a file or of standard input; raise `ReadError` where it cannot be read."""
    if path is None:
        return ""
    from tocsin.read import LIMIT, read_bytes, read_file

    raw = sys.stdin.buffer.read(LIMIT + 1) if path == "-" else None
    found = list(read_file(path) if raw is None else read_bytes(raw, path))
    if len(found) != 1:
        raise ReadError(path, f"holds {len(found)} notes, expected one")
    if isinstance(found[0], ReadError):
        raise found[0]
    return found[0].text
