"""Whom forces went after: the dead of an operation, never attackers at large nor victims of an attack."""

import pytest
from tests.pages import told

_FALLEN = [
    "Two suspects died in a shoot-out with officers who raided a flat in Mirpur.",
    "Police shot dead three suspects in a raid on a house in Khulna.",
    "Two suspects were killed in a gun battle with police in Khulna.",
    "A leader of the band was shot dead in 2018 when marines raided his camp near Jolo.",
    "A patrol had caught up with them near Pichanaki on Sunday and killed five.",
    "Police shot dead three men near Abu Tig. Officials described them as members of Boko Haram.",
    "Soldiers killed four men near Gao. The army said they were militants.",
    "A man suspected of planning the bombing was killed when commandos stormed a house in Kor.",
    "American special forces killed the founder of the group in a raid near Kor in 2011.",
    "Four terror suspects were killed in Hangu.",
    "Soldiers killed two men in a siege near Kor who were wanted for the murder of three farmers.",
    "Boko Haram mourned its dead. A commander was killed in his car by Russian aircraft near Kor.",
]


@pytest.mark.parametrize("text", _FALLEN)
def test_those_whom_forces_went_after_are_the_dead_of_an_operation(text: str) -> None:
    (frame, *_) = told(text)

    assert (frame.kind, frame.first("killed_perpetrators") is not None) == ("operation", True)


_VICTIMS = [
    "Police shot dead three protesters in Conakry. Witnesses described them as students.",
    "Two suspects killed six people in Khulna before they fled.",
    "A farmer was shot dead when gunmen raided his house near Gao.",
    "Soldiers killed four men near Gao. Relatives said they were farmers.",
    "Israeli aircraft killed an Iranian commander near Kor. Islamic State has no part in it.",
    "Police shot dead the leader of the opposition in Kor.",
    "Soldiers killed the head of the school near Gao.",
    "A suspect was beaten to death by a crowd in Khulna.",
]


@pytest.mark.parametrize("text", _VICTIMS)
def test_those_whom_nobody_calls_fighters_are_victims(text: str) -> None:
    assert all(frame.first("killed_perpetrators") is None for frame in told(text))
