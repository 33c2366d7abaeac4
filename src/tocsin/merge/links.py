"""Ties between incidents, each with its evidence: what a report states, and a threat that a later attack bears out.

A report ties events of its own: an arrest to its attack, a statement to what it is about, a retaliation to what it
answers. Where both are accounts of incidents, the incidents are tied, seen from either. That a threat came first is
matched: who issued it claims, or is said for certain to have made, an attack within a year, on people of a country that
it named.
"""

from collections.abc import Iterable, Iterator, Mapping

from tocsin.merge.told import cite
from tocsin.model.incident import STRUCK, YEAR, Account, Citation, Incident, IncidentLink, View
from tocsin.model.record import Link
from tocsin.model.values import Actor

FORETOLD = "foretold_by"


def outgoing(accounts: Iterable[Account], placed: Mapping[str, str], own: str) -> Iterator[IncidentLink]:
    """Yield the ties that an incident's accounts state to others."""
    for account in accounts:
        for at, link in enumerate(account.event.links):
            other = placed.get(_key(account, link) or "")
            if other != own:
                yield _tie(account, at, link, other)


def incoming(
    accounts: Iterable[Account], leading: Iterable[Account], placed: Mapping[str, str], own: str
) -> Iterator[IncidentLink]:
    """Yield the ties that accounts of other incidents state to this one."""
    mine = {account.key for account in accounts}
    for account in leading:
        for at, link in enumerate(account.event.links):
            other = placed.get(account.key)
            if _key(account, link) in mine and other not in (None, own):
                yield _tie(account, at, link, other, inverse=True)


def foretold(incident: Incident, other: Incident) -> IncidentLink | None:
    """Return the tie between a threat and a later attack, as the first of both has it; null where nothing makes it."""
    inverse = incident.kind == "threat"
    threat, attack = (incident, other) if inverse else (other, incident)
    if threat.kind != "threat" or attack.kind not in STRUCK or not _before(threat, attack):
        return None
    issued = _by_actor(threat, ("issuer", "perpetrators"))
    made = _by_actor(attack, ("perpetrators",)) | _claimed(attack)
    named, hit = _by_country(threat, "named"), _by_country(attack, "hit")
    actors, countries = sorted(issued.keys() & made.keys()), sorted(named.keys() & hit.keys())
    if not actors or not countries:
        return None
    who, whom = actors[0], countries[0]
    said = named[whom]
    evidence = (issued[who], said, made[who], hit[whom])
    return IncidentLink(FORETOLD, other.id, said.quote, said.document, said.span, evidence, inverse, matched=True)


def _key(account: Account, link: Link) -> str | None:
    """Return the key of the account that a link leads to."""
    return None if link.event is None else f"{account.key.rpartition(':')[0]}:{link.event}"


def _tie(account: Account, at: int, link: Link, other: str | None, *, inverse: bool = False) -> IncidentLink:
    said = (cite(account, one) for one in account.event.assertions if one.field == f"/links/{at}")
    return IncidentLink(link.relation, other, link.text, account.document, link.span, tuple(said), inverse)


def _before(threat: Incident, attack: Incident) -> bool:
    return threat.day <= attack.day <= threat.day + YEAR


def _by_actor(incident: Incident, fields: Iterable[str]) -> dict[str, Citation]:
    """Return for each actor of known id in some fields an assertion that puts it there."""
    views = [view for name in fields for view in _views(incident, name)]
    found: dict[str, Citation] = {}
    for view in views:
        said = _certain(view)
        if isinstance(view.best, Actor) and view.best.actor_id is not None and said is not None:
            found.setdefault(view.best.actor_id, said)
    return found


def _claimed(incident: Incident) -> dict[str, Citation]:
    stances = incident.responsibility
    return {one.actor.actor_id: one.claims[0] for one in stances if one.actor and one.actor.actor_id and one.claims}


def _by_country(incident: Incident, role: str) -> dict[str, Citation]:
    views = (view for view in _views(incident, "targets") if view.best is not None and view.best.role == role)
    cited = ((view.best.country, _certain(view)) for view in views)
    return {country: said for country, said in cited if country and said is not None}


def _views(incident: Incident, name: str) -> tuple[View, ...]:
    return (incident.fields[name],) if name in incident.fields else incident.lists.get(name, ())


def _certain(view: View) -> Citation | None:
    """Return the first assertion that puts the best value forward for certain; null where none does."""
    said = (one for told in view.values if told.value == view.best for one in told.assertions)
    return next((one for one in said if one.factuality == "CT+"), None)
