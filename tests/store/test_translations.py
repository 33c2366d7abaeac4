"""A translation names its original, counts with it as one source, and stands beside it."""

import json
from pathlib import Path

from tests.factories import account, bombing
from typer.testing import CliRunner

from tocsin.cli import app
from tocsin.merge.origins import rooted
from tocsin.model.incident import Account
from tocsin.pipeline import open_store

ORIGINAL = "قتل ثلاثة من رجال الشرطة في انفجار قنبلة في الموصل يوم الثلاثاء.\n"
TRANSLATION = """Bomb kills three policemen in Mosul

MOSUL, Iraq - A bomb killed three policemen at a checkpoint in Mosul on Tuesday, police said.
"""


def independent(accounts: list[Account]) -> int:
    return len(set(map(rooted(accounts), accounts)))


def test_a_text_and_its_translation_are_one_source() -> None:
    original = account(bombing(), "d1")
    translated = account(bombing(), "d2", translation_of="d1")
    assert independent([original, translated]) == 1
    assert independent([translated]) == 1
    assert independent([original, account(bombing(), "d2")]) == 2


def test_two_translations_of_one_text_are_one_source() -> None:
    assert independent([account(bombing(), name, translation_of="d1") for name in ("d2", "d3")]) == 1


def test_an_ingested_translation_is_marked_and_its_original_kept(tmp_path: Path) -> None:
    lines = [
        {"id": "ar-1", "text": ORIGINAL, "published": "2024-03-27"},
        {"id": "en-1", "text": TRANSLATION, "published": "2024-03-27", "translation_of": "ar-1"},
    ]
    (tmp_path / "both.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    run = CliRunner().invoke(app, ["ingest", str(tmp_path / "both.jsonl"), "--store", str(tmp_path / "case.db")])
    assert run.exit_code == 0
    with open_store(tmp_path / "case.db") as store:
        (incident,) = store.incidents()
        report, original = store.report("en-1"), store.report("ar-1")
    assert report is not None
    assert original is not None
    assert (report.document.translation_of, original.document.text) == ("ar-1", ORIGINAL)
    shown = CliRunner().invoke(app, ["show", incident.id, "--store", str(tmp_path / "case.db")]).stdout
    assert "translation of ar-1" in shown


def test_the_option_marks_all_inputs(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text(TRANSLATION, "utf-8")
    options = "--store", str(tmp_path / "case.db"), "--translation-of", "ar-1", "--published", "2024-03-27"
    assert CliRunner().invoke(app, ["ingest", str(tmp_path / "en.txt"), *options]).exit_code == 0
    with open_store(tmp_path / "case.db") as store:
        (incident,) = store.incidents()
        report = store.report(incident.documents[0])
    assert report is not None
    assert report.document.translation_of == "ar-1"
