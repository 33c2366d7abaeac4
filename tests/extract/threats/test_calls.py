"""Bomb hoaxes by call and email, letters with bullets, what captives say awaits them, works put out in parts."""

import pytest
from tests.extract.threats.test_forms import founded
from tests.pages import report

CALLS = [
    "A hoax bomb call emptied the American embassy in Kampala for three hours on Tuesday.",
    "Three schools in Delhi were evacuated on Monday after emails said that bombs had been placed in them.",
    "An anonymous caller warned of bombs at four polling stations in Tbilisi on Sunday.",
    "A spate of bomb threats forced the evacuation of the parliament and two ministries in Skopje.",
    "Bomb threats sent to dozens of schools in Sofia on Monday were a hoax.",
    "An envelope with a bullet in it was left at the presiding judge's gate on Tuesday.",
    "The mayor of Halle received a letter with two bullets on Tuesday.",
    "A parcel containing three cartridges was sent to the interior minister on Monday.",
]


@pytest.mark.parametrize("text", CALLS)
def test_calls_and_mails_of_bombs_and_letters_with_bullets_threaten_those_whom_they_reach(text: str) -> None:
    (frame,) = founded(text)
    assert frame.kind == "threat" and frame.first("targets") is not None


HARMLESS = [
    "A hoax caller told the singer on air that she had won a prize.",
    "The police received a letter with two photographs of the bullet holes in the wall.",
    "Three schools were closed on Monday after emails said that snow was on its way.",
    "A spate of burglaries forced the closure of two shops in Skopje.",
    "The museum received a box of cartridges for its collection of old rifles.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_pranks_snow_burglars_and_old_cartridges_threaten_nobody(text: str) -> None:
    assert not founded(text)


CAPTIVES = [
    "In a new video, Canadian and Norwegian hostages say they will be executed unless a ransom is paid to Abu Sayyaf.",
    "Abu Sayyaf released a video on Friday in which it threatens to behead a Norwegian captive.",
    "Two hostages say in a video that al-Shabaab will kill them on Monday.",
]


@pytest.mark.parametrize("text", CAPTIVES)
def test_what_captives_say_will_be_done_to_them_is_their_captors_threat(text: str) -> None:
    (frame,) = [one for one in founded(text) if one.kind == "threat"]
    issuer = frame.first("issuer")
    assert issuer is not None and issuer.kind == "armed_group"


UNHAPPENED = [
    "Boko Haram has written letters in which it announces a threat of kidnappings in Benue.",
    "The Niger Delta Avengers gave oil companies two weeks on Sunday to leave the region or face attacks.",
    "The school received letters from Boko Haram threatening to attack it.",
]


@pytest.mark.parametrize("text", UNHAPPENED)
def test_what_a_threat_announces_has_not_happened(text: str) -> None:
    assert all(event.kind != "attack" for event in report(text).events)


PARTS = [
    "The media arm of al-Shabaab, al-Kataib, released the second part of a video on Sunday.",
    "Islamic State brought out the eighth issue of a magazine on Tuesday.",
    "Posters bearing the emblem of Islamic State appeared on Telegram on Monday.",
]


@pytest.mark.parametrize("text", PARTS)
def test_a_part_of_a_work_and_one_that_bears_a_groups_emblem_are_publications(text: str) -> None:
    (frame,) = founded(text)
    assert frame.kind == "publication" and (frame.first("issuer") or frame.first("media_arm")) is not None
