from hashlib import sha256

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tocsin.errors import ReadError
from tocsin.model.text import Document
from tocsin.read import read_bytes, read_text

KEPT = [
    "Gunmen attacked a camp.",
    "Old Mac lines\rDos lines\r\nUnix lines\n\n\rall kept",
    "\ufeffA byte order mark is part of the text",
    "Threat 🧨👩🏽‍🚒 on Telegram",
    "cafe\u0301 and café differ",
    "قال الجيش \u200fإن تسعة قتلوا",
    "Tabs\tand\u00a0spaces\u2028and\x0cfeeds \n",
    "<p>Markup in a text file is text</p>",
    '{"text": "so is JSON"}',
    "a control \x01\x1b code",
]


def only(raw: bytes, name: str = "report.txt") -> Document:
    (document,) = read_bytes(raw, name)
    assert isinstance(document, Document)
    return document


def reason(raw: bytes, name: str = "report.txt") -> str:
    (error,) = read_bytes(raw, name)
    assert isinstance(error, ReadError)
    assert error.subject == name
    assert "\n" not in str(error)
    return error.reason


@pytest.mark.parametrize("text", KEPT)
def test_text_input_is_the_input_untouched(text: str) -> None:
    assert text == only(text.encode()).text


def test_nul_alone_is_replaced() -> None:
    assert only(b"nine\x00killed").text == "nine\ufffdkilled"


@given(st.text(st.characters(codec="utf-8")))
@example("\x00a\ufeff\r\r\n\u202e")
def test_any_text_keeps_every_code_point_but_nul(text: str) -> None:
    assume(text.strip("\ufeff \t\r\n\v\f"))
    assert text.replace("\x00", "\ufffd") == only(text.encode()).text


def test_id_is_the_start_of_the_hash_of_the_text() -> None:
    document = only("Über Kabul 🧨\r\n".encode())
    assert sha256("Über Kabul 🧨\r\n".encode()).hexdigest() == document.sha256
    assert document.sha256[:16] == document.id


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nine killed in Borno\n\nGunmen attacked.", "Nine killed in Borno"),
        ("\ufeff\r\n Nine killed \r\n\r\nGunmen attacked.", "Nine killed"),
        ("Nine killed\r\rGunmen attacked.", "Nine killed"),
        ("Nine killed\n \t\nGunmen attacked.", "Nine killed"),
        ("Gunmen attacked.\n\nNine were killed.", None),
        ("Nine killed\nGunmen attacked.", None),
        ("Nine killed\n\n", None),
        ("word " * 40 + "\n\nGunmen attacked.", None),
        ("Nine killed", None),
    ],
)
def test_title_is_a_short_first_line_with_a_blank_line_and_more_below(text: str, title: str | None) -> None:
    assert title == only(text.encode()).title


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_a_file_without_text_is_an_error(raw: bytes) -> None:
    assert reason(raw) in {"is empty", "has no text in it"}


def test_a_text_of_unknown_suffix_is_told_by_its_first_characters() -> None:
    (page,) = read_text(
        "<!DOCTYPE html><html><body><p>" + "Nine were killed in the raid. " * 9 + "</p></body></html>", "-"
    )
    (record,) = read_text('{"text": "Nine were killed."}', "-")
    (plain,) = read_text("{Nine} were [killed].", "-")
    assert isinstance(page, Document)
    assert isinstance(record, Document)
    assert isinstance(plain, Document)
    assert [record.text, plain.text] == ["Nine were killed.", "{Nine} were [killed]."]
    assert page.text.startswith("Nine were killed in the raid.")
