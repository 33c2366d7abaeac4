"""How many like acts are told as one."""

import pytest
from tests.pages import told

ACTS = [
    ("Three bombs exploded at a market in Gao.", 3),
    ("Twin suicide bombings at a mosque in Gao killed 15 people.", 2),
    ("A double car bombing killed 46 people in Homs.", 2),
    ("A bomb went off in Lahore; a second blast hit rescuers.", 2),
    ("Two suicide bombers blew themselves up at a mosque in Sanaa.", 2),
    ("A bomb exploded at a market in Gao.", None),
    ("Two gunmen attacked a market in Gao.", None),
    ("Seventeen rockets hit the base near Gao.", None),
]


@pytest.mark.parametrize(("text", "low"), ACTS)
def test_like_acts_are_counted_and_those_who_did_them_or_what_they_fired_are_not(text: str, low: int | None) -> None:
    found = [r.value.low for frame in told(text) for r in frame.readings if r.field == "acts"]
    assert found == ([] if low is None else [low])
