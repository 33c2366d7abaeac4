"""A killing that others answer is no deed of theirs. Nothing told here happened."""

import pytest
from tests.pages import report, told

from tocsin.model.record import Event

_SETTING = " The insurgency and the civil war in the region have lasted for years."


def _events(text: str) -> tuple[Event, ...]:
    return report(text + _SETTING).events


ANSWERED = (
    "A mob set fire to a police station in Menaka on Monday following the murder of a trader.",
    "Youths attacked a convoy of the governor in Jos on Monday after the killing of four farmers.",
    "An angry mob burned a shop in Bama on Monday to protest against the killing of a cleric.",
    "Militants bombed a mosque in Herat on Monday in retaliation for the killing of a commander.",
    "Rebels attacked an army post in Beni on Monday in revenge for the massacre of nine villagers.",
)


@pytest.mark.parametrize("text", ANSWERED)
def test_those_who_answer_a_killing_did_not_kill(text: str) -> None:
    events = _events(text)

    assert events
    assert all(event.killed is None or not event.perpetrators for event in events)


def test_those_who_answer_a_killing_did_what_they_did() -> None:
    events = _events(ANSWERED[0])

    assert any([who.text for who in event.perpetrators] == ["mob"] and event.killed is None for event in events)


ONE_ACT = (
    "Gunmen attacked a village near Bama on Monday, and the killing of four farmers ended the raid.",
    "Gunmen stormed a school in Jos on Monday in an attack that led to the killing of four farmers.",
)


def test_who_is_shot_after_the_murder_that_he_did_is_told_in_one_act() -> None:
    frames = told("Police shot the gunman dead in Menaka on Monday after the murder of two traders.")

    assert len(frames) == 1


@pytest.mark.parametrize("text", ONE_ACT)
def test_a_killing_in_an_attack_is_of_that_attack(text: str) -> None:
    assert any(event.killed and event.killed.low == 4 and event.perpetrators for event in _events(text))
