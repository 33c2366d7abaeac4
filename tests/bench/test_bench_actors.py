"""The actors bench counts whom a name is taken for, and wrong links apart from names left open."""

import json
from pathlib import Path
from typing import Any

import pytest

from tocsin.bench.actors import load, score
from tocsin.errors import BenchError

TEXT = "The Front said it fought the Front of the North."


def gold(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"n{number}", "category": "ambiguous", "text": TEXT, "mention": "Front", "actor": None, **more}


def written(folder: Path, *items: dict[str, Any], name: str = "open") -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return path


def said(number: int, actor: str | None, *, start: int = 4) -> dict[str, Any]:
    mention = {"type": "actor", "span": [start, start + 5], "resolved": {"actor_id": actor}, "candidates": []}
    return {"document": {"id": f"n{number}"}, "mentions": [mention]}


@pytest.mark.parametrize(
    ("item", "line", "right", "wrong"),
    [
        (gold(1, actor="front"), said(1, "front"), 1, 0),
        (gold(1, actor="front"), said(1, "rear"), 0, 1),
        (gold(1, actor="front"), said(1, None), 0, 0),
        (gold(1, actor="front"), {"document": {"id": "n1"}, "mentions": []}, 0, 0),
        (gold(1, candidates=["front", "rear"]), said(1, None), 1, 0),
        (gold(1, candidates=["front", "rear"]), said(1, "front"), 0, 1),
        (gold(1, new=True), said(1, None), 1, 0),
        (gold(1, new=True), {"document": {"id": "n1"}, "mentions": []}, 0, 0),
        (gold(1, none=True), {"document": {"id": "n1"}, "mentions": []}, 1, 0),
        (gold(1, none=True), said(1, None), 1, 0),
        (gold(1, none=True), said(1, "front"), 0, 1),
        (gold(1, nth=2, actor="front"), said(1, "front"), 0, 0),
        (gold(1, nth=2, actor="front"), said(1, "front", start=29), 1, 0),
    ],
)
def test_a_name_is_right_wrong_or_left_open(
    tmp_path: Path, item: dict[str, Any], line: dict[str, Any], right: int, wrong: int
) -> None:
    scores = {each.name: each.tally.right for each in score(load(written(tmp_path, item)), [line]).scores}
    assert (scores["open: right"], scores["open: wrong links"]) == (right, wrong)


def test_what_went_wrong_is_not_told_of_the_held_names(tmp_path: Path) -> None:
    written(tmp_path, gold(1, actor="front"))
    written(tmp_path, gold(2, actor="front"), name="held")
    result = score(load(tmp_path), [said(1, "rear"), said(2, "rear")])
    assert [found.split()[0] for found in result.worst] == ["n1"]
    assert {"open: right", "held: right"} <= {each.name for each in result.scores}


@pytest.mark.parametrize("line", ["[]", '{"id": "n1"}', json.dumps(gold(1, mention="Rear")), "{"])
def test_a_malformed_item_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "open.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(BenchError, match=r"open\.jsonl"):
        load(path)
