"""A report against a story: every slot on pairs, everything missed and false, and what went wrong in words."""

from typing import Any

import pytest

from tocsin.bench.compare import NEGATIVES, PAIRED, SPANS, WHOLE, Comparison, compare
from tocsin.bench.gold import Story, from_record
from tocsin.bench.stories import score
from tocsin.bench.tally import Tally, hits

TEXT = "Gunmen killed nine in Kor on Tuesday. The Red Dawn claimed it."
DOCUMENT = from_record({"id": "x", "text": TEXT}, "x")
EVENT: dict[str, Any] = {
    "id": "e1",
    "kind": "attack",
    "main": True,
    "attack_types": ["armed_assault"],
    "date": {"start": "2024-06-04", "end": "2024-06-04", "precision": "day"},
    "place": {"name": "Kor", "country": "NG", "lat": 10.0, "lon": 10.0, "text": "Kor", "span": [22, 25]},
    "perpetrators": [{"text": "Gunmen", "actor_id": None, "span": [0, 6]}],
    "targets": [
        {"text": "two Chinese", "type": "business", "country": "CN", "role": "hit", "effect": "killed", "span": [1, 2]},
        {"text": "a bus", "type": "transportation", "country": None, "role": "hit", "effect": None, "span": [3, 4]},
    ],
    "killed": {"low": 9, "high": None, "qualifier": "at_least"},
    "wounded": None,
    "weapons": [{"text": "rifles", "type": "firearms", "span": [5, 6]}],
    "responsibility": [
        {"actor": {"text": "The Red Dawn", "actor_id": "red-dawn"}, "stance": "claims", "holder": {"kind": "group"}}
    ],
    "links": [],
}


def story(*events: dict[str, Any], **parts: Any) -> Story:
    kept = {"relevant": True, "events": events, "assessments": None, "relations": None}
    return Story(document=DOCUMENT, **{**kept, **parts})


def report(*events: dict[str, Any], **parts: Any) -> dict[str, Any]:
    kept = {"document": {"text": TEXT}, "relevant": bool(events), "events": list(events)}
    return {**kept, "assessments": [], "relations": [], **parts}


def with_slot(**slots: Any) -> dict[str, Any]:
    return {**EVENT, **slots}


def compared(said: dict[str, Any], meant: dict[str, Any]) -> Comparison:
    return compare(report(said), story(meant))


def test_an_event_equals_itself_in_every_slot() -> None:
    tallies = compared(EVENT, EVENT).tallies
    assert {name for name, tally in tallies.items() if not tally.empty and tally.f1 != 1.0} == set()
    assert tallies["targets type"] == hits(2, 2, 2)


SLOT_CASES = [
    ("kind", {"kind": "operation"}, hits(0, 1, 1)),
    ("attack_types", {"attack_types": ["bombing", "armed_assault"]}, hits(1, 2, 1)),
    ("date", {"date": {"start": "2024-06-04", "end": "2024-06-05"}}, hits(0, 1, 1)),
    ("date start", {"date": {"start": "2024-06-04", "end": "2024-06-05"}}, hits(1, 1, 1)),
    ("date", {"date": {"start": None, "end": None}}, hits(0, 0, 1)),
    ("country", {"place": {"name": "Kor", "country": "ML"}}, hits(0, 1, 1)),
    ("place", {"place": {"name": "Kor Market", "country": "NG"}}, hits(1, 1, 1)),
    ("place", {"place": {"name": "Bal", "country": "NG", "lat": 10.1, "lon": 10.1}}, hits(1, 1, 1)),
    ("place", {"place": {"name": "Bal", "country": "NG", "lat": 11.0, "lon": 10.0}}, hits(0, 1, 1)),
    ("place", {"place": None}, hits(0, 0, 1)),
    ("killed", {"killed": {"low": 9, "high": 9, "qualifier": "exact"}}, hits(1, 1, 1)),
    ("killed exact", {"killed": {"low": 9, "high": 9, "qualifier": "exact"}}, hits(0, 1, 1)),
    ("wounded", {"wounded": {"low": 5, "high": 5, "qualifier": "exact"}}, hits(0, 1, 0)),
    ("perpetrators", {"perpetrators": [{"text": "the gunmen", "actor_id": None}]}, hits(1, 1, 1)),
    ("perpetrators", {"perpetrators": [{"text": "men", "actor_id": None, "span": [3, 6]}]}, hits(1, 1, 1)),
    ("perpetrators", {"perpetrators": [{"text": "Gunmen", "actor_id": "iskp", "span": [0, 6]}]}, hits(0, 1, 1)),
    ("targets country+role", {"targets": EVENT["targets"][1:]}, hits(0, 0, 1)),
    ("targets type", {"targets": EVENT["targets"][1:]}, hits(1, 1, 2)),
    ("weapons type", {"weapons": [{"text": "a bomb", "type": "explosives"}]}, hits(0, 1, 1)),
    ("stance", {"responsibility": [{**EVENT["responsibility"][0], "holder": {"kind": "media"}}]}, hits(1, 1, 1)),
    ("stance+holder", {"responsibility": [{**EVENT["responsibility"][0], "holder": {"kind": "media"}}]}, hits(0, 1, 1)),
    ("stance", {"responsibility": [{**EVENT["responsibility"][0], "stance": "denies"}]}, hits(0, 1, 1)),
]


@pytest.mark.parametrize(("name", "slots", "expected"), SLOT_CASES)
def test_a_slot_counts_what_is_right_said_and_wanted(name: str, slots: dict[str, Any], expected: Tally) -> None:
    assert compared(with_slot(**slots), EVENT).tallies[name] == expected


