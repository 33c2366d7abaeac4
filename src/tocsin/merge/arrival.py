"""Where new accounts go that change nothing else: nothing but what is beside them is looked at.

One that has no say goes where it belongs. One that has a say founds an incident or joins one, and what it
shakes grows anew beside what stands.
"""

from collections.abc import Callable, Collection, Iterable
from functools import partial

from tocsin.merge.blocks import meet
from tocsin.merge.cluster import Cluster, Pairs, by_mean, by_votes, grown, told_before
from tocsin.merge.crowds import counted
from tocsin.merge.ids import assign
from tocsin.merge.memory import Memory
from tocsin.merge.shaken import Shaken
from tocsin.merge.traits import Traits
from tocsin.model.incident import Regrouped, Sketch, Surroundings, crowd_of


def arrive(touched: tuple[Sketch, ...], around: Surroundings, memory: Memory) -> Regrouped | None:
    """Return where accounts go that came; null where others may change, or where one is not new."""
    names = frozenset(one.key for one in touched)
    if around.formed(names) or around.bonds(names):
        return None

    crowds = counted(around, names)
    cores = {one.key: [core for core in around.near(one.asks, cores=True) if core.key not in names] for one in touched}
    pairs = Pairs((memory.recall(one) for own in (touched, *cores.values()) for one in own), memory, crowds=crowds)
    told = {
        one.key: told_before(pairs, one.key, [core.key for core in cores[one.key]]) if one.main else ()
        for one in touched
    }
    leading = [one for one in touched if told[one.key] is None]
    settled = _settled(leading[0], pairs.crowds, around, memory) if len(leading) == 1 else None
    if leading and settled is None:
        return None
    if settled and len(touched) > 1 and any(len(group.accounts) > 1 for group in settled.groups):
        return None  # what came along may fit what grew anew
    groups, joined = (settled.groups, dict(settled.joined)) if settled else ((), {})
    for one in sorted(touched, key=lambda one: one.rank):
        witnesses = told[one.key]
        if witnesses is None:
            continue
        offered = _offered(one, witnesses, [core.key for core in cores[one.key]], pairs, around)
        if offered is None:
            return None
        home = next((home for home in offered if home not in joined.values()), None)
        if home is not None:
            joined[one.key] = home
        elif one.main:
            return None
    return Regrouped(groups, joined, {one.key: told[one.key] or () for one in touched if one.main})


def alike(one: Sketch, around: Surroundings, memory: Memory) -> tuple[Sketch, ...]:
    """Return the other accounts that are linked to one that has a say, or may be witnessed by it."""
    return around.alike(one, partial(_linked, memory, memory.recall(one)))


def has_no_part(one: Traits, other: Sketch) -> bool:
    """Tell whether another has no say, and one comes too late to be a witness of it."""
    return bool(other.witnesses) and other.rank < one.rank


def _linked(memory: Memory, one: Traits, other: Sketch) -> bool:
    if has_no_part(one, other):
        return False
    there, scale = memory.recall(other), memory.scale
    least = min(scale.sure, scale.least(one.main and there.main))
    return meet(one, there) and memory.points(one, there, least=least) >= least and memory.tied(one, there)


def _offered(
    one: Sketch, witnesses: tuple[str, ...], cores: Iterable[str], pairs: Pairs, around: Surroundings
) -> list[str] | None:
    """Return the incidents that an account without a say fits, the best first; null where somebody judged of one."""
    memory = pairs.memory
    stays = around.homes(frozenset(witnesses or (core for core in cores if pairs.linked(one.key, core))))
    offers = around.core(frozenset(stays.values()))
    if around.judged(frozenset(offers)):
        return None  # people united or divided what is there: its clusters are not its incidents
    founders = {home: min(core.key for core in own) for home, own in offers.items()}
    if one.main:
        ranked = by_votes(founders[stays[witness]] for witness in witnesses)
    else:
        pairs.add(memory.recall(core) for own in offers.values() for core in own)
        ranked = by_mean(pairs, one.key, {founders[home]: [core.key for core in offers[home]] for home in offers})
    named = {founder: home for home, founder in founders.items()}
    return [named[founder] for founder in ranked]


