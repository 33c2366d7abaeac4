"""What somebody judges is written as a row, bound to the accounts it is about, and merged; taking it back is one more.

Refused, with the reason: an id that is not there, what contradicts a judgement in force, and what would leave an
incident with nothing but recalled accounts.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from tocsin.errors import RefusedError
from tocsin.model.incident import Bond, Merging
from tocsin.model.judgement import OTHERS, SUBJECT, TARGET, Asked, Judgement
from tocsin.store.bonds import bond, find_bonds, load_sides
from tocsin.store.columns import Flag
from tocsin.store.find import horizon, in_force
from tocsin.store.grouping import counting, regroup
from tocsin.store.incidents import names
from tocsin.store.ledger import begin
from tocsin.store.near import Kept
from tocsin.store.recall import batches
from tocsin.store.schema import (
    account_rolls,
    accounts,
    changes,
    documents,
    incident_revisions,
    incidents,
    judgement_anchors,
    judgements,
    readings,
    sketches,
    stays,
)

Sides = dict[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judgement did: its own number, and the ids of the incidents whose state changed."""

    judgement: int
    incidents: tuple[str, ...]


def judge(connection: sa.Connection, merging: Merging, kept: Kept, asked: Asked, at: datetime) -> Judged:
    """Write a judgement and let merging follow it; raise `RefusedError` where it cannot stand."""
    if asked.verdict == "undo":
        return _undo(connection, merging, kept, asked, at)
    sides = _SIDES[asked.verdict](connection, asked)
    _check(connection, merging, asked, sides)
    change = begin(connection, at, f"{asked.verdict} by {asked.judge}")
    number = write(connection, change.id, asked)
    anchor(connection, change.id, number, sides)
    touched = {account for held in sides.values() for account in held}
    return Judged(
        number, regroup(connection, change, merging, kept, counting(connection, kept, touched), (), judged=True)
    )


def write(connection: sa.Connection, change: int, asked: Asked, *, undoes: int | None = None) -> int:
    """Write the row of a judgement and return its number."""
    made = connection.execute(
        sa.insert(judgements).values(
            change_id=change,
            judge=asked.judge,
            verdict=asked.verdict,
            subject=asked.subject,
            object=asked.object or (" ".join(asked.others) or None),
            reason=asked.reason,
            undoes=undoes,
        )
    ).inserted_primary_key
    number: int = made[0]  # type: ignore[index]
    return number


def anchor(connection: sa.Connection, change: int, judgement: int, sides: Mapping[int, Collection[int]]) -> None:
    """Bind a judgement to the accounts on its sides, given by the ledger's numbers."""
    rows = [
        {"judgement_id": judgement, "side": side, "account_id": account, "change_id": change}
        for side, held in sides.items()
        for account in sorted(held)
    ]
    connection.execute(sa.insert(judgement_anchors), rows)


def load_judgements(
    connection: sa.Connection, at: int, *, incident: str | None = None, only: int | None = None
) -> list[Judgement]:
    """Return the judgements known at a change, first to last; of one incident, those that name its accounts or it."""
    query = sa.select(judgements, changes.c.at).join(changes).where(judgements.c.change_id <= at)
    if only is not None:
        query = query.where(judgements.c.id == only)
    if incident is not None:
        held = sa.select(stays.c.account_id).where(stays.c.incident_id == incident, in_force(stays, at))
        named = sa.select(judgement_anchors.c.judgement_id).where(judgement_anchors.c.account_id.in_(held))
        own = judgements.c.id.in_(named) | (judgements.c.subject == incident) | (judgements.c.object == incident)
        query = query.where(own)
    rows = connection.execute(query.order_by(judgements.c.id)).all()
    undone = _undone(connection, at)
    made = []
    for batch in batches(rows):
        sides = load_sides(connection, [row.id for row in batch])
        current = _counting(connection, {key for held in sides.values() for keys in held.values() for key in keys})
        for row in batch:
            stand = {side: tuple(keys) for side, keys in sides[row.id].items()}
            lost = any(not current & set(keys) for keys in stand.values())
            made.append(
                Judgement(
                    *(row.id, row.at, row.judge, row.verdict, row.subject, stand, row.object),
                    *(row.reason, row.undoes, undone.get(row.id), lost),
                )
            )
    return made


