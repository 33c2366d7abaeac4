"""What the trained reader sees, beside and beyond the lists of words, becomes events, roles and stances."""

from dataclasses import replace

import pytest
from tests.pages import document
from tests.readers import FakeReader

from tocsin.extract import passes, relevance
from tocsin.knowledge import Knowledge, load
from tocsin.model.record import Event, Report
from tocsin.pipeline import analyze


def read(text: str, reader: FakeReader | None, *, gate: bool = False, recalled: bool = False) -> Report:
    """Return the report on a text that a fake reader reads."""
    known: Knowledge = replace(load(), reader=lambda: reader)
    return analyze(document(text), known, gate=gate, recalled=recalled)


def told(report: Report) -> list[tuple[str, str]]:
    """Return the kind of each event with the first word that tells it."""
    return [(event.kind, _kind(event)) for event in report.events]


def _kind(event: Event) -> str:
    return next(assertion.quote for assertion in event.assertions if assertion.field == "/kind")


def sees(word: str, kind: str, chance: float = 0.99) -> FakeReader:
    """Return a reader that sees one word tell an event."""
    return FakeReader({word: {kind: chance}})


UNLISTED = "Gunmen zorbed a police post near Gubio on Tuesday."


def test_a_word_that_no_list_has_tells_an_attack_if_the_reader_sees_one() -> None:
    (event,) = read(UNLISTED, sees("zorbed", "attack")).events

    assert event.kind == "attack"
    assert "zorbed" in _kind(event)
    assert event.place is not None and event.place.name == "Gubio"


@pytest.mark.parametrize("reader", [None, sees("zorbed", "attack", 0.3), sees("Tuesday", "attack")])
def test_without_a_reader_that_sees_it_such_a_word_tells_nothing(reader: FakeReader | None) -> None:
    assert told(read(UNLISTED, reader)) == []


def test_what_the_reader_is_sure_of_is_political_without_more() -> None:
    text = "A baker was stabbed in Lyon on Tuesday."

    assert told(read(text, None)) == []
    assert [kind for kind, _ in told(read(text, sees("stabbed", "attack")))] == ["attack"]


def test_two_words_that_the_reader_parts_tell_two_events() -> None:
    text = "Rebels bombed a church and shelled a school in Kor on Tuesday."
    seen = {"bombed": {"attack": 0.9}, "shelled": {"attack": 0.9}}
    parted = FakeReader(seen, unlike=frozenset({("bombed", "shelled")}))

    assert len(read(text, FakeReader(seen)).events) == 1
    assert len(read(text, parted).events) == 2


ARREST = "Detectives zorbed four members of ETA in Bilbao on Tuesday."


def test_an_arrest_that_the_reader_sees_has_those_held_and_who_holds_them() -> None:
    reader = FakeReader(
        {"zorbed": {"arrest": 0.9}, "Detectives": {"doer": 0.9}, "four": {"subject": 0.9}, "members": {"subject": 0.9}},
        links={("zorbed", "Detectives"): "doer", ("zorbed", "four"): "subject", ("zorbed", "members"): "subject"},
    )

    (event,) = read(ARREST, reader).events

    assert event.kind == "arrest"
    assert event.arrested is not None and event.arrested.low == 4
    assert event.authority is not None and event.authority.text == "Detectives"


def test_a_threat_that_the_reader_sees_needs_an_issuer() -> None:
    text = "Al-Shabaab zorbed Kenyan schools in a sermon on Tuesday."
    threat = {"zorbed": {"threat": 0.9}}

    whole = FakeReader({**threat, "Al": {"doer": 0.9}, "Shabaab": {"doer": 0.9}}, links={("zorbed", "Shabaab"): "doer"})

    assert told(read(text, FakeReader(threat))) == []
    (event,) = read(text, whole).events
    assert event.issuer is not None and event.issuer.actor_id == "al-shabaab"


CLAIM = "A bomb killed nine people at a market in Haifa on Tuesday. The hand of Hamas is in it."


def test_a_stance_that_no_wording_tells_is_taken_from_the_reader() -> None:
    stands = {("Hamas", "bomb"): "suspected", ("Hamas", "killed"): "suspected"}
    reader = FakeReader({"Hamas": {"actor": 0.9}}, stands=stands)

    (event,) = read(CLAIM, reader).events

    assert [(s.stance, s.actor.actor_id if s.actor else None) for s in event.responsibility] == [("suspected", "hamas")]
    assert not read(CLAIM, FakeReader({"Hamas": {"actor": 0.9}})).events[0].responsibility


