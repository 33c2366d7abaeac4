"""Many reports of many incidents of one war, in a few days and a few towns."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from tests.factories import SEEN
from tests.merge.test_partition import Ledger

from tocsin.bench import crowd
from tocsin.merge import merger, partition
from tocsin.merge.memory import Memory
from tocsin.merge.scale import Scale, load_scale
from tocsin.model.incident import Account
from tocsin.model.record import Event, Report
from tocsin.pipeline import known_here

TOWNS = {"Northton": (36.5, 36.9), "Easton": (36.4, 36.8), "Weston": (36.6, 36.7), "Southton": (36.3, 36.95)}


def war(incidents: int, days: int, chance: Random) -> list[crowd.Happening]:
    happened = [
        crowd.Happening(
            day=date(2018, 1, 20) + timedelta(chance.randrange(days)),
            place=town,
            precision="settlement",
            country="SY",
            admin1="Aleppo",
            lat=TOWNS[town][0],
            lon=TOWNS[town][1],
            side_a="Northern Front",
            side_b="Southern Front, Western Front",
            killed=chance.randrange(5),
        )
        for town in chance.choices(list(TOWNS), k=incidents)
    ]
    return sorted(happened, key=lambda one: one.day)


def mixed(reports: Sequence[Report], chance: Random) -> list[tuple[Report, tuple[Event, ...]]]:
    """Return the reports in any order, some of which only recall, or tell of another incident beside."""
    told = []
    for one in reports:
        events = one.events
        if chance.random() < 0.25:
            events = (replace(events[0], main=False),)
        elif chance.random() < 0.2:
            events = (*events, replace(chance.choice(reports).events[0], id="e2", main=chance.random() < 0.3))
        told.append((one, events))
    chance.shuffle(told)
    return told


def taken(told: Sequence[tuple[Report, tuple[Event, ...]]], scale: Scale) -> Ledger:
    """Return what is known after the reports came one by one."""
    ledger = Ledger(merger=replace(merger(known_here), memory=Memory(scale)))
    for report, events in told:
        document = report.document
        published = None if document.published is None else document.published.isoformat()
        accounts = tuple(
            Account(f"{document.id}:{one.id}", document.id, document.source, published, False, SEEN, one)
            for one in events
        )
        came = ledger.merger.sketches(accounts, document.text, document.title)
        ledger.sketches |= {one.key: one for one in came}
        ledger.regroup(came)
    return ledger


@pytest.mark.parametrize("seed", range(12))
def test_in_a_crowd_arrival_in_any_order_gives_the_partition_of_all_at_once(seed: int) -> None:
    chance = Random(seed)
    scale = replace(load_scale(), many=chance.choice((3, 8)), crowd=chance.choice((2, 3, 5)))
    scale = replace(scale, crowded=chance.choice((0.5, 1.0)), sure=chance.choice((0.5, 1.0)))
    reports = list(crowd.reports(war(14, 5, chance), 40, seed, alike=True))
    ledger = taken(mixed(reports, chance), scale)
    all_at_once = partition([ledger.merger.memory.recall(one) for one in ledger.sketches.values()], scale)
    assert ledger.clusters() == frozenset(all_at_once)


def test_a_dense_war_is_not_one_incident() -> None:
    """Forty incidents a day of one war: of the pairs that are put together most tell of one incident."""
    scale = load_scale()
    reports = list(crowd.reports(war(120, 3, Random(1)), 250, alike=True))
    ledger = taken([(one, one.events) for one in reports], scale)
    told = [Counter(key.rpartition("-")[0] for key in cluster) for cluster in ledger.clusters()]
    right = sum(number * (number - 1) for one in told for number in one.values())
    said = sum(one.total() * (one.total() - 1) for one in told)
    assert right / said > 0.8
