"""A part that broke away, is kept, or is one of several is never taken for the whole; what is no part is the whole."""

from datetime import date

import pytest
from tests.resolve.named import AUTHORITY, page

from tocsin.model.text import Span
from tocsin.resolve.actors.context import Spoken
from tocsin.resolve.actors.linking import actors

NOBODY = [
    ("a branch of Islamic State in the city", "branch of Islamic State"),
    ("an offshoot of the Lashkar-e-Taiba", "offshoot of the Lashkar-e-Taiba"),
    ("a splinter group of the Free Syrian Army", "splinter group of the Free Syrian Army"),
    ("a breakaway group from the Lord's Resistance Army", "breakaway group from the Lord's Resistance Army"),
    ("a dissident current within the Shining Path", "dissident current within the Shining Path"),
    ("Shining Path's dissident current", "Shining Path's dissident current"),
    ("a group that broke away from the Khmer Rouge", "group that broke away from the Khmer Rouge"),
    ("Hamas student wing", "Hamas student wing"),
    ("the naval wing of the Moro Islamic Liberation Front", "naval wing of the Moro Islamic Liberation Front"),
    ("the larger half of the Abu Nidal Organization", "larger half of the Abu Nidal Organization"),
    ("the hit squad that ETA keeps in Madrid", "hit squad that ETA"),
    ("the unit which the LTTE ran abroad", "unit which the LTTE"),
    ("Somali and Yemeni affiliates of Boko Haram", "Yemeni affiliates of Boko Haram"),
    ("the youth organisation of ETA", "youth organisation of ETA"),
    ("ETA's political front", "ETA's political front"),
    ("the Islamic Courts Union's armed youth wing", "Islamic Courts Union's armed youth wing"),
    ("Hezbollah's Syrian wing", "Hezbollah's Syrian wing"),
    ("the offshoots of Boko Haram", "offshoots of Boko Haram"),
    ("an AQAP affiliate", "AQAP affiliate"),
    ("a dissident front of the Shining Path", "dissident front of the Shining Path"),
    ("the Abu Sayyaf faction led by a butcher", "Abu Sayyaf faction"),
    ("the Ugandan affiliate of Al-Shabaab", "Ugandan affiliate of Al-Shabaab"),
]

WHOLE = [
    ("the outlawed, Gaza-based, Iran-backed Hamas", "hamas"),
    ("the group of fighters that Hamas armed", "hamas"),
    ("half of Boko Haram's fighters", "boko-haram"),
    ("half of the gunmen of Boko Haram", "boko-haram"),
    ("a current member of the PKK", "pkk"),
    ("the PKK's current leader", "pkk"),
    ("a squad of the Khmer Rouge", "khmer-rouge"),
    ("an LTTE hit squad", "ltte"),
    ("the Khmer Rouge army", "khmer-rouge"),
    ("remnants of the Shining Path", "shining-path"),
    ("the division that the Taliban ambushed", "taliban"),
    ("cells of the Taliban", "taliban"),
    ("factions of the Taliban", "taliban"),
    ("the AQAP faction", "aqap"),
]

