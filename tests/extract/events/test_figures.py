"""Which figure an event's toll takes, and what it comes to."""

import pytest
from tests.pages import report

from tocsin.model.record import Event
from tocsin.model.values import Count

TOLLS = [
    ("Militants bombed a bus in Gao on Monday, killing nine people. The toll rose to 14 on Tuesday.", 14),
    ("Militants bombed a bus in Gao on Monday, killing nine people. Three others died in hospital.", 12),
    ("Militants killed two soldiers and wounded five near Gao on Monday. A third soldier died of his wounds.", 3),
    ("The death toll from an attack by militants on a bus in Gao has risen to 36. They struck on Monday.", 36),
    (
        "Militants bombed a bus in Gao on Monday, killing nine people. Police said that six people died on the spot"
        " and three more in hospital.",
        9,
    ),
    ("Militants killed six soldiers near Gao on Monday. Four civilians were also killed.", 10),
    ("Militants killed nine people near Gao on Monday. A woman and her son were also killed.", 9),
    ("Initial reports spoke of four dead. Militants bombed a bus in Gao on Monday, killing nine people.", 9),
    ("Militants attacked a base near Gao on Monday. Residents said 30 soldiers had died. JNIM said it killed 90.", 30),
    ("Militants bombed a market in Gao on Monday, killing eleven people, including the two bombers.", 9),
    ("Militants killed six children and two teachers near Gao on Monday. The two teachers were also shot.", 8),
    ("Militants bombed a bus in Gao on Monday, killing 20 people, police said. Police later said that 26 died.", 26),
    ("Militants bombed a bus in Gao on Monday, killing 20 people, police said. Medics said that 26 people died.", 20),
    ("Militants abducted six pupils and killed 12 people near Gao on Monday. Bombs killed 3 in Bamako in 2015.", 12),
]


def _main(text: str) -> Event:
    return next(event for event in report(text).events if event.main)


def _pair(count: Count | None) -> tuple[int | None, int | None] | None:
    return None if count is None else (count.low, count.high)


@pytest.mark.parametrize(("text", "low"), TOLLS)
def test_the_toll_is_the_figure_that_the_text_leaves_standing(text: str, low: int) -> None:
    assert _pair(_main(text).killed) == (low, low)


def test_a_toll_that_was_replaced_stays_as_an_assertion() -> None:
    event = _main("Militants bombed a bus in Gao on Monday, killing nine people. The toll rose to 14 on Tuesday.")
    assert [a.value["low"] for a in event.assertions if a.field == "/killed"] == [14, 9]


FALLEN = [
    ("Troops killed 14 militants in a raid near Gao on Monday.", 14, 14),
    ("Troops raided a camp near Gao on Monday, killing four militants. Two policemen died in the raid.", 6, 4),
    ("In a raid near Gao on Monday, troops killed five insurgents; a soldier and a civilian were also killed.", 7, 5),
]


@pytest.mark.parametrize(("text", "killed", "foes"), FALLEN)
def test_in_an_operation_everyone_killed_counts_and_militants_are_told_apart(text: str, killed: int, foes: int) -> None:
    event = _main(text)
    assert (event.kind, _pair(event.killed), _pair(event.killed_perpetrators)) == (
        "operation",
        (killed, killed),
        (foes, foes),
    )


def test_those_captured_in_a_fight_are_arrested_in_the_operation() -> None:
    found = report("Troops killed 14 militants and captured three in a raid near Gao on Monday.")
    assert [(event.kind, _pair(event.arrested)) for event in found.events] == [("operation", (3, 3))]


def test_a_toll_given_for_two_towns_together_is_none_of_one_event() -> None:
    found = report("Militants attacked police posts in Kandahar and Kabul on Monday, killing 25 officers.")
    assert [event.killed for event in found.events] == [None for _ in found.events]


def test_police_who_shoot_the_attacker_are_no_perpetrators() -> None:
    event = _main(
        "A knifeman wounded four soldiers in Hamburg on Monday before police shot him dead. "
        "Prosecutors said that he was an Islamic State supporter."
    )
    assert ([p.text for p in event.perpetrators], _pair(event.killed_perpetrators)) == (["knifeman"], (1, 1))


def test_the_figure_that_the_headline_gives_is_the_one_that_the_author_takes() -> None:
    text = "Bomb kills 19 in Gao\n\nMilitants bombed a bus in Gao on Monday. {}"
    for told in ("Medics said 23 people had died. Police said that 19 people died.", "Police said 19 people died."):
        assert _pair(_main(text.format(told)).killed) == (19, 19)
