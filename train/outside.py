"""Windows of outside documents, marked stand-off: the repository holds where they are, not what they say."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from passages import OF_EVENTS, Passage
from tocsin.bench import marks


def read_outside(path: Path, data: Path) -> list[Passage]:
    """Return the windows whose documents are in the data folder unchanged; tell how many are left out."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    found = []
    for name in sorted({row["data"] for row in rows}):
        wanted = [row for row in rows if row["data"] == name]
        keys = {field for row in wanted for field in row["key"]}
        there = list(_records(data / name)) if (data / name).is_file() else []
        documents = {(key, record[key]): record for record in there for key in keys if key in record}
        for row in wanted:
            ((key, value),) = row["key"].items()
            record = documents.get((key, value))
            window = _composed(record, titled=row["titled"])[slice(*row["window"])] if record else ""
            if hashlib.sha256(window.encode()).hexdigest() == row["sha256"]:
                found.append(_passage(row, window))
    if len(found) < len(rows):
        print(f"{path.name}: {len(rows) - len(found)} of {len(rows)} windows are absent or have changed, left out")
    return found


def _records(path: Path) -> Iterator[Mapping[str, Any]]:
    for line in path.read_text("utf-8").rstrip("\n").split("\n"):
        record = json.loads(line)
        yield record.get("doc") or record


def _composed(record: Mapping[str, Any], *, titled: bool) -> str:
    text, title = str(record["text"]), record.get("title")
    return f"{title}\n\n{text}" if titled and title else text


def _passage(row: Mapping[str, Any], text: str) -> Passage:
    pieces, end = [], 0
    for start, stop, tags in row["marks"]:
        pieces += [text[end:start], f"[{tags}|{text[start:stop]}]"]
        end = stop
    one = marks.passage({**row, "marked": "".join([*pieces, text[end:]])})
    return Passage(one.id, one.text, one.relevant, one.marks, one.stands, known=OF_EVENTS)
