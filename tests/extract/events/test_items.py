"""The items of a round-up open with a town or a bullet, and stay apart."""

from tests.pages import report

ROUND_UP = (
    "Security round-up\n\nFollowing are developments in Iraq.\n\n"
    "BAGHDAD - A bomb exploded near a cafe on Tuesday. Police said four people had been killed.\n\n"
    "KIRKUK - Gunmen ambushed a patrol on Monday. Two policemen were killed and a third was wounded.\n\n"
    "BAGHDAD - Gunmen shot dead a judge on Tuesday."
)


def test_each_item_is_an_event_of_its_own() -> None:
    found = report(ROUND_UP).events
    assert [event.killed and event.killed.low for event in found] == [4, 2, 1]


def test_an_item_without_a_place_is_of_the_town_that_heads_it() -> None:
    found = report(ROUND_UP).events
    assert [event.place and event.place.name.title() for event in found] == ["Baghdad", "Kirkuk", "Baghdad"]


def test_what_a_bullet_opens_ends_with_its_line() -> None:
    found = report(
        "Daily report\n\nMilitants were active on Tuesday.\n"
        "- Gunmen killed five soldiers near Gao.\n- A mine killed two farmers near Menaka.\n"
        "- Rockets killed three people in Kidal."
    ).events
    assert [event.killed and event.killed.low for event in found] == [5, 2, 3]


def test_a_heading_of_town_and_day_opens_an_item() -> None:
    found = report(
        "Weekly note\n\nGao, Monday. Gunmen killed five soldiers at a checkpoint.\n\n"
        "Near Menaka, Tuesday. Militants shot dead two traders.\n\n"
        "Kidal, night of Tuesday to Wednesday. A grenade wounded a policeman."
    ).events
    assert [event.killed and event.killed.low for event in found] == [5, 2, None]


def test_one_town_before_a_dash_is_a_dateline_and_makes_no_items() -> None:
    found = report(
        "Bomb\n\nKABUL - A bomb exploded near a mosque in Kabul on Tuesday.\n\nNine people died in the blast."
    ).events
    assert [event.killed and event.killed.low for event in found] == [9]


def test_the_day_of_a_heading_dates_its_item() -> None:
    found = report(
        "Weekly note\n\nGao, Monday. Gunmen killed five soldiers at a checkpoint.\n\n"
        "Menaka, Tuesday. Militants killed two traders. In 2021 rebels killed nine traders there."
    ).events
    assert [event.date and str(event.date.start) for event in found] == ["2024-06-03", "2024-06-04", "2021-01-01"]


def test_an_item_without_a_day_is_of_the_one_day_that_heads_the_round_up() -> None:
    items = "KIRKUK - Gunmen shot dead a judge.\n\nMOSUL - Gunmen ambushed a patrol on Monday, killing two soldiers."

    found = report(f"Round-up\n\nFollowing are developments in Iraq on Tuesday.\n\n{items}").events
    assert [str(event.date and event.date.start) for event in found] == ["2024-06-04", "2024-06-03"]

    found = report(f"Round-up\n\nThursday, 6 June 2024\n\n{items}").events
    assert [str(event.date and event.date.start) for event in found] == ["None", "2024-06-03"]
