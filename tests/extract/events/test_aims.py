"""Each target of an event stands once, in its fullest words; the vaguest only where nothing else is told."""

import pytest
from tests.pages import report

TARGETS = [
    (
        "Militants killed 31 soldiers at a camp near Mardan on Monday. The attack came at dawn, while the men were at "
        "their exercises. Officials said that 31 troops had died.",
        ["31 soldiers"],
    ),
    ("Militants attacked a village near Gao on Monday and killed nine farmers.", ["nine farmers"]),
    ("JNIM attacked a village near Gao on Monday.", ["a village"]),
    ("Militants attacked a base near Gao on Monday, killing nine people.", ["a base"]),
    ("Militants killed nine people near Gao on Monday.", ["nine people"]),
    ("Militants bombed a mosque in Gao on Monday. The mosque was full.", ["a mosque"]),
]


@pytest.mark.parametrize(("text", "words"), TARGETS)
def test_a_target_is_told_once_and_by_its_best_words(text: str, words: list[str]) -> None:
    event = next(event for event in report(text).events if event.main)
    assert [target.text for target in event.targets] == words
