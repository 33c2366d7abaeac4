"""Words that point back without a day or place go on with what was told last, and with it alone."""

import pytest
from tests.pages import report

# Each text, and the place and the dead of each event.
TOLD_LAST = [
    (
        "A car bomb exploded outside a restaurant in Mogadishu on Monday. Ten people were killed. On Tuesday, "
        "militants fired mortars at a camp in Baidoa. Four people were killed there.",
        [("Mogadishu", 10), ("Baidoa", 4)],
    ),
    (
        "Gunmen shot dead four policemen in Karachi on Monday. In a second attack, a grenade was thrown at a "
        "checkpoint in Hyderabad. One officer was killed and two were hurt.",
        [("Karachi", 4), ("Hyderabad", 1)],
    ),
    (
        "Al-Shabaab fighters attacked a police station in Baidoa on Tuesday and killed five officers.\n\nMeanwhile, a "
        "roadside bomb struck a minibus near Kismayo on Wednesday. Seven passengers died.",
        [("Baidoa", 5), ("Kismayo", 7)],
    ),
    (
        "Gunmen killed three soldiers at a checkpoint in Kirkuk on Monday.\n\nA bomb exploded in a cafe in Baghdad on "
        "Tuesday. Police said six people had died.",
        [("Kirkuk", 3), ("Baghdad", 6)],
    ),
    (
        "A suicide bomber killed eight people at a shrine in Peshawar on Tuesday. Another bomb went off in Bannu hours "
        "later. Three people died there.",
        [("Peshawar", 8), ("Bannu", 3)],
    ),
    (
        "A mob burned a church in Jos on Saturday. Nobody was hurt. In April a bomb exploded at a shrine in Maiduguri. "
        "Nineteen people died.",
        [("Jos", 0), ("Maiduguri", 19)],
    ),
    (
        "A bomb tore through a bank in Jalalabad on Saturday. Shops were closed and soldiers blocked the roads. Nine "
        "people died in the blast, the governor said.",
        [("Jalalabad", 9)],
    ),
]
NEWS = [
    (
        "A bomb destroyed a bus in Quetta on Tuesday, killing 12 passengers.\n\nGunmen also attacked a police post in "
        "Turbat on Monday. Two constables were killed.\n\nThe bus bombing was claimed by the Balochistan Liberation "
        "Army. Thirty people were wounded in the blast.",
        [("Quetta", 12, 30), ("Turbat", 2, None)],
    ),
    (
        "A bomb exploded at a market in Bannu on Tuesday. The raid came in a district where 270 girls were abducted in "
        "2014. Six people died and nine were wounded.",
        [("Bannu", 6, 9)],
    ),
    (
        "Gunmen stormed a hotel in Bamako on Monday and killed 21 people.\n\nIn 2015 a bomb killed 12 people in Gao."
        "\n\nThe attack wounded 40 guests.",
        [("Bamako", 21, 40), ("Gao", 12, None)],
    ),
]


@pytest.mark.parametrize(("text", "events"), TOLD_LAST)
def test_a_toll_is_that_of_the_attack_told_last_in_its_paragraph(text: str, events: list[tuple[str, int]]) -> None:
    found = report(f"Violence\n\n{text}").events
    assert [(e.place and e.place.name, e.killed and e.killed.low) for e in found] == events


@pytest.mark.parametrize(("text", "events"), NEWS)
def test_a_new_paragraph_and_what_is_only_recalled_lead_back_to_the_news(
    text: str, events: list[tuple[str, int, int | None]]
) -> None:
    found = [event for event in report(f"Violence\n\n{text}").events if event.killed is not None]
    told = [(e.place and e.place.name, e.killed and e.killed.low, e.wounded and e.wounded.low) for e in found]
    assert told == events


def test_violence_in_the_same_town_was_in_the_town_told_of_before() -> None:
    found = report(
        "Bomb in Gwoza\n\nA bomb killed seven people at a market in Gwoza on Tuesday. In March, gunmen killed 20 "
        "people in the same town."
    ).events
    assert [event.place and event.place.name for event in found] == ["Gwoza", "Gwoza"]


def test_acts_that_and_ties_with_a_day_and_town_of_their_own_are_two() -> None:
    found = report(
        "Two attacks\n\nA bomb killed five people in Mosul on Monday, and on Tuesday gunmen killed a judge in Kirkuk."
    ).events
    told = [(e.place and e.place.name, e.killed and e.killed.low) for e in found]
    assert told == [("Mosul", 5), ("Kirkuk", 1)]


def test_the_gunmen_are_those_who_were_called_so_and_not_the_assailants_of_the_day_before() -> None:
    text = (
        "Gunmen kill nine in north\n\nGunmen on motorcycles killed nine people in Zamfara state on Monday, officials "
        "said. The attack came a day after assailants shot dead 14 mourners in a village of the same state.\n\n"
        "The gunmen stormed Tsafe after dark and fired on residents, a councillor said."
    )
    found = {event.killed.low: event.place.name for event in report(text).events if event.killed and event.place}
    assert found[9] == "Tsafe"
    assert found.get(14) != "Tsafe"
