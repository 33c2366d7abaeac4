"""Claims, denials and accusations that are the news themselves, of an act that is known already."""

import pytest
from tests.pages import report

STATEMENTS = [
    ("The bombing of a police station in Kano last Sunday was claimed on Tuesday by Boko Haram.", ["Boko Haram"]),
    (
        "Boko Haram on Monday claimed last week's bombing of a church in Kano, while its rival ISWAP denied any part "
        "in it. The blast killed nine people.",
        ["Boko Haram", "ISWAP"],
    ),
    (
        "Kenya's interior minister on Monday blamed al-Shabaab for last week's grenade attack on a bar in Garissa, in "
        "which three people died.",
        ["Kenya's interior minister"],
    ),
    (
        "Boko Haram claims Kano blast; ISWAP denies role\n\nKANO, June 5 - Boko Haram on Wednesday claimed the attack "
        "that killed nine people in Kano on Sunday. No reason was given.\n\nISWAP denied any role in the blast.",
        ["Boko Haram", "ISWAP"],
    ),
]


@pytest.mark.parametrize(("text", "issuers"), STATEMENTS)
def test_each_party_that_the_news_has_speak_makes_a_statement(text: str, issuers: list[str]) -> None:
    found = [event for event in report(text).events if event.kind == "statement"]

    assert [event.issuer.text for event in found if event.issuer is not None] == issuers


REPORTS = [
    "A bomb killed six people in Kano on Tuesday, police said. Boko Haram claimed responsibility.",
    "Al-Shabaab claims Garissa blast\n\nGARISSA, June 5 - A bomb went off in a bar in Garissa on Tuesday and killed "
    "three people, police said. Police blamed al-Shabaab for the attack.",
    "India and Pakistan accused each other on Monday of shelling villages in Kashmir, where four people were killed.",
    "The army accused Boko Haram of killing nine farmers in Borno on Monday.",
]


@pytest.mark.parametrize("text", REPORTS)
def test_who_claims_or_is_accused_within_the_report_of_an_attack_makes_none(text: str) -> None:
    assert not [event for event in report(text).events if event.kind == "statement"]
