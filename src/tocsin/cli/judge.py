"""`judge` writes what a person judges of incidents and accounts, `undo` takes it back; both say what became of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.cli.options import Format, FormatOption, Judge, StoreOption
from tocsin.cli.say import note, paint, printable, several
from tocsin.model import wire
from tocsin.model.judgement import Asked, Judgement

if TYPE_CHECKING:
    from tocsin.pipeline import Case
    from tocsin.store import Judged

app = typer.Typer(no_args_is_help=True, help="Judge which reports tell of one incident; every judgement can be undone.")
Thing = Annotated[str, typer.Argument(metavar="ID", help="An incident's id or an account's key (DOCUMENT:EVENT).")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Another incident's id or account's key.")]
Accounts = Annotated[list[str], typer.Argument(metavar="ACCOUNT…", help="Keys of accounts (DOCUMENT:EVENT).")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; it stands beside the judgement.")]


@app.command()
def same(one: Thing, other: Other, store: StoreOption, judge: Judge, reason: Reason = None) -> None:
    """Say that two incidents, or accounts, are one; the older id lives on."""
    _write(store, Asked(verdict="same", subject=one, object=other, judge=judge, reason=reason))


@app.command()
def merge(one: Thing, other: Other, store: StoreOption, judge: Judge, reason: Reason = None) -> None:
    """Merge two incidents: the same as `same`."""
    _write(store, Asked(verdict="same", subject=one, object=other, judge=judge, reason=reason))


@app.command()
def different(one: Thing, other: Other, store: StoreOption, judge: Judge, reason: Reason = None) -> None:
    """Say that two incidents, or accounts, are not one; of two in one incident the first leaves it."""
    _write(store, Asked(verdict="different", subject=one, object=other, judge=judge, reason=reason))


@app.command()
def unsure(one: Thing, other: Other, store: StoreOption, judge: Judge, reason: Reason = None) -> None:
    """Say that nobody can tell: the two stay apart and are not asked about again."""
    _write(store, Asked(verdict="unsure", subject=one, object=other, judge=judge, reason=reason))


@app.command()
def split(incident: Thing, accounts: Accounts, store: StoreOption, judge: Judge, reason: Reason = None) -> None:
    """Take accounts out of an incident, to be one of their own."""
    _write(store, Asked(verdict="split", subject=incident, others=tuple(accounts), judge=judge, reason=reason))


@app.command()
def move(account: Thing, incident: Other, store: StoreOption, judge: Judge, reason: Reason = None) -> None:
    """Move one account to another incident."""
    _write(store, Asked(verdict="move", subject=account, object=incident, judge=judge, reason=reason))


@app.command()
def correct(
    incident: Thing,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The field, like killed, date, place or perpetrators.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help='Its value, like 12, "at least 3", 2024-03-26.')],
    store: StoreOption,
    judge: Judge,
    reason: Reason = None,
    wrong: Annotated[bool, typer.Option("--not", help="Say that the value is wrong instead.")] = False,
) -> None:
    """Say what a field of an incident is, or is not: the value goes first, and what reports tell stays beside it."""
    from tocsin.model.entry import Correction
    from tocsin.pipeline import open_store

    told = Correction(incident=incident, field=field, value=value, by=judge, holds=not wrong, reason=reason)
    with open_store(store, create=False) as case:
        done = case.amend(told)
        _report(case, done)


@app.command("list")
def list_(store: StoreOption, output: FormatOption = Format.TEXT) -> None:
    """Print every judgement, first to last, with who, when and why."""
    from tocsin.cli.shelf import passed_on
    from tocsin.model.handling import Release
    from tocsin.pipeline import open_store

    with open_store(store, create=False) as case:
        found = passed_on(case, case.judgements(), None if output is Format.TEXT else Release.today())
    if not found and output is Format.TEXT:
        note("Nothing was judged yet.")
    for one in found:
        typer.echo(wire.line(wire.plain(one)) if output is Format.JSONL else judgement_line(one))


@app.command()
def review(store: StoreOption, output: FormatOption = Format.TEXT) -> None:
    """Print incidents that are kept apart and may be one, of those that changed last, the likeliest first."""
    from tocsin.pipeline import open_store
    from tocsin.store import Query
    from tocsin.web.questions import LATEST

    with open_store(store, create=False) as case:
        latest = {one.id: one for one in case.incidents(Query(order="updated", limit=LATEST))}
        found = case.doubts(latest)
        shown = {pair: latest.get(pair) or case.incident(pair) for doubt in found for pair in (doubt.one, doubt.other)}
    if not found and output is Format.TEXT:
        note("Nothing to review.")
    for doubt in found:
        if output is Format.JSONL:
            typer.echo(wire.line(wire.plain(doubt)))
            continue
        typer.echo(f"{paint()(f'{doubt.one} {doubt.other}', 'name')}  {doubt.likeness.points:+.1f}")
        for name in (doubt.one, doubt.other):
            view = shown[name]
            typer.echo(f"  {printable(view.summary if view else name)}")
        typer.echo(f"  {', '.join(f'{sign} {points:+.1f}' for sign, points in doubt.likeness.signs[:5])}")


def undo(
    judgement: Annotated[str, typer.Argument(metavar="NUMBER", help="The judgement's number.")],
    store: StoreOption,
    judge: Judge,
    reason: Reason = None,
) -> None:
    """Take a judgement back: everything is as if it had never been made, also after further reports."""
    _write(store, Asked(verdict="undo", subject=judgement, judge=judge, reason=reason))


def judgement_line(one: Judgement) -> str:
    """Return one judgement as a line, its number first."""
    from tocsin.web.questions import judgement_words

    return printable(f"{one.id}  {judgement_words(one)}")


def _write(store: str, asked: Asked) -> None:
    from tocsin.pipeline import open_store

    with open_store(store, create=False) as case:
        _report(case, case.judge(asked))


def _report(case: "Case", done: "Judged") -> None:
    """Print what became of the incidents that a judgement is about."""
    alive = [case.incident(name) for name in done.incidents]
    typer.echo(f"judgement {done.judgement}; {several(len(done.incidents), 'incident')} changed")
    for view in filter(None, alive):
        gone = f"merged into {view.superseded_by}" if view.superseded_by else "withdrawn" if view.withdrawn else ""
        told = gone or several(len(view.accounts), "account")
        typer.echo(f"  {paint()(view.id, 'name')}  {told}: {printable(view.summary)}")
