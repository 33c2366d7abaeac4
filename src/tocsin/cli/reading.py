"""`analyze`, `annotate` and `ingest` read inputs in the order given; one that fails does not keep the others back."""

import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import typer

from tocsin.cli.model import model
from tocsin.cli.options import (
    Format,
    FormatOption,
    Paths,
    PublishedOption,
    Quiet,
    ReadBy,
    ReaderOption,
    SourceOption,
    StoreOption,
    TranslationOption,
    Verbose,
)
from tocsin.cli.say import complain, note, paint, printable, progress, several
from tocsin.errors import ReaderError, ReadError, RefusedError, TocsinError
from tocsin.model import wire
from tocsin.model.record import Report
from tocsin.model.text import Document

if TYPE_CHECKING:
    from tocsin.read import Given
    from tocsin.store import Update

Result = TypeVar("Result")
STANDARD_INPUT = "-"
LINES = (".jsonl", ".ndjson", ".json")


def analyze(
    paths: Paths,
    published: PublishedOption = None,
    source: SourceOption = None,
    output: FormatOption = Format.TEXT,
    reader: ReaderOption = ReadBy.RULES,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print what documents report; nothing is stored."""
    from tocsin.cli.text import render
    from tocsin.pipeline import analyze
    from tocsin.read import Given

    def shown(report: Report) -> str:
        if output is Format.JSONL:
            return wire.line(wire.report(report))
        return "\n".join([*render(report, paint()), ""])

    with model() if reader is ReadBy.LLM else nullcontext() as other:
        work = partial(analyze, reader=other) if other else analyze
        results = _each(paths, Given(published, source), work, verbose=verbose)
        _print_all(results, paths, shown, output, quiet=quiet)


def annotate(
    paths: Paths,
    published: PublishedOption = None,
    source: SourceOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print every mention of places, actors, dates, counts, weapons and nationalities, one JSON object a document."""
    from tocsin.pipeline import mentions
    from tocsin.read import Given

    results = _each(paths, Given(published, source), mentions, verbose=verbose)
    _print_all(results, paths, wire.line, Format.JSONL, quiet=quiet)


def ingest(
    paths: Paths,
    store: StoreOption,
    published: PublishedOption = None,
    source: SourceOption = None,
    translation_of: TranslationOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Analyze documents and merge what they report into a store; what it holds already is left alone."""
    from tocsin.pipeline import open_store
    from tocsin.read import Given

    _make_room(store)
    done: list[Update | TocsinError] = []
    with open_store(store) as case:
        results = _each(paths, Given(published, source, translation_of), case.ingest, verbose=verbose)
        try:
            with progress(results, _length(paths), quiet=quiet, covered=False) as found:
                done.extend(found)
        finally:  # also where it is stopped, or the disk is full: each document is a transaction of its own
            if not quiet:
                typer.echo(_summary(done, case.place))
    raise typer.Exit(1 if any(isinstance(one, TocsinError) for one in done) else 0)


def _summary(done: "list[Update | TocsinError]", place: str) -> str:
    outcomes = Counter("failed" if isinstance(one, TocsinError) else one.outcome for one in done)
    counts = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    touched = {incident for one in done if not isinstance(one, TocsinError) for incident in one.incidents}
    head = f"{several(len(done), 'document')} ({counts})" if done else several(0, "document")
    return f"{head}; {several(len(touched), 'incident')} changed in {place}"


def _each(
    paths: Iterable[str], given: "Given", work: Callable[[Document], Result], *, verbose: bool
) -> Iterator[Result | TocsinError]:
    """Yield what the work makes of every document, or the error, which is named on standard error as it comes."""
    from tocsin.pipeline import known_here

    for conflict in known_here().actors.conflicts:
        note(f"tocsin: {conflict}")
    for document in chain.from_iterable(_read(path, given) for path in paths):
        if isinstance(document, ReadError):
            result: Result | TocsinError = document
        else:
            if verbose:
                note(_explained(document))
            result = _attempt(work, document, verbose=verbose)
        if isinstance(result, TocsinError):
            complain(result)
        yield result


def _attempt(work: Callable[[Document], Result], document: Document, *, verbose: bool) -> Result | TocsinError:
    try:
        return work(document)
    except (ReaderError, RefusedError) as error:
        return error
    except TocsinError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of ours in one document must not cost the others
        if verbose:
            traceback.print_exc()
        return TocsinError(document.path or document.id, f"could not be analyzed: {type(error).__name__}: {error}")


def _read(path: str, given: Any) -> Iterator[Document | ReadError]:
    from tocsin.read import LIMIT, read_bytes, read_file

    if path == STANDARD_INPUT:
        return read_bytes(sys.stdin.buffer.read(LIMIT + 1), path, given)
    if "://" in path:
        return iter([ReadError(path, "is an address; save the page and give the file")])
    return read_file(path, given)


def _print_all(
    results: Iterator[Result | TocsinError],
    paths: list[str],
    shown: Callable[[Result], str],
    output: Format,
    *,
    quiet: bool,
) -> NoReturn:
    """Print each result as it comes, an error only among objects, and end with the status that they call for."""
    failed = False
    with progress(results, _length(paths), quiet=quiet, covered=sys.stdout.isatty()) as found:
        for result in found:
            if not isinstance(result, TocsinError):
                typer.echo(shown(result))
                continue
            failed = True
            if output is Format.JSONL:
                typer.echo(wire.line(_trouble(result)))
    raise typer.Exit(1 if failed else 0)


def _trouble(error: TocsinError) -> dict[str, Any]:
    return {"path": error.subject, "error": {"type": type(error).__name__, "message": printable(error.reason)}}


def _explained(document: Document) -> str:
    day = (
        f"published {document.published} ({document.published_basis})"
        if document.published
        else "no day of publication"
    )
    return f"tocsin: {document.path}: {len(document.text)} characters, language {document.language}, {day}"


def _length(paths: list[str]) -> int | None:
    return None if any(path == STANDARD_INPUT or path.endswith(LINES) for path in paths) else len(paths)


def _make_room(store: str) -> None:
    """Make the folder of the default store, which no one else would make."""
    from tocsin.settings import STORE

    if store == STORE.default():
        Path(store).parent.mkdir(parents=True, exist_ok=True)
