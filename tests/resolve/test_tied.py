"""The province that a text gives a place outweighs the gazetteer's."""

import pytest
from tests.pages import tree

TIED = [
    ("Troops searched Zarghun Shahr district, Paktiya province, in Afghanistan.", "Zarghun Shahr", "Paktya", None),
    ("A patrol was attacked in Ghazni, in Ghazni province, Afghanistan.", "Ghazni", "Ghazni", "placed"),
    ("Rockets struck Kabul, Kunduz and Helmand provinces in Afghanistan.", "Kabul", "Kabul", "placed"),
]


@pytest.mark.parametrize(("text", "name", "admin1", "placed"), TIED)
def test_a_place_is_in_the_province_that_stands_behind_it(
    text: str, name: str, admin1: str, placed: str | None
) -> None:
    grown, _ = tree(text)

    found = next(item.place for item in grown.page.places if item.place is not None and item.place.text == name)
    assert (found.admin1, found.place_id is not None) == (admin1, placed is not None)


def test_the_end_of_an_arabic_name_is_no_town_abroad() -> None:
    grown, _ = tree("Shells fell on Ras al-Ain in north-eastern Syria on Wednesday, Syria's army said.")

    assert {item.place.country for item in grown.page.places if item.place is not None} == {"SY"}


FOREIGN = [
    ("Two men were shot in Mamad Gat, in Pakistan's Mohmand district, Pakistan's army said in Rawalpindi.", "LY"),
    ("A Sudanese man was held in Cairo, in Egypt.", "SD"),
]


@pytest.mark.parametrize(("text", "country"), FOREIGN)
def test_the_end_of_a_longer_name_is_no_place_abroad(text: str, country: str) -> None:
    grown, _ = tree(text)

    assert country not in {item.place.country for item in grown.page.places if item.place is not None}
