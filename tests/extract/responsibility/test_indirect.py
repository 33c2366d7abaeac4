"""Blame, doubt, claims, denials and silence in indirect words, and what looks like them and is none."""

import pytest
from tests.extract.responsibility.reading import Told, told
from tests.pages import report

BLAME = [
    ("Officials were quick to point the finger at the Taliban.", [("accused", "taliban", "authority")]),
    ("The finger was pointed at the PKK within hours.", [("suspected", "pkk", "unknown")]),
    ("The police chief pointed an accusing finger at the Maoists.", [("accused", "the Maoists", "authority")]),
    (
        "Baghdad laid the blame for the bombing at the feet of Islamic State.",
        [("accused", "islamic-state", "government")],
    ),
    ("The bombing was laid at the door of the PKK.", [("accused", "pkk", "unknown")]),
    ("The Taliban stood accused of the bombing.", [("accused", "taliban", "unknown")]),
    ("The Taliban are held responsible by the government.", [("accused", "taliban", "government")]),
    ("The killings were blamed by villagers on Fulani herdsmen.", [("accused", "Fulani herdsmen", "witness")]),
    ("Moscow accused Kyiv of carrying out a drone attack on the market.", [("accused", "Kyiv", "government")]),
    (
        "The attacker has been identified as a member of Islamic State, the minister said.",
        [("accused", "islamic-state", "government")],
    ),
    ("The attackers belonged to Islamic State, the minister said.", [("accused", "islamic-state", "government")]),
    ("Rebels were to blame, the governor told reporters.", [("accused", "Rebels", "authority")]),
    ("Investigators had named the ELN by Friday.", [("accused", "eln", "authority")]),
    ("The rebels say that the army did it.", [("accused", "the army", "group")]),
    (
        "Residents say that it was soldiers who set fire to the houses.",
        [("accused", "soldiers", "witness")],
    ),
    ("The attack was reportedly carried out by the Taliban.", [("accused", "taliban", "unknown")]),
    ("The ambush was the latest violence blamed on JNIM.", [("accused", "jnim", "unknown")]),
    ("The general said that Hezbollah had a hand in the bombing.", [("accused", "hezbollah", "authority")]),
    ("Tehran blamed the US for the killing.", [("accused", "US", "government")]),
    ("Kyiv said that Moscow had staged the explosion.", [("accused", "Moscow", "government")]),
    ("Residents said that the junta had burned the houses.", [("accused", "the junta", "witness")]),
    ("Analysts said that the government had organised the attack.", [("accused", "the government", "expert")]),
    ("Activists said that government jets had bombed the bakery.", [("accused", "government", "witness")]),
    ("Dissident republicans have been blamed for the incident.", [("accused", "Dissident republicans", "unknown")]),
    ("The minister said that it was a Hezbollah attack.", [("accused", "hezbollah", "government")]),
    ("The mayor called the blast the handiwork of the ELN.", [("accused", "eln", "authority")]),
    ("Police blamed the PKK and not Hezbollah for the bombing.", [("accused", "pkk", "authority")]),
    (
        "Shopkeepers said that members of the security forces burned their stalls.",
        [("accused", "the security forces", "witness")],
    ),
    (
        "The attack was carried out by soldiers of two brigades that the M23 had shelled, monitors said.",
        [("accused", "soldiers", "expert")],
    ),
    ("The army spoke of an attack by the M23.", [("accused", "m23", "authority")]),
    ("The governor has no doubt that it was the work of al-Shabaab.", [("accused", "al-shabaab", "authority")]),
]

MUTUAL = [
    (
        "Ukraine and Russia accused each other of shelling the nuclear plant.",
        [("accused", "Russia", "government"), ("accused", "Ukraine", "government")],
    ),
    (
        "Rebels and pro-government forces blamed each other for the deaths.",
        [("accused", "Rebels", "authority"), ("accused", "pro-government forces", "group")],
    ),
    ("The two sides traded blame for the strike.", []),
]

