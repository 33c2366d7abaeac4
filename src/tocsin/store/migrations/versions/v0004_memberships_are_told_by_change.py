"""Accounts of incidents are told by what came and went, judgements name accounts, merging keeps what it compares."""

import sqlalchemy as sa
from alembic import op

from tocsin.store.columns import TEXT, WIDE, Flag
from tocsin.store.migrations.versions.v0001_first_tables import guard_postgresql, guard_sqlite

revision = "0004"
down_revision = "0003"
_STATE = ["incident_revisions.incident_id", "incident_revisions.revision"]


def upgrade() -> None:
    """Make the tables, and tell what the lists of accounts told by what changed from one to the next."""
    _make()
    _convert()
    op.drop_table("incident_accounts")
    guard = guard_sqlite if op.get_bind().dialect.name == "sqlite" else guard_postgresql
    for table in ("memberships", "judgement_anchors"):
        guard(table)


def _account() -> sa.Column[int]:
    return sa.Column(
        "account_id", sa.Integer, sa.ForeignKey("accounts.id"), primary_key=True, autoincrement=False, nullable=False
    )


def _number(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False, autoincrement=False)


def _make() -> None:
    op.create_table(
        "memberships",
        sa.Column("incident_id", TEXT, primary_key=True, nullable=False),
        _number("revision", key=True),
        _account(),
        sa.Column("member", Flag(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id", "revision"], _STATE),
        sqlite_strict=True,
    )
    op.create_table(
        "judgement_anchors",
        sa.Column("judgement_id", sa.Integer, sa.ForeignKey("judgements.id"), primary_key=True, autoincrement=False),
        _number("side", key=True),
        _account(),
        sa.Column("change_id", sa.Integer, sa.ForeignKey("changes.id"), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("ix_judgement_anchors_account_id", "judgement_anchors", ["account_id"])
    op.create_table(
        "stays",
        _account(),
        _number("since", key=True),
        sa.Column("until", sa.Integer, nullable=True),
        sa.Column("incident_id", TEXT, sa.ForeignKey("incidents.id"), primary_key=True, nullable=False),
        sa.Column("tells", Flag(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("ix_stays_incident_id", "stays", ["incident_id", "until"])
    op.create_table(
        "sketches",
        _account(),
        *(sa.Column(name, TEXT, nullable=False) for name in ("key", "document", "first_seen", "rank", "witnesses")),
        sa.Column("main", Flag(), nullable=False),
        *(sa.Column(name, sa.LargeBinary, nullable=False) for name in ("keys", "traits")),
        sqlite_strict=True,
    )
    op.create_index("ix_sketches_key", "sketches", ["key"])
    op.create_table(
        "sketch_keys",
        sa.Column("key", WIDE, primary_key=True, autoincrement=False, nullable=False),
        _account(),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketch_keys_account_id", "sketch_keys", ["account_id"])


def _convert() -> None:
    """Write, revision by revision, the accounts that came and those that went."""
    for statement in (_CAME, _WENT):
        op.execute(statement)


_CAME = """
    INSERT INTO memberships (incident_id, revision, account_id, member)
    SELECT a.incident_id, a.revision, a.account_id, 1 FROM incident_accounts a WHERE NOT EXISTS (
        SELECT 1 FROM incident_accounts b
        WHERE b.incident_id = a.incident_id AND b.account_id = a.account_id AND b.revision = a.revision - 1
    )
"""
_WENT = """
    INSERT INTO memberships (incident_id, revision, account_id, member)
    SELECT a.incident_id, a.revision + 1, a.account_id, 0 FROM incident_accounts a
    JOIN incident_revisions r ON r.incident_id = a.incident_id AND r.revision = a.revision + 1
    WHERE NOT EXISTS (
        SELECT 1 FROM incident_accounts b
        WHERE b.incident_id = a.incident_id AND b.account_id = a.account_id AND b.revision = a.revision + 1
    )
"""
