"""The times bench counts spans that meet, spans that are equal, and values on spans that meet."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.bench.times import align, canonical, load, score
from tocsin.errors import BenchError

TEXT = "On 4 June 2024, two men fled. They fled daily for two weeks of fear."


def timex(words: str, val: str | None, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    valued = {} if val is None else {"val": val}
    return {"start": start, "end": start + len(words), "text": words, "depth": 0, **valued, **more}


def mention(words: str, value: str, kind: str = "date") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"type": kind, "span": [start, start + len(words)], "text": words, "resolved": {"timex": value}}


GOLD = {
    "id": "a",
    "text": TEXT,
    "timexes": [
        timex("4 June 2024", "2024-06-04"),
        timex("daily", "XXXX-XX-XX", set="YES"),
        timex("two weeks of fear", "P2W"),
        timex("weeks", "PXW", depth=1),
    ],
}


def test_equal_answers_score_one() -> None:
    said = [mention("4 June 2024", "2024-06-04"), mention("daily", "P1D"), mention("two weeks of fear", "P2W")]
    found = score([GOLD], [{"document": "a", "mentions": said}])
    assert (found.relaxed.tally.f1, found.strict.tally.f1, found.value.tally.f1) == (1.0, 1.0, 1.0)


def test_a_shorter_span_counts_as_relaxed_alone_and_another_value_as_a_span_alone() -> None:
    said = [mention("June 2024", "2024-06"), mention("daily", "P1D"), mention("two weeks", "P2W")]
    found = score([GOLD], [{"document": {"id": "a"}, "mentions": said}])
    assert (found.relaxed.tally.right, found.strict.tally.right, found.value.tally.right) == (3, 1, 2)


def test_mentions_of_other_types_and_missing_documents_do_not_count() -> None:
    found = score([GOLD], [{"document": "a", "mentions": [mention("two men", "x", "count")]}])
    assert (found.relaxed.tally.predicted, found.relaxed.tally.gold) == (0, 3)
    assert score([GOLD], []).relaxed.tally.f1 == 0


def test_an_expression_without_value_counts_for_its_span_alone() -> None:
    record = {"id": "a", "text": TEXT, "timexes": [timex("4 June 2024", None), timex("daily", "P1D")]}
    said = [mention("4 June 2024", "2024-06-04"), mention("daily", "P1D")]
    found = score([record], [{"document": "a", "mentions": said}])
    assert (found.relaxed.tally.gold, found.value.tally.gold, found.value.tally.f1) == (2, 1, 1.0)


def test_nothing_to_find_and_nothing_found_scores_zero_without_error() -> None:
    assert score([], []).value.tally.f1 == 0


@pytest.mark.parametrize(
    ("value", "repeated", "mapped"),
    [
        ("1943-07-XX", False, "1943-07"),
        ("1950-06-25TXX", False, "1950-06-25"),
        ("XXXX-XX-XX", False, "XXXX"),
        ("XXXX-XX-XX", True, "P1D"),
        ("XXXX-WXX", True, "P1W"),
        ("XXXX-XX-XXTNI", False, "XXXX-XX-XXTNI"),
        ("P1DE", False, "P10Y"),
        ("P2CE", False, "P200Y"),
        ("P3D", False, "P3D"),
        ("BC0490-09-XX", False, "BC0490-09"),
        ("194", False, "194"),
        (None, False, None),
    ],
)
def test_values_are_compared_as_timex3(value: str | None, repeated: bool, mapped: str | None) -> None:
    assert mapped == canonical(value, repeated=repeated)


def test_one_prediction_answers_one_gold_expression() -> None:
    assert align([(0, 4, None), (5, 9, None)], [(0, 9, None)]) == {0: 0}


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1], None)), max_size=8)


@given(SPANS, SPANS)
def test_pairs_meet_and_no_prediction_answers_twice(
    gold: list[tuple[int, int, None]], said: list[tuple[int, int, None]]
) -> None:
    pairs = align(gold, said)
    assert len(set(pairs.values())) == len(pairs)
    assert all(gold[one][0] < said[other][1] and said[other][0] < gold[one][1] for one, other in pairs.items())


def test_a_file_is_loaded_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "times.jsonl"
    file.write_text(json.dumps(GOLD) + "\n\n", encoding="utf-8")
    assert load(file) == [GOLD]


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    file = tmp_path / "times.jsonl"
    file.write_text(json.dumps(GOLD) + "\n[]\n", encoding="utf-8")
    with pytest.raises(BenchError, match=r"times\.jsonl:2"):
        load(file)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"none\.jsonl"):
        load(tmp_path / "none.jsonl")
