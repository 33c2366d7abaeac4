"""A partition depends on the accounts and on what people judged alone, never on the order in which they came.

Main accounts join, best pair first, where the mean of all pairs is enough and nothing bars it: one report in doubt
cannot chain two incidents together. An echo, whose news many earlier reports surely told, has no say in that: like
what is only recalled, it joins the cluster it fits best, so that no report of a great event makes the next one dearer.
What is only recalled founds nothing. No cluster holds two events of one document, unless somebody judged them one.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from tocsin.merge.blocks import keys
from tocsin.merge.compare import Comparison, compare
from tocsin.merge.judged import NOTHING_JUDGED, Judged
from tocsin.merge.scale import Scale
from tocsin.merge.traits import Traits

Cluster = frozenset[str]
Link = tuple[float, str, str]
_MANY = 8  # surely the same, told before: what comes after is an echo
_CLIP = 4.0  # log-odds beyond which one pair counts no more in a mean


class Pairs:
    """Accounts, and their comparisons, each made once."""

    def __init__(self, accounts: Iterable[Traits], scale: Scale, judged: Judged = NOTHING_JUDGED) -> None:
        self.accounts: dict[str, Traits] = {}
        self.scale = scale
        self.judged = judged
        self._made: dict[tuple[str, str], Comparison] = {}
        self.add(accounts)

    def add(self, accounts: Iterable[Traits]) -> None:
        """Take in further accounts."""
        self.accounts |= {account.key: account for account in accounts}

    def drop(self, gone: Iterable[str]) -> None:
        """Leave accounts out from now on."""
        for key in gone:
            del self.accounts[key]

    def compare(self, one: str, other: str) -> Comparison:
        """Compare two accounts by key."""
        pair = (one, other) if one < other else (other, one)
        made = self._made.get(pair)
        if made is None:
            made = compare(self.accounts[pair[0]], self.accounts[pair[1]], self.scale.weights)
            self._made[pair] = made
        return made

    def points(self, one: str, other: str) -> float | None:
        """Return the points of a pair, as far as they count in a mean; null where it is barred."""
        made = self.compare(one, other)
        if made.bar is not None or self.judged.apart(one, other):
            return None
        return max(-_CLIP, min(_CLIP, made.points))

    def mean(self, one: Iterable[str], other: Iterable[str]) -> float | None:
        """Return the mean points between two clusters; null where any pair is barred."""
        total, number = 0.0, 0
        for here in one:
            for there in other:
                points = self.points(here, there)
                if points is None:
                    return None
                total, number = total + points, number + 1
        return total / number

    def linked(self, one: str, other: str) -> bool:
        """Tell whether a pair by itself has enough points to be one."""
        points = self.points(one, other)
        main = self.accounts[one].main and self.accounts[other].main
        return points is not None and points >= (self.scale.enough if main else self.scale.recalled)

    def candidates(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs that share a key, each once, in an order that follows from the accounts."""
        filed: dict[int, list[str]] = {}
        seen: set[tuple[str, str]] = set()
        for key in sorted(self.accounts):
            for block in keys(self.accounts[key]):
                filed.setdefault(block, []).append(key)
        for alike in filed.values():
            seen.update(combinations(alike, 2))
        return iter(sorted(seen))


def partition(accounts: Iterable[Traits], scale: Scale, judged: Judged = NOTHING_JUDGED) -> tuple[Cluster, ...]:
    """Return the keys of the accounts that tell of one incident each, in the order of their least keys."""
    return cluster(Pairs(accounts, scale, judged))


def cluster(pairs: Pairs) -> tuple[Cluster, ...]:
    """Return the partition of accounts that may have been compared already."""
    links = [(one, other) for one, other in pairs.candidates() if pairs.linked(one, other)]
    echoes = _echoes(pairs, links)
    homes = _join(pairs, links, echoes)
    _attach(pairs, links, homes, echoes)
    _judge(pairs, homes)
    return tuple(sorted({id(home): frozenset(home) for home in homes.values()}.values(), key=min))


def _echoes(pairs: Pairs, links: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the main accounts whose news many others, earlier in rank, surely told."""
    before: dict[str, int] = {}
    for one, other in links:
        here, there = pairs.accounts[one], pairs.accounts[other]
        if here.main and there.main and (pairs.points(one, other) or 0) >= pairs.scale.sure:
            later = max(here, there, key=lambda account: account.rank).key
            before[later] = before.get(later, 0) + 1
    return frozenset(key for key, number in before.items() if number >= _MANY)


def _join(pairs: Pairs, links: Iterable[tuple[str, str]], echoes: frozenset[str]) -> dict[str, set[str]]:
    """Return the cluster of every main account that is no echo."""
    homes = {key: {key} for key, account in pairs.accounts.items() if account.main and key not in echoes}
    best_first = sorted(
        ((-pairs.compare(one, other).points, one, other) for one, other in links if one in homes and other in homes)
    )
    for _, one, other in best_first:
        if homes[one] is homes[other]:
            continue
        mean = pairs.mean(homes[one], homes[other])
        if mean is not None and mean >= pairs.scale.enough:
            homes[one] |= homes[other]
            homes.update(dict.fromkeys(homes[one], homes[one]))
    return homes


def _attach(pairs: Pairs, links: Iterable[tuple[str, str]], homes: dict[str, set[str]], echoes: frozenset[str]) -> None:
    """Add each echo, then each account of what is recalled, to the cluster that it fits best."""
    cores = {key: frozenset(home) for key, home in homes.items()}
    offers: dict[str, set[frozenset[str]]] = {}
    for one, other in links:
        for here, there in ((one, other), (other, one)):
            if here not in cores and there in cores:
                offers.setdefault(here, set()).add(cores[there])
    loose = (key for key in pairs.accounts if key not in cores)
    for key in sorted(loose, key=lambda key: pairs.accounts[key].rank):
        home = _best(pairs, key, offers.get(key, ()), homes)
        if home is not None:
            home.add(key)
            homes[key] = home
        elif key in echoes:
            homes[key] = {key}


def _best(pairs: Pairs, key: str, offers: Iterable[frozenset[str]], homes: dict[str, set[str]]) -> set[str] | None:
    """Return the cluster that a loose account fits best, of those that may take it."""
    account = pairs.accounts[key]
    enough = pairs.scale.enough if account.main else pairs.scale.recalled
    ranked = []
    for core in offers:
        mean = pairs.mean((key,), core)
        if mean is not None and mean >= enough:
            ranked.append((-mean, min(core)))
    for _, founder in sorted(ranked):
        told = homes[founder]
        apart = any(pairs.judged.apart(key, other) for other in told)
        if not apart and all(pairs.accounts[other].document != account.document for other in told):
            return told
    return None


def _judge(pairs: Pairs, homes: dict[str, set[str]]) -> None:
    """Unite the clusters of accounts that somebody judged to tell of one incident."""
    for group in pairs.judged.together:
        here = sorted(group & homes.keys())
        for other in here[1:]:
            if homes[other] is not homes[here[0]]:
                homes[here[0]] |= homes[other]
                homes.update(dict.fromkeys(homes[here[0]], homes[here[0]]))
        for recalled in sorted(group & pairs.accounts.keys() - homes.keys()) if here else ():
            homes[here[0]].add(recalled)
            homes[recalled] = homes[here[0]]
