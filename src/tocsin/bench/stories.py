"""The gold bench: stories with their events, scored slot by slot on paired events."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tocsin.bench.alike import Record
from tocsin.bench.bootstrap import measure
from tocsin.bench.compare import WHOLE, Comparison, compare
from tocsin.bench.gold import Story, outside, standoff, stories
from tocsin.bench.slots import SLOTS
from tocsin.bench.tally import Result, Score, Tally, total

WORST = 8
MISTAKES = 6


def load(path: Path, data: Path | None = None) -> tuple[list[Story], list[str]]:
    """Return the stories of a JSONL file, or of a folder with `stories/` and `real/`; and notes on what is left out."""
    if path.is_file():
        return outside(path), []
    own = stories(path / "stories" if (path / "stories").is_dir() else path)
    real, notes = standoff(path / "real", data)
    return [*own, *real], notes


def score(records: Sequence[Story], predictions: Sequence[Record], notes: Sequence[str] = ()) -> Result:
    """Return the scores of reports in wire form, one for each story in its order."""
    compared = [compare(report, story) for story, report in zip(records, predictions, strict=True)]
    ordered = sorted(zip(records, compared, strict=True), key=lambda pair: worth(pair[1]))
    return Result(
        bench="gold",
        scores=tuple(sorted(measure([one.tallies for one in compared]), key=rank)),
        documents=len(records),
        worst=tuple(line for pair in ordered[:WORST] for line in told(*pair)),
        notes=(*notes, *negatives(records, compared)),
    )


def rank(score: Score) -> int:
    """Return where a slot stands in a table: after the sums, in the order of the record."""
    names = [slot.name for slot in SLOTS]
    return names.index(score.name) if score.name in names else -1


def worth(comparison: Comparison) -> float:
    """Return what a document contributes, for ranking: F1 of its slots, less with every false event."""
    tally = comparison.tallies.get(WHOLE, Tally())
    events = comparison.tallies.get("events", Tally())
    both = total((tally, events))
    return 1.0 if both.empty else both.f1


def told(story: Story, comparison: Comparison) -> list[str]:
    """Return a document's mistakes as lines; none where it has none."""
    if not comparison.mistakes:
        return []
    more = len(comparison.mistakes) - MISTAKES
    lines = [f"{story.document.id}  {100 * worth(comparison):.0f}"]
    lines += [f"    {line}" for line in comparison.mistakes[:MISTAKES]]
    return [*lines, f"    and {more} more"] if more > 0 else lines


def negatives(records: Sequence[Story], compared: Sequence[Comparison]) -> list[str]:
    """Return lines on the false events of stories in which nothing is to be found, by kind of story."""
    false: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for story, comparison in zip(records, compared, strict=True):
        if story.relevant is False:
            for kind in [tag for tag in story.tags if tag.startswith("negative:")] or ["negative"]:
                number[kind] += 1
                false[kind] += comparison.false_events
    return [f"{kind}: {false[kind]} false events in {number[kind]} stories" for kind in sorted(number)]
