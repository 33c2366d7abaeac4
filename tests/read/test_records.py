import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tocsin.errors import ReadError
from tocsin.model.text import Document, Source
from tocsin.read import read_bytes, read_file


def read_all(text: str, name: str) -> list[Document | ReadError]:
    return list(read_bytes(text.encode(), name))


def only(record: object) -> Document:
    (document,) = read_all(json.dumps(record), "in.json")
    assert isinstance(document, Document), document
    return document


@given(st.text(st.characters(codec="utf-8")))
def test_the_text_of_a_record_is_its_value_but_for_nul(text: str) -> None:
    assume(text.strip("\ufeff \t\r\n\v\f"))
    assert text.replace("\x00", "\ufffd") == only({"text": text}).text


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    assert only({"text": "a\ud83db"}).text == "a\ufffdb"


def test_the_other_keys_are_read() -> None:
    document = only(
        {
            "id": "x-7",
            "title": "Raid",
            "url": "https://www.example.org/2024/03/26/raid",
            "published": "2024-03-27",
            "source": "Example News",
            "text": "Gunmen raided a camp.",
        }
    )
    assert (document.id, document.title, document.url) == ("x-7", "Raid", "https://www.example.org/2024/03/26/raid")
    assert (date(2024, 3, 27), "input") == (document.published, document.published_basis)
    assert Source("Example News", "example.org") == document.source


def test_a_source_may_be_an_object() -> None:
    assert Source("N", "n.org") == only({"text": "Raid.", "source": {"name": "N", "domain": "n.org"}}).source


@pytest.mark.parametrize("number", [7, "7"])
def test_an_id_may_be_a_number(number: object) -> None:
    assert only({"text": "Raid.", "id": number}).id == "7"


@pytest.mark.parametrize(
    ("key", "words", "day"),
    [
        ("published", "2024-03-27", date(2024, 3, 27)),
        ("published", "2024-03-27T23:30:00+05:00", date(2024, 3, 27)),
        ("published", "2024-03-27 10:00", date(2024, 3, 27)),
        ("published", "20240327", date(2024, 3, 27)),
        ("published", "Wed, 27 Mar 2024 10:00:00 GMT", date(2024, 3, 27)),
        ("dct", "2009-12-19T17:00:00", date(2009, 12, 19)),
        ("published", "", None),
        ("published", None, None),
    ],
)
def test_published_is_read_in_standard_forms(key: str, words: str | None, day: date | None) -> None:
    assert day == only({"text": "Gunmen raided a camp.", key: words}).published


def test_the_address_gives_the_day_where_nothing_else_does() -> None:
    document = only({"text": "Gunmen raided a camp.", "url": "https://example.org/2024/03/26/raid"})
    assert (date(2024, 3, 26), "url") == (document.published, document.published_basis)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"title": "x"}, "has no 'text'"),
        ({"text": 5}, "'text' is a number, expected a string"),
        ({"text": None}, "'text' is null, expected a string"),
        ({"text": ["x"]}, "'text' is a list, expected a string"),
        ({"text": ""}, "has no text in it"),
        ({"text": "x", "url": 3}, "'url' is a number, expected a string"),
        ({"text": "x", "id": True}, "'id' is a truth value, expected a string"),
        ({"text": "x", "published": "soon"}, "published is 'soon', expected YYYY-MM-DD"),
        ({"text": "x", "published": "2024-02-31"}, "published is '2024-02-31', expected YYYY-MM-DD"),
        ("text", "is a string, expected an object with 'text'"),
    ],
)
def test_a_record_that_does_not_fit_is_an_error_with_its_reason(record: object, reason: str) -> None:
    (error,) = read_all(json.dumps(record), "in.json")
    assert isinstance(error, ReadError)
    assert ("in.json", reason) == (error.subject, error.reason)


@pytest.mark.parametrize("name", ["in.jsonl", "in.json", "-"])
def test_a_bad_line_does_not_stop_the_rest(name: str) -> None:
    lines = ['{"text": "One raid."}', "", '{"text": broken', "[]", '{"text": "Two raids."}']
    found = read_all("\r\n".join(lines), name)
    assert [item.text for item in found if isinstance(item, Document)] == ["One raid.", "Two raids."]
    broken, listed = [item.reason for item in found if isinstance(item, ReadError)]
    assert broken.startswith("line 3: is not JSON: ")
    assert listed == "line 4: is a list, expected an object with 'text'"


def test_a_line_in_no_encoding_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "One raid."}\n\xff\x00\x01\n{"text": "Two raids."}')
    found = list(read_file(path))
    assert [Document, ReadError, Document] == [type(item) for item in found]


def test_lines_in_utf_16_are_read(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes('{"text": "One raid."}\n{"text": "Two raids."}\n'.encode("utf-16"))
    assert [item.text for item in read_file(path) if isinstance(item, Document)] == ["One raid.", "Two raids."]


def test_a_list_of_records_is_read_in_order() -> None:
    found = read_all('[{"text": "One raid."}, "x", {"text": "Two raids."}]', "in.json")
    assert [Document, ReadError, Document] == [type(item) for item in found]
    assert str(found[1]) == "in.json: record 2: is a string, expected an object with 'text'"


@pytest.mark.parametrize("text", ["[]", "{", '{"text": "x"', "[" * 100_000, "\n\n"])
def test_json_without_a_record_is_an_error(text: str) -> None:
    assert [ReadError] == [type(item) for item in read_all(text, "in.json")]


def test_a_separator_inside_a_text_does_not_end_a_line() -> None:
    (document,) = read_all('{"text": "One\u2028raid\x85."}', "in.jsonl")
    assert isinstance(document, Document)
    assert document.text == "One\u2028raid\x85."
