"""Laws that every report keeps, whatever its text: spans quote, fields are asserted, readings repeat to the byte."""

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.extract.cases import CASES, sentences
from tests.pages import PUBLISHED, document, report

from tocsin.extract import is_sure
from tocsin.model import wire
from tocsin.model.incident import MANY, SINGLE
from tocsin.model.record import Report
from tocsin.model.text import Document
from tocsin.pipeline import analyze
from tocsin.read import Given, read_bytes, read_file

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT.parent / "shared" / "schema" / "analyze.schema.json"
SAMPLES = Path(str(resources.files("tocsin.data") / "samples"))
COUNTS = ("acts", "killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators")
SAID = [
    "JNIM claimed responsibility for the attack.",
    "The army put the number of dead at 12.",
    "Police said that Boko Haram had claimed the bombing; the group denied it.",
    "Between five and seven people, including two Chinese engineers, are missing.",
    "Last year, dozens died in an attack on the same road.",
    "Analysts say that the group may be exploiting anger over land.",
    "Boko Haram, a rival of Islamic State West Africa Province, is active in Niger.",
    "Up to 20 fighters were killed in an air strike in Syria in 2019.",
    "“We will strike again,” the group said in a statement on Telegram.",
]
ODD = [
    "",
    "\x00",
    "\ufffd",
    "🙂 ",
    "👩\u200d👩\u200d👧 ",
    "e\u0301\u0323 ",
    "انفجار في السوق. ",
    "\u202eשלום\u202c ",
    "\u200b",
    "\ufeff",
    "\U0001f1f3\U0001f1ec ",
    "\t— ",
    "“",
]
BREAKS = [" ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u00a0", "  ", " \n \r"]
POOL = [sentence.strip() for case in CASES for sentence in sentences(case.full)] + SAID
PIECES = st.tuples(st.sampled_from(POOL), st.sampled_from(ODD), st.sampled_from(BREAKS))
MIXTURES = st.lists(PIECES, min_size=1, max_size=6).map(lambda found: "".join(a + c + b for a, b, c in found))
GARISSA = "".join(f"{sentence}{odd}" for sentence, odd in zip(sentences(CASES[0].full), ODD[1:], strict=False))


def _samples() -> list[Document]:
    files = [path for path in sorted(SAMPLES.iterdir()) if path.name != "README.md"]
    found = [one for path in files for one in read_file(path, Given(published=PUBLISHED))]
    assert all(isinstance(one, Document) for one in found)
    return [one for one in found if isinstance(one, Document)]


EACH_SAMPLE = pytest.mark.parametrize("sample", _samples(), ids=lambda sample: sample.id[:16])


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a wire form."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(item)


def _pointed(event: dict[str, Any], pointer: str) -> Any:
    """Return what a JSON pointer points at in an event; raise where it points at nothing."""
    found: Any = event
    for step in pointer.split("/")[1:]:
        found = found[int(step)] if isinstance(found, list) else found[step]
    return found


def _agrees(stated: Any, field: Any) -> bool:
    """Tell whether what an assertion states is what the field holds, as far as it states it."""
    if isinstance(stated, dict):
        return isinstance(field, dict) and all(_agrees(item, field[key]) for key, item in stated.items())
    return bool(stated == field)


def check_spans(found: dict[str, Any]) -> None:
    text = found["document"]["text"]
    for noun in _objects(found):
        if noun.get("span") is None:
            continue
        start, end = noun["span"]
        assert 0 <= start < end <= len(text)
        words = noun.get("quote", noun.get("text"))
        assert words is None or words == text[start:end]


def check_assertions(found: dict[str, Any]) -> None:
    for event in found["events"]:
        by_field: dict[str, list[dict[str, Any]]] = {}
        for assertion in event["assertions"]:
            assert _pointed(event, assertion["field"]) is not None
            by_field.setdefault(assertion["field"], []).append(assertion)
        told = ["/kind", *(f"/{name}" for name in SINGLE if event[name] is not None)]
        told += [f"/{name}/{i}" for name in (*MANY, "responsibility", "links") for i in range(len(event[name]))]
        assert set(told) == set(by_field)
        for field in told[: -len(event["responsibility"]) - len(event["links"]) or None]:
            assert any(_agrees(one["value"], _pointed(event, field)) for one in by_field[field]), field


