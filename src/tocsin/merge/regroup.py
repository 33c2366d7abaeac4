"""Whoever comes, goes or is judged can only change the groups that are linked to it, directly or through others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tocsin.merge.arrival import alike, arrive, has_no_part
from tocsin.merge.cluster import Pairs, Partition, cluster
from tocsin.merge.crowds import counted, crowd
from tocsin.merge.ids import assign, heirs
from tocsin.merge.judged import Judged
from tocsin.merge.memory import Memory
from tocsin.model.incident import Bond, Regrouped, Sketch, Surroundings, crowd_of

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
    arrived = None if gone else arrive(touched, around, memory)
    return arrived or _regrouped(touched, gone, around, memory)


def _regrouped(
    touched: tuple[Sketch, ...], gone: tuple[Sketch, ...], around: Surroundings, memory: Memory
) -> Regrouped:
    """Work out anew the whole region that accounts are linked to."""
    region = _Region(around, memory, touched, gone)
    region.spread((*touched, *gone))
    replaced = {one.key: memory.recall(one) for one in gone}
    made = region.clustered(replaced)
    while more := (*region.lapsed(made.witnesses), *region.shifted(made)):
        region.spread(more)
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

    def __init__(self, around: Surroundings, memory: Memory, touched: Accounts, gone: Accounts) -> None:
        self.around = around
        self.memory = memory
        names = frozenset(one.key for one in touched)
        self.held = counted(around, names - around.homes(names).keys())
        self.gone = Counter(crowd_of(one.keys) for one in gone if not one.witnesses)
        self.pairs = Pairs((), memory, crowds=self._before)
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

    def shifted(self, made: Partition) -> Accounts:
        """Return the accounts of crowds that grew or shrank so much that other points are enough."""
        accounts, levels = self.pairs.accounts, self.pairs.levels
        cores = (key for key, one in accounts.items() if one.main and key not in made.witnesses)
        inside = Counter(self.memory.crowd(accounts[key]) for key in cores)
        found: list[Sketch] = []
        for key in {*map(self.memory.crowd, accounts.values()), *self.gone}:
            if key is None:
                continue
            held = crowd(key, self.around)
            level = self.memory.scale.level(inside[key] + sum(one.key not in accounts for one in held))
            if level != self.pairs.level(key):
                levels[key] = level
                found += held
        return tuple(found)

    def _before(self, key: int) -> int:
        """Return how many accounts with a say were of a crowd before the touched ones came and others went."""
        return self.gone[key] + self.held(key)

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
            for other in alike(one, self.around, self.memory) if not one.witnesses else ():
                if other.key in self.sketches or other.key in found or has_no_part(here, other):
                    continue
                there = self.memory.recall(other)
                if self.pairs.sure(here, there) or (not other.witnesses and self.pairs.link(here, there)):
                    found[other.key] = other
        return list(found.values())


def _judged(bonds: Iterable[Bond]) -> Judged:
    ordered = sorted(bonds, key=lambda bond: bond.judgement)
    return Judged(
        tuple(group for bond in ordered for group in bond.together),
        tuple(sides for bond in ordered for sides in bond.divided),
        tuple(sides for bond in ordered for sides in bond.follows),
    )
