"""Spellings that sound alike, or differ by a letter where they are long, lead to one record; short ones do not."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge.names import Entry, NameIndex, folded
from tocsin.knowledge.spellings import Alike, SpellingIndex, sound


def index(entries: Iterable[Entry]) -> SpellingIndex:
    return SpellingIndex.of(NameIndex.of(entries).forms())


INDEX = index(
    [
        *(Entry(name, "lantern") for name in ("Harakat al-Qandil", "Lantern Liberation Movement")),
        Entry("Shabeeb", "shabeeb"),
        Entry("Lamp", "lamp"),
        Entry("Movement of the Lamp", "weak", weak=True),
        Entry("LANTERNS", "acronym"),
    ]
)


def key(words: str) -> str:
    return "".join(map(sound, folded(words)))


def ids(known: SpellingIndex, words: str) -> frozenset[str]:
    """Return whom words are spelled like."""
    written = folded(words)
    alike = known.find(written, [sound(word) for word in written])
    return alike.ids if alike else frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hezbollah", "Hizbullah"),
        ("Hezbollah", "Hisbolla"),
        ("Qaeda", "Kaida"),
        ("Jabhat al-Nusra", "Jabhat al Nousrah"),
        ("Sayyaf", "Saiaff"),
        ("Haqqani", "Hakkani"),
        ("Ansar Bayt al-Maqdis", "Ansar Beit el-Maqdes"),
        ("Ansar al-Din", "Ansar Eddine"),
        ("Mujahideen", "Mujahidine"),
        ("Daulah", "Dawlah"),
        ("Cinchona", "Sinchona"),
        ("Janjaweed", "Janjawiet"),
    ],
)
def test_two_ways_to_write_a_name_sound_alike(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Hamas", "Amal"), ("Taliban", "Turban"), ("Boko Haram", "Boko Halal")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Harakat al Kandil", {"lantern"}),
        ("Harakat al-Qandill", {"lantern"}),
        ("Harakat al-Qandrl", {"lantern"}),
        ("Lantern Libration Movement", {"lantern"}),
        ("Lantern Liebration Movement", {"lantern"}),
        ("Lantern Liberty Movement", set()),
        ("Lantern Liberaton Movment", {"lantern"}),
        ("Lantern Liberation Moverment", {"lantern"}),
        ("Harakat Qandil", {"lantern"}),
        ("Haraket el-Qundil", {"lantern"}),
        ("Herakit Qundel", set()),
        ("Lentirn Libiration Movement", {"lantern"}),
        ("Hraakat al-Qandil", {"lantern"}),
        ("Barakat al-Qandil", set()),
        ("Shabib", {"shabeeb"}),
        ("Shabob", set()),
        ("Lamp", set()),
        ("Movement of the Lamp", set()),
        ("Lanterns", set()),
        ("حركة", set()),
    ],
)
def test_a_spelling_leads_to_the_record_whose_name_it_is_near_to(words: str, expected: set[str]) -> None:
    assert ids(INDEX, words) == expected


NAME = st.text("abcdefghiklmnoprstuvz", min_size=10, max_size=16)


@given(NAME, st.integers(1, 9), st.sampled_from("abdfgklmnprst"))
def test_a_long_name_is_found_with_a_letter_more_less_or_other(name: str, at: int, letter: str) -> None:
    known = index([Entry(name.capitalize(), "one")])
    whole = sound(name)
    if len(whole) < 10 or at >= len(whole):
        return
    for other in (
        whole[:at] + whole[at + 1 :],
        whole[:at] + letter + whole[at:],
        whole[:at] + letter + whole[at + 1 :],
    ):
        assert known.find((other,), (other,)) == Alike(frozenset({"one"}), sure=True, same=other == whole)
