"""A verb has the subject and the doer that the words give it, where the parser has misread them."""

import pytest
from tests.pages import tree

from tocsin.extract.grammar.mend import mended
from tocsin.extract.grammar.tree import agent_of, descend, subject
from tocsin.model.page import Token
from tocsin.model.text import Span

_VERB = Token(1, Span(8, 11), "hit", "hit", "VERB", "VBD", "ROOT", 1, 0)

FRONTED = [
    ("In Nahr-e Saraj district, Helmand province, an Afghan and coalition security force captured a rebel.", "force"),
    ("Gunmen killed a man in Kano.", "Gunmen"),
    ("On 29 October insurgents captured Mucojo for the third time and burned the church.", "insurgents"),
]


@pytest.mark.parametrize(("text", "doer"), FRONTED)
def test_a_verb_has_the_subject_that_stands_before_it(text: str, doer: str) -> None:
    grown, _ = tree(text)
    verb = next(token.index for token in grown.tokens if token.text in ("captured", "killed"))
    found = subject(grown, verb)

    assert found is not None
    assert grown.tokens[found].text == doer


CAPITALS = [("Rockets", "rocket"), ("Attacks", "attack"), ("Gunmen", "gunman"), ("Bodies", "body")]


@pytest.mark.parametrize(("word", "lemma"), CAPITALS)
def test_a_plural_that_opens_a_sentence_is_a_common_noun(word: str, lemma: str) -> None:
    token = mended([Token(0, Span(0, len(word)), word, word.lower(), "PROPN", "NNPS", "nsubj", 1, 0), _VERB])[0]

    assert (token.lemma, token.pos, token.tag) == (lemma, "NOUN", "NNS")


def test_a_known_name_that_opens_a_sentence_stays_one() -> None:
    houthis = Token(0, Span(0, 7), "Houthis", "houthis", "PROPN", "NNPS", "nsubj", 1, 0)

    assert mended([houthis, _VERB], named={0})[0] == houthis


DONE = (
    ("A patrol boat fired on fishermen off Kerala on Monday.", "fired", "boat"),
    ("Shelling killed 12 people in Kadugli on Tuesday.", "killed", "Shelling"),
    ("The convoy was ambushed near Djibo, residents said, by men on motorcycles.", "ambushed", "men"),
    ("Army thwarts attack on base, kills 20 fighters\n\nIt was the second in a week.", "thwarts", "Army"),
    ("Gunmen raid village in Zamfara\n\nIt was the second in a week.", "raid", "Gunmen"),
    ("The soldiers killed in the attack were buried on Monday.", "killed", None),
    ("The man wounded on Monday, police said by telephone, is a guard.", "wounded", None),
)


@pytest.mark.parametrize(("text", "word", "doer"), DONE)
def test_a_verb_has_its_doer_and_no_other(text: str, word: str, doer: str | None) -> None:
    grown, _ = tree(text)
    verb = next(token.index for token in grown.tokens if token.text == word)
    found = agent_of(grown, verb)

    assert (None if found is None else grown.tokens[found].text) == doer


ANSWERED = [
    ("The ELN claimed responsibility for a bomb blast on a train on Tuesday which killed 13 people.", "blast", "train"),
    ("Police blamed the rebels for a bomb blast on a train.", "blast", "train"),
    ("The rebels took the blame for a raid on a post on Monday.", "raid", "post"),
    ("The army accused the rebels of an attack on a village.", "attack", "village"),
]


@pytest.mark.parametrize(("text", "deed", "place"), ANSWERED)
def test_what_stands_behind_a_deed_belongs_to_it_and_not_to_the_answer_for_it(text: str, deed: str, place: str) -> None:
    grown, _ = tree(text)
    at, where = (next(t.index for t in grown.tokens if t.text == word) for word in (deed, place))

    assert where in descend(grown, at)
