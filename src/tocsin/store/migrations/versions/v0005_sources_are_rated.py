"""Documents have a kind and a handling mark, sources a rating; the origin of a document's news is kept."""

import sqlalchemy as sa
from alembic import op

from tocsin.store.columns import TEXT, Day
from tocsin.store.migrations.versions.v0001_first_tables import guard_postgresql, guard_sqlite

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add what is told of documents and sources; what is known already was published as articles."""
    op.add_column("documents", sa.Column("source_kind", TEXT, nullable=False, server_default="article"))
    _make("ratings", "source", "reliability", sa.Column("party", TEXT, nullable=True))
    _make("handlings", "document", "tlp", sa.Column("embargo", Day(), nullable=True))
    op.create_table(
        "origins",
        sa.Column(
            *("document_id", sa.Integer, sa.ForeignKey("documents.id")),
            primary_key=True,
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("credit", TEXT, nullable=False),
        sa.Column("phrases", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    guard = guard_sqlite if op.get_bind().dialect.name == "sqlite" else guard_postgresql
    for table in ("ratings", "handlings"):
        guard(table)


def _make(name: str, subject: str, mark: str, further: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("change_id", sa.Integer, sa.ForeignKey("changes.id"), nullable=False, autoincrement=False),
        *(sa.Column(column, TEXT, nullable=False) for column in ("judge", subject, mark)),
        further,
        sa.Column("reason", TEXT, nullable=True),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_{subject}", name, [subject])
