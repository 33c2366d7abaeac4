"""Derived rows of incidents: which accounts stay in each, and what a list shows of it, from one change to another.

What a list shows is worked out from the accounts that tell something: the first `MANY` that came, and whichever told
anything new since. So the thousandth report of a great event costs no more than the fortieth.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from tocsin.model.incident import Account, Incident, Merging, Revision
from tocsin.model.values import When
from tocsin.store.columns import Day, Flag
from tocsin.store.facets import SHELVED
from tocsin.store.incidents import members
from tocsin.store.recall import batches, load_accounts
from tocsin.store.schema import account_facets, changes, incident_facets, incident_revisions, incident_rolls, stays

MANY = 32
Fact = tuple[str, bytes, str, str]


def repeat_state(connection: sa.Connection, change: int, revision: Revision, account: int) -> None:
    """Put a revision in force in which one more account tells nothing new: what a list shows stays as it was."""
    row = {"account_id": account, "since": change, "incident_id": revision.incident, "tells": False}
    connection.execute(_STAY, row)
    (last,) = connection.execute(_LAST, {"asked": revision.incident}).all()
    connection.execute(_CLOSE, {"asked": revision.incident, "until": change})
    connection.execute(_ROLL, {**last._mapping, "since": change, "until": None, "revision": revision.revision})  # noqa: SLF001


def facts(account: Account) -> frozenset[Fact]:
    """Return what an account tells of its event's fields, whoever says it: values, put forward or denied."""
    return frozenset(
        (one.field.split("/")[1], msgspec.json.encode(one.value), one.act, one.factuality)
        for one in account.event.assertions
    )


def roll_state(
    connection: sa.Connection,
    change: int,
    merging: Merging,
    revision: Revision,
    *,
    entering: Sequence[int],
    leaving: Sequence[int],
    fresh: Mapping[int, Account],
) -> frozenset[Fact] | None:
    """Put a revision in force: let accounts stay in its incident from now on, others no longer; in a dead one none.

    Of those that enter, the ones that came just now are given as they are told, `fresh`: they stayed nowhere before.
    Return what is told of an incident that many tell of; null of others.
    """
    here = {"asked": revision.incident, "until": change}
    if revision.superseded_by is not None or revision.withdrawn:
        connection.execute(_LEAVE_ALL, here)
        _end(connection, change, revision)
        return None
    for batch in batches(leaving):
        connection.execute(_LEAVE, {**here, "gone": batch})
    held = connection.execute(_HELD, {"asked": revision.incident}).all()
    if leaving and not all(row.tells for row in held):
        connection.execute(_ALL_TELL, {"asked": revision.incident})
        held = connection.execute(_HELD, {"asked": revision.incident}).all()
    settled = [number for number in entering if number not in fresh]
    for batch in batches(settled):
        connection.execute(_MOVE, {"gone": batch, "until": change})
    told = load_accounts(connection, [row.account_id for row in held if row.tells], quoted=False)
    moved = load_accounts(connection, settled, quoted=False)
    entered = {number: fresh[number] if number in fresh else moved[number] for number in entering}
    telling = list(told.values())
    view, tellers = _view(merging, revision, telling, entered)
    rows = [
        {"account_id": number, "since": change, "incident_id": revision.incident, "tells": number in tellers}
        for number in entering
    ]
    if rows:
        connection.execute(_STAY, rows)
    connection.execute(_CLOSE, here)
    row = _row(view)
    connection.execute(_ROLL, {"since": change, "until": None, **row})
    _shelve(connection, row)
    return frozenset().union(*map(facts, telling)) if len(telling) >= MANY else None


def reroll_states(connection: sa.Connection, merging: Merging) -> None:
    """Put every revision in force as it was when it was written, first to last."""
    table = incident_revisions
    query = sa.select(table, changes.c.at, changes.c.cause).join(changes)
    ends = sa.case((table.c.superseded_by.is_not(None) | (table.c.withdrawn == sa.literal(True, Flag)), 1), else_=0)
    alive: set[str] = set()
    for row in connection.execute(query.order_by(table.c.change_id, ends, table.c.incident_id)).all():
        state = (row.incident_id, row.revision)
        own = members(connection, [state, (state[0], state[1] - 1)])
        before = set(own[state[0], state[1] - 1]) if row.incident_id in alive else set()
        end = (row.superseded_by, row.withdrawn)
        revision = Revision(*state, row.at, row.cause, frozenset(), *end)
        entering, leaving = sorted(set(own[state]) - before), sorted(before - set(own[state]))
        roll_state(connection, row.change_id, merging, revision, entering=entering, leaving=leaving, fresh={})
        (alive.discard if any(end) else alive.add)(row.incident_id)


