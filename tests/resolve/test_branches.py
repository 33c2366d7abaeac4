"""A part of a group told by the whole is that part; one that no record has stays open; a town's is the group itself."""

from datetime import date

import pytest
from tests.resolve.named import AUTHORITY, ids, page

from tocsin.model.text import Span
from tocsin.resolve.actors.context import Spoken
from tocsin.resolve.actors.linking import actors

TOLD = [
    ("the Khorasan branch of Islamic State", "Khorasan branch of Islamic State", "iskp"),
    ("Islamic State's Afghan chapter", "Islamic State's Afghan chapter", "iskp"),
    ("al-Qaeda's North African wing", "al-Qaeda's North African wing", "aqim"),
    ("al-Qaeda's branch in Yemen", "al-Qaeda's branch in Yemen", "aqap"),
    ("the Yemeni branch of the Islamic State", "Yemeni branch of the Islamic State", "is-yemen"),
    ("Islamic State's West African affiliate", "Islamic State's West African affiliate", "iswap"),
    ("Islamic State's Sinai Province", "Islamic State's Sinai Province", "is-sinai"),
    ("ISIS-Somalia", "ISIS-Somalia", "is-somalia"),
    ("the Provisional wing of the IRA", "Provisional wing of the IRA", "pira"),
    ("the Real wing of the IRA", "Real wing of the IRA", "real-ira"),
    ("the UDA's North Antrim unit", "UDA's North Antrim unit", "uda-north-antrim"),
    ("the Khorasan chapter of the caliphate", "Khorasan chapter of the caliphate", "iskp"),
    ("the caliphate's Sahel arm", "caliphate's Sahel arm", "is-sahel"),
    ("al-Qaeda's franchise in North Africa", "al-Qaeda's franchise in North Africa", "aqim"),
    ("the Yemen-based al-Qaeda affiliate", "Yemen-based al-Qaeda affiliate", "aqap"),
    ("the Islamic State affiliate active in Afghanistan", "Islamic State affiliate active in Afghanistan", "iskp"),
    ("the branch in Somalia of the Islamic State group", "branch in Somalia of the Islamic State group", "is-somalia"),
    ("the Pakistani Taliban's media wing", "Pakistani Taliban's media wing", "umar-media"),
    ("the Haqqani wing of the Taliban", "Haqqani wing of the Taliban", "haqqani-network"),
    ("the Iranian sister party of the PKK", "Iranian sister party of the PKK", "pjak"),
    ("al-Qaeda's East African affiliate", "al-Qaeda's East African affiliate", "al-shabaab"),
    (
        "the Boko Haram faction that has sworn loyalty to Islamic State",
        "Boko Haram faction that has sworn loyalty to Islamic State",
        "iswap",
    ),
    ("Hezbollah's television station", "Hezbollah's television station", "al-manar"),
    ("Islamic State's news agency", "Islamic State's news agency", "amaq"),
    ("the television station of the Houthis", "television station of the Houthis", "al-masirah"),
    ("the Official wing of the IRA", "Official wing of the IRA", "official-ira"),
    (
        "the military wing of the banned Islamic Salvation Front",
        "military wing of the banned Islamic Salvation Front",
        "ais-algeria",
    ),
    (
        "the armed wing of Algeria's Islamic Salvation Front",
        "armed wing of Algeria's Islamic Salvation Front",
        "ais-algeria",
    ),
    ("ZANU's guerrilla army", "ZANU's guerrilla army", "zanla"),
    ("the IS-aligned faction of Boko Haram", "IS-aligned faction of Boko Haram", "iswap"),
]

WHOLE = [
    ("Islamic State in Iraq lost ground", "Islamic State", "islamic-state"),
    ("Islamic State-linked militants in Mozambique", "Islamic State", "islamic-state"),
    ("the Boko Haram faction", "Boko Haram", "boko-haram"),
    ("an eight-man unit of Hamas", "Hamas", "hamas"),
    ("the armed wing of Hezbollah", "Hezbollah", "hezbollah"),
    ("Hezbollah's al-Ahd newspaper", "Hezbollah", "hezbollah"),
    ("the Taliban's southern front", "Taliban", "taliban"),
    ("the IDF's radio station", "IDF", "idf"),
    ("the Taliban division that fights", "Taliban", "taliban"),
]

NOBODY = [
    ("the overseas fund-raising branch of Hamas", "overseas fund-raising branch of Hamas"),
    ("a dissident wing of the NPFL", "dissident wing of the NPFL"),
    ("the breakaway faction of the Abu Sayyaf group", "breakaway faction of the Abu Sayyaf"),
    ("the renegade unit of the Lord's Resistance Army", "renegade unit of the Lord's Resistance Army"),
    ("the Andean wing of Islamic State", "Andean wing of Islamic State"),
    ("the IRA's political wing", "IRA's political wing"),
    ("Hezbollah's Kuwaiti wing", "Hezbollah's Kuwaiti wing"),
    ("the youth wing of the PKK", "youth wing of the PKK"),
    ("the local branch of Islamic State", "local branch of Islamic State"),
    ("the Turkish branch of Islamic State", "Turkish branch of Islamic State"),
    ("a splinter of the Taliban", "splinter of the Taliban"),
    ("the Shiite militant group's elite unit", "Shiite militant group's elite unit"),
    ("the Revolutionary Guards' foreign arm", "Revolutionary Guards' foreign arm"),
]

