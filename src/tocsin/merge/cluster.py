"""A partition depends on the accounts and on what people judged alone, never on the order in which they came.

Main accounts join, best pair first, where the mean of all pairs is enough and nothing bars it: one report in doubt
cannot chain two incidents together. An echo has no say in that: its news many earlier accounts surely told that are no
echoes, and it goes where most of these witnesses go, so that no report of a great event makes the next one dearer.
What is only recalled joins the cluster it fits best, and founds none. No cluster holds two events of one document,
unless somebody judged them one.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tocsin.merge.blocks import meet, stray
from tocsin.merge.compare import BARRED
from tocsin.merge.judged import NOTHING_JUDGED, Judged
from tocsin.merge.memory import Memory
from tocsin.merge.scale import Scale
from tocsin.merge.traits import Traits
from tocsin.model.incident import asking

Cluster = frozenset[str]
_CLIP = 4.0  # log-odds beyond which one pair counts no more in a mean
_UNIT = 1_000_000  # of a log-odd
_NEVER = -(10**18)  # what no sum of other points makes good


class Pairs:
    """Accounts, and how much any two of them speak for being one."""

    def __init__(self, accounts: Iterable[Traits], memory: Memory, judged: Judged = NOTHING_JUDGED) -> None:
        self.accounts: dict[str, Traits] = {}
        self.scale = memory.scale
        self.memory = memory
        self.judged = judged
        self.add(accounts)

    def add(self, accounts: Iterable[Traits]) -> None:
        """Take in further accounts."""
        self.accounts |= {account.key: account for account in accounts}

    def drop(self, gone: Iterable[str]) -> None:
        """Leave accounts out from now on."""
        for key in gone:
            del self.accounts[key]

    def whole(self, one: str, other: str) -> float:
        """Return the points of a pair, by which the best is joined first."""
        return self.memory.points(self.accounts[one], self.accounts[other])

    def points(self, one: str, other: str) -> float | None:
        """Return the points of a pair, as far as they count in a mean; null where it is barred."""
        return self._counted(self.accounts[one], self.accounts[other])

    def _counted(self, one: Traits, other: Traits) -> float | None:
        points = self.memory.points(one, other)
        if points == BARRED or (self.judged.divided and self.judged.apart(one.key, other.key)):
            return None
        return max(-_CLIP, min(_CLIP, points))

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
        """Tell whether a pair by itself speaks for being one."""
        return self.link(self.accounts[one], self.accounts[other])

    def link(self, one: Traits, other: Traits) -> bool:
        """Tell whether a pair, taken in or not, by itself speaks for being one."""
        return self._reach(one, other, self.scale.least(one.main and other.main))

    def sure(self, one: Traits, other: Traits) -> bool:
        """Tell whether two main accounts surely tell of one thing."""
        return self._reach(one, other, self.scale.sure)

    def _reach(self, one: Traits, other: Traits, least: float) -> bool:
        if not meet(one, other):
            return False
        points = self._counted(one, other)
        return points is not None and points >= least and not stray(one, other)

    def keys(self, key: str) -> frozenset[int]:
        """Return the keys under which what may tell of the same finds an account."""
        return self.memory.keys(self.accounts[key])

    def rank(self, key: str) -> str:
        """Return the rank of an account."""
        return self.accounts[key].rank


@dataclass(frozen=True, slots=True)
class Partition:
    """Clusters in the order of their least keys, and the witnesses of every echo."""

    clusters: tuple[Cluster, ...]
    witnesses: dict[str, tuple[str, ...]]


def partition(accounts: Iterable[Traits], scale: Scale, judged: Judged = NOTHING_JUDGED) -> tuple[Cluster, ...]:
    """Return the keys of the accounts that tell of one incident each, in the order of their least keys."""
    return cluster(Pairs(accounts, Memory(scale), judged)).clusters


def cluster(pairs: Pairs) -> Partition:
    """Return the partition of accounts that may have been compared already."""
    cores, witnesses = _cores(pairs)
    links = _links(pairs, cores, witnesses)
    homes = _join(pairs, (link for link in links if link[0] in cores), cores)
    _attach(pairs, links, homes, witnesses)
    _judge(pairs, homes)
    found = {id(home): frozenset(home) for home in homes.values()}
    return Partition(tuple(sorted(found.values(), key=min)), witnesses)


def told_before(pairs: Pairs, key: str, cores: Iterable[str]) -> tuple[str, ...] | None:
    """Return the first cores in rank that surely told before what a main account tells; null unless they are many."""
    account = pairs.accounts[key]
    earlier = (core for core in cores if pairs.accounts[core].rank < account.rank)
    sure = [core for core in earlier if pairs.sure(account, pairs.accounts[core])]
    if len(sure) < pairs.scale.many:
        return None
    return tuple(sorted(sure, key=lambda core: pairs.accounts[core].rank)[: pairs.scale.many])


def _cores(pairs: Pairs) -> tuple[dict[str, set[str]], dict[str, tuple[str, ...]]]:
    """Return the main accounts that are no echo, each with the earlier of them that share a key, and the echoes."""
    filed: dict[int, list[str]] = {}
    cores: dict[str, set[str]] = {}
    echoes: dict[str, tuple[str, ...]] = {}
    for key in sorted((key for key, one in pairs.accounts.items() if one.main), key=pairs.rank):
        own = pairs.keys(key)
        met = {other for block in asking(own) for other in filed.get(block, ())}
        witnesses = told_before(pairs, key, met)
        if witnesses is not None:
            echoes[key] = witnesses
            continue
        cores[key] = met
        for block in own:
            filed.setdefault(block, []).append(key)
    return cores, echoes


def _links(pairs: Pairs, cores: dict[str, set[str]], echoes: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return the pairs that tell of one thing by themselves, the second a core and the first anything but an echo."""
    found = [(one, other) for one, met in cores.items() for other in met if pairs.linked(one, other)]
    filed: dict[int, list[str]] = {}
    for core in cores:
        for block in pairs.keys(core):
            filed.setdefault(block, []).append(core)
    for key in pairs.accounts.keys() - cores.keys() - echoes.keys():
        met = {core for block in asking(pairs.keys(key)) for core in filed.get(block, ())}
        found += [(key, core) for core in met if pairs.linked(key, core)]
    return found


