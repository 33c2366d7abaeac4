from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa
from tests.factories import SEEN, TEXT, actor, assessment, bombing, day, event, month, number, place, report, target
from tests.merging import MERGER

from tocsin.model.record import About, Report
from tocsin.model.values import Actor, Subject
from tocsin.store import Query, Store, find, open_store
from tocsin.store.open import reading
from tocsin.store.query import moment

TTP = actor("Tehrik-e Taliban Pakistan", "ttp")
GUBIO = place("Gubio", (12.5, 12.78), country="NG", admin1="Borno")
THREAT = event(
    "e2", "threat", main=False, date=month("2024-02"), issuer=actor("ISWAP", "iswap"), targets=(target("firms"),)
)
REPORTS = (
    report(
        "besham",
        bombing(
            killed=number(6),
            targets=(target("engineers"),),
            stances=[("accused", TTP), ("denies", TTP)],
            summary="Boom",
        ),
        assessments=[assessment()],
    ),
    report("bisham", bombing(killed=number(6)), bombing("e2", date=None, place=None, main=False)),
    report(
        "gubio",
        event(
            "e1",
            date=day("2024-06-04"),
            place=GUBIO,
            killed=number(9, None, "at_least"),
            targets=(target("road workers' camp", None, "private_citizens_and_property"),),
            stances=[("claims", actor("ISWAP", "iswap"))],
            summary="Gunmen attacked a camp near Gubió.",
        ),
        THREAT,
        published=date(2024, 6, 6),
        assessments=[assessment("j1", "gap", About(target="the camp"))],
    ),
    report(
        "arrests", event("e1", "arrest", date=month("2024-03"), place=place("Lahore", (31.55, 74.34), admin1="Punjab"))
    ),
    report("undated", event("e1", "statement", issuer=TTP, title="Our word"), published=date(2024, 1, 5)),
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        yield fill(store)


def fill(store: Store) -> Store:
    for i, told in enumerate(REPORTS):
        store.update(told, version="1", at=SEEN + timedelta(hours=i))
    return store


def found(store: Store, query: Query) -> set[str]:
    return {incident.documents[0] for incident in store.incidents(query)}


CASES = [
    (Query(), {"besham", "gubio", "arrests", "undated"}),
    (Query(country="PK"), {"besham", "arrests"}),
    (Query(country="pakistan"), {"besham", "arrests"}),
    (Query(country="Niger"), set()),
    (Query(target="CN"), {"besham"}),
    (Query(target="China"), {"besham"}),
    (Query(target="Chinese"), {"besham"}),
    (Query(target="people's republic of china"), {"besham"}),
    (Query(target="business"), {"besham"}),
    (Query(target="private_citizens_and_property"), {"gubio"}),
    (Query(target="Road Workers"), {"gubio"}),
    (Query(target="road engineers"), set()),
    (Query(target="NG"), set()),
    (Query(actor="ttp"), {"besham", "undated"}),
    (Query(actor="Taliban"), {"besham", "undated"}),
    (Query(actor="iswap"), {"gubio"}),
    (Query(actor="tali"), set()),
    (Query(kind="arrest"), {"arrests"}),
    (Query(since=date(2024, 3, 27)), {"gubio", "arrests"}),
    (Query(until=date(2024, 3, 1)), {"arrests", "undated"}),
    (Query(since=date(2024, 3, 26), until=date(2024, 3, 26)), {"besham", "arrests"}),
    (Query(query="gunm gubio"), {"gubio"}),
    (Query(query="GUBIÓ!"), {"gubio"}),
    (Query(query="besham engineers"), {"besham"}),
    (Query(query="camp besham"), set()),
    (Query(query="?!"), set()),
    (Query(query="  "), {"besham", "gubio", "arrests", "undated"}),
    (Query(status="reviewed"), set()),
    (Query(contested=True), {"besham"}),
    (Query(contested=False), {"gubio", "arrests", "undated"}),
    (Query(country="PK", actor="ttp"), {"besham"}),
    (Query(as_of=SEEN), {"besham"}),
    (Query(as_of=SEEN + timedelta(hours=2)), {"besham", "gubio"}),
    (Query(as_of=date(2024, 3, 26)), set()),
    (Query(as_of=date(2024, 3, 27)), {"besham", "gubio", "arrests", "undated"}),
    (Query(as_of=SEEN, country="NG"), set()),
]


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_a_query_finds_what_meets_all_its_conditions(files: Store, query: Query, expected: set[str]) -> None:
    assert found(files, query) == expected
    reports = {name for incident in files.incidents(query) for name in incident.documents}
    assert (files.totals(query).incidents, files.totals(query).reports) == (len(expected), len(reports))


@pytest.mark.parametrize("few", [1, 1_000])
def test_a_list_of_the_present_is_that_of_the_moment_however_it_is_found(
    files: Store, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The present is found along shelves, a moment is not; what many bear is asked of each, what few bear looked up."""
    monkeypatch.setattr(find, "_FEW", few)
    for query, expected in CASES:
        if query.as_of is None:
            now, then = (list(files.incidents(replace(query, as_of=at))) for at in (None, date(2200, 1, 1)))
            assert (now, {one.documents[0] for one in now}) == (then, expected)


@pytest.mark.parametrize("query", [Query(country="PK"), Query(country="PK", kind="attack"), Query(actor="ttp")])
def test_a_filtered_list_of_the_present_goes_along_its_shelf_and_not_through_all_incidents(
    files: Store, query: Query
) -> None:
    with reading(files.engine) as connection:
        asked = find.find_incidents(connection, query, find.scope(connection, query))
        words = asked.compile(connection.engine, compile_kwargs={"literal_binds": True})
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}").all()
    assert plan[0][3].startswith("SEARCH incident_facets USING PRIMARY KEY")


def test_what_a_list_shows_is_looked_up_and_not_looked_for_in_all_revisions(files: Store) -> None:
    """Whatever a page of a list asks of the ledger goes by an index: none of its tables is walked."""
    told: list[tuple[str, Any]] = []

    def tell(_: Any, __: Any, words: str, given: Any, ___: Any, ____: Any) -> None:
        told.append((words, given))

    sa.event.listen(files.engine, "before_cursor_execute", tell)
    shown = list(files.incidents(limit=2))
    sa.event.remove(files.engine, "before_cursor_execute", tell)
    with reading(files.engine) as connection:
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", given).all() for words, given in told]
    walked = [step[3] for plan in plans for step in plan if step[3].startswith("SCAN")]
    ledger = ("incident_revisions", "memberships", "accounts", "assertions", "stays")
    assert len(shown) == 2
    assert not [step for step in walked if step.split()[1] in ledger]


def test_no_more_is_counted_than_was_asked_for(files: Store) -> None:
    assert [files.totals(most=most).more for most in (3, 4, 5)] == [True, False, False]
    assert files.totals(most=3).incidents == 3
    assert files.totals(most=4) == files.totals()


def test_an_actor_asked_for_by_an_id_is_that_one_and_not_whoever_bears_the_word(where: str) -> None:
    with open_store(where, MERGER) as store:
        fill(store)
        assert found(store, Query(actor="Taliban")) == {"besham", "undated"}
        other = event("e1", "statement", issuer=actor("Afghan Taliban", "taliban"), title="Another word")
        store.update(report("kabul", other, published=date(2024, 2, 5)), version="1")
        assert found(store, Query(actor="Taliban")) == {"kabul"}


def test_a_query_finds_the_same_on_either_database(where: str) -> None:
    with open_store(where, MERGER) as store:
        fill(store)
        assert [found(store, query) for query, _ in CASES] == [expected for _, expected in CASES]
        assert [one.documents[0] for one in store.incidents(order="newest")] == [
            "gubio",
            "arrests",
            "besham",
            "undated",
        ]
        assert [one.noun.kind for one in store.threats()] == ["threat"]
        assert len(list(store.assessments())) == 2


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(order="newest"), ["gubio", "arrests", "besham", "undated"]),
        (Query(order="oldest"), ["undated", "arrests", "besham", "gubio"]),
        (Query(order="updated"), ["undated", "arrests", "gubio", "besham"]),
        (Query(limit=2), ["gubio", "arrests"]),
        (Query(limit=2, offset=1), ["arrests", "besham"]),
        (Query(offset=3), ["undated"]),
    ],
)
def test_incidents_come_in_the_order_asked_for(files: Store, query: Query, expected: list[str]) -> None:
    assert [incident.documents[0] for incident in files.incidents(query)] == expected


def test_filters_can_be_given_as_keywords(files: Store) -> None:
    assert [incident.documents for incident in files.incidents(target="CN", query="boom")] == [("besham", "bisham")]


def test_totals_count_incidents_reports_and_contested_incidents_whatever_the_limit(files: Store) -> None:
    totals = files.totals(country="PK", limit=1)
    assert (totals.incidents, totals.reports, totals.contested) == (2, 3, 1)


def test_what_is_written_while_incidents_are_read_does_not_show(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        for i in range(102):
            store.update(report(f"d{i}", event("e1", "trial")), version="1")
        reading = store.incidents()
        seen = [next(reading)]
        store.update(report("late", event("e1", "trial")), version="1")
        store.update(report("d101", event("e1", "trial"), text=TEXT + " again"), version="1")
        seen += reading
        assert sorted(incident.accounts for incident in seen) == sorted((f"d{i}:e1",) for i in range(102))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), 1),
        (Query(actor="iswap", target="CN"), 1),
        (Query(target="NG"), 0),
        (Query(country="NG"), 0),
        (Query(since=date(2024, 3, 1)), 0),
        (Query(until=date(2024, 2, 10)), 1),
        (Query(as_of=SEEN), 0),
        (Query(kind="attack"), 0),
        (Query(status="draft"), 1),
        (Query(status="reviewed"), 0),
    ],
)
def test_threats_are_found_in_their_documents(files: Store, query: Query, expected: int) -> None:
    threats = list(files.threats(query))
    assert [(one.document, one.incident, one.noun) for one in threats] == [("gubio", None, THREAT)] * expected


def test_a_threat_that_is_the_news_has_its_incident(files: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        (founded,) = store.update(report("d1", replace(THREAT, main=True)), version="1").incidents
        assert [one.incident for one in store.threats()] == [founded]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), ["gubio", "besham"]),
        (Query(order="oldest"), ["besham", "gubio"]),
        (Query(kind="gap"), ["gubio"]),
        (Query(target="CN"), ["besham"]),
        (Query(target="camp"), ["gubio"]),
        (Query(country="PK"), ["besham"]),
        (Query(query="anger"), ["gubio", "besham"]),
        (Query(since=date(2024, 6, 1)), ["gubio"]),
        (Query(as_of=SEEN), ["besham"]),
    ],
)
def test_assessments_are_found_by_what_they_and_their_events_are_about(
    files: Store, query: Query, expected: list[str]
) -> None:
    assert [one.document for one in files.assessments(query)] == expected


def test_an_assessment_of_an_event_has_the_incident_of_that_event(files: Store) -> None:
    (attack,) = files.incidents(target="CN")
    assert [(one.incident, one.noun.quote) for one in files.assessments(target="CN")] == [(attack.id, "reported")]


def test_the_name_of_a_person_finds_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    suspect: Actor = actor("Dorian Quibblewick", kind="person")
    told: Report = report(
        "d1",
        bombing(
            perpetrators=(suspect,),
            subjects=(Subject("arrested", "a man", suspect, None, None, suspect.span),),
            stances=[("accused", suspect)],
        ),
        text="reported: Dorian Quibblewick was arrested",
    )
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        store.update(told, version="1")
        for query in (Query(query="Quibblewick"), Query(actor="Quibblewick"), Query(target="Quibblewick")):
            assert list(store.incidents(query)) == []


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2024, 3, 27), datetime(2024, 3, 27, 23, 59, 59, 999999, UTC)),
        (datetime(2024, 3, 27, 9), datetime(2024, 3, 27, 9, tzinfo=UTC)),  # noqa: DTZ001 - naive on purpose
        (datetime(2024, 3, 27, 9, tzinfo=timezone(timedelta(hours=5))), datetime(2024, 3, 27, 4, tzinfo=UTC)),
    ],
)
def test_a_day_means_its_end_in_utc(as_of: date, expected: datetime) -> None:
    assert moment(as_of) == expected
