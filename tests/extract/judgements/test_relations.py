"""Ties that a text states between groups, outlets, leaders, places and states, and those that it does not."""

import pytest
from tests.pages import report

from tocsin.model.record import Relation

LEAD = "Gunmen attacked a village near Gubio on Tuesday, killing nine people.\n\n"

STATED = [
    ("Amaq, the news agency of Islamic State, carried the claim.", "amaq", "media_arm_of", "islamic-state"),
    ("Islamic State's Amaq news agency carried the claim.", "amaq", "media_arm_of", "islamic-state"),
    ("Islamic State claimed the attack through its outlet Amaq.", "amaq", "media_arm_of", "islamic-state"),
    ("Al-Shabaab, which is linked to al-Qaida, denied it.", "al-shabaab", "ally_of", "al-qaida"),
    ("The al-Qaida-linked al-Shabaab denied it.", "al-shabaab", "ally_of", "al-qaida"),
    ("Al-Shabaab, an affiliate of al-Qaida, denied it.", "al-shabaab", "branch_of", "al-qaida"),
    ("Boko Haram pledged allegiance to Islamic State in 2015.", "boko-haram", "ally_of", "islamic-state"),
    ("Abu Sayyaf, which swore loyalty to Islamic State, denied it.", "abu-sayyaf", "ally_of", "islamic-state"),
    ("Al-Shabaab, an ally of al-Qaida, denied it.", "al-shabaab", "ally_of", "al-qaida"),
    ("Islamic State is a rival of the Taliban.", "islamic-state", "hostile_to", "taliban"),
    ("Al-Shabaab and Islamic State have fought each other for years.", "al-shabaab", "hostile_to", "islamic-state"),
    ("Boko Haram is based in northeastern Nigeria.", "boko-haram", "active_in", "Nigeria"),
    ("Abu Sayyaf, which has its strongholds in Sulu, denied it.", "abu-sayyaf", "active_in", "Sulu"),
    ("Al-Shabaab frequently carries out attacks in Mogadishu.", "al-shabaab", "active_in", "Mogadishu"),
    ("Al-Shabaab controls parts of southern Somalia.", "al-shabaab", "active_in", "Somalia"),
    ("Boko Haram has waged an insurgency in Nigeria since 2009.", "boko-haram", "active_in", "Nigeria"),
    ("Pakistan accused India of backing the Baloch Liberation Army.", "Pakistan", "accuses", "India"),
    ("Somalia has accused Eritrea of arming the rebels.", "Somalia", "accuses", "Eritrea"),
    ("Kabul accuses Pakistan of harbouring the militants.", "Kabul", "accuses", "Pakistan"),
    ("Islamic State's East Asia Province claimed it.", "is-east-asia", "province_of", "islamic-state"),
    ("Abimael Guzman, founder of the Shining Path, was held.", "Abimael Guzman", "leader_of", "shining-path"),
    ("Al-Qaida's leader, Ayman al-Zawahiri, made a speech.", "Ayman al-Zawahiri", "leader_of", "al-qaida"),
    ("Al-Shabaab is led by Ahmed Diriye.", "Ahmed Diriye", "leader_of", "al-shabaab"),
    (
        "The New People's Army, the armed wing of the Communist Party of the Philippines, denied it.",
        "npa",
        "branch_of",
        "Communist Party of the Philippines",
    ),
    ("Ayman al-Zawahiri, al-Qaida's leader, made a speech.", "Ayman al-Zawahiri", "leader_of", "al-qaida"),
    ("Al-Qaida leader Ayman al-Zawahiri made a speech.", "Ayman al-Zawahiri", "leader_of", "al-qaida"),
    (
        "Hassan Nasrallah, the secretary general of Hezbollah, made a speech.",
        "Hassan Nasrallah",
        "leader_of",
        "hezbollah",
    ),
    ("Iyad Ag Ghali heads JNIM.", "Iyad Ag Ghali", "leader_of", "jnim"),
    ("Joseph Kony, who leads the Lord's Resistance Army, is in hiding.", "Joseph Kony", "leader_of", "lra"),
    ("Boko Haram denied it. Its leader, Abubakar Shekau, was not seen.", "Abubakar Shekau", "leader_of", "boko-haram"),
    ("JNIM, the al-Qaida affiliate in the region, denied it.", "jnim", "branch_of", "al-qaida"),
    ("JNIM, al-Qaida's branch in the Sahel, denied it.", "jnim", "branch_of", "al-qaida"),
    ("Al-Qaida's branch in Somalia, al-Shabaab, denied it.", "al-shabaab", "branch_of", "al-qaida"),
    ("Ansar Dine is part of JNIM.", "ansar-dine", "branch_of", "jnim"),
    (
        "Abu Sayyaf, an alliance of small factions, swore allegiance to Islamic State in 2014.",
        "abu-sayyaf",
        "ally_of",
        "islamic-state",
    ),
    ("Abu Sayyaf has pledged its loyalty to Islamic State.", "abu-sayyaf", "ally_of", "islamic-state"),
    ("In 2015 Boko Haram gave an oath of allegiance to Islamic State.", "boko-haram", "ally_of", "islamic-state"),
    ("The Houthis, who are aligned with Iran, denied it.", "houthis", "ally_of", "Iran"),
    ("Hezbollah is an ally of Syria.", "hezbollah", "ally_of", "Syria"),
    ("The Balochistan Liberation Army is believed to operate from Afghanistan.", "bla", "active_in", "Afghanistan"),
    ("Boko Haram operates mainly in Borno and around Lake Chad.", "boko-haram", "active_in", "Borno"),
    ("Al-Shabaab has long had a presence in Kenya.", "al-shabaab", "active_in", "Kenya"),
    (
        "The Allied Democratic Forces have been active in eastern Congo for two decades.",
        "adf",
        "active_in",
        "Democratic Republic of the Congo",
    ),
    ("Islamic State's magazine al-Naba accused the Taliban of serving America.", "islamic-state", "accuses", "taliban"),
    ("Islamic State accuses the Taliban of protecting Shias.", "islamic-state", "accuses", "taliban"),
    ("The Taliban and Islamic State are sworn enemies.", "taliban", "hostile_to", "islamic-state"),
    ("The Taliban have been fighting Islamic State for years.", "taliban", "hostile_to", "islamic-state"),
    ("Islamic State denounced the Taliban as apostates.", "islamic-state", "hostile_to", "taliban"),
    ("Mali accused Algeria of sheltering the militants.", "Mali", "accuses", "Algeria"),
    ("Ethiopia's government said that Eritrea was training the rebels.", "Government (Ethiopia)", "accuses", "Eritrea"),
    ("Islamabad says that New Delhi funds the Baloch separatists.", "Islamabad", "accuses", "New Delhi"),
    ("As-Sahab, al-Qaida's media wing, released it.", "as-sahab", "media_arm_of", "al-qaida"),
    ("The Sahel branch of Islamic State claimed it.", "is-sahel", "branch_of", "islamic-state"),
    ("Islamic State's West Africa Province (ISWAP) claimed it.", "iswap", "province_of", "islamic-state"),
]

