"""Numbers of people and acts are intervals with a qualifier; other numbers are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.annotate.counts import counts, number

READINGS = [
    ("nine people", "nine", 9, 9, "exact"),
    ("At least nine people", "At least nine", 9, None, "at_least"),
    ("no fewer than 12 soldiers", "no fewer than 12", 12, None, "at_least"),
    ("over 130 worshippers", "over 130", 130, None, "more_than"),
    ("more than two dozen men", "more than two dozen", 24, None, "more_than"),
    ("up to 9 gunmen", "up to 9", None, 9, "up_to"),
    ("as many as 60 people", "as many as 60", None, 60, "up_to"),
    ("about 40 pupils", "about 40", 40, 40, "about"),
    ("some 40 pupils", "some 40", 40, 40, "about"),
    ("nearly 1,400 wounded", "nearly 1,400", 1400, 1400, "about"),
    ("dozens of traders", "dozens", 24, None, "vague"),
    ("scores of homes", "scores", 40, None, "vague"),
    ("hundreds fled", "hundreds", 200, None, "vague"),
    ("thousands fled", "thousands", 2000, None, "vague"),
    ("several women", "several", 3, None, "vague"),
    ("numerous insurgents", "numerous", 4, None, "vague"),
    ("a number of shops", "a number of", 3, None, "vague"),
    ("a couple of men", "a couple of", 2, 2, "exact"),
    ("a dozen drivers", "a dozen", 12, 12, "about"),
    ("half a dozen lorries", "half a dozen", 6, 6, "exact"),
    ("between 20 and 25 people", "between 20 and 25", 20, 25, "range"),
    ("five to seven men", "five to seven", 5, 7, "range"),
    ("twenty-one dead", "twenty-one", 21, 21, "exact"),
    ("one hundred and ten dead", "one hundred and ten", 110, 110, "exact"),
    ("six or more raiders", "six or more", 6, None, "at_least"),
    ("killed 12.", "12", 12, 12, "exact"),
]

NONE = [
    "on 4 June 2024",
    "since 2015",
    "a 25-year-old man",
    "a boy of 14",
    "a woman of 70",
    "aged 25",
    "30 percent of them",
    "$40 million",
    "10 km away",
    "No. 5",
    "at 5 p.m.",
    "for 12 days",
    "no one was there",
    "one day later",
    "an AK-47",
    "9/11",
    "the 1st Battalion",
    "as many others",
]


@pytest.mark.parametrize(("text", "words", "low", "high", "qualifier"), READINGS)
def test_a_number_of_people_is_read_with_its_qualifier(
    text: str, words: str, low: int | None, high: int | None, qualifier: str
) -> None:
    found = counts(f"There were {text}")

    assert [(c.text, c.low, c.high, c.qualifier) for c in found] == [(words, low, high, qualifier)]


@pytest.mark.parametrize("text", NONE)
def test_a_date_measure_age_or_name_is_no_count(text: str) -> None:
    assert counts(f"It was {text}") == ()


def test_a_rise_is_two_numbers_and_no_range() -> None:
    assert [c.low for c in counts("the toll rose from five to seven")] == [5, 7]


@given(st.integers(min_value=1, max_value=999_999))
def test_a_number_written_with_commas_is_the_same_number(value: int) -> None:
    assert number(f"{value:,}") == value


@given(st.text(max_size=200))
def test_every_count_quotes_its_own_span(text: str) -> None:
    for count in counts(text):
        assert count.span.of(text) == count.text
        assert count.low is None or count.high is None or count.low <= count.high
