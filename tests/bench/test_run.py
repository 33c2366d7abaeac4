"""A run prints, writes, records and gates; what is not on disk is no failure."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.merging import MERGER

from tocsin.bench.run import NAMES, USAGE, Where, run_with
from tocsin.bench.suites import Reader
from tocsin.errors import ReadError
from tocsin.knowledge.countries import Countries
from tocsin.model.record import Event, Report
from tocsin.model.text import Document

TEXT = "Gunmen killed nine people in Kor."


def analyze(document: Document) -> Report:
    """Find one attack wherever a text speaks of killing."""
    found = "killed" in document.text
    events = (Event(id="e1", kind="attack", main=True),) if found else ()
    return Report(document, "full", found, float(found), events)


def no_countries() -> Countries:
    raise NotImplementedError


READER = Reader(
    analyze=analyze,
    analyze_all=analyze,
    annotate=lambda document: {"document": {"id": document.id}, "mentions": []},
    persons=lambda _: (),
    countries=no_countries,
    merger=lambda: MERGER,
)


@pytest.fixture
def where(tmp_path: Path) -> Where:
    root, data = tmp_path / "checkout", tmp_path / "data"
    stories = root / "gold" / "stories"
    stories.mkdir(parents=True)
    data.mkdir()
    (stories / "kor.txt").write_text(TEXT, "utf-8")
    raw = {"id": "kor", "relevant": True, "events": [{"id": "e1", "kind": "attack", "main": True}]}
    (stories / "kor.yml").write_text(yaml.safe_dump(raw), "utf-8")
    return Where(root, data)


def run(names: list[str], where: Where, reader: Reader = READER, **options: Any) -> int:
    return run_with(names, where, lambda: reader, **options)


def history(where: Where) -> list[Any]:
    path = (where.root or Path()) / "docs" / "bench" / "history.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def floors(where: Where, least: float) -> None:
    path = (where.root or Path()) / "gold" / "floors.json"
    path.write_text(json.dumps({"gold": {"events": {"floor": least, "tolerance": 1}}}), "utf-8")


def test_a_run_prints_its_scores_and_enters_the_history(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gold"], where) == 0
    assert "gold: 1 documents" in capsys.readouterr().out
    assert [(line["bench"], line["scores"]["events"]) for line in history(where)] == [("gold", 1.0)]


def test_held_stories_are_scored_and_no_mistake_in_them_is_told(
    where: Where, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = (where.root or Path()) / "gold"
    shutil.copytree(gold / "stories", gold / "held")
    (gold / "held" / "kor.txt").write_text("Nothing in it that anybody could find.", "utf-8")

    run(["held"], where)

    printed = capsys.readouterr().out
    assert "held: 1 documents" in printed
    assert "worst documents" not in printed and "missed" not in printed


def test_all_benchmarks_run_where_none_is_named(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], where) == 0
    printed = capsys.readouterr().out
    assert [name for name in NAMES if f"{name}: " not in printed] == ["articles"]


@pytest.mark.parametrize("name", ["isaf", "muc4", "places", "times", "articles"])
def test_what_is_not_on_disk_is_said_in_a_line(where: Where, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name], where) == 0
    assert capsys.readouterr().out == f"{name}: its data are not on disk, left out\n"


def test_gold_is_left_out_outside_a_checkout(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gold"], Where(None, None)) == 0
    assert "not on disk" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("names", "options"),
    [
        (["golf"], {}),
        (["gold", "isaf"], {"data": Path(__file__)}),
        ([], {"predictions": Path("x")}),
        (["gold"], {"data": Path("/nowhere/at/all.jsonl")}),
    ],
)
def test_a_call_that_makes_no_sense_is_wrong_usage(names: list[str], options: dict[str, Any], where: Where) -> None:
    assert run(names, where, **options) == USAGE
    assert history(where) == []


def test_outside_data_are_scored_and_stay_out_of_the_history(
    where: Where, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "outside.jsonl"
    lines = [{"id": "a", "text": TEXT, "events": [{"kind": "attack"}]}, {"id": "b", "text": "A film.", "events": []}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert run(["gold"], where, data=path) == 0
    assert "gold: 2 documents" in capsys.readouterr().out
    assert history(where) == []


def test_predictions_are_the_output_of_analyze(where: Where, tmp_path: Path) -> None:
    target = tmp_path / "out" / "said.jsonl"
    assert run(["gold"], where, predictions=target) == 0
    (line,) = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert (line["schema"], line["document"]["id"], line["events"][0]["kind"]) == ("tocsin/1", "kor", "attack")


def test_predictions_of_muc4_are_a_folder(where: Where, tmp_path: Path) -> None:
    folder = tmp_path / "muc4"
    folder.mkdir()
    (folder / "input_x.jsonl").write_text(json.dumps({"docid": "X", "text": "A MAN WAS KILLED."}) + "\n", "utf-8")
    assert run(["muc4"], where, data=folder, predictions=tmp_path / "said") == 0
    assert sorted(path.name for path in (tmp_path / "said").iterdir()) == [
        "ree.jsonl",
        "slots.jsonl",
        "templates.jsonl",
    ]


def test_times_are_scored_on_mentions(where: Where, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "times.jsonl"
    timex = {"start": 0, "end": 4, "text": "1943", "val": "1943"}
    path.write_text(json.dumps({"id": "a", "dct": None, "text": "1943 came.", "timexes": [timex]}) + "\n", "utf-8")
    assert run(["times"], where, data=path) == 0
    assert "times: 1 documents" in capsys.readouterr().out


def test_articles_called_relevant_are_listed(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    path = (where.data or Path()) / "articles" / "wikinews_2019_2020_all.jsonl"
    path.parent.mkdir()
    lines = [{"title": "Nine dead", "date": "2019-01-04", "text": TEXT}, {"title": "A film", "text": "A film opens."}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert run(["articles"], where) == 0
    assert capsys.readouterr().out == "articles: 1 of 2 called relevant\n  1.00  Nine dead  (attack)\n"


@pytest.mark.parametrize(("least", "status"), [(100.0, 0), (102.0, 1)])
def test_the_gate_fails_below_a_floor(where: Where, least: float, status: int) -> None:
    floors(where, least)
    assert run(["gold"], where, gate=True) == status


def test_without_the_gate_floors_do_nothing(where: Where) -> None:
    floors(where, 102.0)
    assert run(["gold"], where) == 0


def test_malformed_gold_fails_its_benchmark_alone(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    ((where.root or Path()) / "gold" / "stories" / "kor.yml").write_text("[", "utf-8")
    assert run(["gold", "isaf"], where) == 1
    shown = capsys.readouterr()
    assert "kor.yml" in shown.err and "isaf: " in shown.out


def test_a_document_that_cannot_be_read_counts_as_empty_and_fails_the_run(
    where: Where, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(document: Document) -> Report:
        raise ReadError(document.id, "is broken")

    assert (
        run(["gold"], where, Reader(broken, broken, READER.annotate, READER.persons, READER.countries, READER.merger))
        == 1
    )
    assert "kor: is broken" in capsys.readouterr().err


def test_stories_left_in_the_data_folder_are_noted(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    real = (where.root or Path()) / "gold" / "real"
    shutil.copytree(real.parent / "stories", real)
    (real / "kor.txt").unlink()
    assert run(["gold"], where) == 0
    assert "note: kor: not in the data folder, left out" in capsys.readouterr().out
