"""How surely the words themselves say that something happened."""

import pytest
from tests.pages import tree

from tocsin.extract.grammar.factuality import factuality
from tocsin.knowledge import load

TOLD = [
    ("Gunmen attacked the village.", "attacked", "CT+"),
    ("Gunmen may have attacked the village.", "attacked", "PS+"),
    ("Gunmen probably attacked the village.", "attacked", "PR+"),
    ("Gunmen did not attack the village.", "attack", "CT-"),
    ("Nobody attacked the village.", "attacked", "CT-"),
    ("The group denied that it attacked the village.", "attacked", "CT-"),
    ("The group threatened to attack the village.", "attack", "Uu"),
    ("Gunmen will attack the village.", "attack", "Uu"),
    ("Police believe that gunmen attacked the village.", "attacked", "PR+"),
    ("Police suspect that gunmen attacked the village.", "attacked", "PS+"),
    ("If gunmen attack the village, people will flee.", "attack", "Uu"),
    ("Police foiled a plot to attack the village.", "attack", "Uu"),
    ("Gunmen are believed to have attacked the village.", "attacked", "PR+"),
    ("The army warned that gunmen had attacked the village.", "attacked", "CT+"),
    ("Police said gunmen attacked the village.", "attacked", "CT+"),
    ("Gunmen tried to attack the village.", "attack", "Uu"),
    ("There was no sign of an attack.", "attack", "Uu"),
    ("Police found no evidence of an attack.", "attack", "Uu"),
    ("Police found signs of an attack.", "attack", "CT+"),
    ("No villagers were hurt or detained.", "detained", "CT-"),
    ("Nobody was wounded or arrested in the raid.", "arrested", "CT-"),
    ("No soldiers were hurt and two gunmen were arrested.", "arrested", "CT+"),
]


@pytest.mark.parametrize(("text", "word", "expected"), TOLD)
def test_a_verb_is_told_as_surely_as_its_clause_and_those_above_it_say(text: str, word: str, expected: str) -> None:
    grown, _ = tree(text)
    at = next(token.index for token in grown.tokens if token.text == word)
    assert factuality(grown, at, load().lexicon) == expected
