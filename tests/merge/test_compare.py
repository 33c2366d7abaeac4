from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from tests.factories import account, actor, bombing, day, event, month, number, place, target
from tests.merging import SCALE, merger_of, same
from tests.merging import compared as compare
from tests.strategies import accounts_of, collections

from tocsin.model.record import Event, Report

NEARBY = place("Dandai", (34.95, 72.95))
FAR = place("Lahore", (31.55, 74.34), admin1="Punjab")
PROVINCE = place("Khyber Pakhtunkhwa", None, precision="admin1")
THREAT: dict[str, Any] = {"date": day("2024-03-26"), "issuer": actor("TTP", "ttp"), "targets": (target(),)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(bombing(), bombing(), id="same day and place"),
        pytest.param(bombing(), bombing(place=NEARBY), id="same day, a few kilometres apart"),
        pytest.param(bombing(killed=number(9, None, "at_least")), bombing(killed=number(12)), id="compatible tolls"),
        pytest.param(bombing(killed=number(5)), bombing(killed=number(6)), id="tolls that are close"),
        pytest.param(
            bombing(killed=number(6)), bombing(date=day("2024-03-27"), killed=number(6)), id="next day, same toll"
        ),
        pytest.param(
            bombing(stances=[("claims", actor("TTP", "ttp"))]),
            bombing(stances=[("suspected", actor("ISPP", "ispp"))]),
            id="different suspects",
        ),
        pytest.param(
            bombing(killed=number(6)), bombing(place=PROVINCE, killed=number(6)), id="the province told instead"
        ),
        pytest.param(
            bombing(killed=number(6), targets=(target(),)),
            bombing(date=month("2024-03"), killed=number(6), targets=(target(),)),
            id="the month told instead, with the same toll and target",
        ),
        pytest.param(bombing(killed=number(6)), bombing(main=False, killed=number(6)), id="recalled"),
        pytest.param(event(kind="threat", **THREAT), event(kind="threat", **THREAT), id="the same threat"),
    ],
)
def test_one_thing_told_twice_is_seen_as_one(one: Event, other: Event) -> None:
    assert same(account(one, "d1"), account(other, "d2"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(bombing(), bombing(date=day("2024-03-28")), id="two days apart"),
        pytest.param(bombing(), bombing(date=day("2024-03-27")), id="next day and nothing else in common"),
        pytest.param(bombing(), bombing(place=FAR), id="another place"),
        pytest.param(bombing(), bombing(place=place(country="IN")), id="another country"),
        pytest.param(bombing(killed=number(3)), bombing(killed=number(60)), id="tolls of another order"),
        pytest.param(bombing(), bombing(attack_types=("kidnapping",)), id="another manner"),
        pytest.param(bombing(), event(kind="operation", date=day("2024-03-26"), place=place()), id="another kind"),
        pytest.param(bombing(main=False), bombing(main=False), id="both only recalled"),
        pytest.param(bombing(date=None, place=None), bombing(date=None, place=None), id="no date and no place"),
        pytest.param(bombing(date=month("2024-03")), bombing(), id="only a month and a place in common"),
        pytest.param(bombing(place=None), bombing(place=None), id="only a day in common"),
        pytest.param(
            event(kind="threat", **THREAT),
            event(kind="threat", **(THREAT | {"issuer": actor("ISPP", "ispp")})),
            id="threats by two groups",
        ),
        pytest.param(
            event(kind="publication", title="One", **THREAT),
            event(kind="publication", title="Two", **THREAT),
            id="publications of two titles",
        ),
    ],
)
def test_what_may_be_two_things_is_not_seen_as_one(one: Event, other: Event) -> None:
    assert not same(account(one, "d1"), account(other, "d2"))


def test_two_events_of_one_document_are_never_one() -> None:
    assert compare(account(bombing("e1"), "d1"), account(bombing("e2"), "d1")).bar


def test_a_comparison_names_what_was_weighed() -> None:
    one, other = bombing(killed=number(6)), bombing(place=NEARBY, killed=number(6))
    named = [name for name, strength in compare(account(one, "d1"), account(other, "d2")).signs if strength]
    assert named == ["same day", "published on one day", "within 25 km", "same number killed", "same manner"]


def test_a_branch_and_its_parent_are_akin() -> None:
    one = bombing(stances=[("claims", actor("TTP", "ttp"))])
    other = bombing(stances=[("accused", actor("a branch", "ttp-branch"))])
    assert ("actors akin", 1.0) in compare(account(one, "d1"), account(other, "d2")).signs


@settings(max_examples=40)
@given(collections())
def test_it_makes_no_difference_which_account_is_compared_with_which(reports: list[Report]) -> None:
    told = [one for report in reports for one in accounts_of(report)]
    for one in told:
        for other in told:
            here, there = compare(one, other), compare(other, one)
            assert here.bar == there.bar
            assert here.points == pytest.approx(there.points)
            assert sorted(here.signs) == sorted(there.signs)


def test_what_a_document_says_again_takes_its_own_place_also_where_another_account_is_more_alike() -> None:
    kindred = merger_of(replace(SCALE, weights={**SCALE.weights, "same actor": 0.0, "actors akin": 5.0}))
    told = [bombing("e1", perpetrators=(actor("TTP", "ttp"),)), bombing("e2", perpetrators=(actor("a", "ttp-branch"),))]
    old = kindred.sketches(tuple(account(one, "d1") for one in told), "", None)
    again = tuple(account(one, "d1", key=f"d1@2:{one.id}") for one in told)
    new = kindred.sketches(again, "", None)
    assert kindred.heirs(new, old) == {"d1:e1": "d1@2:e1", "d1:e2": "d1@2:e2"}
