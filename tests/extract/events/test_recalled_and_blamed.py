"""What a report recalls, blames, denies or shouts is not the news: day, doer and toll stay with the act they are of."""

import pytest
from tests.pages import PUBLISHED, report

from tocsin.model.record import Event


def _first(text: str) -> Event:
    return report(text).events[0]


SINCE = [
    (
        "A blast outside a shrine in Herat killed nine people on Tuesday. The blast at the shrine was the first major "
        "attack in Herat since Islamic State targeted a bus station there in late March, when 30 people died.",
        9,
        30,
    ),
    (
        "A bomb tore through a church in Jolo on Sunday, killing five. The explosion was the worst since gunmen "
        "stormed the cathedral in 2019, killing 20.",
        5,
        20,
    ),
]


@pytest.mark.parametrize(("text", "news", "recalled"), SINCE)
def test_an_act_recalled_with_since_is_another_one(text: str, news: int, recalled: int) -> None:
    found = [(event.main, event.killed.low if event.killed else None) for event in report(text).events]
    assert found == [(True, news), (False, recalled)]
    assert report(text).events[0].perpetrators == ()


def test_the_news_does_not_take_in_an_older_attack_in_its_town_with_dead_of_its_own() -> None:
    text = (
        "A truck bomb in Kabul left 70 people dead and 200 wounded. In early March, two Taliban attacks on a police "
        "station in Kabul left 29 dead."
    )
    found = [(event.main, event.killed.low if event.killed else None) for event in report(text).events]
    assert found == [(True, 70), (False, 29)]


def test_the_day_of_blame_is_not_the_day_of_the_act() -> None:
    event = _first(
        "The prime minister on Wednesday suspended talks as he blamed the National Liberation Army for a deadly truck "
        "bombing that killed 19 and injured 45 in the Colombian city of Cali. The bomb went off on Tuesday."
    )
    assert event.date is not None
    assert event.date.start is not None
    assert (PUBLISHED - event.date.start).days == 2


def test_a_toll_that_runs_on_after_a_comma_has_no_day_of_the_main_clause() -> None:
    event = _first(
        "The president late Monday suspended talks with the largest guerrilla group and ordered arrests as he blamed "
        "the National Liberation Army for a car bombing that killed 21, injured 68 and rattled the nation. A driver "
        "had rammed the bomb into a police academy in Cali on Sunday."
    )
    assert event.date is not None
    assert event.date.text == "Sunday"


def test_a_day_of_mourning_is_no_day_of_an_act() -> None:
    text = (
        "Missiles hit a hospital in Kharkiv on Wednesday, killing 30. The government proclaimed a day of mourning on "
        "Friday. Another strike that came two hours later wounded 40, officials said."
    )
    days = [event.date.start for event in report(text).events if event.date is not None]
    assert days
    assert all(day is None or 0 <= (PUBLISHED - day).days <= 1 for day in days)


@pytest.mark.parametrize(
    "text",
    [
        "A truck bomb killed 19 people in Cali on Tuesday. “Enough of the kidnappings,” the president said.",
        "A bombing killed four people in Kabul on Tuesday. Taliban units captured three suspects, a spokesman said.",
    ],
)
def test_a_cry_against_kidnappings_or_suspects_taken_are_no_kidnapping(text: str) -> None:
    assert all("kidnapping" not in event.attack_types and event.abducted is None for event in report(text).events)


def test_who_denies_an_act_is_not_its_doer() -> None:
    event = _first(
        "The Taliban on Wednesday denied any involvement in the truck bomb explosion in the Afghan capital that left "
        "at least 70 dead and more than 200 wounded."
    )
    assert event.perpetrators == ()
    assert [(r.stance, r.actor.actor_id if r.actor else None) for r in event.responsibility] == [("denies", "taliban")]
    assert "dead were" not in event.summary


def test_neither_nor_is_no_accusation_and_a_record_is_no_claim() -> None:
    event = _first(
        "Gunmen killed 40 people at a theatre in Kor on Tuesday. Neither the president nor the army accused the "
        "Taliban. It was the deadliest attack claimed by a jihadist group in years. Islamic State claimed "
        "responsibility."
    )
    found = [(r.stance, r.actor.actor_id if r.actor else None) for r in event.responsibility]
    assert found == [("claims", "islamic-state")]


def test_what_most_victims_were_makes_nobody_an_attacker() -> None:
    event = _first(
        "A suicide bomber struck a checkpoint in Kunduz on Tuesday, killing six. The victims of the blast were mostly "
        "Taliban security personnel who had come to collect their pay."
    )
    assert event.killed_perpetrators is None
    assert event.killed is not None
    assert event.killed.low == 6


def test_a_month_after_an_article_dates_an_act() -> None:
    text = (
        "Gunmen killed two policemen in Kor on Tuesday. Two of them had been involved in a May bombing that killed 11 "
        "sailors."
    )
    older = [event for event in report(text).events if event.killed is not None and event.killed.low == 11]
    assert [event.date.text for event in older if event.date is not None] == ["May"]


def test_what_explosives_were_to_be_used_in_is_no_attack() -> None:
    text = (
        "Gunmen killed two soldiers in Kor on Monday. Three men were arrested on Tuesday with explosives packed into a "
        "car that was to be used in the attack."
    )
    assert all("bombing" not in event.attack_types for event in report(text).events)


def test_a_judgement_told_of_which_it_said_has_a_subject() -> None:
    text = (
        "The government announced a day of mourning for a missile strike on Kharkiv that killed nine people on Monday, "
        "which it said demonstrated that the country urgently needs air defences."
    )
    told = [a.text for a in report(text).assessments]
    assert told
    assert not any(words.split(", ")[-1].startswith(("demonstrated", "Demonstrated")) for words in told)
