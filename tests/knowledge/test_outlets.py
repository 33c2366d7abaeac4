"""An outlet is found by the address or the name of its page; what is doubtful leads to none."""

import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import KnowledgeError
from tocsin.knowledge.countries import load_countries
from tocsin.knowledge.outlets import Outlets, load_outlets

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "build_outlets.py"
CONTINENTS = {
    "Africa": {"NG", "KE", "ZA", "EG", "DZ", "ET", "SO", "SD", "CD", "MZ", "BF", "UG"},
    "Americas": {"US", "CA", "MX", "CO", "BR", "AR", "VE", "CU", "HT"},
    "Asia": {"PK", "IN", "AF", "CN", "JP", "PH", "ID", "MM", "IR", "SY", "TR", "LB"},
    "Europe": {"GB", "FR", "DE", "RU", "UA", "ES", "IT", "SE"},
    "Oceania": {"AU", "NZ"},
}


@pytest.fixture(scope="module")
def outlets() -> Outlets:
    return load_outlets()


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SCRIPT.parent))
        yield importlib.import_module(SCRIPT.stem)


@pytest.mark.parametrize(
    ("domain", "found"),
    [
        ("bbc.co.uk", "bbc"),
        ("bbc.com", "bbc"),
        ("www.bbc.co.uk", "bbc"),
        ("news.bbc.co.uk", "bbc"),
        ("WWW.Dawn.COM.", "dawn"),
        ("english.almanar.com.lb", "al-manar"),
        ("timesofindia.indiatimes.com", "times-of-india"),
        ("notbbc.co.uk", None),
        ("co.uk", None),
        ("com", None),
        ("bbc", None),
        ("", None),
    ],
)
def test_a_domain_leads_to_its_outlet_with_all_parts_of_the_site(
    outlets: Outlets, domain: str, found: str | None
) -> None:
    outlet = outlets.by_domain(domain)
    assert (outlet.id if outlet else None) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("AFP", "afp"),
        ("Agence France-Presse", "afp"),
        ("agence france presse", "afp"),
        ("The Hindu", "the-hindu"),
        ("Hindu", "the-hindu"),
        ("RTÉ", "rte"),
        ("The Guardian", None),  # in London and in Lagos
        ("The Guardian (Nigeria)", "guardian-nigeria"),
        ("Nobody's Gazette", None),
        ("", None),
    ],
)
def test_a_name_leads_to_its_outlet_unless_several_bear_it(outlets: Outlets, name: str, found: str | None) -> None:
    outlet = outlets.by_name(name)
    assert (outlet.id if outlet else None) == found


def test_every_outlet_is_found_by_each_of_its_domains(outlets: Outlets) -> None:
    lost = [(o.id, d) for o in outlets.records.values() for d in o.domains if outlets.by_domain(f"www.{d}") != o]
    assert lost == []


@given(st.text(st.characters(codec="ascii"), max_size=30))
def test_a_host_that_no_outlet_owns_leads_to_none(prefix: str) -> None:
    assert load_outlets().by_domain(f"{prefix}.example") is None


def test_there_are_150_outlets_from_every_continent(outlets: Outlets) -> None:
    there = Counter(outlet.country for outlet in outlets.records.values())
    assert len(outlets.records) >= 150
    assert {name: codes - set(there) for name, codes in CONTINENTS.items() if codes - set(there)} == {}


def test_every_outlet_has_a_source_a_domain_a_known_zone_and_country(outlets: Outlets) -> None:
    zones, countries = available_timezones(), load_countries().by_iso
    for outlet in outlets.records.values():
        assert outlet.source and outlet.domains and outlet.languages, outlet.id
        assert outlet.zone in zones and (outlet.country is None or outlet.country in countries), outlet.id


def test_only_outlets_of_a_party_to_a_conflict_name_one(outlets: Outlets) -> None:
    parties = {outlet.id: outlet.party_of for outlet in outlets.records.values() if outlet.kind == "party"}
    assert parties.items() >= {"al-manar": "hezbollah", "al-masirah": "houthis"}.items()
    assert None not in parties.values()
    assert [o.id for o in outlets.records.values() if o.party_of and o.kind != "party"] == []


RIGHT = """\
- id: herald
  name: The Herald
  domains: [herald.example]
  country: FR
  kind: local
  languages: [fr]
  zone: Europe/Paris
  source: local daily; A directory
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "outlets.yml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("  country: FR\n", "  country: XX\n", "outlets.yml:4: country: 'XX' is no code of a country"),
        ("  zone: Europe/Paris\n", "  zone: Europe/Nowhere\n", "outlets.yml:7: zone: 'Europe/Nowhere' is no time zone"),
        ("  kind: local\n", "  kind: bad\n", "outlets.yml:5: kind: invalid enum value 'bad'"),
        ("  kind: local\n", "  kind: party\n", "outlets.yml:1: party_of: stands with the kind `party`"),
        ("  kind: local\n", "  kind: party\n  party_of: nobody\n", "outlets.yml:6: party_of: 'nobody' is neither"),
        ("  source: local daily; A directory\n", "", "outlets.yml:1: source: is missing"),
        ("  source: local daily; A directory\n", "  source: ' '\n", "outlets.yml:8: source: is empty"),
        ("  languages: [fr]\n", "  languages: [French]\n", "outlets.yml:6: languages[0]: 'French' is no code"),
        ("[herald.example]", "[herald.example, www.herald.example]", "outlets.yml:3: domains[1]: 'www.herald.example'"),
        ("[herald.example]", "[Herald.example]", "outlets.yml:3: domains[0]: 'Herald.example' is no bare host"),
        ("  name: The", "  mame: The", "outlets.yml:2: mame: no such field"),
        (RIGHT, RIGHT + RIGHT, "outlets.yml:9: id: herald is taken by another"),
        (
            RIGHT,
            RIGHT + RIGHT.replace("id: herald", "id: other"),
            "outlets.yml:11: domains[0]: herald.example is taken",
        ),
    ],
)
def test_a_malformed_outlet_is_told_by_file_line_and_field(
    builder: ModuleType, tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    assert len(builder.outlets(written(tmp_path, RIGHT), frozenset({"FR"}), frozenset({"hezbollah"}))) == 1
    path = written(tmp_path, RIGHT.replace(right, wrong))
    with pytest.raises(KnowledgeError) as caught:
        builder.outlets(path, frozenset({"FR"}), frozenset({"hezbollah"}))
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(told)
