"""Which words sum up many acts, or what lasts, and which tell of one act although a stretch of time is named."""

import pytest
from tests.pages import report, told

SUMS = [
    "At least nine foreigners were kidnapped in Niger in twelve months, says an aid organisation.",
    "Gunmen have killed 40 farmers in Zamfara since March.",
    "The group has launched more than 50 attacks on ships and killed three sailors since November.",
    "Militants have been targeting teachers in Yala.",
    "The army killed 60 rebels in the past three months.",
    "At least 979 people were killed last month alone in bombings and shootings.",
    "The force accused the coalition of killing 42 civilians in the week to Thursday.",
    "Security forces killed more than 200 of the rebels last year.",
    "A bombing and other attacks killed 12 people in Iraq on Monday.",
    "The rebels have carried out several raids in the valley.",
    "The militants have attacked teachers in the valley before.",
    "Rebels have previously ambushed relief lorries on that road.",
    "The road has been bombed in the past.",
    "The group has long targeted bus drivers.",
]

SINGLE = [
    "Gunmen have attacked a school in Yala, hours before polls open.",
    "Militants have killed nine herders who had fled the valley before the rains.",
    "At least 31 people died in the deadliest attack on Quetta since 2013.",
    "The third attack in two months killed nine herders near Gubio on Monday.",
    "Gunmen, who have roamed the hills since 2009, killed nine herders near Gubio on Monday.",
    "In 2016 a truck bomb killed 300 people in Baghdad.",
    "Militants killed 12 soldiers near Gao, a town plagued by frequent attacks, on Tuesday.",
]


@pytest.mark.parametrize("text", SUMS)
def test_what_sums_up_many_acts_tells_of_none(text: str) -> None:
    assert [frame.kind for frame in told(text)] == []


@pytest.mark.parametrize("text", SINGLE)
def test_a_stretch_of_time_beside_one_act_leaves_it_standing(text: str) -> None:
    assert [frame.kind for frame in told(text)] == ["attack"]


WAVES = [
    "ISIL's multiple suicide attacks in the town of Kobani killed scores of civilians, the State Department said.",
    "Several suicide attacks in Baghdad on Monday killed at least 35 people.",
]


@pytest.mark.parametrize("text", WAVES)
def test_several_attacks_of_one_day_or_one_town_that_share_a_toll_are_one_event(text: str) -> None:
    (event,) = report(text).events
    assert event.kind == "attack"
    assert event.killed is not None
