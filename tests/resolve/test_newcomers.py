"""A name in an actor's part that no record has is found and left open; ordinary capitals are not."""

import pytest
from tests.resolve.named import found

NEW = [
    ("The Falcons of the Upper Ravine claimed the shooting.", "Falcons of the Upper Ravine"),
    ("A group that calls itself Saraya Nur al-Fajr fired the rockets.", "Saraya Nur al-Fajr"),
    ("Two gunmen of Linea Roja held up a bank.", "Linea Roja"),
    ("Tehreek-e-Sabah, a little-known outfit, said that it had done it.", "Tehreek-e-Sabah"),
    ("The bomb was claimed by Ember Watch.", "Ember Watch"),
    ("Ember Watch claimed responsibility for the fire.", "Ember Watch"),
    ("Fighters of the Free Valley Legion crossed the river.", "Free Valley Legion"),
    ("RED-Harbour gunmen shot a guard.", "RED-Harbour"),
    ("A statement in the name of the Lantern Brigades reached a paper.", "Lantern Brigades"),
]

NOTHING = [
    "Gunmen of the town fled.",
    "Two Leftist rebels were shot in the street.",
    "The Front page told of rain.",
    "Four gunmen fled. The rebels laughed.",
    "Islamist gunmen fled.",
    "October insurgents are told of in songs.",
]


@pytest.mark.parametrize(("text", "name"), NEW)
def test_an_unknown_name_in_an_actors_part_is_found_and_left_open(text: str, name: str) -> None:
    assert [(one.text, one.actor_id, one.kind) for one in found(text) if one.kind == "armed_group"] == [
        (name, None, "armed_group")
    ]


@pytest.mark.parametrize("text", NOTHING)
def test_ordinary_capitals_are_no_group(text: str) -> None:
    assert [one.text for one in found(text) if one.kind == "armed_group"] == []


def test_a_countrys_army_is_no_newcomer() -> None:
    assert [one.kind for one in found("Fighters of the Kenya Defence Forces crossed the river.", "KE")] == [
        "state_force"
    ]
