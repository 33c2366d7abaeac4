"""Records that people write in YAML are checked against the type they are to have, and a fault names its line.

`read_record(path, Type)` reads a file of one record, `read_records(path, Type)` one that lists several.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from tocsin.errors import KnowledgeError

Record = TypeVar("Record")
_AT = re.compile(r"(.*) - at `(?:key in )?\$(.*)`", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")


def read_record(path: Path, form: type[Record]) -> Record:
    """Return the record that a file holds; raise `KnowledgeError` naming file, line and field where it is malformed."""
    node = _compose(path)
    return _converted(node, form, path)


def read_records(path: Path, form: type[Record]) -> list[Record]:
    """Return the records that a file lists; raise `KnowledgeError` naming file, line and field of a malformed one."""
    node = _compose(path)
    if not isinstance(node, yaml.SequenceNode):
        raise KnowledgeError(f"{path}:{_line(node)}", "must be a list of records")
    return [_converted(item, form, path) for item in node.value]


def _compose(path: Path) -> yaml.Node:
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(str(path), f"cannot be read: {error}") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(f"{path}:{line}", f"is no YAML: {error.problem}") from None
    if node is None:
        raise KnowledgeError(f"{path}:1", "is empty")
    return node


def _converted(node: yaml.Node, form: type[Record], path: Path) -> Record:
    for twice in _repeated(node):
        raise KnowledgeError(f"{path}:{_line(twice)}", f"{twice.value}: stands twice")
    try:
        return msgspec.convert(_plain(node), form)
    except msgspec.ValidationError as error:
        found = _AT.fullmatch(str(error))
        reason, steps = (found[1], _STEP.findall(found[2])) if found else (str(error), [])
        at, field = node, ""
        for key, index in steps:
            field += f".{key}" if key else f"[{index}]"
            at = _inside(at, key, index)
        unknown = re.search(r"unknown field `(\w+)`", reason)
        if unknown:
            at, field = _inside(at, unknown[1], "", own=True), f"{field}.{unknown[1]}"
            reason = "no such field"
        where = f"{field.lstrip('.')}: " if field else ""
        raise KnowledgeError(f"{path}:{_line(at)}", f"{where}{reason[:1].lower()}{reason[1:]}") from None


def _plain(node: yaml.Node) -> Any:
    """Return what a node holds as plain values."""
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _inside(node: yaml.Node, key: str, index: str, *, own: bool = False) -> yaml.Node:
    """Return the node of a step inside another, or the other where there is none; `own` gives the key itself."""
    inner: yaml.Node = node
    if isinstance(node, yaml.MappingNode):
        inner = next((name if own else value for name, value in node.value if name.value == key), node)
    elif isinstance(node, yaml.SequenceNode) and index.isdigit() and int(index) < len(node.value):
        inner = node.value[int(index)]
    return inner


def _repeated(node: yaml.Node) -> Iterator[yaml.Node]:
    """Yield every key that stands twice in one mapping."""
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                yield key
            seen.add(key.value)
            yield from _repeated(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(item)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
