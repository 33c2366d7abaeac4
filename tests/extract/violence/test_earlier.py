"""Harm done on an earlier occasion is recalled: alone it is no news."""

import pytest
from tests.pages import report

EARLIER = [
    "Marchers wore eyepatches for a woman who was injured by soldiers in an earlier protest. The march was quiet.",
    "The union honoured two men whom police had shot dead during a previous march. Nobody was held on Monday.",
    "A guard who was wounded by rebels in an earlier raid opened the new school.",
]
NEW = [
    "A woman was shot dead by soldiers in a protest in Khartoum on Monday, a day after an earlier march.",
    "Police shot dead two marchers in Conakry on Monday.",
    "Rebels wounded a guard in a raid on an army base in Goma on Monday.",
]


@pytest.mark.parametrize("text", EARLIER)
def test_harm_of_an_earlier_occasion_is_no_news(text: str) -> None:
    assert not any(event.main for event in report(text).events)


@pytest.mark.parametrize("text", NEW)
def test_harm_of_this_occasion_is_news(text: str) -> None:
    assert any(event.main for event in report(text).events)
