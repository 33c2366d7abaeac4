"""What cannot be read is one line with its path and reason, keeps nothing else back, and changes no store."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.factories import bombing, report
from tests.merging import MERGER
from typer.testing import CliRunner, Result

from tocsin import pipeline
from tocsin.cli import app
from tocsin.errors import StoreError
from tocsin.model.record import Report
from tocsin.model.text import Document
from tocsin.store import open_store

GOOD = "The council opened a library on Monday. Readers queued at the door, and the mayor gave a speech."
NOISE = bytes(range(256)) * 40
MENU = "<html><head><title>Menu</title></head><body><nav><ul><li>Home</li><li>Sport</li></ul></nav></body></html>"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def of(**record: object) -> bytes:
    return json.dumps(record).encode()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store that holds one report."""
    path = tmp_path / "case.db"
    with open_store(path, MERGER) as held:
        held.update(report("d1", bombing()), version="1")
    return path


def names(store: Path) -> list[str]:
    """Return the names of all documents in a store."""
    with open_store(store, MERGER, create=False) as held, held.engine.connect() as connection:
        return list(connection.scalars(sa.text("SELECT name FROM documents ORDER BY id")))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("none.txt", None, "no such file"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "has no text in it"),
        ("empty.html", b"<html><head><title>x</title></head><body></body></html>", "an HTML page without an article"),
        ("menu.html", MENU.encode(), "an HTML page without an article"),
        ("noise.bin", NOISE, "is not text: binary data"),
        ("noise.html", NOISE, "is not text: binary data"),
        ("noise.json", NOISE, "is not text: binary data"),
        ("noise.jsonl", NOISE + b"\n" + NOISE, "is not text: binary data"),
        ("packed.jsonl", b"\x1f\x8b" + NOISE, "is a gzip file, not text, HTML or JSON"),
        ("paper.pdf", b"%PDF-1.7\n" + NOISE, "is a PDF file, not text, HTML or JSON"),
        ("huge.txt", b"a" * 50_000_001, "is larger than 50 MB"),
        ("broken.json", b'{"text": "Gunmen', "is not JSON: Unterminated string"),
        ("bare.json", of(title="No text"), "has no 'text'"),
        ("list.json", b"[]", "has no record in it"),
        ("number.json", b"[1]", "record 1: is a number, expected an object with 'text'"),
        ("text.json", of(text=5), "'text' is a number, expected a string"),
        ("null.json", of(text=None), "'text' is null, expected a string"),
        ("title.json", of(text=GOOD, title=["a"]), "'title' is a list, expected a string"),
        ("url.json", of(text=GOOD, url=True), "'url' is a truth value, expected a string"),
        ("day.json", of(text=GOOD, published=20240101), "'published' is a number, expected a string"),
        ("soon.json", of(text=GOOD, published="soon"), "published is 'soon', expected YYYY-MM-DD"),
        ("id.json", of(text=GOOD, id={"a": 1}), "'id' is an object, expected a string"),
        ("source.json", of(text=GOOD, source=7), "'source' is a number, expected a string"),
        ("outlet.json", of(text=GOOD, source={"name": 7}), "'name' is a number, expected a string"),
    ],
)
def test_a_bad_file_is_one_line_and_the_next_is_done(
    store: Path, tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    if content is not None:
        bad.write_bytes(content)
    good.write_text(GOOD)
    result = run("ingest", bad, "--store", store)
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"tocsin: {bad}: ")
    assert reason in line
    assert (result.exit_code, names(store)) == (1, ["d1"])
    result = run("ingest", bad, good, "--store", store)
    assert result.stdout.startswith("2 documents (1 added, 1 failed)")
    assert (result.exit_code, len(names(store))) == (1, 2)


def test_a_folder_is_one_line(store: Path, tmp_path: Path) -> None:
    result = run("analyze", tmp_path)
    assert (result.exit_code, result.stderr) == (1, f"tocsin: {tmp_path}: is a folder, expected a file\n")


