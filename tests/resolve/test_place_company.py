"""Places of different names that lie close together speak for each other."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge.places import PlaceKind, PlaceRecord
from tocsin.resolve.places.company import Name, company

Names = Mapping[Name, Sequence[PlaceRecord]]
Beliefs = Mapping[Name, Mapping[str, float]]


def town(
    place: str, lat: float | None, lon: float | None, kind: PlaceKind = "settlement", admin1: str = "A"
) -> PlaceRecord:
    """Return a place of one country."""
    return PlaceRecord(place, place.title(), kind, "XX", ("XX",), admin1, None, lat, lon, 1000)


NEAR, FAR, OTHER = town("near", 10.0, 10.0), town("far", 50.0, 50.0), town("other", 10.1, 10.1)
EVEN: Beliefs = {("near", "far"): {"near": 0.5, "far": 0.5}, ("other",): {"other": 1.0}}
NAMES: Names = {("near", "far"): (NEAR, FAR), ("other",): (OTHER,)}


def test_the_bearer_that_lies_close_to_another_name_has_more_points() -> None:
    points = company(NAMES, EVEN).points(EVEN, 1.0)

    assert points["near", "far"]["near"] > 1.0 > points["near", "far"]["far"] == 0.0


def test_a_place_that_is_hardly_believed_says_less_the_more_beliefs_are_trusted() -> None:
    beliefs: Beliefs = {("near", "far"): {"near": 0.1, "far": 0.9}, ("other",): {"other": 1.0}}
    known = company(NAMES, beliefs)

    assert known.points(beliefs, 1.0)[("other",)]["other"] < known.points(beliefs, 0.3)[("other",)]["other"]


def test_bearers_of_one_name_are_no_company_to_each_other() -> None:
    one: Names = {("near", "other"): (NEAR, OTHER)}
    beliefs: Beliefs = {("near", "other"): {"near": 0.5, "other": 0.5}}

    assert company(one, beliefs).points(beliefs, 1.0) == {("near", "other"): {"near": 0.0, "other": 0.0}}


def test_a_first_division_is_company_to_all_that_lies_in_it() -> None:
    division = PlaceRecord("d", "A", "admin1", "XX", ("XX",), None, None, 20.0, 20.0, 1000)
    names: Names = {("near",): (NEAR,), ("d",): (division,)}
    beliefs: Beliefs = {("near",): {"near": 1.0}, ("d",): {"d": 1.0}}

    assert company(names, beliefs).points(beliefs, 1.0)[("near",)]["near"] == pytest.approx(0.7)


def test_places_without_a_point_have_no_company_and_are_none() -> None:
    names: Names = {("x",): (town("x", None, None),), ("other",): (OTHER,)}
    beliefs: Beliefs = {("x",): {"x": 1.0}, ("other",): {"other": 1.0}}

    assert company(names, beliefs).points(beliefs, 1.0) == {("x",): {}, ("other",): {"other": 0.0}}


def test_no_names_have_no_company() -> None:
    assert company({}, {}).points({}, 1.0) == {}


@given(st.lists(st.tuples(st.floats(-89, 89), st.floats(-179, 179)), min_size=2, max_size=6))
def test_company_is_never_negative_and_does_not_depend_on_the_order_of_names(points: list[tuple[float, float]]) -> None:
    names: Names = {(f"p{n}",): (town(f"p{n}", lat, lon),) for n, (lat, lon) in enumerate(points)}
    beliefs: Beliefs = {name: {name[0]: 1.0} for name in names}
    there = company(names, beliefs).points(beliefs, 0.5)
    back = company(dict(reversed(list(names.items()))), beliefs).points(beliefs, 0.5)

    assert all(value >= 0.0 for each in there.values() for value in each.values())
    for name, each in there.items():
        assert back[name] == pytest.approx(each, abs=1e-6)