def _view(
    merging: Merging, revision: Revision, told: list[Account], fresh: dict[int, Account]
) -> tuple[Incident, set[int]]:
    """Return the incident as it is worked out, and which of the accounts that enter tell something."""
    tellers: set[int] = set()
    view = None
    for number, account in fresh.items():
        if len(told) >= MANY and account.source_kind != "correction":
            view = view or merging.view(revision, tuple(told), placed={})
            more = merging.view(revision, (*told, account), placed={})
            if _substance(more) == _substance(view):
                continue
            view = more
        else:
            view = None
        told.append(account)
        tellers.add(number)
    return view or merging.view(revision, tuple(told), placed={}), tellers


def _substance(view: Incident) -> Any:
    """Return what is told of an incident, whoever tells it."""
    shown = [*view.fields.items(), *((name, one) for name, views in view.lists.items() for one in views)]
    fields = {(name, str(told.value), _sides(told.assertions)) for name, one in shown for told in one.values}
    stands = {(str(one.actor and one.actor.name), one.contested) for one in view.responsibility}
    return fields, stands, view.contested


def _sides(citations: Iterable[Any]) -> tuple[bool, bool]:
    """Tell whether something is put forward, and whether it is denied, for sure."""
    held = {one.factuality for one in citations}
    return "CT+" in held, "CT-" in held


def _row(view: Incident) -> dict[str, Any]:
    when = view.fields["date"].best if "date" in view.fields else None
    first, last = _days(when) or (view.first_reported.date(), view.first_reported.date())
    return {
        "incident_id": view.id,
        "revision": view.revision,
        "alive": True,
        "kind": view.kind,
        "status": view.status,
        "contested": view.contested,
        "first_day": first,
        "last_day": last,
    }


def _days(when: When | None) -> tuple[date, date] | None:
    return None if when is None or when.start is None or when.end is None else (when.start, when.end)


def _end(connection: sa.Connection, change: int, revision: Revision) -> None:
    """Let the last row of an incident stand as it was, but dead."""
    (last,) = connection.execute(_LAST, {"asked": revision.incident}).all()
    connection.execute(_CLOSE, {"asked": revision.incident, "until": change})
    row = {**last._mapping, "since": change, "until": None, "alive": False, "revision": revision.revision}  # noqa: SLF001
    connection.execute(_ROLL, row)
    connection.execute(_UNSHELVE, {"asked": revision.incident})


def _shelve(connection: sa.Connection, row: Mapping[str, Any]) -> None:
    """Let lists find an incident by what its accounts tell, at the place that its days give it."""
    days = {name: row[name] for name in ("last_day", "first_day")}
    connection.execute(_UNSHELVE, {"asked": row["incident_id"]})
    connection.execute(_SHELVE, {"asked": row["incident_id"], **days})
    connection.execute(_SHELVE_KIND, {"incident_id": row["incident_id"], "facet": "kind", "value": row["kind"], **days})


_ASKED: sa.BindParameter[Any] = sa.bindparam("asked")
_GONE: sa.BindParameter[Any] = sa.bindparam("gone", expanding=True)
_OPEN = stays.c.until.is_(None)
_HELD = sa.select(stays.c.account_id, stays.c.tells).where(stays.c.incident_id == _ASKED, _OPEN)
_MOVE = sa.update(stays).where(stays.c.account_id.in_(_GONE), _OPEN)
_LEAVE = sa.update(stays).where(stays.c.account_id.in_(_GONE), _OPEN, stays.c.incident_id == _ASKED)
_LEAVE_ALL = sa.update(stays).where(stays.c.incident_id == _ASKED, _OPEN)
_ALL_TELL = sa.update(stays).where(stays.c.incident_id == _ASKED, _OPEN).values(tells=True)
_STAY = sa.insert(stays)
_CLOSE = sa.update(incident_rolls).where(incident_rolls.c.incident_id == _ASKED, incident_rolls.c.until.is_(None))
_LAST = sa.select(incident_rolls).where(incident_rolls.c.incident_id == _ASKED, incident_rolls.c.until.is_(None))
_ROLL = sa.insert(incident_rolls)
_UNSHELVE = sa.delete(incident_facets).where(incident_facets.c.incident_id == _ASKED)
_SHELVE_KIND = sa.insert(incident_facets)
_SHELVE = sa.insert(incident_facets).from_select(
    ["facet", "value", "last_day", "first_day", "incident_id"],
    sa.select(account_facets.c.facet, account_facets.c.value)
    .add_columns(*(sa.bindparam(name, type_=Day) for name in ("last_day", "first_day")), stays.c.incident_id)
    .join_from(stays, account_facets, account_facets.c.owner_id == stays.c.account_id)
    .where(stays.c.incident_id == _ASKED, _OPEN, account_facets.c.facet.in_(SHELVED))
    .distinct(),
)
