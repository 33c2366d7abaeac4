"""What comes of an operation happened there and then; what a sentence says of its own stands."""

import pytest
from tests.pages import report

from tocsin.model.record import Event


def arrest(text: str) -> Event:
    """Return the event in which a text tells that somebody was taken: in a raid or sweep it is the operation."""
    return next(event for event in report(text).events if any(one.role == "arrested" for one in event.subjects))


LED = [
    (
        "Police conducted an operation in Daraban district, Khyber Pakhtunkhwa province, on Wednesday. "
        "During the operation, the security forces detained two suspected militants.",
        "2024-06-05",
        "Daraban",
    ),
    (
        "Troops raided a farm near Gwoza, in Nigeria's Borno state, on Tuesday. "
        "As a result of the raid, soldiers arrested three suspected Boko Haram members.",
        "2024-06-04",
        "Gwoza",
    ),
    (
        "In Tame, in the department of Arauca, Colombian soldiers searched a farmhouse on Monday. "
        "They detained two suspected ELN rebels.",
        "2024-06-03",
        "Tame",
    ),
    (
        "A joint force carried out a sweep in the Bay region of Somalia on Sunday. The houses were cleared. "
        "Several suspected al-Shabaab insurgents were arrested.",
        "2024-06-02",
        "Bay",
    ),
]


@pytest.mark.parametrize(("text", "day", "place"), LED)
def test_an_arrest_has_the_day_and_place_of_the_operation_before_it(text: str, day: str, place: str) -> None:
    event = arrest(text)

    assert (str(event.date and event.date.start), event.place and event.place.name) == (day, place)


def test_two_operations_share_the_day_that_the_lead_gives_and_not_its_places() -> None:
    found = report(
        "Kenyan forces detained several suspects during two operations in Lamu and Garissa counties yesterday.\n\n"
        "A police unit arrested four suspected al-Shabaab members in Garissa county."
    )

    places = {(str(e.date.start), e.place.name) for e in found.events if e.date and e.place and e.kind == "arrest"}
    assert ("2024-06-05", "Garissa") in {(day, name.removesuffix(" County")) for day, name in places}


def test_a_lead_that_names_only_the_country_takes_the_place_told_next() -> None:
    found = report(
        "Troops killed nine insurgents in a sweep in Somalia on Tuesday. "
        "The soldiers killed the insurgents during the sweep in Baidoa, in the Bay region."
    )

    assert [event.place.name for event in found.events if event.place] == ["Baidoa"]


APART = [
    # another place
    "Troops raided a farm near Gwoza, in Nigeria's Borno state, on Tuesday. "
    "In Kano, police arrested two suspected Boko Haram members.",
    # something further
    "Troops raided a farm near Gwoza, in Nigeria's Borno state, on Tuesday. "
    "Separately, police arrested two suspected Boko Haram members.",
    # something earlier
    "Troops raided a farm near Gwoza, in Nigeria's Borno state, on Tuesday. "
    "The army had arrested two suspected Boko Haram members.",
]


@pytest.mark.parametrize("text", APART)
def test_an_arrest_elsewhere_or_earlier_does_not_take_the_day_of_a_raid(text: str) -> None:
    found = [event.date for event in report(text).events if event.kind == "arrest"]

    assert all(when is None for when in found)


def test_a_paragraph_that_sets_the_scene_dates_the_harm_told_after_it() -> None:
    found = report(
        "Night of fire in Ituri\n\nAt Zembolwe, a village in Ituri, in Congo, rebels came on Monday night. "
        "Eighteen people were killed with machetes."
    )

    event = found.events[0]
    assert (str(event.date and event.date.start), event.place and event.place.name) == ("2024-06-03", "Zembolwe")


def test_suspects_taken_in_the_hunt_for_one_group_are_presented_as_of_it() -> None:
    event = arrest(
        "An Afghan security force detained two insurgents in Logar province on Tuesday "
        "while searching for a Taliban commander."
    )

    assert [one.organisation.actor_id for one in event.subjects if one.organisation] == ["taliban"]
    assert {a.factuality for a in event.assertions if a.field.startswith("/subjects")} == {"PS+"}


NO_FOE = [
    # two groups hunted
    "Police detained two insurgents in Quetta on Tuesday during a raid targeting a Taliban commander. "
    "A unit searching for an Islamic State cell found arms.",
    # no militants or suspects
    "Police arrested a baker and his son in Quetta on Tuesday during a search for Taliban arms.",
]


@pytest.mark.parametrize("text", NO_FOE)
def test_nobody_is_put_in_a_group_where_two_are_hunted_or_he_is_called_no_militant(text: str) -> None:
    subjects = [one for event in report(text).events for one in event.subjects if one.role == "arrested"]

    assert subjects
    assert [one.organisation for one in subjects if one.organisation is not None] == []


FURTHER = [
    ("Police arrested an al-Shabaab leader and detained two suspected insurgents in Lamu, Kenya, on Tuesday.", 3),
    (
        "Troops arrested an al-Shabaab leader in an operation in Lamu, Kenya, on Tuesday. "
        "During the operation, the troops also detained one other suspected insurgent.",
        2,
    ),
    (
        "Troops detained four suspected insurgents in an operation in Lamu, Kenya, on Tuesday. "
        "The al-Shabaab commander and three additional suspects were detained without a shot.",
        4,
    ),
]


@pytest.mark.parametrize(("text", "number"), FURTHER)
def test_those_taken_besides_are_added_once(text: str, number: int) -> None:
    counts = [event.arrested.low or 0 for event in report(text).events if event.arrested is not None]

    assert sum(counts) == number
