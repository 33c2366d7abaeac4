"""The benchmarks, each from its data to scores and to what was predicted; reading is passed in as functions."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from tocsin.bench import isaf, muc4, stories
from tocsin.bench.alike import Record
from tocsin.bench.tally import Result
from tocsin.errors import TocsinError
from tocsin.model import wire
from tocsin.model.record import Report
from tocsin.model.text import Document

SINGLE = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """How documents are read: their events, their mentions in wire form, the names of persons (in memory alone)."""

    analyze: Callable[[Document], Report]
    annotate: Callable[[Document], dict[str, Any]]
    persons: muc4.Persons


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one benchmark gave; `files` are predictions by file name (`SINGLE` for one without a name)."""

    result: Result
    files: Mapping[str, Sequence[Any]]
    failures: int = 0


def reports(documents: Sequence[Document], analyze: Callable[[Document], Report]) -> tuple[list[Report], int]:
    """Return a report on each document, an empty one where reading fails, and how many failed."""
    found, failures = [], 0
    with typer.progressbar(documents, file=sys.stderr, hidden=not sys.stderr.isatty()) as queue:
        for document in queue:
            try:
                found.append(analyze(document))
            except TocsinError as error:
                failures += 1
                found.append(Report(document, read="names_only", relevant=False, relevance=0.0))
                print(f"{document.id}: {error}", file=sys.stderr)
    return found, failures


def run_gold(path: Path, data: Path | None, reader: Reader) -> Outcome:
    """Score stories with their events."""
    records, notes = stories.load(path, data)
    found, failures = reports([record.document for record in records], reader.analyze)
    lines = [wire.report(report) for report in found]
    return Outcome(stories.score(records, lines, notes), {SINGLE: lines}, failures)


def run_isaf(path: Path, data: Path | None, reader: Reader) -> Outcome:  # noqa: ARG001 -- one form for all benches
    """Score the five fields of ISAF press releases."""
    releases = isaf.load(path)
    found, failures = reports([release.document for release in releases], reader.analyze)
    lines = [wire.report(report) for report in found]
    return Outcome(isaf.score(releases, lines), {SINGLE: lines}, failures)


def run_muc4(path: Path, data: Path | None, reader: Reader) -> Outcome:  # noqa: ARG001 -- one form for all benches
    """Score MUC-4 templates, role fillers and slots."""
    messages = muc4.load(path)
    found, failures = reports([message.document for message in messages], reader.analyze)
    said = [muc4.predict(message, report, reader.persons) for message, report in zip(messages, found, strict=True)]
    return Outcome(muc4.score(messages, said), muc4.files(said), failures)


def listing(articles: Sequence[Record], found: Sequence[Report]) -> list[str]:
    """Return the share of articles called relevant, and their titles with the kinds of their main events."""
    called = [(article, report) for article, report in zip(articles, found, strict=True) if report.relevant]
    lines = [f"articles: {len(called)} of {len(articles)} called relevant"]
    for article, report in called:
        kinds = ", ".join(sorted({event.kind for event in report.events if event.main})) or "no event"
        lines.append(f"  {report.relevance:.2f}  {article.get('title')}  ({kinds})")
    return lines
