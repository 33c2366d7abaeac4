"""Attackers stopped before they struck, listings set going, and courts that hear of plans."""

import pytest
from tests.pages import report

PLOTS = [
    "A would-be suicide bomber was overpowered outside a mosque in Kano on Friday before he could set off his "
    "explosives.",
    "Worshippers overpowered a would-be bomber at a mosque in Kano on Friday.",
]


@pytest.mark.parametrize("text", PLOTS)
def test_a_would_be_attacker_who_is_stopped_makes_a_plot_of_no_authority_but_those_who_hold_office(text: str) -> None:
    (event,) = report(text).events

    assert (event.kind, event.stage, event.authority) == ("plot", "foiled", None)


LISTINGS = [
    "The Home Secretary laid an order in Parliament on Monday to proscribe Atomwaffen Division as a terrorist "
    "organisation.",
    "The president signed a decree on Monday to designate the Houthis a terrorist organisation.",
    "The cabinet decided on Tuesday to outlaw the Kurdistan Workers' Party.",
]


@pytest.mark.parametrize("text", LISTINGS)
def test_a_listing_that_is_decided_or_set_going_is_one(text: str) -> None:
    (event,) = report(text).events

    assert event.kind == "designation"
    assert event.authority is not None


NO_LISTINGS = [
    "Ministers are considering whether to ban the Order of Dawn, a neo-Nazi terrorist group.",
    "The opposition urged the cabinet on Tuesday to outlaw the Kurdistan Workers' Party.",
    "The cabinet decided on Tuesday against outlawing the Kurdistan Workers' Party.",
]


@pytest.mark.parametrize("text", NO_LISTINGS)
def test_a_listing_that_is_weighed_wanted_or_turned_down_is_none(text: str) -> None:
    assert not [event for event in report(text).events if event.kind == "designation"]


def test_a_court_that_is_told_of_a_plan_tries_those_who_made_it() -> None:
    (event,) = report("A court in Manchester was told on Tuesday that two men had planned to bomb a mosque.").events

    assert event.kind == "trial"
    assert [subject.text for subject in event.subjects] == ["two men"]


def test_a_day_set_for_a_death_kills_nobody() -> None:
    text = (
        "Iraq group moves beheading deadline\n\nBAGHDAD, June 5 - Militants holding a South Korean hostage in Iraq "
        "moved back the deadline for his beheading on Tuesday, Al Jazeera said."
    )

    assert [event.killed for event in report(text).events if event.killed is not None] == []


def test_a_deed_of_which_a_group_is_accused_is_told_as_done() -> None:
    (event,) = report("The army accused Boko Haram of killing nine farmers in Borno on Monday.").events

    assert event.kind == "attack"
    assert event.killed is not None
    assert event.killed.low == 9


def test_a_recording_attributed_to_a_group_s_leader_is_the_group_s() -> None:
    (event,) = report(
        "A recording attributed to Abu Bakr al-Baghdadi, the leader of Islamic State, was circulated on Monday."
    ).events

    assert (event.kind, event.medium) == ("publication", "audio")
    assert event.issuer is not None
