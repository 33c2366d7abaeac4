import csv
import io

import pytest

from tocsin.cli.table import columns, table


def test_nested_fields_are_dotted_columns() -> None:
    record = {"id": "i1", "killed": {"best": {"low": 9, "high": None}, "contested": True}, "documents": ["a", "b"]}
    assert columns(record) == {
        "id": "i1",
        "killed.best.low": "9",
        "killed.best.high": "",
        "killed.contested": "true",
        "documents": "a; b",
    }


def test_a_list_of_objects_is_one_json_cell() -> None:
    assert columns({"values": [{"value": "é"}]}) == {"values": '[{"value": "é"}]'}


@pytest.mark.parametrize(("words", "shown"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("a=1", "a=1"), (-7.5, "-7.5")])
def test_words_that_a_spreadsheet_would_run_are_made_harmless(words: object, shown: str) -> None:
    assert columns({"title": words}) == {"title": shown}


def test_there_is_one_row_an_object_and_a_column_for_every_field_that_any_has() -> None:
    shown = table([{"a": 1, "b": {"c": "x, y\nz"}}, {"a": 2, "d": False}])
    assert list(csv.DictReader(io.StringIO(shown))) == [
        {"a": "1", "b.c": "x, y\nz", "d": ""},
        {"a": "2", "b.c": "", "d": "false"},
    ]


def test_no_objects_make_no_table() -> None:
    assert table([]) == ""
