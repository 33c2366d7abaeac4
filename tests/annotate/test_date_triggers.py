"""A rule for expressions of time is sought only around its trigger words, and misses nothing by that."""

import pytest
from tests.annotate.test_date_kinds import NO_TIMES, SEVERAL, TABLES
from tests.annotate.test_dates import NO_DATES, RANGES, WRITTEN

from tocsin.annotate.dates.tagger import RULES
from tocsin.annotate.dates.windows import openers, windows
from tocsin.knowledge.wording import small

TEXTS = sorted({text for text, *_ in (*WRITTEN, *RANGES, *TABLES, *SEVERAL)} | {*NO_DATES, *NO_TIMES})


@pytest.mark.parametrize("text", TEXTS)
def test_whatever_a_rule_matches_lies_around_one_of_its_triggers(text: str) -> None:
    lowered = small(text)
    around = windows(lowered, openers(rule.triggers for rule in RULES))

    missed = [
        (rule.pattern.pattern, match.group())
        for number, rule in enumerate(RULES)
        for match in rule.pattern.finditer(lowered if rule.small else text)
        if not any(start <= match.start() and match.end() <= end for start, end in around.get(number, ()))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("trigger", "text", "opens"),
    [
        ("#", "nine of 12 men", True),
        ("#", "on the 2nd day", True),
        ("####", "nine of 12 men", False),
        ("####", "the 1990s", True),
        ("####", "1914/18", True),
        ("#s", "the '90s", True),
        ("#s", "the 1990s", True),
        ("#s", "10seconds", False),
        ("#th", "the 3rd of May", True),
        ("#th", "the 3rdly", False),
        ("#:", "at 19:30", True),
        ("#/", "on 9/11", True),
        ("#h", "at 13h30", True),
        ("#:", "on 9/11", False),
    ],
)
def test_a_figure_opens_what_its_shape_is_a_trigger_of(trigger: str, text: str, *, opens: bool) -> None:
    assert bool(windows(small(text), openers([{trigger}]))) == opens
