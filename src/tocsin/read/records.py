"""A JSON record holds one document under `text`; a file holds one record, a list of them, or one on each line.

Other keys read: `id`, `title`, `url`, `published` or `dct`, `source` (a name, or an object with `name` and `domain`),
and `sample`, true for a composed one, as `analyze` writes it. A record that cannot be read is an error of its own and
does not keep the others from being read.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from tocsin.errors import ReadError
from tocsin.model.text import Document, Source
from tocsin.read.document import Given, Told, build, domain_of
from tocsin.read.outlet import zone_of
from tocsin.read.published import from_url, parse_day

UNPAIRED = re.compile("[\ud800-\udfff]")
LOOKS = re.compile(r"\s*(?:\[\s*)?\{\s*(?:\"|\})")


def looks_like_records(text: str) -> bool:
    """Tell whether a text opens as a JSON object or a list of them."""
    return LOOKS.match(text.lstrip("\ufeff")) is not None


def read_records(text: str, path: str, given: Given) -> Iterator[Document | ReadError]:
    """Yield the documents of a JSON text, or of one with a JSON object on each line, and an error for each bad one."""
    try:
        whole = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        if len(text.split("\n", 2)) > 1 and _is_object(text.lstrip("\ufeff").lstrip().partition("\n")[0]):
            yield from read_lines(text.split("\n"), path, given)
        else:
            yield ReadError(path, f"is not JSON: {_cause(error)}")
        return
    records = whole if isinstance(whole, list) else [whole]
    if not records:
        yield ReadError(path, "has no record in it")
    for number, record in enumerate(records, 1):
        yield _record(record, path, f"record {number}: " if isinstance(whole, list) else "", given)


def read_lines(lines: Iterable[str | ReadError], path: str, given: Given) -> Iterator[Document | ReadError]:
    """Yield the document of each line that is not blank, or what is wrong with the line."""
    empty = True
    for number, line in enumerate(lines, 1):
        if isinstance(line, ReadError):
            yield ReadError(path, f"line {number}: {line.reason}")
        elif line.strip("\ufeff \t\r\n"):
            yield _line(line, path, f"line {number}: ", given)
        else:
            continue
        empty = False
    if empty:
        yield ReadError(path, "has no record in it")


def _line(line: str, path: str, where: str, given: Given) -> Document | ReadError:
    try:
        record = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        return ReadError(path, f"{where}is not JSON: {_cause(error)}")
    return _record(record, path, where, given)


def _record(record: Any, path: str, where: str, given: Given) -> Document | ReadError:
    try:
        return _read(record, path, given)
    except ReadError as error:
        return ReadError(path, where + error.reason)


def _read(record: Any, path: str, given: Given) -> Document:
    if not isinstance(record, dict):
        raise ReadError(path, f"is {_named(record)}, expected an object with 'text'")
    if "text" not in record:
        raise ReadError(path, "has no 'text'")
    text = record["text"]
    if not isinstance(text, str):
        raise ReadError(path, f"'text' is {_named(text)}, expected a string")
    url = _string(record, "url", path)
    published = _string(record, "published", path) or _string(record, "dct", path)
    source = _source(record, url, path)
    zone = zone_of(Source(given.source or source.name, source.domain))
    day = parse_day(published, path, zone) if published else None
    told = Told(
        id=_identity(record, path),
        title=_string(record, "title", path),
        url=url,
        source=source,
        dates=(("input", lambda: day), ("url", lambda: from_url(url))),
        sample=record.get("sample") is True,
        translation_of=_string(record, "translation_of", path),
    )
    return build(_clean(text), path, told, given)


def _identity(record: dict[str, Any], path: str) -> str | None:
    value = record.get("id")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _string(record, "id", path)


def _source(record: dict[str, Any], url: str | None, path: str) -> Source:
    value = record.get("source")
    if isinstance(value, dict):
        return Source(_string(value, "name", path), _string(value, "domain", path) or domain_of(url))
    return Source(_string(record, "source", path), domain_of(url))


def _string(record: dict[str, Any], key: str, path: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ReadError(path, f"'{key}' is {_named(value)}, expected a string")
    return _clean(value).strip() or None


def _clean(words: str) -> str:
    """Replace what neither a database nor UTF-8 can hold, NUL and half a surrogate pair, one for one."""
    return UNPAIRED.sub("\ufffd", words.replace("\x00", "\ufffd"))


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _named(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")


def _cause(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
