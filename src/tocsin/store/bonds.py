"""Judgements in force, as merging takes them: accounts that belong together, and sets of them that do not.

A judgement is in force until another row undoes it. It is about accounts: where a document is read anew, the account
that says what a former one said takes its place on the same side.
"""

from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa

from tocsin.model.incident import Bond
from tocsin.model.judgement import OTHERS, SUBJECT, TARGET
from tocsin.store.ledger import Change
from tocsin.store.recall import batches
from tocsin.store.schema import accounts, judgement_anchors, judgements

BINDING = ("same", "different", "unsure", "split", "move", "correct")
_DIVIDING = ("different", "unsure", "split", "move")


def find_bonds(connection: sa.Connection, ids: Collection[int]) -> tuple[Bond, ...]:
    """Return the judgements in force that name any of the accounts, given by the ledger's numbers."""
    found: set[int] = set()
    for batch in batches(sorted(ids)):
        query = sa.select(judgement_anchors.c.judgement_id).where(judgement_anchors.c.account_id.in_(batch))
        found.update(connection.scalars(query))
    return load_bonds(connection, found)


def load_bonds(connection: sa.Connection, ids: Iterable[int]) -> tuple[Bond, ...]:
    """Return those of some judgements that are in force and say which accounts belong together or do not."""
    bonds = []
    for batch in batches(sorted(ids)):
        query = sa.select(judgements.c.id, judgements.c.verdict).where(judgements.c.id.in_(batch), _standing())
        rows = connection.execute(query.where(judgements.c.verdict.in_(BINDING)).order_by(judgements.c.id)).all()
        sides = load_sides(connection, [row.id for row in rows])
        bonds += [bond(row.id, row.verdict, sides[row.id]) for row in rows]
    return tuple(bonds)


def _standing() -> sa.ColumnElement[bool]:
    """Return the condition that a judgement was not taken back."""
    undoing = judgements.alias()
    return ~sa.exists().where(undoing.c.undoes == judgements.c.id)


def bond(number: int, verdict: str, sides: Mapping[int, Iterable[str]]) -> Bond:
    """Return what a verdict says of the accounts on its sides."""
    subject, others, target = (frozenset(sides.get(side, ())) for side in (SUBJECT, OTHERS, TARGET))
    together = {"same": subject | others, "split": subject, "move": subject | target}.get(verdict, frozenset())
    divided = ((subject, others),) if verdict in _DIVIDING and others else ()
    follows = ((others, subject, target),) if verdict == "correct" else ()
    return Bond(number, (together,) if together else (), divided, follows)


def load_sides(connection: sa.Connection, ids: Collection[int]) -> dict[int, dict[int, list[str]]]:
    """Return the accounts on each side of judgements, by key, those that were read first in front."""
    table = judgement_anchors
    found: dict[int, dict[int, list[str]]] = {number: {} for number in ids}
    query = sa.select(table.c.judgement_id, table.c.side, accounts.c.key).join_from(table, accounts)
    for row in connection.execute(query.where(table.c.judgement_id.in_(ids)).order_by(table.c.account_id)):
        found[row.judgement_id].setdefault(row.side, []).append(row.key)
    return found


def inherit(connection: sa.Connection, change: Change, heirs: Mapping[int, int]) -> None:
    """Let new accounts stand wherever those stand whose place they take, given as numbers by those they replace."""
    for batch in batches(sorted(heirs)):
        table = judgement_anchors
        held = connection.execute(sa.select(table).where(table.c.account_id.in_(batch))).all()
        rows = [
            {"judgement_id": row.judgement_id, "side": row.side}
            | {"account_id": heirs[row.account_id], "change_id": change.id}
            for row in held
        ]
        known = set(_known(connection, heirs.values()))
        fresh = [row for row in rows if (row["judgement_id"], row["side"], row["account_id"]) not in known]
        if fresh:
            connection.execute(sa.insert(table), fresh)


def _known(connection: sa.Connection, ids: Iterable[int]) -> Iterable[tuple[int, int, int]]:
    table = judgement_anchors
    query = sa.select(table.c.judgement_id, table.c.side, table.c.account_id)
    return (
        (row.judgement_id, row.side, row.account_id)
        for row in connection.execute(query.where(table.c.account_id.in_(sorted(ids))))
    )
