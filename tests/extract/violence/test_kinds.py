"""Attack or operation, who is its doer, whether it was only tried: one sentence each."""

import pytest
from tests.pages import told

KINDS = [
    ("Pakistani jets struck hideouts of the Pakistani Taliban in Khost on Friday.", "operation", "Pakistani"),
    ("Israeli forces killed two Hamas gunmen in Jenin on Friday.", "operation", "Israeli forces"),
    ("An air strike by the army hit a gathering of al-Shabaab fighters near Jowhar.", "operation", "the army"),
    ("Police raided a house in Solo on Monday and shot dead two suspected militants.", "operation", "Police"),
    ("Israeli forces shot dead a teenager in Jenin on Friday.", "attack", "Israeli forces"),
    ("Israeli forces shot dead a man who tried to stab a guard in Jenin on Friday.", "attack", "man"),
    ("Iran fired a dozen missiles at two bases in Iraq on Wednesday.", "attack", "Iran"),
    ("Police fired on protesters in Lagos on Monday.", "attack", "Police"),
    ("The police used tear gas and batons against protesters in Tunis on Monday.", "attack", "The police"),
    ("Marines put a torch to 31 houses in Nkoe on Sunday.", "attack", "Marines"),
]

TRIED = [
    "Gunmen tried to storm the palace in Aden on Thursday.",
    "Air defences shot down 16 drones over Belgorod on Friday.",
]


@pytest.mark.parametrize(("text", "kind", "doer"), KINDS)
def test_an_act_is_judged_by_who_does_it_to_whom(text: str, kind: str, doer: str) -> None:
    (frame,) = told(text)
    field = "authority" if kind == "operation" else "perpetrators"

    assert (frame.kind, frame.first(field).text) == (kind, doer)


HUNTS = [
    "Soldiers targeted a house near Marawi to search for the commander.",
    "Police targeted a farm outside Maiduguri and searched it for weapons.",
    "Iraqi forces targeted a militant commander in Mosul, detaining two of his aides.",
]


@pytest.mark.parametrize("text", HUNTS)
def test_what_forces_target_to_search_it_is_not_struck(text: str) -> None:
    assert not told(text)


STRUCK = [
    "Israeli jets targeted a house in Gaza to kill a commander on Friday.",
    "The army targeted a bakery in Saraqib on Monday.",
    "Gunmen targeted a police post in Kor to seize weapons on Friday.",
]


@pytest.mark.parametrize("text", STRUCK)
def test_what_is_targeted_with_no_search_is_struck(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", TRIED)
def test_what_was_tried_or_shot_down_is_an_attempt(text: str) -> None:
    (frame,) = told(text)

    assert (frame.factuality, frame.first("stage")) == ("CT+", "attempted")


def test_who_shoots_a_missile_down_has_not_sent_it() -> None:
    (frame,) = told("Ukraine shot down two Russian drones over Odesa on Friday.")

    assert frame.first("perpetrators").text == "Russian"


def test_a_missile_fired_into_the_sea_is_no_attack() -> None:
    assert told("North Korea fired a ballistic missile into the sea on Monday.") == []


def test_a_dead_animal_is_no_victim() -> None:
    assert told("A jackal died in Trichy on Monday when a bomb hidden in meat exploded.") == []
