import pytest
from tests.pages import tree

from tocsin.extract.grammar.tree import phrase


@pytest.mark.parametrize(
    ("text", "noun", "words"),
    [
        ("In early March militants killed three soldiers in Gao.", "militants", "militants"),
        ("Two armed men on motorcycles fired at a guard.", "men", "Two armed men"),
        ("The leader of the group was held.", "leader", "The leader of the group"),
    ],
)
def test_a_noun_phrase_has_the_words_before_its_noun_and_no_date(text: str, noun: str, words: str) -> None:
    grown, _ = tree(text)
    head = next(token.index for token in grown.tokens if token.text == noun)
    assert phrase(grown, head).of(grown.text) == words
