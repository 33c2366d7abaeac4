"""How sure an event and its fields are: what all evidence is worth, and the shares that proved right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages import document, report
from tests.readers import FakeReader

from tocsin.knowledge import load
from tocsin.pipeline import analyze

CERTAINTY = load().lexicon.certainty
TOLD = [
    ("Rebels killed nine people in Kaduna on Tuesday, police said.", 3),
    ("Rebels shot dead nine people in Kaduna, police said.", 2),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_an_event_is_as_sure_as_events_that_tell_as_much_proved_to_be(text: str, told: int) -> None:
    (event,) = report(text).events

    assert event.machine_confidence == CERTAINTY.by_told[told]


def test_a_reading_is_as_sure_as_its_field_proved_to_be() -> None:
    (event,) = report("Rebels killed nine people in Kaduna on Tuesday, police said.").events

    shares = {a.field.split("/")[1]: a.machine_confidence for a in event.assertions if a.field in ("/killed", "/date")}
    assert shares == {"killed": CERTAINTY.of("killed"), "date": CERTAINTY.of("/date")}


def test_what_is_told_too_seldom_has_the_share_of_all() -> None:
    assert CERTAINTY.of("/told_by_nobody") == CERTAINTY.rest


def test_more_told_is_surer_and_nothing_is_certain() -> None:
    assert list(CERTAINTY.by_told) == sorted(CERTAINTY.by_told)
    assert all(0 < share < 1 for share in (*CERTAINTY.by_told, *CERTAINTY.fields.values(), CERTAINTY.rest))


def test_what_is_less_likely_than_asked_is_recorded_only_where_no_reader_has_seen_it() -> None:
    text, blind = "Rebels bombed a church and shelled a school in Kor on Tuesday.", FakeReader({})
    lexicon = load().lexicon
    strict = replace(lexicon, certainty=replace(lexicon.certainty, least=0.99))
    known = replace(load(), reader=lambda: blind)

    assert len(report(text).events) == 1
    assert len(analyze(document(text), known, gate=False).events) == 1
    assert not analyze(document(text), replace(known, lexicon=strict), gate=False).events


@given(st.dictionaries(st.sampled_from(sorted(set(CERTAINTY.weights) - {"bias"})), st.floats(0, 1)))
def test_a_chance_is_one_and_rises_with_whatever_speaks_for_an_event(found: dict[str, float]) -> None:
    chance = CERTAINTY.chance(found)

    assert 0 < chance < 1
    for name in found:
        rest = {other: value for other, value in found.items() if other != name}
        assert (chance - CERTAINTY.chance(rest)) * CERTAINTY.weights[name] >= 0
