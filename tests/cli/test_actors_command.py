"""`tocsin actors` searches, shows, adds, and lists the names that nobody has a record of."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import app

REPORT = """Bomb kills two in Hatra

HATRA, Iraq - A bomb killed two policemen at a checkpoint in Hatra on Tuesday, police said.
The Brigades of the Crimson Lantern claimed responsibility for the bombing in a statement.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "actors"
    monkeypatch.setenv("TOCSIN_ACTORS", str(folder))
    return folder


@pytest.mark.parametrize(
    ("words", "actor"), [("khorasan province", "iskp"), ("Hizbolla", "hezbollah"), ("Tehrik", "ttp"), ("ttp", "ttp")]
)
def test_search_finds_an_actor_by_part_of_a_name_or_a_spelling_alike(own: Path, words: str, actor: str) -> None:
    found = [json.loads(line) for line in run("actors", "search", words, "--format", "jsonl").stdout.splitlines()]
    assert actor in {one["actor_id"] for one in found}


def test_search_says_that_nobody_has_such_a_name(own: Path) -> None:
    result = run("actors", "search", "qqqq")
    assert (result.exit_code, result.stderr) == (1, "tocsin: qqqq: no actor has such a name\n")


def test_show_gives_every_fact_with_its_source(own: Path) -> None:
    lines = run("actors", "show", "ttp").stdout
    assert "QDe.132" in lines
    assert "Designated by UN, 1267, 2011-07-29  [un]" in lines
    told = json.loads(run("actors", "show", "ttp", "--format", "jsonl").stdout)
    assert all(name["source"] for name in told["names"])
    assert {"Latin", "Arabic"} <= {name["script"] for name in told["names"]}
    assert "umar-media" in {tie["from"] for tie in told["tied"]}


def test_show_of_nobody_names_the_id(own: Path) -> None:
    result = run("actors", "show", "nobody")
    assert (result.exit_code, result.stderr) == (1, "tocsin: nobody: no such actor in the authority\n")


def test_an_added_actor_is_found_and_shown(own: Path) -> None:
    options = "--name", "Crimson Lantern", "--source", "A paper, 2024", "--area", "Iraq", "--since", "2019"
    assert run("actors", "add", "crimson-lantern", *options).exit_code == 0
    shown = run("actors", "show", "crimson-lantern").stdout
    assert "Iraq  [own]" in shown
    assert "2019 to now  [own]" in shown


@pytest.mark.parametrize(
    ("actor", "options", "reason"),
    [
        ("Crimson Lantern", ("--name", "Crimson"), "id: 'Crimson Lantern' is not the file's own name"),
        ("crimson", ("--name", "!"), "names[0]: '!' has no letter or digit"),
    ],
)
def test_a_malformed_actor_is_not_added(own: Path, actor: str, options: tuple[str, ...], reason: str) -> None:
    result = run("actors", "add", actor, *options, "--source", "A paper")
    assert result.exit_code == 1
    assert reason in result.stderr
    assert list(own.iterdir()) == []


def test_an_actor_is_not_added_twice(own: Path) -> None:
    options = "actors", "add", "crimson", "--name", "Crimson Lantern", "--source", "A paper"
    assert [run(*options).exit_code, run(*options).exit_code] == [0, 1]


def test_a_conflict_of_an_added_name_is_told(own: Path) -> None:
    options = "--name", "Crimson Lantern", "--also", "Boko Haram", "--source", "A paper"
    assert "boko haram: borne by boko-haram, crimson" in run("actors", "add", "crimson", *options).stderr


def test_unknown_actors_of_a_store_are_listed_until_they_are_added(own: Path, tmp_path: Path) -> None:
    (tmp_path / "raid.txt").write_text(REPORT)
    store = tmp_path / "case.db"
    assert run("ingest", tmp_path / "raid.txt", "--published", "2024-03-27", "--store", store).exit_code == 0
    listed = run("actors", "unknown", "--store", store).stdout
    assert "Brigades of the Crimson Lantern" in listed


def test_a_malformed_file_of_ones_own_is_told_while_reports_are_read(own: Path, tmp_path: Path) -> None:
    own.mkdir()
    (own / "bad.yml").write_text("id: bad\nname: [x]\n", "utf-8")
    (tmp_path / "raid.txt").write_text(REPORT)
    result = run("analyze", tmp_path / "raid.txt")
    assert result.exit_code == 0
    assert "bad.yml:2: name: " in result.stderr