def test_a_slot_that_neither_has_is_not_counted() -> None:
    assert "wounded" not in compared(EVENT, EVENT).tallies


def test_a_key_that_the_gold_lacks_is_not_scored() -> None:
    tallies = compared(EVENT, {"kind": "attack", "killed": {"low": 9}}).tallies
    assert {name for name in tallies if name in EVENT or name.startswith("killed")} == {"kind", "killed"}
    assert "main events" not in tallies and "links" not in tallies


def test_a_nested_key_that_the_gold_lacks_is_not_scored() -> None:
    tallies = compared(EVENT, {"kind": "attack", "targets": [{"text": "a bus", "type": "transportation"}]}).tallies
    assert "targets type" in tallies and "targets country+role" not in tallies


def test_a_missed_event_costs_all_its_slots_and_only_in_the_whole() -> None:
    tallies = compare(report(), story(EVENT)).tallies
    assert tallies["events"] == hits(0, 0, 1)
    assert tallies[PAIRED].empty and tallies[WHOLE].gold > 8 and not tallies[WHOLE].predicted


def test_a_false_event_costs_all_its_slots() -> None:
    tallies = compare(report(EVENT), story(relevant=False)).tallies
    assert tallies[WHOLE].predicted > 8 and not tallies[WHOLE].gold


def test_a_negative_without_events_is_right() -> None:
    tallies = compare(report(), story(relevant=False)).tallies
    assert tallies[NEGATIVES] == hits(1, 1, 1) and tallies["relevant"].empty


def test_a_negative_with_an_event_is_wrong() -> None:
    found = compare(report(EVENT), story(relevant=False))
    assert (found.tallies[NEGATIVES], found.tallies["relevant"], found.false_events) == (
        hits(0, 1, 1),
        hits(0, 1, 0),
        1,
    )


def test_links_count_by_the_events_that_they_tie() -> None:
    arrest = {"id": "e2", "kind": "arrest", "main": False, "links": [{"relation": "follows", "event": "e1"}]}
    said = [{**EVENT, "id": "a"}, {**arrest, "id": "b", "links": [{"relation": "follows", "event": "a"}]}]
    assert compare(report(*said), story(EVENT, arrest)).tallies["links"] == hits(1, 1, 1)
    loose = [said[0], {**said[1], "links": [{"relation": "follows", "event": None}]}]
    assert compare(report(*loose), story(EVENT, arrest)).tallies["links"] == hits(0, 1, 1)


@pytest.mark.parametrize(("low", "kept"), [(12, 1), (13, 0)])
def test_further_readings_are_sought_among_the_assertions(low: int, kept: int) -> None:
    meant = with_slot(also=[{"field": "/killed", "value": {"low": 12, "high": 12}}])
    said = with_slot(assertions=[{"field": "/killed", "value": {"low": low, "high": low}}])
    assert compared(said, meant).tallies["further readings"].recall == kept


def test_assessments_match_by_type_and_overlap() -> None:
    wanted = ({"type": "gap", "span": [0, 10]}, {"type": "trend", "span": [0, 10]})
    said = [{"type": "gap", "span": [9, 20], "quote": TEXT[9:20]}, {"type": "trend", "span": [10, 20]}]
    found = compare(report(assessments=said), story(assessments=wanted))
    assert found.tallies["assessments"] == hits(1, 2, 2)


def test_relations_match_by_their_two_ends() -> None:
    said = {"subject": {"actor_id": "amaq", "text": "Amaq"}, "relation": "media_arm_of", "object": {"text": "the IS"}}
    wanted = {"subject": "amaq", "relation": "media_arm_of", "object": "IS"}
    other = {**wanted, "object": "iskp"}
    found = compare(report(relations=[said]), story(relations=(wanted, other)))
    assert found.tallies["relations"] == hits(1, 1, 2)


@pytest.mark.parametrize(
    ("node", "right"),
    [
        ({"span": [0, 6], "quote": "Gunmen"}, 1),
        ({"span": [0, 5], "quote": "Gunmen"}, 0),
        ({"span": [0, 999]}, 0),
        ({"span": [6, 6]}, 0),
        ({"span": [0, 6]}, 1),
    ],
)
def test_a_span_must_lie_in_the_text_and_quote_itself(node: dict[str, Any], right: int) -> None:
    said = {"kind": "attack", "assertions": [node]}
    assert compare(report(said), story(relevant=False)).tallies[SPANS] == hits(right, 1, 1)


def test_mistakes_are_told_in_words() -> None:
    lost = {"id": "e2", "kind": "arrest", "main": False, "place": {"name": "Bal"}, "date": None}
    found = compare(report(with_slot(killed={"low": 8, "high": 8, "qualifier": "exact"})), story(EVENT, lost))
    assert found.mistakes == (
        "missed arrest Bal",
        "attack Kor 2024-06-04 9 killed: killed: 8..8 exact for 9..None at_least",
    )


def test_the_worst_story_is_told_first() -> None:
    bad, good = story(EVENT), story(EVENT)
    result = score([good, bad], [report(EVENT), report()])
    assert result.documents == 2 and result.worst[0] == "x  0" and len(result.worst) == 2


def test_false_events_are_counted_by_kind_of_negative() -> None:
    sport = story(relevant=False, tags=("negative:sport",))
    assert score([sport, sport], [report(EVENT), report()]).notes == ("negative:sport: 1 false events in 2 stories",)
