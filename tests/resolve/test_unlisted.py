"""A village that no gazetteer lists is a place if the text says so, and has no coordinates."""

import pytest
from tests.pages import tree

SAID = [
    ("Gunmen burned huts at Nkozo, a village in Cabo Delgado, on Monday.", "Nkozo", "MZ", "Cabo Delgado", "settlement"),
    ("Militants ambushed a patrol near Zembolwe in Mali on Monday.", "Zembolwe", "ML", None, "near"),
    ("Bandits raided the village of Kwarin Zora in Zamfara on Monday.", "Kwarin Zora", "NG", "Zamfara", "settlement"),
]


@pytest.mark.parametrize(("text", "name", "country", "admin1", "precision"), SAID)
def test_the_words_around_a_name_give_its_country_and_province(
    text: str, name: str, country: str, admin1: str | None, precision: str
) -> None:
    grown, _ = tree(text)

    found = [item.place for item in grown.page.places if item.place is not None and item.place.place_id is None]
    assert [(p.name, p.country, p.admin1, p.precision, p.lat) for p in found] == [
        (name, country, admin1, precision, None)
    ]


def test_a_person_is_no_village() -> None:
    grown, _ = tree("The trust placed in Zembolwe, who chairs the council, was great.")

    assert not [item for item in grown.page.places if item.place is not None and item.place.name == "Zembolwe"]
