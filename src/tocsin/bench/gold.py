"""The stories that `bench gold` scores against: our own annotations, stand-off ones, and outside files of our form."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tocsin.bench.annotation import Page
from tocsin.errors import BenchError, ReadError
from tocsin.model.text import Document
from tocsin.read.document import Given
from tocsin.read.records import read_lines


@dataclass(frozen=True, slots=True)
class Story:
    """A document and what is to be found in it, in wire form; None where a part was not annotated."""

    document: Document
    relevant: bool | None
    events: tuple[dict[str, Any], ...] | None
    assessments: tuple[dict[str, Any], ...] | None
    relations: tuple[dict[str, Any], ...] | None
    tags: tuple[str, ...] = ()


def stories(folder: Path) -> list[Story]:
    """Return the stories `<id>.txt` with `<id>.yml` of a folder, by id; raise BenchError where one is malformed."""
    return [story(path) for path in sorted(folder.glob("*.yml"))]


def story(path: Path, text_path: Path | None = None) -> Story:
    """Return one story with its annotation; its text stands beside it where no other path is given."""
    raw = annotation(path)
    try:
        text = (text_path or path.with_suffix(".txt")).read_text("utf-8")
    except OSError as error:
        raise BenchError(path.name, f"its story cannot be read: {error.strerror}") from error
    if raw.get("id") != path.stem:
        raise BenchError(path.name, f"the id inside is {raw.get('id')!r}")
    known = {key: raw[key] for key in ("id", "published", "source") if raw.get(key)}
    return annotated(raw, Page(path.name, text), from_record({**known, "text": text}, path.name))


def annotation(path: Path) -> dict[str, Any]:
    """Return what a YAML file says; raise BenchError where it is no mapping."""
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise BenchError(path.name, str(error)) from error
    if not isinstance(raw, dict):
        raise BenchError(path.name, "an annotation is a mapping")
    return raw


def annotated(raw: Mapping[str, Any], page: Page, read: Document) -> Story:
    """Return a story from its annotation, every slot there."""
    parts = {key: raw.get(key) or [] for key in ("events", "assessments", "relations")}
    relevant = bool(raw.get("relevant", bool(parts["events"])))
    if not relevant and any(parts.values()):
        raise BenchError(page.file, "not relevant, yet annotated")
    return Story(
        document=read,
        relevant=relevant,
        events=tuple(page.event(event, index) for index, event in enumerate(parts["events"])),
        assessments=tuple(page.judgement(one, f"assessments/{i}") for i, one in enumerate(parts["assessments"])),
        relations=tuple(page.judgement(one, f"relations/{i}") for i, one in enumerate(parts["relations"])),
        tags=tuple(raw.get("tags") or ()),
    )


def standoff(folder: Path, data: Path | None) -> tuple[list[Story], list[str]]:
    """Return the annotated documents that stay in the data folder, and a note for each that cannot be scored."""
    found: list[Story] = []
    notes: list[str] = []
    for path in sorted(folder.glob("*.yml")):
        raw = annotation(path)
        record = None if data is None else lookup(data / str(raw.get("data")), raw.get("key") or {})
        text = composed(record, raw) if record is not None else ""
        if record is None:
            notes.append(f"{path.stem}: not in the data folder, left out")
        elif hashlib.sha256(text.encode()).hexdigest() != raw.get("sha256"):
            notes.append(f"{path.stem}: the document has changed, left out")
        else:
            known = {"title": record.get("title"), "url": record.get("url"), "text": text}
            published = raw.get("published", record.get("date"))
            read = from_record({**known, "id": path.stem, "published": published}, path.name)
            found.append(annotated(raw, Page(path.name, read.text), read))
    return found, notes


def lookup(path: Path, key: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the record with those values in a JSONL file, or None."""
    if not path.is_file() or not key:
        return None
    found = (one.get("doc") or one for one in records(path))
    return next((one for one in found if all(one.get(name) == value for name, value in key.items())), None)


def composed(record: Mapping[str, Any], raw: Mapping[str, Any]) -> str:
    """Return the text that an annotation points into: the record's, its title set above it where `compose` says so."""
    text = str(record.get("text"))
    return f"{record.get('title')}\n\n{text}" if raw.get("compose") == "title_blank_text" else text


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file; raise BenchError where a line is none."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                raise BenchError(f"{path.name} line {number}", str(error)) from error
            if not isinstance(record, dict):
                raise BenchError(f"{path.name} line {number}", "not an object")
            yield record


def outside(path: Path) -> list[Story]:
    """Return the stories of a JSONL file in the contract's form; keys that an event lacks are not scored."""
    return [loose(record, path.name) for record in records(path)]


def loose(record: Mapping[str, Any], file: str) -> Story:
    """Return a story whose annotation may be partial."""
    if not isinstance(record.get("text"), str):
        raise BenchError(f"{file} {record.get('id')}", "a story needs its text")
    relevant = record.get("relevant")
    if relevant is None and "events" in record and not record["events"]:
        relevant = False
    return Story(
        document=from_record(record, file),
        relevant=relevant if relevant is not None else bool(record.get("events")) or None,
        events=part(record, "events"),
        assessments=part(record, "assessments"),
        relations=part(record, "relations"),
        tags=tuple(record.get("tags") or ()),
    )


def part(record: Mapping[str, Any], key: str) -> tuple[dict[str, Any], ...] | None:
    """Return a list of the record, or None where it has none."""
    return tuple(record[key] or ()) if key in record else None


def from_record(record: Mapping[str, Any], file: str) -> Document:
    """Return the document of a JSON record as the product reads it; raise BenchError where it has none."""
    read = next(read_lines([json.dumps(dict(record), default=str)], file, Given()))
    if isinstance(read, ReadError):
        raise BenchError(file, read.reason)
    return read
