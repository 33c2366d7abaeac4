"""Which events of a document are tied, in which direction, and on which words."""

import pytest
from tests.pages import report

TIED = [
    (
        "Gunmen attacked a church in Jos on Sunday, killing nine people.\n\n"
        "Police arrested two men in Kano on Tuesday in connection with the attack.",
        ("arrest", "follows", "attack"),
    ),
    (
        "A court in Nairobi sentenced two al-Shabaab militants on Tuesday for the 2019 bombing of a hotel that "
        "killed 21 people.",
        ("trial", "follows", "attack"),
    ),
    (
        "A bomb killed twelve people at a market in Gao on Monday.\n\n"
        "Police arrested three men in Bamako on Wednesday on suspicion of supplying the attackers with explosives.",
        ("arrest", "follows", "attack"),
    ),
    (
        "Militants killed five soldiers near Gubio on Monday, the army said. The group said that the ambush was in "
        "retaliation for an air strike that killed eleven of its fighters near Damasak on Friday.",
        ("attack", "retaliation", "operation"),
    ),
    (
        "Jihadist militants stormed a hotel in Bamako on Tuesday, killing four people.\n\n"
        "A similar attack on a hotel in Ouagadougou in January killed 30 people.",
        ("attack", "precedent", "attack"),
    ),
    (
        "A bomb killed three people in Gao on Monday. Minutes later another bomb killed two people in Timbuktu.",
        ("attack", "series", "attack"),
    ),
]

LOOSE = [
    "Gunmen attacked a church in Jos on Sunday, killing nine people. A bomb wounded six people in Kabul in March.",
    "Gunmen attacked a church in Jos on Sunday, killing nine people. Police arrested a thief in Kano on Tuesday.",
]


@pytest.mark.parametrize(("text", "tie"), TIED)
def test_a_stated_tie_joins_two_events(text: str, tie: tuple[str, str, str]) -> None:
    whole = report(text)
    kinds = {event.id: event.kind for event in whole.events}
    found = [(e.kind, link.relation, kinds.get(link.event or "")) for e in whole.events for link in e.links]
    assert tie in found


@pytest.mark.parametrize("text", LOOSE)
def test_events_that_only_stand_together_are_not_tied(text: str) -> None:
    assert [link for event in report(text).events for link in event.links] == []


def test_each_link_has_its_assertion() -> None:
    whole = report(TIED[0][0])
    for event in whole.events:
        for at, link in enumerate(event.links):
            (told,) = [a for a in event.assertions if a.field == f"/links/{at}"]
            assert told.value == {"relation": link.relation, "event": link.event}
            assert told.quote == link.span.of(whole.document.text) == link.text


def test_assertions_have_ids_of_their_own() -> None:
    ids = [a.id for event in report(TIED[3][0]).events for a in event.assertions]
    assert len(ids) == len(set(ids))
