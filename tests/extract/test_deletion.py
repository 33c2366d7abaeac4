"""A field lives by its sentence: where the sentence that an assertion quotes is deleted, nothing quotes it any more."""

from collections.abc import Iterator

import pytest
from tests.extract.cases import CASES, Case, read, sentences

from tocsin.model.record import Assertion, Report
from tocsin.model.text import Span
from tocsin.model.wire import line

STORIES = pytest.mark.parametrize("case", CASES, ids=[f"{i}-{case.lacks}" for i, case in enumerate(CASES)])
GIVEN_BY_ANY_WORD = frozenset({"kind", "stage", "attack_types", "suicide"})  # other sentences tell these as well


def _cuts(text: str) -> Iterator[tuple[Span, str]]:
    """Yield each sentence's span and the text without it."""
    at = 0
    for sentence in sentences(text):
        yield Span(at, at + len(sentence)), text[:at] + text[at + len(sentence) :]
        at += len(sentence)


def _field(assertion: Assertion) -> str:
    return assertion.field.split("/")[1]


def _back(span: Span, cut: Span) -> Span:
    """Return where a span of the cut text stood in the full one."""
    moved = cut.end - cut.start
    return Span(*(at + moved if span.end > cut.start and at >= cut.start else at for at in span))


def _told(found: Report) -> dict[tuple[str, str, str], list[Assertion]]:
    """Return the assertions of a report by field, act and value; a list's elements stand under the list's name."""
    told: dict[tuple[str, str, str], list[Assertion]] = {}
    for event in found.events:
        for assertion in event.assertions:
            if _field(assertion) not in GIVEN_BY_ANY_WORD:
                told.setdefault((_field(assertion), assertion.act, line(assertion.value)), []).append(assertion)
    return told


@STORIES
def test_no_assertion_keeps_the_words_of_a_deleted_sentence(case: Case) -> None:
    """What the shorter text asserts of a field stood, word for word, in another sentence of the full one."""
    full = case.full
    for cut, rest in _cuts(full):
        for event in read(rest).events:
            for assertion in event.assertions:
                stood = _back(assertion.span, cut)
                assert not stood.meets(cut)
                assert stood.of(full) == assertion.quote == assertion.span.of(rest)


@STORIES
def test_every_value_that_only_a_deleted_sentence_told_is_gone(case: Case) -> None:
    told = _told(read(case.full))
    for cut, rest in _cuts(case.full):
        lost = {key for key, spans in told.items() if all(cut.holds(a.span) and a.quote not in rest for a in spans)}
        assert lost & _told(read(rest)).keys() == set()


@STORIES
def test_the_field_that_a_case_is_about_vanishes_with_its_sentence(case: Case) -> None:
    words = case.marked.index("{")
    cut, rest = next((cut, rest) for cut, rest in _cuts(case.full) if cut.start <= words < cut.end)
    assert cut.start <= words < cut.end
    for event in read(rest).events:
        assert str(event.date and event.date.start) != case.value
        assert (event.place and event.place.name) != case.value
        assert case.value not in {entry.actor.actor_id for entry in event.responsibility if entry.actor is not None}
        assert case.value not in {actor.actor_id for actor in event.perpetrators}
