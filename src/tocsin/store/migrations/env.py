"""Migrations run on the connection that is opening the store, inside its transaction."""

from alembic import context

from tocsin.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
