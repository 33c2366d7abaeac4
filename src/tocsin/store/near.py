"""What merging may ask of a store (`tocsin.model.incident.Surroundings`), and what is kept of the answers.

`Near` remembers what it was told, so that no question goes to the database twice in one transaction. `Kept` remembers
accounts from one to the next, as long as nobody else writes: the accounts around a report are mostly those around the
last one.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from tocsin.model.incident import Account, Bond, Group, Sketch
from tocsin.store.bonds import find_bonds
from tocsin.store.columns import Flag
from tocsin.store.incidents import members, names, numbers
from tocsin.store.recall import batches
from tocsin.store.schema import (
    accounts,
    incident_revisions,
    incident_rolls,
    incidents,
    judgement_anchors,
    judgements,
    sketch_keys,
    sketches,
    stays,
)
from tocsin.store.states import Fact

_MOST = 20_000  # accounts, some 200 MB; when there are more, all are forgotten


@dataclass(slots=True)
class Kept:
    """Accounts by the ledger's number and by key, and the numbers of those that have a key of merging's.

    `alike` are those that merging found like an account, among all that had `arrived`, or got a say, up to then; `told`
    is what is told of incidents that many tell of. All of it is as the tables have it at `change`.
    """

    change: int = 0
    sketches: dict[int, Sketch] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    filed: dict[int, set[int]] = field(default_factory=dict)
    alike: dict[int, tuple[int, set[int]]] = field(default_factory=dict)
    arrived: list[int] = field(default_factory=list)
    told: dict[str, frozenset[Fact]] = field(default_factory=dict)

    def follow(self, change: int) -> None:
        """Forget everything where somebody else wrote since, or where it has grown too much."""
        if change != self.change or len(self.sketches) > _MOST:
            self.clear()

    def clear(self) -> None:
        """Forget everything."""
        for held in (self.sketches, self.ids, self.filed, self.alike, self.arrived, self.told):
            held.clear()

    def put(self, number: int, sketch: Sketch) -> None:
        """Keep an account that the tables hold, new or as it is now."""
        known = self.sketches.get(number)
        if known is None or (known.witnesses and not sketch.witnesses):  # it has a say now
            self.arrived.append(number)
        self.sketches[number] = sketch
        self.ids[sketch.key] = number
        for key in sketch.keys & self.filed.keys():
            self.filed[key].add(number)

    def drop(self, number: int) -> None:
        """Keep an account no more that the tables hold no more."""
        gone = self.sketches.pop(number, None)
        self.alike.pop(number, None)
        if gone is not None:
            del self.ids[gone.key]
        for held in self.filed.values() if gone is None else (self.filed.get(key, set()) for key in gone.keys):
            held.discard(number)


class Near:
    """The accounts in force of a store, as merging asks for them (`tocsin.model.incident.Surroundings`)."""

    def __init__(
        self,
        connection: sa.Connection,
        kept: Kept | None = None,
        fresh: Mapping[int, Account] = MappingProxyType({}),
    ) -> None:
        self.connection = connection
        self.fresh = fresh
        self.groups: dict[str, Group] = {}
        self.kept = kept or Kept()
        self._homes: dict[int, tuple[str, ...]] = dict.fromkeys(fresh, ())
        self._judged: bool | None = None
        self._met: dict[frozenset[int], tuple[Sketch, ...]] = {}  # what was asked for, and found

    def near(self, keys: frozenset[int], *, cores: bool = False) -> tuple[Sketch, ...]:
        """Return the accounts that have any of the keys; of the main ones without witnesses alone, if `cores`."""
        found = self._met.get(keys)
        if found is None:
            found = self._met[keys] = self._filed(keys)
        return tuple(one for one in found if one.main and not one.witnesses) if cores else found

    def _filed(self, keys: frozenset[int]) -> tuple[Sketch, ...]:
        filed = self.kept.filed
        for batch in batches(sorted(key for key in keys if key not in filed)):  # a set less a view walks the view
            rows = self.connection.execute(_FILED, {"asked": batch}).all()
            filed.update((key, set()) for key in batch)
            for row in rows:
                filed[row.key].add(row.account_id)
        return self.numbered(set().union(*(filed[key] for key in keys)))

    def alike(self, one: Sketch, linked: Callable[[Sketch], bool]) -> tuple[Sketch, ...]:
        """Return the other accounts that share a key with one and are linked to it, by what the two tell alone."""
        kept, number = self.kept, self.kept.ids.get(one.key)
        if number is None or kept.sketches.get(number) is None:  # it went just now
            return tuple(other for other in self.near(one.asks) if other.key != one.key and linked(other))
        seen, found = kept.alike.get(number, (0, None))
        if found is None:
            found = {kept.ids[other.key] for other in self.near(one.asks) if other.key != one.key and linked(other)}
        else:
            asks = one.asks
            since = ((later, kept.sketches.get(later)) for later in kept.arrived[seen:] if later != number)
            found.update(n for n, other in since if other and not asks.isdisjoint(other.keys) and linked(other))
        kept.alike[number] = (len(kept.arrived), found)
        return self.numbered(found)

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
                found.setdefault(row.incident_id, []).append(self._read(row))
        return {incident: tuple(own) for incident, own in found.items()}

    def named(self, accounts: frozenset[str]) -> tuple[Sketch, ...]:
        """Return accounts by key; those that do not count now are left out."""
        return self.numbered(self.numbers(accounts).values())

    def numbered(self, ids: Collection[int]) -> tuple[Sketch, ...]:
        """Return accounts by the ledger's numbers, in their order; those that do not count now are left out."""
        held, asked = self.kept.sketches, set(ids)
        for batch in batches(sorted(number for number in asked if number not in held)):
            for row in self.connection.execute(_NUMBERED, {"asked": batch}):
                self._read(row)
        return tuple(held[number] for number in sorted(asked) if number in held)

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
        return self.kept.sketches[self.kept.ids[key]]

    def bonds(self, accounts: frozenset[str]) -> tuple[Bond, ...]:
        """Return the judgements in force that name any of the accounts."""
        return find_bonds(self.connection, self.numbers(accounts).values()) if self._any_judged() else ()

    def judged(self, incidents: frozenset[str]) -> bool:
        """Tell whether a judgement in force names any account of the incidents."""
        if not self._any_judged():
            return False
        held = self.connection.scalars(_JUDGED_OF, {"asked": sorted(incidents)}).all()
        return bool(find_bonds(self.connection, held))

    def _any_judged(self) -> bool:
        if self._judged is None:
            self._judged = self.connection.scalar(_ANY_JUDGEMENT) is not None
        return self._judged

    def numbers(self, keys: Iterable[str]) -> dict[str, int]:
        """Return the ledger's numbers of accounts by their keys."""
        asked = list(keys)
        known = self.kept.ids
        unknown = [key for key in asked if key not in known]
        if unknown:
            known.update(numbers(self.connection, unknown))
        return {key: known[key] for key in asked if key in known}

    def _read(self, row: Any) -> Sketch:
        """Return an account as a row tells it, and keep it."""
        held = self.kept.sketches.get(row.account_id)
        if held is None:
            told = tuple(row.witnesses.split("\n")) if row.witnesses else ()
            keys = frozenset(array("I", row.keys))
            held = Sketch(row.key, row.document, row.main, row.rank, keys, row.traits, row.first_seen, told)
            self.kept.sketches[row.account_id] = held
            self.kept.ids[row.key] = row.account_id
        return held


_ASKED: sa.BindParameter[Any] = sa.bindparam("asked", expanding=True)
_SKETCHES = sa.select(sketches)
_FILED = sa.select(sketch_keys.c.key, sketch_keys.c.account_id).where(sketch_keys.c.key.in_(_ASKED))
_CORE = (sketches.c.witnesses == "") & (sketches.c.main == sa.literal(True, Flag))
_CORE_OF = (
    sa.select(sketches, stays.c.incident_id)
    .join_from(stays, sketches, stays.c.account_id == sketches.c.account_id)
    .where(stays.c.until.is_(None), stays.c.incident_id.in_(_ASKED), _CORE)
)
_STAYS = sa.select(stays.c.account_id, stays.c.incident_id).where(
    stays.c.until.is_(None), stays.c.account_id.in_(_ASKED)
)
_NUMBERED = _SKETCHES.where(sketches.c.account_id.in_(_ASKED))
_JUDGED_OF = (
    sa.select(judgement_anchors.c.account_id)
    .join(stays, stays.c.account_id == judgement_anchors.c.account_id)
    .where(stays.c.until.is_(None), stays.c.incident_id.in_(_ASKED))
    .distinct()
)
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
