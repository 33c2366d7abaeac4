"""Counts of reports leave the derived rows: a report that tells of several incidents is counted once, when asked."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Drop the counts; the ledger has what they were made of."""
    for name in ("reports", "independent"):
        op.drop_column("incident_rolls", name)
