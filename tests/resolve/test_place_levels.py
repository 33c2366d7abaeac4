"""No place is finer than the words that name it, nor far from all that a local text speaks of."""

import pytest
from tests.pages import tree

LEVELS = [
    ("In Myanmar jets bombed Myingyan township on Monday.", "Myingyan", "admin2"),
    ("A mine went off in Wana tehsil of South Waziristan, Pakistan.", "Wana", "admin2"),
    ("In Kenya herders were shot in Baringo South on Monday.", "Baringo", "admin1"),
    ("Gunmen killed nine in a village in Katsina, Nigeria.", "Katsina", "admin1"),
    ("DASU, Pakistan - A bus was hit near Dasu in Kohistan on Monday.", "Kohistan", "region"),
    ("A deputy was shot in Windham Township, Portage County, Ohio.", "Windham", "settlement"),
]


@pytest.mark.parametrize(("text", "name", "level"), LEVELS)
def test_a_division_is_no_point_in_it(text: str, name: str, level: str) -> None:
    grown, _ = tree(text)

    assert [p.precision for item in grown.page.places if (p := item.place) and p.text.startswith(name)] == [level]


LEFT_OPEN = [
    ("People were held in Pale, Kanbalu, and Khin-U townships in Myanmar's Sagaing region.", "Pale", {None, "MM"}),
    ("In Myanmar jets bombed Kani Township, Sagaing Region, on Monday.", "Kani", {None, "MM"}),
    ("The crash was near Matheson, police in Ontario said. Crews came from Timmins.", "Matheson", {None, "CA"}),
    ("Myanmar's army shelled Zee Phyu Kone and Kan Gyi villages in Sagaing Region.", "Kan", {None, "MM"}),
    ("A bomb was thrown in the New Lodge area of North Belfast.", "Lodge", {None, "GB"}),
]


@pytest.mark.parametrize(("text", "name", "countries"), LEFT_OPEN)
def test_a_namesake_far_away_is_not_taken(text: str, name: str, countries: set[str | None]) -> None:
    grown, _ = tree(text)

    named = [item for item in grown.page.places if item.span.of(text).startswith(name)]
    assert {item.place.country if item.place else None for item in named if item.place} <= countries
    assert not [item for item in named if item.place and item.place.lat is not None]


def test_a_town_called_so_is_meant_before_one_nicknamed_so() -> None:
    grown, _ = tree("Crews came to Mound City, Missouri, to fight the flood.")

    assert [p.admin2 for item in grown.page.places if (p := item.place) and p.name == "Mound City"] == ["Holt"]


def test_a_barangay_is_known_behind_its_type() -> None:
    grown, _ = tree("Soldiers fought rebels in Barangay Cadsalan, San Mariano, Isabela, in the Philippines.")

    found = [p for item in grown.page.places if (p := item.place) and p.text == "Cadsalan"]
    assert [(p.admin2, p.lat is not None) for p in found] == [("Isabela", True)]
