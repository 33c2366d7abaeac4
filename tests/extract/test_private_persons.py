"""Names of victims, witnesses, suspects and relatives stand in no value: a record gives roles and organisations."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.pages import report

from tocsin.model import wire

EVIDENCE = frozenset({"document", "quote"})  # the article's own words are kept as evidence
REPORTS = (
    (
        "attack",
        "A bomb exploded at a market in Mogadishu on Monday, killing nine people. Among the dead was Halima Warsame "
        "Jibril, a teacher. Her brother, Nuur Warsame Jibril, said she had gone to buy milk.",
        ("Halima", "Warsame", "Jibril", "Nuur"),
    ),
    (
        "attack",
        "Militants shot dead Tobias Okelewa, a trader, in an ambush near Jos, Nigeria, on Sunday. A witness, Comfort "
        "Adaugbo, said the insurgents came on motorcycles.",
        ("Tobias", "Okelewa", "Comfort", "Adaugbo"),
    ),
    (
        "arrest",
        "Police in Hamburg on Tuesday arrested a man, Yannick Drosteveld, suspected of belonging to Islamic State. "
        "His neighbour Petra Hallmeyer said that he may have wanted revenge.",
        ("Yannick", "Drosteveld", "Petra", "Hallmeyer"),
    ),
    (
        "attack",
        "Boko Haram gunmen raided a clinic in Damboa, Nigeria, on Sunday and killed five people, among them the nurse "
        'Grace Oduyale. "Grace feared that they would come back," her husband, Peter Oduyale, said.',
        ("Grace", "Oduyale", "Peter"),
    ),
    (
        "trial",
        "A court in Stockholm on Wednesday sentenced Anders Kvistholm, 24, to eight years in prison for planning an "
        "attack on a church on behalf of Islamic State.",
        ("Anders", "Kvistholm"),
    ),
    (
        "attack",
        "Militants kidnapped two engineers, Li Zhaowen and Karol Brzeskiewicz, from a mine in Zamfara, Nigeria, on "
        "Monday. No insurgent group has claimed the abduction.",
        ("Zhaowen", "Karol", "Brzeskiewicz"),
    ),
    (
        "attack",
        "A suicide bomber identified as Farouk Benhadjal blew himself up at a police station in Quetta on Tuesday, "
        "killing six officers.",
        ("Farouk", "Benhadjal"),
    ),
    (
        "attack",
        "Three policemen were shot dead in Bannu, Pakistan, on Monday. Constable Gulzar Mehrabi was among them, and "
        "his widow, Shaista Mehrabi, demanded justice. The Pakistani Taliban claimed the attack.",
        ("Gulzar", "Shaista", "Mehrabi"),
    ),
    (
        "attack",
        "A car bomb wounded eleven soldiers in Cali, Colombia, on Monday. The driver, Ramiro Quintañal, was detained "
        "at the scene, and the army accused ELN. Resident Luz Peraltones said that more attacks were likely.",
        ("Ramiro", "Quintañal", "Peraltones"),
    ),
    (
        "threat",
        "In a video released on Sunday, Islamic State threatened to kill the aid worker Duncan Ferriswold. His "
        "mother, Eileen Ferriswold, appealed to the group to free him.",
        ("Duncan", "Eileen", "Ferriswold"),
    ),
    (
        "operation",
        "Troops killed Sani Gwoshalu, a suspected courier of Boko Haram, and two others near Maiduguri on Monday. "
        "Farmer Modu Bulamaji said he had heard shots for hours.",
        ("Sani", "Gwoshalu", "Modu", "Bulamaji"),
    ),
    (
        "attack",
        "Nine worshippers died in a bombing at a mosque in Kabul on Friday. Police suspect Hamid Zorwali, a former "
        "student, of carrying the bomb for Islamic State. Hamid Zorwali may have acted in anger at his dismissal.",
        ("Hamid", "Zorwali"),
    ),
)


def _words(value: Any, key: str = "") -> Iterator[str]:
    """Yield every text of an output but the evidence."""
    if key in EVIDENCE:
        return
    if isinstance(value, str):
        yield value
    for inner, item in value.items() if isinstance(value, dict) else ():
        yield from _words(item, inner)
    for item in value if isinstance(value, list) else ():
        yield from _words(item)


@pytest.mark.parametrize(("kind", "text", "names"), REPORTS, ids=[names[-1] for _, _, names in REPORTS])
def test_no_value_summary_judgement_or_tie_holds_the_name_of_a_private_person(
    kind: str, text: str, names: tuple[str, ...]
) -> None:
    found = wire.report(report(text))
    assert [event["kind"] for event in found["events"] if event["main"]][:1] == [kind]
    assert [(name, words) for words in _words(found) for name in names if name in words] == []
    assert all(name in text for name in names)
