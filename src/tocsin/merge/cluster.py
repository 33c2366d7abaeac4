"""A partition depends on the accounts alone, never on the order in which they came.

Main accounts join, best pair first, where the mean of all pairs is enough and no pair is barred: one report in doubt
cannot chain two incidents together. Background accounts join the cluster they fit best, or none, and found none.
No cluster holds two events of one document.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from tocsin.merge.compare import ENOUGH, ENOUGH_FOR_BACKGROUND, Comparison, weigh
from tocsin.merge.compatible import days
from tocsin.merge.traits import Traits, traits
from tocsin.model.incident import Account

Cluster = frozenset[str]


class Pairs:
    """Accounts, and their comparisons, each made once."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self.accounts: dict[str, Account] = {}
        self._traits: dict[str, Traits] = {}
        self._made: dict[tuple[str, str], Comparison] = {}
        self.add(accounts)

    def add(self, accounts: Iterable[Account]) -> None:
        """Take in further accounts."""
        for account in accounts:
            self.accounts[account.key] = account
            self._traits[account.key] = traits(account)

    def drop(self, keys: Iterable[str]) -> None:
        """Leave accounts out from now on."""
        for key in keys:
            del self.accounts[key]

    def compare(self, one: str, other: str) -> Comparison:
        """Compare two accounts by key."""
        pair = (one, other) if one < other else (other, one)
        made = self._made.get(pair)
        if made is None:
            made = self._made[pair] = weigh(self._traits[pair[0]], self._traits[pair[1]])
        return made

    def mean(self, one: Iterable[str], other: Iterable[str]) -> float | None:
        """Return the mean points between two clusters; null where any pair is barred."""
        made = [self.compare(here, there) for here in one for there in other]
        return None if any(pair.barred for pair in made) else sum(pair.points for pair in made) / len(made)

    def linked(self) -> Iterator[tuple[int, str, str]]:
        """Yield every pair that tells of one thing as (points, lesser key, greater key)."""
        for one, other in _candidates(self.accounts.values()):
            made = self.compare(one, other)
            if made.same:
                yield made.points, min(one, other), max(one, other)


def partition(accounts: Iterable[Account]) -> tuple[Cluster, ...]:
    """Return the keys of the accounts that tell of one incident each, in the order of their least keys."""
    return cluster(Pairs(accounts))


def cluster(pairs: Pairs) -> tuple[Cluster, ...]:
    """Return the partition of accounts that may have been compared already."""
    best_first = sorted(pairs.linked(), key=lambda link: (-link[0], link[1], link[2]))
    homes = _join(pairs, best_first)
    _attach(pairs, best_first, homes)
    return tuple(sorted({id(home): frozenset(home) for home in homes.values()}.values(), key=min))


def _join(pairs: Pairs, links: list[tuple[int, str, str]]) -> dict[str, set[str]]:
    """Return the cluster of every main account."""
    homes = {key: {key} for key, account in pairs.accounts.items() if account.event.main}
    for _, one, other in links:
        if one not in homes or other not in homes or homes[one] is homes[other]:
            continue
        mean = pairs.mean(homes[one], homes[other])
        if mean is not None and mean >= ENOUGH:
            homes[one] |= homes[other]
            homes.update(dict.fromkeys(homes[one], homes[one]))
    return homes


def _attach(pairs: Pairs, links: list[tuple[int, str, str]], homes: dict[str, set[str]]) -> None:
    """Add each background account to the cluster of main accounts that it fits best."""
    mains = set(homes)
    offers: dict[tuple[str, str], float] = {}
    for _, one, other in links:
        if one in mains and other in mains:
            continue
        main, recalled = (one, other) if one in mains else (other, one)
        mean = pairs.mean((recalled,), homes[main] & mains)
        if mean is not None and mean >= ENOUGH_FOR_BACKGROUND:
            offers[recalled, min(homes[main] & mains)] = mean
    for recalled, founder in sorted(offers, key=lambda offer: (-offers[offer], offer)):
        document = pairs.accounts[recalled].document
        told = {pairs.accounts[key].document for key in homes[founder]}
        if recalled not in homes and document not in told:
            homes[founder].add(recalled)
            homes[recalled] = homes[founder]


def _candidates(accounts: Iterable[Account]) -> Iterator[tuple[str, str]]:
    """Yield pairs of one kind whose dates may meet; each pair once."""
    kinds: dict[str, list[Account]] = {}
    for account in accounts:
        kinds.setdefault(account.event.kind, []).append(account)
    for alike in kinds.values():
        yield from _in_time(alike)


def _in_time(accounts: list[Account]) -> Iterator[tuple[str, str]]:
    """Sweep over the dated accounts by first day; pair the undated with all."""
    spans = {account.key: days(account.event.date) for account in accounts}
    dated = sorted((span, key) for key, span in spans.items() if span is not None)
    undated = sorted(key for key, span in spans.items() if span is None)
    running: list[tuple[int, str]] = []
    for (start, end), key in dated:
        running = [(last, other) for last, other in running if last + 1 >= start]
        yield from ((other, key) for _, other in running)
        running.append((end, key))
    yield from combinations(undated, 2)
    yield from ((one, key) for one in undated for _, key in dated)
