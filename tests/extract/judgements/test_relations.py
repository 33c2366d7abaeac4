"""Ties that a text states between groups, outlets, leaders, places and states, and those that it does not."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest
from tests.extract.judgements.judged import LEAD
from tests.pages import report

from tocsin.model.record import Relation, RelationType


class Tie(NamedTuple):
    """A sentence, and the two ends of the relation that it states: an actor's id, else the name."""

    sentence: str
    subject: str
    object: str


STATED: Mapping[RelationType, tuple[Tie, ...]] = {
    "province_of": (
        Tie("Islamic State's East Asia Province claimed it.", "is-east-asia", "islamic-state"),
        Tie("Islamic State's West Africa Province (ISWAP) claimed it.", "iswap", "islamic-state"),
    ),
    "branch_of": (
        Tie("Al-Shabaab, an affiliate of al-Qaida, denied it.", "al-shabaab", "al-qaida"),
        Tie(
            "The New People's Army, the armed wing of the Communist Party of the Philippines, denied it.",
            "npa",
            "Communist Party of the Philippines",
        ),
        Tie("JNIM, the al-Qaida affiliate in the region, denied it.", "jnim", "al-qaida"),
        Tie("JNIM, al-Qaida's branch in the Sahel, denied it.", "jnim", "al-qaida"),
        Tie("Al-Qaida's branch in Somalia, al-Shabaab, denied it.", "al-shabaab", "al-qaida"),
        Tie("Ansar Dine is part of JNIM.", "ansar-dine", "jnim"),
        Tie("The Sahel branch of Islamic State claimed it.", "is-sahel", "islamic-state"),
        Tie("Islamic State's Sahel branch claimed it.", "is-sahel", "islamic-state"),
        Tie("Islamic State's Egyptian affiliate claimed it.", "is-sinai", "islamic-state"),
        Tie("The Revolutionary Guard Corps (IRGC), which includes the Quds Force, denied it.", "quds-force", "irgc"),
        Tie("The HPG, the armed wing of the PKK, denied it.", "hpg", "pkk"),
        Tie("Ansaru, an offshoot of the Nigeria-based Boko Haram, denied it.", "ansaru", "boko-haram"),
        Tie("The PKK was blamed. The Kurdistan Freedom Falcons, an offshoot, denied it.", "tak", "pkk"),
    ),
    "media_arm_of": (
        Tie("Amaq, the news agency of Islamic State, carried the claim.", "amaq", "islamic-state"),
        Tie("Islamic State's Amaq news agency carried the claim.", "amaq", "islamic-state"),
        Tie("Islamic State claimed the attack through its outlet Amaq.", "amaq", "islamic-state"),
        Tie("As-Sahab, al-Qaida's media wing, released it.", "as-sahab", "al-qaida"),
        Tie(
            "JNIM, an alliance loyal to al-Qaida, claimed the raid in a statement by its outlet al-Zallaqa.",
            "az-zallaqa",
            "jnim",
        ),
        Tie("Islamic State said through its Amaq news agency that it had planted the bomb.", "amaq", "islamic-state"),
        Tie("Al-Shabaab denied it through its radio station, al-Andalus.", "al-Andalus", "al-shabaab"),
        Tie("Al-Naba, the weekly of Islamic State, carried an editorial.", "al-naba", "islamic-state"),
    ),
    "front_of": (
        Tie("The minister described the Kurdistan Freedom Falcons as a front and proxy of the PKK.", "tak", "pkk"),
    ),
    "leader_of": (
        Tie("Abimael Guzman, founder of the Shining Path, was held.", "Abimael Guzman", "shining-path"),
        Tie("Al-Qaida's leader, Ayman al-Zawahiri, made a speech.", "Ayman al-Zawahiri", "al-qaida"),
        Tie("Al-Shabaab is led by Ahmed Diriye.", "Ahmed Diriye", "al-shabaab"),
        Tie("Ayman al-Zawahiri, al-Qaida's leader, made a speech.", "Ayman al-Zawahiri", "al-qaida"),
        Tie("Al-Qaida leader Ayman al-Zawahiri made a speech.", "Ayman al-Zawahiri", "al-qaida"),
        Tie("Hassan Nasrallah, the secretary general of Hezbollah, made a speech.", "Hassan Nasrallah", "hezbollah"),
        Tie("Iyad Ag Ghali heads JNIM.", "Iyad Ag Ghali", "jnim"),
        Tie("Joseph Kony, who leads the Lord's Resistance Army, is in hiding.", "Joseph Kony", "lra"),
        Tie("Boko Haram denied it. Its leader, Abubakar Shekau, was not seen.", "Abubakar Shekau", "boko-haram"),
    ),
    "ally_of": (
        Tie("Al-Shabaab, which is linked to al-Qaida, denied it.", "al-shabaab", "al-qaida"),
        Tie("The al-Qaida-linked al-Shabaab denied it.", "al-shabaab", "al-qaida"),
        Tie("Boko Haram pledged allegiance to Islamic State in 2015.", "boko-haram", "islamic-state"),
        Tie("Abu Sayyaf, which swore loyalty to Islamic State, denied it.", "abu-sayyaf", "islamic-state"),
        Tie("Al-Shabaab, an ally of al-Qaida, denied it.", "al-shabaab", "al-qaida"),
        Tie(
            "Abu Sayyaf, an alliance of small factions, swore allegiance to Islamic State in 2014.",
            "abu-sayyaf",
            "islamic-state",
        ),
        Tie("Abu Sayyaf has pledged its loyalty to Islamic State.", "abu-sayyaf", "islamic-state"),
        Tie("In 2015 Boko Haram gave an oath of allegiance to Islamic State.", "boko-haram", "islamic-state"),
        Tie("The Houthis, who are aligned with Iran, denied it.", "houthis", "Iran"),
        Tie("Hezbollah is an ally of Syria.", "hezbollah", "Syria"),
        Tie("Boko Haram and Ansaru are allies.", "boko-haram", "ansaru"),
    ),
    "hostile_to": (
        Tie("Islamic State is a rival of the Taliban.", "islamic-state", "taliban"),
        Tie("Al-Shabaab and Islamic State have fought each other for years.", "al-shabaab", "islamic-state"),
        Tie("The Taliban and Islamic State are sworn enemies.", "taliban", "islamic-state"),
        Tie("The Taliban have been fighting Islamic State for years.", "taliban", "islamic-state"),
        Tie("Islamic State denounced the Taliban as apostates.", "islamic-state", "taliban"),
        Tie("The Taliban's most formidable rival is Islamic State Khorasan.", "iskp", "taliban"),
        Tie("Ansaru has condemned Boko Haram, whom it accuses of killing Muslims.", "ansaru", "boko-haram"),
    ),
    "active_in": (
        Tie("Boko Haram is based in northeastern Nigeria.", "boko-haram", "Nigeria"),
        Tie("Abu Sayyaf, which has its strongholds in Sulu, denied it.", "abu-sayyaf", "Sulu"),
        Tie("Al-Shabaab frequently carries out attacks in Mogadishu.", "al-shabaab", "Mogadishu"),
        Tie("Al-Shabaab controls parts of southern Somalia.", "al-shabaab", "Somalia"),
        Tie("Boko Haram has waged an insurgency in Nigeria since 2009.", "boko-haram", "Nigeria"),
        Tie("The Balochistan Liberation Army is believed to operate from Afghanistan.", "bla", "Afghanistan"),
        Tie("Boko Haram operates mainly in Borno and around Lake Chad.", "boko-haram", "Borno"),
        Tie("Al-Shabaab has long had a presence in Kenya.", "al-shabaab", "Kenya"),
        Tie(
            "The Allied Democratic Forces have been active in eastern Congo for two decades.",
            "adf",
            "Democratic Republic of the Congo",
        ),
        Tie("ISWAP, whose stronghold is on the edge of Lake Chad, denied it.", "iswap", "Lake Chad"),
    ),
    "accuses": (
        Tie("Pakistan accused India of backing the Baloch Liberation Army.", "Pakistan", "India"),
        Tie("Somalia has accused Eritrea of arming the rebels.", "Somalia", "Eritrea"),
        Tie("Kabul accuses Pakistan of harbouring the militants.", "Kabul", "Pakistan"),
        Tie("Islamic State's magazine al-Naba accused the Taliban of serving America.", "islamic-state", "taliban"),
        Tie("Islamic State accuses the Taliban of protecting Shias.", "islamic-state", "taliban"),
        Tie("Mali accused Algeria of sheltering the militants.", "Mali", "Algeria"),
        Tie("Ethiopia's government said that Eritrea was training the rebels.", "Government (Ethiopia)", "Eritrea"),
        Tie("Islamabad says that New Delhi funds the Baloch separatists.", "Islamabad", "New Delhi"),
        Tie("The Taliban denied it. According to the governor, the Taliban are armed by Iran.", "the governor", "Iran"),
    ),
}

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
    "The late al-Qaida leader Osama bin Laden was mentioned.",
    "Osama bin Laden founded al-Qaida.",
    "The coalition and the Taliban are allied with nobody.",
    "The Pakistan-based group denied it.",
    "Boko Haram denied it. The front page of the newspaper was part of the display.",
    "According to a baker, Boko Haram are funded by Chad.",
]


