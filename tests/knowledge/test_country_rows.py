"""States are read under their codes, historic ones too, and a fault in a row is told by its line."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.core import get_global

from tocsin.errors import KnowledgeError
from tocsin.knowledge.actors import load_actors
from tocsin.knowledge.countries import load_countries

ROOT = Path(__file__).resolve().parents[2]
ALIASES = {"SUHH": "SU", "YUCS": "890", "CSHH": "200", "CSXX": "891", "ANHH": "AN", "PCHH": "PC"}
RIGHT = (
    "FR: {point: [46, 2], capital: Paris, adjectives: [French]}\nIR:\n  point: [32, 53]\n  official: [Iran in full]\n"
)


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield importlib.import_module("country_rows")


def test_the_countries_that_followed_a_historic_state_are_those_of_cldr(builder: ModuleType) -> None:
    historic = builder.rows(ROOT / "resources" / "historic_states.yml", builder.Historic)
    aliases = get_global("territory_aliases")
    assert {code: set(historic[code].after) for code in ALIASES} == {c: set(aliases[a]) for c, a in ALIASES.items()}
    assert all(set(state.after) <= set(load_countries().by_iso) for state in historic.values())


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("soviet", "Soviet Union"),
        ("ussr", "Soviet Union"),
        ("yugoslav", "Yugoslavia"),
        ("czechoslovakia", "Czechoslovakia"),
        ("rhodesian", "Zimbabwe"),
        ("republic of kenya", "Kenya"),
        ("dahomey", "Benin"),
    ],
)
def test_the_forces_of_a_state_are_told_by_any_of_its_names(name: str, title: str) -> None:
    words = load_actors().countries
    assert words.titles[words.codes[name]] == title


def test_a_historic_state_takes_no_name_from_a_present_one() -> None:
    codes = load_actors().countries.codes
    assert {code for name in ("russian", "serbia", "czech", "curacao", "kiribati") if (code := codes[name])} == {
        *("RU", "RS", "CZ", "CW", "KI")
    }


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("FR:", "FRA:", "c.yml:1: 'FRA' is no code for a row of this file"),
        ("capital: Paris", "captal: Paris", "c.yml:1: captal: no such field"),
        ("capital: Paris", "capital: [Paris]", "c.yml:1: capital: expected `str | null`, got `array`"),
        ("  point: [32, 53]\n", "", "c.yml:2: point: is missing"),
        ("  point: [32, 53]\n", "  point: [32]\n", "c.yml:3: point: expected `array` of length 2"),
        ("[Iran in full]", "[7]", "c.yml:4: official[0]: expected `str`, got `int`"),
        ("IR:", "FR:", "c.yml:2: FR: stands twice"),
        ("IR:\n", "IR: [\n", "c.yml:4: is not YAML"),
    ],
)
def test_a_malformed_country_is_told_by_file_line_and_field(
    builder: ModuleType, tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    path = tmp_path / "c.yml"
    path.write_text(RIGHT, "utf-8")
    assert set(builder.rows(path, builder.Country)) == {"FR", "IR"}
    path.write_text(RIGHT.replace(right, wrong), "utf-8")
    with pytest.raises(KnowledgeError) as caught:
        builder.rows(path, builder.Country)
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(told)
