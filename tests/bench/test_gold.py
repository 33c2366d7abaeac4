"""Gold stories are compiled to the contract's form, and what does not fit is named with file, slot and text."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tocsin.bench.gold import outside, standoff, stories, story
from tocsin.errors import BenchError

TEXT = """Raid near Kor kills nine

KOR, Nigeria - Gunmen killed nine people near Kor on Tuesday, police said.
The Red Dawn claimed the raid on its radio. The army said that 12 had died.
"""
EVENT: dict[str, Any] = {
    "id": "e1",
    "kind": "attack",
    "main": True,
    "attack_types": ["armed_assault"],
    "date": {"start": "2024-06-04", "end": "2024-06-04", "text": "Tuesday"},
    "place": {"name": "Kor", "country": "NG", "precision": "near", "text": "Kor", "at": 2},
    "perpetrators": [{"text": "Gunmen", "actor_id": None}],
    "targets": [{"text": "nine people", "type": "unknown", "count": {"low": 9, "high": 9}, "effect": "killed"}],
    "killed": {"low": 9, "high": 9, "text": "nine people"},
    "responsibility": [
        {
            "actor": {"text": "The Red Dawn", "actor_id": None},
            "stance": "claims",
            "holder": {"kind": "group", "text": "The Red Dawn", "via": [{"kind": "media", "text": "radio"}]},
        },
        {"actor": None, "stance": "no_claim", "holder": {"kind": "author"}},
    ],
    "also": [
        {"field": "/killed", "value": {"low": 12}, "holder": {"kind": "authority", "text": "The army"}, "text": "12"}
    ],
}
RAW: dict[str, Any] = {"id": "kor-raid", "published": "2024-06-06", "relevant": True, "events": [EVENT]}


def written(folder: Path, **changes: Any) -> Path:
    (folder / "kor-raid.txt").write_text(TEXT, "utf-8")
    path = folder / "kor-raid.yml"
    path.write_text(yaml.safe_dump({**RAW, **changes}), "utf-8")
    return path


def changed(**slots: Any) -> list[dict[str, Any]]:
    return [{**EVENT, **slots}]


def test_every_phrase_gets_the_span_where_it_stands(tmp_path: Path) -> None:
    event = (story(written(tmp_path)).events or ())[0]
    found = [event["date"], event["perpetrators"][0], event["killed"], event["responsibility"][0]["holder"]["via"][0]]
    assert [TEXT[one["span"][0] : one["span"][1]] for one in found] == ["Tuesday", "Gunmen", "nine people", "radio"]


def test_at_names_the_occurrence_that_is_meant(tmp_path: Path) -> None:
    (event,) = story(written(tmp_path, events=changed(place={"name": "Kor", "text": "Kor", "at": 2}))).events or ()
    assert event["place"]["span"] == [TEXT.index("near Kor on") + 5, TEXT.index("near Kor on") + 8]


def test_a_slot_left_out_is_stated_to_be_absent(tmp_path: Path) -> None:
    (event,) = story(written(tmp_path)).events or ()
    absent = {key: event[key] for key in ("wounded", "issuer", "weapons", "suicide", "title", "subjects")}
    assert absent == {"wounded": None, "issuer": None, "weapons": [], "suicide": None, "title": None, "subjects": []}


def test_a_qualifier_left_out_is_exact(tmp_path: Path) -> None:
    (event,) = story(written(tmp_path)).events or ()
    assert event["killed"]["qualifier"] == event["targets"][0]["count"]["qualifier"] == "exact"


def test_further_readings_stay_beside_the_event(tmp_path: Path) -> None:
    (event,) = story(written(tmp_path)).events or ()
    assert [(one["field"], one["value"]) for one in event["also"]] == [("/killed", {"low": 12})]


def test_the_document_is_the_story_as_the_product_reads_it(tmp_path: Path) -> None:
    document = story(written(tmp_path)).document
    found = (document.id, document.title, str(document.published), document.text)
    assert found == ("kor-raid", "Raid near Kor kills nine", "2024-06-06", TEXT)


def test_norway_unquoted_is_norway(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace("country: NG", "country: NO"), "utf-8")
    (event,) = story(path).events or ()
    assert event["place"]["country"] == "NO"


@pytest.mark.parametrize(
    ("changes", "slot", "reason"),
    [
        ({"events": changed(killed={"low": 9, "text": "ten people"})}, "events/e1/killed", "'ten people'"),
        ({"events": changed(place={"name": "Kor", "text": "Kor", "at": 9})}, "events/e1/place", "occurrence 9"),
        ({"events": changed(targets=[{"text": "no", "type": "unknown"}])}, "events/e1/targets/0", "'no'"),
        ({"events": changed(weapons=[{"text": 5, "type": "unknown"}])}, "events/e1/weapons/0", "words of the story"),
        ({"events": changed(kind="riot")}, "events/e1", "riot"),
        ({"events": changed(killed={"low": 9, "span": [5, 9999]})}, "events/e1/killed", "leaves the text"),
        ({"assessments": [{"type": "gap", "text": "nowhere"}]}, "assessments/0", "'nowhere'"),
        ({"relevant": False}, "kor-raid.yml", "not relevant"),
        ({"id": "other"}, "kor-raid.yml", "'other'"),
        ({"published": "some day"}, "kor-raid.yml", "some day"),
    ],
)
def test_a_fault_is_named_with_file_slot_and_text(
    tmp_path: Path, changes: dict[str, Any], slot: str, reason: str
) -> None:
    with pytest.raises(BenchError) as caught:
        story(written(tmp_path, **changes))
    assert caught.value.subject.startswith("kor-raid.yml") and slot in caught.value.subject
    assert reason in caught.value.reason


def test_an_annotation_without_its_story_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.with_suffix(".txt").unlink()
    with pytest.raises(BenchError, match="story cannot be read"):
        story(path)


def test_stories_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    written(tmp_path)
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text("A quiet day.", "utf-8")
        (tmp_path / f"{name}.yml").write_text(yaml.safe_dump({"id": name, "relevant": False}), "utf-8")
    assert [one.document.id for one in stories(tmp_path)] == ["a", "b", "kor-raid"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    record = {"url": "https://example.org/kor", "date": "2024-06-06", "title": "Raid", "text": TEXT}
    (folder / "all.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    return folder


def pointed(folder: Path, **changes: Any) -> Path:
    start = TEXT.index("near Kor on") + 5
    raw = {
        "data": "all.jsonl",
        "key": {"url": "https://example.org/kor"},
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "events": [{"kind": "attack", "place": {"name": "Kor", "precision": "near", "span": [start, start + 3]}}],
    }
    folder.mkdir()
    (folder / "kor.yml").write_text(yaml.safe_dump({**raw, **changes}), "utf-8")
    return folder


def test_a_span_stands_for_its_words(tmp_path: Path, data: Path) -> None:
    found, notes = standoff(pointed(tmp_path / "real"), data)
    assert [one["place"]["text"] for one in found[0].events or ()] == ["Kor"]
    assert (found[0].document.id, str(found[0].document.published), notes) == ("kor", "2024-06-06", [])


@pytest.mark.parametrize(
    ("changes", "reason"), [({"sha256": "0"}, "has changed"), ({"key": {"url": "x"}}, "not in the data folder")]
)
def test_a_document_that_is_not_as_annotated_is_left_out(
    tmp_path: Path, data: Path, changes: dict[str, Any], reason: str
) -> None:
    found, notes = standoff(pointed(tmp_path / "real", **changes), data)
    assert (found, len(notes)) == ([], 1) and reason in notes[0]


def test_stand_off_stories_are_left_out_without_a_data_folder(tmp_path: Path) -> None:
    found, notes = standoff(pointed(tmp_path / "real"), None)
    assert (found, notes) == ([], ["kor: not in the data folder, left out"])


def test_an_outside_story_keeps_only_what_was_annotated(tmp_path: Path) -> None:
    path = tmp_path / "outside.jsonl"
    path.write_text(json.dumps({"id": "x", "text": TEXT, "events": [{"kind": "attack"}]}) + "\n", "utf-8")
    (found,) = outside(path)
    assert (found.events, found.assessments, found.relations, found.relevant) == (
        ({"kind": "attack"},),
        None,
        None,
        True,
    )


def test_an_outside_story_without_events_is_a_negative(tmp_path: Path) -> None:
    path = tmp_path / "outside.jsonl"
    path.write_text(json.dumps({"id": "x", "text": TEXT, "events": []}) + "\n", "utf-8")
    assert [one.relevant for one in outside(path)] == [False]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "x"}', '{"id": "x", "text": 5}'])
def test_a_line_that_is_no_story_is_an_error(tmp_path: Path, line: str) -> None:
    path = tmp_path / "outside.jsonl"
    path.write_text(line + "\n", "utf-8")
    with pytest.raises(BenchError):
        outside(path)
