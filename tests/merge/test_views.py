from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from tests.factories import SEEN, SPAN, account, actor, assertion, bombing, day, holder, number, place, target
from tests.merging import MERGER
from tests.strategies import accounts_of, collections

from tocsin.model.incident import MANY, SINGLE, Account, Incident, Revision
from tocsin.model.record import Link, Report
from tocsin.model.text import Source
from tocsin.model.wire import incident as wire_incident


def shown(*accounts: Account, **placed: str) -> Incident:
    keys = frozenset(account.key for account in accounts)
    return MERGER.view(Revision("i1", 1, SEEN, "added", keys), accounts, placed=placed)


def cited(incident: Incident) -> set[str]:
    views = [*incident.fields.values(), *(one for elements in incident.lists.values() for one in elements)]
    held = {citation.id for one in views for told in one.values for citation in told.assertions}
    for stances in incident.responsibility:
        for stance in ("claims", "denies", "accused", "suspected", "confirmed", "cleared", "retracted", "no_claim"):
            held |= {citation.id for citation in getattr(stances, stance)}
    return held


@settings(max_examples=40)
@given(collections())
def test_everything_that_is_asserted_of_any_field_is_shown(reports: list[Report]) -> None:
    accounts = [accounts_of(report)[0] for report in reports]
    expected = {
        f"{account.document}:{said.id}"
        for account in accounts
        for said in account.event.assertions
        if said.field.split("/")[1] in (*SINGLE, *MANY, "responsibility")
    }
    assert cited(shown(*accounts)) == expected


@settings(max_examples=40)
@given(collections())
def test_a_view_does_not_depend_on_the_order_of_its_accounts(reports: list[Report]) -> None:
    accounts = [accounts_of(report)[0] for report in reports]
    assert shown(*accounts) == shown(*reversed(accounts))


@settings(max_examples=40)
@given(collections(most=1))
def test_the_best_of_one_account_is_what_the_account_says(reports: list[Report]) -> None:
    told = accounts_of(reports[0])[0]
    incident = shown(told)
    for name in SINGLE:
        best = incident.fields[name].best if name in incident.fields else None
        expected = getattr(told.event, name)
        assert best == expected or expected is None
    assert [one.best for one in incident.lists.get("targets", ())] == list(told.event.targets)


def test_tolls_that_cannot_both_hold_are_contested_and_both_kept() -> None:
    killed = shown(account(bombing(killed=number(6)), "d1"), account(bombing(killed=number(9)), "d2")).fields["killed"]
    assert killed.contested
    assert [(told.value.low, [one.document for one in told.assertions]) for told in killed.values] == [
        (6, ["d1"]),
        (9, ["d2"]),
    ]


def test_a_second_reading_of_another_holder_is_kept_beside_the_best() -> None:
    """At least nine by the police, twelve by the army: nothing contests, and the account's own reading is shown."""
    event = bombing(killed=number(9, None, "at_least"))
    army = assertion("a9", "/killed", {"low": 12, "high": 12, "qualifier": "exact"}, holder("The army"))
    killed = shown(account(replace(event, assertions=(*event.assertions, army)))).fields["killed"]
    assert (killed.best, killed.contested) == (number(9, None, "at_least"), False)
    assert [(told.value.low, told.value.high) for told in killed.values] == [(9, None), (12, 12)]
    assert killed.values[1].assertions[0].holder.text == "The army"


@pytest.mark.parametrize(
    ("tolls", "expected"),
    [
        ((6, 6, 9), 6),
        ((6, 9, 9), 9),
        ((5, 6), 6),
    ],
)
def test_the_best_toll_is_what_most_outlets_give_then_the_highest(tolls: tuple[int, ...], expected: int) -> None:
    accounts = [account(bombing(killed=number(toll)), f"d{i}") for i, toll in enumerate(tolls)]
    assert shown(*accounts).fields["killed"].best.low == expected


def test_of_compatible_dates_and_places_the_most_precise_is_best() -> None:
    vague = bombing(place=place("Pakistan", None, admin1=None, precision="country"))
    incident = shown(account(vague, "d1"), account(vague, "d2"), account(bombing(), "d3"))
    assert incident.fields["place"].best.name == "Besham"
    assert not incident.fields["place"].contested


def test_a_denied_value_is_kept_and_is_never_the_best() -> None:
    event = bombing()
    denial = assertion("a9", "/killed", number(40), holder("The army"), act="denies", factuality="CT-")
    killed = shown(account(replace(event, assertions=(*event.assertions, denial)))).fields["killed"]
    assert (killed.best, len(killed.values)) == (None, 1)