SEVERAL = [
    ("a wing of the MFDC", {"mfdc-front-nord", "mfdc-front-sud"}),
    ("one of the wings of the MFDC", {"mfdc-front-nord", "mfdc-front-sud"}),
    ("warring factions of the MFDC", {"mfdc-front-nord", "mfdc-front-sud"}),
    ("the two halves of the ULIMO", {"ulimo-j", "ulimo-k"}),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_a_part_that_no_record_has_is_not_the_whole(text: str, words: str) -> None:
    (actor,) = actors(page(f"A caller spoke for {text}."), AUTHORITY, None)
    assert (actor.text, actor.actor_id, actor.candidates) == (words, None, ())


@pytest.mark.parametrize(("text", "actor"), WHOLE)
def test_what_only_modifies_a_group_or_tells_its_men_is_the_group(text: str, actor: str) -> None:
    assert [one.actor_id for one in actors(page(f"A caller spoke for {text}."), AUTHORITY, None)] == [actor]


@pytest.mark.parametrize(("text", "candidates"), SEVERAL)
def test_a_part_that_may_be_any_of_several_keeps_them_as_candidates(text: str, candidates: set[str]) -> None:
    (actor,) = actors(page(f"A caller spoke for {text}."), AUTHORITY, None)
    assert (actor.actor_id, set(actor.candidates)) == (None, candidates)


@pytest.mark.parametrize(
    ("text", "year", "country", "actor"),
    [
        ("the breakaway MILF faction", 2012, "PH", "biff"),
        ("the breakaway MILF faction", 2012, "TH", None),
        ("the breakaway MILF faction", 2006, "PH", None),
        ("the breakaway MILF faction", 2022, "PH", None),
        ("a breakaway MILF faction", 2012, "PH", None),
        ("Boko Haram's splinter faction", 2017, "NG", "iswap"),
        ("the faction that broke away from the NPFL", 1990, "LR", "inpfl"),
        ("LURD's younger offshoot", 2003, "LR", "model-liberia"),
    ],
)
def test_the_only_recorded_splinter_is_meant_soon_after_it_left_and_where_it_is(
    text: str, year: int, country: str, actor: str | None
) -> None:
    (found,) = actors(page(f"A caller spoke for {text}.", published=date(year, 8, 1)), AUTHORITY, country)
    assert found.actor_id == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("the Afghan affiliate of the so-called Islamic State", "iskp"),
        ("the Yemeni branch of the Iraq-based Islamic State", "is-yemen"),
        ("the armed wing of the Palestinian movement Hamas", "qassam-brigades"),
        ("the Al-Shabaab faction loyal to Islamic State", "is-somalia"),
        ("the Islamic State Somalia branch", "is-somalia"),
    ],
)
def test_words_before_the_name_of_the_whole_or_of_another_group_leave_the_part(text: str, actor: str) -> None:
    (found,) = actors(page(f"A caller spoke for {text}."), AUTHORITY, None)
    assert found.actor_id == actor


def test_a_unit_of_a_place_in_the_own_country_of_the_whole_is_the_whole() -> None:
    text = "A caller spoke for the Ulster unit of the UVF."
    at = text.index("Ulster")
    spoken = (Spoken(Span(at, at + 6), frozenset({"GB"})),)
    assert [one.actor_id for one in actors(page(text), AUTHORITY, "GB", spoken)] == ["uvf"]


def test_a_branch_in_the_own_country_of_the_whole_is_the_only_one_that_is_recorded_there() -> None:
    text = "A caller spoke for Ansar Dine's branch in central Mali."
    (found,) = actors(page(text, published=date(2016, 8, 1)), AUTHORITY, "ML")
    assert found.actor_id == "mlf"


def test_a_part_at_home_in_another_country_of_the_whole_is_told_by_that_country() -> None:
    (found,) = actors(page("A caller spoke for the PKK's sister party in Iran."), AUTHORITY, None)
    assert found.actor_id == "pjak"


def test_a_group_in_another_of_its_countries_is_itself() -> None:
    (found,) = actors(page("A caller spoke for the PKK in Iran."), AUTHORITY, None)
    assert found.actor_id == "pkk"


def test_the_local_offshoot_is_that_of_the_country_of_which_the_text_tells() -> None:
    (found,) = actors(page("A caller spoke for Islamic State's local offshoot."), AUTHORITY, "AF")
    assert found.actor_id == "iskp"


def test_another_word_for_the_one_by_which_news_calls_a_part_tells_it() -> None:
    (found,) = actors(page("A caller spoke for the foreign operations branch of the PFLP."), AUTHORITY, None)
    assert found.actor_id == "pflp-eo"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Men from the slum have been named the Kenyan affiliate of Al-Shabaab.", None),
        ("Lakurawa is an affiliate of Al-Shabaab.", "al-shabaab"),
        ("It is an affiliate of Al-Shabaab.", "al-shabaab"),
    ],
)
def test_only_a_name_that_is_called_a_part_leaves_the_whole(text: str, actor: str | None) -> None:
    assert actors(page(text), AUTHORITY, None)[-1].actor_id == actor


def test_the_name_right_behind_the_part_of_a_group_told_later_is_the_part() -> None:
    text = "A caller mourned the Shiite militant group's elite unit, the Radwan Force."
    assert [one.actor_id for one in actors(page(text), AUTHORITY, None)] == ["radwan-force", "radwan-force"]
