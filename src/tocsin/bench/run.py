"""One run of one or more benchmarks, as `tocsin bench` starts it."""

from collections.abc import Sequence
from pathlib import Path

NAMES = ("gold", "isaf", "muc4", "places", "times", "merge", "articles")


def run(names: Sequence[str], *, data: Path | None = None, predictions: Path | None = None, gate: bool = False) -> int:
    """Run the named benchmarks (all where none is named), print their scores and return the exit status.

    `data` takes another file or folder of the same form, `predictions` is where to write what was predicted (both
    need exactly one name), `gate` fails the run where a score falls below its floor.
    """
    raise NotImplementedError
