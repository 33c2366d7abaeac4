"""Role fillers of MUC-4 as entities, each a set of mention strings: what REE pools and templates keep apart.

A predicted entity is right if all its mentions are mentions of one gold entity.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.bench.assign import aligned, assign
from tocsin.bench.muc4_words import bare
from tocsin.bench.tally import Tally, hits, total

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPE = "incident_type"
Entity = frozenset[str]
Roles = Mapping[str, Sequence[Entity]]


@dataclass(frozen=True, slots=True)
class Incident:
    """One template: its type as written, and its entities by role."""

    type: str
    roles: Roles

    @property
    def types(self) -> frozenset[str]:
        """Return the types that are right, where the key names more than one."""
        return frozenset(part.strip() for part in self.type.split("/"))

    @property
    def identity(self) -> tuple[frozenset[str], tuple[tuple[Entity, ...], ...]]:
        """Return what makes two templates equal."""
        return self.types, tuple(tuple(self.roles[role]) for role in ROLES)


def read_roles(raw: Mapping[str, Any]) -> dict[str, list[Entity]]:
    """Return the entities of each role, empty ones left out."""
    return {role: [found for one in raw.get(role, ()) if (found := read_entity(one))] for role in ROLES}


def read_entity(raw: Any) -> Entity:
    """Return an entity from a string, a [string, offset] pair, or a list of either."""
    if isinstance(raw, str):
        return frozenset((bare(raw),))
    if len(raw) == 2 and isinstance(raw[0], str) and isinstance(raw[1], int):
        return frozenset((bare(raw[0]),))
    return frozenset(bare(mention if isinstance(mention, str) else mention[0]) for mention in raw)


def read_incident(raw: Mapping[str, Any]) -> Incident:
    """Return a template."""
    kind = raw.get(TYPE)
    return Incident(kind.lower() if isinstance(kind, str) else "attack", read_roles(raw))


def distinct(incidents: Iterable[Incident]) -> list[Incident]:
    """Return the templates without repetition."""
    seen: dict[object, Incident] = {}
    for incident in incidents:
        seen.setdefault(incident.identity, incident)
    return list(seen.values())


def ree(said: Roles, gold: Roles) -> dict[str, Tally]:
    """Return one document's tallies of role-filler entities (CEAF-REE), by role and in sum."""
    tallies = {
        role: hits(aligned(said[role], gold[role], lambda one, other: one <= other), len(said[role]), len(gold[role]))
        for role in ROLES
    }
    return {"REE": total(tallies.values()), **{f"REE {role}": tally for role, tally in tallies.items()}}


def phi3(said: Sequence[Incident], gold: Sequence[Incident]) -> Tally:
    """Return one document's CEAF-RME tally: mentions shared under the best alignment of templates and entities.

    As in the published figures, a gold template of two types counts twice in recall where anything is predicted.
    """
    table = [[shared(one, other) for other in said] for one in gold]
    points = sum(table[i][j] for i, j in assign(table))
    weight = sum(mentions(one) * (len(one.types) if said else 1) for one in gold)
    return hits(points, sum(map(mentions, said)), weight)


def mentions(incident: Incident) -> int:
    """Return how many mentions a template has."""
    return sum(len(entity) for role in ROLES for entity in incident.roles[role])


def shared(one: Incident, other: Incident) -> int:
    """Return how many mentions two templates share, entities aligned one to one; none where their types differ."""
    if not one.types & other.types:
        return 0
    tables = ([[len(mine & theirs) for theirs in other.roles[role]] for mine in one.roles[role]] for role in ROLES)
    return sum(table[i][j] for table in tables for i, j in assign(table))
