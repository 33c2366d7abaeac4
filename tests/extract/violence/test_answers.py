"""Who did an attack and who only answered it; on which side the dead fell. Nothing told here happened."""

import pytest
from tests.pages import report

from tocsin.model.record import Event

_SETTING = " The insurgency and the civil war in the region have lasted for years."


def _first(text: str) -> Event:
    return report(text + _SETTING).events[0]


def _low(event: Event, field: str) -> int | None:
    count = getattr(event, field)
    return None if count is None else count.low


ANSWERED = (
    ("Soldiers repelled an attack on their base in Marte on Sunday, killing 12 militants.", "militants", None, 12),
    ("Troops beat back a raid on a post near Dori on Monday and killed four gunmen.", "gunmen", None, 4),
    (
        "Gunmen opened fire on a convoy near Gao on Wednesday and troops returned fire, killing four of them.",
        "Gunmen",
        None,
        4,
    ),
    (
        "Al-Shabaab fighters overran a base at Awdheegle on Wednesday before soldiers retook it, killing 17 militants.",
        "Al-Shabaab",
        None,
        17,
    ),
    ("A man fired on a patrol in Antwerp on Tuesday before officers shot him dead.", "man", None, 1),
    ("Police shot dead a gunman who had attacked a checkpoint in Kolofata on Monday.", "gunman", None, 1),
    (
        "Taliban fighters repelled an attack by Islamic State in Kor on Sunday; 29 men died.",
        "Islamic State",
        29,
        None,
    ),
    ("The army foiled an attack on a fort in Boni on Monday, killing 15 terrorists.", "terrorists", None, 15),
    ("Insurgents attacked a post in Sinai on Friday. Police killed one of the attackers.", "Insurgents", None, 1),
    ("The convoy came under fire from gunmen near Arlit on Sunday; its escort shot back.", "gunmen", None, None),
)


@pytest.mark.parametrize(("text", "doer", "killed", "fallen"), ANSWERED)
def test_a_side_that_answers_an_attack_is_no_doer_of_it(
    text: str, doer: str, killed: int | None, fallen: int | None
) -> None:
    event = _first(text)

    assert (event.kind, [actor.text for actor in event.perpetrators]) == ("attack", [doer])
    assert (_low(event, "killed"), _low(event, "killed_perpetrators")) == (killed, fallen)


BEGUN = (
    ("Police opened fire on a crowd in Lome before dawn on Monday, killing four.", "attack", "Police", 4),
    ("Soldiers who had come under mortar fire shelled Bal on Monday, killing three women.", "attack", "Soldiers", 3),
    ("Troops shot nine residents dead in Kor on Tuesday before they burned the market.", "attack", "Troops", 9),
    ("Soldiers attacked a rebel camp near Uvira on Saturday, killing 20 rebels.", "operation", "Soldiers", 20),
    (
        "Troops shot dead two insurgents during a search near Ghazni on Monday after the insurgents opened fire.",
        "operation",
        "Troops",
        2,
    ),
)


@pytest.mark.parametrize(("text", "kind", "doer", "killed"), BEGUN)
def test_forces_that_begin_are_the_doers(text: str, kind: str, doer: str, killed: int) -> None:
    event = _first(text)
    who = [actor.text for actor in event.perpetrators] or [event.authority.text if event.authority else ""]

    assert (event.kind, who, _low(event, "killed")) == (kind, [doer], killed)


VICTIMS = (
    ("A suicide bomber killed eleven members of a pro-government militia in Beledweyne on Tuesday.", 11),
    ("Islamic State ambushed militiamen in the desert on Monday, killing 21 fighters.", 21),
    ("Twenty pro-regime fighters were killed on Monday when Islamic State attacked their post near Kor.", 20),
    ("Five rebels were killed on Monday when jihadists overran their camp near Kor.", 5),
    ("The attack killed five fighters of the group at their base in Tal Afar on Sunday.", 5),
    ("Fighters loyal to the junta were ambushed near Loikaw on Saturday, and ten of them died.", 10),
)


@pytest.mark.parametrize(("text", "killed"), VICTIMS)
def test_fighters_who_are_attacked_are_victims(text: str, killed: int) -> None:
    event = _first(text)

    assert (event.kind, _low(event, "killed"), _low(event, "killed_perpetrators")) == ("attack", killed, None)


FALLEN = (
    ("Militants bombed a market in Gao on Monday, killing eleven people, including the two bombers.", 9, 2),
    ("The insurgents, who lost 14 men, attacked a barracks in Palma on Wednesday, killing six soldiers.", 6, 14),
    ("Jihadists who ambushed a patrol on Saturday killed four soldiers and lost six of their own.", 4, 6),
    ("Two militants were killed in an air strike in Marib on Tuesday.", 2, 2),
)


@pytest.mark.parametrize(("text", "killed", "fallen"), FALLEN)
def test_attackers_and_militants_who_fall_are_told_apart(text: str, killed: int, fallen: int) -> None:
    event = _first(text)

    assert (_low(event, "killed"), _low(event, "killed_perpetrators")) == (killed, fallen)


SHOT_DOWN = (
    "Ukraine's air force said on Thursday that it had shot down 29 drones over Odesa, where debris hurt two people.",
    "Iraq's defence ministry said air defences shot down three drones that were heading for Erbil airport on Monday.",
    "Qatar's air force said it intercepted missiles that hit a house in Doha on Monday, wounding a guard.",
    "Pakistan said its air force shot down two jets that had bombed a mosque in Kotli on Wednesday.",
)


@pytest.mark.parametrize("text", SHOT_DOWN)
def test_whoever_stops_a_weapon_in_the_air_neither_did_nor_claims_the_attack(text: str) -> None:
    for event in report(text + _SETTING).events:
        assert not event.perpetrators
        assert all(entry.stance != "claims" for entry in event.responsibility)


def test_a_weapon_that_was_shot_down_is_no_target() -> None:
    event = _first("Russian air defences destroyed 21 Ukrainian drones over Rostov overnight, the ministry said.")

    assert not event.targets


SENT = (
    ("Qatar's air force intercepted missiles that Iran fired at Doha on Monday.", ["Iran"]),
    ("A bomb planted by rebels killed two soldiers near Arauca on Sunday.", ["rebels"]),
    ("The coalition's jets destroyed two boats launched by the Houthis near Kor on Sunday.", ["Houthis"]),
)


@pytest.mark.parametrize(("text", "doers"), SENT)
def test_whoever_sent_or_laid_a_weapon_did_it(text: str, doers: list[str]) -> None:
    assert [actor.text for actor in _first(text).perpetrators] == doers


def test_warning_shots_are_no_attack() -> None:
    text = "Peacekeepers fired in the air to disperse a crowd outside their base in Goma on Tuesday." + _SETTING

    assert not report(text).events
