"""An incident's id comes from the account that founded it and never changes; the older id survives a merger."""

from collections.abc import Mapping
from hashlib import sha256

from tocsin.merge.cluster import Cluster
from tocsin.merge.compare import likeness
from tocsin.merge.traits import traits
from tocsin.model.incident import Account, Group


def incident_id(founder: str) -> str:
    """Return the id of the incident that an account, given by its key, founds."""
    return "i" + sha256(founder.encode()).hexdigest()[:15]


def heirs(fresh: tuple[Account, ...], gone: tuple[Account, ...]) -> dict[str, str]:
    """Tell which new account of a document says what a replaced one said; each inherits once, the likest first."""
    offers = []
    for old in gone:
        for new in fresh:
            signs = tuple(likeness(traits(old), traits(new)))
            if old.document == new.document and old.event.kind == new.event.kind and not any(s.bars for s in signs):
                points = sum(sign.points for sign in signs)
                offers.append((-points, old.event.id != new.event.id, old.key, new.key))
    found: dict[str, str] = {}
    for _, _, old_key, new_key in sorted(offers):
        if old_key not in found and new_key not in found.values():
            found[old_key] = new_key
    return found


def assign(
    clusters: tuple[Cluster, ...],
    formed: tuple[Group, ...],
    *,
    founders: Mapping[Cluster, str],
    heir: Mapping[str, str],
) -> tuple[Group, ...]:
    """Return the groups that the clusters make, and what becomes of those `formed` before (oldest first).

    `founders` is the account that founds each cluster if none of the formed groups lives on in it.
    """
    claims: dict[Cluster, list[Group]] = {cluster: [] for cluster in clusters}
    lost: list[Group] = []
    for group in formed:
        home = _home(group, clusters, heir)
        (lost if home is None else claims[home]).append(group)
    settled = [group for cluster in clusters for group in _settle(cluster, claims[cluster], founders[cluster])]
    return (*settled, *(_withdrawn(group) for group in lost if group.alive))


def _home(group: Group, clusters: tuple[Cluster, ...], heir: Mapping[str, str]) -> Cluster | None:
    """Return the cluster in which a group lives on: its founder's, else that of most of its accounts."""
    founder = heir.get(group.founder, group.founder)
    for cluster in clusters:
        if founder in cluster:
            return cluster
    members = {heir.get(key, key) for key in group.accounts}
    shares = [(len(members & cluster), cluster) for cluster in clusters if members & cluster]
    if not group.alive or not shares:
        return None
    return min(shares, key=lambda share: (-share[0], min(share[1])))[1]


def _settle(cluster: Cluster, claims: list[Group], founder: str) -> list[Group]:
    if not claims:
        return [Group(incident_id(founder), founder, cluster)]
    winner = next((group for group in claims if group.alive), claims[0])
    return [
        Group(group.incident, group.founder, cluster) if group is winner else _superseded(group, winner.incident)
        for group in claims
    ]


def _superseded(group: Group, winner: str) -> Group:
    return Group(group.incident, group.founder, group.accounts, superseded_by=winner)


def _withdrawn(group: Group) -> Group:
    return Group(group.incident, group.founder, group.accounts, withdrawn=True)
