"""Acronyms are known by the names of their letters in scripts that have no such letters."""

import pytest

from tocsin.knowledge.languages import load_language
from tocsin.knowledge.names import Entry, words
from tocsin.knowledge.spelled_out import acronyms, spelled_out

KNOWN = acronyms(
    [Entry("TTP", "ttp"), Entry("BLF", "blf"), Entry("CRPF", "crpf"), Entry("Isis", "is"), Entry("EI", "is")]
)


def found(code: str, text: str, known: dict[str, tuple[str, ...]] | None = None) -> list[tuple[str, str]]:
    language = load_language(code)
    assert language is not None
    return [(hit.name, hit.span.of(text)) for hit in spelled_out(text, tuple(words(text)), language, known or KNOWN)]


def test_acronyms_are_names_of_three_capitals_or_more() -> None:
    assert set(KNOWN) == {"TTP", "BLF", "CRPF"}


@pytest.mark.parametrize(
    ("code", "text", "name", "written"),
    [
        ("ur", "کل ٹی ٹی پی نے کہا", "TTP", "ٹی ٹی پی"),
        ("ur", "کل ٹی ٹی پی کے رکن", "TTP", "ٹی ٹی پی"),
        ("ur", "حکام کے ٹی ٹی پی سے مذاکرات", "TTP", "ٹی ٹی پی"),
        ("ps", "د ټي ټي پي ویاند", "TTP", "ټي ټي پي"),
        ("fa", "گروه بی ال اف گفت", "BLF", "بی ال اف"),
        ("hi", "सीआरपीएफ के जवान", "CRPF", "सीआरपीएफ"),
        ("hi", "टी टी पी के लड़ाके", "TTP", "टी टी पी"),
        ("bn", "বিএলএফের সদস্য", "BLF", "বিএলএফ"),
    ],
)
def test_names_of_letters_spell_an_acronym_apart_or_joined_with_an_ending_or_without(
    code: str, text: str, name: str, written: str
) -> None:
    assert [(name, written)] == found(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ur", "کل ایس ایس پی نے بتایا"),  # a rank of the police
        ("ur", "کل ایکس ٹی ٹی پی نے کہا"),  # longer
        ("hi", "टीटीपीए की बैठक"),
        ("hi", "सीआरपीएफ-के की बैठक"),
        ("ru", "Бойцы ТТП"),
    ],
)
def test_more_letters_and_acronyms_of_something_else_are_none(code: str, text: str) -> None:
    assert found(code, text, {**KNOWN, "SSP": ("sipah-e-sahaba",)}) == []
