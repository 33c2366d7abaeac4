"""What somebody is said to do as a rule, or to have done in a life of violence, is no attack of its own."""

import pytest
from tests.pages import told

CAREERS = [
    "The commander coordinates attacks against police posts in the district.",
    "The leader is responsible for directing roadside bomb attacks against troops in the department.",
    "He plans bombings and conducts attacks against Philippine soldiers.",
    "The leader is directly involved in the planning and execution of attacks on Somali forces.",
    "The guerrilla commander coordinated attacks against police stations and soldiers in Cauca.",
    "The man was responsible for conducting ambushes and bomb attacks on army convoys in Borno.",
    "The financier provided weapons for use in attacks against Malian forces in the region.",
    "The militants were responsible for planning car bomb attacks against civilians.",
    "Both commanders were involved in attacks on Colombian soldiers in Cauca.",
    "The commander is responsible for kidnapping villagers and planning several bomb attacks in the area.",
    "The facilitator conducted attacks targeting Somali forces in the region.",
    "Troops hunted a rebel leader responsible for bomb attacks and ambushes on Malian forces.",
    "Police detained a militant commander suspected of facilitating attacks against Nigerian forces.",
    "The captured man supervised fighters who conducted roadside bombings against Filipino civilians.",
]

DEEDS = [
    "The commander led an attack on a police post in Kor.",
    "The leader directed the attacks on two hotels in Mogadishu on Friday.",
    "He carried out attacks on two mosques in the city on Friday.",
    "The suspect was responsible for bomb attacks that killed 12 people in Davao.",
    "The gunman carried out two attacks in Kor, police said.",
    "The commander was responsible for kidnapping two nurses in Kor.",
    "Police are looking for the men who attacked a bus in Kor.",
    "Rebels launched attacks on army posts in North Kivu.",
    "Attacks on three army posts left the road to Gao closed, the governor said.",
]


@pytest.mark.parametrize("text", CAREERS)
def test_what_a_person_does_or_did_as_a_rule_is_no_attack(text: str) -> None:
    assert [frame.kind for frame in told(text)] == []


@pytest.mark.parametrize("text", DEEDS)
def test_attacks_that_are_counted_dated_pointed_at_or_harmful_stay(text: str) -> None:
    assert {frame.kind for frame in told(text)} == {"attack"}


def test_a_death_beside_a_career_is_told_without_its_attacks() -> None:
    found = told("The militant who died in the crash was a commander responsible for attacks on Kenyan forces.")

    assert [frame for frame in found if frame.deed] == []
