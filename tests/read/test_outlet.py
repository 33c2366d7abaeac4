"""The outlet of a document gives it a name, and tells by its clock which day a moment of publication was."""

import json
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.text import Document, Source
from tocsin.read import Given, read_bytes
from tocsin.read.outlet import local_day, named

BODY = "<p>Gunmen raided a camp near the border on Tuesday, and the police said that nobody was hurt in the raid.</p>"
KARACHI = ZoneInfo("Asia/Karachi")


def only(record: object, given: Given = Given()) -> Document:  # noqa: B008 -- it is frozen
    (document,) = read_bytes(json.dumps(record).encode(), "in.json", given)
    assert isinstance(document, Document), document
    return document


def page(url: str, head: str, body: str = "") -> Document:
    html = (
        f'<html><head><title>Raid</title><link rel="canonical" href="{url}">{head}</head>'
        f"<body><article><h1>Raid</h1>{body}{BODY * 3}</article></body></html>"
    )
    (document,) = read_bytes(html.encode(), "in.html")
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    ("url", "words", "day"),
    [
        ("https://www.dawn.com/news/1", "2024-03-27T22:30:00Z", date(2024, 3, 28)),
        ("https://www.dawn.com/news/1", "2024-03-27T22:30Z", date(2024, 3, 28)),
        ("https://www.dawn.com/news/1", "2024-03-27T22:30:00+00:00", date(2024, 3, 28)),
        ("https://www.dawn.com/news/1", "Wed, 27 Mar 2024 22:30:00 GMT", date(2024, 3, 28)),
        ("https://www.dawn.com/news/1", "2024-03-28T03:30:00+05:00", date(2024, 3, 28)),
        ("https://www.dawn.com/news/1", "2024-03-27T18:59:59Z", date(2024, 3, 27)),
        ("https://www.dawn.com/news/1", "2024-03-27T22:30:00", date(2024, 3, 27)),  # without a zone it is local
        ("https://www.dawn.com/news/1", "2024-03-27", date(2024, 3, 27)),
        ("https://www.eltiempo.com/1", "2024-03-28T02:30:00Z", date(2024, 3, 27)),
        ("https://www.eltiempo.com/1", "2024-03-28T00:00:00Z", date(2024, 3, 28)),  # a day, not a moment
        ("https://www.eltiempo.com/1", "2024-03-28T00:00:00-05:00", date(2024, 3, 28)),
        ("https://www.eltiempo.com/1", "2024-03-28T00:00:01Z", date(2024, 3, 27)),
        ("https://news.example/1", "2024-03-27T22:30:00Z", date(2024, 3, 27)),
    ],
)
def test_a_moment_of_publication_is_the_day_of_the_newsroom(url: str, words: str, day: date) -> None:
    assert only({"text": "Gunmen raided a camp.", "url": url, "published": words}).published == day


def test_the_name_of_the_outlet_sets_the_clock_where_no_domain_is_told() -> None:
    record = {"text": "Gunmen raided a camp.", "published": "2024-03-27T22:30:00Z"}
    assert only({**record, "source": "Dawn"}).published == date(2024, 3, 28)
    assert only(record, Given(source="Dawn")).published == date(2024, 3, 28)
    assert only({**record, "source": "Dawn", "url": "https://news.example/1"}).published == date(2024, 3, 27)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-27T22:30:00Z">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-27T22:30:00Z"}</script>',
    ],
)
def test_the_metadata_of_a_page_is_read_by_the_clock_of_its_newsroom(head: str) -> None:
    assert page("https://www.dawn.com/news/1", head).published == date(2024, 3, 28)
    assert page("https://news.example/1", head).published == date(2024, 3, 27)


def test_a_marked_up_time_of_a_page_is_read_by_the_clock_of_its_newsroom() -> None:
    time = '<time pubdate datetime="2024-03-27T22:30:00Z">just now</time>'
    assert page("https://www.dawn.com/news/1", "", time).published == date(2024, 3, 28)
    assert page("https://news.example/1", "", time).published == date(2024, 3, 27)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (Source(None, "dawn.com"), "Dawn"),
        (Source(None, "edition.cnn.com"), "CNN"),
        (Source("DAWN.COM", "dawn.com"), "DAWN.COM"),
        (Source(None, "news.example"), None),
        (Source("Dawn", None), "Dawn"),
        (Source(), None),
    ],
)
def test_a_source_has_the_name_its_domain_tells_where_none_is_given(source: Source, name: str | None) -> None:
    assert named(source) == Source(name, source.domain)


def test_a_document_is_given_the_name_of_its_outlet() -> None:
    document = only({"text": "Gunmen raided a camp.", "url": "https://www.reuters.com/world/1"})
    assert document.source == Source("Reuters", "reuters.com")


@given(st.datetimes(timezones=st.timezones()))
def test_the_newsroom_s_day_does_not_hang_on_the_zone_a_moment_is_written_in(moment: object) -> None:
    from datetime import UTC, datetime

    assert isinstance(moment, datetime)
    try:
        there = moment.astimezone(UTC)
        day = moment.astimezone(KARACHI).date()
    except OverflowError:
        return
    shown = local_day(there.isoformat(), KARACHI)
    assert shown in ({day} if there.time() != datetime.min.time() else {None})


@given(st.text(max_size=40))
def test_words_that_are_no_moment_give_no_day(words: str) -> None:
    assert local_day(f"x {words}", KARACHI) is None
