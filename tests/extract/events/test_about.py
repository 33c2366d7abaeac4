"""To which event a stance belongs: the one in its sentence, the one whose place or kind it names, "that attack"."""

import pytest
from tests.pages import report

ABOUT = [
    (
        "In Kirkuk, a car bomb killed seven people near a police station on Monday. In Mosul, a roadside bomb killed "
        "two soldiers. Islamic State claimed the Kirkuk bombing. No one claimed the attack in Mosul.",
        {"Kirkuk": [("claims", "islamic-state")], "Mosul": [("no_claim", None)]},
    ),
    (
        "A suicide bomber killed nine people at a market in Mogadishu on Tuesday, police said. Al-Shabaab claimed "
        "responsibility in a radio broadcast. Last month a car bomb killed 12 people in Kismayo. No group has claimed "
        "that attack.",
        {"Mogadishu": [("claims", "al-shabaab")], "Kismayo": [("no_claim", None)]},
    ),
    (
        "A bomb killed four people in Kabul on Tuesday. The Taliban denied any involvement and blamed Islamic State, "
        "which claimed a bombing in Herat last week that killed six.",
        {"Kabul": [("denies", "taliban"), ("accused", "islamic-state")]},
    ),
    (
        "Gunmen killed a judge in Cali, Colombia, on Wednesday. The ELN said it had not carried out the killing. In "
        "March a bomb killed three policemen in Cauca; that attack was blamed on FARC dissidents.",
        {"Cali": [("denies", "eln")], "Cauca": [("accused", "farc-dissidents")]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), ABOUT)
def test_a_stance_stands_with_the_event_that_its_words_point_to(
    text: str, expected: dict[str, list[tuple[str, str | None]]]
) -> None:
    found = {
        event.place.name: [(r.stance, r.actor.actor_id if r.actor else None) for r in event.responsibility]
        for event in report(text).events
        if event.place is not None
    }
    assert {place: found.get(place) for place in expected} == expected


def test_a_bare_denial_of_another_charge_is_none() -> None:
    text = (
        "A bomb killed nine people at a market in Goma on Monday. Traders swept the square. The rains came late this "
        "year. Kinshasa says that the rebels are Rwanda's creature. Kigali denies it."
    )
    assert [r.stance for event in report(text).events for r in event.responsibility] == []


@pytest.mark.parametrize(
    ("answer", "denied"),
    [
        ("Warsaw called the report a lie.", "Polish"),
        ("Warsaw rejected the accusation.", "Polish"),
        ("Warsaw denied that its army had fired.", "its army"),
        ("Prague called the report a lie.", "Prague"),
    ],
)
def test_a_states_bare_denial_is_of_its_force_that_was_just_accused(answer: str, denied: str) -> None:
    text = "WARSAW, May 3 - Vilnius said that Polish mortars had hit a school at Lazdijai on Tuesday, killing four. "
    found = report(text + answer).events[0].responsibility
    assert [one.actor and one.actor.text for one in found if one.stance == "denies"] == [denied]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("The army blamed the Tamil Tigers. The Tigers denied it.", ["ltte", "ltte"]),
        ("The army blamed the Bodo Liberation Tigers.", ["bodo-liberation-tigers"]),
    ],
)
def test_tigers_means_the_tamil_tigers_only_where_the_text_names_them(words: str, ids: list[str | None]) -> None:
    found = report(f"A mine killed six people on a bus near Vavuniya, Sri Lanka, on Monday. {words}").events
    assert [one.actor and one.actor.actor_id for event in found for one in event.responsibility] == ids


STATES = [
    "Gunmen attacked a police school in Quetta on Monday and killed nine recruits. Two of them blew themselves up and "
    "the third was shot dead by troops, a spokesman for the Frontier Corps said.",
    "Militants attacked a post near Quetta on Monday and killed nine recruits. Four attackers were shot dead by "
    "troops, the army said.",
    "Gunmen attacked a post near Quetta on Monday and killed nine recruits. The army said its troops had killed the "
    "last of them at noon.",
]


@pytest.mark.parametrize("text", STATES)
def test_a_force_that_kills_the_attackers_claims_no_attack(text: str) -> None:
    found = [(one.stance, event.kind) for event in report(text).events for one in event.responsibility]
    assert ("claims", "attack") not in found


def test_a_force_whose_strike_it_was_claims_it() -> None:
    text = "A school near Kadugli was bombed on Monday and nine pupils died. The army said its planes had hit it."
    (event,) = (event for event in report(text).events if event.kind == "attack")
    assert [one.stance for one in event.responsibility] == ["claims"]
