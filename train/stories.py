"""Stories with marks, and short texts of which only the relevance is known, cut into passages."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from passages import Passage, judgement, read_marked
from tocsin.bench.marks import Mark
from tocsin.knowledge.reader import LABELS
from tocsin.model.text import Span

END = re.compile(r"(?<=[.!?\"”’])\s+(?=[\"“‘A-Z0-9])|\n+")
LONGEST = 700  # characters of a window
OUTSIDE = 0.5  # what a harmless outside text counts
BEFORE = 250  # characters of the window before that are read again, as whole sentences


def read_stories(path: Path) -> list[Passage]:
    """Return the windows of marked stories, with the judgements of their annotations; windows overlap a little."""
    return [window for story in read_marked(path) for window in windows(_with_judgements(story, path))]


def _with_judgements(story: Passage, path: Path) -> Passage:
    raw = yaml.safe_load((path.parent.parent / "stories" / f"{story.id}.yml").read_text("utf-8"))
    told = raw.get("assessments") or ()
    marked = tuple(judgement(story.text, one["text"], one["type"], one.get("at", 1)) for one in told)
    return replace(story, marks=(*story.marks, *marked), known=frozenset(LABELS))


def windows(whole: Passage) -> Iterator[Passage]:
    """Yield runs of whole sentences of a passage, each with its marks and the stances whose words it holds."""
    starts = [0, *(found.end() for found in END.finditer(whole.text)), len(whole.text)]
    first, number = 0, 0
    while first < len(starts) - 1:
        last = first + 1
        while last < len(starts) - 1 and starts[last + 1] - starts[first] <= LONGEST:
            last += 1
        yield _part(whole, starts[first], starts[last], number)
        number += 1
        if last == len(starts) - 1:
            break
        again = last
        while again > first + 1 and starts[last] - starts[again - 1] <= BEFORE:
            again -= 1
        first = again


def _part(whole: Passage, start: int, end: int, number: int) -> Passage:
    text = whole.text[start:end].rstrip()
    marks = tuple(
        Mark(Span(mark.span.start - start, mark.span.end - start), mark.label, mark.of)
        for mark in whole.marks
        if start <= mark.span.start and mark.span.end <= start + len(text)
    )
    here = {mark.of for mark in marks}
    stands = tuple(s for s in whole.stands if s.event in here and (s.actor is None or s.actor in here))
    return replace(
        whole, id=f"{whole.id}#{number}", text=text, marks=marks, stands=stands, relevant=whole.relevant and bool(marks)
    )


def read_relevance(path: Path) -> list[Passage]:
    """Return short texts: of harmless ones it is known that they tell nothing, of others the relevance alone."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return [
        Passage(row["id"], f"{row['title']}\n{row['text']}", row["relevant"], has_stands=False)
        if not row["relevant"]
        else Passage(row["id"], f"{row['title']}\n{row['text']}", row["relevant"], known=frozenset(), has_stands=False)
        for row in rows
    ]


def read_harmless(path: Path, data: Path) -> list[Passage]:
    """Return how outside records begin in which no violence is told; what is annotated in `real` is left out."""
    kept = {_key(yaml.safe_load(file.read_text("utf-8"))) for file in (path.parent / "real").glob("*.yml")}
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = {_key(row) for row in rows if not row["tells"]} - kept
    found = []
    for name in sorted({name for name, _, _ in wanted}):
        for line in (data / name).read_text("utf-8").splitlines():
            record = json.loads(line)
            named = any((name, field, str(record.get(field))) in wanted for field in ("url", "id"))
            if named and "text" in record:  # some sets give tokens alone
                text = "\n\n".join(part for part in (record.get("title"), record["text"]) if part)
                found.append(
                    Passage(f"{name}:{len(found)}", text[:LONGEST], relevant=False, has_stands=False, weight=OUTSIDE)
                )
    return found


def _key(row: Mapping[str, Any]) -> tuple[str, str, str]:
    ((field, value),) = row["key"].items()
    return row["data"], field, str(value)
