"""What is kept of accounts answers as the tables would."""

from tests.factories import bombing, report
from tests.merging import MERGER

from tocsin.model.incident import Sketch
from tocsin.store import Store, open_store
from tocsin.store.near import Kept, Near
from tocsin.store.open import reading


def linked(other: Sketch) -> bool:
    return not other.witnesses


def alike(store: Store, kept: Kept) -> set[str]:
    """Return what is like the first account: by what is kept, once the tables say the same."""
    with reading(store.engine) as connection:
        (first,) = Near(connection).named(frozenset({"d1:e1"}))
        asked = Near(connection, kept)
        asked.named(frozenset({"d1:e1"}))
        found = {one.key for one in asked.alike(first, linked)}
        assert found == {one.key for one in Near(connection).alike(first, linked)}
    return found


def put(store: Store, kept: Kept, key: str) -> None:
    """Let an account of the tables be kept, as a writer does with what it wrote."""
    with reading(store.engine) as connection:
        around = Near(connection)
        (sketch,) = around.named(frozenset({key}))
        kept.put(around.numbers([key])[key], sketch)


def test_an_account_that_came_after_the_answer_was_kept_is_in_the_next_one(where: str) -> None:
    kept = Kept()
    with open_store(where, MERGER) as store:
        for name in ("d1", "d2"):
            store.update(report(name, bombing()), version="1")
        assert alike(store, kept) == {"d2:e1"}
        store.update(report("d3", bombing()), version="1")
        put(store, kept, "d3:e1")
        assert alike(store, kept) == {"d2:e1", "d3:e1"}


def test_an_account_that_went_is_in_no_answer(where: str) -> None:
    kept = Kept()
    with open_store(where, MERGER) as store:
        for name in ("d1", "d2"):
            store.update(report(name, bombing()), version="1")
        assert alike(store, kept) == {"d2:e1"}
        with reading(store.engine) as connection:
            number = Near(connection).numbers(["d2:e1"])["d2:e1"]
        store.update(
            report("d2", text="reported in words that are all new", url="https://d2.example/story"), version="1"
        )
        kept.drop(number)
        assert alike(store, kept) == set()
