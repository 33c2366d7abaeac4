"""What the builders of compiled text files share: write one, or compare it with a fresh build under `--check`."""

import sys
from collections.abc import Callable
from pathlib import Path


def ship(target: Path, build: Callable[[], str]) -> int:
    """Write the file that `build` makes, or under `--check` tell whether it is the one that is shipped."""
    built = build()
    if "--check" not in sys.argv[1:]:
        target.write_text(built, "utf-8")
    elif target.read_text("utf-8") != built:
        sys.stderr.write(f"{target.name} differs from its resources: run make build\n")
        return 1
    return 0
