"""`tocsin judge` and `tocsin undo` on a store of composed reports, as somebody types them."""

import json
from pathlib import Path

import pytest
from tests.factories import bombing, day, place, report
from tests.merging import MERGER
from typer.testing import CliRunner, Result

from tocsin.cli import app
from tocsin.store import open_store

ELSEWHERE = bombing(date=day("2024-05-01"), place=place("Gubio", (12.5, 12.78), country="NG", admin1="Borno"))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    with open_store(path, MERGER) as held:
        held.update(report("d1", bombing()), version="1")
        held.update(report("d2", ELSEWHERE), version="1")
    return path


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--store", str(store)])


def ids(store: Path) -> list[str]:
    lines = run(store, "incidents", "--format", "jsonl").stdout.splitlines()
    return [json.loads(line)["id"] for line in lines]


def test_two_incidents_are_judged_one_and_taken_apart_again(store: Path) -> None:
    later, older = ids(store)
    done = run(store, "judge", "merge", older, later, "--judge", "ana", "--reason", "one convoy")
    assert done.stdout.splitlines()[0] == "judgement 1; 2 incidents changed"
    assert f"  {later}  merged into {older}: " in done.stdout
    assert ids(store) == [older]
    assert f"ana · same {older} {later}: one convoy" in run(store, "show", older).stdout
    assert run(store, "undo", "1", "--judge", "ben").exit_code == 0
    assert ids(store) == [later, older]
    told = run(store, "judge", "list").stdout.splitlines()
    assert [line.partition("·")[2].strip() for line in told] == [
        f"ana · same {older} {later}: one convoy (taken back by 2)",
        "ben · undo 1",
    ]


def test_what_cannot_be_judged_is_one_line_and_status_one(store: Path) -> None:
    for arguments, reason in (
        (("judge", "same", "i404", "d1:e1"), "i404: there is no incident and no account of that name"),
        (("judge", "split", "d1:e1", "d2:e1"), "d1:e1: does not hold d2:e1"),
        (("undo", "9"), "9: there is no such judgement"),
    ):
        done = run(store, *arguments)
        assert (done.exit_code, reason in done.stderr, len(done.stderr.splitlines())) == (1, True, 1)


def test_a_pair_that_is_judged_unsure_is_not_asked_about(store: Path) -> None:
    run(store, "judge", "unsure", *ids(store))
    done = run(store, "judge", "review")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Nothing to review." in done.stderr
