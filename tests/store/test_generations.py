from collections.abc import Iterator

import pytest
from tests.factories import actor, bombing, day, event, number, report
from tests.merging import MERGER

from tocsin.model.judgement import Asked
from tocsin.store import Difference, Store, open_store
from tocsin.store.generations import Told


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_store(where, MERGER) as opened:
        opened.update(report("d1", bombing(killed=number(5))), version="1")
        opened.update(report("d2", bombing(killed=number(5))), version="1")
        yield opened


def anew(store: Store, killed: int = 6) -> None:
    store.read_again(report("d1", bombing(killed=number(killed))), "2")


def test_what_was_not_read_by_an_extractor_is_told(store: Store) -> None:
    assert [document.id for document in store.unread("2")] == ["d1", "d2"]
    anew(store)
    assert [document.id for document in store.unread("2")] == ["d2"]
    assert list(store.unread("1")) == []


def test_new_readings_stand_beside_the_old_until_somebody_switches(store: Store) -> None:
    (before,) = store.incidents()
    anew(store)
    assert list(store.incidents()) == [before]
    told = Told("Something that e1 tells of.", ("killed",))
    assert list(store.differences("2")) == [Difference("d1", (), (), (told,), ())]
    changed = list(store.switch("2"))
    (after,) = store.incidents()
    assert changed == [(before.id,)]
    assert {told.value.low for told in after.fields["killed"].values} == {5, 6}
    assert list(store.differences("2")) == []


def test_a_former_day_still_shows_the_old_reading(store: Store) -> None:
    (before,) = store.incidents()
    anew(store)
    list(store.switch("2"))
    shown = store.incident(before.id, as_of=before.last_updated)
    assert shown is not None
    assert {told.value.low for told in shown.fields["killed"].values} == {5}


def test_reading_the_same_again_changes_nothing(store: Store) -> None:
    anew(store)
    anew(store, 7)
    list(store.switch("2"))
    (after,) = store.incidents()
    assert {told.value.low for told in after.fields["killed"].values} == {5, 6}


def test_events_that_come_and_go_are_told_with_the_judgements_that_lose_them(store: Store) -> None:
    done = store.judge(Asked(verdict="different", subject="d1:e1", object="d2:e1", judge="ana"))
    other = event("e1", "threat", date=day("2024-03-20"), issuer=actor("ISKP", "iskp"), summary="A threat.")
    store.read_again(report("d1", other), "2")
    (found,) = store.differences("2")
    assert (found.came, found.went, found.lost) == (
        *(("A threat.",), ("Something that e1 tells of.",), (done.judgement,)),
    )
    assert found.any


def test_a_judgement_holds_of_what_takes_the_place_of_what_it_was_made_of(store: Store) -> None:
    store.judge(Asked(verdict="different", subject="d1:e1", object="d2:e1", judge="ana"))
    anew(store)
    (found,) = store.differences("2")
    assert found.lost == ()
    list(store.switch("2"))
    assert len(list(store.incidents())) == 2


def test_a_reading_without_events_takes_an_incident_away(store: Store) -> None:
    for name in ("d1", "d2"):
        store.read_again(report(name), "2")
    list(store.switch("2"))
    assert list(store.incidents()) == []


def test_what_came_meanwhile_is_not_taken_back_by_switching(store: Store) -> None:
    for name in ("d1", "d2"):
        store.read_again(report(name, bombing(killed=number(6))), "2")
    switching = store.switch("2")
    next(switching)
    corrected = report(
        "d2", bombing(killed=number(50)), text="reported in words that are all new", url="https://d2.example/story"
    )
    store.update(corrected, version="1")
    assert list(switching) == [()]
    held = store.report("d2")
    assert held is not None
    assert held.document.text == "reported in words that are all new"
