"""Feasts, other calendars, hours and vague times have their days where the text settles them, and none where not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.annotate.dates.tagger import dates as find
from tocsin.model.page import Annotated, Dated
from tocsin.model.text import Document, Source
from tocsin.resolve.times.dating import dates

THURSDAY = date(2024, 6, 6)


def read(text: str, published: date | None = THURSDAY) -> list[Dated]:
    document = Document("d1", None, None, None, published, None, Source(), "en", "", text)
    return list(dates(Annotated(document, "full", dates=find(text))))


def days(text: str, published: date | None = THURSDAY) -> tuple[str, str, str]:
    when = read(text, published)[-1].when
    return str(when.start), str(when.end), when.precision


SETTLED = [
    # the moon is sighted or not: a day more on either side, and no precision of a day
    ("It was on 10 Ramadan 1445.", "2024-03-19", "2024-03-21", "week"),
    ("It was on 1 Muharram 1400 AH.", "1979-11-20", "1979-11-22", "week"),
    ("It was on Eid al-Fitr.", "2024-04-09", "2024-04-11", "week"),
    ("It was on Eid al-Fitr 2019.", "2019-06-04", "2019-06-06", "week"),
    ("It is on Eid al-Adha.", "2024-06-16", "2024-06-18", "week"),
    ("It was in Muharram 1445.", "2023-07-18", "2023-08-18", "month"),
    ("It was during Ramadan.", "2024-03-10", "2024-04-10", "month"),
    ("It was in 1445 AH.", "2023-07-18", "2024-07-08", "year"),
    # the Persian calendar follows the sun
    ("It was on 22 Bahman 1399.", "2021-02-10", "2021-02-10", "day"),
    ("It was on 15 Mordad 1402.", "2023-08-06", "2023-08-06", "day"),
    ("It was on 22 Bahman.", "2024-02-11", "2024-02-11", "day"),
    ("It was in Khordad 1401.", "2022-05-22", "2022-06-21", "month"),
    ("It was on Nowruz.", "2024-03-20", "2024-03-20", "day"),
    # feasts
    ("It was on Easter Sunday.", "2024-03-31", "2024-03-31", "day"),
    ("It was on Good Friday 2019.", "2019-04-19", "2019-04-19", "day"),
    ("It was on Orthodox Easter 2024.", "2024-05-05", "2024-05-05", "day"),
    ("It was on Christmas Eve.", "2023-12-24", "2023-12-24", "day"),
    # weekdays and parts of years told from the day of publication
    ("It was on Friday last week.", "2024-05-31", "2024-05-31", "day"),
    ("It is on Monday morning next week.", "2024-06-10", "2024-06-10", "day"),
    ("It was the night before last.", "2024-06-04", "2024-06-04", "day"),
    ("It was last quarter.", "2024-01-01", "2024-03-31", "month"),
    ("It was in the third quarter of last year.", "2023-07-01", "2023-09-30", "month"),
    ("A June 20 hearing has been scheduled.", "2024-06-20", "2024-06-20", "day"),
    ("The army said Friday that it will go on.", "2024-05-31", "2024-05-31", "day"),
    ("The army said Friday it will go on.", "2024-05-31", "2024-05-31", "day"),
    ("He fled. In July it will be over.", "2024-07-01", "2024-07-31", "month"),
    ("It must be over by 20 June.", "2024-06-20", "2024-06-20", "day"),
    ("It was over by 20 June.", "2024-06-20", "2024-06-20", "day"),
    ("The ring had been named by Friday.", "2024-05-31", "2024-05-31", "day"),
    # days known by a name
    ("He recalled the September 11 attacks.", "2001-09-11", "2001-09-11", "day"),
    # hours with their day
    ("It was at 5 p.m. on Tuesday.", "2024-06-04", "2024-06-04", "day"),
    ("It was at 10:40 UTC on Sunday.", "2024-06-02", "2024-06-02", "day"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), SETTLED)
def test_a_time_that_the_text_settles_has_its_days(text: str, start: str, end: str, precision: str) -> None:
    assert (start, end, precision) == days(text)


def test_a_day_after_ramadan_had_come_near_is_the_coming_one() -> None:
    assert days("It was planned for the holy month of Ramadan.", date(2021, 3, 26))[0] == "2021-04-12"


ZONES = [
    # the hour is told twice: the day is the one on the spot, the value keeps universal time
    ("At 2330 GMT on Sunday (4:00 am Monday local time) it fell.", 0, "2024-06-02T23:30Z", "2024-06-03", "2024-06-03"),
    ("It fell at 4:00 am local time (2330 GMT) on Monday.", 1, "2024-06-02T23:30Z", "2024-06-03", "2024-06-03"),
    ("It fell at 9 pm local time (0200 GMT) on Monday.", 1, "2024-06-04T02:00Z", "2024-06-03", "2024-06-03"),
    ("It fell at 0200 GMT on Tuesday (9 pm local time).", -1, "2024-06-03T21:00", "2024-06-03", "2024-06-03"),
    # another hour of the same report, by what the first says of the clocks there
    ("At 9 a.m. (0430 GMT) on Sunday, and 2130 GMT Sunday.", -1, "2024-06-02T21:30Z", "2024-06-03", "2024-06-03"),
    # nothing says how far the clocks are apart: both days that it may have been
    ("It fell at 23:40 GMT on Sunday.", 0, "2024-06-02T23:40Z", "2024-06-02", "2024-06-03"),
    ("It fell at 01:40 GMT on Sunday.", 0, "2024-06-02T01:40Z", "2024-06-01", "2024-06-02"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "which", "timex", "start", "end"), ZONES)
def test_an_hour_in_universal_time_is_of_the_day_on_the_spot(
    text: str, which: int, timex: str, start: str, end: str
) -> None:
    found = read(text)[which]
    assert (timex, start, end) == (found.timex, str(found.when.start), str(found.when.end))


WITH_ITS_DAY = [
    "It fell at 5 p.m. on Tuesday.",
    "It fell on Tuesday at 5 p.m.",
    "It fell at 5 p.m. Tuesday.",
    "It fell at 5 p.m. Herat time on Tuesday.",
    "It fell at 5 p.m. (1230 GMT) on Tuesday.",
]


@pytest.mark.parametrize("text", WITH_ITS_DAY)
def test_an_hour_has_the_day_that_its_sentence_tells(text: str) -> None:
    assert {str(dated.when.start) for dated in read(text)} == {"2024-06-04"}
    assert "2024-06-04T17:00" in {dated.timex for dated in read(text)}


LOOSE = [
    ("On Tuesday he fled. At 9 p.m. he hid.", "2024-06-04T21:00"),
    ("On Tuesday he fled. He lost the day.", "2024-06-04"),
    ("He hid at 9 p.m. there.", "2024-06-06T21:00"),
    ("He said so at that period.", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "timex"), LOOSE)
def test_a_time_of_a_day_that_its_sentence_does_not_tell_has_a_value_and_no_days(text: str, timex: str) -> None:
    assert (timex, "None", "None") == (read(text)[-1].timex, *days(text)[:2])


def test_what_is_loosely_told_is_nothing_for_others_to_hang_on() -> None:
    found = read("On 4 May 2019 he fled. He had lost the year. Three days later he died.")
    assert str(found[-1].when.start) == "2019-05-07"


UNANCHORED = ["It was on Eid al-Fitr.", "It was on 10 Muharram.", "It was on 22 Bahman.", "It was on Easter Sunday."]
UNANCHORED += [
    "It was on Friday last week.",
    "It was at 9 p.m. there.",
    "It was last quarter.",
    "It was during Ramadan.",
]


@pytest.mark.parametrize("text", UNANCHORED)
def test_without_a_publication_date_what_hangs_on_it_stays_open(text: str) -> None:
    assert days(text, None) == ("None", "None", "unknown")


HISTORY = "In 1939 it began. " + " ".join(f"It went on in {year}." for year in range(1940, 1950)) + " "
MERE_WORDS = ["The former king fled.", "At the same time he fled.", "He fled at the time."]


@pytest.mark.parametrize("text", MERE_WORDS)
def test_what_only_a_history_dates_is_no_time_in_news(text: str) -> None:
    assert read(text) == []
    assert read(HISTORY + text)[-1].when.start is None


TEXTS = st.sampled_from([text for text, *_ in [*SETTLED, *ZONES, *LOOSE]] + UNANCHORED + MERE_WORDS)
PUBLISHED = st.dates(date(1950, 1, 1), date(2090, 12, 31)) | st.none()


def test_a_text_that_opens_with_a_weekday_is_news_whatever_years_it_recalls() -> None:
    when = read("He was freed on Tuesday. " + HISTORY)[0].when
    assert str(when.start) == "2024-06-04"


@given(st.lists(TEXTS, min_size=1, max_size=4).map(" ".join), PUBLISHED)
def test_no_interval_inverts_and_none_is_half_open(text: str, published: date | None) -> None:
    for dated in read(text, published):
        start, end = dated.when.start, dated.when.end
        assert (start is None) == (end is None)
        assert start is None or end is None or start <= end
        assert start is not None or dated.when.precision == "unknown"


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_a_feast_without_its_year_is_one_that_is_near(published: date) -> None:
    for text in ("It was on Eid al-Fitr.", "It was on Easter Sunday.", "It was on Nowruz."):
        start = read(text, published)[-1].when.start
        assert start is not None
        assert timedelta(days=-14) <= published - start <= timedelta(days=400)
