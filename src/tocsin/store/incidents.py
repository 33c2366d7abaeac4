"""An incident's states follow one another; each says which accounts it consists of, and none is ever rewritten."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from tocsin.model.incident import Account, Incident, Merging, Revision
from tocsin.store.find import in_force
from tocsin.store.query import Scope
from tocsin.store.recall import batches, load_accounts
from tocsin.store.schema import accounts, changes, incident_revisions, incident_rolls, memberships, stays
from tocsin.store.sources import dressed

State = tuple[str, int]


def history(connection: sa.Connection, incident: str) -> tuple[Revision, ...]:
    """Return every state that an incident has been in, first to last."""
    return tuple(read_revisions(connection, incident_revisions.c.incident_id == incident))


def state(connection: sa.Connection, incident: str, at: int) -> State | None:
    """Return the state that an incident was in at a change; null where there was none of that id."""
    here = in_force(incident_rolls, at) & (incident_rolls.c.incident_id == incident)
    row = connection.execute(sa.select(incident_rolls.c.incident_id, incident_rolls.c.revision).where(here)).first()
    return None if row is None else (row.incident_id, row.revision)


def show(connection: sa.Connection, merging: Merging, states: list[State], scope: Scope) -> list[Incident]:
    """Return incidents in the given states, as far as their accounts count, their links as they were at the time.

    One of which no main account counts is left out.
    """
    asked = sa.tuple_(incident_revisions.c.incident_id, incident_revisions.c.revision).in_(states)
    revisions = {(one.incident, one.revision): one for one in read_revisions(connection, asked)}
    held = members(connection, states)
    told = counted(connection, {account for ids in held.values() for account in ids}, scope)
    where = placed(connection, (key for account in told.values() for key in linked(account)), scope.at)
    shown = ((one, tuple(told[account] for account in held[one] if account in told)) for one in states)
    return [
        merging.view(revisions[one], own, placed=where)
        for one, own in shown
        if not scope.partial or any(account.event.main for account in own)
    ]


def counted(connection: sa.Connection, ids: Iterable[int], scope: Scope) -> dict[int, Account]:
    """Return those of some accounts, given by number, that count, with what is held of their sources and documents."""
    loaded = load_accounts(connection, set(ids))
    told = zip(loaded, dressed(connection, loaded.values(), scope.at), strict=True)
    return {number: account for number, account in told if scope.counts(account)}


def linked(account: Account) -> Iterator[str]:
    """Yield the keys of the accounts that an account's links lead to, all of its own document."""
    prefix = account.key.rpartition(":")[0]
    yield from (f"{prefix}:{link.event}" for link in account.event.links if link.event is not None)


def placed(connection: sa.Connection, keys: Iterable[str], at: int) -> dict[str, str]:
    """Return the incident that each account, given by key, belonged to at a change; none where it belonged to none."""
    found: dict[str, str] = {}
    for batch in batches(sorted(set(keys))):
        query = sa.select(accounts.c.key, stays.c.incident_id).join_from(accounts, stays)
        here = in_force(stays, at) & accounts.c.key.in_(batch)
        found |= {row.key: row.incident_id for row in connection.execute(query.where(here))}
    return found


def read_revisions(connection: sa.Connection, asked: sa.ColumnElement[bool]) -> list[Revision]:
    """Return revisions with the keys of their accounts, by incident and number."""
    table = incident_revisions
    query = sa.select(table, changes.c.at, changes.c.cause).join(changes).where(asked)
    rows = connection.execute(query.order_by(table.c.incident_id, table.c.revision)).all()
    held = members(connection, [(row.incident_id, row.revision) for row in rows])
    keys = names(connection, {account for ids in held.values() for account in ids})
    return [
        Revision(
            row.incident_id,
            row.revision,
            row.at,
            row.cause,
            frozenset(keys[account] for account in held[row.incident_id, row.revision]),
            row.superseded_by,
            row.withdrawn,
        )
        for row in rows
    ]


def members(connection: sa.Connection, states: Iterable[State]) -> dict[State, list[int]]:
    """Return the ledger's numbers of the accounts of each state, in order."""
    asked: dict[str, list[int]] = {}
    for incident, revision in states:
        asked.setdefault(incident, []).append(revision)
    found: dict[State, list[int]] = {}
    table = memberships
    for batch in batches(sorted(asked)):
        query = sa.select(table).where(table.c.incident_id.in_(batch))
        changed: dict[str, list[tuple[int, int, bool]]] = {}
        for row in connection.execute(query.order_by(table.c.incident_id, table.c.revision)):
            changed.setdefault(row.incident_id, []).append((row.revision, row.account_id, row.member))
        for incident in batch:
            found |= {(incident, revision): _held(changed.get(incident, ()), revision) for revision in asked[incident]}
    return found


def numbers(connection: sa.Connection, keys: Iterable[str]) -> dict[str, int]:
    """Return the ledger's numbers of accounts by their keys."""
    found: dict[str, int] = {}
    for batch in batches(sorted(keys)):
        query = sa.select(accounts.c.key, accounts.c.id).where(accounts.c.key.in_(batch))
        found |= {row.key: row.id for row in connection.execute(query)}
    return found


def names(connection: sa.Connection, ids: Iterable[int]) -> dict[int, str]:
    """Return the keys of accounts by the ledger's numbers."""
    found: dict[int, str] = {}
    for batch in batches(sorted(ids)):
        query = sa.select(accounts.c.id, accounts.c.key).where(accounts.c.id.in_(batch))
        found |= {row.id: row.key for row in connection.execute(query)}
    return found


def _held(changed: Iterable[tuple[int, int, bool]], revision: int) -> list[int]:
    """Return the accounts that came up to a revision and did not go again."""
    held: set[int] = set()
    for number, account, member in changed:
        if number <= revision:
            (held.add if member else held.discard)(account)
    return sorted(held)
