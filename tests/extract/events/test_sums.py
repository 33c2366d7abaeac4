"""A lead that sums up attacks told one by one is no event of its own, and its toll is none of theirs."""

import pytest
from tests.pages import report

SUMMED = [
    (
        "At least 40 people were killed in three attacks across northern Nigeria on Sunday, officials said.\n\n"
        "In Maiduguri, a suicide bomber blew himself up at a fish market, killing 22 people. Gunmen shot dead 11 "
        "worshippers at a mosque in Katsina. Seven farmers died when bandits stormed a village near Kaduna.",
        [("Maiduguri", 22), ("Katsina", 11), ("Kaduna", 7)],
    ),
    (
        "Militants killed at least 19 people in raids on two villages in Mali on Monday, local officials said.\n\n"
        "Twelve people were shot dead in Djenne, where the attackers also burned the market. Seven died in Douentza "
        "when the attackers fired on a bus.",
        [("Djenne", 12), ("Douentza", 7)],
    ),
    (
        "Attacks across Somalia killed at least nine people on Monday, police said, as bombs went off.\n\n"
        "A roadside bomb exploded near a bus in Baidoa, killing six passengers, an officer said. In Kismayo, gunmen "
        "shot dead three clerks.",
        [("Baidoa", 6), ("Kismayo", 3)],
    ),
]
SINGLE = [
    ("Two bombings killed six people in Quetta on Tuesday, police said. The blasts hit a bus stop.", 6),
    ("Militants killed 12 people in raids on two villages near Gao on Monday. They burned houses.", 12),
    ("Militants attacked two checkpoints near Gao on Monday, killing five soldiers. The attacks came at dawn.", 5),
]
OLDER = [
    "Two bombs killed nine people in Kabul on Tuesday. In 2021, a bomb killed 30 people in Herat.",
    "Rebels killed nine people in raids on two villages near Bunia on Tuesday. In March a bomb killed five in Beni.",
]


@pytest.mark.parametrize(("text", "events"), SUMMED)
def test_a_sum_gives_its_toll_to_none_of_what_it_sums_up(text: str, events: list[tuple[str, int]]) -> None:
    found = report(f"A day of violence\n\n{text}").events
    assert [(e.place and e.place.name, e.killed and e.killed.low) for e in found] == events


@pytest.mark.parametrize(("text", "_"), SUMMED)
def test_the_day_of_a_sum_is_that_of_each(text: str, _: object) -> None:
    found = report(f"A day of violence\n\n{text}").events
    assert len({event.date and event.date.start for event in found}) == 1
    assert all(event.main for event in found)


@pytest.mark.parametrize(("text", "killed"), SINGLE)
def test_acts_that_are_not_told_one_by_one_are_one_event_with_their_toll(text: str, killed: int) -> None:
    (event,) = report(f"Attacks\n\n{text}").events
    assert event.killed is not None
    assert event.killed.low == killed


@pytest.mark.parametrize("text", OLDER)
def test_an_older_attack_is_none_of_those_summed_up(text: str) -> None:
    first, second = report(f"Attacks\n\n{text}").events
    assert (first.main, second.main) == (True, False)
    assert first.killed is not None
    assert first.killed.low == 9


def test_a_toll_that_two_attacks_make_up_together_belongs_to_neither() -> None:
    found = report(
        "Mosques attacked\n\nAt least 50 people were killed by gunmen in Herat on Monday. An attack on a mosque in the "
        "north killed 42 people. Another attack, on a mosque in the west, killed eight people."
    ).events
    assert [event.killed and event.killed.low for event in found] == [42, 8]


def test_a_headline_of_several_attacks_gives_its_toll_to_none() -> None:
    found = report(
        "Attacks kill 15 across Afghanistan\n\nA bomb ripped through a bus in Herat on Tuesday, killing ten people. "
        "Separately, gunmen shot dead five policemen in Kandahar on Monday."
    ).events
    assert [event.killed and event.killed.low for event in found] == [10, 5]


def test_among_several_attacks_one_with_a_toll_of_its_own_is_another() -> None:
    found = report(
        "Attacks in Baghdad\n\nAttacks across Iraq killed at least ten people on Sunday, officials said.\n\n"
        "A parked car bomb killed three civilians and wounded ten in Baghdad, a police officer said. A bomb exploded "
        "in a Baghdad market, killing seven and wounding 20, police said."
    ).events
    assert [event.killed and event.killed.low for event in found] == [3, 7]


def test_a_toll_of_dead_and_hurt_that_two_towns_make_up_is_neither_s() -> None:
    found = report(
        "Rebels shelled Donetsk region on Monday, killing four people and wounding seven, the governor said. Three "
        "people were killed and five were wounded in the town of Hirnyk. Rebel shells also killed a woman and wounded "
        "two people in the town of Kramatorsk."
    ).events
    assert [event.killed and event.killed.low for event in found] == [3, 1]
    assert [event.wounded and event.wounded.low for event in found] == [5, 2]


def test_the_gunfight_is_the_one_told_in_the_sentence_before() -> None:
    found = report(
        "Maoists ambushed a patrol in Dhamtari on Friday, killing a policeman.\n\nOn Thursday the rebels killed four "
        "policemen in Kanker. Two policemen were also injured in the gunfight."
    ).events
    assert [event.wounded and event.wounded.low for event in found] == [None, 2]