def check_identities(found: dict[str, Any]) -> None:
    for kind in ("events", "assessments", "relations"):
        ids = [one["id"] for one in found[kind]]
        assert len(ids) == len(set(ids))
    asserted = [assertion["id"] for event in found["events"] for assertion in event["assertions"]]
    assert len(asserted) == len(set(asserted))
    events = {event["id"] for event in found["events"]}
    for event in found["events"]:
        own = {assertion["id"]: assertion for assertion in event["assertions"]}
        for i, entry in enumerate(event["responsibility"]):
            assert own[entry["assertion"]]["field"] == f"/responsibility/{i}"
            assert own[entry["assertion"]]["holder"] == entry["holder"]
        assert {link["event"] for link in event["links"]} <= events | {None}
        assert event["id"] not in {link["event"] for link in event["links"]}
    assert {one["about"]["event"] for one in found["assessments"]} <= events | {None}


def check_intervals(found: dict[str, Any]) -> None:
    for noun in _objects(found["events"]):
        low, high = noun.get("low"), noun.get("high")
        assert low is None or high is None or 0 <= low <= high
        if "precision" in noun and "start" in noun:
            assert (noun["start"] is None) == (noun["end"] is None)
            assert noun["start"] is None or noun["start"] <= noun["end"]
            assert noun["start"] is not None or noun["precision"] == "unknown"
    for event in found["events"]:
        assert all(event[name] is None or (event[name]["low"], event[name]["high"]) != (None, None) for name in COUNTS)


def check_relevance(found: dict[str, Any]) -> None:
    assert found["relevant"] or not found["events"]
    assert not found["events"] or any(event["main"] for event in found["events"]) or is_sure(found["relevance"])


LAWS = (check_spans, check_assertions, check_identities, check_intervals, check_relevance)


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    """Return the validator of the output's schema; skip where the file is not beside the repository."""
    if not SCHEMA.exists():
        pytest.skip("the schema of the output is kept outside the repository and is not here")
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text()))


@EACH_SAMPLE
def test_the_laws_hold_for_the_bundled_samples(sample: Document) -> None:
    found = wire.report(analyze(sample))
    for law in LAWS:
        law(found)


def test_most_of_the_bundled_samples_tell_of_something() -> None:
    assert sum(bool(analyze(sample).events) for sample in _samples()) >= 6


@settings(max_examples=120)
@given(MIXTURES)
@example(GARISSA)
def test_the_laws_hold_for_any_mixture_of_sentences_signs_and_line_ends(text: str) -> None:
    found = wire.report(report(text))
    for law in LAWS:
        law(found)


@pytest.mark.parametrize("odd", [odd for odd in ODD if odd], ids=ascii)
@pytest.mark.parametrize("lines", ["\n", "\r\n", "\r"], ids=ascii)
def test_signs_between_sentences_break_no_span_and_lose_no_event(odd: str, lines: str) -> None:
    story = CASES[0].full.replace(". ", f".{lines}{odd}{lines}")
    found = wire.report(report(story))
    for law in LAWS:
        law(found)
    (event,) = found["events"]
    assert (event["kind"], event["date"]["start"], event["killed"]["low"]) == ("attack", "2024-06-03", 4)
    assert [entry["actor"]["actor_id"] for entry in event["responsibility"]] == ["al-shabaab"]


def test_a_nul_that_is_read_becomes_a_replacement_sign_in_its_place() -> None:
    raw = CASES[0].full.replace(". ", ".\x00 ")
    (page,) = read_bytes(raw.encode(), "raid.txt", Given(published=PUBLISHED))
    assert isinstance(page, Document)
    assert page.text == raw.replace("\x00", "\ufffd")
    check_spans(wire.report(analyze(page)))


@EACH_SAMPLE
def test_a_sample_read_twice_gives_the_same_bytes(sample: Document) -> None:
    assert wire.line(analyze(sample)) == wire.line(analyze(sample))


@settings(max_examples=15)
@given(MIXTURES, MIXTURES)
def test_a_text_gives_the_same_bytes_alone_and_after_another(text: str, other: str) -> None:
    alone: Report = report(text)
    report(other)
    assert wire.line(report(text)) == wire.line(alone)


@EACH_SAMPLE
def test_a_sample_s_output_fits_the_schema(sample: Document, schema: jsonschema.Draft202012Validator) -> None:
    schema.validate(wire.report(analyze(sample)))


@pytest.mark.parametrize("at", range(0, len(CASES), 4))
def test_the_output_fits_the_schema(at: int, schema: jsonschema.Draft202012Validator) -> None:
    for case in CASES[at : at + 4]:
        schema.validate(wire.report(report(case.full)))
        schema.validate(wire.report(analyze(document(case.bare, published=None))))
