"""A record that somebody wrote wrong is told by file, line and field; a right one is read as it stands."""

from pathlib import Path
from typing import Literal

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import KnowledgeError
from tocsin.knowledge.yaml_records import check, load_record, load_records, read_record, read_records


class Tie(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    to: str
    since: int | None = None


class Actor(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: str
    kind: Literal["armed_group", "state_force"] = "armed_group"
    areas: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    date: str | None = None
    names: dict[str, tuple[str, ...]] = {}


def written(folder: Path, text: str) -> Path:
    path = folder / "a.yml"
    path.write_text(text, "utf-8")
    return path


def test_a_right_record_becomes_its_shape(tmp_path: Path) -> None:
    path = written(tmp_path, "id: a\nareas: [NO, 'ON']\nties:\n- to: b\n  since: 1999\ndate: 2014-01-01\n")
    assert read_record(path, Actor) == Actor("a", areas=("NO", "ON"), ties=(Tie("b", 1999),), date="2014-01-01")


def test_a_list_of_records_is_read_in_order(tmp_path: Path) -> None:
    assert read_records(written(tmp_path, "- id: a\n- id: b\n"), Actor) == [Actor("a"), Actor("b")]


def test_each_record_of_a_list_has_its_own_lines(tmp_path: Path) -> None:
    first, second = load_records(written(tmp_path, "- id: a\n\n- id: b\n  areas: [AF]\n"))
    assert (check(first, Actor).id, check(second, Actor).id) == ("a", "b")
    assert (first.lines[()], second.lines[()], second.lines[("areas", 0)]) == (1, 3, 4)


def test_the_values_of_a_mapping_are_records_too(tmp_path: Path) -> None:
    parts = dict(load_record(written(tmp_path, "AF:\n  id: a\nNO: {id: b}\n")).parts())
    assert {key: check(part, Actor).id for key, part in parts.items()} == {"AF": "a", "NO": "b"}
    assert str(parts["NO"].fault(("id",), "is wrong")).endswith("a.yml:3: id: is wrong")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: a\nareas: [AF]\ncolour: red\n", "a.yml:3: colour: no such field"),
        ("# a\n\nkind: armed_group\n", "a.yml:3: id: is missing"),
        ("id: a\nties:\n- to: b\n- since: 3\n", "a.yml:4: ties[1].to: is missing"),
        ("id: a\nties:\n- to: b\n  from: c\n", "a.yml:4: ties[0].from: no such field"),
        ("id: a\nties:\n- to:\n  - b\n", "a.yml:3: ties[0].to: expected `str`, got `array`"),
        ("id: a\nties: [{to: 3}]\n", "a.yml:2: ties[0].to: expected `str`, got `int`"),
        ("id: a\nareas:\n- AF\n- 7\n", "a.yml:4: areas[1]: expected `str`, got `int`"),
        ("id: a\nareas: AF\n", "a.yml:2: areas: expected `array`, got `str`"),
        ("id: a\nkind: bandits\n", "a.yml:2: kind: invalid enum value 'bandits'"),
        ("id: a\nnames:\n  arab: [a, 3]\n", "a.yml:2: names: expected `str`, got `int`"),
        ("id:\n", "a.yml:1: id: expected `str`, got `null`"),
        ("id: a\nkind: state_force\nid: b\n", "a.yml:3: id: stands twice"),
        ("id: a\nareas: [AF\nkind: b\n", "a.yml:3: is not YAML"),
        ("id: a\n\tareas: b\n", "a.yml:2: is not YAML"),
        ("id: &x [*x]\n", "a.yml:1: is not YAML: it refers to another place"),
        ("id: a\n? [b]\n: c\n", "a.yml:2: is not YAML: a field needs a plain name"),
        ("id: a\nareas: !!python/object:os.system x\n", "a.yml:2: cannot be read"),
        ("id: a\nareas: !!int x\n", "a.yml:2: cannot be read"),
        ("id: \x07\n", "a.yml: is not YAML"),
        ("- id: a\n", "a.yml:1: expected `object`, got `array`"),
        ("only words\n", "a.yml:1: expected `object`, got `str`"),
        ("id: a\n---\nid: b\n", "a.yml:2: is not YAML"),
        ("# nothing\n", "a.yml:1: is empty"),
        ("[" * 5000, "a.yml: is nested too deeply"),
    ],
)
def test_what_is_wrong_names_file_line_and_field(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_record(written(tmp_path, text), Actor)
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# heading\n- id: a\n- id: 3\n", "a.yml:3: id: expected `str`, got `int`"),
        ("- id: a\n- b\n", "a.yml:2: expected `object`, got `str`"),
        ("id: a\n", "a.yml:1: must be a list of records"),
    ],
)
def test_what_is_wrong_in_a_list_is_told_by_the_line_in_the_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_records(written(tmp_path, text), Actor)
    assert str(caught.value) == f"{tmp_path}/{told}"


def test_a_file_that_is_not_there_or_not_utf8_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.yml: cannot be read: No such file"):
        load_record(tmp_path / "none.yml")
    (tmp_path / "b.yml").write_bytes(b"id: \xff\n")
    with pytest.raises(KnowledgeError, match=r"b\.yml: cannot be read: it is not UTF-8"):
        load_record(tmp_path / "b.yml")


def test_a_file_in_the_working_folder_is_named_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_record(written(tmp_path, "id: a\n")).file == "a.yml"


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), inner),
    max_leaves=8,
)


@given(PLAIN)
def test_what_a_writer_of_yaml_writes_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = written(tmp_path_factory.getbasetemp(), yaml.safe_dump({"value": value}, allow_unicode=True))
    assert load_record(path).value == {"value": value}
