"""Which news without an event is still news of political violence: warnings of it, and figures."""

import pytest
from tests.pages import report

TOLD = [
    "The US embassy warned on Thursday that terrorists may be planning attacks on hotels in Nairobi.",
    "The head of MI5 said on Tuesday that attacks inspired by Islamic State are likely to increase.",
    "The Australian government warned on Thursday that terrorists could attack churches in Mindanao at any time.",
]

HARMLESS = [
    "Burglaries in the county fell by a tenth last year, police said on Monday.",
    "The central bank warned on Monday that war in the Gulf could push up oil prices.",
    "Farmers fear that the drought will get worse, an official said on Monday.",
    "Ten years after the bombing of a bus, residents of Kor fear that the lesson is forgotten.",
]


@pytest.mark.parametrize("text", TOLD)
def test_an_official_warning_of_attacks_is_news_without_an_event(text: str) -> None:
    found = report(text)

    assert found.relevant
    assert found.events == ()
    assert found.assessments != ()


@pytest.mark.parametrize("text", HARMLESS)
def test_other_warnings_and_figures_are_none(text: str) -> None:
    found = report(text)

    assert (found.relevant, found.events, found.assessments) == (False, (), ())
