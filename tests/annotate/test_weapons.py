"""Which words are weapons, and of which GTD type."""

import pytest

from tocsin.annotate.words import weapons
from tocsin.knowledge import load

NAMED = [
    ("The patrol hit a claymore mine.", [("claymore mine", "explosives")]),
    ("They fired two Sten guns into the room.", [("Sten guns", "firearms")]),
    ("He carried a kitchen knife and a petrol bomb.", [("kitchen knife", "melee"), ("petrol bomb", "incendiary")]),
    ("A Shahed drone fell on the depot.", [("Shahed drone", "explosives")]),
    ("A bomb went off at a petrol station.", [("bomb", "explosives")]),
    ("The bomb squad came; gun violence is rare here.", []),
    ("A gun shop and a drone factory burned.", []),
]


@pytest.mark.parametrize(("text", "found"), NAMED)
def test_a_weapon_is_named_and_not_only_what_a_shop_or_a_squad_is_for(text: str, found: list[tuple[str, str]]) -> None:
    assert [(w.span.of(text), w.type) for w in weapons(text, load().lexicon)] == found
