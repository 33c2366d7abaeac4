"""An incident's states follow one another; each says which accounts it consists of, and none is ever rewritten."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from tocsin.model.incident import STRUCK, YEAR, Account, Incident, IncidentLink, Merging, Revision
from tocsin.store.columns import Flag
from tocsin.store.find import in_force
from tocsin.store.query import Scope
from tocsin.store.recall import batches, load_accounts
from tocsin.store.schema import (
    LEADS,
    account_facets,
    accounts,
    changes,
    incident_revisions,
    incident_rolls,
    memberships,
    stays,
)
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
    shown = _views(connection, merging, states, scope)
    matches = {one.id: _matches(connection, one, scope) for one in shown}
    wanted = sorted({state for found in matches.values() for state in found})
    others = {(one.id, one.revision): one for one in _views(connection, merging, wanted, scope)}
    return [
        replace(one, links=(*one.links, *_foretold(merging, one, (others.get(state) for state in matches[one.id]))))
        for one in shown
    ]


def _views(connection: sa.Connection, merging: Merging, states: list[State], scope: Scope) -> list[Incident]:
    """Return incidents with the links that their accounts state."""
    if not states:
        return []
    table = incident_revisions
    known = table.c.incident_id.in_({incident for incident, _ in states})  # by pairs alone SQLite walks the whole table
    asked = known & sa.tuple_(table.c.incident_id, table.c.revision).in_(states)
    revisions = {(one.incident, one.revision): one for one in read_revisions(connection, asked)}
    held = members(connection, states)
    told = counted(connection, {account for ids in held.values() for account in ids}, scope)
    leading = _leading(connection, told.values(), scope)
    keys = (key for account in told.values() for key in linked(account))
    where = placed(connection, (*keys, *(account.key for account in leading.values())), scope.at)
    found = []
    for one in states:
        own = tuple(told[account] for account in held[one] if account in told)
        if scope.hidden and len(own) < len(held[one]):  # what corrects it may come from what is hidden
            own = tuple(account for account in own if account.source_kind != "correction")
        if not scope.partial or any(account.event.main for account in own):
            led = tuple(leading[number] for number in sorted(leading) if number not in held[one])
            found.append(merging.view(revisions[one], own, placed=where, leading=led))
    return found


def _foretold(merging: Merging, incident: Incident, others: Iterable[Incident | None]) -> list[IncidentLink]:
    stated = {link.incident for link in incident.links}
    ties = (merging.foretold(incident, other) for other in others if other is not None and other.id not in stated)
    return [tie for tie in ties if tie is not None]


def _matches(connection: sa.Connection, incident: Incident, scope: Scope) -> list[State]:
    """Return the threats that may have foretold an attack, or the attacks that a threat may have, the nearest first."""
    actors, countries = incident.parties()
    if not actors or not countries or not (incident.kind == "threat" or incident.kind in STRUCK):
        return []
    threat = incident.kind == "threat"
    days = (incident.day, incident.day + YEAR) if threat else (incident.day - YEAR, incident.day)
    asked = {"actors": actors, "countries": countries, "at": scope.at, "first": days[0], "last": days[1]}
    rows = connection.execute(_MATCHING, {**asked, "kinds": STRUCK if threat else ("threat",)}).all()
    rows = rows[::-1] if threat else rows
    return [(row.incident_id, row.revision) for row in rows if row.incident_id != incident.id][:_MOST]


def _leading(connection: sa.Connection, told: Iterable[Account], scope: Scope) -> dict[int, Account]:
    """Return the accounts that count whose links lead to any of some accounts."""
    found: set[int] = set()
    for batch in batches(sorted(account.key for account in told)):
        found.update(connection.scalars(_LEADING, {"asked": batch}))
    return counted(connection, found, scope)


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


_LEADING = sa.select(account_facets.c.owner_id).where(
    account_facets.c.facet == LEADS, account_facets.c.value.in_(sa.bindparam("asked", expanding=True))
)
_MOST = 10


def _matching() -> sa.Select[*tuple[Any, ...]]:
    """Select the incidents alive at a change that accounts tell of which name any of some actors, and countries."""
    table, at = incident_rolls.c, sa.bindparam("at", type_=sa.Integer)
    here = (table.since <= at) & (table.until.is_(None) | (table.until > at)) & (table.alive == sa.literal(True, Flag))
    staying = (stays.c.incident_id == table.incident_id) & (stays.c.since <= at)
    staying &= stays.c.until.is_(None) | (stays.c.until > at)
    who, whom = account_facets.alias(), account_facets.alias()
    named = (who.c.facet == "actor") & who.c.value.in_(sa.bindparam("actors", expanding=True))
    struck = (whom.c.facet == "target") & whom.c.value.in_(sa.bindparam("countries", expanding=True))
    query = sa.select(table.incident_id, table.revision, table.first_day).distinct()
    joined = incident_rolls.join(stays, staying).join(who, who.c.owner_id == stays.c.account_id)
    joined = joined.join(whom, whom.c.owner_id == stays.c.account_id)
    kinds = table.kind.in_(sa.bindparam("kinds", expanding=True))
    days = (table.first_day >= sa.bindparam("first")) & (table.first_day <= sa.bindparam("last"))
    asked = query.select_from(joined).where(here, kinds, days, named, struck)
    return asked.order_by(table.first_day.desc(), table.incident_id)


_MATCHING = _matching()
