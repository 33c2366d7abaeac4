"""Merging is asked what becomes of the incidents around accounts that came, went or were judged; its answer is written.

`Near` is what merging may ask meanwhile; it remembers what it was told, so that no question goes to the database twice.
"""

from array import array
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from tocsin.model.incident import Account, Bond, Group, Merging, Revision, Sketch
from tocsin.store.bonds import find_bonds
from tocsin.store.columns import Flag
from tocsin.store.incidents import members, names, numbers
from tocsin.store.ledger import Change
from tocsin.store.recall import batches
from tocsin.store.schema import (
    accounts,
    incident_revisions,
    incident_rolls,
    incidents,
    judgements,
    memberships,
    sketch_keys,
    sketches,
    stays,
)
from tocsin.store.states import roll_state


def regroup(
    connection: sa.Connection,
    change: Change,
    merging: Merging,
    touched: Mapping[int, Sketch],
    gone: tuple[Sketch, ...],
    *,
    fresh: Mapping[int, Account] = MappingProxyType({}),
    judged: bool = False,
) -> tuple[str, ...]:
    """Let merging regroup what is near the accounts that came or were judged, and went; return what changed.

    Those that came are given as they are told, `fresh`. An incident whose accounts were `judged` has a new revision,
    whether they stay as they are or not.
    """
    around = Near(connection, touched, fresh)
    made = merging.regroup(tuple(touched.values()), gone, around=around)
    groups = made.groups
    keys = frozenset(one.key for one in touched.values()) if judged else frozenset()
    former = around.groups
    changed = [one for one in groups if one != former.get(one.incident) or (one.alive and one.accounts & keys)]
    for group in sorted(changed, key=lambda group: not group.alive):
        _revise(connection, change, merging, around, group)
    for key, incident in made.joined.items():
        _join(connection, change, merging, around, incident, key)
    _witness(connection, around, made.witnesses)
    return (*(group.incident for group in changed), *made.joined.values())


def counting(connection: sa.Connection, ids: Collection[int]) -> dict[int, Sketch]:
    """Return those of some accounts, given by number, that count now, as they are compared."""
    around = Near(connection)
    return {around.ids[one.key]: one for one in around.numbered(ids)}


