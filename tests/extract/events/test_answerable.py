"""A blast for which a group or a force has to answer is violence; one that only worries a firm or an office is not."""

import pytest
from tests.pages import report

ANSWERED = [
    "The Abu Sayyaf on Saturday denied that it was behind an explosion that killed nine people at a market in Jolo.",
    "Police suspect the New People's Army of Friday's explosion, which killed three people in Davao.",
    "The army had nothing to do with the explosion that killed four people in Mandalay on Friday, a spokesman said.",
]
UNANSWERED = [
    "The company denied that it was to blame for an explosion that killed nine people at a plant in Jolo on Friday.",
    "The fire brigade said on Saturday that it did not know what caused the explosion that killed nine people in Jolo.",
    "An explosion killed nine people at a market in Jolo on Friday; soldiers helped to carry the wounded.",
]


@pytest.mark.parametrize("text", ANSWERED)
def test_a_blast_that_a_group_or_a_force_must_answer_for_is_an_attack(text: str) -> None:
    assert [event.kind for event in report(f"Blast in the south\n\n{text}").events][:1] == ["attack"]


@pytest.mark.parametrize("text", UNANSWERED)
def test_a_blast_for_which_no_armed_party_answers_is_none(text: str) -> None:
    assert report(f"Blast in the south\n\n{text}").events == ()
