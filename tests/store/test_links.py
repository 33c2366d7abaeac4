from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories import QUOTE, SPAN, actor, assertion, bombing, day, event, place, report, target
from tests.merging import MERGER

from tocsin.model.incident import Incident, IncidentLink
from tocsin.model.record import Event, Link, LinkRelation
from tocsin.store import open_store

ISKP = actor("ISKP", "iskp")


def tied(told: Event, relation: LinkRelation, to: str) -> Event:
    """Return an event with a link to another of its document, and the assertion that states it."""
    said = assertion("l0", "/links/0", {"relation": relation, "event": to})
    return replace(told, links=(Link(relation, to, QUOTE, SPAN),), assertions=(*told.assertions, said))


def threat(key: str = "e1", named: str = "CN", **given: Any) -> Event:
    usual: dict[str, Any] = {"issuer": ISKP, "targets": (replace(target("workers", named), role="named", effect=None),)}
    return event(key, "threat", **(usual | given))


def attack(**given: Any) -> Event:
    usual: dict[str, Any] = {"stances": [("claims", ISKP)], "targets": (target("engineers", "CN"),)}
    return bombing(**(usual | given))


def links(incident: Incident) -> list[tuple[str, str | None, bool, bool]]:
    return [(link.relation, link.incident, link.inverse, link.matched) for link in incident.links]


def test_an_arrest_leads_to_its_attack_that_other_reports_tell_of_and_the_attack_to_the_arrest(where: str) -> None:
    recalled = bombing("e2", main=False)
    with open_store(where, MERGER) as store:
        store.update(report("d1", bombing()), version="1")
        arrest = event("e1", "arrest", date=day("2024-05-02"), place=place("Lahore", (31.5, 74.3), admin1="Punjab"))
        store.update(report("d2", tied(arrest, "follows", "e2"), recalled, published=date(2024, 5, 3)), version="1")
        attacked, arrested = (next(iter(store.incidents(kind=kind))) for kind in ("attack", "arrest"))
        assert links(arrested) == [("follows", attacked.id, False, False)]
        assert links(attacked) == [("follows", arrested.id, True, False)]
        (link,) = attacked.links
        assert [(said.document, said.quote) for said in link.assertions] == [("d2", QUOTE)]
        before = store.incident(attacked.id, as_of=store.history(attacked.id)[0].at)
        assert before is not None
        assert links(before) == []


@pytest.mark.parametrize(
    ("told", "struck", "expected"),
    [
        pytest.param(threat(), attack(), True, id="claimed by who threatened the country that was hit"),
        pytest.param(threat(), attack(stances=(), perpetrators=(ISKP,)), True, id="made by him"),
        pytest.param(threat(named="RU"), attack(), False, id="another country was named"),
        pytest.param(threat(), attack(stances=[("suspected", ISKP)]), False, id="only suspected"),
        pytest.param(threat(), attack(stances=[("claims", actor("TTP", "ttp"))]), False, id="claimed by another"),
        pytest.param(threat(date=day("2024-04-30")), attack(), False, id="threatened afterwards"),
        pytest.param(threat(date=day("2022-04-30")), attack(), False, id="threatened years before"),
    ],
)
def test_an_attack_is_tied_to_a_threat_of_its_maker_against_whom_it_hit(
    where: str, told: Event, struck: Event, expected: bool
) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("d1", told, published=date(2024, 3, 1)), version="1")
        store.update(report("d2", struck), version="1")
        threatened, attacked = (next(iter(store.incidents(kind=kind))) for kind in ("threat", "attack"))
        assert links(attacked) == ([("foretold_by", threatened.id, False, True)] if expected else [])
        assert links(threatened) == ([("foretold_by", attacked.id, True, True)] if expected else [])


def test_a_matched_tie_shows_the_words_of_threat_and_attack(where: str) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("d1", threat(), published=date(2024, 3, 1)), version="1")
        store.update(report("d2", attack()), version="1")
        (attacked,) = store.incidents(kind="attack")
        link: IncidentLink = attacked.links[0]
        assert [said.document for said in link.assertions] == ["d1", "d1", "d2", "d2"]
        assert all(said.quote == QUOTE for said in link.assertions)


def test_a_perpetrator_who_is_only_supposed_ties_no_threat(where: str) -> None:
    struck = attack(stances=(), perpetrators=(ISKP,))
    doubtful = tuple(
        replace(one, factuality="PS+") if one.field.startswith("/perpetrators") else one for one in struck.assertions
    )
    with open_store(where, MERGER) as store:
        store.update(report("d1", threat(), published=date(2024, 3, 1)), version="1")
        store.update(report("d2", replace(struck, assertions=doubtful)), version="1")
        (attacked,) = store.incidents(kind="attack")
        assert links(attacked) == []


def test_a_threat_names_the_attacks_that_came_soonest_after_it(where: str) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("t", threat(date=day("2024-01-01")), published=date(2024, 1, 1)), version="1")
        for month in range(1, 13):
            at = place(f"Place {month}", (30.0, 60.0 + 2 * month))
            told = attack(date=day(f"2024-{month:02}-10"), place=at)
            store.update(report(f"d{month}", told, published=date(2024, month, 11)), version="1")
        (threatened,) = store.incidents(kind="threat")
        named = {link.incident for link in threatened.links}
        assert {one.id for one in store.incidents(kind="attack", until=date(2024, 2, 28))} <= named
