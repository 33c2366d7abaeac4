"""What a report leaves out stays open: the same report with the words tells it, so each case can fail both ways."""

from datetime import date

import pytest
from tests.extract.cases import CASES, Case, read
from tests.pages import report

from tocsin.model.record import Event, Report

LEFT_OUT = pytest.mark.parametrize("case", CASES, ids=[f"{i}-{case.lacks}" for i, case in enumerate(CASES)])
BLAST = "A bomb exploded at a market in Mogadishu{}, killing nine people. Al-Shabaab claimed responsibility."


def _main(found: Report) -> Event:
    """Return the first main event; there must be one."""
    return next(event for event in found.events if event.main)


def _actors(event: Event) -> set[str]:
    """Return the ids of everybody who did, claims, denies or is accused."""
    told = [*event.perpetrators, *(entry.actor for entry in event.responsibility), event.issuer]
    return {actor.actor_id or actor.name for actor in told if actor is not None}


def _told(event: Event, case: Case) -> set[str]:
    """Return what an event says in the field that a case is about."""
    if case.lacks == "date":
        return {str(event.date.start)} if event.date is not None else set()
    if case.lacks == "place":
        return {event.place.name} if event.place is not None else set()
    return _actors(event)


def test_forty_reports_leave_a_field_out() -> None:
    assert len(CASES) == len({case.bare for case in CASES}) == 40
    assert {case.lacks for case in CASES} == {"date", "place", "actor"}


@LEFT_OUT
def test_words_that_stand_in_a_report_fill_the_field(case: Case) -> None:
    event = _main(read(case.full))
    assert (event.kind, _told(event, case)) == (case.kind, {case.value})


@LEFT_OUT
def test_words_that_a_report_leaves_out_leave_the_field_empty_and_the_event_stands(case: Case) -> None:
    found = read(case.bare)
    assert _main(found).kind == case.kind
    assert [_told(event, case) for event in found.events if _told(event, case)] == []


@LEFT_OUT
def test_words_that_are_left_out_change_no_other_toll(case: Case) -> None:
    """The casualties are those of the full report: what is missing moves nothing else."""
    full, bare = _main(read(case.full)), _main(read(case.bare))
    for toll in ("killed", "wounded", "abducted", "arrested"):
        one, other = getattr(full, toll), getattr(bare, toll)
        assert (one and (one.low, one.high)) == (other and (other.low, other.high))


def test_last_year_stays_open_without_a_publication_date_and_keeps_its_words() -> None:
    text = BLAST.format(" on 3 June 2024") + " Last year, 12 people died in an attack on a hotel in the city."
    settled, opened = (
        next(event.date for event in found.events if event.killed is not None and event.killed.low == 12)
        for found in (report(text), report(text, published=None))
    )
    assert settled is not None
    assert (settled.start, settled.end, settled.precision) == (date(2023, 1, 1), date(2023, 12, 31), "year")
    assert opened is not None
    assert (opened.start, opened.end, opened.precision, opened.text) == (None, None, "unknown", "Last year")


@pytest.mark.parametrize("words", ["last month", "on Tuesday", "two weeks ago", "yesterday"])
def test_a_relative_date_stays_open_where_no_publication_date_settles_it(words: str) -> None:
    text = BLAST.format(f" {words}")
    settled, opened = _main(report(text)).date, _main(report(text, published=None)).date
    assert settled is not None
    assert settled.start is not None
    assert opened is not None
    assert (opened.start, opened.end, opened.precision) == (None, None, "unknown")
    assert opened.text == opened.span.of(text) == words.removeprefix("on ")


def test_a_full_date_needs_no_publication_date() -> None:
    when = _main(report(BLAST.format(" on 3 March 2021"), published=None)).date
    assert when is not None
    assert (when.start, when.precision) == (date(2021, 3, 3), "day")


@pytest.mark.parametrize(("verb", "attacks"), [("hit by", 1), ("threatened with", 0)])
def test_an_attack_that_is_only_threatened_has_not_happened(verb: str, attacks: int) -> None:
    told = f"Army posts in Mali were {verb} attacks on Monday, and JNIM released a video of its fighters."
    assert sum(event.kind == "attack" for event in read(told).events) == attacks


@pytest.mark.parametrize(("issuer", "known"), [("Al-Qaeda", "al-qaida"), ("a group", None)])
def test_a_threat_by_an_unnamed_group_has_no_known_issuer(issuer: str, known: str | None) -> None:
    event = _main(report(f"In a statement on Monday, {issuer} threatened to attack airports in France."))
    assert event.issuer is not None
    assert (event.kind, event.issuer.actor_id) == ("threat", known)
