"""Whoever comes, goes or is judged can only change the groups that are linked to it, directly or through others."""

from collections.abc import Iterable

from tocsin.merge.cluster import Pairs, cluster
from tocsin.merge.ids import assign, heirs
from tocsin.merge.judged import Judged
from tocsin.merge.scale import Scale
from tocsin.merge.traits import Traits, decode
from tocsin.model.incident import Bond, Group, Sketch, Surroundings


def regroup(
    touched: tuple[Sketch, ...], gone: tuple[Sketch, ...], *, around: Surroundings, scale: Scale
) -> tuple[Group, ...]:
    """Return every group that may have changed after accounts came or were judged, and others were replaced."""
    if not touched and not gone:
        return ()
    region = _Region(around, scale)
    region.spread((*touched, *gone))
    before = around.formed(frozenset(region.pairs.accounts))
    replaced = {one.key: region.pairs.accounts[one.key] for one in gone}
    region.pairs.drop(replaced)
    fresh = [region.pairs.accounts[one.key] for one in touched if one.key in region.pairs.accounts]
    heir = heirs(fresh, replaced.values(), scale)
    return assign(cluster(region.pairs), before, known=region.known(), heir=heir, gone=replaced.keys())


class _Region:
    """The accounts that are linked to some, by likeness, by judgement or by an incident that holds them both."""

    def __init__(self, around: Surroundings, scale: Scale) -> None:
        self.around = around
        self.pairs = Pairs((), scale)
        self.sketches: dict[str, Sketch] = {}
        self.bonds: dict[int, Bond] = {}

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
            wanted = frozenset().union(*held, *(side for bond in bound for side in _sides(bond)))
            named = self.around.named(wanted - self.sketches.keys() - found.keys())
            frontier = (*found.values(), *(one for one in named if one.key not in self.sketches))
        self.pairs.judged = _judged(self.bonds.values())

    def known(self) -> dict[str, Sketch]:
        """Return the accounts that found incidents, by key."""
        return {key: self.sketches[key] for key, account in self.pairs.accounts.items() if account.main}

    def _take(self, accounts: Iterable[Sketch]) -> None:
        for one in accounts:
            self.sketches[one.key] = one
        self.pairs.add(_traits(one) for one in accounts)

    def _alike(self, frontier: tuple[Sketch, ...]) -> list[Sketch]:
        """Return accounts not taken yet that are linked to any of the frontier."""
        keys = frozenset().union(*(one.keys for one in frontier))
        candidates = [one for one in self.around.near(keys) if one.key not in self.sketches]
        self.pairs.add(_traits(one) for one in candidates)
        linked = [
            other
            for other in candidates
            if any(one.keys & other.keys and self.pairs.linked(one.key, other.key) for one in frontier)
        ]
        self.pairs.drop(one.key for one in candidates)
        return linked


def _traits(sketch: Sketch) -> Traits:
    return decode(sketch.traits)


def _sides(bond: Bond) -> Iterable[frozenset[str]]:
    yield from bond.together
    for one, other in bond.divided:
        yield one
        yield other


def _judged(bonds: Iterable[Bond]) -> Judged:
    ordered = sorted(bonds, key=lambda bond: bond.judgement)
    return Judged(
        tuple(group for bond in ordered for group in bond.together),
        tuple(sides for bond in ordered for sides in bond.divided),
    )
