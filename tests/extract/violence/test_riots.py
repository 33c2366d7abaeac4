"""What crowds and the forces that face them do: told as attacks, or not at all. Nothing told here happened."""

import pytest
from tests.pages import report

RIOTS = (
    ("Protesters tried to storm the parliament building in Skopje on Friday.", "Protesters", "unarmed_assault"),
    ("Rioters broke into the state television building in Osh on Monday.", "Rioters", "unarmed_assault"),
    ("Far-right protesters pelted police with bottles in Leeds on Sunday.", "Far-right", "unarmed_assault"),
    ("Demonstrators clashed with police and threw rocks in Cuenca on Wednesday.", "Demonstrators", "unarmed_assault"),
    ("Police fired tear gas at demonstrators in Valparaiso on Monday.", "Police", "unarmed_assault"),
    ("Police used water cannon to disperse protesters in Chiang Mai on Friday.", "Police", "unarmed_assault"),
    ("Riot police fired tear gas to clear protesters in Kisumu on Wednesday.", "Riot", "unarmed_assault"),
    ("Rioters looted shops and set fire to a bank in Medan on Tuesday.", "Rioters", "arson"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "doer", "type_"), RIOTS)
def test_a_riot_and_the_force_used_on_a_crowd_are_attacks_with_their_doer(text: str, doer: str, type_: str) -> None:
    (event,) = report(text).events

    assert event.kind == "attack"
    assert type_ in event.attack_types
    assert event.perpetrators[0].text.split()[0] == doer


def test_a_clash_of_crowds_and_police_that_hurts_people_is_an_attack_by_nobody() -> None:
    (event,) = report("Clashes between protesters and police in Thies on Friday left 14 people injured.").events

    assert event.kind == "attack"
    assert not event.perpetrators
    assert event.wounded is not None
    assert event.wounded.low == 14


def test_violence_that_broke_out_is_an_attack_of_its_day_whose_harm_is_told_after() -> None:
    text = (
        "Violence erupted on Saturday when several thousand people rallied in Denver over the election. "
        "As a result of Saturday's unrest, three police officers were injured."
    )
    (event,) = report(text).events

    assert event.place is not None
    assert event.place.name == "Denver"
    assert event.wounded is not None
    assert event.wounded.low == 3


PEACEFUL = (
    "Violence against women is rising in Denver, a charity said on Saturday.",
    "Fans threw bottles at the referee in Nantes on Sunday.",
    "Thieves broke into the ministry in Bergen on Monday and stole computers.",
    "The opposition stormed out of parliament in Batumi on Monday.",
    "Opposition supporters clashed with the mayor over a road at a meeting in Lille on Monday.",
    "Protesters clashed with the government over pensions in Nice in March.",
    "Police watched as thousands of protesters marched through Graz on Sunday.",
)


@pytest.mark.parametrize("text", PEACEFUL)
def test_a_quarrel_a_theft_and_a_peaceful_march_are_no_attacks(text: str) -> None:
    assert not report(text).events