SILENT = [
    "Boko Haram and Islamic State were both named by the police.",
    "Al-Shabaab claimed the attack in Mogadishu.",
    "The army blamed Boko Haram for the attack.",
    "Pakistan accused the Taliban of killing nine people.",
    "Boko Haram attacked Gubio on Tuesday.",
    "Islamic State published the claim on Telegram.",
    "A former leader of al-Qaida died in 2011.",
    "Soldiers fought Boko Haram near Gubio on Tuesday.",
    "The pro-Islamic State group linked to JNIM posted it.",
    "Islamic State's War Committee met.",
    "The brother of al-Qaida's leader was held.",
    "Al-Qaida's deputy leader in Yemen was killed.",
    "Boko Haram fighters met Islamic State envoys.",
    "The mayor of Jos accused Nigeria of neglect.",
    "Al-Shabaab attacked a hotel in Kenya.",
    "Iran's president praised Hezbollah.",
    "Israel accused Hezbollah of firing rockets.",
    "The Taliban denied links to al-Qaida.",
    "Mary Johnson, leader of the village choir, fled from Boko Haram.",
]


def ties(sentence: str) -> list[Relation]:
    return [one for one in report(LEAD + sentence).relations if one.span.start >= len(LEAD)]


def ends(one: Relation) -> tuple[str, str, str]:
    subject = one.subject.actor_id or one.subject.name
    return subject, one.relation, getattr(one.object, "actor_id", None) or one.object.name


@pytest.mark.parametrize(("sentence", "subject", "relation", "thing"), STATED)
def test_a_stated_tie_is_read(sentence: str, subject: str, relation: str, thing: str) -> None:
    assert (subject, relation, thing) in [ends(one) for one in ties(sentence)]


@pytest.mark.parametrize("sentence", SILENT)
def test_no_tie_is_read_into_names_that_stand_together(sentence: str) -> None:
    assert [ends(one) for one in ties(sentence)] == []


def test_the_group_stands_for_the_one_named_last() -> None:
    (one,) = ties("Boko Haram denied it. The group is based in Nigeria.")
    assert ends(one) == ("boko-haram", "active_in", "Nigeria")


def test_hedges_are_kept() -> None:
    (one,) = ties("Boko Haram, which is believed to be allied with Islamic State, denied it.")
    assert (one.relation, one.factuality) == ("ally_of", "PR+")


def test_an_accusation_is_held_by_its_accuser() -> None:
    (one,) = ties("Pakistan accused India of backing the Baloch Liberation Army.")
    assert one.holder.text == "Pakistan"


def test_a_tie_told_twice_is_kept_once() -> None:
    found = ties("Al-Shabaab, an ally of al-Qaida, denied it. Al-Shabaab is an ally of al-Qaida.")
    assert len(found) == 1
