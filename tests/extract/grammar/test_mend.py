"""A subject behind a fronted place is its verb's."""

import pytest
from tests.pages import tree

from tocsin.extract.grammar.tree import subject

FRONTED = [
    ("In Nahr-e Saraj district, Helmand province, an Afghan and coalition security force captured a rebel.", "force"),
    ("Gunmen killed a man in Kano.", "Gunmen"),
]


@pytest.mark.parametrize(("text", "doer"), FRONTED)
def test_a_verb_has_the_subject_that_stands_before_it(text: str, doer: str) -> None:
    grown, _ = tree(text)
    verb = next(token.index for token in grown.tokens if token.text in ("captured", "killed"))
    found = subject(grown, verb)

    assert found is not None
    assert grown.tokens[found].text == doer