def test_what_one_holds_certain_and_another_denies_is_contested() -> None:
    event = bombing(stage="accomplished")
    denial = assertion("a9", "/stage", "accomplished", holder("The army"), act="denies", factuality="CT-")
    assert shown(account(replace(event, assertions=(*event.assertions, denial)))).fields["stage"].contested


def test_a_claim_and_a_denial_by_one_group_are_both_kept() -> None:
    ttp = actor("TTP", "ttp")
    incident = shown(
        account(bombing(stances=[("claims", ttp)]), "d1"),
        account(bombing(stances=[("denies", ttp), ("suspected", actor("ISPP", "ispp"))]), "d2"),
    )
    stances = {said.actor.actor_id: said for said in incident.responsibility if said.actor}
    assert [one.document for one in stances["ttp"].claims] == ["d1"]
    assert [one.document for one in stances["ttp"].denies] == ["d2"]
    assert [one.document for one in stances["ispp"].suspected] == ["d2"]


def test_nobody_claiming_is_said_of_no_actor() -> None:
    (stances,) = shown(account(bombing(stances=[("no_claim", None)]))).responsibility
    assert (stances.actor, len(stances.no_claim)) == (None, 1)


def test_targets_told_in_other_words_are_one_element_where_type_and_country_agree() -> None:
    five, six = target("five Chinese engineers", count=number(5)), target("Chinese workers", count=number(6))
    driver = target("their driver", "PK", "private_citizens_and_property")
    incident = shown(account(bombing(targets=(five, driver)), "d1"), account(bombing(targets=(six,)), "d2"))
    targets = incident.lists["targets"]
    assert [[told.value.text for told in element.values] for element in targets] == [
        ["five Chinese engineers", "Chinese workers"],
        ["their driver"],
    ]
    assert [element.contested for element in targets] == [True, False]


def test_two_targets_of_one_report_stay_two() -> None:
    two = (target("engineers", count=number(5)), target("managers", count=number(2)))
    assert len(shown(account(bombing(targets=two))).lists["targets"]) == 2


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ((Source("A", "a.example"), Source("B", "b.example")), 2),
        ((Source("A", "a.example"), Source("A", "www.a.example")), 1),
        ((Source(None, None), Source(None, None)), 1),
        ((Source("A", None), Source("B", None)), 2),
    ],
)
def test_sources_are_independent_where_their_outlets_are_known_to_differ(
    sources: tuple[Source, ...], expected: int
) -> None:
    accounts = [account(bombing(), f"d{i}", source=source) for i, source in enumerate(sources)]
    assert shown(*accounts).independent_sources == expected


def test_a_link_to_another_event_of_the_document_leads_to_that_events_incident() -> None:
    event = replace(
        bombing(), links=(Link("follows", "e2", "after the raid", SPAN), Link("series", None, "again", SPAN))
    )
    links = shown(account(event), **{"d1:e2": "i2"}).links
    assert [(link.relation, link.incident) for link in links] == [("follows", "i2"), ("series", None)]


def test_an_incident_was_first_reported_when_its_earliest_report_was_published() -> None:
    incident = shown(account(bombing(), "d1", published="2024-03-28"), account(bombing(), "d2", published="2024-03-27"))
    assert incident.first_reported.date().isoformat() == "2024-03-27"


def test_the_wire_form_has_the_fields_beside_the_rest() -> None:
    whole: dict[str, Any] = wire_incident(shown(account(bombing(killed=number(6)))))
    assert whole["killed"]["best"]["low"] == 6
    assert whole["killed"]["values"][0]["assertions"][0]["id"] == "d1:e1.3"
    assert whole["date"]["best"]["start"] == str(day("2024-03-26").start)
    assert (whole["wounded"], whole["weapons"]) == (None, [])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("a", "one"), ("b", "two")], 2),
        ([("a", "one"), ("b", "one")], 1),
        ([("a", "one"), ("a", "two")], 1),
        ([("a", "one"), ("b", "two"), ("b", "one")], 1),
        ([("a", None), ("b", None)], 2),
    ],
)
def test_copies_of_one_text_are_one_source_however_many_outlets_carry_them(
    told: list[tuple[str, str | None]], expected: int
) -> None:
    accounts = [
        account(bombing(), f"d{i}", source=Source(outlet, None), sha256=text) for i, (outlet, text) in enumerate(told)
    ]
    assert shown(*accounts).independent_sources == expected
