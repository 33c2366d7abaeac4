"""One run of one or more benchmarks, as `tocsin bench` starts it.

What is not on disk is said in one line and is no failure. Runs on the data of this checkout enter the history.
"""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tocsin.bench import floors, history, suites
from tocsin.bench.report import table
from tocsin.bench.suites import SINGLE, Outcome, Reader
from tocsin.errors import TocsinError
from tocsin.model import wire

BENCHES: Mapping[str, Callable[[Path, Path | None, Reader], Outcome]] = {
    "gold": suites.run_gold,
    "held": suites.run_held,
    "actors": suites.run_actors,
    "passages": suites.run_passages,
    "briefs": suites.run_briefs,
    "isaf": suites.run_isaf,
    "muc4": suites.run_muc4,
    "places": suites.run_places,
    "times": suites.run_times,
    "merge": suites.run_merge,
}
FILES: Mapping[str, str] = {
    "isaf": "isaf/isaf_dev.jsonl",
    "muc4": "muc4",
    "times": "wikiwars/wikiwars.jsonl",
    "articles": "articles/wikinews_2019_2020_all.jsonl",
}
OWN: Mapping[str, str] = {
    "gold": "gold",
    "held": "gold/held",
    "actors": "gold/names",
    "places": "gold/places",
    "passages": "gold/passages/open.jsonl",
    "briefs": "gold/briefs/open.jsonl",
    "merge": "gold/incidents",
}
NAMES = (*BENCHES, "articles")
USAGE = 2


@dataclass(frozen=True, slots=True)
class Where:
    """Where things are: the checkout with our own gold, and the folder of outside data; None where there is none."""

    root: Path | None
    data: Path | None

    def default(self, name: str) -> Path | None:
        """Return the data that a benchmark runs on where no other is named."""
        if name in OWN:
            return self.root / OWN[name] if self.root else None
        return self.data / FILES[name] if self.data else None


def run(names: Sequence[str], *, data: Path | None = None, predictions: Path | None = None, gate: bool = False) -> int:
    """Run the named benchmarks (all where none is named), print their scores and return the exit status.

    `data` takes another file or folder of the same form, `predictions` is where to write what was predicted (both
    need exactly one name), `gate` fails the run where a score falls below its floor.
    """
    return run_with(names, here(), shipped, data=data, predictions=predictions, gate=gate)


def run_with(
    names: Sequence[str],
    where: Where,
    opened: Callable[[], Reader],
    *,
    data: Path | None = None,
    predictions: Path | None = None,
    gate: bool = False,
) -> int:
    """Run benchmarks with a reader, opened once the call makes sense, and the places of things."""
    chosen = list(names) or list(BENCHES)
    refused = refusal(chosen, data, predictions)
    if refused:
        print(refused, file=sys.stderr)
        return USAGE
    reader = opened()
    return max(guarded(name, where, reader, data, predictions, gate=gate) for name in chosen)


def refusal(names: Sequence[str], data: Path | None, predictions: Path | None) -> str | None:
    """Return why a call makes no sense, or None."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        return f"no such benchmark: {', '.join(unknown)} (there are {', '.join(NAMES)})"
    if (data or predictions) and len(names) != 1:
        return "--data and --predictions need exactly one benchmark"
    return f"{data}: no such file or folder" if data and not data.exists() else None


def guarded(name: str, where: Where, reader: Reader, data: Path | None, predictions: Path | None, *, gate: bool) -> int:
    """Run one benchmark; malformed data fails it and leaves the others alone."""
    path = data or where.default(name)
    if path is None or not path.exists():
        print(f"{name}: its data are not on disk, left out")
        return 0
    try:
        if name == "articles":
            print("\n".join(suites.run_articles(path, reader)))
            return 0
        return measured(name, path, where, reader, own=data is None, predictions=predictions, gate=gate)
    except TocsinError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 1


def measured(
    name: str, path: Path, where: Where, reader: Reader, *, own: bool, predictions: Path | None, gate: bool
) -> int:
    """Run one benchmark on its data; print, write and record what came out.

    The gate scores what every checkout has, so that a floor means the same beside the data folder and without it.
    """
    start = time.process_time()
    outcome = BENCHES[name](path, None if gate else where.data, reader)
    spent = time.process_time() - start
    print(table(outcome.result, spent))
    if predictions:
        write(predictions, outcome)
    if own and where.root and not gate:
        line = history.entry(outcome.result, root=where.root, data=[path], cpu_seconds=spent)
        history.append(where.root / "docs" / "bench" / "history.jsonl", line)
    fallen = guard(outcome, where.root) if gate and own and where.root else []
    for reason in fallen:
        print(reason, file=sys.stderr)
    return 1 if fallen or outcome.failures else 0


def guard(outcome: Outcome, root: Path) -> list[str]:
    """Return what is below its floor, and which floors were lowered without a reason."""
    path = root / "gold" / "floors.json"
    now = floors.load(path)
    dropped = [line for before in floors.earlier(path, root) for line in floors.lowered(now, before)]
    return [*floors.check(outcome.result, now), *dict.fromkeys(dropped)]


def write(target: Path, outcome: Outcome) -> None:
    """Write what was predicted: one file, or a folder of the files that a benchmark's scorers want."""
    for name, lines in outcome.files.items():
        path = target if name == SINGLE else target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(wire.line(line) + "\n" for line in lines), encoding="utf-8")


def here() -> Where:
    """Return the checkout around this package, and the folder of data that the environment names or beside it."""
    root = Path(__file__).parents[3]
    checkout = root if (root / "gold").is_dir() and (root / "pyproject.toml").is_file() else None
    named = os.environ.get("TOCSIN_DATA")
    folder = Path(named) if named else root.parent / "shared" / "data"
    return Where(checkout, folder if folder.is_dir() else None)


def shipped() -> Reader:
    """Return the reader that the product is."""
    from tocsin import pipeline
    from tocsin.annotate import annotate
    from tocsin.merge import merger

    knowledge = pipeline.shipped()
    return Reader(
        analyze=partial(pipeline.analyze, knowledge=knowledge),
        analyze_all=partial(pipeline.analyze, knowledge=knowledge, gate=False, recalled=True),
        annotate=partial(pipeline.mentions, knowledge=knowledge),
        persons=lambda page: [name.span for name in annotate(page, knowledge).names if name.label == "PERSON"],
        countries=lambda: knowledge.countries,
        merger=lambda: merger(lambda: knowledge),
    )
