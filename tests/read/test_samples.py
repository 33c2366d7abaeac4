"""A bundled sample is known for one, wherever it is read from."""

import json
from importlib import resources
from pathlib import Path

import pytest

from tocsin.model.text import Document
from tocsin.read import read_file, read_text

FOLDER = Path(str(resources.files("tocsin.data") / "samples"))
SAMPLES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".html", ".jsonl", ".txt"})


def documents(path: Path) -> list[Document]:
    read = list(read_file(path))
    assert all(isinstance(one, Document) for one in read)
    return [one for one in read if isinstance(one, Document)]


def test_the_digests_are_those_of_the_bundled_samples() -> None:
    lines = [f"{document.sha256},{path.name}" for path in SAMPLES for document in documents(path)]
    assert FOLDER.with_suffix(".csv").read_text().splitlines() == lines


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_copy_under_another_name_is_a_sample_still(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / f"article{path.suffix}"
    copy.write_bytes(path.read_bytes())
    assert {document.sample for document in documents(copy)} == {True}


def test_the_same_words_as_plain_text_are_a_sample_still() -> None:
    text = documents(FOLDER / "garissa-2-claim.html")[0].text
    (document,) = read_text(text, "pasted.txt")
    assert isinstance(document, Document)
    assert document.sample


@pytest.mark.parametrize(("said", "expected"), [(True, True), (False, False), ("yes", False), (None, False)])
def test_a_record_may_say_that_it_is_a_sample(said: object, expected: bool) -> None:
    (document,) = read_text(json.dumps({"text": "Gunmen raided a camp.", "sample": said}), "in.json")
    assert isinstance(document, Document)
    assert document.sample is expected


def test_other_reports_are_none() -> None:
    (document,) = read_text("Gunmen raided a camp on Tuesday, police said.", "raid.txt")
    assert isinstance(document, Document)
    assert not document.sample
