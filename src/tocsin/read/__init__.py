"""Bytes become documents: web pages, plain text, and JSON records with `text`.

`read_file` and `read_bytes` yield one document or error for each document of an input, in its order, and never stop
at a bad one. The suffix says what a file is where it says anything; else its first characters do. An input holds at
most `LIMIT` bytes; a file of JSON lines may be of any length, and the limit holds for each line.
"""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from tocsin.errors import ReadError
from tocsin.model.text import Document
from tocsin.read.document import Given
from tocsin.read.encoding import WIDE, decode
from tocsin.read.html import looks_like_html, read_html
from tocsin.read.language import identify
from tocsin.read.plain import read_plain
from tocsin.read.records import looks_like_records, read_lines, read_records

__all__ = ["LIMIT", "Given", "identify", "read", "read_bytes", "read_file", "read_text"]

MEGABYTE = 1_000_000
LIMIT = 50 * MEGABYTE
TOO_LARGE = f"is larger than {LIMIT // MEGABYTE} MB"
NOTHING = Given()
LINES = (".jsonl", ".ndjson")
KINDS = {".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json", ".txt": "text", ".text": "text"}


def read(path: str | Path, *, published: date | None = None, source: str | None = None) -> Document:
    """Return the one document of a file; raise `ReadError` where it has none, or several."""
    documents = list(read_file(path, Given(published, source)))
    if len(documents) != 1:
        raise ReadError(str(path), f"holds {len(documents)} documents, expected one")
    if isinstance(documents[0], ReadError):
        raise documents[0]
    return documents[0]


def read_file(path: str | Path, given: Given = NOTHING) -> Iterator[Document | ReadError]:
    """Yield the documents of a file, and an error for each that cannot be read."""
    name = os.fsencode(path).decode(errors="replace")
    try:
        if Path(path).is_dir():
            yield ReadError(name, "is a folder, expected a file")
            return
        with Path(path).open("rb") as file:
            if Path(path).suffix.lower() in LINES and _holds_lines(file.peek()):
                yield from read_lines(_lines(file, name), name, given)
            else:
                yield from read_bytes(file.read(LIMIT + 1), name, given)
    except (OSError, ValueError) as error:
        yield ReadError(name, _cause(error))


def read_bytes(raw: bytes, name: str, given: Given = NOTHING) -> Iterator[Document | ReadError]:
    """Yield the documents of bytes; `name` is their path, or what stands for it, and its suffix tells the form."""
    if not raw:
        yield ReadError(name, "is empty")
    elif len(raw) > LIMIT:
        yield ReadError(name, TOO_LARGE)
    else:
        text = _decoded(raw, name)
        yield from [text] if isinstance(text, ReadError) else read_text(text, name, given)


def read_text(text: str, name: str, given: Given = NOTHING) -> Iterator[Document | ReadError]:
    """Yield the documents of text already decoded."""
    suffix = Path(name).suffix.lower()
    kind = "lines" if suffix in LINES else KINDS.get(suffix) or _sniffed(text)
    try:
        if kind == "lines":
            yield from read_lines(text.split("\n"), name, given)
        elif kind == "json":
            yield from read_records(text, name, given)
        elif kind == "html":
            yield read_html(text, name, given)
        else:
            yield read_plain(text, name, given)
    except ReadError as error:
        yield error


def _sniffed(text: str) -> str:
    if looks_like_records(text):
        return "json"
    return "html" if looks_like_html(text) else "text"


def _decoded(raw: bytes, name: str) -> str | ReadError:
    try:
        return decode(raw, name)
    except ReadError as error:
        return error


def _holds_lines(head: bytes) -> bool:
    """Tell whether a file may be read line by line: not where its characters are wide, or no line of it is text."""
    opens = any(line.lstrip().startswith(b"{") for line in head.removeprefix(BOM_UTF8).split(b"\n"))
    return opens and not head.startswith(WIDE)


def _lines(file: BinaryIO, name: str) -> Iterator[str | ReadError]:
    while raw := file.readline(LIMIT + 1):
        if len(raw) <= LIMIT:
            yield _decoded(raw, name)
            continue
        yield ReadError(name, TOO_LARGE)
        while raw and not raw.endswith(b"\n"):
            raw = file.readline(LIMIT)


def _cause(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "permission denied"
    return str(getattr(error, "strerror", None) or error)


class _Callable(ModuleType):
    """`tocsin.read` names this package and, for callers, its function `read`: calling the one calls the other."""

    def __call__(self, path: str | Path, *, published: date | None = None, source: str | None = None) -> Document:
        """Return the one document of a file, as `read` does."""
        return read(path, published=published, source=source)


sys.modules[__name__].__class__ = _Callable