def test_one_bad_line_of_many_keeps_none_of_the_others_back(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(of(text=GOOD, id="a") + b"\n{oops}\n" + NOISE.replace(b"\n", b"") + b"\n" + of(text=GOOD, id="b"))
    result = run("ingest", path, "--store", store)
    assert [line.split(": ")[2] for line in result.stderr.splitlines()] == ["line 2", "line 3"]
    assert (result.exit_code, names(store)) == (1, ["d1", "a", "b"])


def test_a_page_that_lies_about_its_encoding_is_read_as_what_it_is(tmp_path: Path) -> None:
    words = "Le maire a ouvert un café à Besançon mardi, et les habitants ont été nombreux à venir le visiter."
    page = f'<html><head><meta charset="utf-8"><title>Café</title></head><body><article><p>{words}</p></article></body>'
    path = tmp_path / "page.html"
    path.write_bytes(page.encode("cp1252"))
    shown = json.loads(run("analyze", path, "--format", "jsonl").stdout)
    assert shown["document"]["text"] == f"Café\n\n{words}"


def test_a_report_that_a_store_refuses_keeps_none_of_the_others_back(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(of(text=GOOD, id="a", sample=True) + b"\n" + of(text=GOOD, id="b"))
    result = run("ingest", path, "--store", store)
    said = f"tocsin: {path}: is a bundled sample, and {store} holds real reports: the two never mix\n"
    assert (result.exit_code, result.stderr, names(store)) == (1, said, ["d1", "b"])


def test_ctrl_c_leaves_what_was_done_whole_and_says_how_far_it_came(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(document: Document) -> Report:
        if document.id == "b":
            raise KeyboardInterrupt
        return Report(document, "full", relevant=False, relevance=0.0)

    path = tmp_path / "feed.jsonl"
    path.write_bytes(b"\n".join(of(text=GOOD, id=name) for name in "abc"))
    monkeypatch.setattr(pipeline, "analyze", interrupted)
    result = run("ingest", path, "--store", store)
    assert result.stdout == f"1 document (1 added); 0 incidents changed in {store}\n"
    assert (result.exit_code, names(store)) == (130, ["d1", "a"])


def test_a_full_disk_is_one_line_and_leaves_the_store_as_it_was(store: Path) -> None:
    with open_store(store, MERGER) as held:
        pages = sa.text("PRAGMA page_count")
        with held.engine.connect() as connection:
            full = connection.scalar(pages)
        sa.event.listen(held.engine, "connect", lambda opened, _: opened.execute(f"PRAGMA max_page_count = {full}"))
        held.engine.dispose()
        with pytest.raises(StoreError, match="database or disk is full") as caught:
            held.update(report("d2", bombing(), text="reported " + "in words " * 9_000), version="1")
        assert (str(caught.value), held.totals().reports) == (f"{store}: database or disk is full", 1)
    assert names(store) == ["d1"]


def test_a_store_that_nobody_may_write_is_read_and_not_written(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert run("incidents", "--store", store).exit_code == 0
    with open_store(store, MERGER) as held:
        with pytest.raises(StoreError, match="readonly database"):
            held.update(report("d2", bombing()), version="1")
        assert held.totals().reports == 1
    assert (store.read_bytes(), [path.name for path in store.parent.iterdir()]) == (before, ["case.db"])


def shell(line: str) -> tuple[int, str, str]:
    """Run a line of shell, in which $TOCSIN stands for the program; return status, output and errors."""
    environment = {**os.environ, "TOCSIN": f"{sys.executable} -m tocsin"}
    done = subprocess.run(["sh", "-c", line], env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def test_standard_input_that_is_closed_is_one_line() -> None:
    assert shell("$TOCSIN analyze - <&-") == (1, "", "tocsin: -: is empty\n")


def test_output_that_cannot_be_written_is_one_line(store: Path) -> None:
    said = "tocsin: output: No space left on device\n"
    assert shell(f"$TOCSIN incidents --store {store} >/dev/full") == (1, "", said)


def test_output_that_is_closed_is_no_trouble(store: Path) -> None:
    assert shell(f"$TOCSIN incidents --store {store} >&-") == (0, "", "")


def test_two_who_ingest_at_once_lose_nothing(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b"\n".join(of(text=f"{GOOD} Part {name}.", id=name) for name in "abcdef"))
    one = f"$TOCSIN ingest --quiet --store {store} {path}"
    assert shell(f"{one} & {one} && wait $!") == (0, "", "")
    assert sorted(names(store)) == ["a", "b", "c", "d", "d1", "e", "f"]
