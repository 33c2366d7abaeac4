"""Entering, marking, rating and reading anew, as a user types them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import app
from tocsin.pipeline import open_store

STORY = """Bomb kills three policemen in Mosul

MOSUL, Iraq, March 26 - A bomb killed three policemen at a checkpoint in Mosul on Tuesday, police said.
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY)
    run(
        "ingest",
        tmp_path / "story.txt",
        "--store",
        tmp_path / "case.db",
        "--published",
        "2024-03-27",
        "--source",
        "Wire",
    )
    return tmp_path / "case.db"


def run(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)


def only(store: Path) -> dict[str, object]:
    (line,) = run("incidents", "--store", store, "--format", "jsonl").stdout.splitlines()
    found: dict[str, object] = json.loads(line)
    return found


def test_a_value_is_corrected_and_taken_back(store: Path) -> None:
    name = only(store)["id"]
    done = run("judge", "correct", name, "killed", "4", "--reason", "hospital", "--judge", "ana", "--store", store)
    assert done.exit_code == 0, done.stderr
    assert "judgement 1; 1 incident changed" in done.stdout
    assert "Killed         4" in run("show", name, "--store", store).stdout
    assert "correct" in run("judge", "list", "--store", store).stdout
    run("undo", "1", "--store", store)
    assert "Killed         3" in run("show", name, "--store", store).stdout


def test_a_correction_is_shown_where_it_corrects_and_is_no_report(store: Path) -> None:
    name = only(store)["id"]
    run("judge", "correct", name, "killed", "4", "--reason", "hospital", "--judge", "ana", "--store", store)
    assert "1 report, 1 independent" in run("incidents", "--store", store).stdout
    shown = run("show", name, "--store", store).stdout
    assert "ana, CT+, F–, [correction]" in shown
    assert "police, CT+, F–, [1]" in shown
    assert "  [2] " not in shown
    told = json.loads(run("show", name, "--format", "jsonl", "--store", store).stdout)
    assert [report["source"]["name"] for report in told["reports"]] == ["Wire"]
    assert told["documents"][1:] == ["correction-1"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("judge", "correct", "nix", "killed", "4"), "nix: there is no incident and no account of that name"),
        (("record", "--field", "killed=banana"), "killed: banana: is no number"),
        (("record",), "record: has neither fields nor a note"),
        (("record", "nowhere.txt"), "nowhere.txt: no such file"),
        (("handling", "d9", "--tlp", "red"), "d9: there is no such document"),
        (("sources", "rate", "nobody", "B"), "nobody: no document here has this source"),
    ],
)
def test_what_cannot_be_is_one_line_and_status_1(store: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments, "--store", store)
    assert (result.exit_code, result.stderr.splitlines()[0].removeprefix("tocsin: ")[: len(said)]) == (1, said)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("record", "--kind", "rumour"),
        ("record", "--event", "party"),
        ("record", "--field", "killed"),
        ("record", "--embargo", "tomorrow"),
        ("handling", "d1", "--tlp", "pink"),
        ("sources", "rate", "wire", "G"),
        ("incidents", "--release", "pink"),
        ("incidents", "--published-by", "soon"),
    ],
)
def test_a_word_that_no_option_knows_is_wrong_usage(store: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments, "--store", store).exit_code == 2


def test_an_embargoed_record_is_seen_at_the_desk_and_not_passed_on(store: Path) -> None:
    fields = ("--field", "place=Mosul, Iraq", "--field", "date=26 March 2024", "--field", "abducted=2")
    done = run("record", "--kind", "call", *fields, "--on", "2024-03-27", "--embargo", "2999-01-01", "--store", store)
    assert done.exit_code == 0, done.stderr
    listed = run("incidents", "--store", store).stdout
    assert "TLP:AMBER, embargo until 2999-01-01" in listed
    for further in (("--release", "red"), ()):
        for output in ("jsonl", "csv"):
            assert "call-" not in run("incidents", "--store", store, *further, "--format", output).stdout
    assert "call-" in run("incidents", "--store", store, "--embargoed", "--format", "jsonl").stdout
    name = listed.split()[0]
    assert run("handling", done.stdout.split()[0], "--tlp", "clear", "--no-embargo", "--store", store).exit_code == 0
    assert "embargo" not in run("incidents", "--store", store).stdout
    assert name in run("incidents", "--store", store, "--release", "clear").stdout


