import csv
import io

import pytest

from tocsin.model.table import columns, table


def test_nested_fields_are_dotted_columns() -> None:
    record = {"id": "i1", "killed": {"best": {"low": 9, "high": None}, "contested": True}, "documents": ["a", "b"]}
    assert columns(record) == {
        "id": "i1",
        "killed.best.low": "9",
        "killed.best.high": "",
        "killed.contested": "true",
        "documents": "a; b",
    }


def test_what_the_objects_of_a_list_hold_is_joined_in_their_order() -> None:
    targets = [{"best": {"text": "a camp", "country": None}}, {"best": {"text": "a bus", "country": "NG"}}]
    assert columns({"targets": targets}) == {"targets.best.text": "a camp; a bus", "targets.best.country": "; NG"}


def test_evidence_and_lists_within_lists_are_json() -> None:
    assert columns({"killed": {"values": [{"value": "é"}]}}) == {"killed.values": '[{"value": "é"}]'}
    assert columns({"who": [{"claims": [{"id": "a1"}]}]}) == {"who.claims": '[{"id": "a1"}]'}


@pytest.mark.parametrize(("words", "shown"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("a=1", "a=1"), (-7.5, "-7.5")])
def test_words_that_a_spreadsheet_would_run_are_made_harmless(words: object, shown: str) -> None:
    assert columns({"title": words}) == {"title": shown}


def test_there_is_one_row_an_object_and_a_column_for_every_field_that_any_has() -> None:
    shown = table([{"a": 1, "b": {"c": "x, y\nz"}}, {"a": 2, "d": False}])
    assert list(csv.DictReader(io.StringIO(shown))) == [
        {"a": "1", "b.c": "x, y\nz", "d": ""},
        {"a": "2", "b.c": "", "d": "false"},
    ]


def test_a_field_that_one_record_tells_and_another_leaves_open_has_its_dotted_columns_alone() -> None:
    shown = table([{"killed": None, "place": None}, {"killed": {"best": {"low": 4}}, "place": None}])
    assert shown == "place,killed.best.low\n,\n,4\n"


def test_no_objects_make_no_table() -> None:
    assert table([]) == ""
