"""Who did an attack and with what, once its tellings stand together."""

import pytest
from tests.pages import report

from tocsin.model.record import Event


def _only(text: str) -> Event:
    (event,) = report(text).events
    return event


def test_attackers_of_whom_only_a_later_sentence_speaks_are_the_perpetrators() -> None:
    event = _only(
        "Soldiers shot in Gao\n\nFour soldiers were shot dead in Gao on Tuesday, the army said. The attackers fled."
    )

    assert [actor.text for actor in event.perpetrators] == ["attackers"]


def test_attackers_described_twice_are_one_party() -> None:
    event = _only(
        "Village raided\n\nNine farmers died on Tuesday when gunmen on motorcycles raided a village near Gubio. "
        "The bandits burned several houses before the militants left, residents said."
    )

    assert [actor.text for actor in event.perpetrators] == ["gunmen on motorcycles"]


def test_police_who_shoot_the_attacker_are_no_perpetrators() -> None:
    event = _only(
        "Knife attack in Marseille\n\nA man with a knife stabbed two soldiers in Marseille on Tuesday in the name of "
        "Islamic State. Police shot him dead."
    )

    assert [actor.text for actor in event.perpetrators] == ["man with a knife"]


def test_an_operation_is_that_of_the_force_that_announces_it() -> None:
    event = _only(
        "Rebels killed in Jolo\n\nFour Abu Sayyaf militants were killed in a raid near Jolo on Monday, the army said."
    )

    assert (event.kind, event.authority and event.authority.text) == ("operation", "the army")


def test_the_bomb_of_a_car_bombing_is_no_second_weapon() -> None:
    event = _only(
        "Car bomb in Kabul\n\nA car bomb killed five policemen in Kabul on Tuesday. "
        "The bomb went off near a mosque, officials said."
    )

    assert [weapon.text for weapon in event.weapons] == ["car bomb"]


def test_a_blast_is_the_weapon_where_nothing_else_is_named() -> None:
    event = _only(
        "Blast in Jalalabad\n\nA blast killed five soldiers in Jalalabad on Tuesday. "
        "The Taliban claimed responsibility for the explosion."
    )

    assert [(weapon.text, weapon.type) for weapon in event.weapons] == [("blast", "explosives")]


def test_the_raid_of_a_kidnapping_is_no_second_type() -> None:
    event = _only(
        "Pupils taken in Zamfara\n\nBandits abducted 40 pupils from a school in Zamfara on Friday. "
        "The raid was the second on a school this year."
    )

    assert event.attack_types == ("kidnapping",)


def test_a_mayor_shot_dead_was_assassinated() -> None:
    event = _only("Mayor killed\n\nGunmen shot dead the mayor of Tancitaro in Michoacan on Tuesday.")

    assert set(event.attack_types) == {"assassination", "armed_assault"}


def test_goods_carried_off_are_robbery_and_people_are_kidnapping() -> None:
    event = _only(
        "Village raided\n\nInsurgents attacked a village near Macomia on Tuesday. The insurgents carried off rice."
    )

    assert "robbery" in event.attack_types
    assert "kidnapping" not in event.attack_types


_SEEN = [
    ("A judge was shot dead in Gao on Tuesday. A lone gunman fled on foot.", ["lone gunman"]),
    ("A judge was shot dead in Gao on Tuesday. The two hitmen escaped by motorcycle.", ["two hitmen"]),
    ("A judge was shot dead in Gao on Tuesday. Two men sped off on a motorbike.", ["Two men"]),
    ("Nine farmers were killed near Gao on Tuesday. Men in army shirts came out of the bush.", ["Men"]),
    ("A car bomb killed six people in Gao on Tuesday. Two men got out of it and fled.", ["Two men"]),
    ("A lorry bomb killed six people in Gao on Tuesday. The driver detonated the charge at a gate.", ["driver"]),
]


@pytest.mark.parametrize(("text", "doers"), _SEEN)
def test_those_who_get_away_come_disguised_or_set_off_the_charge_are_the_attackers(text: str, doers: list[str]) -> None:
    assert [actor.text for actor in _only(f"Attack in Mali\n\n{text}").perpetrators] == doers


_NOT_SEEN = [
    "Nine soldiers were killed near Gao on Tuesday. Two men fled the fighting with their cattle.",
    "Nine soldiers were killed near Gao on Tuesday. A man came to identify his brother.",
    "Nine soldiers were killed near Gao on Tuesday. Soldiers in uniform came an hour later.",
    "A roadside bomb killed six people in Gao on Tuesday. The driver got out and called for help.",
    "Nine soldiers were killed near Gao on Tuesday. Residents fled to the town.",
]


@pytest.mark.parametrize("text", _NOT_SEEN)
def test_those_who_flee_from_violence_or_come_to_help_are_no_attackers(text: str) -> None:
    assert _only(f"Attack in Mali\n\n{text}").perpetrators == ()
