"""`actors` searches the authority, shows a record with the source of each fact, and adds records of the user's own."""

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli.options import Format, FormatOption, StoreOption, country
from tocsin.cli.say import note, paint, printable
from tocsin.errors import KnowledgeError
from tocsin.knowledge.actors import Authority
from tocsin.model import wire
from tocsin.settings import ACTORS

app = typer.Typer(no_args_is_help=True, help="Search, show and add actors: groups, their outlets, forces of states.")
FolderOption = Annotated[
    Path, typer.Option("--actors", envvar=ACTORS.env, help=ACTORS.help, default_factory=lambda: Path(ACTORS.default()))
]
MOST = 40


class Kind(StrEnum):
    """What an actor may be that a user adds."""

    ARMED_GROUP = "armed_group"
    MEDIA_OUTLET = "media_outlet"
    STATE_FORCE = "state_force"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="A name, or part of one, in any script.")],
    output: FormatOption = Format.TEXT,
) -> None:
    """Print the actors with a name that holds the words; where there is none, those with a name alike."""
    from tocsin.cli.authority import found_line
    from tocsin.knowledge.actor_search import search as searched
    from tocsin.pipeline import known_here

    asked = " ".join(words)
    hits = searched(_told(known_here().actors), asked)
    if not hits:
        raise KnowledgeError(asked, "no actor has such a name")
    for hit in hits[:MOST]:
        shown = {"actor_id": hit.record.id, "name": hit.record.name, "kind": hit.record.kind, "as": hit.name}
        typer.echo(wire.line({**shown, "near": hit.near}) if output is Format.JSONL else found_line(hit, paint()))
    if len(hits) > MOST and output is Format.TEXT:
        note(f"{len(hits) - MOST} more; give more of the name.")


@app.command()
def show(
    actor: Annotated[str, typer.Argument(metavar="ID", help="The actor's id.")],
    output: FormatOption = Format.TEXT,
) -> None:
    """Print one actor with the source of every fact."""
    from tocsin.cli.authority import as_told, record_lines
    from tocsin.pipeline import known_here

    authority = _told(known_here().actors)
    record = authority.record(actor)
    if output is Format.JSONL:
        typer.echo(wire.line(as_told(record, authority)))
    else:
        typer.echo("\n".join(record_lines(record, authority, paint())))


@app.command()
def add(
    actor: Annotated[str, typer.Argument(metavar="ID", help="The new actor's id: lower case, hyphens.")],
    name: Annotated[str, typer.Option("--name", help="What it is called.")],
    source: Annotated[str, typer.Option("--source", help="Where that stands: publisher, title, date.")],
    folder: FolderOption,
    kind: Annotated[Kind, typer.Option("--kind", help="What it is.")] = Kind.ARMED_GROUP,
    also: Annotated[list[str] | None, typer.Option("--also", metavar="NAME", help="Another name.")] = None,
    weak: Annotated[list[str] | None, typer.Option("--weak", metavar="NAME", help="A name others have too.")] = None,
    area: Annotated[list[str] | None, typer.Option("--area", metavar="COUNTRY", help="Where it is active.")] = None,
    since: Annotated[int | None, typer.Option("--since", metavar="YEAR", help="Since when.")] = None,
) -> None:
    """Add an actor to your own folder, which lies over the shipped ones; a shipped id adds to that record."""
    from tocsin.knowledge import load
    from tocsin.knowledge.actor_files import read_actor
    from tocsin.knowledge.own_actors import written

    path = folder / f"{actor}.yml"
    if path.exists():
        raise KnowledgeError(str(path), "is there already; edit it")
    text = written(
        actor, name, kind.value, source, also=also or (), weak=weak or (), areas=map(country, area or ()), since=since
    )
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as trial:
        draft = Path(trial) / path.name
        draft.write_text(text, "utf-8")
        read_actor(draft)
        draft.replace(path)
    typer.echo(f"{path}: written")
    _told(load(folder).actors)


@app.command()
def unknown(
    store: StoreOption,
    output: FormatOption = Format.TEXT,
) -> None:
    """Print the names in a store that stand for an actor which nobody has a record of, most frequent first."""
    from tocsin.cli.unresolved import unresolved
    from tocsin.model.handling import Release
    from tocsin.pipeline import known_here, open_store
    from tocsin.store import Query

    with open_store(store, create=False) as case:
        release = None if output is Format.TEXT else Release.today()
        views = [wire.incident(view) for view in case.incidents(Query(release=release))]
    for name, documents in unresolved(views, known_here()):
        if output is Format.JSONL:
            typer.echo(wire.line({"name": name, "documents": documents}))
        else:
            typer.echo(f"{documents:5}  {printable(name)}")


def _told(authority: Authority) -> Authority:
    """Return an authority, once what conflicts in the user's own records is said."""
    for conflict in authority.conflicts:
        note(f"tocsin: {conflict}")
    return authority
