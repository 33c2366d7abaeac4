import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import app

REPORT = """Gunmen kill four in market raid

KABUL, Afghanistan - Gunmen killed four policemen in an attack on a market in Kabul on Tuesday, police said.
The Taliban claimed responsibility for the attack.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "raid.txt").write_text(REPORT)
    given = "--published", "2024-03-27", "--source", "Example News"
    result = run("ingest", folder / "raid.txt", *given, "--store", folder / "case.db")
    assert result.stdout.startswith("1 document (1 added); 1 incident changed")
    return folder / "case.db"


def test_a_second_ingest_changes_nothing(store: Path) -> None:
    result = run("ingest", store.parent / "raid.txt", "--published", "2024-03-27", "--store", store)
    assert result.stdout.startswith("1 document (1 unchanged); 0 incidents")


def test_incidents_are_found_by_country_and_not_by_another(store: Path) -> None:
    (found,) = [
        json.loads(line)
        for line in run("incidents", "--store", store, "--format", "jsonl", "--country", "AF").stdout.splitlines()
    ]
    assert (found["schema"], found["kind"]) == ("tocsin/1", "attack")
    assert run("incidents", "--store", store, "--country", "FR").stdout == ""


@pytest.mark.parametrize("country", ["af", "Afghanistan", "afghanistan"])
def test_a_country_is_named_as_people_name_it(store: Path, country: str) -> None:
    assert "Kabul" in run("incidents", "--store", store, "--country", country).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["incidents", "--kind", "bombing"], "'--kind': 'bombing' is none of attack, threat"),
        (["threats", "--kind", "bombing"], "'--kind': 'bombing' is none of attack, threat"),
        (["assessments", "--kind", "attack"], "'--kind': 'attack' is none of intent, capability"),
        (["incidents", "--country", "Atlantis"], "'--country': 'Atlantis' is no country"),
        (["incidents", "--country", "ZZ"], "'--country': 'ZZ' is no country"),
        (["threats", "--country", "Congo"], "'--country': 'Congo' may be CD or CG"),
        (["assessments", "--status", "final"], "'--status'"),
        (["incidents", "--since", "last week"], "'--since': 'last week' is no day"),
        (["threats", "--until", "2024-02-30"], "'--until': '2024-02-30' is no day"),
        (["incidents", "--as-of", "yesterday"], "'--as-of': 'yesterday' is no day"),
        (["assessments", "--since", "2024-02-02", "--until", "2024-01-01"], "lies before"),
    ],
)
def test_a_filter_that_cannot_mean_anything_is_wrong_usage_and_no_empty_list(
    store: Path, arguments: list[str], words: str
) -> None:
    result = run(*arguments, "--store", store)
    assert words in " ".join(result.stderr.split())
    assert (result.exit_code, result.stdout) == (2, "")


def test_csv_has_a_row_an_incident(store: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(run("incidents", "--store", store, "--format", "csv").stdout))
    assert (row["kind"], row["killed.best.low"]) == ("attack", "4")


def test_text_shows_place_toll_and_standing(store: Path) -> None:
    shown = run("incidents", "--store", store).stdout
    assert "26 Mar 2024 · Kabul" in shown
    assert "4 killed" in shown
    assert "draft" in shown


def test_show_gives_every_value_with_its_words(store: Path) -> None:
    (found,) = [
        json.loads(line) for line in run("incidents", "--store", store, "--format", "jsonl").stdout.splitlines()
    ]
    shown = run("show", found["id"], "--store", store).stdout
    assert "4 – police, CT+, F–, [1]" in shown
    (document,) = found["documents"]
    *_, named, accounts = shown.splitlines()
    assert named == f"  [1] Gunmen kill four in market raid · Example News · 27 Mar 2024  {document}"
    assert accounts.split() == ["Accounts", *found["accounts"]]


def test_show_gives_programs_the_reports_as_well(store: Path) -> None:
    listed = json.loads(run("incidents", "--store", store, "--format", "jsonl").stdout)
    shown = json.loads(run("show", listed["id"], "--store", store, "--format", "jsonl").stdout)
    (report,) = shown.pop("reports")
    assert shown.pop("judgements") == []
    assert shown == listed
    assert (report["id"], report["title"], report["source"]["name"], report["published"], "text" in report) == (
        *(listed["documents"][0], "Gunmen kill four in market raid", "Example News", "2024-03-27", False),
    )


def test_nothing_was_known_before_it_was_ingested(store: Path) -> None:
    assert run("incidents", "--store", store, "--as-of", "2001-01-01").stdout == ""


@pytest.mark.parametrize("command", ["threats", "assessments"])
def test_a_list_without_a_match_is_empty(store: Path, command: str) -> None:
    for output in ("text", "jsonl", "csv"):
        result = run(command, "--store", store, "--format", output, "--query", "nonesuch")
        assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("arguments", [["incidents"], ["threats"], ["assessments"], ["show", "x"], ["serve"]])
def test_a_store_that_is_not_there_is_one_line_and_status_1(arguments: list[str], tmp_path: Path) -> None:
    result = run(*arguments, "--store", tmp_path / "none.db")
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(f"tocsin: {tmp_path / 'none.db'}: ")
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_file_that_is_no_store_is_one_line_and_status_1(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("notes")
    result = run("ingest", path, "--store", path)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert path.read_text() == "notes"


def test_an_unknown_incident_is_one_line_and_status_1(store: Path) -> None:
    result = run("show", "nonesuch", "--store", store)
    assert result.stderr == f"tocsin: nonesuch: no such incident in {store}\n"
    assert result.exit_code == 1