def _join(pairs: Pairs, links: Iterable[tuple[str, str]], cores: Iterable[str]) -> dict[str, set[str]]:
    """Return the cluster of every core."""
    growing = _Growing(pairs, cores)
    best_first = sorted((-pairs.whole(one, other), min(one, other), max(one, other)) for one, other in links)
    for _, one, other in best_first:
        growing.join(one, other)
    return {key: cluster for cluster in map(set, growing.members.values()) for key in cluster}


class _Growing:
    """Clusters, each under the key it began with, and the sums of the points between them.

    Each pair of accounts is looked at once. Sums are of whole numbers, so that no order of adding makes a difference.
    """

    def __init__(self, pairs: Pairs, cores: Iterable[str]) -> None:
        self.pairs = pairs
        self.members = {core: [core] for core in cores}
        self.names = {core: core for core in self.members}
        self.sums: dict[str, dict[str, int]] = {core: {} for core in self.members}

    def join(self, one: str, other: str) -> None:
        """Let the clusters of two accounts be one, if the mean of all their pairs is enough."""
        here, there = self.names[one], self.names[other]
        number = len(self.members[here]) * len(self.members[there])
        if here == there or self._sum(here, there) < round(_UNIT * self.pairs.scale.enough) * number:
            return
        for third in (self.sums[here].keys() | self.sums[there].keys()) - {here, there}:
            self.sums[third][here] = self.sums[here][third] = self._sum(here, third) + self._sum(there, third)
            del self.sums[third][there]
        del self.sums[there], self.sums[here][there]
        self.names.update(dict.fromkeys(self.members[there], here))
        self.members[here] += self.members.pop(there)

    def _sum(self, one: str, other: str) -> int:
        known = self.sums[one].get(other)
        if known is None:
            known = sum(self._points(here, there) for here in self.members[one] for there in self.members[other])
            self.sums[one][other] = self.sums[other][one] = known
        return known

    def _points(self, one: str, other: str) -> int:
        points = self.pairs.points(one, other)
        return _NEVER if points is None else round(_UNIT * points)


def _attach(
    pairs: Pairs,
    links: Iterable[tuple[str, str]],
    homes: dict[str, set[str]],
    echoes: Mapping[str, tuple[str, ...]],
) -> None:
    """Add each echo, then each account of what is recalled, to the cluster that it fits best."""
    founders = {key: (min(home), frozenset(home)) for key, home in homes.items()}
    offers: dict[str, dict[str, frozenset[str]]] = {}
    for loose, core in links:
        if loose not in founders:
            offers.setdefault(loose, {}).update([founders[core]])
    for key in sorted((key for key in pairs.accounts if key not in founders), key=pairs.rank):
        voting = [founders[witness][0] for witness in echoes.get(key, ()) if witness in founders]
        ranked = by_votes(voting) if key in echoes else by_mean(pairs, key, offers.get(key, {}))
        for founder in ranked:
            if _may_join(pairs, key, homes[founder]):
                homes[founder].add(key)
                homes[key] = homes[founder]
                break
        else:
            if key in echoes:
                homes[key] = {key}


def by_votes(homes: Iterable[str]) -> list[str]:
    """Return the homes that witnesses stay in, those of the most first."""
    votes = Counter(homes).items()
    return [home for home, _ in sorted(votes, key=lambda vote: (-vote[1], vote[0]))]


def by_mean(pairs: Pairs, key: str, cores: Mapping[str, Collection[str]]) -> list[str]:
    """Return the clusters, given by name with their cores, that have enough in common with a recalled account."""
    means = ((pairs.mean((key,), core), name) for name, core in cores.items())
    fitting = [(-mean, name) for mean, name in means if mean is not None and mean >= pairs.scale.recalled]
    return [name for _, name in sorted(fitting)]


def _may_join(pairs: Pairs, key: str, told: Iterable[str]) -> bool:
    """Tell whether nobody in a cluster bars an account from it."""
    document = pairs.accounts[key].document
    return not any(pairs.accounts[other].document == document or pairs.judged.apart(key, other) for other in told)


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
    for followers, lead, others in pairs.judged.follows:
        home = _led(homes, lead - pairs.judged.taken) or _led(homes, others - pairs.judged.taken) or _led(homes, lead)
        for follower in followers & pairs.accounts.keys() if home else ():
            home.add(follower)
            homes[follower] = home


def _led(homes: Mapping[str, set[str]], leaders: Collection[str]) -> set[str]:
    """Return the cluster that most of some accounts are in, of several that of the least key."""
    ranked = by_votes(min(homes[key]) for key in leaders if key in homes)
    return homes[ranked[0]] if ranked else set()
