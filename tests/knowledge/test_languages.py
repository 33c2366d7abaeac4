"""Each language file tells all months and weekdays, and letters of one word have one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge.languages import load_language
from tocsin.knowledge.letters import plain

CODES = ("fr", "es", "pt", "tr", "ru", "ar", "fa", "ur", "ps", "hi", "bn", "ha", "sw", "so", "id")


@pytest.mark.parametrize("code", CODES)
def test_a_language_names_every_month_and_weekday(code: str) -> None:
    language = load_language(code)
    assert language
    assert set(language.months.values()) == set(range(1, 13))
    assert set(language.weekdays.values()) == set(range(1, 8))
    assert set(language.persian.values()) in (set(), set(range(1, 13)))


def test_nothing_is_told_of_a_language_without_a_file() -> None:
    assert [load_language(code) for code in ("en", "sv", None)] == [None, None, None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قُتل", "قتل"),
        ("یک", "يك"),
        ("ہرات", "هرات"),
        ("دست\u200cکم", "دستكم"),
        ("हफ़्ते", "हफ्ते"),
        ("রায়", "রায়"),
        ("aƙalla", "akalla"),
        ("l’État", "l'État"),
    ],
)
def test_two_spellings_of_a_word_have_one_plain_form(one: str, other: str) -> None:
    assert plain(one).text == plain(other).text


@given(st.text(alphabet="aé’ƙقُتی\u200cक़़ড় ٣", max_size=20), st.data())
def test_a_stretch_of_plain_letters_stands_in_the_text_as_written(text: str, data: st.DataObject) -> None:
    shown = plain(text)
    start = data.draw(st.integers(0, len(shown.text)))
    end = data.draw(st.integers(start, len(shown.text)))
    span = shown.span(start, end)
    assert plain(span.of(text)).text == shown.text[start:end]
