"""The merge bench: reports of known incidents, grouped by what merging makes of their main accounts.

Every document is clustered, whatever it tells of, with the gate off. A report counts as one of what it leads with: the
main account of violence that says most, else any other. One in which no event is found has its words alone.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from tocsin.bench import clusters, tfidf
from tocsin.bench.bootstrap import draws, measure
from tocsin.bench.gold import from_record, records
from tocsin.bench.tally import Result, Score, Tally, hits
from tocsin.errors import BenchError
from tocsin.merge import Merger, partition
from tocsin.merge.origins import rooted
from tocsin.merge.traits import Traits, traits
from tocsin.model.incident import Account
from tocsin.model.record import Event, Report
from tocsin.model.text import Document

OWN = ("open.jsonl", "held.jsonl")
_LEADING = ("attack", "operation", "plot", "threat", "arrest", "trial", "designation", "publication", "statement")
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """One report of the set: its document, the incident it is of, and which others that looks like or follows.

    Reports of an incident that name `one` origin go back to it: an agency's report, or a spokesman's words.
    """

    document: Document
    incident: str
    alike: str | None
    follows: str | None
    one: str | None = None


def load(path: Path) -> list[Told]:
    """Return the reports of a file; raise BenchError where one names no incident."""
    told = []
    for line in records(path):
        if not isinstance(line.get("incident"), str):
            raise BenchError(path.name, f"{line.get('id')!r} names no incident")
        known = {key: line[key] for key in ("id", "title", "text", "published", "source") if line.get(key)}
        further = (line.get(key) for key in ("alike", "follows", "one"))
        told.append(Told(from_record(known, path.name), line["incident"], *further))
    return told


def leading(report: Report, merger: Merger) -> Traits:
    """Return the traits of the account that a report counts by, as one of violence that is its news."""
    document = report.document
    events = report.events or (Event(id="e0", kind="attack", main=True),)
    best = max(events, key=lambda event: (event.main, -_LEADING.index(event.kind), len(event.assertions)))
    accounts = [_account(document, event) for event in events]
    found = traits(accounts, document.text, document.title, merger.rarity(), merger.kin)
    own = found[events.index(best)]
    kind = best.kind if best.kind in ("attack", "operation", "plot") else "attack"
    return replace(own, main=True, family="violence", kind=kind)


def origins(told: Sequence[Told], reports: Sequence[Report], merger: Merger, prefix: str = "") -> tuple[Score, ...]:
    """Return how many pairs of reports of an incident are rightly said to have one origin; none where none is told."""
    if not any(one.one for one in told):
        return ()
    parts: dict[str, tuple[list[Account], dict[str, str | None]]] = {}
    for one, report in zip(told, reports, strict=True):
        accounts, known = parts.setdefault(one.incident, ([], {}))
        mains = [event for event in report.events if event.main]
        if mains:
            told_most = max(mains, key=lambda event: len(event.assertions))
            accounts.append(replace(_account(report.document, told_most), origin=merger.origin(report.document)))
            known[one.document.id] = one.one
    return measure([{f"{prefix}one origin": _same(*part)} for part in parts.values()])


def _same(accounts: Sequence[Account], known: Mapping[str, str | None]) -> Tally:
    root = rooted(accounts)
    pairs = list(combinations(accounts, 2))
    said = [root(one) == root(other) for one, other in pairs]
    true = [known[one.document] is not None and known[one.document] == known[other.document] for one, other in pairs]
    return hits(sum(one and other for one, other in zip(said, true, strict=True)), sum(said), sum(true))


def predict(reports: Sequence[Report], merger: Merger) -> dict[str, int]:
    """Return the cluster of each document by id."""
    told = [leading(report, merger) for report in reports]
    found: dict[str, int] = {}
    for number, cluster in enumerate(partition(told, merger.scale)):
        found |= {key.rpartition(":")[0]: number for key in cluster}
    return found


def score(told: Sequence[Told], said: Mapping[str, int], prefix: str = "") -> tuple[tuple[Score, ...], str]:
    """Return the scores of what was said, and a line on what is apart that only looks alike or follows."""
    gold = {one.document.id: one.incident for one in told}
    pairs = {tuple(sorted((one.incident, one.alike))) for one in told if one.alike}
    later = {(one.incident, one.follows) for one in told if one.follows}
    met: dict[str, set[Hashable]] = {}
    for document, cluster in said.items():
        met.setdefault(gold[document], set()).add(cluster)
    rows = list(clusters.scores(gold, said, prefix))
    parts = []
    for name, asked in (("look-alikes kept apart", pairs), ("follow-ups kept apart", later)):
        apart = [not met[one] & met[other] for one, other in sorted(asked) if one in met and other in met]
        if apart:
            rows.append(_share(f"{prefix}{name}", apart))
            parts.append(f"{name}: {sum(apart)} of {len(apart)}")
    return tuple(rows), prefix + ", ".join(parts)


def baseline(told: Sequence[Told], prefix: str) -> tuple[Score, ...]:
    """Return the scores of grouping by cosine of words."""
    days: list[date | None] = [one.document.published for one in told]
    found = tfidf.partition([f"{one.document.title or ''}\n{one.document.text}" for one in told], days)
    said = {one.document.id: cluster for one, cluster in zip(told, found, strict=True)}
    rows, _ = score(told, said, f"{prefix}TF-IDF ")
    return tuple(row for row in rows if not row.name.endswith((clusters.MUC, clusters.B_CUBED, clusters.CEAF)))


def result(rows: Sequence[Score], documents: int, notes: Sequence[str]) -> Result:
    """Return the result of the bench."""
    return Result("merge", tuple(rows), documents, notes=tuple(note for note in notes if note))


def lines(said: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return what was predicted, a line a document."""
    return [{"id": document, "cluster": cluster} for document, cluster in said.items()]


def _account(document: Document, event: Event) -> Account:
    day = None if document.published is None else document.published.isoformat()
    return Account(f"{document.id}:{event.id}", document.id, document.source, day, document.sample, _ANY_TIME, event)


def _share(name: str, right: Sequence[bool]) -> Score:
    """Return a share with its interval."""
    rounds = draws(len(right)) @ np.array(right, dtype=float) / len(right)
    low, high = np.percentile(rounds, (2.5, 97.5))
    return Score(name, hits(sum(right), len(right), len(right)), float(low), float(high))
