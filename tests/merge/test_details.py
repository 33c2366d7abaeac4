import json
import re
from datetime import date
from importlib.resources import files

import pytest

from tocsin.merge.details import details, hours_apart

WEDNESDAY = date(2024, 3, 27).toordinal()
AGREES = re.compile(
    r"same|actors akin|an age|beginning|wording|names|headline|targets in|one place|numbers agree|dates|published on"
)
DIFFERS = re.compile(r"no |hardly|few words|different|more than|numbers (differ|close)|.*\bapart$")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A 23-year-old man and a woman aged 61 were killed.", {23, 61}),
        ("Sawee Kofa, 27, and his brother (19) were hit.", {27, 19}),
        ("A 7 years old girl was hurt.", {7}),
        ("Twelve people were killed in 2019, 40 wounded.", set()),
        ("An infant aged 0 was found.", set()),
    ],
)
def test_ages_are_read_by_their_form(words: str, expected: set[int]) -> None:
    assert details([words], None).ages == expected


@pytest.mark.parametrize(
    ("words", "minute"),
    [
        ("The blast came at 6:35 p.m. near the gate.", 18 * 60 + 35),
        ("It began around 11 pm.", 23 * 60),
        ("At 12.10 am shots were heard.", 10),
        ("At 04:40 local time a rocket fell.", 4 * 60 + 40),
        ("They came at noon.", 12 * 60),
        ("They came at midnight, or at 3 a.m.", 0),
        ("Nine were killed.", None),
    ],
)
def test_the_first_time_of_day_is_read(words: str, minute: int | None) -> None:
    assert details([words], None).minute == minute


@pytest.mark.parametrize(
    ("words", "before"),
    [("on Wednesday", 0), ("on Tuesday night", 1), ("last THURSDAY", 6), ("on Monday, not Friday", 2)],
)
def test_a_weekday_is_the_last_one_before_the_news(words: str, before: int) -> None:
    assert details([f"It happened {words}."], WEDNESDAY).day == WEDNESDAY - before


def test_a_weekday_says_nothing_without_a_day_of_publication() -> None:
    assert details(["It happened on Tuesday."], None).day is None


def test_hours_are_counted_over_midnight() -> None:
    assert hours_apart(23 * 60 + 30, 30) == hours_apart(30, 23 * 60 + 30) == 1


def test_what_agrees_never_speaks_against_one_incident_and_what_differs_never_for_it() -> None:
    weights = json.loads(files("tocsin.data").joinpath("merging.json").read_text("utf-8"))["weights"]
    wrong = {name for name, weight in weights.items() if (AGREES if weight < 0 else DIFFERS).match(name)}
    assert wrong == set()
