"""Records in YAML: what is well formed is read, what is not is refused with its file, line and field."""

from pathlib import Path

import msgspec
import pytest

from tocsin.errors import KnowledgeError
from tocsin.knowledge.yaml_records import read_record, read_records


class _Tie(msgspec.Struct, forbid_unknown_fields=True):
    to: str
    since: int | None = None


class _Thing(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    ties: list[_Tie] = msgspec.field(default_factory=list)


def _written(folder: Path, text: str) -> Path:
    path = folder / "thing.yml"
    path.write_text(text, "utf-8")
    return path


def test_a_well_formed_record_is_read(tmp_path: Path) -> None:
    path = _written(tmp_path, "id: a\nties:\n- {to: b, since: 2001}\n")
    assert read_record(path, _Thing) == _Thing("a", [_Tie("b", 2001)])


def test_a_list_of_records_is_read_in_order(tmp_path: Path) -> None:
    assert read_records(_written(tmp_path, "- id: a\n- id: b\n"), _Thing) == [_Thing("a"), _Thing("b")]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("id: a\nties:\n- {to: b}\n- {to: 7}\n", 4, "ties[1].to: expected `str`, got `int`"),
        ("id: a\nkind: b\n", 2, "kind: no such field"),
        ("id: a\nties:\n- {to: b}\n- to: c\n  form: x\n", 5, "ties[1].form: no such field"),
        ("ties: []\n", 1, "object missing required field `id`"),
        ("id: a\nties:\n- {since: 3}\n", 3, "ties[0]: object missing required field `to`"),
        ("id: [a\n", 2, "is no YAML: "),
        ("id: a\nid: b\n", 2, "id: stands twice"),
        ("", 1, "is empty"),
        ("- id: a\n", 1, "expected `object`, got `array`"),
    ],
)
def test_a_malformed_record_is_refused_with_file_line_and_field(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    path = _written(tmp_path, text)
    with pytest.raises(KnowledgeError) as refused:
        read_record(path, _Thing)
    assert refused.value.subject == f"{path}:{line}"
    assert refused.value.reason.startswith(reason)


def test_the_line_of_a_malformed_record_in_a_list_counts_from_the_start_of_the_file(tmp_path: Path) -> None:
    path = _written(tmp_path, "# heading\n- id: a\n- id: 3\n")
    with pytest.raises(KnowledgeError) as refused:
        read_records(path, _Thing)
    assert refused.value.subject == f"{path}:3"


def test_a_file_that_lists_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="must be a list"):
        read_records(_written(tmp_path, "id: a\n"), _Thing)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        read_record(tmp_path / "none.yml", _Thing)
