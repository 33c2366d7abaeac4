"""Merging is asked what becomes of the incidents around accounts that came, went or were judged; its answer is written.

`Near` is what merging may ask meanwhile; it remembers what it was told, so that no question goes to the database twice.
"""

from collections.abc import Collection, Iterable, Iterator

import sqlalchemy as sa

from tocsin.model.incident import Bond, Group, Merging, Revision, Sketch
from tocsin.store.bonds import find_bonds
from tocsin.store.incidents import numbers, read_revisions
from tocsin.store.ledger import Change
from tocsin.store.recall import batches, load_accounts
from tocsin.store.rolls import roll_revision, roll_stays
from tocsin.store.schema import (
    accounts,
    changes,
    documents,
    incident_revisions,
    incident_rolls,
    incidents,
    memberships,
    readings,
    sketch_keys,
    sketches,
    stays,
)


def regroup(
    connection: sa.Connection,
    change: Change,
    merging: Merging,
    touched: Collection[int],
    gone: tuple[Sketch, ...],
    *,
    judged: bool = False,
) -> tuple[str, ...]:
    """Let merging regroup what is near the accounts that came or were judged, and went; return what changed.

    An incident whose accounts were `judged` has a new revision, whether they stay as they are or not.
    """
    around = Near(connection)
    own = around.numbered(touched)
    groups = merging.regroup(own, gone, around=around)
    keys = frozenset(one.key for one in own) if judged else frozenset()
    changed = [
        group
        for group in groups
        if around.groups.get(group.incident) != group or (group.alive and group.accounts & keys)
    ]
    for group in sorted(changed, key=lambda group: not group.alive):
        _revise(connection, change, merging, group, around.groups.get(group.incident))
    return tuple(group.incident for group in changed)


class Near:
    """The accounts in force of a store, as merging asks for them (`tocsin.model.incident.Surroundings`)."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.groups: dict[str, Group] = {}
        self._held: dict[int, Sketch] = {}
        self._keys: set[int] = set()

    def near(self, keys: frozenset[int]) -> tuple[Sketch, ...]:
        """Return the accounts that have any of the keys."""
        ids: set[int] = set()
        for batch in batches(sorted(keys)):
            found = sa.select(sketch_keys.c.account_id).where(sketch_keys.c.key.in_(batch))
            ids.update(self.connection.scalars(found))
        return self.numbered(ids)

    def named(self, accounts: frozenset[str]) -> tuple[Sketch, ...]:
        """Return accounts by key."""
        return self.numbered(numbers(self.connection, accounts).values()) if accounts else ()

    def numbered(self, ids: Collection[int]) -> tuple[Sketch, ...]:
        """Return accounts by the ledger's numbers; those that do not count now are left out."""
        for batch in batches(sorted(set(ids) - self._held.keys())):
            self._held |= dict(load_sketches(self.connection, batch))
        return tuple(self._held[number] for number in sorted(set(ids)) if number in self._held)

    def formed(self, accounts: frozenset[str]) -> tuple[Group, ...]:
        """Return the groups that hold or were founded by any of the accounts, oldest first."""
        found = _formed(self.connection, accounts)
        self.groups |= {group.incident: group for group in found}
        return tuple(found)

    def bonds(self, accounts: frozenset[str]) -> tuple[Bond, ...]:
        """Return the judgements in force that name any of the accounts."""
        return find_bonds(self.connection, numbers(self.connection, accounts).values())


def load_sketches(connection: sa.Connection, ids: Collection[int]) -> Iterator[tuple[int, Sketch]]:
    """Yield accounts as merging compares them, with the ledger's numbers; those that do not count now are left out."""
    filed: dict[int, set[int]] = {}
    rows = sa.select(sketch_keys.c.account_id, sketch_keys.c.key).where(sketch_keys.c.account_id.in_(ids))
    for row in connection.execute(rows):
        filed.setdefault(row.account_id, set()).add(row.key)
    joined = sketches.join(accounts).join(readings).join(documents, readings.c.document_id == documents.c.id)
    joined = joined.join(changes, documents.c.change_id == changes.c.id)
    query = sa.select(sketches, accounts.c.key, documents.c.name, changes.c.at).select_from(joined)
    for row in connection.execute(query.where(sketches.c.account_id.in_(ids))):
        keys = frozenset(filed.get(row.account_id, ()))
        yield row.account_id, Sketch(row.key, row.name, row.rank, keys, row.traits, row.at)


def _revise(connection: sa.Connection, change: Change, merging: Merging, group: Group, before: Group | None) -> None:
    """Write the next revision of an incident, and the incident itself with its first."""
    table = incident_revisions
    last = connection.scalar(sa.select(sa.func.max(table.c.revision)).where(table.c.incident_id == group.incident))
    held = before.accounts if before else frozenset()
    came, went = group.accounts - held, held - group.accounts
    ids = numbers(connection, {group.founder, *came, *went})
    if last is None:
        made = {"id": group.incident, "change_id": change.id, "founder_id": ids[group.founder]}
        connection.execute(sa.insert(incidents).values(**made))
    number = (last or 0) + 1
    end = {"superseded_by": group.superseded_by, "withdrawn": group.withdrawn}
    here = {"incident_id": group.incident, "revision": number}
    connection.execute(sa.insert(table).values(change_id=change.id, **here, **end))
    rows = [{**here, "account_id": ids[key], "member": key in came} for key in sorted(came | went)]
    if rows:
        connection.execute(sa.insert(memberships), rows)
    everyone = numbers(connection, group.accounts)
    entering = everyone.values() if before is None or not before.alive else [ids[key] for key in came]
    leaving = (ids[key] for key in went)
    roll_stays(connection, change.id, group.incident, entering if group.alive else (), leaving, alive=group.alive)
    revision = Revision(
        group.incident, number, change.at, change.cause, group.accounts, group.superseded_by, group.withdrawn
    )
    told = tuple(load_accounts(connection, everyone.values()).values())
    roll_revision(connection, change.id, merging.view(revision, told, placed={}))


def _formed(connection: sa.Connection, keys: frozenset[str]) -> list[Group]:
    """Return the groups that hold or were founded by any of the accounts, oldest first."""
    ids: set[str] = set()
    for batch in batches(sorted(numbers(connection, keys).values())):
        founded = sa.select(incidents.c.id).where(incidents.c.founder_id.in_(batch))
        held = sa.select(stays.c.incident_id).where(stays.c.until.is_(None), stays.c.account_id.in_(batch))
        ids.update(connection.scalars(founded.union(held)))
    found = [pair for batch in batches(sorted(ids)) for pair in _groups(connection, batch)]
    return [group for _, group in sorted(found, key=lambda pair: (pair[0], pair[1].incident))]


def _groups(connection: sa.Connection, ids: list[str]) -> Iterable[tuple[int, Group]]:
    """Yield the present state of incidents, each with the change that founded it."""
    now = sa.select(incident_rolls.c.incident_id, incident_rolls.c.revision)
    now = now.where(incident_rolls.c.until.is_(None), incident_rolls.c.incident_id.in_(ids))
    current = sa.tuple_(incident_revisions.c.incident_id, incident_revisions.c.revision).in_(now)
    states = {state.incident: state for state in read_revisions(connection, current)}
    query = sa.select(incidents.c.id, incidents.c.change_id, accounts.c.key).join(accounts)
    for row in connection.execute(query.where(incidents.c.id.in_(ids))).all():
        state = states[row.id]
        yield row.change_id, Group(row.id, row.key, state.accounts, state.superseded_by, state.withdrawn)
