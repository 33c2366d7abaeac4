"""Five fields over a release's main events, as the contract words them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tocsin.bench.isaf import ALL, FIELDS, fields, load, province, score
from tocsin.errors import BenchError

CODES: dict[str, Any] = {
    "start_date": "2011-02-05",
    "province": ["paktya"],
    "target_group": ["haqqani;taliban"],
    "min_killed": 2,
    "min_captured": 3,
}


def group(name: str, actor_id: str | None = None) -> dict[str, Any]:
    return {"actor_id": actor_id, "name": name}


def event(**slots: Any) -> dict[str, Any]:
    absent = {"date": None, "place": None, "killed_perpetrators": None, "arrested": None}
    return {"main": True, "perpetrators": [], "subjects": [], **absent, **slots}


def day(start: str | None, precision: str = "day") -> dict[str, Any]:
    return {"start": start, "precision": precision}


def said(*events: dict[str, Any]) -> dict[str, Any]:
    return fields({"events": list(events)})


def test_the_date_is_that_of_the_first_main_event_with_a_day() -> None:
    months = event(date=day("2011-02-01", "month"), place={"admin1": "Khost"})
    dated = event(date=day("2011-02-05"), place={"admin1": "Paktia"})
    found = said(event(main=False, date=day("2010-01-01")), months, dated, event(date=day("2011-02-07")))
    assert (found["start_date"], found["province"]) == ("2011-02-05", "paktya")


def test_a_release_without_a_day_still_has_its_province() -> None:
    found = said(event(place={"admin1": "Sar-e Pol"}))
    assert (found["start_date"], found["province"]) == ("", "sar e pul")


@pytest.mark.parametrize(
    ("actors", "code"),
    [
        ([group("Taliban", "afghan-taliban")], "taliban"),
        ([group("Haqqani network")], "haqqani"),
        ([group("Haqqani Taliban leader")], "haqqani"),
        ([group("Islamic Movement of Uzbekistan")], "imu"),
        ([group("Hizb-e Islami Gulbuddin")], "hig"),
        ([group("al-Qa'ida", "al-qaida")], "aq"),
        ([group("Taliban"), group("Haqqani")], "haqqani;taliban"),
        ([group("insurgents")], ""),
    ],
)
def test_groups_come_from_perpetrators_and_organisations_of_subjects(actors: list[dict[str, Any]], code: str) -> None:
    assert said(event(perpetrators=actors))["target_group"] == code
    assert said(event(subjects=[{"organisation": None}, *({"organisation": one} for one in actors)]))[
        "target_group"
    ] == (code)


def test_tolls_are_sums_of_lows_over_main_events() -> None:
    first = event(killed_perpetrators={"low": 2}, arrested={"low": 1})
    second = event(killed_perpetrators={"low": None}, arrested={"low": 3})
    found = said(first, second, event(main=False, arrested={"low": 9}))
    assert (found["min_killed"], found["min_captured"]) == (2, 4)


@pytest.mark.parametrize("name", ["Paktia", "PAKTYĀ", "Paktiya Province"])
def test_spellings_of_a_province_are_one(name: str) -> None:
    assert province(name) == "paktya"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "releases.jsonl"
    path.write_text(json.dumps({"id": 7, "text": "A release.", "gold": CODES}) + "\n", "utf-8")
    return path


def test_all_five_are_right_only_together(release: Path) -> None:
    right = event(
        date=day("2011-02-05"),
        place={"admin1": "Paktia"},
        perpetrators=[group("Taliban"), group("Haqqani")],
        killed_perpetrators={"low": 2},
        arrested={"low": 3},
    )
    for events, all_five in (([right], 1.0), ([{**right, "arrested": None}], 0.0)):
        result = score(load(release), [{"events": events}])
        shares = {one.name: one.tally.f1 for one in result.scores}
        assert shares == {**dict.fromkeys(FIELDS, 1.0), "min_captured": all_five, ALL: all_five}


def test_a_release_without_codes_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "releases.jsonl"
    path.write_text(json.dumps({"id": 7, "text": "A release."}) + "\n", "utf-8")
    with pytest.raises(BenchError, match="7"):
        load(path)
