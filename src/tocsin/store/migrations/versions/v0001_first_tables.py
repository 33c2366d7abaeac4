"""The first tables: the ledger, guarded against change, and what is derived from it.

A later migration that remakes a guarded table (batch mode on SQLite) has to guard it again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
TEXT: sa.types.TypeEngine[str] = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
REAL: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.Double(), "postgresql")
LEDGER = (
    "changes",
    "documents",
    "readings",
    "adoptions",
    "accounts",
    "assertions",
    "assessments",
    "relations",
    "judgements",
    "incidents",
    "incident_revisions",
    "incident_accounts",
)


def upgrade() -> None:
    """Make the tables."""
    make_tables()
    guard = guard_sqlite if op.get_bind().dialect.name == "sqlite" else guard_postgresql
    for table in LEDGER:
        guard(table)


def guard_sqlite(table: str) -> None:
    """Refuse every change of a row that is written."""
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER keep_{table}_{deed.lower()} BEFORE {deed} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
        )


def guard_postgresql(table: str) -> None:
    """Refuse every change of a row that is written."""
    op.execute(
        "CREATE OR REPLACE FUNCTION keep_ledger() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the ledger only grows'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER keep_{table} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION keep_ledger()"
    )


def make_tables() -> None:
    """Make every table and index."""
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("cause", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
        sqlite_strict=True,
    )
    op.create_index("ix_changes_at", "changes", ["at"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("path", TEXT, nullable=True),
        sa.Column("url", TEXT, nullable=True),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("published", TEXT, nullable=True),
        sa.Column("published_basis", TEXT, nullable=True),
        sa.Column("source_name", TEXT, nullable=True),
        sa.Column("source_domain", TEXT, nullable=True),
        sa.Column("language", TEXT, nullable=True),
        sa.Column("sample", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name="fk_documents_change_id"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("name", "version", name="uq_documents_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("judge", TEXT, nullable=False),
        sa.Column("verdict", TEXT, nullable=False),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("object", TEXT, nullable=True),
        sa.Column("field", TEXT, nullable=True),
        sa.Column("value", TEXT, nullable=True),
        sa.Column("reason", TEXT, nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name="fk_judgements_change_id"),
        sa.ForeignKeyConstraint(["undoes"], ["judgements.id"], name="fk_judgements_undoes"),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sqlite_strict=True,
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("extractor", TEXT, nullable=False),
        sa.Column("prefix", TEXT, nullable=False),
        sa.Column("read", TEXT, nullable=False),
        sa.Column("relevant", sa.Integer(), nullable=False),
        sa.Column("relevance", REAL, nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name="fk_readings_change_id"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_readings_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.UniqueConstraint("document_id", "extractor", name="uq_readings_document_id"),
        sa.UniqueConstraint("prefix", name="uq_readings_prefix"),
        sqlite_strict=True,
    )
    op.create_table(
        "texts",
        sa.Column("document_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_texts_document_id"),
        sa.PrimaryKeyConstraint("document_id", name="pk_texts"),
        sqlite_strict=True,
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_accounts_reading_id"),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("key", name="uq_accounts_key"),
        sa.UniqueConstraint("reading_id", "event", name="uq_accounts_reading_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "adoptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reading_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name="fk_adoptions_change_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_adoptions_reading_id"),
        sa.PrimaryKeyConstraint("id", name="pk_adoptions"),
        sqlite_strict=True,
    )
    op.create_table(
        "assessments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_assessments_reading_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sa.UniqueConstraint("reading_id", "name", name="uq_assessments_reading_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "relations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_relations_reading_id"),
        sa.PrimaryKeyConstraint("id", name="pk_relations"),
        sa.UniqueConstraint("reading_id", "name", name="uq_relations_reading_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "spells",
        sa.Column("reading_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("since", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("document", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_spells_reading_id"),
        sa.PrimaryKeyConstraint("reading_id", "since", name="pk_spells"),
        sqlite_strict=True,
    )
    op.create_index("ix_spells_document", "spells", ["document", "until"], unique=False)
    op.create_table(
        "account_facets",
        sa.Column("owner_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("facet", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["accounts.id"], name="fk_account_facets_owner_id"),
        sa.PrimaryKeyConstraint("owner_id", "facet", "value", name="pk_account_facets"),
        sqlite_strict=True,
    )
    op.create_index("ix_account_facets_facet", "account_facets", ["facet", "value"], unique=False)
    op.create_table(
        "account_rolls",
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reading_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("main", sa.Integer(), nullable=False),
        sa.Column("country", TEXT, nullable=True),
        sa.Column("first_day", TEXT, nullable=True),
        sa.Column("last_day", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_account_rolls_account_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_account_rolls_reading_id"),
        sa.PrimaryKeyConstraint("account_id", name="pk_account_rolls"),
        sqlite_strict=True,
    )
    op.create_index("ix_account_rolls_kind", "account_rolls", ["kind", "first_day"], unique=False)
    op.create_index("ix_account_rolls_reading_id", "account_rolls", ["reading_id"], unique=False)
    op.create_table(
        "assertions",
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("field", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.Column("act", TEXT, nullable=False),
        sa.Column("holder", TEXT, nullable=False),
        sa.Column("factuality", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("end", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("machine_confidence", REAL, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_assertions_account_id"),
        sa.PrimaryKeyConstraint("account_id", "ordinal", name="pk_assertions"),
        sqlite_strict=True,
    )
    op.create_table(
        "assessment_facets",
        sa.Column("owner_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("facet", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["assessments.id"], name="fk_assessment_facets_owner_id"),
        sa.PrimaryKeyConstraint("owner_id", "facet", "value", name="pk_assessment_facets"),
        sqlite_strict=True,
    )
    op.create_index("ix_assessment_facets_facet", "assessment_facets", ["facet", "value"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("change_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("founder_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name="fk_incidents_change_id"),
        sa.ForeignKeyConstraint(["founder_id"], ["accounts.id"], name="fk_incidents_founder_id"),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
        sqlite_strict=True,
    )
    op.create_index("ix_incidents_founder_id", "incidents", ["founder_id"], unique=False)
    op.create_table(
        "incident_revisions",
        sa.Column("incident_id", TEXT, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("change_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("superseded_by", TEXT, nullable=True),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name="fk_incident_revisions_change_id"),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name="fk_incident_revisions_incident_id"),
        sa.ForeignKeyConstraint(["superseded_by"], ["incidents.id"], name="fk_incident_revisions_superseded_by"),
        sa.PrimaryKeyConstraint("incident_id", "revision", name="pk_incident_revisions"),
        sqlite_strict=True,
    )
    op.create_table(
        "incident_rolls",
        sa.Column("incident_id", TEXT, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("since", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("alive", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("contested", sa.Integer(), nullable=False),
        sa.Column("first_day", TEXT, nullable=False),
        sa.Column("last_day", TEXT, nullable=False),
        sa.Column("reports", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("independent", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name="fk_incident_rolls_incident_id"),
        sa.PrimaryKeyConstraint("incident_id", "revision", name="pk_incident_rolls"),
        sqlite_strict=True,
    )
    op.create_index("ix_incident_rolls_until", "incident_rolls", ["until", "alive", "first_day"], unique=False)
    op.create_table(
        "incident_accounts",
        sa.Column("incident_id", TEXT, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_incident_accounts_account_id"),
        sa.ForeignKeyConstraint(
            ["incident_id", "revision"],
            ["incident_revisions.incident_id", "incident_revisions.revision"],
            name="fk_incident_accounts_incident_id",
        ),
        sa.PrimaryKeyConstraint("incident_id", "revision", "account_id", name="pk_incident_accounts"),
        sqlite_strict=True,
    )
    op.create_index("ix_incident_accounts_account_id", "incident_accounts", ["account_id"], unique=False)
