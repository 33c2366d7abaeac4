"""What a present incident can be found by stands in the order of its days; what merging compares is told otherwise."""

import sqlalchemy as sa
from alembic import op

from tocsin.store.columns import TEXT, Day

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table, which is filled when derived rows are made anew."""
    op.create_table(
        "incident_facets",
        *(sa.Column(name, TEXT, primary_key=True, nullable=False) for name in ("facet", "value")),
        *(sa.Column(name, Day(), primary_key=True, nullable=False) for name in ("last_day", "first_day")),
        sa.Column("incident_id", TEXT, sa.ForeignKey("incidents.id"), primary_key=True, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_incident_facets_incident_id", "incident_facets", ["incident_id"])
    op.drop_index("ix_incident_rolls_until", "incident_rolls")
    newest = ("until", "alive", "last_day", "first_day", "incident_id")
    op.create_index("ix_incident_rolls_newest", "incident_rolls", [*newest, "kind", "status", "contested", "revision"])
