"""Descriptions of incidents are scored slot by slot, on one event of a report and where gold states the slot."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.bench.briefs import Brief, judge, load, score
from tocsin.bench.run import Where, run_with
from tocsin.bench.suites import Reader
from tocsin.errors import BenchError
from tocsin.model.record import Event, Report
from tocsin.model.text import Document, Span
from tocsin.model.values import Count, Weapon

Json = dict[str, Any]
LINE: Json = {
    "id": "b1",
    "text": "Six people were killed in Osk, Nigeria, on 4 May 2031 when the River League fired on a bus; two are hurt.",
    "date": "2031-05-04",
    "country": "NG",
    "city": "Osk",
    "killed": 6,
    "wounded": 2,
    "groups": ["River League", "Hill Band"],
    "weapon": "firearms",
    "attack_types": ["armed_assault"],
}
UNTOLD: Json = {"date": None, "country": None, "city": None, "killed": None, "wounded": None, "weapon": None}
SLOTS = ("found", "date", "country", "city", "killed", "wounded", "group", "weapon")


def brief(**more: Any) -> Brief:
    """Return a description that states nothing but what is given."""
    return Brief(**{"id": "b1", "text": LINE["text"], **UNTOLD, "groups": (), **more})


WHOLE = brief(**{**{name: LINE[name] for name in UNTOLD}, "groups": tuple(LINE["groups"])})


def event(kind: str = "attack", *, main: bool = True, **slots: Any) -> Json:
    return {"kind": kind, "main": main, **slots}


def actor(text: str, name: str | None = None) -> Json:
    return {"text": text, "name": name or text, "span": [0, len(text)]}


def report(*events: Json) -> Json:
    return {"relevant": bool(events), "events": list(events)}


FULL = event(
    date={"start": "2031-05-04", "end": "2031-05-04"},
    place={"name": "Osk", "text": "Osk", "country": "NG"},
    killed={"low": 6, "high": 6},
    wounded={"low": 2, "high": 2},
    perpetrators=[actor("the River League")],
    responsibility=[],
    weapons=[{"type": "firearms"}],
)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "open.jsonl"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_report_that_says_all_is_right_in_every_slot() -> None:
    assert judge(WHOLE, report(FULL)) == dict.fromkeys(SLOTS, True)


def test_a_report_without_an_event_is_right_in_no_slot() -> None:
    assert judge(WHOLE, report()) == dict.fromkeys(SLOTS, False)
    assert not any(judge(brief(killed=0, wounded=0), report()).values())


def test_a_slot_that_gold_does_not_state_is_not_judged() -> None:
    assert judge(brief(), report(FULL)) == {"found": True}
    assert set(judge(brief(city="Osk"), report(FULL))) == {"found", "city"}


@pytest.mark.parametrize(
    ("slot", "gold", "said", "right"),
    [
        ("date", "2031-05-04", {"start": "2031-05-04", "end": "2031-05-04"}, True),
        ("date", "2031-05-04", {"start": "2031-05-03", "end": "2031-05-04"}, False),
        ("date", "2031-05-04", {"start": None, "end": None}, False),
        ("date", "2031-05-04", None, False),
        ("killed", 6, {"low": 6, "high": 6}, True),
        ("killed", 6, {"low": 6, "high": None}, True),
        ("killed", 6, {"low": 5, "high": 6}, False),
        ("killed", 6, None, False),
        ("killed", 0, {"low": 0, "high": 0}, True),
        ("killed", 0, None, True),
        ("killed", 0, {"low": 1, "high": 1}, False),
        ("wounded", 0, None, True),
        ("wounded", 2, {"low": 2, "high": 2}, True),
        ("wounded", 2, {"low": 6, "high": 6}, False),
    ],
)
def test_a_date_is_its_first_day_and_a_toll_its_lowest_figure_or_none(
    slot: str, gold: Any, said: Any, right: bool
) -> None:
    assert judge(brief(**{slot: gold}), report(event(**{slot: said})))[slot] is right


def test_killed_and_wounded_are_not_mistaken_for_each_other() -> None:
    swapped = event(killed={"low": 2, "high": 2}, wounded={"low": 6, "high": 6})
    found = judge(brief(killed=6, wounded=2), report(swapped))
    assert (found["killed"], found["wounded"]) == (False, False)


@pytest.mark.parametrize(
    ("place", "country", "city"),
    [
        ({"name": "Osk", "text": "Osk", "country": "NG"}, True, True),
        ({"name": "Osk", "text": "the capital", "country": "NG"}, True, True),
        ({"name": "Bal", "text": "osk", "country": "NG"}, True, True),
        ({"name": "Greater Osk", "text": "there", "country": None}, False, True),
        ({"name": "Bal", "text": "Bal", "country": "NG"}, True, False),
        ({"name": "Osk", "text": "Osk", "country": "NE"}, False, True),
        ({"name": "", "text": "", "country": "NG"}, True, False),
        (None, False, False),
    ],
)
def test_a_city_goes_by_either_of_its_names_and_a_country_by_its_code(
    place: Json | None, country: bool, city: bool
) -> None:
    found = judge(brief(country="NG", city="Osk"), report(event(place=place)))
    assert (found["country"], found["city"]) == (country, city)


@pytest.mark.parametrize(
    ("slots", "right"),
    [
        pytest.param({"perpetrators": [actor("the River League")]}, True, id="a doer"),
        pytest.param({"perpetrators": [actor("HILL BAND")]}, True, id="another of the groups, in other letters"),
        pytest.param({"perpetrators": [actor("the group", "River League")]}, True, id="by its name"),
        pytest.param({"perpetrators": [actor("gunmen"), actor("River League")]}, True, id="one of the doers"),
        pytest.param({"responsibility": [{"stance": "claims", "actor": actor("Hill Band")}]}, True, id="who claims"),
        pytest.param({"responsibility": [{"stance": "denies", "actor": actor("Hill Band")}]}, True, id="who denies"),
        pytest.param({"responsibility": [{"stance": "no_claim", "actor": None}]}, False, id="nobody"),
        pytest.param({"perpetrators": [actor("the men", "League")]}, True, id="by a part of its name"),
        pytest.param({"perpetrators": [actor("gunmen")]}, False, id="somebody else"),
        pytest.param({"targets": [actor("River League")]}, False, id="who was hit"),
        pytest.param({"perpetrators": [], "responsibility": []}, False, id="no doer"),
    ],
)
def test_a_group_is_right_where_any_of_them_is_named_by_whoever_says_so(slots: Json, right: bool) -> None:
    assert judge(WHOLE, report(event(**slots)))["group"] is right


@pytest.mark.parametrize(
    ("weapons", "right"),
    [
        ([{"type": "firearms"}], True),
        ([{"type": "melee"}, {"type": "firearms"}], True),
        ([{"type": "explosives"}], False),
        ([], False),
    ],
)
def test_a_weapon_is_right_where_its_type_is_among_those_told(weapons: list[Json], right: bool) -> None:
    assert judge(brief(weapon="firearms"), report(event(weapons=weapons)))["weapon"] is right


KILLED = {"low": 6, "high": 6}
DAY = {"start": "2031-05-04", "end": "2031-05-04"}
LIKELIER: list[tuple[str, Json, Json]] = [
    ("the main event", event(killed=KILLED), event(main=False, killed={"low": 1}, date=DAY)),
    ("an attack", event(killed=KILLED), event("arrest", killed={"low": 1}, date=DAY)),
    ("a plot", event("plot", killed=KILLED), event("statement", killed={"low": 1})),
    ("a main arrest before another attack", event("arrest", killed=KILLED), event(main=False, date=DAY)),
    ("the fuller", event(killed=KILLED, date=DAY), event(date=DAY)),
    ("the only one that is told", event("trial", main=False, killed=KILLED), event("trial", main=False)),
]


@pytest.mark.parametrize(("likely", "other"), [pytest.param(*case[1:], id=case[0]) for case in LIKELIER])
def test_the_likeliest_event_is_judged_whatever_their_order(likely: Json, other: Json) -> None:
    for said in (report(likely, other), report(other, likely)):
        assert judge(brief(killed=6), said)["killed"]


@given(st.permutations([each for case in LIKELIER[:1] for each in case[1:]] + [event("trial", main=False)]))
def test_less_likely_events_change_nothing(said: list[Json]) -> None:
    assert judge(brief(killed=6, date="2031-05-04"), report(*said)) == {"found": True, "date": False, "killed": True}


def test_scores_are_the_shares_of_those_that_state_a_slot_and_the_mean_of_each_description() -> None:
    gold = [WHOLE, brief(killed=1), brief(killed=0, wounded=0)]
    result = score(gold, [report(FULL), report(FULL), report()])
    found = {one.name: (one.tally.right, one.tally.gold) for one in result.scores}
    assert found == {
        "mean": (pytest.approx(1.5), 3),
        "found": (2, 3),
        **dict.fromkeys(("date", "country", "city", "group", "weapon"), (1, 1)),
        "killed": (1, 3),
        "wounded": (1, 2),
    }
    assert (result.bench, result.documents, result.accuracy) == ("briefs", 3, True)
    assert {one.name: one.tally.f1 for one in result.scores}["mean"] == pytest.approx(0.5)


def test_what_is_wrong_is_listed_with_its_slots() -> None:
    gold = [WHOLE, brief(id="b2", killed=1, city="Osk", weapon="melee"), brief(id="b3", killed=1)]
    assert score(gold, [report(FULL), report(FULL), report()]).worst == (
        "b2  wrong: killed, weapon",
        "b3  wrong: found, killed",
    )


def test_no_more_than_thirty_are_listed() -> None:
    assert len(score([brief()] * 40, [report()] * 40).worst) == 30


def test_each_description_needs_its_report() -> None:
    with pytest.raises(ValueError, match="zip"):
        score([WHOLE], [])


def test_a_file_is_one_description_a_line_and_blank_lines_count_for_nothing(tmp_path: Path) -> None:
    other = {**LINE, **UNTOLD, "id": "b2", "groups": []}
    assert load(written(tmp_path, json.dumps(LINE), "", "  ", json.dumps(other))) == [WHOLE, brief(id="b2")]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "7", *(json.dumps({k: v for k, v in LINE.items() if k != name}) for name in (*UNTOLD, "id", "groups"))],
)
def test_a_malformed_line_is_refused_with_its_file(tmp_path: Path, line: str) -> None:
    with pytest.raises(BenchError, match=r"open\.jsonl.*: no incident descriptions"):
        load(written(tmp_path, json.dumps(LINE), line))


@pytest.mark.parametrize("raw", [b'{"id": "caf\xe9"}\n', None])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, raw: bytes | None) -> None:
    path = tmp_path / "open.jsonl"
    if raw:
        path.write_bytes(raw)
    with pytest.raises(BenchError, match=r"open\.jsonl"):
        load(path)


def reading(document: Document) -> Report:
    """Find a shooting with six dead wherever a text speaks of killing."""
    if "killed" not in document.text:
        return Report(document, "full", False, 0.0)
    span = Span(0, 3)
    six, gun = Count(6, 6, "exact", "Six", span), Weapon("fired", "firearms", span)
    return Report(document, "full", True, 1.0, (Event(id="e1", kind="attack", main=True, killed=six, weapons=(gun,)),))


def unread(*_: object) -> Any:
    raise NotImplementedError


READER = Reader(reading, unread, unread, unread, unread, unread)


@pytest.fixture
def where(tmp_path: Path) -> Where:
    folder = tmp_path / "checkout" / "gold" / "briefs"
    folder.mkdir(parents=True)
    other = {**LINE, **UNTOLD, "id": "b2", "text": "A bomb went off in Bal.", "groups": [], "killed": 0}
    written(folder, json.dumps(LINE), json.dumps(other))
    return Where(tmp_path / "checkout", None)


def test_a_run_scores_the_open_descriptions_and_enters_the_history(
    where: Where, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_with(["briefs"], where, lambda: READER) == 0
    printed = capsys.readouterr().out
    assert "briefs: 2 documents" in printed
    assert "b1  wrong: date, country, city, wounded, group" in printed and "b2  wrong: found, killed" in printed
    (line,) = (where.root or Path()).joinpath("docs", "bench", "history.jsonl").read_text("utf-8").splitlines()
    entered = json.loads(line)
    assert (entered["bench"], entered["scores"]["killed"], entered["scores"]["weapon"]) == ("briefs", 0.5, 1.0)


def test_what_was_predicted_is_one_report_a_description(where: Where, tmp_path: Path) -> None:
    target = tmp_path / "said.jsonl"
    assert run_with(["briefs"], where, lambda: READER, predictions=target) == 0
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [(line["document"]["id"], line["document"]["published"], len(line["events"])) for line in lines] == [
        ("b1", None, 1),
        ("b2", None, 0),
    ]


def test_malformed_descriptions_fail_the_run(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    written((where.root or Path()) / "gold" / "briefs", "{}")
    assert run_with(["briefs"], where, lambda: READER) == 1
    assert "open.jsonl" in capsys.readouterr().err


def test_descriptions_that_are_not_there_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_with(["briefs"], Where(None, None), lambda: READER) == 0
    assert capsys.readouterr().out == "briefs: its data are not on disk, left out\n"
