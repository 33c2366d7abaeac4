"""The desk shows a real store: what was told of one thing by two outlets stands on one page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from tests.merging import MERGER

from tocsin.model.record import AUTHOR, Assertion, Event, Report
from tocsin.model.text import Document, Source, Span
from tocsin.model.values import Count, Place, Target, When
from tocsin.store import Store, open_store

FIRST = "Shells hit the market of Oru on Monday, killing at least four traders from Ghana."
SECOND = "The shelling of the market of Oru on Monday killed three traders from Ghana."
MONDAY = When(date(2024, 3, 4), date(2024, 3, 4), "day", "Monday", Span(0, 0))
ORU = Place("Oru", "test:oru", "NG", (), "Borno", None, 12.0, 13.0, "settlement", "Oru", Span(0, 0))
TRADERS = Target("traders", "business", "GH", "hit", None, "killed", Span(0, 0))


def told(text: str, outlet: str, killed: Count, quote: str) -> Report:
    """Return a report of the shelling as an outlet tells it."""

    def asserted(number: int, field: str, value: Any, words: str) -> Assertion:
        span = Span(text.index(words), text.index(words) + len(words))
        return Assertion(f"a{number}", field, value, "states", AUTHOR, "CT+", span, words, 0.9)

    def here(noun: Any, words: str) -> Any:
        return replace(noun, span=Span(text.index(words), text.index(words) + len(words)), text=words)

    event = Event(
        id="e1",
        kind="attack",
        main=True,
        summary="Shells hit a market in Oru.",
        attack_types=("bombing",),
        date=here(MONDAY, "Monday"),
        place=here(ORU, "Oru"),
        targets=(here(TRADERS, "traders"),),
        killed=here(killed, quote),
        assertions=(
            asserted(1, "/date", {"start": "2024-03-04"}, "Monday"),
            asserted(2, "/place", {"place_id": "test:oru"}, "Oru"),
            asserted(3, "/targets/0", {"country": "GH"}, "traders"),
            asserted(4, "/killed", {"low": killed.low, "high": killed.high}, quote),
            asserted(5, "/attack_types/0", "bombing", text.split(" of ")[0]),
        ),
        machine_confidence=0.9,
    )
    digest = sha256(text.encode()).hexdigest()
    document = Document(
        digest[:12],
        None,
        None,
        None,
        date(2024, 3, 5),
        "option",
        Source(outlet, f"{outlet}.example"),
        "en",
        digest,
        text,
    )
    return Report(document, "full", True, 1.0, (event,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    four, three = Count(4, None, "at_least", "", Span(0, 0)), Count(3, 3, "exact", "", Span(0, 0))
    with open_store(tmp_path / "case.db", MERGER) as opened:
        at = datetime(2024, 3, 6, tzinfo=UTC)
        opened.update(told(FIRST, "courier", four, "at least four traders"), version="1", at=at)
        opened.update(told(SECOND, "herald", three, "three traders"), version="1", at=at.replace(day=7))
        yield opened


def words(answer: Any, path: str) -> list[str]:
    """Return the words of the elements that a path finds in a page."""
    page: Any = lxml.html.fromstring(answer.text)
    return [" ".join(found.text_content().split()) for found in page.xpath(path)]


def test_two_outlets_that_differ_are_one_contested_incident(get: Any, store: Store) -> None:
    answer = get("/incidents?target=GH&country=NG&kind=attack", of=store)
    assert words(answer, "//*[@class='counts']") == ["1 incident · 2 reports · 1 contested"]
    assert words(answer, "//tbody/tr/td[1] | //tbody/tr/td[2]") == ["4 Mar 2024", "Oru, Borno (NG)"]


def test_its_page_shows_both_figures_and_their_words(get: Any, store: Store) -> None:
    (incident,) = store.incidents()
    answer = get(f"/incidents/{incident.id}?report=2", of=store)
    assert words(answer, "//tr[th='Killed']//*[contains(@class, 'value')]") in (["3", "≥ 4"], ["≥ 4", "3"])
    assert "three traders" in words(answer, "//mark")
    assert "sample" not in answer.text


def test_as_known_on_a_day_only_what_was_told_by_then_counts(get: Any, store: Store) -> None:
    (incident,) = store.incidents()
    answer = get(f"/incidents/{incident.id}?as_of=2024-03-06", of=store)
    assert words(answer, "//tr[th='Killed']//*[contains(@class, 'value')]") == ["≥ 4"]
    before = get(f"/incidents/{incident.id}?as_of=2024-03-05", of=store)
    assert before.status_code == 404
    assert "no incident of this id as known on 2024-03-05" in words(before, "//main")[0]


def test_a_filter_that_nothing_fits_shows_an_empty_list(get: Any, store: Store) -> None:
    assert words(get("/incidents?target=CN", of=store), "//*[@class='empty']") == [
        "No incident fits. Take all filters off"
    ]


def test_a_report_that_was_read_again_shows_how_sure_the_reading_is(get: Any, store: Store) -> None:
    three = Count(3, 3, "exact", "", Span(0, 0))
    assert store.update(told(SECOND, "herald", three, "three traders"), version="2").outcome == "reread"
    (incident,) = store.incidents()
    certainties = words(get(f"/incidents/{incident.id}", of=store), "//tr[th='Killed']//*[@class='certainty']")
    assert certainties == [".90", ".90"]
