"""The history of what was measured: one line a run, with the code and the data that it was measured on."""

import hashlib
import json
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tocsin.bench.tally import Result

CODE = ("src", "resources")
SUFFIXES = frozenset((".jsonl", ".yml", ".txt"))


def entry(result: Result, *, root: Path, data: Iterable[Path], cpu_seconds: float) -> dict[str, Any]:
    """Return one line of the history; scores and intervals are F1 in [0, 1]."""
    tree, dirty = state(root)
    return {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "bench": result.bench,
        "tree": tree,
        "dirty": dirty,
        "data": fingerprint(data),
        "documents": result.documents,
        "cpu_seconds": round(cpu_seconds, 1),
        "scores": {score.name: round(score.tally.f1, 4) for score in result.scores},
        "intervals": {score.name: [round(score.low, 4), round(score.high, 4)] for score in result.scores},
    }


def append(path: Path, line: dict[str, Any]) -> None:
    """Add a line to the history."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def state(root: Path) -> tuple[str | None, bool]:
    """Return a hash of the code as committed and whether the files differ from it; None outside a checkout."""
    trees = [git(root, "rev-parse", "--verify", "--quiet", f"HEAD:{folder}") for folder in CODE]
    known = [tree for tree in trees if tree]
    if not known:
        return None, False
    changed = git(root, "status", "--porcelain", "--", *(folder for folder in CODE if (root / folder).is_dir()))
    return hashlib.sha256(" ".join(known).encode()).hexdigest()[:16], bool(changed)


def git(root: Path, *arguments: str) -> str:
    """Return what a git command prints; nothing where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed command over names from this module
            ["git", *arguments],  # noqa: S607 -- git is found where the user's shell finds it
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def fingerprint(paths: Iterable[Path]) -> str:
    """Return a hash of the files, those of folders included."""
    digest = hashlib.sha256()
    for file in sorted(found for path in paths for found in files(path)):
        digest.update(f"{file.name}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def files(path: Path) -> list[Path]:
    """Return a file itself, or the data files of a folder at any depth."""
    if path.is_file():
        return [path]
    return [found for found in path.rglob("*") if found.is_file() and found.suffix in SUFFIXES]
