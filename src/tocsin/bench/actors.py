"""Names of actors are scored one by one: a sentence, the name in it, and whom a careful reader takes it for.

Gold items are lines of `{"id", "category", "published", "text", "mention", "nth", "actor", "new", …}`; predictions are
lines of `tocsin annotate`. An item is right where the mention has the gold id; where gold has none, it is right if
nothing is linked, and for a `new` actor only if it is found and left open. A wrong link is any other id.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.bench.bootstrap import measure
from tocsin.bench.tally import Result, Tally, hits
from tocsin.errors import BenchError
from tocsin.model.text import Span

NEEDED = {"id", "category", "text", "mention", "actor"}
WORST = 40


@dataclass(frozen=True, slots=True)
class Item:
    """One name in its sentence; `actor` is the id that is right, null where none is."""

    id: str
    part: str
    category: str
    text: str
    published: str | None
    span: Span
    actor: str | None
    new: bool


def load(path: Path) -> list[Item]:
    """Return the items of a JSONL file, or of all such files of a folder; raise `BenchError` where a line is none."""
    files = sorted(path.glob("*.jsonl"), reverse=True) if path.is_dir() else [path]
    found = []
    for file in files:
        try:
            rows = [json.loads(row) for row in file.read_text(encoding="utf-8").splitlines() if row.strip()]
        except (OSError, ValueError) as error:
            raise BenchError(str(file), f"no gold names: {error}") from error
        found += [_item(row, file, number) for number, row in enumerate(rows, 1)]
    return found


def _item(row: Any, file: Path, number: int) -> Item:
    where = f"{file}:{number}"
    if not isinstance(row, dict) or not row.keys() >= NEEDED:
        raise BenchError(where, f"expected an object with {', '.join(sorted(NEEDED))}")
    start = -1
    for _ in range(row.get("nth") or 1):
        start = row["text"].find(row["mention"], start + 1)
    if start < 0:
        raise BenchError(where, f"{row['mention']!r} does not stand there {row.get('nth') or 1} times")
    return Item(
        id=str(row["id"]),
        part=file.stem,
        category=row["category"],
        text=row["text"],
        published=row.get("published"),
        span=Span(start, start + len(row["mention"])),
        actor=row["actor"],
        new=bool(row.get("new")),
    )


def score(items: Sequence[Item], predictions: Iterable[Mapping[str, Any]]) -> Result:
    """Return the shares of names that are right and that are linked wrongly, by file and by category.

    What went wrong is told of the file `open` alone.
    """
    said = {_document_id(line): line for line in predictions}
    judged = [(item, *judge(item, said.get(item.id, {}))) for item in items]
    parts = [_tallies(item, right=right, wrong=wrong) for item, right, wrong, _ in judged]
    worst = [
        f"{item.id}  {item.span.of(item.text)!r} in {item.category}: {answer} for {item.actor}"
        for item, right, _, answer in judged
        if not right and item.part != "held"
    ]
    return Result("actors", measure(parts), len(items), accuracy=True, worst=tuple(worst[:WORST]))


def judge(item: Item, line: Mapping[str, Any]) -> tuple[bool, bool, str]:
    """Return whether an item is right, whether it is linked wrongly, and what was said."""
    found = [
        mention
        for mention in line.get("mentions", ())
        if mention["type"] == "actor" and Span(*mention["span"]).meets(item.span)
    ]
    if not found:
        return item.actor is None and not item.new, False, "nothing"
    nearest = max(found, key=lambda mention: _shared(Span(*mention["span"]), item.span))
    actor = (nearest.get("resolved") or {}).get("actor_id")
    answer = actor or f"open ({', '.join(nearest.get('candidates') or ()) or 'no candidate'})"
    return actor == item.actor, actor not in (None, item.actor), answer


def _tallies(item: Item, *, right: bool, wrong: bool) -> dict[str, Tally]:
    one, link = hits(float(right), 1, 1), hits(float(wrong), 1, 1)
    return {
        f"{item.part}: right": one,
        f"{item.part}: wrong links": link,
        f"{item.part}: {item.category}": one,
    }


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _document_id(line: Mapping[str, Any]) -> str:
    document = line["document"]
    return str(document["id"] if isinstance(document, Mapping) else document)