def test_a_note_is_taken_from_standard_input_and_kept_where_nothing_is_read_in_it(store: Path) -> None:
    done = run("record", "-", "--kind", "observation", "--store", store, given="The road was empty.")
    assert "0 incidents changed" in done.stdout
    assert "No event was read in it" in done.stderr
    with open_store(store) as case:
        assert "The road was empty." in [document.text for document in case.documents()]


def test_a_rated_source_is_graded_beside_what_it_says(store: Path) -> None:
    assert run("sources", "list", "--store", store).stdout == "F · wire · 1 document\n"
    run("sources", "rate", "wire", "b", "--party", "IQ", "--reason", "old hand", "--judge", "ana", "--store", store)
    assert "B · wire · 1 document, party: IQ (ana, " in run("sources", "list", "--store", store).stdout
    assert "police, CT+, B–, [1]" in run("show", only(store)["id"], "--store", store).stdout
    (line,) = run("sources", "list", "--store", store, "--format", "jsonl").stdout.splitlines()
    assert json.loads(line)["rating"]["rating"] == {"reliability": "B", "party": "IQ"}


def test_what_was_published_by_a_day_is_shown_alone(store: Path) -> None:
    assert run("incidents", "--published-by", "2024-03-26", "--store", store).stdout == ""
    assert run("incidents", "--published-by", "2024-03-27", "--store", store).stdout != ""


def test_reading_anew_tells_what_would_change_and_switches_when_asked(store: Path) -> None:
    first = run("reanalyze", "--as", "newer", "--store", store)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "1 document read anew by newer, 0 with a difference" in first.stderr
    assert "run it again with --switch" in first.stderr
    second = run("reanalyze", "--as", "newer", "--switch", "--store", store)
    assert "switched; 1 incident changed" in second.stderr
    third = run("reanalyze", "--as", "newer", "--store", store)
    assert "0 documents read anew by newer" in third.stderr


def test_a_difference_is_a_line_for_programs(store: Path) -> None:
    run("judge", "correct", only(store)["id"], "killed", "4", "--store", store)
    (line,) = run("reanalyze", "--as", "newer", "--format", "jsonl", "--store", store).stdout.splitlines()
    assert set(json.loads(line)) == {"document", "came", "went", "differ", "lost"}


def test_a_judgement_about_what_is_under_embargo_is_not_passed_on(store: Path) -> None:
    name = str(only(store)["id"])
    run("judge", "correct", name, "killed", "77", "--reason", "a secret call", "--store", store)
    run("handling", "correction-1", "--tlp", "red", "--embargo", "2999-01-01", "--store", store)
    assert "77" in run("show", name, "--store", store).stdout
    for further in ((), ("--release", "clear")):
        told = run("show", name, "--format", "jsonl", *further, "--store", store).stdout
        assert json.loads(told)["judgements"] == []
        assert "secret" not in told


def test_what_is_not_named_of_a_mark_stays(store: Path) -> None:
    with open_store(store) as case:
        document = next(iter(case.documents())).id
    marks = [
        run("handling", document, *further, "--store", store).stdout.removeprefix(f"{document}: ").strip()
        for further in (("--tlp", "red"), ("--embargo", "2999-01-01"), ("--tlp", "TLP:AMBER"), (), ("--no-embargo",))
    ]
    assert marks == [
        "TLP:RED",
        "TLP:RED, embargo until 2999-01-01",
        "TLP:AMBER, embargo until 2999-01-01",
        "TLP:AMBER, embargo until 2999-01-01",
        "TLP:AMBER",
    ]


def test_nothing_is_read_anew_in_the_name_of_a_person(store: Path) -> None:
    assert run("reanalyze", "--as", "entered", "--store", store).exit_code == 2


def test_no_list_for_programs_tells_what_is_under_embargo(store: Path) -> None:
    fields = ("place=Mosul, Iraq", "date=26 March 2024", "perpetrators=Falcon Brigades", "targets=police: a station")
    told = [word for field in fields for word in ("--field", field)]
    run("record", "--kind", "call", "--event", "threat", *told, "--embargo", "2999-01-01", "--store", store)
    for command in (("documents",), ("actors", "unknown"), ("threats",), ("judge", "list")):
        said = run(*command, "--format", "jsonl", "--store", store)
        assert said.exit_code == 0, said.stderr
        assert "Falcon" not in said.stdout
        assert "call-" not in said.stdout
    assert "call-" in run("documents", "--store", store).stdout
