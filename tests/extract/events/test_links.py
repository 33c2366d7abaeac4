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
    (
        "A bomb killed six people at a mosque in Quetta on Friday.\n\nTroops raided a compound in Mastung on "
        "Saturday and killed four militants blamed for the bombing.",
        ("operation", "follows", "attack"),
    ),
    (
        "Rebels killed ten soldiers at a base in Loikaw on Monday. On Tuesday the air force bombed two "
        "villages in retaliation for the attack, killing 14 civilians.",
        ("attack", "retaliation", "attack"),
    ),
    (
        "Suspected ISWAP fighters shot dead five loggers near Dikwa on Tuesday, avenging an army raid on a "
        "camp at Marte on Sunday in which 20 militants died.",
        ("attack", "retaliation", "operation"),
    ),
    (
        "A suicide bomber killed 20 people at a mosque in Peshawar on Friday.\n\nIt was the deadliest attack "
        "in the city since gunmen killed 141 people at an army school in December 2014.",
        ("attack", "precedent", "attack"),
    ),
    (
        "A bomb exploded outside a church in Alexandria on Sunday, killing 17. An hour earlier a bomb in "
        "Tanta had killed 27 people.",
        ("attack", "series", "attack"),
    ),
    (
        "Militants attacked villages in Kidal and Menaka on Monday, killing 12. In a simultaneous assault on "
        "a camp in Gao on Monday, six soldiers died.",
        ("attack", "series", "attack"),
    ),
    (
        "A car bomb killed five people at the port of Bosaso on Monday. Al-Shabaab had threatened in April "
        "to attack the port. The group claimed responsibility for the bombing.",
        ("attack", "foretold_by", "threat"),
    ),
    (
        "Jaish al-Adl killed four border guards near Saravan on Friday and claimed responsibility. A week "
        "earlier the group warned that it would strike Iranian forces.",
        ("attack", "foretold_by", "threat"),
    ),
    (
        "Al-Shabaab released a video on Sunday that celebrates the January attack on a hotel in Nairobi, in "
        "which 21 people died.",
        ("publication", "about", "attack"),
    ),
    (
        "ETA denied on Friday that it had planted the bomb that killed four people in Bilbao on Thursday.",
        ("statement", "about", "attack"),
    ),
]

NOT_FIRST = [
    (
        "A jet bombed a clinic in Loikaw on Monday, killing eleven people. It is not the first time. In January a "
        "jet bombed a school in Demoso, killing seventeen.",
        ("attack", "precedent", "attack"),
    ),
]
LOOSE = [
    (
        "A jet bombed a clinic in Loikaw on Monday, killing eleven people. It is the first time that medics died. "
        "In January rebels killed a mayor in Demoso."
    ),
    "Gunmen attacked a church in Jos on Sunday, killing nine people. A bomb wounded six people in Kabul in March.",
    "Gunmen attacked a church in Jos on Sunday, killing nine people. Police arrested a thief in Kano on Tuesday.",
    (
        "A bomb wounded two people in Kabul on Monday. Gunmen killed a judge in Jalalabad on Monday in a "
        "separate incident."
    ),
    (
        "Gunmen attacked a church in Jos on Sunday, killing nine people. In Kano a court jailed a banker for "
        "fraud on Monday."
    ),
    (
        "A blast killed three soldiers in Gao on Monday. In 2012 rebels seized Timbuktu and killed 80 "
        "soldiers at Aguelhok."
    ),
    "Rebels killed four policemen near Myitkyina on Monday. A flood killed nine people there in July.",
]


@pytest.mark.parametrize(("text", "tie"), [*TIED, *NOT_FIRST])
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


def test_of_two_acts_in_a_sentence_the_one_told_nearest_answers() -> None:
    whole = report(
        "Gunmen killed three policemen in Gao on Monday. On Tuesday a court sat in Bamako, and soldiers bombed two "
        "villages near Gao in retaliation for the killings, killing 14 civilians."
    )
    answering = [event for event in whole.events for link in event.links if link.relation == "retaliation"]

    assert [event.killed.low for event in answering if event.killed is not None] == [14]


def test_a_tie_is_to_an_event_that_the_report_has() -> None:
    found = report(
        "JNIM said that its fighters had overrun the post. \t— Islamic State said that the attacker was one of its "
        "soldiers. "
    )
    known = {event.id for event in found.events}

    assert [link for event in found.events for link in event.links if link.event not in known] == []
    assert all(
        int(one.field.rpartition("/")[2]) < len(event.links)
        for event in found.events
        for one in event.assertions
        if one.field.startswith("/links/")
    )