DOUBT = [
    ("The attack carried the hallmarks of Islamic State.", [("suspected", "islamic-state", "author")]),
    ("It has all the marks of a Boko Haram raid.", [("suspected", "boko-haram", "author")]),
    ("Suspicion was quick to fall on Islamic State.", [("suspected", "islamic-state", "author")]),
    ("The police's thoughts turned to Abu Sayyaf.", [("suspected", "abu-sayyaf", "authority")]),
    ("Islamic State is the likeliest culprit, analysts say.", [("suspected", "islamic-state", "expert")]),
    ("Police said their main line of inquiry was the New IRA.", [("suspected", "new-ira", "authority")]),
    ("Gunmen believed to be from al-Shabaab attacked a bus.", [("suspected", "al-shabaab", "unknown")]),
    ("The killers are thought to belong to the Islamic State.", [("suspected", "islamic-state", "unknown")]),
    ("The police chief pointed to the ELN as the likely culprits.", [("suspected", "eln", "authority")]),
    ("The raids were carried out by suspected members of JNIM.", [("suspected", "jnim", "author")]),
    ("Extremists with links to Hezbollah are suspected of the raid.", [("suspected", "Extremists", "unknown")]),
    ("Detectives found evidence of PKK involvement in the murder.", [("suspected", "pkk", "authority")]),
    ("Officials linked the raid to JNIM.", [("suspected", "jnim", "authority")]),
    ("Evidence points to the involvement of Hezbollah.", [("suspected", "hezbollah", "author")]),
    ("Analysts see the hand of the Haqqani network in the attack.", [("suspected", "haqqani-network", "expert")]),
    (
        "Investigators have not ruled out the involvement of al-Qaida.",
        [("suspected", "al-qaida", "authority")],
    ),
    ("The police see Abu Sayyaf behind the bombing.", [("suspected", "abu-sayyaf", "authority")]),
    (
        "Detectives are working on the theory that the New IRA planted it.",
        [("suspected", "new-ira", "authority")],
    ),
    (
        "The prime minister said there were indications that the PKK had carried out the bombing.",
        [("suspected", "pkk", "government")],
    ),
    (
        "The attack has been linked to the Islamic State by investigators.",
        [("suspected", "islamic-state", "authority")],
    ),
    ("The secretary of state said the crash was likely Iran's doing.", [("suspected", "Iran", "government")]),
    (
        "Suspicion fell on the Tamil Tigers, who denied it.",
        [("suspected", "ltte", "author"), ("denies", "ltte", "group")],
    ),
]

CLAIMS = [
    (
        "The Israeli military, confirming the raid, said its target was a depot.",
        [("claims", "The Israeli military", "authority")],
    ),
    ("A missile fell near the runway. The Houthis owned to it.", [("claims", "houthis", "group")]),
    (
        "In a letter the ELN assumes before the people the death of the two guards.",
        [("claims", "eln", "group")],
    ),
    ("Islamic State said that the attacker was one of its own.", [("claims", "islamic-state", "group")]),
    ("Al-Shabaab said that the bomb was in revenge for a raid.", [("claims", "al-shabaab", "group")]),
    (
        "The defence ministry said that the air force had struck a school in the town.",
        [("claims", "the air force", "government")],
    ),
    ("The Taliban-claimed bombing killed nine.", [("claims", "taliban", "group")]),
    ("The claim, made by Islamic State on its channel, could not be verified.", [("claims", "islamic-state", "group")]),
    ("A claim in the name of Islamic State appeared on Monday.", [("claims", "islamic-state", "group")]),
    ("The Taliban boasted of the ambush on their website.", [("claims", "taliban", "group")]),
    ("JNIM took the credit.", [("claims", "jnim", "group")]),
    ("Islamic State said that it was the author of the raid.", [("claims", "islamic-state", "group")]),
    ("The caller said that the bomb had been planted by the Real IRA.", [("claims", "real-ira", "group")]),
    (
        "Amaq described the attacker as a soldier of the Islamic State.",
        [("claims", "islamic-state", "group")],
    ),
    (
        '"We regret the deaths," the Real IRA said in a statement admitting that it had planted the device.',
        [("claims", "real-ira", "group")],
    ),
    ("The coalition did not dispute that it had carried out the strike.", [("claims", "The coalition", "authority")]),
    ("The army conceded that its shells had fallen on the school.", [("claims", "The army", "authority")]),
]

