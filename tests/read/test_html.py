import socket
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import ReadError
from tocsin.model.text import Document, Source
from tocsin.read import read_bytes

HEAD = """<meta property="og:site_name" content="Daily Example">
<meta property="og:title" content="Nine killed in camp raid">"""
FIRST = "At least nine people were killed when gunmen attacked a camp near Gubio on Tuesday, police said."
SECOND = "No group has claimed responsibility for the raid, which began before dawn and lasted two hours."
THIRD = "The army said that it had sent reinforcements and was searching the bush for the attackers."


def page(head: str = "", byline: str = "", title: str = "Nine killed in camp raid", aside: str = "") -> str:
    return f"""<!doctype html><html lang="en"><head><title>{title} | Daily Example</title>{HEAD}{head}</head><body>
    <nav><a href="/">Home</a> <a href="/world">World</a></nav>
    <article><h1>{title}</h1>{byline}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>{aside}
    <footer>Copyright 2019 Daily Example</footer></body></html>"""


def read(text: str) -> Document:
    (document,) = read_bytes(text.encode(), "raid.html")
    assert isinstance(document, Document), document
    return document


def test_the_text_is_title_blank_line_and_paragraphs() -> None:
    assert "\n\n".join(["Nine killed in camp raid", FIRST, SECOND, THIRD]) == read(page()).text


def test_outlet_and_canonical_address_are_read() -> None:
    document = read(page('<link rel="canonical" href="https://www.example.org/raid">'))
    assert document.url == "https://www.example.org/raid"
    assert Source("Daily Example", "example.org") == document.source
    assert (document.title, document.language) == ("Nine killed in camp raid", "en")


def test_the_outlet_behind_the_title_is_left_out() -> None:
    text = page().replace('content="Nine killed in camp raid"', 'content="Nine killed in camp raid – Daily Example"')
    assert read(text).title == "Nine killed in camp raid"


JSON_LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "byline", "day", "basis"),
    [
        ('<meta property="article:published_time" content="2024-03-27T08:00:00Z">', "", date(2024, 3, 27), "meta"),
        ('<meta name="pubdate" content="Wed, 27 Mar 2024 10:00:00 GMT">', "", date(2024, 3, 27), "meta"),
        (JSON_LD.format('{"@type" : "NewsArticle", "datePublished" : "2024-03-27"}'), "", date(2024, 3, 27), "meta"),
        (
            JSON_LD.format('{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"},'
                           '{"@type": ["NewsArticle"], "datePublished": "2024-03-27T01:00:00+03:00"}]}'),
            "",
            date(2024, 3, 27),
            "meta",
        ),
        (JSON_LD.format("{broken"), '<time datetime="2024-03-27T09:00">yesterday</time>', date(2024, 3, 27), "meta"),
        ('<link rel="canonical" href="https://example.org/2024/03/26/raid">', "", date(2024, 3, 26), "url"),
        ("", '<p class="article-date">Published 27 March 2024</p>', date(2024, 3, 27), "text"),
        ("", '<div class="byline">By Staff | March 27, 2024 5:10 pm</div>', date(2024, 3, 27), "text"),
        ('<meta name="copyrightyear" itemprop="copyrightYear" content="2019">', "", None, None),
        ('<meta property="og:image" content="https://example.org/2019/01/02/old.jpg">', "", None, None),
        ('<meta http-equiv="last-modified" content="Wed, 27 Mar 2024 10:00:00 GMT">', "", None, None),
        ("", "", None, None),
    ],
)  # fmt: skip
def test_the_day_is_told_by_metadata_then_address_then_text(
    head: str, byline: str, day: date | None, basis: str | None
) -> None:
    document = read(page(head, byline))
    assert (day, basis) == (document.published, document.published_basis)


def test_metadata_goes_before_the_address() -> None:
    head = '<link rel="canonical" href="https://example.org/2024/03/26/raid"><meta name="date" content="2024-03-27">'
    assert (date(2024, 3, 27), "meta") == (read(page(head)).published, read(page(head)).published_basis)


def test_the_days_of_related_stories_are_not_the_articles() -> None:
    related = '<aside><time datetime="2020-01-01">1 January 2020</time><p class="date">1 January 2020</p></aside>'
    assert read(page(aside=related)).published is None


@pytest.mark.parametrize(
    "text", ["<html></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "<!doctype html>"]
)
def test_a_page_without_an_article_is_an_error(text: str) -> None:
    (error,) = read_bytes(text.encode(), "empty.html")
    assert str(error) == "empty.html: is an HTML page without an article"


def test_a_declared_encoding_is_followed() -> None:
    text = page('<meta charset="windows-1251">').replace("Gubio", "Белгород")
    (document,) = read_bytes(text.encode("cp1251"), "raid.html")
    assert isinstance(document, Document)
    assert "camp near Белгород on" in document.text


def test_xhtml_with_an_encoding_declaration_is_read() -> None:
    assert FIRST in read('<?xml version="1.0" encoding="utf-8"?>' + page()).text


def test_a_page_cannot_bring_in_a_file_or_open_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    remote = '<link rel="stylesheet" href="http://example.org/a.css"><script src="http://example.org/a.js"></script>'
    text = page(remote).replace("<!doctype html>", entity).replace("Gubio", "&x; <img src='http://example.org/p.png'>")
    assert "camp near" in read(text).text


MARKUP = ["<p>", "</p>", "<article>", "<time datetime='", "'>", "&#1;", "&x;", "<!--", "-->", "<table><tr><td>", "<h1>"]
WORDS = ["Nine were killed.", "<script>", "{", "\x00", "\ud7ff", "🧨", "2024-03-27"]


@given(st.lists(st.sampled_from(MARKUP + WORDS)))
def test_broken_markup_is_read_or_refused(parts: list[str]) -> None:
    (found,) = read_bytes(("<html>" + "".join(parts)).encode(), "broken.html")
    assert isinstance(found, Document | ReadError)