class Near:
    """The accounts in force of a store, as merging asks for them (`tocsin.model.incident.Surroundings`)."""

    def __init__(
        self,
        connection: sa.Connection,
        held: Mapping[int, Sketch] = MappingProxyType({}),
        fresh: Mapping[int, Account] = MappingProxyType({}),
    ) -> None:
        self.connection = connection
        self.fresh = fresh
        self.groups: dict[str, Group] = {}
        self.ids: dict[str, int] = {one.key: number for number, one in held.items()}
        self._held: dict[int, Sketch] = dict(held)
        self._homes: dict[int, tuple[str, ...]] = dict.fromkeys(fresh, ())
        self._judged: bool | None = None

    def near(self, keys: frozenset[int], *, cores: bool = False) -> tuple[Sketch, ...]:
        """Return the accounts that have any of the keys; of the main ones without witnesses alone, if `cores`."""
        found: dict[int, Sketch] = {}
        for batch in batches(sorted(keys)):
            found |= self._keep(self.connection.execute(_CORES if cores else _WITH_KEYS, {"asked": batch}))
        return tuple(found[number] for number in sorted(found))

    def homes(self, accounts: frozenset[str]) -> dict[str, str]:
        """Return the incident that each account stays in, by key; none where it stays in none."""
        ids = self.numbers(accounts)
        rows = self.connection.execute(_STAYS, {"asked": sorted(ids.values())}) if ids else ()
        found = {row.account_id: row.incident_id for row in rows}
        return {key: found[number] for key, number in ids.items() if number in found}

    def core(self, incidents: frozenset[str]) -> dict[str, tuple[Sketch, ...]]:
        """Return the main accounts without witnesses of each incident."""
        found: dict[str, list[Sketch]] = {}
        for batch in batches(sorted(incidents)):
            for row in self.connection.execute(_CORE_OF, {"asked": batch}).all():
                found.setdefault(row.incident_id, []).extend(self._keep((row,)).values())
        return {incident: tuple(own) for incident, own in found.items()}

    def named(self, accounts: frozenset[str]) -> tuple[Sketch, ...]:
        """Return accounts by key; those that do not count now are left out."""
        for batch in batches(sorted(accounts - self.ids.keys())):
            self._keep(self.connection.execute(_NAMED, {"asked": batch}))
        return tuple(self._held[number] for key in sorted(accounts) if (number := self.ids.get(key)) in self._held)

    def numbered(self, ids: Collection[int]) -> tuple[Sketch, ...]:
        """Return accounts by the ledger's numbers; those that do not count now are left out."""
        for batch in batches(sorted(set(ids) - self._held.keys())):
            self._keep(self.connection.execute(_NUMBERED, {"asked": batch}))
        return tuple(self._held[number] for number in sorted(set(ids)) if number in self._held)

    def formed(self, accounts: frozenset[str]) -> tuple[Group, ...]:
        """Return the groups that hold or were founded by any of the accounts, oldest first."""
        ids = self.numbers(accounts).values()
        fresh = sorted(set(ids) - self._homes.keys())
        for batch in batches(fresh):
            homes: dict[int, list[str]] = {number: [] for number in batch}
            for row in self.connection.execute(_HOMES, {"asked": batch}):
                homes[row.account_id].append(row.incident_id)
            self._homes |= {number: tuple(found) for number, found in homes.items()}
        wanted = {incident for number in ids for incident in self._homes[number]}
        for unknown in batches(sorted(wanted - self.groups.keys())):
            self.groups |= load_groups(self.connection, unknown)
        return tuple(self.groups[incident] for incident in sorted(wanted, key=lambda one: self.groups[one].since))

    def known(self, key: str) -> Sketch:
        """Return an account that was asked for before."""
        return self._held[self.ids[key]]

    def bonds(self, accounts: frozenset[str]) -> tuple[Bond, ...]:
        """Return the judgements in force that name any of the accounts."""
        if self._judged is None:
            self._judged = self.connection.scalar(_ANY_JUDGEMENT) is not None
        return find_bonds(self.connection, self.numbers(accounts).values()) if self._judged else ()

    def numbers(self, keys: Iterable[str]) -> dict[str, int]:
        """Return the ledger's numbers of accounts by their keys."""
        unknown = [key for key in keys if key not in self.ids]
        if unknown:
            self.ids |= numbers(self.connection, unknown)
        return {key: self.ids[key] for key in keys if key in self.ids}

    def _keep(self, rows: Iterable[Any]) -> dict[int, Sketch]:
        """Remember accounts as they are read."""
        found = {}
        for row in rows:
            held = self._held.get(row.account_id)
            if held is None:
                keys = frozenset(array("I", row.keys))
                told = tuple(row.witnesses.split("\n")) if row.witnesses else ()
                held = Sketch(row.key, row.document, row.main, row.rank, keys, row.traits, row.first_seen, told)
                self._held[row.account_id] = held
                self.ids[row.key] = row.account_id
            found[row.account_id] = held
        return found


_ASKED: sa.BindParameter[Any] = sa.bindparam("asked", expanding=True)
_SKETCHES = sa.select(sketches)
_WITH_KEYS = _SKETCHES.where(
    sketches.c.account_id.in_(sa.select(sketch_keys.c.account_id).where(sketch_keys.c.key.in_(_ASKED)))
)
_CORE = (sketches.c.witnesses == "") & (sketches.c.main == sa.literal(True, Flag))
_CORES = _WITH_KEYS.where(_CORE)
_CORE_OF = (
    sa.select(sketches, stays.c.incident_id)
    .join_from(stays, sketches, stays.c.account_id == sketches.c.account_id)
    .where(stays.c.until.is_(None), stays.c.incident_id.in_(_ASKED), _CORE)
)
_STAYS = sa.select(stays.c.account_id, stays.c.incident_id).where(
    stays.c.until.is_(None), stays.c.account_id.in_(_ASKED)
)
_NAMED = _SKETCHES.where(sketches.c.key.in_(_ASKED))
_NUMBERED = _SKETCHES.where(sketches.c.account_id.in_(_ASKED))
_ANY_JUDGEMENT = sa.select(judgements.c.id).limit(1)
_HOMES = sa.union_all(
    sa.select(stays.c.account_id, stays.c.incident_id).where(stays.c.until.is_(None), stays.c.account_id.in_(_ASKED)),
    sa.select(incidents.c.founder_id, incidents.c.id).where(incidents.c.founder_id.in_(_ASKED)),
)
_STATES = (
    sa.select(incidents.c.id, incidents.c.change_id, accounts.c.key, incident_revisions.c.revision)
    .add_columns(incident_revisions.c.superseded_by, incident_revisions.c.withdrawn)
    .select_from(
        incidents.join(accounts)
        .join(incident_rolls, (incident_rolls.c.incident_id == incidents.c.id) & incident_rolls.c.until.is_(None))
        .join(
            incident_revisions,
            (incident_revisions.c.incident_id == incidents.c.id)
            & (incident_revisions.c.revision == incident_rolls.c.revision),
        )
    )
    .where(incidents.c.id.in_(_ASKED))
)
_STAYING = (
    sa.select(stays.c.incident_id, accounts.c.key)
    .join_from(stays, accounts)
    .where(stays.c.until.is_(None), stays.c.incident_id.in_(_ASKED))
)


