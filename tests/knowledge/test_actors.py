"""The shipped authority is whole: its ids resolve, its names find it again, and its doubts are declared."""

import subprocess
import sys
from pathlib import Path

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
    ties = [[tie for tie in outlet.ties if tie.type == "media_arm_of"] for outlet in outlets]
    assert all(ties)
    assert {"official", "supporter", "disputed"} == {tie.standing for told in ties for tie in told}


def test_every_name_finds_its_record_again(authority: Authority) -> None:
    lost = [
        (record.id, entry.name)
        for record in authority.records.values()
        for entry in record.entries()
        if not any(record.id in hit.ids for hit in authority.find(f"He said: {entry.name}; and more."))
    ]
    assert lost == []


def test_names_shared_by_records_are_declared(authority: Authority) -> None:
    hit = authority.find("He said: Taliban; and more.")[0]
    shared = authority.record("taliban").shared
    assert next(s.others for s in shared if folded(s.name) == folded(hit.name)) == ("ttp",)


def test_the_compiled_authority_agrees_with_its_resources() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
