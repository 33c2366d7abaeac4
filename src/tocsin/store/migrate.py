"""A store's tables have a version; opening an older one brings it up, and a newer one is refused.

Alembic is loaded only where there is something to bring up: most openings find the tables as they should be.
"""

from typing import TYPE_CHECKING

import sqlalchemy as sa

from tocsin.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0006"


def version(connection: sa.Connection) -> str | None:
    """Return the version of a database's tables; null where it has none of ours."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found


def bring_up(connection: sa.Connection, where: str) -> None:
    """Make the tables, or bring them up to date; raise `StoreError` for tables that this version does not know."""
    found = version(connection)
    if found is None and sa.inspect(connection).get_table_names():
        raise StoreError(where, "holds tables that are not a store of Tocsin")
    if found is not None and found not in _known():
        raise StoreError(where, f"was made by a newer version of Tocsin (its tables are of version {found!r})")
    if found != HEAD:
        _upgrade(connection)


def _known() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "tocsin.store:migrations")
    return config
