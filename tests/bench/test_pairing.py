"""The contract's rule of pairing, case by case."""

from typing import Any

import pytest

from tocsin.bench.pairing import Pair, pair_events, similarity

KOR = {"name": "Kor", "text": "Kor", "country": "NG"}
MAY_1 = {"start": "2024-05-01", "end": "2024-05-01"}
TWO = {"low": 2, "high": 2}


def event(kind: str = "attack", **slots: Any) -> dict[str, Any]:
    return {"kind": kind, "main": False, **slots}


CASES: list[tuple[str, dict[str, Any], dict[str, Any], float]] = [
    ("same kind", event(), event(), 0.35),
    ("kin", event(), event("plot"), 0.15),
    ("attack and operation are kin", event(), event("operation"), 0.15),
    ("attack and statement are kin", event("statement"), event(), 0.15),
    ("arrest and operation are kin", event("arrest"), event("operation"), 0.15),
    ("arrest and plot are kin", event("arrest"), event("plot"), 0.15),
    ("arrest and trial are kin", event("trial"), event("arrest"), 0.15),
    ("statement and threat are kin", event("threat"), event("statement"), 0.15),
    ("attack and trial are not", event(), event("trial"), 0.0),
    ("same country", event(place={**KOR, "name": "Bal", "text": "Bal"}), event(place=KOR), 0.5),
    ("another country", event(place={"name": "Bal", "country": "ML"}), event(place=KOR), 0.15),
    ("a shared word of the place", event(place={"name": "Kor Market"}), event(place=KOR), 0.55),
    ("country and word", event(place=KOR), event(place=KOR), 0.7),
    ("a word that names no place", event(place={"name": "Bal city"}), event(place={"name": "Kor city"}), 0.35),
    ("same date", event(date=MAY_1), event(date=MAY_1), 0.5),
    ("another day", event(date=MAY_1), event(date={"start": "2024-05-02", "end": "2024-05-02"}), 0.35),
    ("another year", event(date=MAY_1), event(date={"start": "2023-05-01", "end": "2023-05-01"}), 0.25),
    ("open dates", event(date={"start": None, "end": None}), event(date={"start": None, "end": None}), 0.35),
    ("equal killed", event(killed=TWO), event(killed=TWO), 0.5),
    (
        "equal killed, wounded, arrested",
        event(killed=TWO, wounded=TWO, arrested=TWO),
        event(killed=TWO, wounded=TWO, arrested=TWO),
        0.8,
    ),
    ("other killed", event(killed=TWO), event(killed={"low": 3, "high": 3}), 0.35),
    ("abducted does not count", event(abducted=TWO), event(abducted=TWO), 0.35),
    ("both main", event(main=True), event(main=True), 0.4),
    ("one main", event(main=True), event(), 0.35),
]


@pytest.mark.parametrize(("one", "other", "points"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_similarity_is_the_sum_of_the_points(one: dict[str, Any], other: dict[str, Any], points: float) -> None:
    assert similarity(one, other) == pytest.approx(points)
    assert similarity(other, one) == pytest.approx(points)


def test_the_best_similarity_pairs_first() -> None:
    far, near = event(), event(place=KOR, date=MAY_1)
    assert pair_events([near, far], [far, near]) == [Pair(0, 1), Pair(1, 0)]


def test_pairs_are_one_to_one() -> None:
    assert pair_events([event(), event()], [event()]) == [Pair(0, 0)]


def test_events_of_unrelated_kinds_may_pair_on_the_rest() -> None:
    assert pair_events([event("trial", place=KOR)], [event(place=KOR)]) == [Pair(0, 0)]


def test_events_below_the_least_similarity_stay_apart() -> None:
    assert pair_events([event("plot", date=MAY_1)], [event(date=MAY_1)]) == []


def test_exactly_the_least_similarity_pairs() -> None:
    assert pair_events([event()], [event()]) == [Pair(0, 0)]
