"""Tellings join into events, and events are what the document is about or background."""

from tests.pages import report


def test_one_bombing_told_in_four_sentences_is_one_event() -> None:
    found = report(
        "Bomb kills nine in Kabul\n\nA car bomb killed at least nine people in Kabul on Tuesday, police said. "
        "The blast wounded 20 others.\n\nThe attack happened near a mosque. The Taliban denied any part in the bombing."
    )

    assert [event.kind for event in found.events] == ["attack"]
    assert found.events[0].killed is not None
    assert found.events[0].killed.low == 9


def test_attacks_in_two_towns_are_two_events() -> None:
    found = report(
        "Attacks in Nigeria\n\nMilitants killed nine people in Maiduguri on Tuesday.\n\n"
        "On Wednesday militants killed four farmers in Sokoto."
    )

    assert [event.place.name for event in found.events if event.place] == ["Maiduguri", "Sokoto"]


def test_an_attack_of_years_ago_is_background() -> None:
    found = report(
        "Bomb kills nine in Kabul\n\nA car bomb killed nine people in Kabul on Tuesday.\n\n"
        "In 2015, a truck bomb killed 12 soldiers in Kunduz."
    )

    assert [event.main for event in found.events] == [True, False]


def test_a_text_with_old_attacks_alone_reports_nothing() -> None:
    found = report("Ten years on\n\nTen years ago a bomb killed 12 soldiers in Kunduz. Wreaths were laid on Tuesday.")

    assert (found.relevant, found.events) == (False, ())


def test_both_tolls_are_kept_and_the_first_stands_in_the_field() -> None:
    (event,) = report(
        "Raid on a camp\n\nGunmen killed at least nine people in Gwoza on Tuesday, police said. "
        "The army put the number of dead at 12."
    ).events

    assert event.killed is not None
    assert event.killed.low == 9
    assert [a.value["low"] for a in event.assertions if a.field == "/killed"] == [9, 12]


def test_deaths_without_an_attacker_are_no_attack() -> None:
    assert report("Bus crash\n\nNine people died when a bus left the road near Lagos on Tuesday.").events == ()


def test_the_day_of_a_claim_founds_no_second_attack() -> None:
    found = report(
        "Bomb kills 14 in Mogadishu\n\nA car bomb killed at least 14 people in Mogadishu on Monday, police said.\n\n"
        "Al-Shabaab claimed responsibility for the attack on Tuesday, saying that it had killed 22 soldiers."
    )

    attacks = [event for event in found.events if event.kind == "attack"]
    assert [str(event.date.start) for event in attacks if event.date] == ["2024-06-03"]
    assert [entry.stance for event in attacks for entry in event.responsibility] == ["claims"]
