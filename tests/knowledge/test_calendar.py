"""A report states its publication date in a dateline, after a label, alone on a line or at the end of a heading."""

from datetime import date

import pytest

from tocsin.knowledge.calendar import day, document_date, month, weekday, year

STATED = [
    ("KABUL, Afghanistan (Jan. 10, 2011) – Troops said so.", date(2011, 1, 10)),
    ("News desk\nKABUL, Afghanistan (May 31,2011)\nTroops said so.", date(2011, 5, 31)),
    ("Bridge closed\n\nFriday, January 4, 2019\nA bridge was closed.", date(2019, 1, 4)),
    ("Bridge closed\nPublished 4 June 2024\nA bridge was closed.", date(2024, 6, 4)),
    ("Bridge closed\nPublished: 2024-06-04 10:30\nA bridge was closed.", date(2024, 6, 4)),
    ("Bridge closed\nUpdated on June 4, 2024 at 10:30\nA bridge was closed.", date(2024, 6, 4)),
    ("SAN SALVADOR, 3 JAN 90 (EFE) -- The army said so.", date(1990, 1, 3)),
    ("TEL AVIV (ISRAEL), 12 NOV 89 (IDF RADIO)", date(1989, 11, 12)),
    ("KISMAYO, 10 October 2025 (X) - Police said so.", date(2025, 10, 10)),
    ("PESHAWAR, Pakistan (Border News Agency) 3 February 2026 - Police said so.", date(2026, 2, 3)),
    ("Raid in the west\n\nKismayo, Somalia, October 10, 2025 (Coast Radio) – Police said so.", date(2025, 10, 10)),
    ("GENEVA/NAIROBI, Tuesday 3 February 2026 – The agency said so.", date(2026, 2, 3)),
    ("Evening Operational Update, Feb. 8, 2011\nTroops said so.", date(2011, 2, 8)),
    ("Operations in the south\n2010-09-CA-125\nKABUL, Afghanistan (Sept. 8) - Troops said so.", date(2010, 9, 8)),
    ("May 11: Operations in the south\n2010-05-CA-039\nLast night troops found arms.", date(2010, 5, 11)),
]


@pytest.mark.parametrize(("text", "published"), STATED)
def test_a_date_in_the_head_is_the_publication_date(text: str, published: date) -> None:
    assert published == document_date(text)


UNSTATED = [
    "A bomb killed five people on 4 June 2001, the court was told.",
    "On Friday, January 4, 2019, a bridge was closed.",
    "The airliner fell (December 21, 1988) on the town.",
    "KABUL, Afghanistan (Jan. 28) – Troops said so.",
    "KABUL, Afghanistan (Feb. 31, 2011) – Troops said so.",
    "BOGOTA, NO DATE (RADIO)",
    "Gunmen came on Monday, 3 June 2024, and left.",
    "x " * 250 + "\nPublished 4 June 2024",
    "",
]


@pytest.mark.parametrize("text", UNSTATED)
def test_a_date_in_running_prose_or_without_its_year_is_not(text: str) -> None:
    assert document_date(text) is None


@pytest.mark.parametrize(("word", "number"), [("Sept.", 9), ("SEP", 9), ("May", 5), ("december", 12)])
def test_months_have_long_and_short_names(word: str, number: int) -> None:
    assert number == month(word)


@pytest.mark.parametrize(("word", "number"), [("Monday", 1), ("Tues.", 2), ("THU", 4), ("sunday", 7)])
def test_weekdays_are_counted_from_monday(word: str, number: int) -> None:
    assert number == weekday(word)


@pytest.mark.parametrize(("digits", "number"), [("90", 1990), ("'99", 1999), ("11", 2011), ("2024", 2024)])
def test_two_digits_of_a_year_mean_1930_to_2029(digits: str, number: int) -> None:
    assert number == year(digits)


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    assert day(2023, 2, 29) is None
