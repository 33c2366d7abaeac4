"""Who answers an accusation and for whom: the accused by a pronoun, a state for its troops, those who are no party."""

import pytest
from tests.extract.responsibility.reading import Told, told

ANSWERS = [
    (
        "The government held the ELN responsible for the blast, a charge it denied.",
        [("accused", "eln", "government"), ("denies", "eln", "group")],
    ),
    (
        "The ministry accused the M23 of the killings in Kor. It denied involvement.",
        [("accused", "m23", "government"), ("denies", "m23", "group")],
    ),
    (
        "Residents blamed soldiers for the killings, an accusation that the governor rejected.",
        [("accused", "soldiers", "witness"), ("cleared", "soldiers", "authority")],
    ),
    (
        "The mayor denied that police had fired on the crowd.",
        [("cleared", "police", "authority")],
    ),
    (
        "Chad denied that its troops had shelled the village.",
        [("denies", "its troops", "government")],
    ),
    (
        "Chad denied it and said that its soldiers had not opened fire.",
        [("denies", "its soldiers", "government")],
    ),
    (
        '"We are denying responsibility," a Taliban spokesman wrote.',
        [("denies", "taliban", "group")],
    ),
    (
        '"This blast has nothing to do with us," the Taliban said in a statement.',
        [("denies", "taliban", "group")],
    ),
    (
        "The government denied accusations by lawyers that the army had killed the farmers.",
        [("denies", "The government", "government")],
    ),
    (
        "The army denies accusations that soldiers carried out the killings, the minister said.",
        [("denies", "The army", "authority")],
    ),
    (
        '"We had nothing to do with the blast," a Taliban spokesman said.',
        [("denies", "taliban", "group")],
    ),
]

IDLE = [
    "Ukraine's air force said that it had shot down nine of the missiles.",
    "The ELN acknowledged the killing of its commander.",
    "The army acknowledged the ambush.",
    "The last two blasts in Kabul were claimed by Islamic State.",
    "The army said that rebels had killed 12 farmers. It denied losing a helicopter.",
    "The foreign ministry rejected that as interference.",
    "The army dismissed claims by the rebels that they had killed 30 soldiers.",
    "The group withdrew its statement on the talks.",
    "The army said that its planes had hit a depot of the M23.",
    "The food had come from Russian shops, the mayor said.",
    "The school belonged to the Taliban, the governor said.",
]

CLAIMS = [
    ("The Taliban said that it was revenge for the killing of a leader.", [("claims", "taliban", "group")]),
    (
        "The TTP denied involvement but later acknowledged the bombing.",
        [("claims", "ttp", "group"), ("denies", "ttp", "group")],
    ),
    ("The rebels said that they had shot down a helicopter.", [("claims", "The rebels", "group")]),
    (
        "The Taliban said in a statement sent to reporters that they had carried out the attack.",
        [("claims", "taliban", "group")],
    ),
    (
        "The rocket attack on the embassy was claimed on Thursday by Hezbollah.",
        [("claims", "hezbollah", "group")],
    ),
    (
        "An al-Qaida affiliate has claimed responsibility for the bombing.",
        [("claims", "al-Qaida affiliate", "group")],
    ),
    (
        "The ELN took responsibility for the bombing on Monday and then took the claim back.",
        [("claims", "eln", "group"), ("retracted", "eln", "group")],
    ),
    (
        "A caller told the radio that Hezbollah had no part in the bombing.",
        [("denies", "hezbollah", "group")],
    ),
]

DROPPED = [
    ("The ELN said that neither it nor its allies took part in the bombing.", [("denies", "eln", "group")]),
    ("The Houthis rejected this as a fabrication.", [("denies", "houthis", "group")]),
    ("The minister withdrew the accusation against the ELN.", [("retracted", "eln", "government")]),
    ("Iran was accused by a minister of knowing about the truck.", []),
    ("Detectives say that no evidence links the ELN to the bombing.", [("cleared", "eln", "authority")]),
    ("There is no evidence that Islamic State was behind the bombing.", [("cleared", "islamic-state", "author")]),
    ("Police no longer suspect the ELN of the bombing.", [("retracted", "eln", "authority")]),
    ("No evidence links the drug to the deaths.", []),
    ("There is no evidence that the rockets came from Yemen.", []),
    ("Police no longer believe that the road is safe.", []),
]

BLAME = [
    ("The army said that the fire had come from Ukrainian positions.", [("accused", "Ukrainian", "authority")]),
    ("The minister said that the crash was likely Iran's doing.", [("suspected", "Iran", "government")]),
    ("The shells had come from Russian positions, the mayor said.", [("accused", "Russian", "authority")]),
    ("The attackers belonged to al-Shabaab, the governor said.", [("accused", "al-shabaab", "authority")]),
    (
        "The evidence indicates that al-Shabaab was behind the blast, the minister said.",
        [("suspected", "al-shabaab", "government")],
    ),
    ("Farmers blamed a local gang, Los Primos, for the killings.", [("accused", "Los Primos", "unknown")]),
    ("After soldiers shot men in a mosque, preachers told the story for months.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*ANSWERS, *CLAIMS, *DROPPED, *BLAME])
def test_whoever_answers_or_claims_is_told_by_word_pronoun_or_own_people(text: str, expected: list[Told]) -> None:
    assert sorted(told(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("text", IDLE)
def test_what_is_said_of_other_things_or_of_armed_men_is_no_stance(text: str) -> None:
    assert [stance for stance in told(text) if stance[0] != "accused"] == []
