"""The shipped gazetteer is found by any spelling, and opens as one read-only value."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import KnowledgeError
from tocsin.knowledge.fold import fold
from tocsin.knowledge.place_columns import pack, unpack
from tocsin.knowledge.places import Gazetteer, PlaceRecord, load_places, open_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_places()


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Gubio", "geonames:2340249"),
        ("maiduguri", "geonames:2331447"),
        ("Maïduguri", "geonames:2331447"),
        ("Майдугури", "geonames:2331447"),
        ("مايدوغوري", "geonames:2331447"),
        ("Al-Fashir", "geonames:379555"),
        ("N'Djamena", "geonames:2427123"),
        ("NDjamena", "geonames:2427123"),
        ("Port au Prince", "geonames:3718426"),
        ("St. Marc", "geonames:3717588"),
        ("Besham City", "tocsin:besham"),
        ("Bisham", "tocsin:besham"),
        ("Крокус Сити Холл", "tocsin:crocus-city-hall"),
        ("North-West Frontier Province", "geonames:1168873"),
        ("NWFP", "geonames:1168873"),
        ("Lac Tchad", "tocsin:lake-chad"),
        ("Khost", "geonames:1444362"),
        ("Sar-e-Pul", "geonames:1127106"),
        ("U.S.", "iso:US"),
        ("Côte d’Ivoire", "iso:CI"),
        ("Россия", "iso:RU"),
        ("Calif.", "geonames:5332921"),
        ("Gaza Strip", "geonames:281132"),
        ("Red Sea", "tocsin:red-sea"),
    ],
)
def test_a_place_is_found_by_every_spelling(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert place_id in [place.id for place in gazetteer.lookup(name)]


@pytest.mark.parametrize("name", ["", "...", "Qqxzzy", "the same road"])
def test_what_is_no_name_finds_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_notable_places_of_a_name_are_large_or_of_a_kind(gazetteer: Gazetteer) -> None:
    """Of all places of a name those are left that are of one of the kinds, or have so many inhabitants."""
    everyone = gazetteer.lookup("Santa Cruz")
    great = gazetteer.notable("Santa Cruz", frozenset(("admin1",)), 100_000)
    assert great == tuple(place for place in everyone if place.kind == "admin1" or place.population >= 100_000)
    assert 0 < len(great) < len(everyone)


def test_words_for_any_kind_of_place_are_those_for_each(gazetteer: Gazetteer) -> None:
    """A word for one kind of place is one of `types`."""
    kinds = [listed for kind, listed in gazetteer.words.items() if kind.startswith("type_")]
    assert gazetteer.words["types"] == frozenset[str]().union(*kinds) != frozenset()


def test_a_record_says_what_holds_it(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("geonames:2340249")
    assert place is not None
    assert (place.name, place.kind, place.country, place.admin1, place.lat, place.lon) == (
        "Gubio",
        "settlement",
        "NG",
        "Borno",
        12.49749,
        12.78089,
    )


def test_a_region_across_borders_lies_in_no_one_country(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("tocsin:lake-chad")
    assert place is not None
    assert (place.country, place.countries) == (None, ("TD", "NG", "NE", "CM"))


@pytest.mark.parametrize("place_id", ["geonames:1", "geonames:99999999999", "geonames:x", "tocsin:none", "", "iso:ZZ"])
def test_an_unknown_id_is_no_place(gazetteer: Gazetteer, place_id: str) -> None:
    assert gazetteer.place(place_id) is None


def test_namesakes_come_most_populous_first(gazetteer: Gazetteer) -> None:
    people = [place.population for place in gazetteer.lookup("San Salvador")]
    assert len(people) > 3
    assert people == sorted(people, reverse=True)


def test_every_id_leads_back_to_its_record(gazetteer: Gazetteer) -> None:
    some = [place for number, place in enumerate(gazetteer.records()) if number % 997 == 0]
    assert [gazetteer.place(place.id) for place in some] == some


def test_every_record_is_found_by_its_own_name(gazetteer: Gazetteer) -> None:
    some = [place for number, place in enumerate(gazetteer.records()) if number % 997 == 0]
    assert [place.id for place in some if place not in gazetteer.lookup(place.name)] == []


def test_the_world_is_covered(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) > 280_000
    assert len(gazetteer.columns.keys) > 1_000_000


def test_it_survives_pickling(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).lookup("Gubio") == gazetteer.lookup("Gubio")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.npz"):
        open_places(tmp_path / "none.npz", {"sha256": "0" * 64}, {}, tmp_path)


def test_tables_that_lack_something_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.npz: no gazetteer: 'sha256'"):
        open_places(tmp_path / "none.npz", {}, {}, tmp_path)


@pytest.mark.parametrize("word", ["إلى", "но", "برای", "from", "pour", "और", "hingga"])
def test_a_small_word_of_a_language_is_no_place(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.lookup(word) == ()


@pytest.mark.parametrize(
    ("name", "place_id"), [("Of", "geonames:741240"), ("LA", "geonames:5368361"), ("OR", "geonames:5744337")]
)
def test_a_small_word_that_is_a_name_first_of_all_stays_one(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert place_id in {place.id for place in gazetteer.lookup(name)}


def test_names_of_small_towns_are_there_in_scripts_that_their_country_does_not_use(gazetteer: Gazetteer) -> None:
    small = [place for name in ("Каслбар", "キャッスルバー") for place in gazetteer.lookup(name)]
    assert {(place.country, place.name) for place in small} == {("IE", "Castlebar")}
    assert all(place.population < 20_000 for place in small)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.lists(st.integers(0, 2**40 - 1), min_size=1))
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    import numpy as np

    assert unpack(pack(np.array(numbers, dtype=np.uint64), 5)).tolist() == numbers


@pytest.mark.parametrize(
    ("place_id", "dispute"),
    [
        ("geonames:1255634", "kashmir"),  # Srinagar
        ("iso:TW", "taiwan"),
        ("geonames:694423", "crimea"),  # Sevastopol
        ("geonames:167444", "golan-heights"),  # Majdal Shams
        ("geonames:2462881", "western-sahara"),  # Laayoune
        ("geonames:146412", "northern-cyprus"),  # Kyrenia
        ("tocsin:abyei", "abyei"),
        ("geonames:703448", None),  # Kyiv
        ("geonames:293397", None),  # Tel Aviv
        ("geonames:146384", None),  # Limassol
        ("iso:UA", None),
    ],
)
def test_a_place_in_a_disputed_area_says_so(gazetteer: Gazetteer, place_id: str, dispute: str | None) -> None:
    place = gazetteer.place(place_id)
    assert place is not None
    found = gazetteer.dispute(place)
    assert (found.id if found else None) == place.disputed == dispute


def test_every_dispute_names_parties_sources_and_places(gazetteer: Gazetteer) -> None:
    told = {place.disputed for place in gazetteer.records()} - {None}
    assert told == set(gazetteer.disputes)
    assert all(len(dispute.parties) > 1 and dispute.sources for dispute in gazetteer.disputes.values())


def cell(place: PlaceRecord) -> tuple[int, int]:
    """Return the whole degrees that a place is nearest to."""
    return round(place.lat or 0), round(place.lon or 0)


def test_a_site_of_ours_lies_where_its_country_has_places(gazetteer: Gazetteer) -> None:
    placed = [place for place in gazetteer.records() if place.lat is not None]
    towns = {(place.country, cell(place)) for place in placed if place.id.startswith("geonames:")}
    named = [
        place for place in placed if place.id.startswith("tocsin:") and not place.id.removeprefix("tocsin:").isdigit()
    ]
    ours = [place for place in named if place.kind in {"site", "settlement"}]
    assert len(ours) > 1_500

    def near_a_town(place: PlaceRecord) -> bool:
        north, east = cell(place)
        about = [(north + up, east + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]
        return any((country, square) in towns for country in place.countries for square in about)

    assert [place.id for place in ours if not near_a_town(place)] == []
