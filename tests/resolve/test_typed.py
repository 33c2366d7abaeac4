"""A type word beside a name, in whatever list it stands, says that the name is a place's, and how large a place."""

import pytest
from tests.pages import document, tree

from tocsin.model.page import Annotated
from tocsin.resolve.places.claims import claims

SAID = [
    (
        "Gunmen stormed the Dankor, Tsayan, Barzo and Zakku villages late on Sunday.",
        "Dankor Tsayan Barzo Zakku",
        "settlement",
    ),
    ("Jets bombed the villages of Taungkan, Sakkan and Kyawhl in the morning.", "Taungkan Sakkan Kyawhl", "settlement"),
    ("A blast hit a patrol between Pandemur and Bangol villages.", "Pandemur Bangol", "settlement"),
    ("People were held in Palen, Kanbal, and Khin-O townships.", "Palen Kanbal Khin-O", "admin2"),
    ("Clashes in Jibo and Danmus local government areas went on.", "Jibo Danmus", "admin2"),
    ("Gunmen attacked the Gwarzo Local Government Area on Friday.", "Gwarzo", "admin2"),
    ("It happened at Kabuk community, Rumk ward, Safano LGA.", "Safano Kabuk Rumk", None),
    ("Men fired on a camp in Barangay Tappas and in Sitio Lumal.", "Tappas Lumal", "settlement"),
    ("A bomb went off in Mamun tehsil on Saturday.", "Mamun", "admin2"),
    ("The bomb went off in the state's Miqdad district.", "Miqdad", "admin2"),
    ("Four were killed in the province's al-Mukta area.", "al-Mukta", "settlement"),
    ("A resident of Daudaw said that six were dead.", "Daudaw", "settlement"),
    ("A convoy was hit under the Awapal police station limits.", "Awapal", "near"),
    ("He led the residents of the town and of Downing Street Press.", "", None),
    (
        "Gunmen invaded Mangor Tamis, Daffox and Tadaix communities on Monday.",
        "Mangor_Tamis Daffox Tadaix",
        "settlement",
    ),
    ("Men of the Hutu and Berom communities met.", "", None),
    ("The Red Cross villages were full. A Local Government Area was named.", "", None),
]


@pytest.mark.parametrize(("text", "names", "level"), SAID)
def test_a_type_word_says_which_names_are_places(text: str, names: str, level: str | None) -> None:
    found = claims(Annotated(document(text), "full")).typed

    assert [each.span.of(text).replace(" ", "_") for each in found] == names.split()
    assert level is None or {each.level for each in found} == {level}


TOLD = [
    (
        "Nigerian officials named Jibo and Danmuz local government areas of Katsina State.",
        [("Jibo", "NG", "admin2"), ("Danmuz", "NG", "admin2")],
    ),
    ("In Myanmar jets hit Banmaung Township in Sagaing Region on Thursday.", [("Banmaung", "MM", "admin2")]),
    ("In Ohio a deputy went to Old Lymen Township on Tuesday.", [("Old Lymen", "US", "settlement")]),
    ("Iraqi police found a body in Diyala’s Miqdadix district on Friday.", [("Miqdadix", "IQ", "admin2")]),
    ("Pakistani police said a mine went off in Bajaur’s Kharo tehsil on Friday.", [("Kharo", "PK", "admin2")]),
]


@pytest.mark.parametrize(("text", "places"), TOLD)
def test_a_division_that_no_list_has_is_told_as_a_division(text: str, places: list[tuple[str, str, str]]) -> None:
    grown, _ = tree(text)

    found = [p for item in grown.page.places if (p := item.place) and p.place_id is None]
    assert [(p.name, p.country, p.precision) for p in found] == places


def test_a_number_of_village_guards_is_no_village() -> None:
    grown, _ = tree("Three village volunteers died in Manipur, India, on Sunday.")

    assert not [p for item in grown.page.places if (p := item.place) and p.place_id is None]


def test_an_owner_before_the_name_gives_the_province() -> None:
    grown, _ = tree("Iraqi police found a body in Diyala’s Miqdadix district on Friday.")

    assert [p.admin1 for item in grown.page.places if (p := item.place) and p.place_id is None] == ["Diyala"]


def test_a_village_of_several_words_is_one_wherever_it_stands() -> None:
    grown, _ = tree("In Myanmar troops held Kyaung Lalo village for weeks. Rebels then seized it. Kyaung Lalo burned.")

    assert [p.name for item in grown.page.places if (p := item.place) and p.place_id is None] == ["Kyaung Lalo"] * 2


STREETS = [
    "A car burned in the Shanker Street area of Belfast on Monday.",
    "The crash was on Highway 101 at Lynxor Road West in Canada.",
]


@pytest.mark.parametrize("text", STREETS)
def test_a_street_is_no_village(text: str) -> None:
    grown, _ = tree(text)

    assert not [p for item in grown.page.places if (p := item.place) and p.place_id is None]


def test_the_type_of_a_known_division_is_no_part_of_a_longer_name() -> None:
    grown, _ = tree("Guns hit the village of Zembolwe in the Chuhuiv district of Kharkiv Oblast, Ukraine, on Monday.")

    assert ("Kharkiv", "admin1") in [(p.name, p.precision) for item in grown.page.places if (p := item.place)]
