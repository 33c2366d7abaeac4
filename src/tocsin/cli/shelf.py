"""`incidents`, `threats`, `assessments` and `show` print what a store holds, as it is known now or was at a time."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from tocsin.cli.options import (
    ActorOption,
    AsOfOption,
    CountryOption,
    EmbargoedOption,
    Format,
    FormatOption,
    KindOption,
    PublishedByOption,
    QueryOption,
    ReleaseOption,
    SinceOption,
    StatusOption,
    StoreOption,
    Table,
    TableOption,
    TargetOption,
    UntilOption,
    one_of,
    released,
)
from tocsin.cli.say import note, paint
from tocsin.errors import StoreError
from tocsin.model import wire
from tocsin.model.record import AssessmentType, EventKind

if TYPE_CHECKING:
    from tocsin.model.handling import Release
    from tocsin.model.judgement import Judgement
    from tocsin.pipeline import Case
    from tocsin.store import Query

Found = Iterable[dict[str, Any]]
EVENT_KINDS = get_args(EventKind)
ASSESSMENT_TYPES = get_args(AssessmentType)


def _list(
    summary: str, kinds: tuple[str, ...], find: "Callable[[Case, Query], Found]", lines: str
) -> Callable[..., None]:
    """Return the command that prints what `find` finds; `kinds` are what `--kind` may be.

    `lines` names the function of `tocsin.cli.listing` that words one of it.
    """

    def command(
        store: StoreOption,
        output: TableOption = Table.TEXT,
        country: CountryOption = None,
        target: TargetOption = None,
        actor: ActorOption = None,
        kind: KindOption = None,
        since: SinceOption = None,
        until: UntilOption = None,
        as_of: AsOfOption = None,
        published_by: PublishedByOption = None,
        release: ReleaseOption = None,
        embargoed: EmbargoedOption = False,
        query: QueryOption = None,
        status: StatusOption = None,
    ) -> None:
        from tocsin.pipeline import open_store
        from tocsin.store import Query

        if since and until and until < since:
            raise typer.BadParameter(f"--until {until} lies before --since {since}")
        asked = Query(
            country=country,
            target=target,
            actor=actor,
            kind=None if kind is None else one_of(kind, kinds, "--kind"),
            since=since,
            until=until,
            as_of=as_of,
            published_by=published_by,
            release=released(release, whole=embargoed or output is Table.TEXT),
            query=query,
            status=status.value if status else None,
        )
        with open_store(store, create=False) as case:
            found = list(find(case, asked))
        _print(found, output, lines)

    command.__doc__ = summary
    return command


def _incidents(case: "Case", asked: "Query") -> Found:
    return (wire.incident(view) for view in case.incidents(asked))


def _threats(case: "Case", asked: "Query") -> Found:
    return (wire.held(one.document, one.incident, one.noun) for one in case.threats(asked))


def _assessments(case: "Case", asked: "Query") -> Found:
    return (wire.held(one.document, one.incident, one.noun) for one in case.assessments(asked))


incidents = _list("Print the incidents that a store holds.", EVENT_KINDS, _incidents, "incident_lines")
threats = _list("Print the threats that documents in a store tell of.", EVENT_KINDS, _threats, "threat_lines")
assessments = _list(
    "Print the judgements that documents in a store make: motives, capabilities, outlooks, gaps.",
    ASSESSMENT_TYPES,
    _assessments,
    "assessment_lines",
)


def show(
    incident: Annotated[str, typer.Argument(metavar="ID", help="The incident's id.")],
    store: StoreOption,
    output: FormatOption = Format.TEXT,
    as_of: AsOfOption = None,
    published_by: PublishedByOption = None,
    release: ReleaseOption = None,
    embargoed: EmbargoedOption = False,
) -> None:
    """Print one incident with everything behind it: who says what, in which words, and where."""
    from tocsin.cli.judge import judgement_line
    from tocsin.cli.whole import whole_incident
    from tocsin.pipeline import open_store

    with open_store(store, create=False) as case:
        scope = released(release, whole=embargoed or output is Format.TEXT)
        view = case.incident(incident, as_of=as_of, published_by=published_by, release=scope)
        if view is None:
            raise StoreError(incident, f"no such incident in {case.place}")
        read = [case.report(document, as_of=as_of) for document in view.reports]
        judged = passed_on(case, case.judgements(incident, as_of=as_of), scope)
    documents = [report.document for report in read if report]
    shown = wire.incident(view)
    if output is Format.JSONL:
        reports = [{key: value for key, value in wire.document(one).items() if key != "text"} for one in documents]
        typer.echo(wire.line({**shown, "reports": reports, "judgements": wire.plain(judged)}))
    else:
        lines = [*whole_incident(shown, documents, paint()), *map(judgement_line, judged)]
        typer.echo("\n".join(lines))


def passed_on(case: "Case", judged: "tuple[Judgement, ...]", release: "Release | None") -> "tuple[Judgement, ...]":
    """Return the judgements that name no account of a document that may not be passed on."""
    if release is None:
        return judged
    marks = case.handlings().items()
    names = [name for name, handling in marks if not release.allows(handling)]
    hidden = tuple(f"{name}{end}" for name in names for end in ":@")
    return tuple(
        one for one in judged if not any(key.startswith(hidden) for held in one.sides.values() for key in held)
    )


def _print(found: list[dict[str, Any]], output: Table, lines: str) -> None:
    if output is Table.CSV:
        from tocsin.model.table import table

        typer.echo(table(found), nl=False)
        return
    from tocsin.cli import listing

    if output is Table.TEXT and not found:
        note("Nothing found.")
    for one in found:
        typer.echo(wire.line(one) if output is Table.JSONL else "\n".join(getattr(listing, lines)(one, paint())))