def _undo(connection: sa.Connection, merging: Merging, kept: Kept, asked: Asked, at: datetime) -> Judged:
    if not asked.subject.isdecimal():
        raise RefusedError(asked.subject, "is no number of a judgement")
    number = int(asked.subject)
    found = load_judgements(connection, horizon(connection, None), only=number)
    if not found:
        raise RefusedError(asked.subject, "there is no such judgement")
    (former,) = found
    if former.verdict == "undo":
        raise RefusedError(asked.subject, f"took judgement {former.undoes} back; judge anew instead")
    if former.undone_by is not None:
        raise RefusedError(asked.subject, f"was taken back already, by judgement {former.undone_by}")
    change = begin(connection, at, f"undo {number} by {asked.judge}")
    mine = write(connection, change.id, asked, undoes=number)
    anchored = sa.select(judgement_anchors.c.account_id).where(judgement_anchors.c.judgement_id == number)
    touched = set(connection.scalars(anchored))
    return Judged(
        mine, regroup(connection, change, merging, kept, counting(connection, kept, touched), (), judged=True)
    )


def _undone(connection: sa.Connection, at: int) -> dict[int, int]:
    query = sa.select(judgements.c.undoes, judgements.c.id)
    rows = connection.execute(query.where(judgements.c.undoes.is_not(None), judgements.c.change_id <= at))
    return {row.undoes: row.id for row in rows}


def _counting(connection: sa.Connection, keys: Iterable[str]) -> set[str]:
    """Return those of some accounts that count now."""
    found: set[str] = set()
    for batch in batches(sorted(keys)):
        query = sa.select(accounts.c.key).join(sketches).where(accounts.c.key.in_(batch))
        found.update(connection.scalars(query))
    return found


# ---- the sides of each verdict ----


def _pair(connection: sa.Connection, asked: Asked) -> Sides:
    """Return the accounts of two incidents, or two accounts; of two that one incident holds, the first alone leaves."""
    one, other = held_accounts(connection, asked.subject), held_accounts(connection, asked.object or "")
    if one & other:
        raise RefusedError(asked.subject, f"and {asked.object} are one incident already")
    home = _home(connection, one)
    if asked.verdict != "same" and home is not None and home == _home(connection, other):
        return {SUBJECT: one, OTHERS: _rest(connection, home, one)}
    return {SUBJECT: one, OTHERS: other}


def _split(connection: sa.Connection, asked: Asked) -> Sides:
    """Return the accounts that are taken out of an incident, and those that stay."""
    held = held_accounts(connection, asked.subject)
    leaving = frozenset().union(*(held_accounts(connection, key) for key in asked.others))
    strangers = leaving - held
    if strangers:
        named = ", ".join(sorted(names(connection, strangers).values()))
        raise RefusedError(asked.subject, f"does not hold {named}")
    if not leaving:
        raise RefusedError(asked.subject, "name the accounts that are to leave it")
    for side, what in ((leaving, "what leaves it"), (held - leaving, "what stays")):
        _founded(connection, asked.subject, side, what)
    return {SUBJECT: leaving, OTHERS: held - leaving}


def _move(connection: sa.Connection, asked: Asked) -> Sides:
    """Return the account that moves, those of the incident that it leaves, and those of the one it comes to."""
    moving, target = held_accounts(connection, asked.subject), held_accounts(connection, asked.object or "")
    if len(moving) != 1:
        raise RefusedError(asked.subject, "is an incident of several accounts: move each, or judge it the same")
    if moving & target:
        raise RefusedError(asked.subject, f"is an account of {asked.object} already")
    home = _home(connection, moving)
    rest = frozenset() if home is None else _rest(connection, home, moving)
    if rest:
        _founded(connection, home or "", rest, "what stays")
    return {SUBJECT: moving, TARGET: target} | ({OTHERS: rest} if rest else {})


_SIDES: dict[str, Callable[[sa.Connection, Asked], Sides]] = {
    "same": _pair,
    "different": _pair,
    "unsure": _pair,
    "split": _split,
    "move": _move,
}


