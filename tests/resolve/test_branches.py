"""A part of a group told by the whole is that part; one that no record has stays open; a town's is the group itself."""

import pytest
from tests.resolve.named import AUTHORITY, ids, page

from tocsin.model.text import Span
from tocsin.resolve.actors import actors
from tocsin.resolve.settle import Spoken

TOLD = [
    ("the Khorasan branch of Islamic State", "Khorasan branch of Islamic State", "iskp"),
    ("Islamic State's Afghan chapter", "Islamic State's Afghan chapter", "iskp"),
    ("al-Qaeda's North African wing", "al-Qaeda's North African wing", "aqim"),
    ("al-Qaeda's branch in Yemen", "al-Qaeda's branch in Yemen", "aqap"),
    ("the Yemeni branch of the Islamic State", "Yemeni branch of the Islamic State", "is-yemen"),
    ("Islamic State's West African affiliate", "Islamic State's West African affiliate", "iswap"),
    ("Islamic State's Sinai Province", "Islamic State's Sinai Province", "is-sinai"),
    ("ISIS-Somalia", "ISIS-Somalia", "is-somalia"),
    ("the Provisional wing of the IRA", "Provisional wing of the IRA", "pira"),
    ("the Real wing of the IRA", "Real wing of the IRA", "real-ira"),
    ("the UDA's North Antrim unit", "UDA's North Antrim unit", "uda-north-antrim"),
]

WHOLE = [
    ("a branch of Islamic State in the city", "Islamic State", "islamic-state"),
    ("the local branch of Islamic State", "Islamic State", "islamic-state"),
    ("Islamic State's media arm", "Islamic State", "islamic-state"),
    ("Islamic State in Iraq lost ground", "Islamic State", "islamic-state"),
]


@pytest.mark.parametrize(("text", "words", "actor"), TOLD)
def test_a_branch_told_by_its_parent_is_the_branch(text: str, words: str, actor: str) -> None:
    assert ids(f"Police blamed {text}.") == [(words, actor)]


@pytest.mark.parametrize(("text", "words", "actor"), WHOLE)
def test_what_tells_no_part_leaves_the_parent(text: str, words: str, actor: str) -> None:
    found = ids(f"Police blamed {text}.")
    assert any(name.startswith(words) and got == actor for name, got in found) or found == [(words, actor)]


def test_a_part_with_a_proper_name_that_no_record_has_stays_open() -> None:
    (actor,) = actors(page("A caller spoke for the Andean wing of Islamic State."), AUTHORITY, None)
    assert (actor.text, actor.actor_id) == ("Andean wing of Islamic State", None)
    assert actor.doubt is not None


def test_the_branch_of_a_town_is_the_group_itself() -> None:
    text = "A caller spoke for the Mosul branch of Islamic State."
    at = text.index("Mosul")
    spoken = (Spoken(Span(at, at + 5), frozenset({"IQ"})),)
    found = [(one.text, one.actor_id) for one in actors(page(text), AUTHORITY, "IQ", spoken)]
    assert found == [("Islamic State", "islamic-state")]


def test_a_branch_that_did_not_exist_yet_is_not_meant() -> None:
    text = "In 1999 police blamed al-Qaeda's branch in Mali."
    assert all(got != "jnim" for _, got in ids(text))
