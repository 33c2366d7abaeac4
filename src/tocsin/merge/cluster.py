"""A partition depends on the accounts and on what people judged alone, never on the order in which they came.

Main accounts join, the best mean of all pairs first, as long as it is enough and nothing bars it: one report in doubt
cannot chain two incidents together, and two that share no key, no heavy word and hardly a word never speak for it. So
no cluster reaches beyond those that are linked, and what grows elsewhere makes no difference. In a crowd, where many
accounts with a say are of one country and day, more has to speak for any two. An echo has no say in
that: its news many earlier accounts surely told that are no echoes, and it goes where most of these witnesses go, so
that no report of a great event makes the next one dearer. What is only recalled joins the cluster it fits best, and
founds none. No cluster holds two events of one document, unless somebody judged them one.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations
from typing import NamedTuple

from tocsin.merge.blocks import meet
from tocsin.merge.compare import BARRED
from tocsin.merge.judged import NOTHING_JUDGED, Judged
from tocsin.merge.memory import Memory
from tocsin.merge.scale import Scale
from tocsin.merge.traits import Traits
from tocsin.model.incident import asking

Cluster = frozenset[str]
_Offer = tuple[float, str, str, int, int]  # the mean, negative; two clusters and how many are in each
_CLIP = 4.0  # log-odds beyond which one pair counts no more in a mean
_UNIT = 1_000  # of a log-odd: sums are of whole numbers, so that no order of adding makes a difference
_NEVER = -(10**12)  # what no sum of other points makes good


class Pairs:
    """Accounts, and how much any two of them speak for being one."""

    def __init__(
        self,
        accounts: Iterable[Traits],
        memory: Memory,
        judged: Judged = NOTHING_JUDGED,
        *,
        crowds: Callable[[int], int] = lambda _: 0,
    ) -> None:
        """Begin with some accounts; `crowds` tells how many with a say are of a crowd."""
        self.accounts: dict[str, Traits] = {}
        self.scale = memory.scale
        self.memory = memory
        self.judged = judged
        self.crowds = crowds
        self.levels: dict[int, int] = {}
        self.add(accounts)

    def add(self, accounts: Iterable[Traits]) -> None:
        """Take in further accounts."""
        self.accounts |= {account.key: account for account in accounts}

    def drop(self, gone: Iterable[str]) -> None:
        """Leave accounts out from now on."""
        for key in gone:
            del self.accounts[key]

    def points(self, one: str, other: str) -> float | None:
        """Return the points of a pair, as far as they count in a mean; null where it is barred."""
        return self._counted(self.accounts[one], self.accounts[other])

    def _counted(self, one: Traits, other: Traits) -> float | None:
        points = self.memory.points(one, other)
        if points == BARRED or (self.judged.divided and self.judged.apart(one.key, other.key)):
            return None
        return max(-_CLIP, min(_CLIP, points)) - self.asked(one, other)

    def asked(self, one: Traits, other: Traits) -> float:
        """Return how many points more have to speak for two accounts in a crowd."""
        return self.scale.crowded * max(self.level(self.memory.crowd(one)), self.level(self.memory.crowd(other)))

    def level(self, crowd: int | None) -> int:
        """Return how often the points for a crowd are asked for."""
        if crowd is None:
            return 0
        found = self.levels.get(crowd)
        if found is None:
            found = self.levels[crowd] = self.scale.level(self.crowds(crowd))
        return found

    def told(self, one: str, other: str) -> int:
        """Return the points of two cores, in thousandths, as they count in a mean; unlinked they never speak for it."""
        here, there = self.accounts[one], self.accounts[other]
        points = self._counted(here, there)
        if points is None:
            return _NEVER
        found, enough = round(_UNIT * points), self.enough
        return found if found < enough or self.link(here, there) else enough - 1

    @property
    def enough(self) -> int:
        """The mean of `told` that makes two clusters one."""
        return round(_UNIT * self.scale.enough)

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
        if not meet(one, other):
            return False
        points = self._counted(one, other)
        least = self.scale.least(one.main and other.main)
        return points is not None and points >= least and self.memory.tied(one, other)

    def sure(self, one: Traits, other: Traits) -> bool:
        """Tell whether two main accounts surely tell of one thing, in whatever crowd."""
        if not meet(one, other) or self.memory.points(one, other) < self.scale.sure:
            return False
        return not self.judged.apart(one.key, other.key) and self.memory.tied(one, other)

    def keys(self, key: str) -> frozenset[int]:
        """Return the keys under which what may tell of the same finds an account."""
        return self.memory.keys(self.accounts[key])

    def rank(self, key: str) -> str:
        """Return the rank of an account."""
        return self.accounts[key].rank


class Merge(NamedTuple):
    """Two clusters become one, called as the first; `told` is the sum of so many `pairs`."""

    one: str
    other: str
    told: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Partition:
    """Clusters in the order of their least keys, and the witnesses of every echo."""

    clusters: tuple[Cluster, ...]
    witnesses: dict[str, tuple[str, ...]]


def partition(accounts: Iterable[Traits], scale: Scale, judged: Judged = NOTHING_JUDGED) -> tuple[Cluster, ...]:
    """Return the keys of the accounts that tell of one incident each, in the order of their least keys."""
    pairs = Pairs(accounts, Memory(scale), judged)
    told, _ = _cores(pairs)
    crowds = Counter(pairs.memory.crowd(pairs.accounts[core]) for core in told)
    pairs.crowds = crowds.__getitem__
    return cluster(pairs).clusters


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
    growing = _Growing(pairs, ([core] for core in cores))
    growing.grow(links)
    return {key: cluster for cluster in map(set, growing.members.values()) for key in cluster}


def merges(pairs: Pairs, cores: Collection[str]) -> list[Merge]:
    """Return how some cores become clusters, first to last."""
    links = (pair for pair in combinations(sorted(cores), 2) if pairs.linked(*pair))
    return _Growing(pairs, ([core] for core in cores)).grow(links)


def grown(pairs: Pairs, clusters: Collection[Cluster], links: Iterable[tuple[str, str]]) -> set[Cluster]:
    """Return what clusters become of which some are linked as never before."""
    growing = _Growing(pairs, clusters)
    growing.grow(links)
    return {frozenset(members) for members in growing.members.values()}


class _Growing:
    """Clusters, each under its least key, and the sums of what is told between them.

    Each pair of accounts is looked at once. Two clusters of a greater mean come before, and of one mean those of lesser
    keys: neither gets a better partner by what others do, so that clusters grow alike whatever grows beside them.
    """

    def __init__(self, pairs: Pairs, clusters: Iterable[Iterable[str]]) -> None:
        self.pairs = pairs
        self.members = {min(cluster): cluster for cluster in map(list, clusters)}
        self.names = {core: name for name, cluster in self.members.items() for core in cluster}
        self.sums: dict[str, dict[str, int]] = {name: {} for name in self.members}
        self.linked: dict[str, set[str]] = {name: set() for name in self.members}

    def grow(self, links: Iterable[tuple[str, str]]) -> list[Merge]:
        """Let clusters that are linked be one, the best first, until the mean of no two is enough."""
        offers: list[_Offer] = []
        for one, other in ((self.names[here], self.names[there]) for here, there in links):
            if other != one and other not in self.linked[one]:
                self.linked[one].add(other)
                self.linked[other].add(one)
                self._offer(offers, one, other)
        made: list[Merge] = []
        while offers:
            _, one, other, *sizes = heappop(offers)
            if sizes == [len(self.members.get(one, ())), len(self.members.get(other, ()))]:
                made.append(Merge(one, other, self._sum(one, other), sizes[0] * sizes[1]))
                self._unite(one, other)
                for third in self.linked[one]:
                    self._offer(offers, one, third)
        return made

    def _offer(self, offers: list[_Offer], one: str, other: str) -> None:
        here, there = len(self.members[one]), len(self.members[other])
        total, number = self._sum(one, other), here * there
        if total >= self.pairs.enough * number:
            ordered = (one, other, here, there) if one < other else (other, one, there, here)
            heappush(offers, (-total / number, *ordered))

    def _unite(self, one: str, other: str) -> None:
        """Let the cluster of the lesser key take in another."""
        for third in (self.sums[one].keys() | self.sums[other].keys()) - {one, other}:
            self.sums[third][one] = self.sums[one][third] = self._sum(one, third) + self._sum(other, third)
            del self.sums[third][other]
        for third in self.linked[other]:
            self.linked[third].discard(other)
            self.linked[third].add(one)
        self.linked[one] = (self.linked[one] | self.linked.pop(other)) - {one, other}
        del self.sums[other], self.sums[one][other]
        self.members[one] += self.members.pop(other)

    def _sum(self, one: str, other: str) -> int:
        known = self.sums[one].get(other)
        if known is None:
            told = self.pairs.told
            known = sum(told(here, there) for here in self.members[one] for there in self.members[other])
            self.sums[one][other] = self.sums[other][one] = known
        return known


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
