from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from tests.factories import SEEN, TEXT, account, actor, assessment, bombing, month, number, place, report
from tests.merging import MERGER
from tests.strategies import collections, documents

from tocsin.errors import RefusedError, StoreError
from tocsin.model.handling import Handling
from tocsin.model.incident import Rating
from tocsin.model.record import AUTHOR, Event, Relation, Report
from tocsin.model.text import Span
from tocsin.store import Store, open_store
from tocsin.store.open import reading, writing
from tocsin.store.rolls import rebuild
from tocsin.store.schema import DERIVED, LEDGER, METADATA

RELATIONS = (
    Relation("r1", actor("TTP", "ttp"), "ally_of", actor("JuA", "jua"), AUTHOR, "CT+", Span(0, 8), "reported"),
    Relation("r2", actor("TTP", "ttp"), "active_in", place(), AUTHOR, "PR+", Span(0, 8), "reported"),
)


def rows(store: Store, *tables: sa.Table) -> dict[str, list[tuple[object, ...]]]:
    with reading(store.engine) as connection:
        return {table.name: sorted(map(tuple, connection.execute(sa.select(table))), key=repr) for table in tables}


def test_a_report_comes_back_as_it_was_written(where: str) -> None:
    told = report(
        "d1",
        bombing(killed=number(9, None, "at_least"), stances=[("claims", actor("TTP", "ttp"))]),
        bombing("e2", main=False, date=month("2021-07")),
        assessments=[assessment()],
        relations=RELATIONS,
    )
    with open_store(where, MERGER) as store:
        store.update(told, version="1")
        assert store.report("d1") == told
        assert store.report("d2") is None


@settings(max_examples=15)
@given(documents())
def test_any_report_comes_back_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, told: Report) -> None:
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        store.update(told, version="1")
        assert store.report(told.document.id) == told


def test_the_same_report_again_changes_nothing_and_says_so(where: str) -> None:
    told = report("d1", bombing(), assessments=[assessment()])
    with open_store(where, MERGER) as store:
        first = store.update(told, version="1", at=SEEN)
        before = rows(store, *METADATA.sorted_tables)
        again = store.update(told, version="1", at=SEEN + timedelta(days=1))
        assert rows(store, *METADATA.sorted_tables) == before
    assert (first.outcome, len(first.incidents)) == ("added", 1)
    assert (again.outcome, again.incidents) == ("unchanged", ())


def test_a_document_with_another_text_becomes_a_further_version_and_the_first_stays(where: str) -> None:
    first = report("d1", bombing(killed=number(5)))
    later = report("d1", bombing(killed=number(6)), text=TEXT + ", corrected")
    with open_store(where, MERGER) as store:
        (founded,) = store.update(first, version="1", at=SEEN).incidents
        outcome = store.update(later, version="1", at=SEEN + timedelta(days=1))
        assert (outcome.outcome, outcome.incidents) == ("changed", (founded,))
        assert store.report("d1") == later
        assert store.report("d1", as_of=SEEN) == first
        shown = [incident.fields["killed"].best.low for incident in store.incidents()]
        assert shown == [6]


def test_a_document_that_goes_back_to_its_former_text_counts_as_it_did(where: str) -> None:
    first, later = report("d1", bombing()), report("d1", text=TEXT + ", withdrawn")
    with open_store(where, MERGER) as store:
        (founded,) = store.update(first, version="1").incidents
        store.update(later, version="1")
        assert list(store.incidents()) == []
        assert store.incident(founded) is not None
        assert store.update(first, version="1").outcome == "changed"
        assert [incident.id for incident in store.incidents()] == [founded]


def test_a_date_of_publication_given_later_makes_a_further_version(where: str) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("d1", bombing(date=None), published=None), version="1")
        assert store.update(report("d1", bombing(), published=date(2024, 3, 27)), version="1").outcome == "changed"
        (incident,) = store.incidents()
        assert "date" in incident.fields