def held_accounts(connection: sa.Connection, named: str) -> frozenset[int]:
    """Return the accounts of an incident, or the one account, that somebody names; raise where there is none."""
    held = sa.select(stays.c.account_id).where(stays.c.incident_id == named, stays.c.until.is_(None))
    found = frozenset(connection.scalars(held))
    if found:
        return found - _corrections(connection, found)
    own = connection.scalar(sa.select(accounts.c.id).join(sketches).where(accounts.c.key == named))
    if own is not None:
        if _corrections(connection, frozenset({own})):
            raise RefusedError(named, "is a correction, which goes where the account goes that it corrects; undo it")
        return frozenset({own})
    raise RefusedError(named, _why_not(connection, named))


def home(connection: sa.Connection, named: str) -> str:
    """Return the incident that somebody names, or in which the account that he names stays; raise where none is."""
    found = _home(connection, held_accounts(connection, named))
    if found is None:
        raise RefusedError(named, "is an account that stays in no incident")
    return found


def _corrections(connection: sa.Connection, held: frozenset[int]) -> frozenset[int]:
    """Return those of some accounts that only correct another."""
    joined = accounts.join(readings).join(documents, readings.c.document_id == documents.c.id)
    asked = sa.select(accounts.c.id).select_from(joined).where(documents.c.source_kind == "correction")
    found = (connection.scalars(asked.where(accounts.c.id.in_(some))) for some in batches(sorted(held)))
    return frozenset(number for some in found for number in some)


def _why_not(connection: sa.Connection, named: str) -> str:
    """Return why nothing can be judged of what somebody names."""
    table = incident_revisions
    if connection.scalar(sa.select(accounts.c.id).where(accounts.c.key == named)) is not None:
        return "its document was read anew since, and the account counts no more"
    if connection.scalar(sa.select(incidents.c.id).where(incidents.c.id == named)) is None:
        return "there is no incident and no account of that name"
    last = sa.select(table.c.superseded_by).where(table.c.incident_id == named).order_by(table.c.revision.desc())
    heir = connection.scalar(last.limit(1))
    return f"was merged into {heir}" if heir else "is withdrawn: nothing tells of it any more"


def _home(connection: sa.Connection, held: frozenset[int]) -> str | None:
    """Return the incident that accounts stay in; null where they stay in none."""
    query = sa.select(stays.c.incident_id).where(stays.c.account_id.in_(held), stays.c.until.is_(None))
    return connection.scalar(query.limit(1))


def _rest(connection: sa.Connection, incident: str, without: frozenset[int]) -> frozenset[int]:
    return held_accounts(connection, incident) - without


def _founded(connection: sa.Connection, named: str, held: frozenset[int], what: str) -> None:
    """Raise where accounts are all only recalled: they cannot be an incident by themselves."""
    mains = sa.select(account_rolls.c.account_id).where(account_rolls.c.account_id.in_(held))
    if connection.scalar(mains.where(account_rolls.c.main == sa.literal(True, Flag)).limit(1)) is None:
        raise RefusedError(named, f"{what} would be nothing but recalled accounts, which are no incident by themselves")


# ---- contradictions ----


def _check(connection: sa.Connection, merging: Merging, asked: Asked, sides: Sides) -> None:
    """Raise where what is asked for cannot stand beside a judgement in force."""
    held = frozenset().union(*sides.values())
    keys = names(connection, held)
    mine = bond(0, asked.verdict, {side: [keys[number] for number in ids] for side, ids in sides.items()})
    seen: dict[int, Bond] = {}
    frontier = held
    while frontier:
        found = [one for one in find_bonds(connection, frontier) if one.judgement not in seen]
        seen |= {one.judgement: one for one in found}
        reached = {key for one in found for group in one.together for key in group}
        ids = sa.select(accounts.c.id).where(accounts.c.key.in_(sorted(reached)))
        frontier = frozenset(connection.scalars(ids)) - held
        held |= frontier
    against = merging.conflict((mine, *seen.values())) - {mine.judgement}
    if against:
        number = max(against)
        (other,) = load_judgements(connection, horizon(connection, None), only=number)
        said = f"judgement {other.id} by {other.judge} on {other.at:%Y-%m-%d} ({other.verdict}"
        said += f" {other.subject} {other.object or ''}".rstrip()
        raise RefusedError(asked.subject, f"contradicts {said}); undo that first")
