"""The named forces of states are whole: each has a source and a place, and a fault in one is told by its line."""

import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tocsin.errors import KnowledgeError
from tocsin.knowledge.actors import Authority, load_actors
from tocsin.knowledge.countries import load_countries
from tocsin.knowledge.yaml_records import load_records

ROOT = Path(__file__).resolve().parents[2]
FORCES = ROOT / "resources" / "forces"
CODES = frozenset({"FR", "IR"})

RIGHT = """\
# forces
- {id: watch, name: The Watch, kind: state_force, country: FR, strong: [City Watch], weak: [CW], source: A list}
- id: watch-press
  name: Press Office of the Watch
  kind: state_force
  country: FR
  active: [1990, null]
  speaks_for: watch
  ambiguous: [Press Office of the Watch]
  source: A list
"""


@pytest.fixture(scope="module")
def forces() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield importlib.import_module("forces")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_actors()


def test_there_are_300_named_forces_on_every_continent_and_all_are_in_the_authority(authority: Authority) -> None:
    rows = {path.stem: [row.value for row in load_records(path)] for path in sorted(FORCES.glob("*.yml"))}
    assert sorted(rows) == ["africa", "americas", "asia", "europe", "international", "middle_east"]
    assert sum(map(len, rows.values())) >= 300
    assert min(map(len, rows.values())) >= 40
    assert [row["id"] for part in rows.values() for row in part if row["id"] not in authority.records] == []


def test_every_force_of_a_state_cites_where_its_names_were_seen(authority: Authority) -> None:
    states = [record for record in authority.records.values() if record.kind in ("state_force", "government")]
    assert [r.id for r in states if not r.sources or any(n.source not in r.sources for n in r.names)] == []


def test_every_area_of_a_force_is_a_country(authority: Authority) -> None:
    codes = load_countries().by_iso
    assert [(r.id, area) for r in authority.records.values() for area in r.areas if area not in codes] == []


def test_an_office_that_speaks_for_a_force_is_tied_to_it(authority: Authority) -> None:
    ties = {(r.id, tie.to) for r in authority.records.values() for tie in r.ties if tie.type == "speaks_for"}
    assert ties >= {("ispr", "pakistan-armed-forces"), ("idf-spokesperson", "idf"), ("coprefa", "faes-el-salvador")}


def test_an_acronym_of_two_or_three_letters_is_never_sure_of_a_force_but_for_the_worlds_best_known(
    authority: Authority,
) -> None:
    short = Counter(
        naming.name
        for record in authority.records.values()
        if record.kind in ("state_force", "government")
        for naming in record.names
        if not naming.weak and naming.name.isascii() and len(naming.name) <= 3
    )
    known = {"FBI", "CIA", "FSB", "KGB", "IDF", "MI5", "MI6", "SBU", "RUC", "BKA", "BfV", "KSF"}
    assert set(short) <= known


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        ("The Inter-Services Public Relations said that two soldiers were hurt.", "PK", "ispr"),
        ("Rangers of the Rapid Action Battalion arrested two men.", "BD", "rab-bangladesh"),
        ("Selous Scouts crossed the river by night.", None, "selous-scouts"),
        ("Agents of the Stasi had followed them.", "DE", "stasi"),
        ("Soldiers of FARDC left the village.", "CD", "fardc"),
        ("The Quds Force denied it.", "IR", "quds-force"),
        ("The Kremlin denied it.", "RU", "kremlin"),
    ],
)
def test_a_force_is_found_by_its_name(authority: Authority, text: str, country: str | None, found: str) -> None:
    assert found in {i for hit in authority.find(text) for i in hit.ids}
    assert country is None or country in authority.record(found).areas


def test_right_records_become_actors(forces: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(RIGHT, "utf-8")
    watch, press = forces.read_forces(tmp_path, CODES)
    assert [(n.name, n.weak) for n in watch.names] == [("The Watch", False), ("City Watch", False), ("CW", True)]
    assert (press.ties[0].type, press.ties[0].to, press.areas) == ("speaks_for", "watch", {"FR"})
    assert (press.active.since, press.active.until) == (1990, None)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("  country: FR\n", "  country: ZZ\n", "a.yml:6: country: 'ZZ' is no code of a country"),
        ("  country: FR\n", "", "a.yml:3: country: is missing"),
        ("  country: FR\n", "  country: FR\n  areas: [IR, XX]\n", "a.yml:7: areas[1]: 'XX' is no code of a country"),
        ("  kind: state_force\n", "  kind: armada\n", "a.yml:5: kind: invalid enum value 'armada'"),
        ("  speaks_for: watch\n", "  speaks_for: nobody\n", "a.yml:8: speaks_for: there is no force 'nobody'"),
        ("  active: [1990, null]\n", "  active: [1990, 1980]\n", "a.yml:7: active: ends in 1980, before 1990"),
        (
            "  active: [1990, null]\n",
            "  active: ['1990', null]\n",
            "a.yml:7: active[0]: expected `int | null`, got `str`",
        ),
        ("ambiguous: [Press Office of the Watch]", "ambiguous: [PO]", "a.yml:9: ambiguous[0]: 'PO' is no name of this"),
        ("  source: A list\n", "", "a.yml:3: source: is missing"),
        ("  source: A list\n", "  source: ''\n", "a.yml:10: source: is empty"),
        ("  speaks_for:", "  speaksfor:", "a.yml:8: speaksfor: no such field"),
        ("id: watch-press\n", "id: [watch\n", "a.yml:4: is not YAML"),
        ("strong: [City Watch]", "strong: City Watch", "a.yml:2: strong: expected `array`, got `str`"),
    ],
)
def test_a_malformed_force_is_told_by_file_line_and_field(
    forces: ModuleType, tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    assert RIGHT.count(right) == 1
    (tmp_path / "a.yml").write_text(RIGHT.replace(right, wrong), "utf-8")
    with pytest.raises(KnowledgeError) as caught:
        forces.read_forces(tmp_path, CODES)
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(told)