def test_a_newer_extractor_adds_a_reading_and_keeps_the_incident(where: str) -> None:
    with open_store(where, MERGER) as store:
        (founded,) = store.update(report("d1", bombing()), version="1").incidents
        outcome = store.update(report("d1", bombing("e7", killed=number(6))), version="2")
        assert (outcome.outcome, outcome.incidents) == ("reread", (founded,))
        assert store.update(report("d1", bombing()), version="1").outcome == "unchanged"
        (incident,) = store.incidents()
        assert incident.accounts == ("d1@2:e7",)


def test_samples_and_real_reports_never_mix(where: str) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("d1", bombing(), sample=True), version="1")
        assert store.sample
        with pytest.raises(StoreError, match="the two never mix"):
            store.update(report("d2", bombing()), version="1")
        assert store.totals().reports == 1
        assert [incident.sample for incident in store.incidents()] == [True]


def test_what_a_store_refuses_is_named_by_its_path_and_says_where_it_was_not_taken(where: str) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("d1", bombing()), version="1")
        with pytest.raises(RefusedError) as caught:
            store.update(report("d2", bombing(), sample=True, path="one.html"), version="1")
        assert str(caught.value).startswith("one.html: is a bundled sample, and ")


def test_a_report_that_quotes_other_words_than_its_text_is_refused_and_nothing_is_written(where: str) -> None:
    with open_store(where, MERGER) as store:
        before = rows(store, *METADATA.sorted_tables)
        with pytest.raises(StoreError, match="d1: the span 0 to 8 does not quote 'reported'"):
            store.update(report("d1", bombing(), text="Something else altogether"), version="1")
        assert rows(store, *METADATA.sorted_tables) == before


def test_no_row_of_the_ledger_can_be_changed_or_taken_away(where: str) -> None:
    told = report("d1", bombing(), assessments=[assessment()], relations=RELATIONS)
    judged = "INSERT INTO judgements (change_id, judge, verdict, subject) VALUES (1, 'me', 'unsure', 'i1')"
    with open_store(where, MERGER) as store:
        store.update(told, version="1")
        with writing(store.engine) as connection:
            connection.execute(sa.text(judged))
            connection.execute(sa.text("INSERT INTO judgement_anchors VALUES (1, 1, 1, 1)"))
        store.rate(told.document.source.key, Rating("B"), "me")
        store.mark("d1", Handling("red"), "me")
        for table in LEDGER:
            column = table.primary_key.columns.values()[0].name
            for deed in (f"UPDATE {table.name} SET {column} = {column}", f"DELETE FROM {table.name}"):
                with pytest.raises(StoreError, match="the ledger only grows"), writing(store.engine) as connection:
                    connection.execute(sa.text(deed))


def test_without_its_text_a_document_keeps_its_record_and_loses_its_quotes(where: str) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("d1", bombing(killed=number(6))), version="1")
        with writing(store.engine) as connection:
            connection.execute(sa.text("DELETE FROM texts"))
        (incident,) = store.incidents()
        assert incident.fields["killed"].best.low == 6
        assert incident.fields["killed"].values[0].assertions[0].quote == ""


def test_times_are_those_given_and_never_run_backwards(where: str) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("d1", bombing()), version="1", at=datetime(2024, 3, 27, tzinfo=UTC))
        store.update(report("d2", bombing()), version="1", at=datetime(2024, 3, 20, tzinfo=UTC))
        (incident,) = store.incidents()
        assert [revision.at.day for revision in store.history(incident.id)] == [27, 27]


@settings(max_examples=10)
@given(collections(most=4))
def test_every_derived_row_can_be_made_anew_from_the_ledger(
    tmp_path_factory: pytest.TempPathFactory, reports: list[Report]
) -> None:
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        for told in (*reports, report("d0", bombing(), text=TEXT + " again")):
            store.update(told, version="1")
        before = rows(store, *DERIVED)
        with writing(store.engine) as connection:
            rebuild(connection, MERGER)
        assert rows(store, *DERIVED) == before


def test_accounts_come_with_what_merging_needs_of_their_document(where: str) -> None:
    told: Event = bombing(killed=number(6))
    with open_store(where, MERGER) as store:
        (founded,) = store.update(report("d1", told), version="1", at=SEEN).incidents
        assert store.accounts(founded) == (account(told),)