ANAPHORA = [
    ("Hamas mourned. The group's armed wing vowed revenge.", ("group's armed wing", "qassam-brigades")),
    ("Hamas mourned. Its military wing vowed revenge.", ("military wing", "qassam-brigades")),
    ("Islamic State was blamed. The jihadist group's Sahel arm agreed.", ("jihadist group's Sahel arm", "is-sahel")),
]

BESIDE = [
    "Al-Shabaab, the Somali branch of al-Qaeda, struck.",
    "Lakurawa, the Islamic State affiliate in Nigeria, struck.",
    "Al-Shabaab is an affiliate of al-Qaeda.",
    "The Valley front, a Sahel branch of Islamic State, struck.",
]


@pytest.mark.parametrize(("text", "words", "actor"), TOLD)
def test_a_part_told_by_the_whole_is_the_part(text: str, words: str, actor: str) -> None:
    assert ids(f"Police blamed {text}.") == [(words, actor)]


@pytest.mark.parametrize(("text", "words", "actor"), WHOLE)
def test_what_tells_no_part_leaves_the_parent(text: str, words: str, actor: str) -> None:
    found = ids(f"Police blamed {text}.")
    assert any(name.startswith(words) and got == actor for name, got in found) or found == [(words, actor)]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_a_part_that_no_record_has_stays_open(text: str, words: str) -> None:
    (actor,) = actors(page(f"A caller spoke for {text}."), AUTHORITY, None)
    assert (actor.text, actor.actor_id, actor.candidates) == (words, None, ())
    assert actor.doubt is not None


@pytest.mark.parametrize(("text", "part"), ANAPHORA)
def test_a_part_is_told_by_what_stands_for_the_whole(text: str, part: tuple[str, str]) -> None:
    assert part in ids(text)


@pytest.mark.parametrize("text", BESIDE)
def test_a_part_whose_own_name_stands_beside_leaves_the_parent(text: str) -> None:
    assert ids(text)[-1][1] in {"al-qaida", "islamic-state"}


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Islamic State's Congolese affiliate", {"adf", "iscap"}),
        ("al-Shabaab's radio", {"radio-al-furqan", "radio-andalus"}),
        ("a front of Jaish-e-Mohammed", {"kashmir-tigers", "paff"}),
    ],
)
def test_a_part_of_which_the_text_says_too_little_keeps_its_candidates(text: str, candidates: set[str]) -> None:
    (actor,) = actors(page(f"A caller spoke for {text}."), AUTHORITY, None)
    assert (actor.actor_id, set(actor.candidates)) == (None, candidates)


@pytest.mark.parametrize(("year", "actor"), [(2010, "oglaigh-na-heireann"), (2004, None)])
def test_a_splinter_is_told_by_the_year_in_which_it_left(year: int, actor: str | None) -> None:
    text = "A caller spoke for the Real IRA splinter which left a year ago."
    found = actors(page(text, published=date(year, 6, 1)), AUTHORITY, None)
    assert [one.actor_id for one in found] == [actor]


def test_the_branch_of_a_town_is_the_group_itself() -> None:
    text = "A caller spoke for the Mosul branch of Islamic State."
    at = text.index("Mosul")
    spoken = (Spoken(Span(at, at + 5), frozenset({"IQ"})),)
    found = [(one.text, one.actor_id) for one in actors(page(text), AUTHORITY, "IQ", spoken)]
    assert found == [("Islamic State", "islamic-state")]


def test_the_local_branch_is_that_of_the_country_of_which_the_text_tells() -> None:
    assert ids("Police blamed the local branch of Islamic State.", "AF") == [("local branch of Islamic State", "iskp")]


def test_the_part_of_a_part_is_told_by_that_part() -> None:
    text = "A caller spoke for the media arm of al-Qaeda's Yemeni branch."
    assert [(one.text, one.actor_id) for one in actors(page(text), AUTHORITY, None)] == [
        ("media arm of al-Qaeda's Yemeni branch", "al-malahem")
    ]


@pytest.mark.parametrize(("day", "actor"), [(date(2014, 6, 1), "hts"), (date(2005, 6, 1), None)])
def test_a_part_is_that_of_the_years_of_the_text(day: date, actor: str | None) -> None:
    (found,) = actors(page("A caller spoke for al-Qaeda's Syrian arm.", published=day), AUTHORITY, None)
    assert found.actor_id == actor
