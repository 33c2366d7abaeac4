"""No community is a signal of threat: another religion, people or nation in its place changes neither gate nor kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages import document, report

from tocsin.extract import relevance
from tocsin.knowledge import load

RELIGIONS = (
    "Christian",
    "Muslim",
    "Hindu",
    "Jewish",
    "Buddhist",
    "Sikh",
    "Shia",
    "Sunni",
    "Catholic",
    "Yazidi",
    "Bahai",
)
PEOPLES = ("Kurdish", "Hausa", "Tamil", "Uyghur", "Rohingya", "Tuareg", "Basque", "Oromo", "Pashtun", "Mapuche", "Roma")
NATIONS = ("French", "Nigerian", "Chinese", "American", "Syrian", "Russian", "Israeli", "Iranian", "Mexican", "Somali")
WORDS = (*RELIGIONS, *PEOPLES, *NATIONS)

STORIES = [
    "Gunmen shot dead four {} farmers in a village near Jos on Monday, police said. No group has claimed the attack.",
    "A bomb wounded nine {} worshippers in Quetta on Friday. The police chief said that a gang was suspected.",
    "In a video released on Sunday, JNIM threatened to kidnap {} engineers in Mali. Officials studied the video.",
    "Police in Hamburg arrested a {} student on Monday on suspicion of planning to bomb a station.",
    "A court in Lyon sentenced two {} men to twelve years on Tuesday for the stabbing of a policeman.",
    "The {} community centre in Leeds opened a new kitchen on Monday. The mayor cut a ribbon and ate soup.",
    "The {} football team won the cup on Saturday after a late goal. The coach praised the young striker.",
    "A {} film about the war of 1948 won a prize in Cannes. The director thanked the actors and the crew.",
    "Leaders of the {} minority met the minister on Tuesday to speak about schools and the price of land.",
    "A {} cook was jailed for shoplifting on Tuesday. The court heard that the man had debts.",
]


def gate_and_kinds(text: str) -> tuple[float, bool, list[str]]:
    return relevance(document(text), load()), (found := report(text)).relevant, [event.kind for event in found.events]


@pytest.mark.parametrize("story", STORIES)
@settings(max_examples=12, deadline=None)
@given(one=st.sampled_from(WORDS), other=st.sampled_from(WORDS))
def test_another_community_changes_neither_relevance_nor_kind(story: str, one: str, other: str) -> None:
    assert gate_and_kinds(story.format(one)) == gate_and_kinds(story.format(other))
