"""Whoever comes or goes can only change the groups that are linked to it, directly or through others."""

from tocsin.merge.cluster import Pairs, cluster
from tocsin.merge.ids import assign, heirs
from tocsin.model.incident import Account, Formed, Group, Near


def regroup(fresh: tuple[Account, ...], gone: tuple[Account, ...], *, near: Near, formed: Formed) -> tuple[Group, ...]:
    """Return every group that may have changed after accounts came (`fresh`) and were replaced (`gone`)."""
    pairs = _linked((*fresh, *gone), near)
    before = formed(frozenset(pairs.accounts))
    replaced = frozenset(account.key for account in gone)
    pairs.drop(replaced)
    mains = {key: account for key, account in pairs.accounts.items() if account.event.main}
    return assign(cluster(pairs), before, mains=mains, heir=heirs(fresh, gone), gone=replaced)


def _linked(seeds: tuple[Account, ...], near: Near) -> Pairs:
    """Return the seeds and everything that is linked to them, directly or through others."""
    pairs = Pairs(seeds)
    frontier = seeds
    while frontier:
        candidates = [account for account in near(frontier) if account.key not in pairs.accounts]
        pairs.add(candidates)
        linked = {other.key for other in candidates if any(pairs.compare(one.key, other.key).same for one in frontier)}
        pairs.drop(account.key for account in candidates if account.key not in linked)
        frontier = tuple(account for account in candidates if account.key in linked)
    return pairs
