"""`incidents`, `threats`, `assessments` and `show` print what a store holds, as it is known now or was at a time."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer

from tocsin.cli.options import (
    ActorOption,
    AsOfOption,
    CountryOption,
    Format,
    FormatOption,
    KindOption,
    QueryOption,
    SinceOption,
    Status,
    StatusOption,
    StoreOption,
    Table,
    TableOption,
    TargetOption,
    UntilOption,
)
from tocsin.cli.say import paint
from tocsin.errors import StoreError
from tocsin.model import wire


def incidents(
    store: StoreOption,
    output: TableOption = Table.TEXT,
    country: CountryOption = None,
    target: TargetOption = None,
    actor: ActorOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    query: QueryOption = None,
    status: StatusOption = None,
) -> None:
    """Print the incidents that a store holds."""
    from tocsin.cli.listing import incident_lines
    from tocsin.pipeline import open_store

    asked = _asked(country, target, actor, kind, since, until, as_of, query, status)
    with open_store(store, create=False) as case:
        found = [wire.incident(view) for view in case.incidents(asked)]
    _print(found, output, incident_lines)


def threats(
    store: StoreOption,
    output: TableOption = Table.TEXT,
    country: CountryOption = None,
    target: TargetOption = None,
    actor: ActorOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    query: QueryOption = None,
    status: StatusOption = None,
) -> None:
    """Print the threats that documents in a store tell of."""
    from tocsin.cli.listing import held, threat_lines
    from tocsin.pipeline import open_store

    asked = _asked(country, target, actor, kind, since, until, as_of, query, status)
    with open_store(store, create=False) as case:
        found = [held(one) for one in case.threats(asked)]
    _print(found, output, threat_lines)


def assessments(
    store: StoreOption,
    output: TableOption = Table.TEXT,
    country: CountryOption = None,
    target: TargetOption = None,
    actor: ActorOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    query: QueryOption = None,
    status: StatusOption = None,
) -> None:
    """Print the judgements that documents in a store make: motives, capabilities, outlooks, gaps."""
    from tocsin.cli.listing import assessment_lines, held
    from tocsin.pipeline import open_store

    asked = _asked(country, target, actor, kind, since, until, as_of, query, status)
    with open_store(store, create=False) as case:
        found = [held(one) for one in case.assessments(asked)]
    _print(found, output, assessment_lines)


def show(
    incident: Annotated[str, typer.Argument(metavar="ID", help="The incident's id.")],
    store: StoreOption,
    output: FormatOption = Format.TEXT,
    as_of: AsOfOption = None,
) -> None:
    """Print one incident with everything behind it: who says what, in which words, and where."""
    from tocsin.cli.listing import whole_incident
    from tocsin.pipeline import open_store

    with open_store(store, create=False) as case:
        view = case.incident(incident, as_of=as_of)
        if view is None:
            raise StoreError(incident, f"no such incident in {store}")
        shown = wire.incident(view)
    typer.echo(wire.line(shown) if output is Format.JSONL else "\n".join(whole_incident(shown, paint())))


def _asked(
    country: str | None,
    target: str | None,
    actor: str | None,
    kind: str | None,
    since: date | None,
    until: date | None,
    as_of: date | None,
    query: str | None,
    status: Status | None,
) -> Any:
    from tocsin.store import Query

    if since and until and until < since:
        raise typer.BadParameter(f"--until {until} lies before --since {since}")
    return Query(
        country=country,
        target=target,
        actor=actor,
        kind=kind,
        since=since,
        until=until,
        as_of=as_of,
        query=query,
        status=status.value if status else None,
    )


def _print(found: Iterable[dict[str, Any]], output: Table, lines: Any) -> None:
    if output is Table.CSV:
        from tocsin.cli.table import table

        typer.echo(table(found), nl=False)
        return
    for one in found:
        typer.echo(wire.line(one) if output is Table.JSONL else "\n".join(lines(one, paint())))
