"""Like acts in several towns are a telling for each; towns that only bound a road are none."""

import pytest
from tests.pages import told

TOWNS = [
    ("Bombs struck markets in Baghdad, Kirkuk and Mosul on Monday.", ["Baghdad", "Kirkuk", "Mosul"]),
    ("Gunmen attacked police posts in Quetta and Peshawar on Sunday.", ["Quetta", "Peshawar"]),
    ("Russian missiles hit Kharkiv and Odesa overnight.", ["Kharkiv", "Odesa"]),
    ("A bomb exploded in Kabul, Afghanistan, on Friday.", ["Kabul"]),
]


@pytest.mark.parametrize(("text", "towns"), TOWNS)
def test_each_town_that_was_struck_has_a_telling(text: str, towns: list[str]) -> None:
    assert [frame.place.name for frame in told(text) if frame.place] == towns


def test_a_toll_for_several_towns_is_given_to_none() -> None:
    frames = told("Bombs struck markets in Baghdad, Kirkuk and Mosul on Monday, killing 12 people.")

    assert [frame.first("killed") for frame in frames] == [None, None, None]


def test_towns_at_the_ends_of_a_road_are_one_scene() -> None:
    assert len(told("Gunmen ambushed a bus on the road between Gao and Timbuktu on Friday.")) == 1
