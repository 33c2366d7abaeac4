import pytest

from tocsin.annotate.casing import in_mixed_case
from tocsin.knowledge import load


@pytest.mark.parametrize(
    ("shouted", "shown"),
    [
        ("A BOMB WENT OFF IN BOGOTA.", "A bomb went off in Bogota."),
        ("THE MAN FLED TO SAN SALVADOR.", "The man fled to San Salvador."),
        ("THREE GUATEMALAN PEASANTS WERE KILLED.", "Three Guatemalan peasants were killed."),
        ("ARMY SOURCES BLAMED THE FMLN'S FIGHTERS.", "Army sources blamed the FMLN's fighters."),
        ("MAYOR LUZARDO SPOKE. POLICE AGREED.", "Mayor Luzardo spoke. Police agreed."),
        ("A GRENADE LAUNCHER WAS FOUND IN THE AREA.", "A grenade launcher was found in the area."),
        ("THE UNITED STATES AND EL SALVADOR SIGNED.", "The United States and El Salvador signed."),
        ("THE U.S. ENVOY LEFT.", "The U.S. envoy left."),
    ],
)
def test_a_text_in_capitals_is_shown_with_capitals_on_names_alone(shouted: str, shown: str) -> None:
    assert in_mixed_case(shouted, load()) == shown


@pytest.mark.parametrize("text", ["Police in Lima said so.", "", "1989", "ΑΒΓ ß İSTANBUL’DA PATLAMA OLDU"])
def test_a_text_keeps_its_length_whatever_its_case(text: str) -> None:
    assert len(in_mixed_case(text, load())) == len(text)


def test_a_text_in_mixed_case_stays_as_it_is() -> None:
    text = "NATO and the UN condemned the attack in Kabul."
    assert in_mixed_case(text, load()) == text
