"""Gunmen who kill several in a village are political violence, whoever they are; a quarrel or a robbery is not."""

import pytest
from tests.pages import report

RAIDS = [
    "Gunmen kill a dozen in the east\n\nAt least a dozen people were killed by unidentified gunmen in eastern Burkina "
    "Faso on Monday, an official said.\n\nThe attack took place in a village near Djibo, the governor said.",
    "Nine farmers shot dead\n\nGunmen shot dead nine farmers near Gubio on Monday, residents said. They burned "
    "granaries before they left.",
]
CRIMES = [
    "Man kills three relatives\n\nA man shot dead three relatives in a village near Graz on Monday after a quarrel "
    "over a field, police said. He was found dead in a barn.",
    "Robbers kill four at market\n\nFour traders were killed by robbers in a village near Lagos on Monday. "
    "The gang stole the takings of a shop; police spoke of a robbery.",
]


@pytest.mark.parametrize("text", RAIDS)
def test_gunmen_who_kill_several_in_a_village_make_an_attack(text: str) -> None:
    assert [event.kind for event in report(text).events][:1] == ["attack"]


@pytest.mark.parametrize("text", CRIMES)
def test_a_quarrel_or_a_robbery_in_a_village_makes_none(text: str) -> None:
    assert report(text).events == ()
