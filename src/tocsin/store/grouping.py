"""Merging is asked what becomes of incidents when accounts come, go or are judged, and its answer is written."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

import sqlalchemy as sa

from tocsin.model.incident import Account, Group, Merging, Revision, Sketch
from tocsin.store.ledger import Change
from tocsin.store.near import Kept, Near
from tocsin.store.schema import incident_revisions, incidents, memberships, sketches
from tocsin.store.states import Fact, facts, repeat_state, roll_state


def regroup(
    connection: sa.Connection,
    change: Change,
    merging: Merging,
    kept: Kept,
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
    around = Near(connection, kept, fresh)
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


def counting(connection: sa.Connection, kept: Kept, ids: Collection[int]) -> dict[int, Sketch]:
    """Return those of some accounts, given by number, that count now, as they are compared."""
    return {kept.ids[one.key]: one for one in Near(connection, kept).numbered(ids)}


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
    told = roll_state(
        connection,
        change.id,
        merging,
        revision,
        entering=[ids[key] for key in sorted(entering)] if group.alive else (),
        leaving=[ids[key] for key in sorted(went)],
        fresh=around.fresh,
    )
    _remember(around, group.incident, told)


def _join(connection: sa.Connection, change: Change, merging: Merging, around: Near, incident: str, key: str) -> None:
    """Write the revision of an incident that one more account only joins."""
    number = connection.scalar(_LAST, {"asked": incident}) + 1
    here = {"incident_id": incident, "revision": number}
    connection.execute(_REVISION, {"change_id": change.id, **here, "superseded_by": None, "withdrawn": False})
    account = around.kept.ids[key]
    connection.execute(_MEMBERSHIP, {**here, "account_id": account, "member": True})
    revision = Revision(incident, number, change.at, change.cause, frozenset({key}))
    known, came = around.kept.told.get(incident), around.fresh.get(account)
    if known is not None and came is not None and facts(came) <= known:
        repeat_state(connection, change.id, revision, account)
        return
    told = roll_state(connection, change.id, merging, revision, entering=[account], leaving=(), fresh=around.fresh)
    _remember(around, incident, told)


def _remember(around: Near, incident: str, told: frozenset[Fact] | None) -> None:
    """Keep in mind what is told of an incident that many tell of."""
    around.kept.told.pop(incident, None)
    if told is not None:
        around.kept.told[incident] = told


def _witness(connection: sa.Connection, around: Near, witnesses: Mapping[str, tuple[str, ...]]) -> None:
    """Write the witnesses of main accounts, where they are not those that are known."""
    kept = around.kept
    changed = {kept.ids[key]: told for key, told in witnesses.items() if around.known(key).witnesses != told}
    if changed:
        rows = [{"asked": number, "witnesses": "\n".join(told)} for number, told in changed.items()]
        connection.execute(_WITNESSES, rows)
    for number, told in changed.items():
        kept.put(number, replace(kept.sketches[number], witnesses=told))


_LAST = sa.select(sa.func.max(incident_revisions.c.revision)).where(
    incident_revisions.c.incident_id == sa.bindparam("asked")
)
_WITNESSES = sa.update(sketches).where(sketches.c.account_id == sa.bindparam("asked"))
_INCIDENT = sa.insert(incidents)
_REVISION = sa.insert(incident_revisions)
_MEMBERSHIP = sa.insert(memberships)