def ties(sentence: str) -> list[Relation]:
    """Return the relations of a sentence that follows news of an attack."""
    return [one for one in report(LEAD + sentence).relations if one.span.start >= len(LEAD)]


def ends(one: Relation) -> tuple[str, str, str]:
    """Return a relation with both ends by id, else by name."""
    subject = one.subject.actor_id or one.subject.name
    return subject, one.relation, getattr(one.object, "actor_id", None) or one.object.name


@pytest.mark.parametrize(
    ("relation", "tie"), [(relation, tie) for relation, stated in STATED.items() for tie in stated]
)
def test_a_stated_tie_is_read(relation: RelationType, tie: Tie) -> None:
    assert (tie.subject, relation, tie.object) in [ends(one) for one in ties(tie.sentence)]


@pytest.mark.parametrize("sentence", SILENT)
def test_no_tie_is_read_into_names_that_stand_together(sentence: str) -> None:
    assert [ends(one) for one in ties(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "holder", "factuality", "words"),
    [
        ("Al-Shabaab, an ally of al-Qaida, denied it.", None, "CT+", "Al-Shabaab, an ally of al-Qaida"),
        ("An analyst said that Boko Haram and Ansaru are allies.", "An analyst", "CT+", "are allies"),
        ("Boko Haram, which is believed to be allied with Islamic State, denied it.", None, "PR+", None),
        ("Officials say that the Kurdistan Freedom Falcons may be a front for the PKK.", "Officials", "PS+", None),
        ("Pakistan accused India of backing the Baloch Liberation Army.", "Pakistan", "CT+", None),
    ],
)
def test_a_tie_has_its_holder_its_hedge_and_its_words(
    sentence: str, holder: str | None, factuality: str, words: str | None
) -> None:
    (one,) = ties(sentence)

    assert (one.holder.text, one.factuality) == (holder, factuality)
    assert words is None or one.quote == words


def test_the_group_stands_for_the_one_named_last() -> None:
    (one,) = ties("Boko Haram denied it. The group is based in Nigeria.")

    assert ends(one) == ("boko-haram", "active_in", "Nigeria")


@pytest.mark.parametrize(
    "sentence",
    [
        "Al-Shabaab, an ally of al-Qaida, denied it. Al-Shabaab is an ally of al-Qaida.",
        "Boko Haram is a rival of ISWAP. ISWAP is a rival of Boko Haram.",
    ],
)
def test_a_tie_told_twice_is_kept_once(sentence: str) -> None:
    assert len(ties(sentence)) == 1
