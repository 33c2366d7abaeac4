"""Two annotations of one story agree as far as their slots do."""

import runpy
from pathlib import Path
from typing import Any

import pytest
import yaml

SCRIPT = Path(__file__).parents[2] / "scripts" / "second_coder.py"
EVENT: dict[str, Any] = {
    "id": "e1",
    "kind": "attack",
    "main": True,
    "killed": {"low": 9, "high": 9, "text": "nine"},
    "also": [{"field": "/killed", "value": {"low": 8}, "holder": {"kind": "author"}, "text": "nine"}],
}


def annotated(gold: Path, folder: str, **slots: Any) -> None:
    (gold / folder).mkdir(exist_ok=True)
    raw = {"id": "kor", "relevant": True, "events": [{**EVENT, **slots}]}
    (gold / folder / "kor.yml").write_text(yaml.safe_dump(raw), "utf-8")


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({}, {"kind": 1.0, "killed": 1.0, "further readings": 1.0}),
        ({"killed": {"low": 8, "high": 8, "text": "nine"}}, {"kind": 1.0, "killed": 0.0, "further readings": 1.0}),
        ({"also": []}, {"kind": 1.0, "killed": 1.0, "further readings": 0.0}),
    ],
)
def test_coders_agree_slot_by_slot(tmp_path: Path, slots: dict[str, Any], expected: dict[str, float]) -> None:
    annotated(tmp_path, "stories")
    (tmp_path / "stories" / "kor.txt").write_text("Gunmen killed nine in Kor.", "utf-8")
    annotated(tmp_path, "second", **slots)
    result = runpy.run_path(str(SCRIPT))["agreement"](tmp_path)
    scores = {score.name: score.tally.f1 for score in result.scores}
    assert {name: scores[name] for name in expected} == expected


def test_no_second_annotation_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert runpy.run_path(str(SCRIPT))["main"]([str(tmp_path)]) == 0
    assert "no second annotation" in capsys.readouterr().out
