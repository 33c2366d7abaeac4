"""How far two people who annotated the same stories or passages agree, with the scorers of `tocsin bench`.

The second annotation is scored as if it were a prediction of the first; F1 does not depend on which is which.

    python scripts/second_coder.py [GOLD_FOLDER]
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tocsin.bench import marks, passages
from tocsin.bench.bootstrap import measure
from tocsin.bench.compare import SPANS, Comparison, compare
from tocsin.bench.gold import Story, records, story
from tocsin.bench.marks import Passage
from tocsin.bench.report import table
from tocsin.bench.tally import Result, hits
from tocsin.errors import TocsinError
from tocsin.model.text import Span

JUDGEMENTS = "judgements.jsonl"


def agreement(gold: Path) -> Result:
    """Return the agreement on every story that `second/` holds too; raise BenchError where one is malformed."""
    names = sorted(path.name for path in (gold / "second").glob("*.yml") if (gold / "stories" / path.name).is_file())
    compared = {name: both(gold, name) for name in names}
    return Result(
        bench="agreement of two coders",
        scores=measure([{k: v for k, v in one.tallies.items() if k != SPANS} for one in compared.values()]),
        documents=len(names),
        worst=tuple(f"{Path(name).stem}: {line}" for name, one in compared.items() for line in one.mistakes),
    )


def both(gold: Path, name: str) -> Comparison:
    """Return how the second annotation of a story compares with the first."""
    text = (gold / "stories" / name).with_suffix(".txt")
    before = gold / "first" / name  # as first coded, where settling the differences has changed it since
    first = before if before.is_file() else gold / "stories" / name
    return compare(as_report(story(gold / "second" / name, text)), story(first, text))


def as_report(annotated: Story) -> dict[str, Any]:
    """Return an annotation as if it had been predicted; its further readings stand among the assertions."""
    return {
        "document": {"text": annotated.document.text},
        "relevant": bool(annotated.relevant),
        "events": [{**event, "assertions": event["also"]} for event in annotated.events or ()],
        "assessments": list(annotated.assessments or ()),
        "relations": list(annotated.relations or ()),
    }


def of_passages(folder: Path) -> Result:
    """Return the agreement on the marked passages that `second/` holds too; raise BenchError for malformed ones."""
    files = sorted(file for file in (folder / "second").glob("*.jsonl") if file.name != JUDGEMENTS)
    second = {one.id: one for file in files for one in marks.load(file)}
    first = [one for file in files for one in marks.load(folder / file.name) if one.id in second]
    result = passages.score(first, [as_told(second[one.id]) for one in first])
    return replace(result, bench="agreement of two coders on passages", worst=())


def of_judgements(folder: Path) -> Result:
    """Return the agreement on the assessments of passages: clauses that meet, and of those the ones of one type."""
    first = {row["id"]: row for row in records(folder / JUDGEMENTS)}
    pairs = [
        (_clauses(row, first[row["id"]]), _clauses(first[row["id"]], first[row["id"]]))
        for row in records(folder / "second" / JUDGEMENTS)
    ]
    tallies = [
        {
            name: hits(_met(second, one, typed=typed), len(second), len(one))
            for name, typed in (("assessments", False), ("of their type", True))
        }
        for second, one in pairs
    ]
    return Result("agreement of two coders on judgements", measure(tallies), len(pairs))


def _clauses(row: Mapping[str, Any], whole: Mapping[str, Any]) -> list[tuple[Span, str]]:
    starts = [(whole["text"].index(one["text"]), one) for one in row["assessments"]]
    return [(Span(start, start + len(one["text"])), one["type"]) for start, one in starts]


def _met(second: Sequence[tuple[Span, str]], first: Sequence[tuple[Span, str]], *, typed: bool) -> int:
    """Return how many clauses of one coder meet one of the other's, each used once, those of one type first."""
    left = list(second)
    count = 0
    for span, kind in first:
        near = [one for one in left if one[0].meets(span) and (one[1] == kind or not typed)]
        if near:
            left.remove(min(near, key=lambda one: one[1] != kind))
            count += 1
    return count


def as_told(passage: Passage) -> dict[str, Any]:
    """Return a marked passage as if it had been predicted."""
    return {"relevant": passage.relevant, "events": [_event(passage, of) for of in passage.events]}


def _event(passage: Passage, of: str) -> dict[str, Any]:
    kind = passage.events[of]
    return {
        "kind": kind,
        "assertions": [{"field": "/kind", "span": span} for span in passage.spans(of, kind)],
        "responsibility": [
            {"stance": stand.stance, "actor": _actor(passage, stand.actor)}
            for stand in passage.stands
            if stand.event == of
        ],
    }


def _actor(passage: Passage, of: str | None) -> dict[str, Any] | None:
    if of is None:
        return None
    span = passage.spans(of)[0]
    return {"text": span.of(passage.text), "span": span}


def main(arguments: list[str]) -> int:
    """Print the agreement and every difference."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[1] / "gold"
    try:
        result = agreement(folder)
        print(table(result) if result.documents else f"{folder / 'second'}: no second annotation of any story")
        if (folder / "passages" / "second").is_dir():
            print(table(of_passages(folder / "passages")))
            print(table(of_judgements(folder / "passages")))
    except TocsinError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
