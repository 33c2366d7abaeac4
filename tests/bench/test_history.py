"""A line of history says what was measured, on which code and which data."""

import json
import subprocess
from pathlib import Path

from tocsin.bench.history import append, entry, fingerprint, state
from tocsin.bench.tally import Result, Score, hits

RESULT = Result("gold", (Score("events", hits(1, 2, 2), 0.4, 0.6),), 3)
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org")


def commit(root: Path) -> None:
    subprocess.run([*GIT, "add", "."], cwd=root, check=True)
    subprocess.run([*GIT, "commit", "-q", "-m", "x"], cwd=root, check=True)


def checkout(root: Path) -> Path:
    subprocess.run([*GIT, "init", "-q", "-b", "trunk"], cwd=root, check=True)
    (root / "src").mkdir()
    (root / "src" / "a.py").write_text("a = 1\n", "utf-8")
    commit(root)
    return root


def test_a_line_holds_scores_intervals_and_costs(tmp_path: Path) -> None:
    line = entry(RESULT, root=tmp_path, data=[], cpu_seconds=1.23)
    kept = {key: line[key] for key in ("bench", "documents", "cpu_seconds", "scores", "intervals", "tree", "dirty")}
    assert kept == {
        "bench": "gold",
        "documents": 3,
        "cpu_seconds": 1.2,
        "scores": {"events": 0.5},
        "intervals": {"events": [0.4, 0.6]},
        "tree": None,
        "dirty": False,
    }
    assert line["time"].endswith("+00:00")


def test_lines_are_added_and_none_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "history.jsonl"
    append(path, {"n": 1})
    append(path, {"n": 2})
    assert [json.loads(line)["n"] for line in path.read_text("utf-8").splitlines()] == [1, 2]


def test_the_code_is_dirty_where_it_differs_from_its_commit(tmp_path: Path) -> None:
    root = checkout(tmp_path)
    clean = state(root)
    (root / "src" / "a.py").write_text("a = 2\n", "utf-8")
    assert (clean[1], state(root)) == (False, (clean[0], True))


def test_the_tree_changes_with_the_code_and_with_nothing_else(tmp_path: Path) -> None:
    root = checkout(tmp_path)
    first = state(root)
    (root / "README.md").write_text("x", "utf-8")
    commit(root)
    second = state(root)
    (root / "src" / "a.py").write_text("a = 2\n", "utf-8")
    commit(root)
    assert first == second != state(root)


def test_the_fingerprint_follows_the_data(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("1", "utf-8")
    first = fingerprint([tmp_path])
    (tmp_path / "notes.md").write_text("not data", "utf-8")
    assert fingerprint([tmp_path]) == first == fingerprint([tmp_path / "a.jsonl"])
    (tmp_path / "a.jsonl").write_text("2", "utf-8")
    assert fingerprint([tmp_path]) != first
