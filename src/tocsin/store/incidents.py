"""An incident's states follow one another; each says which accounts it consists of, and none is ever rewritten."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from tocsin.model.incident import Account, Group, Incident, Merging, Near, Revision
from tocsin.store.find import alive, in_force, same_revision
from tocsin.store.ledger import Change
from tocsin.store.recall import batches, load_accounts
from tocsin.store.rolls import roll_revision
from tocsin.store.schema import (
    account_rolls,
    accounts,
    changes,
    incident_accounts,
    incident_revisions,
    incident_rolls,
    incidents,
    spells,
)

State = tuple[str, int]
Reach = tuple[str, str | None, tuple[date, date] | None]
_DAY = timedelta(days=1)


def regroup(
    connection: sa.Connection, change: Change, merging: Merging, came: Collection[int], went: Collection[int]
) -> tuple[str, ...]:
    """Let merging regroup what is near the accounts that came and went; return the incidents that changed."""
    fresh = tuple(load_accounts(connection, came, cited=False).values())
    gone = tuple(load_accounts(connection, went, cited=False).values())
    if not fresh and not gone:
        return ()
    before: dict[str, Group] = {}

    def formed(keys: frozenset[str]) -> tuple[Group, ...]:
        before.update((group.incident, group) for group in _formed(connection, keys))
        return tuple(before.values())

    groups = merging.regroup(fresh, gone, near=_near(connection), formed=formed)
    changed = [group for group in groups if before.get(group.incident) != group]
    for group in sorted(changed, key=lambda group: not group.alive):
        _revise(connection, change, merging, group)
    return tuple(group.incident for group in changed)


def history(connection: sa.Connection, incident: str) -> tuple[Revision, ...]:
    """Return every state that an incident has been in, first to last."""
    return tuple(read_revisions(connection, incident_revisions.c.incident_id == incident))


def state(connection: sa.Connection, incident: str, at: int) -> State | None:
    """Return the state that an incident was in at a change; null where there was none of that id."""
    here = in_force(incident_rolls, at) & (incident_rolls.c.incident_id == incident)
    row = connection.execute(sa.select(incident_rolls.c.incident_id, incident_rolls.c.revision).where(here)).first()
    return None if row is None else (row.incident_id, row.revision)


def show(connection: sa.Connection, merging: Merging, states: list[State], at: int) -> list[Incident]:
    """Return incidents in the given states, their links as they were at a change."""
    asked = sa.tuple_(incident_revisions.c.incident_id, incident_revisions.c.revision).in_(states)
    revisions = {(one.incident, one.revision): one for one in read_revisions(connection, asked)}
    held = members(connection, states)
    told = load_accounts(connection, {account for ids in held.values() for account in ids})
    where = placed(connection, (key for account in told.values() for key in linked(account)), at)
    return [merging.view(revisions[one], tuple(told[account] for account in held[one]), placed=where) for one in states]


def linked(account: Account) -> Iterator[str]:
    """Yield the keys of the accounts that an account's links lead to, all of its own document."""
    prefix = account.key.rpartition(":")[0]
    yield from (f"{prefix}:{link.event}" for link in account.event.links if link.event is not None)


def placed(connection: sa.Connection, keys: Iterable[str], at: int) -> dict[str, str]:
    """Return the incident that each account, given by key, belonged to at a change; none where it belonged to none."""
    found: dict[str, str] = {}
    for batch in batches(sorted(set(keys))):
        joined = accounts.join(incident_accounts).join(incident_rolls, same_revision(incident_accounts))
        query = sa.select(accounts.c.key, incident_rolls.c.incident_id).select_from(joined)
        here = in_force(incident_rolls, at) & alive() & accounts.c.key.in_(batch)
        found |= {row.key: row.incident_id for row in connection.execute(query.where(here))}
    return found


def read_revisions(connection: sa.Connection, asked: sa.ColumnElement[bool]) -> list[Revision]:
    """Return revisions with the keys of their accounts, by incident and number."""
    table = incident_revisions
    query = sa.select(table, changes.c.at, changes.c.cause).join(changes).where(asked)
    rows = connection.execute(query.order_by(table.c.incident_id, table.c.revision)).all()
    members: dict[tuple[str, int], set[str]] = {}
    joined = incident_accounts.join(accounts).join(table)
    held = sa.select(table.c.incident_id, table.c.revision, accounts.c.key).select_from(joined).where(asked)
    for incident, revision, key in connection.execute(held):
        members.setdefault((incident, revision), set()).add(key)
    return [
        Revision(
            row.incident_id,
            row.revision,
            row.at,
            row.cause,
            frozenset(members[row.incident_id, row.revision]),
            row.superseded_by,
            row.withdrawn,
        )
        for row in rows
    ]


def members(connection: sa.Connection, states: list[State]) -> dict[State, list[int]]:
    """Return the ledger's numbers of the accounts of each state."""
    table = incident_accounts
    query = sa.select(table).where(sa.tuple_(table.c.incident_id, table.c.revision).in_(states))
    found: dict[State, list[int]] = {one: [] for one in states}
    for row in connection.execute(query.order_by(table.c.account_id)):
        found[row.incident_id, row.revision].append(row.account_id)
    return found


