from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import SEEN, account, bombing, day, number, place
from tests.merging import ECHOING, MERGER, clusters_of, merger_of, traits_of
from tests.strategies import accounts_of, collections, crowds

from tocsin.merge import Merger, partition
from tocsin.merge.judged import Judged, united
from tocsin.model.incident import Account, Bond, Group, Sketch
from tocsin.model.record import Report


@dataclass
class Ledger:
    """The least that merging needs of a store: accounts by their keys, groups as they were told, and judgements."""

    accounts: dict[str, Account] = field(default_factory=dict)
    sketches: dict[str, Sketch] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    made: dict[int, Bond] = field(default_factory=dict)
    merger: Merger = MERGER

    def take(self, fresh: tuple[Account, ...], gone: tuple[Account, ...] = ()) -> None:
        later = SEEN + timedelta(hours=len(self.accounts))
        fresh = tuple(replace(one, first_seen=later) for one in fresh)
        went = tuple(self.sketches.pop(one.key) for one in gone)
        for one in gone:
            del self.accounts[one.key]
        self.accounts |= {one.key: one for one in fresh}
        came = self.merger.sketches(fresh, "", None)
        self.sketches |= {one.key: one for one in came}
        self.regroup(came, went)

    def judge(self, bond: Bond) -> None:
        self.made[bond.judgement] = bond
        self.regroup(self.named(_named(bond)))

    def undo(self, judgement: int) -> None:
        self.regroup(self.named(_named(self.made.pop(judgement))))

    def regroup(self, touched: tuple[Sketch, ...], gone: tuple[Sketch, ...] = ()) -> None:
        made = self.merger.regroup(touched, gone, around=self)
        for group in made.groups:
            self.groups[group.incident] = group
        for key, incident in made.joined.items():
            self.groups[incident] = replace(self.groups[incident], accounts=self.groups[incident].accounts | {key})
        for key, told in made.witnesses.items():
            self.sketches[key] = replace(self.sketches[key], witnesses=told)

    def near(self, keys: frozenset[int], *, cores: bool = False) -> tuple[Sketch, ...]:
        found = (one for one in self.sketches.values() if keys & one.keys)
        return tuple(one for one in found if not cores or (one.main and not one.witnesses))

    def alike(self, one: Sketch, linked: Callable[[Sketch], bool]) -> tuple[Sketch, ...]:
        return tuple(other for other in self.near(one.asks) if other.key != one.key and linked(other))

    def homes(self, accounts: frozenset[str]) -> dict[str, str]:
        alive = (group for group in self.groups.values() if group.alive)
        return {key: group.incident for group in alive for key in group.accounts & accounts}

    def core(self, incidents: frozenset[str]) -> dict[str, tuple[Sketch, ...]]:
        held = {name: self.named(self.groups[name].accounts) for name in incidents}
        return {name: tuple(one for one in own if one.main and not one.witnesses) for name, own in held.items()}

    def named(self, accounts: frozenset[str]) -> tuple[Sketch, ...]:
        return tuple(one for one in self.sketches.values() if one.key in accounts)

    def formed(self, accounts: frozenset[str]) -> tuple[Group, ...]:
        return tuple(
            group
            for group in self.groups.values()
            if group.founder in accounts or (group.alive and accounts & group.accounts)
        )

    def bonds(self, accounts: frozenset[str]) -> tuple[Bond, ...]:
        return tuple(bond for bond in self.made.values() if _named(bond) & accounts)

    def judged(self, incidents: frozenset[str]) -> bool:
        held = frozenset().union(*(self.groups[name].accounts for name in incidents))
        return bool(self.bonds(held))

    def clusters(self) -> frozenset[frozenset[str]]:
        return frozenset(group.accounts for group in self.groups.values() if group.alive)

    def at_once(self) -> frozenset[frozenset[str]]:
        judged = Judged(
            tuple(group for bond in self.made.values() for group in bond.together),
            tuple(sides for bond in self.made.values() for sides in bond.divided),
        )
        return frozenset(partition(traits_of(self.accounts.values()), self.merger.scale, judged))


def _named(bond: Bond) -> frozenset[str]:
    return frozenset().union(*bond.together, *(side for sides in bond.divided for side in sides))


def taken(reports: list[Report]) -> Ledger:
    ledger = Ledger()
    for one in reports:
        ledger.take(accounts_of(one))
    return ledger


