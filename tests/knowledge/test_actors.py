"""The shipped authority is whole: its ids resolve, its names find it again, and its doubts are declared."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tocsin.errors import KnowledgeError
from tocsin.knowledge.actors import Authority, load_actors
from tocsin.knowledge.names import folded

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "build_actors.py"
AUTHORITY = load_actors()

AGREED = [
    *("iswap", "boko-haram", "amaq", "ttp", "iskp", "ispp", "al-shabaab", "taliban", "haqqani-network", "imu"),
    *("hezb-e-islami-gulbuddin", "al-qaida", "islamic-state", "pkk", "eta", "farc", "eln", "shining-path", "fmln"),
    *("hamas", "hezbollah", "houthis", "jnim", "bla"),
]


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SCRIPT.parent))
        yield importlib.import_module(SCRIPT.stem)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return AUTHORITY


@pytest.mark.parametrize("actor_id", AGREED)
def test_the_ids_that_others_use_exist(authority: Authority, actor_id: str) -> None:
    assert actor_id == authority.record(actor_id).id


def test_an_unknown_id_is_an_error_that_names_it(authority: Authority) -> None:
    with pytest.raises(KnowledgeError, match="nobody: no such actor"):
        authority.record("nobody")


def test_the_authority_covers_groups_outlets_and_forces(authority: Authority) -> None:
    kinds = [record.kind for record in authority.records.values()]
    assert kinds.count("armed_group") >= 80
    assert kinds.count("media_outlet") >= 25
    assert kinds.count("state_force") >= 40


def test_every_outlet_names_whose_it_is_and_its_standing(authority: Authority) -> None:
    outlets = [record for record in authority.records.values() if record.kind == "media_outlet"]
    assert all(any(tie.type == "media_arm_of" for tie in outlet.ties) for outlet in outlets)
    assert {"official", "supporter", "disputed"} == {outlet.standing for outlet in outlets}


def test_every_group_and_outlet_names_its_sources(authority: Authority) -> None:
    groups = [r for r in authority.records.values() if r.ties or r.listings or r.media]
    assert all(record.sources for record in groups)


def test_every_name_finds_its_record_again(authority: Authority) -> None:
    lost = [
        (record.id, entry.name)
        for record in authority.records.values()
        for entry in record.entries()
        if not any(record.id in hit.ids for hit in authority.find(f"He said: {entry.name}; and more."))
    ]
    assert lost == []


def test_no_name_is_weak_in_one_list_and_strong_in_another_of_one_record(authority: Authority) -> None:
    doubled = [
        (record.id, name)
        for record in authority.records.values()
        for name in (*record.weak, *record.words)
        if name in record.strong
    ]
    assert doubled == []


def test_names_shared_by_records_are_declared(authority: Authority) -> None:
    hit = authority.find("He said: Taliban; and more.")[0]
    shared = authority.record("taliban").shared
    assert next(s.others for s in shared if folded(s.name) == folded(hit.name)) == ("ttp",)


def test_the_compiled_authority_agrees_with_its_resources() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_name_that_two_records_bear_undeclared_stops_the_build(builder: ModuleType) -> None:
    records = [
        {"id": i, "name": i, "strong": ["Red Front"], "weak": [], "words": [], "ambiguous": []} for i in ("one", "two")
    ]
    with pytest.raises(ValueError, match="red front: borne by one, two"):
        builder.shared(records)


def test_a_name_that_one_of_its_bearers_declares_is_shared(builder: ModuleType) -> None:
    records: list[dict[str, Any]] = [
        {"id": i, "name": i, "strong": ["Red Front"], "weak": [], "words": [], "ambiguous": declared}
        for i, declared in (("one", ["Red Front"]), ("two", []))
    ]
    builder.shared(records)
    assert records[0]["shared"] == [{"name": "Red Front", "others": ["two"], "where": []}]


def test_a_tie_to_nobody_stops_the_build(builder: ModuleType) -> None:
    with pytest.raises(ValueError, match="one: no such actor: nobody"):
        builder.linked([{"id": "one", "ties": [{"to": "nobody"}], "shared": []}])


@pytest.mark.parametrize(
    ("name", "expected"),
    [("al-{Qaida|Qaeda}", ["al-Qaida", "al-Qaeda"]), ("{A|B} {c|d}", ["A c", "A d", "B c", "B d"]), ("ETA", ["ETA"])],
)
def test_choices_in_a_name_are_spelled_out(builder: ModuleType, name: str, expected: list[str]) -> None:
    assert expected == builder.spelled([name])
