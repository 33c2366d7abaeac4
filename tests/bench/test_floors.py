"""Floors hold scores up, and are not lowered in silence."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tocsin.bench.floors import Floors, check, earlier, load, lowered
from tocsin.bench.tally import Result, Score, hits
from tocsin.errors import BenchError


def floor(least: float, **more: Any) -> dict[str, Any]:
    return {"floor": least, "tolerance": 2.0, **more}


def measured(right: int) -> Result:
    return Result("gold", (Score("events", hits(right, 100, 100), 0.0, 1.0),), 10)


@pytest.mark.parametrize(("right", "failures"), [(60, 0), (58, 0), (57, 1), (99, 0)])
def test_a_score_may_be_below_its_floor_by_the_tolerance(right: int, failures: int) -> None:
    assert len(check(measured(right), {"gold": {"events": floor(60.0)}})) == failures


def test_a_score_that_was_not_measured_fails() -> None:
    assert check(measured(99), {"gold": {"threats": floor(1.0)}}) == ["gold threats: not measured, the floor is 1.0"]


def test_a_bench_without_floors_passes() -> None:
    assert check(measured(0), {"isaf": {"events": floor(60.0)}}) == []


BEFORE: Floors = {"gold": {"events": floor(60.0, reason="an old one")}}


@pytest.mark.parametrize(
    ("now", "failures"),
    [
        (floor(60.0), 0),
        (floor(61.0), 0),
        (floor(59.0), 1),
        (floor(60.0, tolerance=5.0), 1),
        (floor(59.0, reason="two wrong stories were corrected"), 0),
        (floor(59.0, reason="an old one"), 1),
        (floor(59.0, reason=""), 1),
    ],
)
def test_a_lower_floor_needs_a_reason_of_its_own(now: dict[str, Any], failures: int) -> None:
    assert len(lowered({"gold": {"events": now}}, BEFORE)) == failures


def test_a_floor_cannot_just_go() -> None:
    assert lowered({}, BEFORE) == ["gold events: the floor 60.0 is gone"]


def test_no_file_means_no_floors(tmp_path: Path) -> None:
    assert load(tmp_path / "floors.json") == {}


@pytest.mark.parametrize("text", ["{", "[1]", '{"gold": {"events": {}}}', '{"gold": {"events": {"floor": "high"}}}'])
def test_malformed_floors_are_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BenchError, match=r"floors\.json"):
        load(path)


def test_the_floors_of_earlier_commits_are_read_from_git(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*git, "init", "-q", "-b", "trunk"], cwd=tmp_path, check=True)
    for least in (60.0, 61.0):
        path.write_text(json.dumps({"gold": {"events": floor(least)}}), "utf-8")
        subprocess.run([*git, "add", "floors.json"], cwd=tmp_path, check=True)
        subprocess.run([*git, "commit", "-q", "-m", "floors"], cwd=tmp_path, check=True)
    assert [found["gold"]["events"]["floor"] for found in earlier(path, tmp_path)] == [61.0, 60.0]


def test_outside_a_checkout_nothing_came_before(tmp_path: Path) -> None:
    assert earlier(tmp_path / "floors.json", tmp_path) == []