def load_groups(connection: sa.Connection, ids: Collection[str]) -> dict[str, Group]:
    """Return the present state of incidents by id; the accounts of one that ended are those it had last."""
    held: dict[str, set[str]] = {}
    for row in connection.execute(_STAYING, {"asked": ids}):
        held.setdefault(row.incident_id, set()).add(row.key)
    found = {}
    for row in connection.execute(_STATES, {"asked": ids}).all():
        own = frozenset(held.get(row.id, ()))
        if row.superseded_by or row.withdrawn:
            state = (row.id, row.revision)
            own = frozenset(names(connection, members(connection, [state])[state]).values())
        end = (row.superseded_by, row.withdrawn)
        found[row.id] = Group(row.id, row.key, own, *end, revision=row.revision, since=row.change_id)
    return found


def _revise(connection: sa.Connection, change: Change, merging: Merging, around: Near, group: Group) -> None:
    """Write the next revision of an incident, and the incident itself with its first."""
    before = around.groups.get(group.incident)
    held = before.accounts if before else frozenset()
    came, went = group.accounts - held, held - group.accounts
    ids = around.numbers({group.founder, *came, *went, *group.accounts})
    if before is None:
        made = {"id": group.incident, "change_id": change.id, "founder_id": ids[group.founder]}
        connection.execute(_INCIDENT, made)
    number = before.revision + 1 if before else 1
    here = {"incident_id": group.incident, "revision": number}
    end = {"superseded_by": group.superseded_by, "withdrawn": group.withdrawn}
    connection.execute(_REVISION, {"change_id": change.id, **here, **end})
    rows = [{**here, "account_id": ids[key], "member": key in came} for key in sorted(came | went)]
    if rows:
        connection.execute(_MEMBERSHIP, rows)
    entering = group.accounts if before is None or not before.alive else came
    revision = Revision(
        group.incident, number, change.at, change.cause, group.accounts, group.superseded_by, group.withdrawn
    )
    roll_state(
        connection,
        change.id,
        merging,
        revision,
        entering=[ids[key] for key in sorted(entering)] if group.alive else (),
        leaving=[ids[key] for key in sorted(went)],
        fresh=around.fresh,
    )


def _join(connection: sa.Connection, change: Change, merging: Merging, around: Near, incident: str, key: str) -> None:
    """Write the revision of an incident that one more account only joins."""
    number = connection.scalar(_LAST, {"asked": incident}) + 1
    here = {"incident_id": incident, "revision": number}
    connection.execute(_REVISION, {"change_id": change.id, **here, "superseded_by": None, "withdrawn": False})
    account = around.ids[key]
    connection.execute(_MEMBERSHIP, {**here, "account_id": account, "member": True})
    revision = Revision(incident, number, change.at, change.cause, frozenset({key}))
    roll_state(connection, change.id, merging, revision, entering=[account], leaving=(), fresh=around.fresh)


def _witness(connection: sa.Connection, around: Near, witnesses: Mapping[str, tuple[str, ...]]) -> None:
    """Write the witnesses of main accounts, where they are not those that are known."""
    rows = [
        {"asked": around.ids[key], "witnesses": "\n".join(told)}
        for key, told in witnesses.items()
        if around.known(key).witnesses != told
    ]
    if rows:
        connection.execute(_WITNESSES, rows)


_LAST = sa.select(sa.func.max(incident_revisions.c.revision)).where(
    incident_revisions.c.incident_id == sa.bindparam("asked")
)
_WITNESSES = sa.update(sketches).where(sketches.c.account_id == sa.bindparam("asked"))
_INCIDENT = sa.insert(incidents)
_REVISION = sa.insert(incident_revisions)
_MEMBERSHIP = sa.insert(memberships)
