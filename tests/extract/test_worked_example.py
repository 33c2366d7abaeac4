"""The worked example of the output that callers rely on: the same events, stances, assessments and relations."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.pages import PUBLISHED

from tocsin.model import wire
from tocsin.model.text import Document
from tocsin.pipeline import analyze
from tocsin.read import Given, read_file

EXAMPLE = Path(__file__).parents[3] / "shared" / "example"


@pytest.fixture(scope="module")
def both() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the output as it should be and as it is; skip where the example is not beside the repository."""
    if not (EXAMPLE / "report.txt").exists():
        pytest.skip("the worked example is kept outside the repository and is not here")
    (page,) = read_file(EXAMPLE / "report.txt", Given(published=PUBLISHED))
    assert isinstance(page, Document)
    return json.loads((EXAMPLE / "analyze.json").read_text()), wire.report(analyze(page))


def _when(event: dict[str, Any]) -> Any:
    date = event["date"]
    return date and (date["start"], date["end"], date["precision"], date["text"], date["span"])


def _where(event: dict[str, Any]) -> Any:
    place = event["place"]
    return place and (place["name"], place["place_id"], place["country"], place["precision"])


def _tolls(event: dict[str, Any]) -> Any:
    names = ("killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators")
    counts = [event[name] and (event[name]["low"], event[name]["high"], event[name]["qualifier"]) for name in names]
    return dict(zip(names, counts, strict=True))


def _told_tolls(event: dict[str, Any]) -> Any:
    """Return every toll that somebody gives, with the holder's words."""
    tolls = [one for one in event["assertions"] if one["field"] in ("/killed", "/wounded", "/arrested")]
    return sorted((one["field"], one["value"]["low"], one["holder"]["text"] or "") for one in tolls)


def _stances(event: dict[str, Any]) -> Any:
    return [
        (
            entry["actor"] and entry["actor"]["actor_id"],
            entry["stance"],
            entry["holder"]["kind"],
            entry["holder"]["actor_id"],
            [link["actor_id"] for link in entry["holder"]["via"]],
            entry["channel"],
        )
        for entry in event["responsibility"]
    ]


def _targets(event: dict[str, Any]) -> Any:
    return sorted((target["role"], target["country"] or "") for target in event["targets"])


def _doers(event: dict[str, Any]) -> Any:
    return [actor["name"] for actor in event["perpetrators"]], event["issuer"] and event["issuer"]["actor_id"]


def _work(event: dict[str, Any]) -> Any:
    return event["medium"], event["title"], event["stage"], event["attack_types"], event["suicide"]


def _subjects(event: dict[str, Any]) -> Any:
    return [(one["role"], one["text"], one["count"] and one["count"]["low"]) for one in event["subjects"]]


def _links(event: dict[str, Any]) -> Any:
    return [(link["relation"], link["event"]) for link in event["links"]]


VIEWS: tuple[Callable[[dict[str, Any]], Any], ...] = (
    _when,
    _where,
    _tolls,
    _told_tolls,
    _stances,
    _targets,
    _doers,
    _work,
    _subjects,
    _links,
)


def test_the_example_tells_of_the_same_events(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, found = ([(event["kind"], event["main"]) for event in one["events"]] for one in both)
    assert expected == found


@pytest.mark.parametrize("at", range(4), ids=["raid", "threat", "arrest", "older attack"])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__.strip("_"))
def test_the_example_s_events_say_the_same(
    both: tuple[dict[str, Any], dict[str, Any]], view: Callable[[dict[str, Any]], Any], at: int
) -> None:
    expected, found = (view(one["events"][at]) for one in both)
    assert expected == found


def test_the_example_s_judgements_have_the_same_types_and_holders(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, found = (
        [(one["type"], one["holder"]["kind"], one["factuality"], one["quote"]) for one in whole["assessments"]]
        for whole in both
    )
    assert expected == found


@pytest.mark.parametrize("relation", ["media_arm_of", "hostile_to"])
def test_the_example_s_relations_are_the_same(both: tuple[dict[str, Any], dict[str, Any]], relation: str) -> None:
    expected, found = (
        [
            (one["subject"]["actor_id"], one["object"]["actor_id"], one["holder"]["kind"], one["factuality"])
            for one in whole["relations"]
            if one["relation"] == relation
        ]
        for whole in both
    )
    assert expected == found
