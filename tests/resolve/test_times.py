"""Dates hang on the publication date or on dates told before, and stay open where there is neither."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.annotate.dates.tagger import dates as find
from tocsin.model.page import Annotated, Dated
from tocsin.model.text import Document, Source
from tocsin.resolve.times.dating import dates

THURSDAY = date(2024, 6, 6)


def page(text: str, published: date | None) -> Annotated:
    document = Document("d1", None, None, None, published, None, Source(), "en", "", text)
    return Annotated(document, "full", dates=find(text))


def last(text: str, published: date | None = THURSDAY) -> Dated:
    return dates(page(text, published))[-1]


def days(text: str, published: date | None = THURSDAY) -> tuple[str, str, str]:
    when = last(text, published).when
    return str(when.start), str(when.end), when.precision


NEWS = [
    # weekdays: the nearest in the past, the day of publication included
    ("It was on Tuesday.", "2024-06-04", "2024-06-04", "day"),
    ("It was on Thursday.", "2024-06-06", "2024-06-06", "day"),
    ("It was on Friday.", "2024-05-31", "2024-05-31", "day"),
    ("It was on Tuesday night.", "2024-06-04", "2024-06-04", "day"),
    ("It was last Thursday.", "2024-05-30", "2024-05-30", "day"),
    ("It was this Monday.", "2024-06-03", "2024-06-03", "day"),
    ("It is next Thursday.", "2024-06-13", "2024-06-13", "day"),
    ("It will be held on Tuesday.", "2024-06-11", "2024-06-11", "day"),
    ("The trial will start soon, he said on Tuesday.", "2024-06-04", "2024-06-04", "day"),
    ("It was over the weekend.", "2024-06-01", "2024-06-02", "week"),
    # from today
    ("It was today.", "2024-06-06", "2024-06-06", "day"),
    ("It was yesterday.", "2024-06-05", "2024-06-05", "day"),
    ("It was last night.", "2024-06-05", "2024-06-05", "day"),
    ("It was overnight.", "2024-06-05", "2024-06-06", "day"),
    ("It was overnight on Tuesday.", "2024-06-04", "2024-06-04", "day"),
    ("He is held until his next appearance on June 25.", "2024-06-25", "2024-06-25", "day"),
    ("It is tomorrow.", "2024-06-07", "2024-06-07", "day"),
    ("It was ten days ago.", "2024-05-27", "2024-05-27", "day"),
    ("It was a week ago.", "2024-05-27", "2024-06-02", "week"),
    ("It was last week.", "2024-05-27", "2024-06-02", "week"),
    ("It was earlier this week.", "2024-06-03", "2024-06-06", "week"),
    ("It is later this month.", "2024-06-06", "2024-06-30", "month"),
    ("It was last month.", "2024-05-01", "2024-05-31", "month"),
    ("It was six months ago.", "2023-12-01", "2023-12-31", "month"),
    ("It was last year.", "2023-01-01", "2023-12-31", "year"),
    ("It was two years ago.", "2022-01-01", "2022-12-31", "year"),
    ("It is by the end of the year.", "2024-01-01", "2024-12-31", "year"),
    ("It was in the past 24 hours.", "2024-06-05", "2024-06-06", "day"),
    ("It was in the past ten days.", "2024-05-27", "2024-06-06", "week"),
    ("It was in the past six months.", "2023-12-06", "2024-06-06", "year"),
    ("It is in the next two months.", "2024-06-06", "2024-08-06", "month"),
    ("It was in June last year.", "2023-06-01", "2023-06-30", "month"),
    # without a year: the nearest before publication
    ("It was on June 4.", "2024-06-04", "2024-06-04", "day"),
    ("It was on 20 December.", "2023-12-20", "2023-12-20", "day"),
    ("It was on 29 February.", "2024-02-29", "2024-02-29", "day"),
    ("It was in May.", "2024-05-01", "2024-05-31", "month"),
    ("It was in November.", "2023-11-01", "2023-11-30", "month"),
    ("It was last June.", "2023-06-01", "2023-06-30", "month"),
    ("It will be in November.", "2024-11-01", "2024-11-30", "month"),
    ("The curfew holds until 20 June.", "2024-06-20", "2024-06-20", "day"),
    ("It was in the winter.", "2023-12-01", "2024-02-29", "month"),
    # explicit
    ("It was on 4 June 2019.", "2019-06-04", "2019-06-04", "day"),
    ("It was in the summer of 2019.", "2019-06-01", "2019-08-31", "month"),
    ("It was in the second quarter of 2019.", "2019-04-01", "2019-06-30", "month"),
    ("It was in 2019.", "2019-01-01", "2019-12-31", "year"),
    ("It was in the 1990s.", "1990-01-01", "1999-12-31", "unknown"),
    ("It was in the 19th century.", "1800-01-01", "1899-12-31", "unknown"),
    # in doubt between two readings: the one that is past, else the year alone
    ("It was on 05/07/2024.", "2024-05-07", "2024-05-07", "day"),
    ("It was on 04/06/2024.", "2024-01-01", "2024-12-31", "year"),
    # from a date told before
    ("On Tuesday he fled. The previous day he hid.", "2024-06-03", "2024-06-03", "day"),
    ("On 4 May 2019 he fled. Three days later he died.", "2019-05-07", "2019-05-07", "day"),
    ("On 4 May 2019 he fled. That same day he died.", "2019-05-04", "2019-05-04", "day"),
    ("In 2019 he fled. In August of that year he died.", "2019-08-01", "2019-08-31", "month"),
    ("In 2019 he fled. The following year he died.", "2020-01-01", "2020-12-31", "year"),
    ("It struck on 7 July 2005 and again on 21 July.", "2005-07-21", "2005-07-21", "day"),
    ("On Tuesday he fled. In the morning he hid.", "None", "None", "unknown"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), NEWS)
def test_news_hangs_on_its_publication_date(text: str, start: str, end: str, precision: str) -> None:
    assert (start, end, precision) == days(text)


OPEN = ["It was on Tuesday.", "It was last month.", "Two years ago it fell.", "It was last year.", "It was on June 4."]
OPEN += ["It was yesterday.", "The previous day it fell.", "It was earlier this week.", "It was in the past 24 hours."]


@pytest.mark.parametrize(
    "text",
    [
        "HERAT, June 6 - It was at dawn on Tuesday.",
        "HERAT, June 6 - It was at 5pm (1230 GMT) on Tuesday.",
        "HERAT, June 6 - It was shortly before noon local time on Tuesday.",
        "HERAT, June 6 - It was on Tuesday at sunset.",
        "HERAT, June 6 - It was before daybreak on 4 June.",
    ],
)
def test_an_hour_is_of_the_day_that_is_told_with_it_and_not_of_the_dateline(text: str) -> None:
    assert {str(found.when.start) for found in dates(page(text, THURSDAY))[1:]} == {"2024-06-04"}


def test_an_hour_of_the_dateline_is_of_its_day() -> None:
    found = dates(page("HERAT, June 6 - They came at dawn. It was on Tuesday.", THURSDAY))
    assert [str(one.when.start) for one in found] == ["2024-06-06", "2024-06-06", "2024-06-04"]


@pytest.mark.parametrize("text", OPEN)
def test_without_an_anchor_a_date_stays_open(text: str) -> None:
    assert days(text, None) == ("None", "None", "unknown")


def test_without_an_anchor_a_date_that_states_its_year_is_settled() -> None:
    assert days("It was in June 2021.", None) == ("2021-06-01", "2021-06-30", "month")


def test_without_a_publication_date_a_day_hangs_on_the_date_told_before() -> None:
    assert days("It was on 3 May 2011. It went on until 5 May.", None) == ("2011-05-05", "2011-05-05", "day")


def test_a_dateline_stands_in_for_the_publication_date() -> None:
    text = "KABUL, Afghanistan (Jan. 10, 2011) – Two insurgents were killed on Saturday."
    assert days(text, None) == ("2011-01-08", "2011-01-08", "day")


LENGTHS = [("It took three days.", "P3D"), ("They meet every Friday.", "XXXX-WXX-5"), ("They patrol daily.", "P1D")]
LENGTHS += [("They have recently left.", "PAST_REF"), ("They are now there.", "PRESENT_REF")]


@pytest.mark.parametrize(("text", "timex"), LENGTHS)
def test_durations_sets_and_vague_words_have_a_value_and_no_days(text: str, timex: str) -> None:
    assert ("None", "None", "unknown", timex) == (*days(text), last(text).timex)


HISTORY = "In 1939 it began. " + " ".join(f"It went on in {year}." for year in range(1940, 1950)) + " "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 20 December 1941 he fled. In January he died.", "1942-01-01"),
        ("On 20 December 1941 he fled. On 3 December he had hidden.", "1941-12-03"),
        ("On 20 December 1941 he fled. Twelve days later he died.", "1942-01-01"),
        ("On 20 December 1941 he fled. The previous April he had hidden.", "1941-04-01"),
        ("On 20 December 1941 he fled. By the end of the year he died.", "1941-01-01"),
    ],
)
def test_a_history_hangs_on_what_it_told_last(text: str, day: str) -> None:
    assert day == days(HISTORY + text)[0]


TEXTS = st.lists(st.sampled_from([text for text, *_ in NEWS] + OPEN), min_size=1, max_size=4).map(" ".join)
PUBLISHED = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(TEXTS, PUBLISHED | st.none())
def test_intervals_never_invert_and_are_open_or_settled_as_a_whole(text: str, published: date | None) -> None:
    for dated in dates(page(text, published)):
        when = dated.when
        assert (when.start is None) == (when.end is None)
        assert when.start is None or when.end is None or when.start <= when.end
        assert when.start is not None or when.precision == "unknown"
        assert when.text == when.span.of(text)


@given(TEXTS, PUBLISHED | st.none())
def test_the_same_page_gives_the_same_dates(text: str, published: date | None) -> None:
    assert dates(page(text, published)) == dates(page(text, published))


@given(
    st.sampled_from(["on Tuesday", "on Sunday", "last Friday", "next Monday", "this Wednesday", "over the weekend"]),
    PUBLISHED,
    st.integers(-200, 200),
)
def test_publication_moved_by_weeks_moves_weekdays_by_as_many(words: str, published: date, weeks: int) -> None:
    moved = timedelta(weeks=weeks)
    here, there = last(f"It was {words}.", published).when, last(f"It was {words}.", published + moved).when
    assert here.start is not None
    assert there.start == here.start + moved


@given(PUBLISHED, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_a_weekday_lies_in_the_seven_days_up_to_publication(published: date, name: str) -> None:
    start = last(f"It was on {name}.", published).when.start
    assert start is not None
    assert 0 <= (published - start).days <= 6
    assert name == start.strftime("%A")
