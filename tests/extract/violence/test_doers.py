"""Who did an attack, as the words give it: by trade, by deed, or by a pronoun that points back."""

import pytest
from tests.pages import told

_DOERS = [
    ("Several hundred settlers entered the village of Kor on Friday and shot dead a farmer.", ["settlers"]),
    ("A firebomb thrown by a settler killed a baby in Kor.", ["settler"]),
    ("Herdsmen killed six villagers near Kor on Friday.", ["Herdsmen"]),
    (
        "The militants have struck at trains. A nurse was killed in October when they ambushed a bus.",
        ["militants", "militants"],
    ),
    ("On 29 October insurgents entered Mucojo for the third time and burned down the mosque.", ["insurgents"]),
    ("A court clerk stabbed two policemen in Kor.", []),
    ("Villagers were shot dead near Kor on Friday.", []),
    ("Police and protesters were wounded by a bomb in Kor.", []),
]


@pytest.mark.parametrize(("text", "doers"), _DOERS)
def test_whoever_is_told_to_have_done_an_attack_did_it(text: str, doers: list[str]) -> None:
    found = [r.value.text.split()[-1] for frame in told(text) for r in frame.readings if r.field == "perpetrators"]

    assert found == doers


def test_forces_that_were_attacked_led_no_operation() -> None:
    (frame, *_) = told("Four militants were killed after an army convoy was attacked near Kor.")

    assert frame.kind == "attack"