def _settled(one: Sketch, crowds: Callable[[int], int], around: Surroundings, memory: Memory) -> Regrouped | None:
    """Return what an account with a say founds, joins or lets grow anew; null where that cannot be told from here."""
    linked = alike(one, around, memory)
    pairs = Pairs(map(memory.recall, (one, *linked)), memory, crowds=crowds)
    if _makes_echoes(pairs, one, linked, around) or _fills(pairs, one):
        return None
    shaken = _shaken(one, pairs, around)
    if shaken is None:
        return None
    found = grown(pairs, shaken.pieces(), shaken.ties())
    fresh, lost = found - shaken.parts.keys(), shaken.parts.keys() - found
    known = {core.key: core for core in around.named(frozenset().union(*fresh))}
    beside = {other.key: other for core in known.values() for other in alike(core, around, memory)}
    others = (other for other in beside.values() if other.document != one.document)
    pairs.add(memory.recall(other) for other in beside.values() if not other.main)
    ends = [other for other in others if _fits(pairs, other, known.keys())]
    (own,) = (cluster for cluster in fresh if one.key in cluster)
    rest = own - {one.key}
    # Votes that are equal go by names, and a newcomer of the least key is the name of its cluster.
    if lost == {rest} and len(fresh) == 1 and all(end.main for end in ends) and (not ends or one.key != min(own)):
        return Regrouped((), dict.fromkeys((one.key,), around.homes(rest)[min(rest)]))
    clusters = _attached(fresh, ends, pairs, around)
    known |= {end.key: end for end in ends}
    formed = around.formed(frozenset(known))
    if clusters is None or any(group.alive and not group.accounts <= known.keys() for group in formed):
        return None
    mains = {key: account for key, account in known.items() if account.main}
    return Regrouped(assign(clusters, formed, known=mains, heir={}, gone=()))


def _fills(pairs: Pairs, one: Sketch) -> bool:
    """Tell whether an account is one too many for its crowd: more has to speak for any two of it now."""
    crowd = crowd_of(one.keys)
    return crowd is not None and pairs.scale.level(pairs.crowds(crowd) + 1) != pairs.level(crowd)


def _fits(pairs: Pairs, one: Sketch, cores: Collection[str]) -> bool:
    """Tell whether an account without a say goes where some cores go, or may do so."""
    return any(core in one.witnesses if one.main else pairs.linked(one.key, core) for core in cores)


def _attached(
    fresh: Iterable[Cluster], ends: Iterable[Sketch], pairs: Pairs, around: Surroundings
) -> tuple[Cluster, ...] | None:
    """Return new clusters with the accounts without a say that fit them; null where one of these fits elsewhere."""
    memory = pairs.memory
    clusters = {min(cluster): cluster for cluster in fresh}
    held = {name: set(cluster) for name, cluster in clusters.items()}
    names = {core: name for name, cluster in clusters.items() for core in cluster}
    pairs.add(map(memory.recall, ends))
    for end in sorted(ends, key=lambda end: end.rank):
        cores = end.witnesses or _linked_cores(end, pairs, around)
        if not names.keys() >= set(cores):
            return None
        offers = {names[core]: clusters[names[core]] for core in cores}
        ranked = by_votes(names[core] for core in cores) if end.main else by_mean(pairs, end.key, offers)
        document = pairs.accounts[end.key].document
        if any(pairs.accounts[key].document == document for name in ranked[:1] for key in held[name]):
            return None
        for name in ranked[:1]:
            held[name].add(end.key)
    return tuple(frozenset(held[name]) for name in sorted(held))


def _shaken(one: Sketch, pairs: Pairs, around: Surroundings) -> Shaken | None:
    """Return the clusters that a newcomer may change; null where some are not what accounts make by themselves."""
    found = Shaken(one.key, pairs)
    while unasked := found.unasked():
        for core in around.named(unasked):
            found.links[core.key] = _linked_cores(core, pairs, around)
        unknown = found.unknown()
        homes = around.homes(unknown)
        offers = around.core(frozenset(homes.values()))
        if homes.keys() != unknown or around.judged(frozenset(offers)):
            return None
        pairs.add(pairs.memory.recall(core) for own in offers.values() for core in own)
        found.add(frozenset(core.key for core in own) for own in offers.values())
        found.shake()
    return found


def _linked_cores(one: Sketch, pairs: Pairs, around: Surroundings) -> set[str]:
    cores = [other for other in alike(one, around, pairs.memory) if other.main and not other.witnesses]
    pairs.add(map(pairs.memory.recall, cores))
    return {core.key for core in cores if pairs.linked(one.key, core.key)}


def _makes_echoes(pairs: Pairs, one: Sketch, linked: Iterable[Sketch], around: Surroundings) -> bool:
    """Tell whether an account may be among those that told before what another tells that has many such."""
    here = pairs.accounts[one.key]
    for other in linked:
        there = pairs.accounts[other.key]
        if other.main and here.rank < there.rank and pairs.sure(here, there):
            earlier = [core for core in alike(other, around, pairs.memory) if core.main and not core.witnesses]
            pairs.add(map(pairs.memory.recall, earlier))
            if other.witnesses or told_before(pairs, other.key, [core.key for core in earlier]) is not None:
                return True
    return False
