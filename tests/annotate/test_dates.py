"""Expressions of time are found as they are written, and read as far as the words alone settle them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.annotate.dates.tagger import dates


def read(text: str) -> list[tuple[str, str]]:
    return [(words.span.of(text), words.value) for words in dates(text)]


WRITTEN = [
    # days with their year
    ("Troops left on 4 June 2024.", "4 June 2024", "2024-06-04"),
    ("Troops left on June 4, 2024.", "June 4, 2024", "2024-06-04"),
    ("Troops left on June 4th 2024.", "June 4th 2024", "2024-06-04"),
    ("Troops left on Jan. 10, 2011.", "Jan. 10, 2011", "2011-01-10"),
    ("Troops left on the 4th of June, 2024.", "the 4th of June, 2024", "2024-06-04"),
    ("Troops left on Friday, January 4, 2019.", "Friday, January 4, 2019", "2019-01-04"),
    ("Troops left on 2024-06-04.", "2024-06-04", "2024-06-04"),
    ("Troops left on 25/06/2024.", "25/06/2024", "2024-06-25"),
    ("Troops left on 06/25/2024.", "06/25/2024", "2024-06-25"),
    ("Troops left on 04/06/2024.", "04/06/2024", "2024-06-04|2024-04-06"),
    ("Troops left on 4.6.2024.", "4.6.2024", "2024-06-04"),
    ("AN ATTACK ON 4 FEB 90 (EFE)", "4 FEB 90", "1990-02-04"),
    # days without it
    ("Troops left on 4 June.", "4 June", "XXXX-06-04"),
    ("Troops left on June 4.", "June 4", "XXXX-06-04"),
    ("THE ARMY LEFT ON 30 DECEMBER.", "30 DECEMBER", "XXXX-12-30"),
    ("THE ARMY LEFT ON 5 MAY.", "5 MAY", "XXXX-05-05"),
    ("It began on the 13th, and went on.", "the 13th", "XXXX-XX-13"),
    # months, years, decades, seasons, centuries
    ("In November 1939 it ended.", "November 1939", "1939-11"),
    ("In February of 1940 it ended.", "February of 1940", "1940-02"),
    ("In April the army invaded.", "April", "XXXX-04"),
    ("In May, the army invaded.", "May", "XXXX-05"),
    ("It has gone on since 2009.", "2009", "2009"),
    ("The 2009 bombing was worse.", "2009", "2009"),
    ("In the 1990s it grew.", "the 1990s", "199"),
    ("It was built in the 19th century.", "the 19th century", "18"),
    ("In the summer of 1915 it ended.", "the summer of 1915", "1915-SU"),
    ("It fell in winter 2021.", "winter 2021", "2021-WI"),
    ("In the spring it began anew.", "the spring", "XXXX-SP"),
    ("In the second half of 2008 it rose.", "the second half of 2008", "2008-H2"),
    ("In the third quarter of 2008 it rose.", "the third quarter of 2008", "2008-Q3"),
    ("They fought in 490 BC there.", "490 BC", "BC0490"),
    # early, mid, late
    ("By early October it was over.", "early October", "XXXX-10;START"),
    ("In mid-June it was over.", "mid-June", "XXXX-06;MID"),
    ("By late 1942 it was over.", "late 1942", "1942;END"),
    ("By the end of March 1944 it was over.", "the end of March 1944", "1944-03;END"),
    ("In the last week of August it ended.", "the last week of August", "XXXX-08;END"),
    # weekdays and parts of the day
    ("He was shot on Tuesday.", "Tuesday", "XXXX-WXX-2"),
    ("He was shot on Tuesday night.", "Tuesday night", "XXXX-WXX-2TNI"),
    ("He was shot last Friday.", "last Friday", "<XXXX-WXX-5"),
    ("They meet next Monday.", "next Monday", ">XXXX-WXX-1"),
    ("The trial will start on Monday.", "Monday", ">XXXX-WXX-1"),
    ("The trial would start on Monday.", "Monday", "?XXXX-WXX-1"),
    ("He died on the night of 5 May 2011.", "the night of 5 May 2011", "2011-05-05TNI"),
    ("He was shot overnight.", "overnight", "@-P1D/TNI"),
    ("He was shot last night.", "last night", "@-P1D/TNI"),
    ("He was shot this morning.", "this morning", "@+P0D/TMO"),
    ("He was shot over the weekend.", "the weekend", "XXXX-WXX-WE"),
    ("He was shot at 7:30 p.m. there.", "7:30 p.m.", "XXXX-XX-XXT19:30"),
    ("He was shot at 19:05 there.", "19:05", "XXXX-XX-XXT19:05"),
    # from today
    ("He was shot yesterday.", "yesterday", "@-P1D"),
    ("He was shot today.", "today", "@+P0D"),
    ("They vote tomorrow.", "tomorrow", "@+P1D"),
    ("They vote tonight.", "tonight", "@+P0D/TNI"),
    ("He was shot the day before yesterday.", "the day before yesterday", "@-P2D"),
    ("Two years ago, 11 died.", "Two years ago", "@-P2Y"),
    ("A week ago, 11 died.", "A week ago", "@-P1W"),
    ("About three months ago, 11 died.", "About three months ago", "@-P3M;APPROX"),
    ("A few days ago, 11 died.", "A few days ago", "PAST_REF"),
    ("Last month, 11 died.", "Last month", "@-P1M"),
    ("Last year, 11 died.", "Last year", "@-P1Y"),
    ("Earlier this week, 11 died.", "Earlier this week", "@+P0W;START"),
    ("Last June, 11 died.", "Last June", "<XXXX-06"),
    ("In June last year, 11 died.", "June last year", "@-P1Y/06"),
    ("In the past 24 hours, 11 died.", "the past 24 hours", "@<PT24H"),
    ("In the next two weeks, they vote.", "the next two weeks", "@>P2W"),
    ("By the end of the year, they vote.", "the end of the year", "~+P0Y;END"),
    # from a date told before
    ("Three days earlier, 11 died.", "Three days earlier", "^-P3D"),
    ("Twelve days later France fell.", "Twelve days later", "^+P12D"),
    ("The previous day, 11 died.", "The previous day", "^-P1D"),
    ("The day before, 11 died.", "The day before", "^-P1D"),
    ("The next day, 11 died.", "The next day", "^+P1D"),
    ("That same day, 11 died.", "That same day", "^+P0D"),
    ("In August of that year, 11 died.", "August of that year", "^+P0Y/08"),
    ("On the 28th of that month, 11 died.", "the 28th of that month", "^+P0M/28"),
    ("The following Monday, 11 died.", "The following Monday", "^>XXXX-WXX-1"),
    # durations, sets, vague words
    ("It lasted for three days.", "three days", "P3D"),
    ("A two-year truce ended.", "two-year", "P2Y"),
    ("It took more than two hours.", "more than two hours", "PT2H;APPROX"),
    ("It went on for weeks.", "weeks", "PXW"),
    ("They patrol every Friday.", "every Friday", "R/XXXX-WXX-5"),
    ("They patrol on Fridays.", "Fridays", "R/XXXX-WXX-5"),
    ("They patrol daily.", "daily", "R/P1D"),
    ("They patrol every two weeks.", "every two weeks", "R/P2W"),
    ("They have now left.", "now", "PRESENT_REF"),
    ("They have recently left.", "recently", "PAST_REF"),
    ("They may leave in the near future.", "the near future", "FUTURE_REF"),
    # digits of other scripts
    ("۲۰۲۴/۰۶/۰۴", "۲۰۲۴/۰۶/۰۴", "2024-06-04"),
    ("٤.٦.٢٠٢٤", "٤.٦.٢٠٢٤", "2024-06-04"),
    ("२०२४-०६-०४", "२०२४-०६-०४", "2024-06-04"),
    ("4.6.2024 года", "4.6.2024", "2024-06-04"),
]


@pytest.mark.parametrize(("text", "words", "value"), WRITTEN)
def test_an_expression_is_found_whole_and_read(text: str, words: str, value: str) -> None:
    assert [(words, value)] == read(text)


RANGES = [
    ("Between 3 and 5 May it burned.", [("3", "XXXX-05-03"), ("5 May", "XXXX-05-05")]),
    ("On June 3-5 it burned.", [("June 3", "XXXX-06-03"), ("5", "XXXX-06-05")]),
    ("From May to June 2021 it burned.", [("May", "2021-05"), ("June 2021", "2021-06")]),
    (
        "From 28 December to 3 January 2021 it burned.",
        [("28 December", "2020-12-28"), ("3 January 2021", "2021-01-03")],
    ),
    ("Between 6-15 October 1952 it burned.", [("6", "1952-10-06"), ("15 October 1952", "1952-10-15")]),
    ("The war of 1914–18 went on.", [("1914", "1914"), ("18", "1918")]),
]


@pytest.mark.parametrize(("text", "ends"), RANGES)
def test_a_range_is_its_two_ends(text: str, ends: list[tuple[str, str]]) -> None:
    assert ends == read(text)


NO_DATES = [
    "He may march on Kabul.",
    "They march on the palace.",
    "Theresa May said so.",
    "THEY MAY MARCH AGAIN.",
    "The sun set on the second house.",
    "Some 2,000 people fled.",
    "At least 1990 people fled.",
    "More than 2000 troops fled.",
    "It runs version 2.0.1 there.",
    "He paid $2000 for it.",
    "Call 020-1999-2000-1 there.",
    "The fall of Kabul surprised them.",
    "The serial number is 2024-13-45.",
    "The Persian year is 1403/03/15.",
    "Article 1999/12 of the code",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_words_and_numbers_that_look_like_dates_are_none(text: str) -> None:
    assert read(text) == []


def test_a_day_that_the_calendar_lacks_is_no_day() -> None:
    assert "XXXX-02-31" not in dict(read("It is due on 31 February there.")).values()


PIECES = st.sampled_from([text for text, *_ in WRITTEN] + NO_DATES + ["\n\n", " – ", "May", "12", "2024", "the", "BC"])


@given(st.lists(PIECES | st.text(max_size=12), max_size=6).map(" ".join))
def test_spans_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    found = dates(text)
    assert all(0 <= words.span.start < words.span.end <= len(text) for words in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.lists(PIECES, max_size=4).map(" ".join))
def test_the_same_text_gives_the_same_dates(text: str) -> None:
    assert dates(text) == dates(text)


@given(st.lists(PIECES, min_size=1, max_size=4))
def test_text_in_capitals_has_its_day_months_too(pieces: list[str]) -> None:
    text = " ".join([*pieces, "It was on 4 June 2024."])
    assert "2024-06-04" in {words.value for words in dates(text.upper())}
