"""Who is cleared of an act in words that only deny a tie, a sign or a belief, and what such words say of no act."""

import pytest
from tests.extract.responsibility.reading import Told, told

NO_PART = [
    ("The killing had nothing to do with the Taliban, the mayor said.", [("cleared", "taliban", "authority")]),
    ("This was not an ELN attack, the minister said.", [("cleared", "eln", "government")]),
    ("The president denied Hezbollah's role in the murder.", [("cleared", "hezbollah", "government")]),
    (
        "The judge said there was no evidence that the PKK leadership had any involvement in the murder.",
        [("cleared", "pkk", "authority")],
    ),
    ("Detectives said the explosion was not linked to the PKK.", [("cleared", "pkk", "authority")]),
    ("The army said the massacre was not the work of Boko Haram.", [("cleared", "boko-haram", "authority")]),
    ("The court ruled that the army bore no responsibility for the massacre.", [("cleared", "the army", "authority")]),
]

NOT_BELIEVED = [
    ("A judge rejected a claim by the ELN that it had carried out the raid.", [("cleared", "eln", "authority")]),
    ("Officials dismissed the Islamic State claim.", [("cleared", "islamic-state", "authority")]),
    ("The minister rejected al-Shabaab's claim of responsibility.", [("cleared", "al-shabaab", "government")]),
    ("The army called the accusation against the militia baseless.", [("cleared", "the militia", "authority")]),
    ("The prosecutor said that the ambush was no work of the PKK.", [("cleared", "pkk", "authority")]),
    (
        "There are no sufficient indications that Hezbollah had a hand in it, police said.",
        [("cleared", "hezbollah", "authority")],
    ),
]

OWN_SIDE = [
    ("The Greek embassy said that Greece had not carried out the attack.", [("denies", "Greece", "government")]),
    (
        "Peru's defence minister denied accusations that army troops had massacred nine farmers.",
        [("denies", "army troops", "government")],
    ),
    ("The French president said that Poland was not behind the attack.", [("cleared", "Poland", "government")]),
]

ACQUITTED = [
    ("A fourth was acquitted.", [("cleared", "fourth", "author")]),
    ("The tribunal acquitted three others in the bombing.", [("cleared", "three others", "authority")]),
    ("The court acquitted seven of the accused.", [("cleared", "seven", "authority")]),
    ("The tribunal acquitted one of the masterminds of the bombing.", [("cleared", "one", "authority")]),
]

NO_SIGN = [
    ("Detectives have found no link between the bombing and the PKK.", [("cleared", "pkk", "authority")]),
    ("Police saw no evidence of ELN involvement in the raid.", [("cleared", "eln", "authority")]),
    ("Police said there was no sign of a link to Hezbollah.", [("cleared", "hezbollah", "authority")]),
    ("The prosecutor played down any link to Hezbollah.", [("cleared", "hezbollah", "authority")]),
    (
        "There is nothing to suggest that al-Shabaab was involved, police said.",
        [("cleared", "al-shabaab", "authority")],
    ),
    ("Nothing indicates that the ELN was behind the raid, the minister said.", [("cleared", "eln", "government")]),
    (
        "Police said they had no reason to believe that the PKK was behind the raid.",
        [("cleared", "pkk", "authority")],
    ),
]

NO_BELIEF = [
    ("Police do not believe that Hamas carried out the attack.", [("cleared", "hamas", "authority")]),
    ("The governor doubts that the Maoists did it.", [("cleared", "the Maoists", "authority")]),
    ("Officials dismissed suggestions that the PKK was behind the attack.", [("cleared", "pkk", "authority")]),
    (
        "The ministry rejects reports that workers had carried out the attack.",
        [("cleared", "workers", "unknown")],
    ),
]

NONE = [
    "Hamas rejected the claim by Israel.",
    "Washington rejected Moscow's claim that the talks had failed.",
    "The rebels played a part in the talks, the minister said.",
    "Police said the man had no ties to international terrorist groups.",
    "The minister did not say that the Taliban had carried out the attack.",
    "Police have not confirmed that Hamas carried out the attack.",
    "Police could not prove that the PKK had carried out the attack.",
    "Officials said that the rebels had no link to al-Qaida.",
    "Hamas said that it had no links to Islamic State.",
    "The mayor rejected any link between Islam and terrorism.",
    "The court found that the army had paid the villagers.",
    "Police found no links between the gunman and any group.",
]

ASKED = [
    ("Prosecutors are investigating whether the ELN did it.", [("suspected", "eln", "authority")]),
    ("Police are trying to find out whether the PKK was behind the raid.", [("suspected", "pkk", "authority")]),
]

ONLY_ASKED = [
    "Asked whether the Taliban were behind the attack, the minister said that it was too early.",
    "The minister was asked whether Hamas had carried out the attack.",
    "Residents wonder whether the army did it.",
    "Police have yet to establish whether the Maoists did it.",
    "Police do not know whether Hamas carried out the attack.",
]


@pytest.mark.parametrize(("text", "expected"), [*NO_PART, *NO_SIGN, *NO_BELIEF])
def test_whoever_sees_no_tie_no_sign_or_does_not_believe_it_clears_the_party(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOT_BELIEVED)
def test_whoever_does_not_believe_a_claim_or_charge_clears_the_party(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), OWN_SIDE)
def test_a_government_denies_for_its_own_force_and_clears_another_state(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), ACQUITTED)
def test_who_is_acquitted_is_told_by_number_or_place_in_a_row_too(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_said_and_ties_between_parties_clear_and_accuse_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_whoever_inquires_whether_a_party_did_it_suspects_that_party(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ONLY_ASKED)
def test_a_question_alone_suspects_nobody(text: str) -> None:
    assert told(text) == []


def test_claims_that_may_be_of_numbers_clear_nobody_when_they_are_turned_away() -> None:
    found = told("The ministry dismissed the Taliban claims, saying that two soldiers had died in the attack.")
    assert ("cleared", "taliban", "government") not in found


@pytest.mark.parametrize(
    "text",
    [
        "The Interior Ministry rejected claims by a Baloch group that it carried out a bombing in Islamabad.",
        "The ministry rejected a claim by the rebels that they had carried out the bombing.",
        "A spokesman for the ministry dismissed the claim.",
    ],
)
def test_whoever_turns_away_the_claim_of_another_denies_nothing_of_his_own(text: str) -> None:
    assert [stance for stance, *_ in told(text) if stance == "denies"] == []


def test_whoever_turns_away_a_claim_that_he_did_it_denies() -> None:
    found = told("The army rejected claims that it had carried out the bombing.")
    assert found == [("denies", "The army", "authority")]
