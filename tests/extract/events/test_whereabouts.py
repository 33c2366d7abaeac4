"""An attack told without a place was where a later sentence says that its victims were."""

import pytest
from tests.pages import report

TOLD = [
    ("Gunmen shot dead two policemen on Tuesday. The policemen had been on duty near a market in Quetta.", ["Quetta"]),
    (
        "Pakistan's minister Aslam Durrani was stabbed on Tuesday. Durrani, who was visiting the town of Kalat in "
        "Balochistan, survived.",
        ["Kalat"],
    ),
    ("Gunmen shot dead two policemen on Tuesday. The mayor was attending a wedding in Quetta.", []),
    ("Gunmen shot dead two policemen on Tuesday. The policemen will be buried in Quetta.", []),
    ("Gunmen shot dead two policemen on Tuesday. The policemen were not in Quetta.", []),
]


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_an_attack_was_where_its_victims_were(text: str, names: list[str]) -> None:
    assert [event.place.name for event in report(text).events if event.place is not None] == names
