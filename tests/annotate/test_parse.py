from datetime import date

import pytest

from tocsin.annotate import annotate
from tocsin.knowledge import load
from tocsin.model.page import Token
from tocsin.model.text import Document, Source


def sentences(text: str) -> list[str]:
    document = Document("d1", None, None, None, date(2024, 3, 14), None, Source(), "en", "", text)
    return [sentence.span.of(text) for sentence in annotate(document, load()).sentences]


def tokens(text: str) -> tuple[Token, ...]:
    return annotate(Document("d", None, None, None, None, None, Source(), "en", "", text), load()).tokens


@pytest.mark.parametrize(
    "line",
    [
        "Gunmen dressed as soldiers stopped a bus near Kidal on Tuesday.",
        "Gunmen killed six villagers near Kidal on Tuesday, officials said.",
        "Engineers blew up an American bomb of 500 kg in the harbour.",
        "Police in Northern Ireland no longer believe that two men were behind it.",
        "It was a Friday, 16 December 2016, and the shops were open.",
        "Negotiators for the government and for the rebels of the north ended three days of talks.",
    ],
)
def test_no_sentence_begins_in_lower_case_or_with_a_figure_after_no_stop(line: str) -> None:
    assert sentences(f"The news of the day\n\n{line} Nobody claimed it.")[1:] == [line, "Nobody claimed it."]


def test_a_sentence_may_begin_in_lower_case_after_a_stop() -> None:
    assert sentences("Words\n\nThe company eBay closed it. iRobot said so.")[1:] == [
        "The company eBay closed it.",
        "iRobot said so.",
    ]


@pytest.mark.parametrize(
    ("line", "word", "lemma"),
    [
        ("The hostage-taking at the bank ended at noon.", "hostage-taking", "hostage-taking"),
        ("Two passers-by were hurt by the blast.", "passers-by", "passers-by"),
        ("Police named the bomb-makers on Monday.", "bomb-makers", "bomb-maker"),
        ("An explosives-laden lorry hit the gate.", "explosives-laden", "explosives-laden"),
    ],
)
def test_a_word_with_a_hyphen_that_a_list_knows_is_one_token(line: str, word: str, lemma: str) -> None:
    found = [(token.text, token.lemma) for token in tokens(line) if "-" in token.text]
    assert found == [(word, lemma)]


def test_a_word_with_a_hyphen_that_no_list_knows_stays_apart_and_every_token_covers_its_words() -> None:
    line = "Nine day-trippers saw the vice-mayor and his brothers-in-law."
    found = tokens(line)
    assert [token.span.of(line) for token in found] == [token.text for token in found]
    assert {"trippers", "vice-mayor"} <= {token.text for token in found}
