from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import SEEN, SPAN, bombing, day, event, number, report
from tests.merging import MERGER, clusters_of
from tests.strategies import accounts_of, collections

from tocsin.model.incident import Incident
from tocsin.model.record import Link, Report
from tocsin.model.wire import incident as wire_incident
from tocsin.store import Store, open_store


def partition(store: Store) -> set[frozenset[str]]:
    return {frozenset(incident.accounts) for incident in store.incidents()}


@settings(max_examples=12)
@given(collections(most=5), st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference_to_the_partition(
    tmp_path_factory: pytest.TempPathFactory, reports: list[Report], chance: Random
) -> None:
    expected = set(clusters_of(one for told in reports for one in accounts_of(told)))
    chance.shuffle(reports)
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        for told in reports:
            store.update(told, version="1")
        assert partition(store) == expected


def test_the_order_of_arrival_makes_no_difference_on_either_database(where: str) -> None:
    reports = [
        report("d1", bombing(killed=number(5), wounded=number(3))),
        report("d2", bombing(killed=number(30)), bombing("e2", main=False, date=day("2021-07-14"))),
        report("d3", bombing(killed=number(5, None, "at_least"), wounded=number(3))),
        report("d4", bombing(date=day("2021-07-14"))),
    ]
    with open_store(where, MERGER) as store:
        for told in reports:
            store.update(told, version="1")
        accounts = (one for told in reports for one in accounts_of(told))
        assert partition(store) == set(clusters_of(accounts))


@settings(max_examples=12)
@given(collections(most=5))
def test_the_past_is_shown_exactly_as_it_was(tmp_path_factory: pytest.TempPathFactory, reports: list[Report]) -> None:
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        states: list[list[Incident]] = []
        for hour, told in enumerate(reports):
            store.update(told, version="1", at=SEEN + timedelta(hours=hour))
            states.append(list(store.incidents()))
        for hour, state in enumerate(states):
            assert list(store.incidents(as_of=SEEN + timedelta(hours=hour, minutes=30))) == state


def test_a_merger_leaves_word_of_what_took_an_incidents_place(where: str) -> None:
    with open_store(where, MERGER) as store:
        (older,) = store.update(report("d1", bombing(killed=number(5), wounded=number(3))), version="1").incidents
        (younger,) = store.update(report("d2", bombing(killed=number(30))), version="1").incidents
        tie = report("d3", bombing(killed=number(5, None, "at_least"), wounded=number(3)))
        assert set(store.update(tie, version="1").incidents) == {older, younger}
        assert [incident.id for incident in store.incidents()] == [older]
        gone = store.incident(younger)
        assert gone is not None
        assert (gone.superseded_by, gone.revision, gone.documents) == (older, 2, ("d2",))
        assert [revision.superseded_by for revision in store.history(younger)] == [None, older]


def test_a_link_leads_to_the_incident_that_the_other_event_belongs_to(where: str) -> None:
    arrest = event("e2", "arrest", date=day("2024-03-28"))
    arrest = replace(arrest, links=(Link("follows", "e1", "over the bombing", SPAN),))
    with open_store(where, MERGER) as store:
        (attack,) = store.update(report("d1", bombing()), version="1").incidents
        store.update(report("d2", bombing(main=False), arrest), version="1")
        (shown,) = store.incidents(kind="arrest")
        assert [(link.relation, link.incident) for link in shown.links] == [("follows", attack)]


def test_each_revision_says_when_and_why(where: str) -> None:
    with open_store(where, MERGER) as store:
        (founded,) = store.update(report("d1", bombing()), version="1", at=SEEN).incidents
        store.update(report("d2", bombing()), version="1", at=SEEN + timedelta(hours=1))
        assert [(one.revision, one.at.hour, one.cause, len(one.accounts)) for one in store.history(founded)] == [
            (1, 9, "added d1", 1),
            (2, 10, "added d2", 2),
        ]
        shown = store.incident(founded)
        assert shown is not None
        assert (shown.revision, shown.last_updated) == (2, SEEN + timedelta(hours=1))
        assert store.incident("i-never") is None
        assert store.history("i-never") == ()


def test_the_ids_of_a_store_follow_from_what_came_in_which_order(tmp_path: Path) -> None:
    reports = [report("d1", bombing()), report("d2", bombing(date=day("2024-05-01"))), report("d3", bombing())]
    shown = []
    for name in ("one.db", "two.db"):
        with open_store(tmp_path / name, MERGER) as store:
            for told in reports:
                store.update(told, version="1", at=SEEN)
            shown.append([wire_incident(incident) for incident in store.incidents()])
    assert shown[0] == shown[1]