DENIALS = [
    (
        "The military denied that any of its aircraft had been in the area.",
        [("denies", "The military", "authority")],
    ),
    ("The army maintained that none of its men had been anywhere near.", [("denies", "its men", "authority")]),
    ("The Taliban dismissed the accusation.", [("denies", "taliban", "group")]),
    ("Hezbollah rejected any link to the bombing.", [("denies", "hezbollah", "group")]),
    ("Tehran called the allegations baseless.", [("denies", "Tehran", "government")]),
    ("A spokesman for the M23 said the accusations were false.", [("denies", "m23", "group")]),
    ("The Pakistani Taliban denied participation.", [("denies", "ttp", "group")]),
    ("The TTP, the Pakistani Taliban, disowned the attack.", [("denies", "ttp", "group")]),
    ('"It was not us," a spokesman for the FARC told a radio station.', [("denies", "farc", "group")]),
    ("The ELN guerrillas say that the bomb was not their own.", [("denies", "eln", "group")]),
    (
        "Tehran, for its part, denied that it had anything to do with the drones.",
        [("denies", "Tehran", "government")],
    ),
]

SILENCE = [
    ("Hamas praised the killing without saying that it had had any part in it.", [("no_claim", "hamas", "author")]),
    ("As yet no group has put its name to the attack.", [("no_claim", None, "author")]),
    ("Nobody has owned to the bomb.", [("no_claim", None, "author")]),
    ("No claim had come by Tuesday evening.", [("no_claim", None, "author")]),
    ("None of the country's armed groups took responsibility.", [("no_claim", None, "author")]),
    ("Without a claim of responsibility, officials are guessing.", [("no_claim", None, "author")]),
    ("That attack has never been claimed.", [("no_claim", None, "author")]),
    ("The Houthis did not immediately acknowledge the attack.", [("no_claim", "houthis", "author")]),
]

NONE = [
    "The rebels said that the government had attacked the peace talks.",
    "The rebels spoke of the bombing and said that the government was hiding it.",
    "Police found evidence of contacts between the ELN and the mayor.",
    "Police said it was an attack on the Taliban.",
    "Police linked the man to the ELN.",
    "The activist was accused of crimes against the state.",
    "The raid was carried out by suspected herders.",
    "Asked if he believed that Hamas was behind the attack, the minister smiled.",
    "Hezbollah has been blamed for the deadliest attacks in the country's history.",
    "The ferry line has suffered similar attacks in the past, blamed on the ELN.",
    "Hezbollah praised the attack. The minister said that a domestic group was behind it.",
    "The army said that its men were in the area.",
    "The air force said that its target was to train nine pilots.",
    "The Taliban owned to nothing.",
    "The minister had named the Taliban delegates as guests.",
    "The army said it had killed 12 militants.",
    "The US military said it carried out an air strike that killed a senior al-Qaida leader.",
    "Troops killed two men believed to belong to al-Shabaab.",
    "The government denied a report that it had paid a ransom.",
    "The minister blamed the fire on a gas leak.",
    "The opposition accused the president of corruption.",
    "The Taliban claimed that they had opened a school.",
    "The rebels claimed to control the airport.",
    "The mayor blamed himself.",
    "Neither the army nor the rebels claimed responsibility.",
    "Both sides said that talks would go on.",
]


@pytest.mark.parametrize(("text", "expected"), [*BLAME, *MUTUAL, *DOUBT, *CLAIMS, *DENIALS, *SILENCE])
def test_indirect_words_give_each_stance_with_its_actor_and_the_kind_of_its_holder(
    text: str, expected: list[Told]
) -> None:
    assert sorted(told(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("text", NONE)
def test_other_charges_wishes_and_operations_are_no_stance_on_an_act(text: str) -> None:
    assert told(text) == []


def test_those_to_whom_something_is_suspected_to_have_been_done_are_no_suspects() -> None:
    (event,) = report(
        "Convoy ambushed\n\nRebels ambushed a convoy near Gao on Tuesday. Two aid workers are suspected to have been "
        "kidnapped."
    ).events

    assert event.responsibility == ()
