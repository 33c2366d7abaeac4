"""Records that people write as YAML: read with the line of every field, and checked against a declared shape.

`read_record(path, Form)` reads a file of one record, `read_records(path, Form)` one that lists several; the form is the
`msgspec.Struct` that says which fields a record may have, which it must have, and of what types. `load_record` gives a
record unchecked, for `check`, and for faults that no type can tell (`record.fault`). Whatever is wrong is a
`KnowledgeError` that names file, line and field, as in "actors/ttp.yml:12: relations[0].to: is missing".

YAML is read as its version 1.2 has it: `NO` and `off` are words, and so is a date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from tocsin.errors import KnowledgeError

Way = tuple[str | int, ...]
Form = TypeVar("Form")

_FAULT = re.compile(r"(?P<reason>.*?)(?: - at `\$(?P<way>.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_FIELD = re.compile(r"Object (contains unknown|missing required) field `(.*)`", re.DOTALL)
_WORDS = (
    ("null", r"(?:~|null|Null|NULL|)\Z"),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)\Z"),
    ("float", r"[-+]?[0-9]+\.[0-9]+\Z"),
)


@dataclass(frozen=True, slots=True)
class Record:
    """One record as plain values; `lines` has the line of every field and item by the way to it."""

    file: str
    value: Any
    lines: dict[Way, int]

    def fault(self, way: Way, reason: str) -> KnowledgeError:
        """Return the error that says what is wrong with a field, for the caller to raise."""
        known = next(way[:size] for size in range(len(way), -1, -1) if way[:size] in self.lines)
        field = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")
        return KnowledgeError(f"{self.file}:{self.lines[known]}", f"{field}: {reason}" if field else reason)

    def parts(self) -> Iterator[tuple[str | int, "Record"]]:
        """Yield each value of a mapping or list with its key or number, as a record of its own."""
        whole = self.value
        pairs = whole.items() if isinstance(whole, dict) else enumerate(whole) if isinstance(whole, list) else ()
        for key, value in pairs:
            lines = {way[1:]: line for way, line in self.lines.items() if way[:1] == (key,)}
            yield key, Record(self.file, value, lines)


def read_record(path: Path, form: type[Form]) -> Form:
    """Return the record that a file holds; raise `KnowledgeError` where it is malformed."""
    return check(load_record(path), form)


def read_records(path: Path, form: type[Form]) -> list[Form]:
    """Return the records that a file lists; raise `KnowledgeError` where one is malformed."""
    return [check(record, form) for record in load_records(path)]


def load_record(path: Path) -> Record:
    """Read a file as one record, whatever it holds; raise `KnowledgeError` where it is not YAML."""
    file = _shown(path)
    try:
        loader = _Loader(path.read_text("utf-8"))
        node = loader.get_single_node()
    except OSError as error:
        raise KnowledgeError(file, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise KnowledgeError(file, "cannot be read: it is not UTF-8") from None
    except RecursionError:
        raise KnowledgeError(file, "is nested too deeply") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(f"{file}:{line}", f"is not YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise KnowledgeError(file, f"is not YAML: {error}") from None
    if node is None:
        raise KnowledgeError(f"{file}:1", "is empty")
    lines: dict[Way, int] = {}
    return Record(file, _value(node, (), loader, lines, file), lines)


def load_records(path: Path) -> tuple[Record, ...]:
    """Read the records that a file lists."""
    whole = load_record(path)
    if not isinstance(whole.value, list):
        raise whole.fault((), "must be a list of records")
    return tuple(part for _, part in whole.parts())


def check(record: Record, form: type[Form]) -> Form:
    """Return a record in its form; raise `KnowledgeError` for a field that is unknown, missing or of another type."""
    try:
        return msgspec.convert(record.value, form)
    except msgspec.ValidationError as error:
        reason, way = _read_fault(str(error))
    raise record.fault(way, reason)


def _read_fault(message: str) -> tuple[str, Way]:
    """Return what a checker's message says, and the way to the field it says it of."""
    found = _FAULT.fullmatch(message)
    reason, steps = (found["reason"], found["way"]) if found else (message, "")
    way: Way = tuple(name or int(number) for name, number in _STEP.findall((steps or "").partition("[...]")[0]))
    field = _FIELD.fullmatch(reason)
    if field is None:
        return reason[:1].lower() + reason[1:], way
    return ("no such field" if field[1] == "contains unknown" else "is missing"), (*way, field[2])


class _Loader(yaml.SafeLoader):
    """The safe loader with the words of YAML 1.2, and without references from one place to another."""

    yaml_implicit_resolvers = {None: [(f"tag:yaml.org,2002:{tag}", re.compile(form)) for tag, form in _WORDS]}  # noqa: RUF012

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse references: one that holds itself would have no end."""
        if self.check_event(yaml.AliasEvent):
            mark = self.get_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="it refers to another place", problem_mark=mark)
        return super().compose_node(parent, index)


def _value(node: yaml.Node, way: Way, loader: yaml.SafeLoader, lines: dict[Way, int], file: str) -> Any:
    """Return the plain value of a node, and note the lines of all that is in it."""
    lines.setdefault(way, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*way, at), loader, lines, file) for at, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return _scalar(node, loader, file)
    fields: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise KnowledgeError(f"{file}:{line}", "is not YAML: a field needs a plain name")
        if key.value in fields:
            raise KnowledgeError(f"{file}:{line}", f"{key.value}: stands twice")
        lines[(*way, key.value)] = line
        fields[key.value] = _value(value, (*way, key.value), loader, lines, file)
    return fields


def _scalar(node: yaml.Node, loader: yaml.SafeLoader, file: str) -> Any:
    try:
        return loader.construct_object(node)
    except (yaml.YAMLError, ValueError):
        raise KnowledgeError(f"{file}:{node.start_mark.line + 1}", f"cannot be read: {node.value}") from None


def _shown(path: Path) -> str:
    """Return a path as a reader knows it: from the working folder, where it lies inside."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path)
