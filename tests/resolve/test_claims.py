"""What a text itself says to be a place is found by the words that say so."""

import pytest
from tests.pages import document

from tocsin.model.page import Annotated
from tocsin.resolve.places.claims import claims

SAID = [
    ("They burned the village of Dongo.", ["Dongo"]),
    ("Gunmen came to a town of Dongo herders.", []),
    ("They met at the Dongo camp.", ["Dongo"]),
    ("They met AT Dongo camp.", ["Dongo"]),
    ("They met in Dongo, a small mining town.", ["Dongo", "Dongo"]),
    ("They met near Dongo, some 5km away.", ["Dongo"]),
    ("The Dongo district of Mali is calm.", ["Dongo"]),
    ("Shells hit the Dongo quarter on Monday.", ["Dongo"]),
    ("Dongo, a city in Mali, is calm.", ["Dongo"]),
    ("It lies north-east of Dongo.", ["Dongo"]),
    ("It lies southwest of Dongo.", ["Dongo"]),
    ("It lies 4 km from Dongo.", ["Dongo"]),
    ("It lies five Miles from Dongo.", ["Dongo"]),
    ("Rebels overran Dongo on Monday.", ["Dongo"]),
    ("The shelling of Dongo was long, as were raids on Tarno.", ["Dongo", "Tarno"]),
    ("Men from Dongo village fled.", ["Dongo"]),
    ("Two girls were carried off from Dongo.", ["Dongo"]),
    ("Two girls were abducted last week from Dongo.", ["Dongo"]),
    ("They hid in neighbouring Dongo.", ["Dongo"]),
    ("They marched for two days to Dongo, where they hid.", ["Dongo"]),
    ("They met in Dongo on Monday.", []),
    ("They met at the Dongo hotel.", []),
]


def names(text: str, read: str) -> list[str]:
    found = claims(Annotated(document(text), read))  # type: ignore[arg-type]
    return sorted(match["name"] for match in (*found.said, *found.sure))


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_name_said_to_be_a_places_is_found(text: str, expected: list[str]) -> None:
    assert names(text, "full") == expected


def test_a_text_that_is_not_read_in_full_says_nothing() -> None:
    assert names("They burned the village of Dongo.", "names_only") == []


@pytest.mark.parametrize("text", ["In Dongo men fled.", "Men fled, near Dongo.", "They slept outside Dongo Zawa."])
def test_a_preposition_of_place_leads_a_name(text: str) -> None:
    (match,) = claims(Annotated(document(text), "full")).plain

    assert match["name"] in ("Dongo", "Dongo Zawa")


def test_names_that_prepositions_lead_do_not_overlap() -> None:
    plain = claims(Annotated(document("Men fled in Dongo at Tarno near Zawa."), "full")).plain

    assert [match["name"] for match in plain] == ["Dongo", "Tarno", "Zawa"]