@settings(max_examples=40)
@given(collections(), st.randoms(use_true_random=False))
def test_the_order_of_accounts_makes_no_difference_to_the_partition(reports: list[Report], chance: Random) -> None:
    told = [one for report in reports for one in accounts_of(report)]
    mixed = list(told)
    chance.shuffle(mixed)
    assert clusters_of(mixed) == clusters_of(told)


@settings(max_examples=40)
@given(collections(), st.randoms(use_true_random=False))
def test_arrival_one_by_one_in_any_order_gives_the_partition_of_all_at_once(
    reports: list[Report], chance: Random
) -> None:
    at_once = clusters_of(one for report in reports for one in accounts_of(report))
    chance.shuffle(reports)
    assert taken(reports).clusters() == frozenset(at_once)


@settings(max_examples=40)
@given(collections())
def test_a_document_that_is_withdrawn_leaves_the_partition_of_the_others(reports: list[Report]) -> None:
    ledger = taken(reports)
    ledger.take((), accounts_of(reports[0]))
    assert ledger.clusters() == frozenset(clusters_of(ledger.accounts.values()))


@settings(max_examples=40)
@given(collections(), st.integers(0, 5))
def test_a_document_that_goes_and_comes_back_restores_the_clusters_and_their_ids(
    reports: list[Report], number: int
) -> None:
    """Taking back is exact: whatever split or merged meanwhile is as it was."""
    ledger = taken(reports)
    before = {group.accounts: group.incident for group in ledger.groups.values() if group.alive}
    which = reports[number % len(reports)]
    gone = tuple(ledger.accounts[one.key] for one in accounts_of(which))
    ledger.take((), gone)
    ledger.take(gone)
    assert {group.accounts: group.incident for group in ledger.groups.values() if group.alive} == before


@settings(max_examples=40)
@given(collections())
def test_every_main_account_is_in_one_incident_and_no_incident_is_without_one(reports: list[Report]) -> None:
    told = {one.key: one for report in reports for one in accounts_of(report)}
    clusters = clusters_of(told.values())
    placed = [key for cluster in clusters for key in cluster]
    assert len(placed) == len(set(placed))
    assert {key for key, one in told.items() if one.event.main} <= set(placed)
    assert all(any(told[key].event.main for key in cluster) for cluster in clusters)


@settings(max_examples=40)
@given(collections())
def test_no_incident_holds_two_events_of_one_document(reports: list[Report]) -> None:
    for cluster in clusters_of(one for report in reports for one in accounts_of(report)):
        documents = [key.partition(":")[0] for key in cluster]
        assert len(documents) == len(set(documents))


def test_a_background_account_joins_the_incident_it_fits_and_founds_none() -> None:
    main = account(bombing(killed=number(6)), "d1")
    recalled = account(bombing(main=False, killed=number(6)), "d2")
    elsewhere = account(bombing("e2", main=False, date=day("2021-07-14")), "d2")
    assert clusters_of((main, recalled, elsewhere)) == (frozenset({"d1:e1", "d2:e1"}),)


def test_the_older_id_survives_a_merger_and_the_younger_says_what_took_its_place() -> None:
    """Two tolls too far apart stay two incidents until a third report, compatible with both, ties them."""
    first = account(bombing(killed=number(5), wounded=number(3)), "d1")
    second = account(bombing(killed=number(30)), "d2")
    third = account(bombing(killed=number(5, None, "at_least"), wounded=number(3)), "d3")
    ledger = Ledger()
    for one in (first, second):
        ledger.take((one,))
    older, younger = ledger.groups.values()
    ledger.take((third,))
    assert ledger.groups[older.incident].accounts == {"d1:e1", "d2:e1", "d3:e1"}
    assert ledger.groups[younger.incident] == replace(younger, superseded_by=older.incident)


def test_an_id_follows_from_the_founding_account_alone() -> None:
    ids = set()
    for others in ((), (account(bombing(date=day("2024-05-01")), "d9"),)):
        ledger = Ledger()
        ledger.take((account(bombing(), "d1"),))
        for other in others:
            ledger.take((other,))
        ids.add(next(iter(ledger.groups)))
    assert len(ids) == 1


def test_an_incident_whose_only_document_tells_of_it_no_more_is_withdrawn() -> None:
    ledger, only = Ledger(), account(bombing(), "d1")
    ledger.take((only,))
    ledger.take((), (only,))
    assert [group.withdrawn for group in ledger.groups.values()] == [True]


