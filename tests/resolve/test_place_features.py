"""Rivers, waters, islands, heights and hamlets are told from towns and countries of their name by the words beside."""

import pytest

from tocsin.annotate.nationalities import nationalities
from tocsin.knowledge.countries import load_countries
from tocsin.knowledge.places import Gazetteer, load_places
from tocsin.model.page import Annotated, Name
from tocsin.model.text import Document, Source, Span
from tocsin.resolve.places.locating import places

COUNTRIES = load_countries()
LABELS = {"g": "GPE", "p": "PERSON", "o": "ORG", "l": "LOC"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_places()


def page(text: str, labels: str) -> Annotated:
    """Return a page whose names are given as `g:Gubio|p:Ali Modu`."""
    document = Document("x", None, None, None, None, None, Source(), "en", "0", text)
    pairs = [part.split(":", 1) for part in labels.split("|") if part]
    names = tuple(Name(Span(text.index(name), text.index(name) + len(name)), LABELS[label]) for label, name in pairs)
    return Annotated(document, "full", names=names, nationalities=nationalities(text, COUNTRIES))


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        (
            "Villagers fled across the Sutlej River in India.",
            "l:Sutlej River|g:India",
            "Sutlej River/linear; India/country",
        ),
        ("Troops crossed the Sutlej river at night.", "l:Sutlej", "Sutlej/linear"),
        ("A ferry sank on the Niger river in Nigeria.", "g:Niger|g:Nigeria", "Niger/linear; Nigeria/country"),
        ("The army of Niger said that the road was open.", "g:Niger", "Niger/country"),
        ("Bodies were pulled from the Oskil River.", "l:Oskil River", "Oskil River/linear"),
        ("Fishermen were shot on Lake Mweru.", "l:Lake Mweru", "Lake Mweru/sea"),
        ("Pirates boarded a tanker in the Gulf of Tonkin.", "l:the Gulf of Tonkin", "Gulf of Tonkin/sea"),
        ("Rebels hide on Mount Nimba.", "l:Mount Nimba", "Mount Nimba/region"),
        ("The plane came down on Mt. Elgon.", "l:Mt. Elgon", "Mt. Elgon/region"),
        ("Drones struck the Bonin Islands.", "l:the Bonin Islands", "Bonin Islands/region"),
        ("Fighting spread in the Andarab Valley.", "l:the Andarab Valley", "Andarab Valley/region"),
        ("Police closed the Bolan Pass.", "l:the Bolan Pass", "Bolan Pass/linear"),
        ("Hundreds fled Masafer Yatta.", "g:Masafer Yatta", "Masafer Yatta/region"),
        ("A rally was held in Sandžak.", "g:Sandžak", "Sandžak/region"),
        # a town of the name without the words beside it stays a town
        ("A bomb went off in Orange, Texas.", "g:Orange|g:Texas", "Orange/settlement; Texas/admin1"),
    ],
)
def test_the_words_beside_choose_the_kind(gazetteer: Gazetteer, text: str, labels: str, expected: str) -> None:
    located = places(page(text, labels), gazetteer, COUNTRIES)
    found = [f"{each.span.of(text)}/{each.place.precision}" for each in located if each.place]
    assert "; ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "labels", "name", "country", "admin1"),
    [
        ("Two people died in Yosemite, Kentucky.", "g:Yosemite|g:Kentucky", "Yosemite", "US", "Kentucky"),
        ("A tornado hit Burnt Prairie, Illinois.", "g:Burnt Prairie|g:Illinois", "Burnt Prairie", "US", "Illinois"),
        (
            "A mob burned houses in Bhansuli, Chhattisgarh.",
            "g:Bhansuli|g:Chhattisgarh",
            "Bhansuli",
            "IN",
            "Chhattisgarh",
        ),
    ],
)
def test_a_hamlet_is_found_where_the_text_says_what_holds_it(
    gazetteer: Gazetteer, text: str, labels: str, name: str, country: str, admin1: str
) -> None:
    found = [each.place for each in places(page(text, labels), gazetteer, COUNTRIES) if each.place]
    assert (found[0].name, found[0].country, found[0].admin1, found[0].precision) == (
        name,
        country,
        admin1,
        "settlement",
    )


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Miracle workers came to the hospital.", ""),
        ("Reynolds said that nobody was hurt.", "p:Reynolds"),
        ("Dwarf planets are small.", ""),
        ("The Snake of the story was never seen.", ""),
        ("Officer Sawyer fired twice.", "p:Sawyer"),
    ],
)
def test_a_word_or_a_person_is_no_hamlet(gazetteer: Gazetteer, text: str, labels: str) -> None:
    assert [each.span.of(text) for each in places(page(text, labels), gazetteer, COUNTRIES) if each.place] == []


@pytest.mark.parametrize(
    ("text", "labels", "place_id"),
    [
        ("A train derailed in Burlington.", "g:Burlington", None),
        ("Protesters marched in Rampur, Uttar Pradesh.", "g:Rampur|g:Uttar Pradesh", "geonames:1258599"),
    ],
)
def test_a_hamlet_does_not_win_over_a_large_namesake(
    gazetteer: Gazetteer, text: str, labels: str, place_id: str | None
) -> None:
    located = places(page(text, labels), gazetteer, COUNTRIES)
    found = [str(each.place.place_id) for each in located if each.place]
    assert all(each.startswith(("geonames:", "iso:")) for each in found)
    assert place_id is None or found[0] == place_id
