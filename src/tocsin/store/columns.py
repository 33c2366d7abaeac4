"""Columns mean and sort the same on SQLite (STRICT tables) and PostgreSQL: numbers, and text by code point.

Times are text in UTC with microseconds, days ISO text, truth values 0 and 1, and nested values JSON in the wire form.
"""

# ruff: noqa: ARG002 - SQLAlchemy passes the dialect to every converter

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
WIDE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


class Moment(TypeDecorator[datetime]):
    """A time in UTC."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> str | None:
        """Write a time."""
        return None if value is None else value.astimezone(UTC).strftime(_TIME)

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> datetime | None:
        """Read a time."""
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A calendar day."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: sa.Dialect) -> str | None:
        """Write a day."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> date | None:
        """Read a day."""
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """True or false."""

    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: sa.Dialect) -> int | None:
        """Write a truth value."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> bool | None:
        """Read a truth value."""
        return None if value is None else bool(value)
