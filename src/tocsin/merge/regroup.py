"""Whoever comes or goes can only change the groups that are linked to it, directly or through others."""

from tocsin.merge.cluster import Cluster, partition
from tocsin.merge.compare import same
from tocsin.merge.ids import assign, heirs
from tocsin.model.incident import Account, Formed, Group, Near


def regroup(fresh: tuple[Account, ...], gone: tuple[Account, ...], *, near: Near, formed: Formed) -> tuple[Group, ...]:
    """Return every group that may have changed after accounts came (`fresh`) and were replaced (`gone`)."""
    linked = _linked((*fresh, *gone), near)
    replaced = {account.key for account in gone}
    clusters = partition(account for key, account in linked.items() if key not in replaced)
    founders = {cluster: _founder(cluster, linked) for cluster in clusters}
    return assign(clusters, formed(frozenset(linked)), founders=founders, heir=heirs(fresh, gone))


def _linked(seeds: tuple[Account, ...], near: Near) -> dict[str, Account]:
    """Return the seeds and everything that is linked to them, by key."""
    found = {account.key: account for account in seeds}
    frontier = seeds
    while frontier:
        candidates = near(frontier)
        frontier = tuple(
            other
            for other in candidates
            if other.key not in found and any(same(account, other) for account in frontier)
        )
        found.update((account.key, account) for account in frontier)
    return found


def _founder(cluster: Cluster, accounts: dict[str, Account]) -> str:
    """Return the main account that the store has held longest; of those that came together, the least key."""
    mains = [account for key in cluster if (account := accounts[key]).event.main]
    return min(mains, key=lambda account: (account.first_seen, account.key)).key
