from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories import bombing, day, number, place, report
from tests.merging import MERGER

from tocsin.errors import RefusedError
from tocsin.model.handling import Handling, Release
from tocsin.model.incident import Rating
from tocsin.store import Store, open_store

TODAY = date(2026, 3, 1)


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_store(where, MERGER) as opened:
        for day, name, killed in ((27, "d1", 5), (28, "d2", 9), (29, "d3", 9)):
            told = report(name, bombing(killed=number(killed)), published=date(2024, 3, day))
            opened.update(told, version="1")
        yield opened


def letters(store: Store, **asked: object) -> set[str]:
    (found,) = store.incidents(**asked)
    return {one.reliability for told in found.fields["killed"].values for one in told.assertions}


def test_a_source_is_rated_f_until_somebody_rates_it_and_history_is_kept(store: Store) -> None:
    assert letters(store) == {"F"}
    before = datetime.now(UTC)
    store.rate("d1.example", Rating("C"), "ana")
    store.rate("d1.example", Rating("B", "PK"), "ana", "worked with them for a year")
    assert letters(store) == {"B", "F"}
    assert letters(store, as_of=before) == {"F"}
    assert [(one.rating.reliability, one.judge, one.reason) for one in store.ratings()] == [
        ("C", "ana", None),
        ("B", "ana", "worked with them for a year"),
    ]
    (found,) = store.incidents()
    parties = {one.party for told in found.fields["killed"].values for one in told.assertions}
    assert parties == {"PK", None}


@pytest.mark.parametrize(("source", "letter"), [("nowhere.example", "B"), ("d1.example", "G")])
def test_a_rating_that_cannot_be_is_refused(store: Store, source: str, letter: str) -> None:
    with pytest.raises(RefusedError):
        store.rate(source, Rating(letter), "ana")  # type: ignore[arg-type]
    assert store.ratings() == ()


def test_every_source_is_told_with_its_documents(store: Store) -> None:
    assert [(source.key, number) for source, number in store.sources()] == [(f"d{i}.example", 1) for i in (1, 2, 3)]


@pytest.mark.parametrize(
    ("handling", "release", "seen"),
    [
        (Handling("clear"), "clear", True),
        (Handling("amber"), "green", False),
        (Handling("amber"), "amber", True),
        (Handling("red"), "amber+strict", False),
        (Handling("clear", TODAY + timedelta(1)), "red", False),
        (Handling("clear", TODAY), "red", True),
    ],
)
def test_what_may_not_be_passed_on_is_left_out_and_the_rest_stays(
    store: Store, handling: Handling, release: str, seen: bool
) -> None:
    store.mark("d2", handling, "ana")
    asked = Release(release, TODAY)  # type: ignore[arg-type]
    (found,) = store.incidents(release=asked)
    assert ("d2" in found.documents) == seen
    assert store.incident(found.id, release=asked) == found
    assert {"d1", "d3"} < {*found.documents, "d2"}
    assert store.totals(release=asked).reports == len(found.documents)
    (whole,) = store.incidents()
    assert (whole.documents, whole.handling) == (("d1", "d2", "d3"), handling)


def test_an_incident_that_embargoed_documents_alone_tell_of_is_not_passed_on(store: Store) -> None:
    for name in ("d1", "d2", "d3"):
        store.mark(name, Handling("green", date(2030, 1, 1)), "ana")
    assert list(store.incidents(release=Release("red", TODAY))) == []
    assert store.totals(release=Release("red", TODAY)).incidents == 0


def test_the_last_mark_counts_for_every_day_that_is_asked_about(store: Store) -> None:
    before = datetime.now(UTC)
    store.mark("d1", Handling("red"), "ana")
    (found,) = store.incidents(as_of=before, release=Release("green", TODAY))
    assert found.documents == ("d2", "d3")
    store.mark("d1", Handling("clear"), "ana", "the family agreed")
    (found,) = store.incidents(release=Release("green", TODAY))
    assert found.documents == ("d1", "d2", "d3")


def test_a_mark_on_a_document_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(RefusedError, match="there is no such document"):
        store.mark("d9", Handling("red"), "ana")


@pytest.mark.parametrize(
    ("day", "documents", "killed"),
    [(26, None, None), (27, ("d1",), 5), (28, ("d1", "d2"), 9), (31, ("d1", "d2", "d3"), 9)],
)
def test_incidents_can_be_seen_as_they_had_been_published(
    store: Store, day: int, documents: tuple[str, ...] | None, killed: int | None
) -> None:
    found = list(store.incidents(published_by=date(2024, 3, day)))
    assert [one.documents for one in found] == ([documents] if documents else [])
    assert [one.fields["killed"].best.low for one in found] == ([killed] if killed else [])


def test_what_had_not_been_published_makes_no_list_longer(store: Store) -> None:
    store.update(report("d4", bombing(killed=number(2)), published=date(2024, 4, 2)), version="1")
    asked = {"published_by": date(2024, 3, 27)}
    assert [one.documents for one in store.incidents(kind="attack", country="PK", **asked)] == [("d1",)]
    assert list(store.incidents(kind="threat", **asked)) == []
    assert list(store.incidents(until=date(2024, 3, 1), **asked)) == []
    assert list(store.incidents(limit=0, **asked)) == []


def test_what_may_be_passed_on_is_ordered_by_what_it_tells_itself(store: Store) -> None:
    later = bombing(date=day("2024-06-01"), killed=number(5))
    store.update(report("d8", later, published=date(2024, 6, 2)), version="1")
    shifted = bombing(date=day("2024-06-02"), place=place("Lahore", (31.5, 74.3), admin1="Punjab"))
    store.update(report("d9", shifted, published=date(2024, 6, 3)), version="1")
    release = Release("clear", TODAY)
    store.mark("d9", Handling("red"), "ana")
    assert [one.documents for one in store.incidents(release=release)] == [("d8",), ("d1", "d2", "d3")]
    assert [one.documents for one in store.incidents(release=release, limit=1)] == [("d8",)]
    assert [one.documents for one in store.incidents(release=release, order="oldest", limit=1)] == [("d1", "d2", "d3")]
