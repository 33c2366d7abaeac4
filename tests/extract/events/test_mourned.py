"""A pronoun tells the death of the one person whom the attack told last hit."""

import pytest
from tests.pages import report

DEAD = [
    "Gunmen opened fire on the deputy mayor of Kandahar outside his house on Tuesday. He died in hospital later.",
    "Militants shot a judge in Quetta on Monday. She died of her wounds on Tuesday.",
    "Two gunmen attacked a priest in Jos on Sunday. He was treated for days. He died on Wednesday, the bishop said.",
    "Islamist gunmen shot a journalist in Mogadishu on Monday. He died on the spot.",
]
ALIVE = [
    "A gunman wounded a senator in Bogota on Monday. He died at the scene.",
    "A bomber attacked a police station in Kabul on Tuesday. He died in the blast.",
    "Militants shot a judge in Quetta on Monday. Her father was also a judge. He died in 1990.",
    "Gunmen shot at a mayor in Kandahar on Monday. He nearly died.",
    "Militants shot a judge in Quetta on Monday. Doctors said that she might have died.",
]


@pytest.mark.parametrize("text", DEAD)
def test_he_or_she_who_died_was_the_one_who_was_hit(text: str) -> None:
    (event,) = report(f"Shooting\n\n{text}").events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (1, 1)


@pytest.mark.parametrize("text", ALIVE)
def test_the_death_of_an_attacker_or_of_another_day_or_that_did_not_come_is_not_counted(text: str) -> None:
    assert all(event.killed is None for event in report(f"Shooting\n\n{text}").events)
