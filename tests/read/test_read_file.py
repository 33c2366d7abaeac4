import os
from datetime import date
from pathlib import Path

import pytest

import tocsin.read as reading
from tocsin.errors import ReadError
from tocsin.model.text import Document, Source
from tocsin.read import Given, read, read_file


def reason(path: Path) -> str:
    (error,) = read_file(path)
    assert isinstance(error, ReadError)
    assert str(path) == error.subject
    return error.reason


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    assert reason(tmp_path / "none.txt") == "no such file"


def test_a_folder_is_an_error(tmp_path: Path) -> None:
    assert reason(tmp_path) == "is a folder, expected a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("Raid.")
    path.chmod(0)
    assert reason(path) == "permission denied"


def test_an_impossible_path_is_an_error() -> None:
    (error,) = read_file("a\x00b")
    assert isinstance(error, ReadError)


def test_a_name_that_is_no_text_is_shown_with_replacements(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/raid-\xff.txt"
    Path(os.fsdecode(path)).write_text("Gunmen raided a camp.")
    document = read(os.fsdecode(path))
    assert document.path == f"{tmp_path}/raid-\ufffd.txt"


def test_a_file_over_the_limit_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT", 20)
    path = tmp_path / "long.txt"
    path.write_text("Raid. " * 10)
    assert reason(path) == reading.TOO_LARGE


def test_a_line_over_the_limit_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT", 30)
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "One raid."}\n{"text": "' + "raid " * 40 + '"}\n{"text": "Two raids."}\n')
    assert [Document, ReadError, Document] == [type(item) for item in read_file(path)]


def test_the_option_goes_before_what_the_input_says(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text('{"text": "Raid.", "published": "2024-03-27", "source": "Example"}')
    (document,) = read_file(path, Given(published=date(2024, 3, 1), source="Other"))
    assert isinstance(document, Document)
    assert (date(2024, 3, 1), "option") == (document.published, document.published_basis)
    assert (Source("Other", None), False) == (document.source, document.sample)


def test_the_head_of_a_text_gives_the_day_where_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "raid.txt"
    path.write_text("KABUL, Afghanistan (Jan. 10, 2011) - Gunmen raided a camp.")
    document = read(path)
    assert (date(2011, 1, 10), "text") == (document.published, document.published_basis)


def test_read_wants_one_document(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "One raid."}\n{"text": "Two raids."}\n')
    with pytest.raises(ReadError, match="holds 2 documents, expected one"):
        read(path)
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "none.txt")
