"""The benchmarks, each from its data to scores and to what was predicted; reading is passed in as functions."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import typer

from tocsin.bench import actors, briefs, isaf, marks, merge, muc4, passages, places, stories, times
from tocsin.bench.alike import Record
from tocsin.bench.gold import from_record, records
from tocsin.bench.tally import Result, Score, hits
from tocsin.errors import TocsinError
from tocsin.knowledge.countries import Countries
from tocsin.merge import Merger
from tocsin.model import wire
from tocsin.model.record import Report
from tocsin.model.text import Document

SINGLE = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """How documents are read (events, all they recall, mentions, names of persons in memory alone) and merged."""

    analyze: Callable[[Document], Report]
    analyze_all: Callable[[Document], Report]
    annotate: Callable[[Document], dict[str, Any]]
    persons: muc4.Persons
    countries: Callable[[], Countries]
    merger: Callable[[], Merger]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one benchmark gave; `files` are predictions by file name (`SINGLE` for one without a name)."""

    result: Result
    files: Mapping[str, Sequence[Any]]
    failures: int = 0


def progress(documents: Sequence[Document]) -> AbstractContextManager[Iterable[Document]]:
    """Return the documents with a bar that shows on a terminal alone."""
    return typer.progressbar(documents, file=sys.stderr, hidden=not sys.stderr.isatty())


def reports(documents: Sequence[Document], analyze: Callable[[Document], Report]) -> tuple[list[Report], int]:
    """Return a report on each document, an empty one where reading fails, and how many failed."""
    found, failures = [], 0
    with progress(documents) as queue:
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
    told, notes = stories.load(path, data)
    found, failures = reports([story.document for story in told], reader.analyze)
    lines = [wire.report(report) for report in found]
    return Outcome(stories.score(told, lines, notes), {SINGLE: lines}, failures)


def run_held(path: Path, data: Path | None, reader: Reader) -> Outcome:
    """Score the stories that are kept from those who build the extractor: no document's mistakes are told."""
    outcome = run_gold(path, data, reader)
    return replace(outcome, result=replace(outcome.result, bench="held", worst=()))


def run_passages(path: Path, data: Path | None, reader: Reader) -> Outcome:  # noqa: ARG001 -- one form for all benches
    """Score marked passages of a file."""
    told = marks.load(path)
    lines = [{"id": one.id, "text": one.text, "published": f"{one.year}-06-15" if one.year else None} for one in told]
    found, failures = reports([from_record(line, path.name) for line in lines], reader.analyze)
    said = [wire.report(report) for report in found]
    return Outcome(_kept(passages.score(told, said), path), {SINGLE: said}, failures)


def _kept(result: Result, path: Path) -> Result:
    """Return a result without what went wrong, where its file is kept from those who mend."""
    return replace(result, worst=()) if path.stem == "held" else result


def run_briefs(path: Path, data: Path | None, reader: Reader) -> Outcome:  # noqa: ARG001 -- one form for all benches
    """Score short descriptions of incidents."""
    told = briefs.load(path)
    found, failures = reports(
        [from_record({"id": one.id, "text": one.text}, path.name) for one in told], reader.analyze
    )
    said = [wire.report(report) for report in found]
    return Outcome(_kept(briefs.score(told, said), path), {SINGLE: said}, failures)


def run_isaf(path: Path, data: Path | None, reader: Reader) -> Outcome:  # noqa: ARG001 -- one form for all benches
    """Score the five fields of ISAF press releases."""
    releases = isaf.load(path)
    found, failures = reports([release.document for release in releases], reader.analyze)
    lines = [wire.report(report) for report in found]
    return Outcome(isaf.score(releases, lines), {SINGLE: lines}, failures)


def run_muc4(path: Path, data: Path | None, reader: Reader) -> Outcome:  # noqa: ARG001 -- one form for all benches
    """Score MUC-4 templates, role fillers and slots."""
    messages = muc4.load(path)
    found, failures = reports([message.document for message in messages], reader.analyze_all)
    lands = [muc4.land(reader.annotate(message.document)) for message in messages]
    told = zip(messages, found, lands, strict=True)
    said = [muc4.predict(message, report, reader.persons, country) for message, report, country in told]
    return Outcome(muc4.score(messages, said), muc4.files(said), failures)


