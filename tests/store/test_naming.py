"""Feeds reuse ids: what came with one id is one document only where it is."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.factories import SEEN, bombing, report
from tests.merging import MERGER

from tocsin.model.record import Report
from tocsin.model.text import Source
from tocsin.store import Store, open_store

MARKET = "reported at dawn: gunmen on motorcycles fired on traders in the market of a small town, police said"
CORRECTED = MARKET + ", who first spoke of soldiers"
BRIDGE = "reported by the ministry: a bridge on the coast road was blown up before the convoy had crossed it"
UNKNOWN = Source()
HERALD, WIRE = Source("Herald", "herald.example"), Source("Wire", "wire.example")


def came(text: str, source: Source = UNKNOWN, url: str | None = None, **more: Any) -> Report:
    """Return a report that came with the id 7."""
    return report("7", bombing(), text=text, source=source, url=url, **more)


def taken(store: Store, *reports: Report) -> list[tuple[str, str]]:
    """Return what each report did, and the name that its document bears."""
    done = [store.update(one, version="1", at=SEEN + timedelta(hours=i)) for i, one in enumerate(reports)]
    return [(update.outcome, update.document) for update in done]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (came(MARKET, HERALD), came(BRIDGE, WIRE)),
        (came(MARKET, HERALD), came(MARKET, WIRE)),
        (came(MARKET, Source("Herald")), came(CORRECTED, Source("Wire"))),
        (came(MARKET), came(BRIDGE)),
        (came(MARKET, HERALD), came(BRIDGE, HERALD)),
        (came(MARKET, url="https://herald.example/1"), came(BRIDGE, url="https://herald.example/2")),
        (came("reported raid"), came("reported blast")),
    ],
)
def test_two_documents_of_one_id_are_both_kept_whole(where: str, first: Report, second: Report) -> None:
    with open_store(where, MERGER) as store:
        (_, plain), (outcome, marked) = taken(store, first, second)
        assert (plain, outcome, marked.startswith("7~")) == ("7", "added", True)
        (incident,) = store.incidents()
        assert set(incident.documents) == {plain, marked}
        for name, told in ((plain, first), (marked, second)):
            held = store.report(name)
            assert held
            assert (held.document.text, held.document.source) == (told.document.text, told.document.source)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (came(MARKET), came(CORRECTED)),
        (came(MARKET, HERALD), came(CORRECTED)),
        (came(MARKET, HERALD), came(CORRECTED, Source("Herald"))),
        (came(MARKET, Source("The Herald", "herald.example")), came(CORRECTED, Source("H.", "www.herald.example"))),
        (came(MARKET, url="https://herald.example/1"), came(BRIDGE, url="https://herald.example/1")),
        (came(MARKET), came(MARKET, published=None)),
    ],
)
def test_a_corrected_document_keeps_its_name_and_is_counted_once(where: str, first: Report, second: Report) -> None:
    with open_store(where, MERGER) as store:
        assert taken(store, first, second) == [("added", "7"), ("changed", "7")]
        (incident,) = store.incidents()
        assert incident.documents == ("7",)


def test_ingesting_again_changes_nothing_whichever_of_them_it_is(where: str) -> None:
    both = came(MARKET, HERALD), came(BRIDGE, WIRE)
    with open_store(where, MERGER) as store:
        first = taken(store, *both)
        assert taken(store, *both, both[0]) == [("unchanged", first[i][1]) for i in (0, 1, 0)]
        assert taken(store, came(BRIDGE + " in the night", WIRE)) == [("changed", first[1][1])]
        assert taken(store, came(MARKET)) == [("unchanged", "7")]


def test_the_mark_comes_from_the_content_and_not_from_the_order(tmp_path: Path) -> None:
    third = came("reported elsewhere: nothing was hit by the rocket that fell into the sea", Source("Sea"))
    names = []
    orders = ("one", (third, came(MARKET, HERALD), came(BRIDGE, WIRE))), ("other", (third, came(BRIDGE, WIRE)))
    for name, reports in orders:
        with open_store(tmp_path / name, MERGER) as store:
            names.append([name for _, name in taken(store, *reports)])
    assert (len(set(names[0])), names[0][-1]) == (3, names[1][-1])
