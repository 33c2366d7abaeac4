"""A state's force is accused by whoever is of another side, and by nobody where its own side or the author tells it."""

import pytest
from tests.pages import report

OTHERS = [
    ("Russian troops shelled a hospital in Kherson on Monday, killing four people, the mayor said.", "Russian troops"),
    ("A Russian missile hit a school in Kharkiv on Monday, killing three, the governor said.", "Russian"),
    (
        "A drone of the Congolese army fired on the market at Mweso on Friday, killing eleven, the M23 rebels said.",
        "the Congolese army",
    ),
    ("Armenian mortars hit a tea house in Azerbaijan on Monday, killing three, Azerbaijan said.", "Armenian"),
    ("Soldiers shot dead six farmers in the village on Monday, the mayor said.", "Soldiers"),
]
OWN = [
    "Police shot dead six protesters in Nairobi on Monday, the police said.",
    "Israeli jets bombed a bridge in Lebanon on Monday, killing three people, Israel's military said.",
    "The army shelled the village of Kor on Monday, killing four people, the government said.",
    (
        "Israel bombs Yemen port; ministry counts dead\n\n"
        "Israeli jets struck the port of Hodeida on Monday, killing three people, the health ministry in Sanaa said."
    ),
]


@pytest.mark.parametrize(("text", "who"), OTHERS)
def test_a_force_is_accused_by_an_official_of_another_side(text: str, who: str) -> None:
    found = [(r.stance, r.actor.text) for event in report(text).events for r in event.responsibility if r.actor]
    assert found == [("accused", who)]


@pytest.mark.parametrize("text", OWN)
def test_nobody_accuses_a_force_of_his_own_side_or_what_the_author_tells(text: str) -> None:
    assert "accused" not in [r.stance for event in report(text).events for r in event.responsibility]
