"""Named sites, stretches of road and waters off a coast are places with the province of a town beside them."""

import pytest
from tests.pages import document

from tocsin.annotate import annotate
from tocsin.extract.slots.sites import with_sites
from tocsin.knowledge import load
from tocsin.resolve import resolve


def places(text: str) -> list[tuple[str, str]]:
    """Return the names of the places in a text as extraction sees them, with their precision."""
    known = load()
    page = with_sites(resolve(annotate(document(text), known), known), known.lexicon)
    return [(item.place.name, item.place.precision) for item in page.places if item.place is not None]


SITES = [
    (
        "Gunmen walked into the Eastgate shopping mall in Nairobi on Monday.",
        ("Eastgate shopping mall, Nairobi", "exact"),
    ),
    (
        "Two bombs went off at the Cathedral of Our Lady of Sorrows in Jolo on Sunday.",
        ("Cathedral of Our Lady of Sorrows, Jolo", "exact"),
    ),
    ("Rockets hit Baghdad International Airport on Thursday.", ("Baghdad International Airport", "exact")),
    ("A rocket fell near the US embassy in Baghdad on Tuesday.", ("US embassy, Baghdad", "near")),
    ("Gunmen stormed the Maiwand hospital in Kabul on Tuesday.", ("Maiwand hospital, Kabul", "exact")),
    ("Gunmen stopped a bus on the road from Gusau to Funtua in Nigeria.", ("road from Gusau to Funtua", "linear")),
    ("Pirates boarded a tanker off Mombasa in Kenya on Monday.", ("off Mombasa", "sea")),
]


@pytest.mark.parametrize(("text", "place"), SITES)
def test_a_named_site_is_a_place_in_its_town(text: str, place: tuple[str, str]) -> None:
    assert place in places(text)


NONE = [
    "A bomb exploded in a mosque in Kabul on Monday.",
    "A bomber blew himself up at a Catholic church in Jolo on Monday.",
    "Militants attacked the Afghan base in Kunduz on Monday.",
    "The wounded were treated at the Maiwand hospital in Kabul.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_site_without_a_name_of_its_own_or_where_people_are_nursed_is_none(text: str) -> None:
    assert [name for name, precision in places(text) if precision in ("exact", "near")] == []
