"""What a newcomer can change of the clusters that there are: the few whose parts may find it, or each other, closer.

A cluster grew by mergers of two parts, each closer to the other than to all else. It grows so again, whatever comes
beside it, unless what comes is as close to one of the parts. Where it is, the cluster falls into the greatest parts
that stand, and these may shake others: what a part of a cluster was to them, the whole of it had hidden.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from tocsin.merge.cluster import Cluster, Merge, Pairs, merges


@dataclass(slots=True)
class Shaken:
    """Clusters that a newcomer, or what it shakes, is linked to, and what is left of each."""

    newcomer: str
    pairs: Pairs
    links: dict[str, set[str]] = field(default_factory=dict)
    trees: dict[Cluster, list[Merge]] = field(default_factory=dict)
    parts: dict[Cluster, frozenset[Cluster]] = field(default_factory=dict)

    def unasked(self) -> frozenset[str]:
        """Return the cores whose links are asked for: the newcomer's, and those of what fell."""
        return frozenset().union(*self._loose()) - self.links.keys()

    def unknown(self) -> frozenset[str]:
        """Return the cores that are linked to those and in no cluster that is known."""
        return frozenset().union(*self.links.values()).difference(self.links, *self.parts)

    def add(self, clusters: Iterable[Cluster]) -> None:
        """Take in clusters, all of whose accounts are among the pairs."""
        for cluster in clusters:
            self.trees[cluster] = merges(self.pairs, cluster)
            self.parts[cluster] = frozenset({cluster})

    def shake(self) -> None:
        """Let what is loose shake the clusters that it is linked to, until all that is left stands."""
        loose: set[Cluster] = set()
        while loose != (loose := self._loose()):
            for cluster, tree in self.trees.items():
                beside = [part for part in loose if any(not cluster.isdisjoint(self.links.get(c, ())) for c in part)]
                if beside or len(tree) < len(cluster) - 1:
                    self.parts[cluster] = standing(self.pairs, cluster, tree, beside)

    def pieces(self) -> set[Cluster]:
        """Return what all grows anew from."""
        return {frozenset({self.newcomer})}.union(*self.parts.values())

    def ties(self) -> Iterable[tuple[str, str]]:
        """Yield the links of what is loose."""
        return ((one, other) for one, met in self.links.items() for other in met)

    def _loose(self) -> set[Cluster]:
        fallen = (parts for parts in self.parts.values() if len(parts) > 1)
        return {frozenset({self.newcomer})}.union(*fallen)


def standing(pairs: Pairs, cluster: Cluster, tree: Iterable[Merge], others: Collection[Cluster]) -> frozenset[Cluster]:
    """Return the greatest parts of a cluster that others, as far as they are beside them, do not keep from growing."""
    parts: dict[str, list[Cluster]] = {core: [frozenset({core})] for core in cluster}
    told = {
        core: {other: sum(pairs.told(core, there) for there in other) for other in others if core not in other}
        for core in cluster
    }
    for merge in tree:
        here, there = parts[merge.one], parts.pop(merge.other)
        sums, added = told[merge.one], told.pop(merge.other)
        beside = sums.keys() & added.keys()
        sides = ((sums, len(here[0])), (added, len(there[0])))
        stands = len(here) == len(there) == 1 and not any(
            side[other] * merge.pairs >= merge.told * size * len(other) for side, size in sides for other in beside
        )
        parts[merge.one] = [here[0] | there[0]] if stands else [*here, *there]
        told[merge.one] = {other: sums[other] + added[other] for other in beside}
    return frozenset(part for left in parts.values() for part in left)
