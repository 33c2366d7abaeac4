"""Suspects and defendants: charged, held on suspicion, convicted, cleared, confessing; by their part, never by name."""

import pytest
from tests.extract.responsibility.reading import Told, told

PERSONS = [
    ("Two men were charged with murder over the bombing.", [("accused", "Two men", "unknown")]),
    ("Prosecutors charged the suspect with 22 counts of murder.", [("accused", "suspect", "authority")]),
    ("A man accused of carrying out the stabbing appeared in court.", [("accused", "man", "unknown")]),
    ("The three men are charged with having thrown the grenade.", [("accused", "three men", "unknown")]),
    ("Police alleged that the accused carried out both attacks.", [("accused", "accused", "authority")]),
    ("Prosecutors say that the two men built the bomb.", [("accused", "two men", "authority")]),
    ("Police arrested a man on suspicion of carrying out the attack.", [("suspected", "man", "authority")]),
    ("A court convicted three men of the bombing.", [("confirmed", "three men", "authority")]),
    ("A jury found the man guilty of murdering the politician.", [("confirmed", "man", "authority")]),
    ("A judge sentenced a man to life in prison for the attack on the mosque.", [("confirmed", "man", "authority")]),
    (
        "A man from the port was sent to prison for life at the Crown Court for his part in the murder.",
        [("confirmed", "man", "authority")],
    ),
    ("The court acquitted the driver.", [("cleared", "driver", "authority")]),
    ("The suspect confessed to the shooting.", [("claims", "suspect", "unknown")]),
    ("The man has confessed.", [("claims", "man", "unknown")]),
    ("The teenager pleaded guilty to murdering three girls.", [("claims", "teenager", "unknown")]),
    ("The suspect told police that he had carried out the attack alone.", [("claims", "suspect", "unknown")]),
    ("The suspects pleaded not guilty.", [("denies", "suspects", "unknown")]),
    ("The defendant maintains his innocence.", [("denies", "defendant", "unknown")]),
    ("All four deny the charges.", [("denies", "four", "unknown")]),
]

ORDINARY = [
    "The man was charged with shoplifting.",
    "The court convicted two men of fraud.",
    "A driver was charged with drunk driving.",
    "The men confessed to being members of the group.",
    "He was charged with plotting to attack a synagogue.",
    "The court cleared the activist of inciting violence.",
    "The club was charged with misconduct.",
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_a_suspect_has_the_stance_that_court_police_or_the_suspect_gives(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ORDINARY)
def test_a_charge_of_anything_but_violence_done_is_no_stance(text: str) -> None:
    assert told(text) == []


def test_a_name_gives_way_to_the_words_beside_it() -> None:
    text = "A judge sentenced Ohio man Peter Marsh to life in prison for driving his car into a crowd of people."
    assert told(text) == [("confirmed", "Ohio man", "authority")]


def test_a_name_with_no_word_beside_it_is_left_out() -> None:
    assert told("Peter Marsh was charged with the murder of the priest.") == []
