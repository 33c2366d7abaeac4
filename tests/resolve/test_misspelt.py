"""A name that is misspelt or romanised in another way is found, and an ordinary name that is near to none is not."""

import pytest
from tests.resolve.named import ids

MISSPELT = [
    ("Boko Haraam took the town", "Boko Haraam", "boko-haram"),
    ("Hisbollah took the town", "Hisbollah", "hezbollah"),
    ("al-Quaeda took the town", "al-Quaeda", "al-qaida"),
    ("the Haqani network took the town", "Haqani network", "haqqani-network"),
    ("Abu Sayyaff took the town", "Abu Sayyaff", "abu-sayyaf"),
    ("Sandanista National Liberation Front", "Sandanista National Liberation Front", "sandinista-front"),
]

NOT_ALIKE = [
    "an Islamic state in Egypt",
    "Hassan Nasr spoke",
    "Jamaat-e-Islami held a rally",
    "Telegram took the channel down",
    "The Talisman was sold",
]


@pytest.mark.parametrize(("text", "words", "actor"), MISSPELT)
def test_a_misspelt_name_is_its_actors(text: str, words: str, actor: str) -> None:
    assert ids(text) == [(words, actor)]


@pytest.mark.parametrize("text", NOT_ALIKE)
def test_other_names_and_words_are_nobodys(text: str) -> None:
    assert ids(text) == []
