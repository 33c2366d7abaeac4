"""The gate lets political violence through and stops what only sounds like it."""

import pytest
from tests.pages import document

from tocsin.extract.relevance import begun, passes, relevance
from tocsin.knowledge import load

THROUGH = [
    "Gunmen kill nine in Borno camp raid\n\nAt least nine people were killed when militants attacked a camp.",
    "Troops shot dead 12 protesters\n\nSoldiers opened fire on demonstrators, killing 12, after the coup.",
    "ISKP threatens embassies\n\nIslamic State Khorasan Province released a video that threatens to attack embassies.",
    "Crowd storms assembly\n\nOpposition supporters stormed the national assembly in Lome on Sunday and threw stones.",
    "Critic in hospital\n\nAn opposition leader was poisoned with a nerve agent in Minsk on Monday, doctors said.",
    "Rally broken up\n\nRiot police used tear gas and batons against demonstrators in Lusaka on Monday. "
    "Dozens were injured and 40 people were arrested, the opposition said.",
    "Man jailed over bomb plot\n\nA court sentenced an extremist to 20 years in prison for plotting a bomb attack.",
]
STOPPED = [
    "Strikers sink United\n\nUnited's strikers attacked from the kick-off and scored three goals in the match; "
    "the keeper had no chance as the league leaders shot and shot again before half-time. The coach was pleased.",
    "Port workers strike\n\nDockers began a strike on Monday after the union rejected a pay offer from the employers.",
    "Shares hit\n\nShares in the bank took a hit on Monday as investors fled; profits fell in the quarter.",
    "Actor dies\n\nThe actor, who starred in eleven films, died of a heart attack on Monday. He was 78.",
    "Rowers storm to victory\n\nThe eight stormed to victory on Sunday and broke into the top ten of the ranking.",
    "Parliament debates the budget\n\nThe finance minister presented the budget on Monday.",
]


@pytest.mark.parametrize("text", THROUGH)
def test_political_violence_passes_the_gate(text: str) -> None:
    assert passes(_score(text))


@pytest.mark.parametrize("text", STOPPED)
def test_sport_labour_markets_illness_and_policy_are_stopped(text: str) -> None:
    assert not passes(_score(text))


def _score(text: str) -> float:
    return begun(document(text), load(), relevance(document(text), load()))


IDENTITIES = [
    ("Muslim", "Christian"),
    ("Hindu", "Jewish"),
    ("French", "Pakistani"),
    ("Kurdish", "Tamil"),
]


@pytest.mark.parametrize(("one", "other"), IDENTITIES)
@pytest.mark.parametrize(
    "text",
    [
        "Men held\n\nPolice arrested two {} men on Monday over a bomb found near a station, an official said.",
        "Shop robbed\n\nA {} trader was shot and wounded by robbers who took cash from his shop, police said.",
        "Festival opens\n\nThe {} community opened its festival on Monday with music, food and a march.",
    ],
)
def test_the_name_of_a_creed_or_a_people_has_no_weight(text: str, one: str, other: str) -> None:
    first, second = (relevance(document(text.format(name)), load()) for name in (one, other))
    assert first == second


@pytest.mark.parametrize(("one", "other"), [("Falcon", "Crown"), ("Temple", "Victor"), ("Crescent", "Rose")])
def test_a_word_that_stands_capitalised_within_sentences_has_no_weight(one: str, other: str) -> None:
    text = "Men held\n\nPolice arrested two men on Monday at the {} market over a bomb found near a station."
    first, second = (relevance(document(text.format(name)), load()) for name in (one, other))
    assert first == second
