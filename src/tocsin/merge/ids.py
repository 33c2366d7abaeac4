"""An incident's id comes from the account that founded it and never changes; the older id survives a merger."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from tocsin.merge.cluster import Cluster
from tocsin.merge.compare import affinity
from tocsin.merge.scale import Scale
from tocsin.merge.traits import Traits, encode
from tocsin.model.incident import Group, Sketch


def incident_id(founder: str, taken: Collection[str] = ()) -> str:
    """Return the id of the incident that an account, given by its key, founds; never one that is taken."""
    found = "i" + sha256(founder.encode()).hexdigest()[:15]
    return found if found not in taken else incident_id(f"{founder}+", taken)


def heirs(fresh: Iterable[Traits], gone: Iterable[Traits], scale: Scale) -> dict[str, str]:
    """Tell which new account of a document says what a replaced one said; each inherits once, the likest first."""
    told = list(fresh)
    offers = []
    for old in gone:
        for new in told:
            if old.document == new.document and old.family == new.family:
                same_event = old.key.rpartition(":")[2] == new.key.rpartition(":")[2]
                changed = _bare(old) != _bare(new)
                offers.append((changed, -affinity(old, new, scale.weights), not same_event, old.key, new.key))
    found: dict[str, str] = {}
    for changed, points, _, old_key, new_key in sorted(offers):
        if (not changed or -points >= scale.review) and old_key not in found and new_key not in found.values():
            found[old_key] = new_key
    return found


def _bare(one: Traits) -> bytes:
    """Return what an account tells, whatever it is called."""
    return encode(replace(one, key="", rank=""))


def assign(
    clusters: tuple[Cluster, ...],
    formed: tuple[Group, ...],
    *,
    known: Mapping[str, Sketch],
    heir: Mapping[str, str],
    gone: Collection[str],
    taken: Collection[str] = (),
) -> tuple[Group, ...]:
    """Return the groups that the clusters make, and what becomes of those `formed` before (oldest first).

    A group lives on in the cluster of its founder, else of most of its main accounts; the oldest of a cluster gives it
    its id, so that a partition that comes back brings its ids back. `known` are the main accounts of the clusters. A
    founder that somebody took out, `taken`, leaves the id to what stays.
    """
    present = {*known, *(key for cluster in clusters for key in cluster), *gone}
    here = [group for group in formed if not group.alive or group.accounts & present]
    homes = {group.incident: _home(group, clusters, known, heir, taken) for group in here}
    ids = {group.incident for group in formed}
    settled = [
        group
        for cluster in clusters
        for group in _settle(cluster, [one for one in here if homes[one.incident] == cluster], known, ids)
    ]
    lost = (group for group in here if homes[group.incident] is None and group.alive)
    return (*settled, *(_withdrawn(group) for group in lost))


def _home(
    group: Group,
    clusters: tuple[Cluster, ...],
    known: Mapping[str, Sketch],
    heir: Mapping[str, str],
    taken: Collection[str],
) -> Cluster | None:
    founder = heir.get(group.founder, group.founder)
    leads = founder not in taken
    members = {heir.get(key, key) for key in group.accounts} & known.keys()
    members = members.difference(taken) or members
    shares = [
        (not leads or founder not in cluster, -len(members & cluster), min(cluster), cluster) for cluster in clusters
    ]
    stranger, share, _, home = min(shares, default=(True, 0, "", None))
    return None if stranger and not share else home


def _settle(cluster: Cluster, claims: list[Group], known: Mapping[str, Sketch], taken: Collection[str]) -> list[Group]:
    """Return the group that a cluster is, and the groups that it takes the place of."""
    if not claims:
        founder = _founder(cluster, known)
        return [Group(incident_id(founder, taken), founder, cluster)]
    oldest, *younger = claims
    return [
        Group(oldest.incident, oldest.founder, cluster),
        *(Group(one.incident, one.founder, one.accounts, superseded_by=oldest.incident) for one in younger),
    ]


def _founder(cluster: Cluster, known: Mapping[str, Sketch]) -> str:
    """Return the main account that the store has held longest; of those that came together, the least key."""
    return min((known[key] for key in cluster if key in known), key=lambda one: (one.first_seen, one.key)).key


def _withdrawn(group: Group) -> Group:
    return Group(group.incident, group.founder, group.accounts, withdrawn=True)
