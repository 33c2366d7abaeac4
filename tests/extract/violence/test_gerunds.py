"""A clause with "after being" or "after setting" has the subject of the clause above. Nothing told here happened."""

import pytest
from tests.pages import report, told

SUFFERED = (
    ("A senator was rushed to hospital after being shot by gunmen in Pokhara on Monday.", "A senator", "gunmen"),
    (
        "Two reporters were treated after being attacked by protesters in Novi Sad on Monday.",
        "Two reporters",
        "protesters",
    ),
    (
        "The deputy minister escaped after being attacked by a man with a hammer in Serang on Monday.",
        "The deputy minister",
        "man",
    ),
    ("The clinic was closed on Monday after having been attacked by rebels in Butembo.", "The clinic", "rebels"),
    ("Four nurses were freed on Monday after being kidnapped by rebels in Ituri.", "Four nurses", "rebels"),
    ("A judge who lost an eye after being stabbed by militants in Zhob returned on Monday.", "A judge", "militants"),
)


@pytest.mark.parametrize(("text", "target", "doer"), SUFFERED)
def test_a_passive_gerund_has_its_victim_in_the_subject_above_and_its_doer_after_by(
    text: str, target: str, doer: str
) -> None:
    (event,) = report(text).events

    assert event.kind == "attack"
    assert [one.text for one in event.targets] == [target]
    assert [one.text.split()[0] for one in event.perpetrators] == [doer]


def test_who_fled_after_an_act_has_done_it() -> None:
    (event,) = report("The insurgents fled after setting fire to two schools in Butembo on Monday.").events

    assert [one.text for one in event.perpetrators] == ["insurgents"]


UNHARMED = (
    "The winger was substituted after being hit by a ball in Vigo on Sunday.",
    "The bill was withdrawn on Monday after being attacked by senators in Warsaw.",
    "The singer left the stage after being booed by fans in Turin on Sunday.",
)


@pytest.mark.parametrize("text", UNHARMED)
def test_a_gerund_of_play_or_of_words_tells_no_attack(text: str) -> None:
    assert not told(text)