def numbers(connection: sa.Connection, keys: Iterable[str]) -> dict[str, int]:
    """Return the ledger's numbers of accounts by their keys."""
    found: dict[str, int] = {}
    for batch in batches(sorted(keys)):
        query = sa.select(accounts.c.key, accounts.c.id).where(accounts.c.key.in_(batch))
        found |= {row.key: row.id for row in connection.execute(query)}
    return found


def _revise(connection: sa.Connection, change: Change, merging: Merging, group: Group) -> None:
    """Write the next revision of an incident, and the incident itself with its first."""
    table = incident_revisions
    last = connection.scalar(sa.select(sa.func.max(table.c.revision)).where(table.c.incident_id == group.incident))
    ids = numbers(connection, {group.founder, *group.accounts})
    if last is None:
        made = {"id": group.incident, "change_id": change.id, "founder_id": ids[group.founder]}
        connection.execute(sa.insert(incidents).values(**made))
    end = group.superseded_by, group.withdrawn
    revision = Revision(group.incident, (last or 0) + 1, change.at, change.cause, group.accounts, *end)
    _write(connection, change, revision, [ids[key] for key in sorted(group.accounts)])
    told = load_accounts(connection, [ids[key] for key in group.accounts])
    roll_revision(connection, change.id, merging.view(revision, tuple(told.values()), placed={}))


def _write(connection: sa.Connection, change: Change, revision: Revision, held: list[int]) -> None:
    here = {"incident_id": revision.incident, "revision": revision.revision}
    end = {"superseded_by": revision.superseded_by, "withdrawn": revision.withdrawn}
    connection.execute(sa.insert(incident_revisions).values(change_id=change.id, **here, **end))
    connection.execute(sa.insert(incident_accounts), [{"account_id": account, **here} for account in held])


def _near(connection: sa.Connection) -> Near:
    """Return the function that finds the accounts in force which might tell of the same things."""
    known: dict[int, Account] = {}

    def near(told: tuple[Account, ...]) -> tuple[Account, ...]:
        reaches = {_reach(account) for account in told}
        ids = {number for reach in reaches for number in connection.scalars(_alike(reach))}
        known.update(load_accounts(connection, ids - known.keys(), cited=False))
        return tuple(known[number] for number in sorted(ids))

    return near


def _reach(account: Account) -> Reach:
    """Return the kind, country, and first and last day within which others may tell of the same thing."""
    event = account.event
    country = None if event.place is None else event.place.country
    if event.date is None or event.date.start is None or event.date.end is None:
        return event.kind, country, None
    return event.kind, country, (event.date.start - _DAY, event.date.end + _DAY)


def _alike(reach: Reach) -> sa.Select[Any]:
    """Select what has the same kind, days that meet, and no other country; where a day is open, a place must agree."""
    kind, country, days = reach
    table = account_rolls
    here = sa.false() if country is None else table.c.country == country
    found = here
    if days is not None:
        anywhere = sa.true() if country is None else here | table.c.country.is_(None)
        meet = (table.c.first_day <= days[1]) & (table.c.last_day >= days[0])
        found = (meet & anywhere) | (table.c.first_day.is_(None) & here)
    force = spells.c.until.is_(None) & (table.c.kind == kind)
    return sa.select(table.c.account_id).join(spells, spells.c.reading_id == table.c.reading_id).where(force, found)


def _formed(connection: sa.Connection, keys: frozenset[str]) -> list[Group]:
    """Return the groups that hold or were founded by any of the accounts, oldest first."""
    ids: set[str] = set()
    for batch in batches(sorted(numbers(connection, keys).values())):
        founded = sa.select(incidents.c.id).where(incidents.c.founder_id.in_(batch))
        held = sa.select(incident_accounts.c.incident_id).join(incident_rolls, same_revision(incident_accounts))
        held = held.where(incident_rolls.c.until.is_(None), incident_accounts.c.account_id.in_(batch))
        ids.update(connection.scalars(founded.union(held)))
    found = [pair for batch in batches(sorted(ids)) for pair in _groups(connection, batch)]
    return [group for _, group in sorted(found, key=lambda pair: (pair[0], pair[1].incident))]


def _groups(connection: sa.Connection, ids: list[str]) -> Iterator[tuple[int, Group]]:
    """Yield the present state of incidents, each with the change that founded it."""
    now = sa.select(incident_rolls.c.incident_id, incident_rolls.c.revision)
    now = now.where(incident_rolls.c.until.is_(None), incident_rolls.c.incident_id.in_(ids))
    current = sa.tuple_(incident_revisions.c.incident_id, incident_revisions.c.revision).in_(now)
    states = {state.incident: state for state in read_revisions(connection, current)}
    query = sa.select(incidents.c.id, incidents.c.change_id, accounts.c.key).join(accounts)
    for row in connection.execute(query.where(incidents.c.id.in_(ids))).all():
        state = states[row.id]
        yield row.change_id, Group(row.id, row.key, state.accounts, state.superseded_by, state.withdrawn)
