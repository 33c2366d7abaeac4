"""What speaks for accounts being one incident, and which incidents may be the same though they are kept apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from tocsin.model.incident import Likeness, Merging, Sketch
from tocsin.store.near import Near
from tocsin.store.schema import stays

_LEADING = 4  # accounts of an incident by which others like it are looked for


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two incidents that are kept apart and may be one, with the likeliest pair of their accounts."""

    one: str
    other: str
    likeness: Likeness


def within(connection: sa.Connection, merging: Merging, incident: str) -> Iterator[Likeness]:
    """Yield the likeness of each account of an incident to the first in rank."""
    around = Near(connection)
    told = _told(connection, around, incident)
    yield from (merging.likeness(told[0], other, around=around) for other in told[1:])


def doubts(connection: sa.Connection, merging: Merging, incidents: Iterable[str]) -> tuple[Doubt, ...]:
    """Return the pairs of incidents that a person should look at, the likeliest first, each once."""
    around = Near(connection)
    found: dict[tuple[str, str], Doubt] = {}
    for incident in incidents:
        for own in _told(connection, around, incident)[:_LEADING]:
            for doubt in _doubts(merging, around, incident, own):
                pair = (min(doubt.one, doubt.other), max(doubt.one, doubt.other))
                if pair not in found or found[pair].likeness.points < doubt.likeness.points:
                    found[pair] = doubt
    return tuple(sorted(found.values(), key=lambda doubt: (-doubt.likeness.points, doubt.one, doubt.other)))


def _doubts(merging: Merging, around: Near, incident: str, own: Sketch) -> Iterator[Doubt]:
    """Yield the incidents that one account of an incident makes doubtful."""
    doubted = merging.doubted(own, (other for other in around.near(own.asks) if other.key != own.key), around=around)
    likely = [merging.likeness(own, other, around=around) for other in doubted]
    homes = _homes(around, [made.other for made in likely])
    bonds = around.bonds(frozenset({own.key}))
    for made in likely:
        judged = any(made.other in side for bond in bonds for sides in bond.divided for side in sides)
        if not judged and homes.get(made.other) not in (None, incident):
            yield Doubt(incident, homes[made.other], made)


def _told(connection: sa.Connection, around: Near, incident: str) -> list[Sketch]:
    """Return the accounts of an incident as they are compared, in their rank."""
    held = sa.select(stays.c.account_id).where(stays.c.incident_id == incident, stays.c.until.is_(None))
    return sorted(around.numbered(connection.scalars(held).all()), key=lambda one: one.rank)


def _homes(around: Near, keys: Iterable[str]) -> dict[str, str]:
    """Return the incident in which each account stays now."""
    return {key: group.incident for group in around.formed(frozenset(keys)) if group.alive for key in group.accounts}