def test_a_corrected_document_keeps_the_incident_that_it_founded() -> None:
    ledger, old = Ledger(), account(bombing(killed=number(5)), "d1")
    ledger.take((old,))
    (founded,) = ledger.groups
    ledger.take((account(bombing("e2", killed=number(6)), "d1", key="d1@2:e2"),), (old,))
    assert [(group.incident, group.accounts) for group in ledger.groups.values()] == [(founded, frozenset({"d1@2:e2"}))]


def test_an_account_that_comes_back_alone_leaves_its_former_incident_to_those_who_stayed() -> None:
    """The bridge between the two is gone, so the founder founds anew, under an id of its own."""
    founder = account(bombing(killed=number(5), wounded=number(3)), "d1")
    stayed = account(bombing(killed=number(30)), "d2")
    bridge = account(bombing(killed=number(5, None, "at_least"), wounded=number(3)), "d3")
    ledger = Ledger()
    for one in (founder, bridge, stayed):
        ledger.take((one,))
    (first,) = ledger.groups
    ledger.take((), (founder,))
    ledger.take((), (bridge,))
    ledger.take((founder,))
    assert ledger.groups[first].accounts == {"d2:e1"}
    assert ledger.clusters() == {frozenset({"d1:e1"}), frozenset({"d2:e1"})}


@settings(max_examples=60)
@given(collections(), st.randoms(use_true_random=False))
def test_a_partition_with_judgements_does_not_depend_on_the_order_of_arrival(
    reports: list[Report], chance: Random
) -> None:
    """Judgements fall between arrivals; what comes out is what all accounts and judgements give at once."""
    ledger = Ledger()
    for turn, one in enumerate(reports):
        ledger.take(accounts_of(one))
        judge_at_random(ledger, turn, chance)
        assert ledger.clusters() == ledger.at_once()


@settings(max_examples=60)
@given(collections(), st.randoms(use_true_random=False))
def test_undoing_restores_exactly_what_would_be_without_the_judgement(reports: list[Report], chance: Random) -> None:
    """Also where reports came, and other judgements fell, between a judgement and its undoing."""
    ledger = Ledger()
    for turn, one in enumerate(reports):
        ledger.take(accounts_of(one))
        judge_at_random(ledger, turn, chance)
    for judgement in sorted(ledger.made, key=lambda _: chance.random()):
        ledger.undo(judgement)
        assert ledger.clusters() == ledger.at_once()
    assert ledger.clusters() == frozenset(clusters_of(ledger.accounts.values()))


def judge_at_random(ledger: Ledger, turn: int, chance: Random) -> None:
    """Judge any two incidents the same or different, as far as no other judgement speaks against it."""
    alive = sorted((group for group in ledger.groups.values() if group.alive), key=lambda group: group.incident)
    if len(alive) < 2:
        return
    one, other = (group.accounts for group in chance.sample(alive, 2))
    divides = chance.random() < 0.5
    bond = Bond(turn, divided=((one, other),)) if divides else Bond(turn, together=(one | other,))
    everything = (*ledger.made.values(), bond)
    groups = united(group for told in everything for group in told.together)
    if any(sides[0] & group and sides[1] & group for told in everything for sides in told.divided for group in groups):
        return
    ledger.judge(bond)


def test_what_was_judged_different_stays_apart_when_a_later_report_would_tie_it() -> None:
    first, second = account(bombing(killed=number(5)), "d1"), account(bombing(killed=number(30)), "d2")
    third = account(bombing(killed=number(5, None, "at_least")), "d3")
    ledger = Ledger()
    for one in (first, second):
        ledger.take((one,))
    ledger.judge(Bond(1, divided=((frozenset({"d1:e1"}), frozenset({"d2:e1"})),)))
    ledger.take((third,))
    assert all(not {"d1:e1", "d2:e1"} <= cluster for cluster in ledger.clusters())
    ledger.undo(1)
    assert ledger.clusters() == frozenset({frozenset({"d1:e1", "d2:e1", "d3:e1"})})


