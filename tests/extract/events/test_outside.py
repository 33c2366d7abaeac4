"""A deed put down to a group where no source places it carries a doubt; elsewhere it carries none."""

from datetime import date

import pytest

from tocsin.knowledge import load
from tocsin.model.record import Event
from tocsin.model.text import Document
from tocsin.pipeline import analyze
from tocsin.read import read_bytes
from tocsin.read.document import Given

TEXT = """A bomb kills three at a checkpoint

{dateline} - A bomb killed three policemen at a checkpoint in {place} on Tuesday, police said.
{who} claimed responsibility for the bombing in a statement. Officials suspect {other}.
"""


def attack(place: str, country: str, who: str, other: str = "a local gang") -> Event:
    text = TEXT.format(dateline=f"{place.upper()}, {country}", place=place, who=who, other=other)
    (document,) = read_bytes(text.encode(), "-", Given(date(2024, 3, 27), None))
    assert isinstance(document, Document)
    return next(event for event in analyze(document, load()).events if event.kind == "attack")


def doubts(event: Event) -> dict[str, str | None]:
    return {one.actor.actor_id or "": one.actor.doubt for one in event.responsibility if one.actor}


def test_a_claim_outside_the_areas_of_a_record_is_flagged() -> None:
    event = attack("Nairobi", "Kenya", "Boko Haram")
    assert doubts(event)["boko-haram"] == "no source of its record places it in Kenya"


@pytest.mark.parametrize(
    ("place", "country", "who", "actor"),
    [
        ("Maiduguri", "Nigeria", "Boko Haram", "boko-haram"),
        ("Kabul", "Afghanistan", "Islamic State", "islamic-state"),  # where a branch of it is active
    ],
)
def test_a_claim_inside_the_areas_of_a_record_or_its_branches_is_not(
    place: str, country: str, who: str, actor: str
) -> None:
    assert doubts(attack(place, country, who))[actor] is None


def test_the_claim_of_the_whole_and_the_suspicion_of_a_branch_both_stay() -> None:
    event = attack("Kabul", "Afghanistan", "Islamic State", "its Khorasan branch, ISKP")
    told = {(one.actor.actor_id, one.stance) for one in event.responsibility if one.actor}
    assert {("islamic-state", "claims"), ("iskp", "suspected")} <= told
