"""What somebody declares of a deed is a claim only where they speak of themselves."""

from tests.pages import report


def test_a_pronoun_that_speaks_is_not_the_force_named_in_its_own_words() -> None:
    text = (
        "Opposition parties said on Tuesday that police had killed three people in Conakry. In a statement the parties "
        "spoke of weapons of war used by police. Twelve of the injured had been shot by police, they said."
    )
    stances = {entry.stance for event in report(text).events for entry in event.responsibility}
    assert "claims" not in stances
    assert "accused" in stances