def test_what_was_judged_the_same_is_one_whatever_speaks_against_it_and_a_later_report_joins_either_part() -> None:
    here, there = account(bombing(), "d1"), account(bombing(date=day("2024-05-01")), "d2")
    ledger = Ledger()
    for one in (here, there):
        ledger.take((one,))
    older = ledger.formed(frozenset({"d1:e1"}))[0].incident
    ledger.judge(Bond(1, together=(frozenset({"d1:e1", "d2:e1"}),)))
    ledger.take((account(bombing(date=day("2024-05-01")), "d3"),))
    assert ledger.clusters() == frozenset({frozenset({"d1:e1", "d2:e1", "d3:e1"})})
    assert ledger.groups[older].alive
    ledger.undo(1)
    assert ledger.clusters() == frozenset({frozenset({"d1:e1"}), frozenset({"d2:e1", "d3:e1"})})


def test_an_echo_of_many_reports_joins_what_they_tell_of() -> None:
    """However many reports of one thing come, all are one incident."""
    ledger = Ledger()
    for n in range(30):
        ledger.take((account(bombing(killed=number(6)), f"d{n}"),))
    assert [len(cluster) for cluster in ledger.clusters()] == [30]
    assert ledger.clusters() == ledger.at_once()


@settings(max_examples=120, deadline=None)
@given(crowds(), st.randoms(use_true_random=False))
def test_with_echoes_arrival_in_any_order_with_corrections_and_judgements_gives_what_all_at_once_gives(
    reports: list[Report], chance: Random
) -> None:
    """Where whatever two told before is an echo: accounts come, are replaced and come back, and are judged."""
    ledger = Ledger(merger=merger_of(ECHOING))
    for turn, one in enumerate(reports):
        ledger.take(accounts_of(one))
        assert ledger.clusters() == ledger.at_once()
        if chance.random() < 0.3:
            judge_at_random(ledger, turn, chance)
        if chance.random() < 0.3:
            other = chance.choice(reports[: turn + 1])
            gone = tuple(ledger.accounts[told.key] for told in accounts_of(other))
            ledger.take((), gone)
            assert ledger.clusters() == ledger.at_once()
            ledger.take(gone)
        assert ledger.clusters() == ledger.at_once()
    for judgement in sorted(ledger.made, key=lambda _: chance.random()):
        ledger.undo(judgement)
        assert ledger.clusters() == ledger.at_once()


@settings(max_examples=60)
@given(crowds())
def test_with_echoes_every_main_account_is_in_one_incident_and_none_holds_two_events_of_a_document(
    reports: list[Report],
) -> None:
    told = {one.key: one for report in reports for one in accounts_of(report)}
    clusters = clusters_of(told.values(), ECHOING)
    placed = [key for cluster in clusters for key in cluster]
    assert len(placed) == len(set(placed))
    assert {key for key, one in told.items() if one.event.main} <= set(placed)
    assert all(len({key.partition(":")[0] for key in cluster}) == len(cluster) for cluster in clusters)


def test_an_echo_that_loses_a_witness_asks_for_others_wherever_they_are() -> None:
    ledger = Ledger(merger=merger_of(ECHOING))
    dandai = place("Dandai", (34.95, 72.95))

    def told(name: str, published: str, killed: int, **given: Any) -> Account:
        return account(bombing(killed=number(killed), **given), name, published=published)

    gone = told("d4", "2024-03-27", 5)
    early = told("d2", "2024-03-27", 6, attack_types=("armed_assault",))
    far = told("d1", "2024-03-28", 12, place=dandai, date=day("2024-03-27"))
    others = (told("d6", "2024-03-27", 12), told("d0", "2024-03-28", 5), far)
    for one in (early, gone, *others, told("d5", "2024-03-28", 6, place=dandai)):
        ledger.take((one,))
        assert ledger.clusters() == ledger.at_once()
    ledger.take((), (gone,))
    assert ledger.clusters() == ledger.at_once()


def test_what_is_recalled_finds_its_home_also_where_recalled_accounts_were_judged_the_same() -> None:
    ledger = Ledger()
    far: dict[str, Any] = {"date": day("2021-05-01"), "place": place("Lahore", (31.55, 74.34), admin1="Punjab")}
    ledger.take((account(bombing(killed=number(5)), "a"),))
    ledger.take((account(bombing(main=False, killed=number(5)), "ra"),))
    for name in ("b", "c", "e"):
        ledger.take((account(bombing(**far), name),))
    ledger.take((account(bombing(main=False, **far), "rb"),))
    ledger.judge(Bond(1, (frozenset({"ra:e1", "rb:e1"}),)))
    ledger.take((account(bombing(main=False, killed=number(5)), "new"),))
    assert ledger.clusters() == ledger.at_once()
