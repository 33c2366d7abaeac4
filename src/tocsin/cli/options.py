"""Options that several commands share, each with one meaning everywhere."""

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.settings import JUDGE, STORE

if TYPE_CHECKING:
    from tocsin.model.handling import Release


def day(words: str) -> date:
    """Return the day that an option names; anything but YYYY-MM-DD is wrong usage."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words, re.ASCII):
            return date.fromisoformat(words)
    except ValueError:
        pass
    raise typer.BadParameter(f"{words!r} is no day, expected YYYY-MM-DD")


def country(words: str) -> str:
    """Return the code of the country that an option names; anything else is wrong usage."""
    from tocsin.knowledge.countries import load_countries

    countries = load_countries()
    code = countries.code_of(words)
    if code is None:
        several = countries.named(words)
        what = f"may be {' or '.join(several)}" if several else "is no country"
        raise typer.BadParameter(f"{words!r} {what}, expected two letters (ISO 3166) or an English name")
    return code


def one_of(words: str, known: tuple[str, ...], option: str) -> str:
    """Return the words where they are known to an option; anything else is wrong usage."""
    if words not in known:
        raise typer.BadParameter(f"{words!r} is none of {', '.join(known)}", param_hint=f"'{option}'")
    return words


class Format(StrEnum):
    """How results are written."""

    TEXT = "text"
    JSONL = "jsonl"


class Table(StrEnum):
    """How a list from a store is written."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


class ReadBy(StrEnum):
    """What reads documents."""

    RULES = "rules"
    LLM = "llm"


class Status(StrEnum):
    """Whether a person has reviewed an incident."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files (HTML, text, JSON, JSONL); - is standard input.")
]
PublishedOption = Annotated[
    date | None, typer.Option("--published", parser=day, metavar="DATE", help="The day all inputs were published.")
]
SourceOption = Annotated[str | None, typer.Option("--source", metavar="NAME", help="The outlet of all inputs.")]
TranslationOption = Annotated[
    str | None,
    typer.Option("--translation-of", metavar="ID", help="All inputs are translations of this document."),
]
FormatOption = Annotated[Format, typer.Option("--format", help="Text for people or JSON lines for programs.")]
ReaderOption = Annotated[
    ReadBy, typer.Option("--reader", help="Our own rules, or the language model that TOCSIN_LLM_… name: unproven.")
]
TableOption = Annotated[Table, typer.Option("--format", help="Text for people, JSON lines or CSV for programs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress and no summary.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say how each input was read.")]
StoreOption = Annotated[str, typer.Option("--store", envvar=STORE.env, help=STORE.help, default_factory=STORE.default)]
CountryOption = Annotated[
    str | None,
    typer.Option("--country", parser=country, metavar="COUNTRY", help="Where it happened: a code or an English name."),
]
TargetOption = Annotated[
    str | None,
    typer.Option("--target", help="Who or what was hit or named: a country, nationality, organisation or kind."),
]
ActorOption = Annotated[str | None, typer.Option("--actor", help="An actor: an id or words of a name.")]
KindOption = Annotated[str | None, typer.Option("--kind", help="A kind of event, or a type of assessment.")]
SinceOption = Annotated[date | None, typer.Option("--since", parser=day, metavar="DATE", help="Not before this day.")]
UntilOption = Annotated[date | None, typer.Option("--until", parser=day, metavar="DATE", help="Not after this day.")]
AsOfOption = Annotated[
    date | None, typer.Option("--as-of", parser=day, metavar="DATE", help="As it was known on this day.")
]
QueryOption = Annotated[str | None, typer.Option("--query", help="Words to be found.")]
StatusOption = Annotated[Status | None, typer.Option("--status", help="Whether somebody has reviewed it.")]
Judge = Annotated[
    str, typer.Option("--judge", envvar=JUDGE.env, metavar="NAME", help=JUDGE.help, default_factory=JUDGE.default)
]
PublishedByOption = Annotated[
    date | None,
    typer.Option("--published-by", parser=day, metavar="DATE", help="Only what had been published by this day."),
]
ReleaseOption = Annotated[
    str | None,
    typer.Option(
        "--release",
        metavar="TLP",
        help="Only what those may see who may see this mark, embargoes kept.",
    ),
]


EmbargoedOption = Annotated[
    bool,
    typer.Option("--embargoed", help="With what is under embargo, which only the text for a terminal shows otherwise."),
]


def released(mark: str | None, *, whole: bool) -> "Release | None":
    """Return the release that an option names, as of today; anything but a mark is wrong usage.

    Where none is named, only a `whole` view has what is under embargo.
    """
    from tocsin.model.handling import MARKS, Release

    if mark is None:
        return None if whole else Release.today()
    found = next((known for known in MARKS if known == mark.lower().removeprefix("tlp:")), None)
    if found is None:
        raise typer.BadParameter(f"{mark!r} is none of {', '.join(MARKS)}", param_hint="'--release'")
    return Release.today(found)
