from datetime import date

import pytest

from tocsin.annotate import annotate
from tocsin.knowledge import load
from tocsin.model.text import Document, Source


def sentences(text: str) -> list[str]:
    document = Document("d1", None, None, None, date(2024, 3, 14), None, Source(), "en", "", text)
    return [sentence.span.of(text) for sentence in annotate(document, load()).sentences]


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
