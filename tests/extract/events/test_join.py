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


def test_an_undated_report_does_not_take_the_day_of_an_old_attack() -> None:
    found = report(
        "Villagers killed\n\nArmed militants stormed a village near Chibok and killed nine people, residents said.\n\n"
        "The raid came in a district where 270 schoolgirls were kidnapped by Boko Haram in April 2014."
    )

    dates = [(event.main, event.date and str(event.date.start)) for event in found.events]
    assert (True, None) in dates
    assert (True, "2014-04-01") not in dates


def test_a_sentence_that_begins_with_another_town_tells_of_another_attack() -> None:
    found = report(
        "Bombs in Iraq\n\nA roadside bomb killed four people near Taji on Monday, police said.\n\n"
        "In Mosul, gunmen opened fire on a bus and killed three people.\n\nAlso in Mosul, gunmen shot dead a judge."
    )

    tolls = [(event.place.name, event.killed and event.killed.low) for event in found.events if event.place]
    assert tolls == [("Taji", 4), ("Mosul", 3), ("Mosul", 1)]


def test_violence_told_beside_the_news_without_a_day_is_news_too() -> None:
    found = report(
        "Blasts in Pakistan\n\nTwo policemen were killed by a bomb in Bajaur on Tuesday.\n\n"
        "Meanwhile, four people were wounded when a bomb exploded in Quetta."
    )

    assert [event.main for event in found.events] == [True, True]


def test_what_police_did_is_not_what_a_mob_did() -> None:
    found = report(
        "Mob burns mosque\n\nA mob torched a mosque in Luharu on Sunday in communal violence.\n\n"
        "Police shot dead two protesters on Sunday."
    )

    assert [[actor.text for actor in event.perpetrators] for event in found.events] == [["mob"], ["Police"]]


def test_the_second_attack_counted_by_it_is_the_first_one_told() -> None:
    found = report(
        "Rangers killed\n\nA bomb killed two rangers in Yala on Tuesday. "
        "It was the second attack on rangers in the province this month."
    )

    assert len(found.events) == 1


def test_a_natural_death_is_no_attack_because_a_text_recalls_violence() -> None:
    found = report(
        "Former president dies\n\nThe former president died in a hospital in Harare on Tuesday. He was 95.\n\n"
        "In the 1960s he led a guerrilla movement. In 2000, militants killed four farmers in the north."
    )

    assert not any(event.main for event in found.events)


def test_the_day_on_which_a_siege_ended_is_no_second_attack() -> None:
    found = report(
        "Siege of hotel ends\n\nIslamist gunmen stormed a hotel in Mogadishu on Tuesday and killed 15 people. "
        "The siege ended on Wednesday when the last gunman was killed."
    )

    assert len(found.events) == 1


def test_the_suspects_are_those_of_the_arrest_told_before() -> None:
    found = report(
        "Kenyan police have arrested three men in Nairobi over last week's bombing of a bus, they said on Wednesday. "
        "The suspects were seized in a shop on Tuesday evening."
    ).events
    assert [(e.kind, e.arrested and e.arrested.low) for e in found if e.kind == "arrest"] == [("arrest", 3)]
