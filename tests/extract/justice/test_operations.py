"""What forces do without a shot: raids that find arms, people taken in a sweep, captives freed; and what is no raid."""

import pytest
from tests.pages import report

from tocsin.model.record import Event


def events(text: str) -> list[Event]:
    """Return the events of a text that are its news."""
    return [event for event in report(text).events if event.main]


FINDS = [
    (
        "Soldiers seized a cache of rifles and grenades of the Lord's Resistance Army near Obo on Monday.",
        "Soldiers",
        "2024-06-03",
    ),
    (
        "Police raided a house in Lyon on Tuesday and found detonators and three pistols. The flat was rented by a "
        "member of Islamic State.",
        "Police",
        "2024-06-04",
    ),
    (
        "Security forces recovered twelve rockets during a search of a village in Shabwa on Sunday. They belonged to "
        "al-Qaida in the Arabian Peninsula.",
        "Security forces",
        "2024-06-02",
    ),
]


@pytest.mark.parametrize(("text", "authority", "day"), FINDS)
def test_a_search_in_which_forces_find_arms_is_an_operation_of_those_who_search(
    text: str, authority: str, day: str
) -> None:
    (event,) = events(text)
    assert event.kind == "operation"
    assert event.authority is not None and event.authority.text == authority
    assert event.date is not None and str(event.date.start) == day


NO_FINDS = [
    "Police seized 40kg of cocaine and two pistols in a car on the road to Rotterdam on Monday.",
    "Detectives searched the house of a missing girl in Ghent on Monday and found her diary.",
    "Officers recovered a rifle from the garden of a man who had shot his neighbour's dog in Kor on Sunday.",
]


@pytest.mark.parametrize("text", NO_FINDS)
def test_a_find_in_an_ordinary_case_is_no_operation(text: str) -> None:
    assert not events(text)


SWEEPS = [
    ("At least 30 suspected rebels were apprehended during a sweep in Ituri on Monday.", "operation"),
    ("Eleven members of the Kurdistan Workers' Party were arrested during an operation in Van on Monday.", "operation"),
    ("Soldiers detained two Taliban commanders in a raid on a farm in Logar on Monday.", "operation"),
    ("Two suspected ETA members were arrested in Bordeaux on Sunday during a traffic check.", "arrest"),
    ("Police arrested a suspected ETA member during a football match in Bilbao on Sunday.", "arrest"),
    ("A suspected member of al-Shabaab was arrested at a bus station in Mombasa on Sunday.", "arrest"),
]


@pytest.mark.parametrize(("text", "kind"), SWEEPS)
def test_an_arrest_made_in_what_the_text_calls_a_sweep_or_operation_is_one(text: str, kind: str) -> None:
    assert [event.kind for event in events(text)] == [kind]


RESCUES = [
    "Troops rescued 40 women and children from a Boko Haram camp in the Sambisa forest on Saturday.",
    "Commandos freed two hostages held by Abu Sayyaf on Jolo on Sunday.",
    "The army said on Monday that it had rescued nine aid workers whom al-Shabaab had abducted.",
]


@pytest.mark.parametrize("text", RESCUES)
def test_captives_freed_by_force_are_released_in_an_operation(text: str) -> None:
    found = [event for event in events(text) if event.kind == "operation"]
    assert found and any(subject.role == "released" for subject in found[0].subjects)


RELEASES = [
    "An American missionary who had been held by al-Qaida militants in Niger walked free on Monday.",
    "Four Red Cross workers abducted by al-Qaida gunmen in northern Mali in February regained their freedom on Monday.",
    "Boko Haram gunmen have released 12 of the 15 nuns whom they seized in Borno in April, a bishop said on Monday.",
]


@pytest.mark.parametrize("text", RELEASES)
def test_captives_let_go_are_news_however_long_ago_they_were_taken(text: str) -> None:
    (event,) = events(text)
    assert event.kind == "attack" and "kidnapping" in event.attack_types
    assert any(subject.role == "released" for subject in event.subjects)


NO_RELEASES = [
    "Firefighters rescued twelve people trapped in a lift in Dubai on Monday.",
    "A singer walked free on Monday after prosecutors dropped charges of tax evasion.",
    "The zoo released two eagles that had been held in a cage for a year.",
]


@pytest.mark.parametrize("text", NO_RELEASES)
def test_people_freed_from_no_captors_are_no_event(text: str) -> None:
    assert not report(text).events


ONE_MORE = [
    "Colombian troops captured a rebel chief in an operation in Cauca on Monday. Two additional rebels were detained.",
    "Soldiers arrested two Abu Sayyaf financiers near Jolo on Tuesday. They had bought rifles. A further militant was "
    "also detained.",
]


@pytest.mark.parametrize("text", ONE_MORE)
def test_others_held_on_no_day_and_in_no_place_of_their_own_are_held_in_the_operation_told_before(text: str) -> None:
    (event,) = events(text)
    assert event.arrested is not None and event.arrested.low == 3


def test_others_held_elsewhere_are_an_arrest_of_their_own() -> None:
    found = events(
        "Police arrested two members of al-Shabaab in Afmadow on Monday. Another man was arrested in Kor on Tuesday."
    )
    assert [event.arrested and event.arrested.low for event in found] == [2, 1]


OUTCOMES = [
    "An army operation resulted in the death of one Taliban commander and the arrest of three others in Baghlan on "
    "Monday.",
    "A security operation led to the arrest of three Boko Haram fighters in Maiduguri on Monday.",
]


@pytest.mark.parametrize("text", OUTCOMES)
def test_what_an_operation_resulted_in_is_part_of_it(text: str) -> None:
    (event,) = events(text)
    assert event.kind == "operation"
    assert event.arrested is not None and event.arrested.low == 3


def test_one_of_those_held_in_an_operation_is_told_again() -> None:
    (event,) = events(
        "Troops detained a Haqqani network leader along with several insurgents in an operation in Khost on Monday. "
        "The Haqqani network leader gave his name and was detained."
    )
    assert event.arrested is not None and event.arrested.low == 4
