"""Whoever comes, goes or is judged can only change the groups that are linked to it, directly or through others."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from tocsin.merge.blocks import meet, stray
from tocsin.merge.cluster import Pairs, Partition, by_mean, by_votes, cluster, told_before
from tocsin.merge.ids import assign, heirs
from tocsin.merge.judged import Judged
from tocsin.merge.memory import Memory
from tocsin.merge.traits import Traits
from tocsin.model.incident import Bond, Regrouped, Sketch, Surroundings

Accounts = tuple[Sketch, ...]


def regroup(
    touched: tuple[Sketch, ...], gone: tuple[Sketch, ...], *, around: Surroundings, memory: Memory
) -> Regrouped:
    """Return what becomes of incidents after accounts came or were judged, and others were replaced.

    `memory` is what was compared before.
    """
    if not touched and not gone:
        return Regrouped()
    memory.make_room()
    return _joining(touched, gone, around, memory) or _regrouped(touched, gone, around, memory)


def _joining(
    touched: tuple[Sketch, ...], gone: tuple[Sketch, ...], around: Surroundings, memory: Memory
) -> Regrouped | None:
    """Let accounts that have no say join where they belong; null where one has a say, or is not new."""
    names = frozenset(one.key for one in touched)
    if gone or around.formed(names) or around.bonds(names):
        return None
    joined: dict[str, str] = {}
    witnesses: dict[str, tuple[str, ...]] = {}
    for one in sorted(touched, key=lambda one: one.rank):
        cores = {core.key: core for core in around.near(one.asks, cores=True) if core.key not in names}
        pairs = Pairs((memory.recall(one), *map(memory.recall, cores.values())), memory)
        told = told_before(pairs, one.key, cores) if one.main else ()
        if told is None:
            return None
        stays = around.homes(frozenset(told) or frozenset(core for core in cores if pairs.linked(one.key, core)))
        offers = around.core(frozenset(stays.values()))
        if around.judged(frozenset(offers)):
            return None  # people united or divided what is there: its clusters are not its incidents
        founders = {home: min(core.key for core in own) for home, own in offers.items()}
        if one.main:
            witnesses[one.key] = told
            ranked = by_votes(founders[stays[witness]] for witness in told)
        else:
            pairs.add(memory.recall(core) for own in offers.values() for core in own)
            ranked = by_mean(pairs, one.key, {founders[home]: [core.key for core in offers[home]] for home in offers})
        named = {founder: home for home, founder in founders.items()}
        free = (named[founder] for founder in ranked if named[founder] not in joined.values())
        home = next(free, None)
        if home is not None:
            joined[one.key] = home
        elif one.main:
            return None
    return Regrouped((), joined, witnesses)


def _regrouped(
    touched: tuple[Sketch, ...], gone: tuple[Sketch, ...], around: Surroundings, memory: Memory
) -> Regrouped:
    """Work out anew the whole region that accounts are linked to."""
    region = _Region(around, memory)
    region.spread((*touched, *gone))
    replaced = {one.key: memory.recall(one) for one in gone}
    made = region.clustered(replaced)
    while lapsed := region.lapsed(made.witnesses):
        region.spread(lapsed)
        made = region.clustered(replaced)
    before = around.formed(frozenset(region.sketches))
    fresh = [region.pairs.accounts[one.key] for one in touched if one.key in region.pairs.accounts]
    heir = heirs(fresh, replaced.values(), memory.scale)
    taken = region.pairs.judged.taken
    groups = assign(made.clusters, before, known=region.known(), heir=heir, gone=replaced.keys(), taken=taken)
    mains = (key for key, one in region.pairs.accounts.items() if one.main)
    return Regrouped(groups, {}, {key: made.witnesses.get(key, ()) for key in mains})


class _Region:
    """The accounts that are linked to some, by likeness, by judgement or by an incident that holds them both."""

    def __init__(self, around: Surroundings, memory: Memory) -> None:
        self.around = around
        self.memory = memory
        self.pairs = Pairs((), memory)
        self.sketches: dict[str, Sketch] = {}
        self.bonds: dict[int, Bond] = {}

    def clustered(self, without: Iterable[str]) -> Partition:
        """Return the partition of what was taken in, without some."""
        self.pairs.drop(key for key in without if key in self.pairs.accounts)
        return cluster(self.pairs)

    def lapsed(self, witnesses: Mapping[str, tuple[str, ...]]) -> tuple[Sketch, ...]:
        """Return the echoes whose witnesses are others by what was taken in, or too few: more may be outside."""
        found = tuple(
            replace(one, witnesses=())
            for one in self.sketches.values()
            if one.witnesses and one.key in self.pairs.accounts and witnesses.get(one.key) != one.witnesses
        )
        self.sketches |= {one.key: one for one in found}
        return found

    def spread(self, seeds: Iterable[Sketch]) -> None:
        """Take in accounts and everything that is linked to them."""
        frontier = tuple(seeds)
        while frontier:
            self._take(frontier)
            fresh = frozenset(one.key for one in frontier)
            found = {one.key: one for one in self._alike(frontier)}
            bound = [bond for bond in self.around.bonds(fresh) if bond.judgement not in self.bonds]
            self.bonds |= {bond.judgement: bond for bond in bound}
            held = [group.accounts for group in self.around.formed(fresh) if group.alive and group.accounts & fresh]
            wanted = frozenset().union(*held, *(bond.named for bond in bound))
            wanted = wanted.union(*(one.witnesses for one in frontier))
            named = self.around.named(wanted - self.sketches.keys() - found.keys())
            frontier = (*found.values(), *(one for one in named if one.key not in self.sketches))
        self.pairs.judged = _judged(self.bonds.values())

    def known(self) -> dict[str, Sketch]:
        """Return the accounts that found incidents, by key."""
        return {key: self.sketches[key] for key, account in self.pairs.accounts.items() if account.main}

    def _take(self, accounts: Iterable[Sketch]) -> None:
        for one in accounts:
            self.sketches[one.key] = one
        self.pairs.add(self.memory.recall(one) for one in accounts)

    def _alike(self, frontier: tuple[Sketch, ...]) -> list[Sketch]:
        """Return accounts not taken yet that are linked to any of the frontier that has a say, or witnessed by it."""
        found: dict[str, Sketch] = {}
        for one in frontier:
            here = self.memory.recall(one)
            linked = partial(self._linked, here)
            for other in self.around.alike(one, linked) if not one.witnesses else ():
                if other.key in self.sketches or other.key in found or _has_no_part(here, other):
                    continue
                there = self.memory.recall(other)
                if self.pairs.sure(here, there) if other.witnesses else self.pairs.link(here, there):
                    found[other.key] = other
        return list(found.values())

    def _linked(self, one: Traits, other: Sketch) -> bool:
        if _has_no_part(one, other):
            return False
        there, scale = self.memory.recall(other), self.memory.scale
        least = min(scale.sure, scale.least(one.main and there.main))
        if not meet(one, there) or self.memory.points(one, there, least=least) < least:
            return False
        return not stray(one, there)


def _has_no_part(one: Traits, other: Sketch) -> bool:
    """Tell whether another has no say, and one comes too late to be a witness of it."""
    return bool(other.witnesses) and other.rank < one.rank


def _judged(bonds: Iterable[Bond]) -> Judged:
    ordered = sorted(bonds, key=lambda bond: bond.judgement)
    return Judged(
        tuple(group for bond in ordered for group in bond.together),
        tuple(sides for bond in ordered for sides in bond.divided),
        tuple(sides for bond in ordered for sides in bond.follows),
    )
