"""A report that is somebody's translation names the document that it was made from."""

import sqlalchemy as sa
from alembic import op

from tocsin.store.columns import TEXT

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; what stands in the ledger until now is no translation."""
    op.add_column("documents", sa.Column("translation_of", TEXT, nullable=True))