def test_whom_the_reader_takes_for_no_party_has_no_stance() -> None:
    reader = FakeReader({}, stands={("Hamas", "bomb"): "suspected", ("Hamas", "killed"): "suspected"})
    assert not read(CLAIM, reader).events[0].responsibility


def test_a_pronoun_is_no_party_of_its_own() -> None:
    text = "A bomb killed nine soldiers of the Iraqi army in Kirkuk on Tuesday. It grieved for them."
    stands = {("It", "bomb"): "claims", ("It", "killed"): "claims"}
    assert not read(text, FakeReader({"It": {"actor": 0.9}}, stands=stands)).events[0].responsibility


def test_whom_a_deed_repays_is_not_accused_of_it() -> None:
    text = "A bomb killed nine people at a market in Haifa on Tuesday. It was revenge for Hamas operations."
    stands = {("Hamas", "bomb"): "accused", ("Hamas", "killed"): "accused"}
    assert not read(text, FakeReader({"Hamas": {"actor": 0.9}}, stands=stands)).events[0].responsibility


GATED = "Two guards were zorbed in Kor on Tuesday, an official said."


def test_a_text_whose_words_leave_it_open_is_read_on_if_the_reader_sees_an_event_in_its_beginning() -> None:
    assert not read(GATED, FakeReader({}), gate=True).relevant
    assert read(GATED, sees("zorbed", "attack"), gate=True).relevance >= 0.9


def test_violence_that_only_the_end_of_a_text_recalls_is_not_its_news() -> None:
    text = "Two guards of the police in Kor met the minister, an official of the state said. " * 13 + UNLISTED

    assert passes(relevance(document(text), load()))
    assert not read(text, sees("zorbed", "attack"), gate=True).relevant
    assert read(text, sees("zorbed", "attack"), gate=True, recalled=True).events


@pytest.mark.parametrize(("title", "relevant"), [("Omagh remembers, 25 years on", False), ("What is known", True)])
def test_what_only_an_anniversary_recalls_is_no_news_however_surely_it_is_seen(title: str, relevant: bool) -> None:
    text = f"{title}\n\nA car bomb killed 29 people in Omagh on 15 August 1998. Hezbollah claimed it."
    assert read(text, sees("bomb", "attack"), gate=True).relevant == relevant


def test_what_stands_far_into_a_text_is_read_in_a_passage_of_its_own() -> None:
    calm = "Traders of the town said that prices had not changed since the rains. "

    (event,) = read(calm * 20 + UNLISTED, sees("zorbed", "attack")).events

    assert "zorbed" in _kind(event)


UNCUED = "Rebels killed four traders in Kor on Tuesday. Every ransom buys the rifles for the next raid, an elder said."


def test_a_clause_that_no_cue_betrays_is_a_judgement_if_the_reader_sees_one() -> None:
    words = ("Every", "ransom", "buys", "the", "rifles", "for", "next", "raid")
    seen = read(UNCUED, FakeReader({word: {"capability": 0.9} for word in words})).assessments

    assert [(one.type, one.quote) for one in seen] == [("capability", "Every ransom buys the rifles for the next raid")]
    assert not read(UNCUED, None).assessments


def test_two_words_alone_are_no_judgement() -> None:
    assert not read(UNCUED, FakeReader({word: {"capability": 0.9} for word in ("Every", "ransom")})).assessments


def test_what_was_struck_and_who_did_it_come_from_the_reader_where_the_lists_do_not_know_the_verb() -> None:
    reader = FakeReader(
        {
            "zorbed": {"attack": 0.99},
            "Gunmen": {"doer": 0.9},
            "a": {"hit": 0.9},
            "police": {"hit": 0.9},
            "post": {"hit": 0.9},
        },
        links={("zorbed", "Gunmen"): "doer", ("zorbed", "police"): "hit"},
    )
    (event,) = read("Near Gubio on Tuesday a police post was zorbed; Gunmen fled.", reader).events

    assert [target.type for target in event.targets] == ["police"]
    assert [actor.text for actor in event.perpetrators] == ["Gunmen"]
