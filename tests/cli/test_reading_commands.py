import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tocsin import pipeline
from tocsin.cli import app
from tocsin.model.record import Report
from tocsin.model.text import Document

REPORT = """Gunmen kill four in market raid

KABUL, Afghanistan - Gunmen killed four policemen in an attack on a market in Kabul on Tuesday, police said.
The Taliban claimed responsibility for the attack.
"""
OTHER = "The council opened a library.\n\nReaders queued at the door, and the mayor gave a speech about books."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raid.txt").write_text(REPORT)
    (tmp_path / "library.txt").write_text(OTHER)
    (tmp_path / "broken.jsonl").write_text('{"text": "One."}\n{"text": \n')
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    return tmp_path


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def objects(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_analyze_prints_one_object_a_document_in_input_order(folder: Path) -> None:
    result = run(
        "analyze", folder / "library.txt", folder / "raid.txt", "--format", "jsonl", "--published", "2024-03-27"
    )
    found = objects(result)
    assert [one["document"]["path"] for one in found] == [str(folder / "library.txt"), str(folder / "raid.txt")]
    assert [one["document"]["published"] for one in found] == ["2024-03-27"] * 2
    assert [one["relevant"] for one in found] == [False, True]
    assert (result.exit_code, result.stderr) == (0, "")


def test_analyze_prints_text_by_default(folder: Path) -> None:
    result = run("analyze", folder / "raid.txt", "--source", "Example News")
    assert result.stdout.startswith("Gunmen kill four in market raid\n")
    assert "Example News" in result.stdout
    assert "\x1b" not in result.stdout


def test_one_bad_input_keeps_none_back(folder: Path) -> None:
    missing = folder / "none.txt"
    result = run(
        "analyze", missing, folder / "broken.jsonl", folder / "picture.png", folder / "library.txt", "--format", "jsonl"
    )
    errors = [one for one in objects(result) if "error" in one]
    assert [one["path"] for one in errors] == [
        str(folder / name) for name in ("none.txt", "broken.jsonl", "picture.png")
    ]
    assert [one["error"]["type"] for one in errors] == ["ReadError"] * 3
    assert len(objects(result)) == 5
    assert result.stderr.splitlines()[0] == f"tocsin: {missing}: no such file"
    assert len(result.stderr.splitlines()) == 3
    assert result.exit_code == 1


def test_standard_input_is_read(folder: Path) -> None:
    (found,) = objects(run("analyze", "-", "--format", "jsonl", stdin=OTHER))
    assert (found["document"]["path"], found["document"]["text"]) == ("-", OTHER)


def test_an_address_is_not_fetched(folder: Path) -> None:
    result = run("ingest", "https://example.org/raid", "--store", folder / "case.db")
    assert result.stderr == "tocsin: https://example.org/raid: is an address; save the page and give the file\n"
    assert result.exit_code == 1


def test_annotate_prints_mentions_whose_spans_quote_the_text(folder: Path) -> None:
    (found,) = objects(run("annotate", folder / "raid.txt"))
    text = found["document"]["text"]
    assert {"place", "date", "count"} <= {mention["type"] for mention in found["mentions"]}
    for mention in found["mentions"]:
        start, end = mention["span"]
        assert text[start:end] == mention["text"]


def test_a_fault_in_one_document_does_not_cost_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(document: Document) -> Report:
        if "library" in document.text:
            raise KeyError("fault")
        return Report(document, "full", relevant=False, relevance=0.0)

    monkeypatch.setattr(pipeline, "analyze", stumble)
    result = run("analyze", folder / "library.txt", folder / "raid.txt", "--format", "jsonl")
    assert ["error" in one for one in objects(result)] == [True, False]
    assert result.stderr == f"tocsin: {folder / 'library.txt'}: could not be analyzed: KeyError: 'fault'\n"
    assert result.exit_code == 1


def test_a_reader_that_stops_listening_is_no_trouble(folder: Path) -> None:
    (folder / "many.jsonl").write_text('{"text": "One raid."}\n' * 3000)
    command = [sys.executable, "-m", "tocsin", "analyze", str(folder / "many.jsonl"), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as analysis:
        assert analysis.stdout
        assert analysis.stderr
        analysis.stdout.readline()
        analysis.stdout.close()
        assert analysis.stderr.read() == b""


def test_verbose_says_how_each_input_was_read_and_quiet_says_nothing(folder: Path) -> None:
    loud = run("analyze", folder / "library.txt", "-v")
    assert loud.stderr.endswith("language en, no day of publication\n")
    assert run("ingest", folder / "library.txt", "--quiet", "--store", folder / "case.db").output == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["analyze", "x", "--published", "soon"], "'soon' is no day, expected YYYY-MM-DD"),
        (["analyze", "x", "--published", "2024-02-31"], "'2024-02-31' is no day, expected YYYY-MM-DD"),
        (["analyze", "x", "--published", "20240301"], "expected YYYY-MM-DD"),
        (["analyze"], "Missing argument"),
        (["analyze", "x", "--format", "xml"], "xml"),
        (["incidents", "--since", "2024-02-02", "--until", "2024-01-01"], "lies before"),
        (["incidents", "--status", "new"], "new"),
        (["serve", "--port", "99999"], "--port"),
        (["bench", "nonesuch"], "'nonesuch' is no benchmark"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_wrong_usage_names_the_value_and_ends_with_status_2(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert words in " ".join(result.stderr.split())
    assert (result.exit_code, result.stdout) == (2, "")