def run_places(path: Path, data: Path | None, reader: Reader) -> Outcome:
    """Score the coordinates of place mentions: of one file, or of our own sets and of GeoVirus where it is on disk."""
    if path.is_file():
        return _places({"": path}, reader)
    beside = data / places.GEOVIRUS if data else None
    outside = {"GeoVirus: ": beside} if beside and beside.is_file() else {}
    own = {f"{name.removesuffix('.jsonl')}: ": path / name for name in places.OWN}
    return _places({**outside, **own}, reader)


def _places(sets: Mapping[str, Path], reader: Reader) -> Outcome:
    """Score sets of places, with what each one's rows are called."""
    scores: list[Score] = []
    notes: list[str] = []
    said: list[dict[str, Any]] = []
    documents = 0
    for name, path in sets.items():
        gold = places.load(path)
        lines = annotated(gold, path, reader)
        scored = places.score(gold, lines, reader.countries())
        scores += [
            Score(f"{name}{row}", hits(share.value * share.of, share.of, share.of), share.low, share.high)
            for row, share in places.rows(scored).items()
        ]
        notes.append(
            f"{name}end to end: precision {100 * scored.precision:.1f}, recall {100 * scored.recall:.1f}, "
            f"{scored.documents} documents"
        )
        said += lines
        documents += scored.documents
    return Outcome(Result("places", tuple(scores), documents, accuracy=True, notes=tuple(notes)), {SINGLE: said})


def run_actors(path: Path, data: Path | None, reader: Reader) -> Outcome:  # noqa: ARG001 -- one form for all benches
    """Score whom hard names are taken for."""
    items = actors.load(path)
    lines = annotated([{"id": item.id, "text": item.text, "published": item.published} for item in items], path, reader)
    return Outcome(actors.score(items, lines), {SINGLE: lines})


def run_times(path: Path, data: Path | None, reader: Reader) -> Outcome:
    """Score spans and values of expressions of time, set by set where several are on disk."""
    sets = times.sets(path, data)
    scores: list[Score] = []
    said: list[dict[str, Any]] = []
    documents = 0
    for name, file in sets.items():
        gold = times.load(file)
        lines = annotated(gold, file, reader)
        scored = times.score(gold, lines)
        prefix = f"{name} " if len(sets) > 1 else ""
        scores += [replace(each, name=prefix + each.name) for each in (scored.relaxed, scored.strict, scored.value)]
        documents += scored.documents
        said += lines
    return Outcome(Result("times", tuple(scores), documents), {SINGLE: said})


def run_merge(path: Path, data: Path | None, reader: Reader) -> Outcome:  # noqa: ARG001 -- one form for all benches
    """Score which reports are taken for one incident: of one file, or of our own sets; with a baseline beside it."""
    merging = reader.merger()
    sets = {"": path} if path.is_file() else {name.removesuffix(".jsonl"): path / name for name in merge.OWN}
    rows: list[Score] = []
    notes: list[str] = []
    said: list[dict[str, Any]] = []
    documents = failures = 0
    for name, file in sets.items():
        told = merge.load(file)
        found, failed = reports([one.document for one in told], reader.analyze_all)
        clusters = merge.predict(found, merging)
        prefix = f"{name}: " if name else ""
        scored, note = merge.score(told, clusters, prefix)
        rows += [*scored, *merge.baseline(told, prefix), *merge.origins(told, found, merging, prefix)]
        notes.append(note)
        said += merge.lines(clusters)
        documents, failures = documents + len(told), failures + failed
    return Outcome(merge.result(rows, documents, notes), {SINGLE: said}, failures)


def annotated(lines: Sequence[Record], path: Path, reader: Reader) -> list[dict[str, Any]]:
    """Return the mentions of each record's text."""
    documents = [
        from_record({**line, "published": line.get("published") or line.get("date")}, path.name) for line in lines
    ]
    with progress(documents) as queue:
        return [reader.annotate(document) for document in queue]


def run_articles(path: Path, reader: Reader) -> list[str]:
    """Return how many articles are called relevant, and their titles with the kinds of their main events."""
    articles = [from_record({**line, "published": line.get("date")}, path.name) for line in records(path)]
    found, _ = reports(articles, reader.analyze)
    called = [report for report in found if report.relevant]
    return [f"articles: {len(called)} of {len(articles)} called relevant", *map(titled, called)]


def titled(report: Report) -> str:
    """Return a line with an article's relevance, its title and the kinds of its main events."""
    kinds = ", ".join(sorted({event.kind for event in report.events if event.main})) or "no event"
    return f"  {report.relevance:.2f}  {report.document.title}  ({kinds})"
