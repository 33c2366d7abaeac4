"""Words sought in any case: what is found is what a pattern that ignores case finds, at the same places."""

import re

import pytest

from tocsin.knowledge.wording import Wording, asks_for_case, small

TEXTS = [
    "Police said a BOMB exploded. Bombs were found; the “Bombing” of İzmir was claimed.",
    "no word of it stands here",
    "BOMBED, BOMBED AND BOMBED AGAIN",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_ignoring_case_finds(text: str) -> None:
    """Each match stands where a pattern that ignores case has it."""
    pattern = r"\bbomb(?:s|ed|ing)?\b"
    expected = [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
    wording = Wording(pattern)
    assert [match.span() for match in wording.finditer(small(text))] == expected
    assert wording.count(small(text)) == len(expected)
    assert bool(wording.search(small(text))) == bool(expected)


@pytest.mark.parametrize("text", ["İstanbul'da", "STRASSE", "ΣΑΣ", "Straße", "ﬁn"])
def test_small_letters_stand_where_the_letters_stood(text: str) -> None:
    """A text in small letters is as long as the text, so that places in it are places in the text."""
    assert len(small(text)) == len(text)


def test_forms_are_the_different_words_met() -> None:
    """Words that differ by case alone are one form."""
    assert Wording(r"bomb(?:s|ed)?").forms(small("Bombs, bombs and a BOMB")) == {"bombs", "bomb"}


def test_what_is_left_without_the_matches_keeps_their_gaps() -> None:
    """A space stands in place of each match."""
    assert Wording("un").without(small("Un deux un")) == "  deux  "


@pytest.mark.parametrize(
    ("pattern", "asks"),
    [
        (r"\bno one\b", False),
        (r"\W+\S*\Z", False),
        (r"(?P<one>a)(?P=one)", False),
        ("Nobody", True),
        ("(?= the | [A-Z])", True),
        ("of (?-i:[a-z]+)", True),
    ],
)
def test_a_pattern_that_asks_for_case_is_told(pattern: str, *, asks: bool) -> None:
    """Classes of letters such as \\W and names of groups ask for none."""
    assert asks_for_case(pattern) is asks
