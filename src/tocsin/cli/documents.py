"""`documents` finds stored reports in any language by who, where and when they name, also those that tell no incident.

Names, places and dates are read anew from the stored texts, as `annotate` reads them: a large store takes its time.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

import typer

from tocsin.cli.options import (
    ActorOption,
    AsOfOption,
    CountryOption,
    Format,
    FormatOption,
    SinceOption,
    StoreOption,
    UntilOption,
)
from tocsin.cli.say import note, paint, printable
from tocsin.model import wire

LanguageOption = Annotated[str | None, typer.Option("--language", help="The language, as two letters (ISO 639).")]
Mention = Mapping[str, Any]
Test = Callable[[Mention], bool]


def documents(
    store: StoreOption,
    output: FormatOption = Format.TEXT,
    actor: ActorOption = None,
    country: CountryOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    language: LanguageOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Print the reports that a store holds, in any language, by the actors, places and dates that they name."""
    from tocsin.model.handling import Release
    from tocsin.pipeline import mentions, open_store

    if since and until and until < since:
        raise typer.BadParameter(f"--until {until} lies before --since {since}")
    asked = tuple(_asked(actor, country, since, until))
    found = 0
    with open_store(store, create=False) as case:
        for document in case.documents(as_of=as_of, release=None if output is Format.TEXT else Release.today()):
            if language and document.language != language:
                continue
            told = mentions(document)["mentions"] if asked else []
            fitting = [[mention for mention in told if test(mention)] for test in asked]
            if all(fitting):
                found += 1
                _print(wire.document(document), [one for each in fitting for one in each], output)
    if not found and output is Format.TEXT:
        note("Nothing found.")


def _asked(actor: str | None, country: str | None, since: date | None, until: date | None) -> Iterator[Test]:
    """Yield a test of a mention for each thing that is asked for."""
    if actor is not None:
        words = actor.casefold()
        yield (
            lambda one: (
                one["type"] == "actor" and any(words == name or f" {words}" in f" {name}" for name in _names(one))
            )
        )
    if country is not None:
        yield lambda one: _country(one) == country
    if since or until:
        yield lambda one: one["type"] == "date" and _meets(one["resolved"] or {}, since, until)


def _country(mention: Mention) -> str | None:
    """Return the country of a place or of words for a people."""
    told = mention["resolved"] or {}
    return told.get("country") if mention["type"] in ("place", "nationality") else None


def _names(mention: Mention) -> Iterator[str]:
    told = mention["resolved"] or {}
    yield from (str(name).casefold() for name in (mention["text"], told.get("actor_id"), told.get("name")) if name)


def _meets(told: Mapping[str, Any], since: date | None, until: date | None) -> bool:
    """Tell whether a date may lie between two days; an open one does not."""
    start, end = told.get("start"), told.get("end")
    if start is None or end is None:
        return False
    return (since is None or end >= since.isoformat()) and (until is None or start <= until.isoformat())


def _print(document: dict[str, Any], fitting: list[Mention], output: Format) -> None:
    if output is Format.JSONL:
        shown = {key: value for key, value in document.items() if key != "text"}
        typer.echo(wire.line({"document": shown, "mentions": fitting}))
        return
    source = document["source"]
    outlet = source["name"] or source["domain"] or "unnamed outlet"
    facts = (document["published"] or "no date", outlet, document["language"] or "unknown language")
    title = document["title"] or document["text"][:80]
    typer.echo(f"{paint()(document['id'], 'name')}  {printable(title)}")
    names = ", ".join(dict.fromkeys(str(one["text"]) for one in fitting))
    typer.echo(paint()(f"  {' · '.join(facts)}{f': {printable(names)}' if names else ''}", "quiet"))
