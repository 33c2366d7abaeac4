"""A store is one SQLite file that bears our mark, or one PostgreSQL database; nothing else is touched.

Writers take turns: a transaction that writes begins by waiting for the one before it, on either database.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc

from tocsin.errors import StoreError
from tocsin.store.migrate import HEAD, bring_up, version

Remade = Callable[[sa.Connection], None]
MARK = 0x546F6373  # "Tocs", in the header of every store file
_MAGIC = b"SQLite format 3\0"
_WAIT_SECONDS = 60
_TURN = 8_390_611_170  # the advisory lock of PostgreSQL that writers queue at


def connect(where: str | Path, *, create: bool = True, remade: Remade | None = None) -> sa.Engine:
    """Return an engine for the store at a path or a `postgresql://` address, its tables made or brought up to date.

    Where tables of a former version were brought up, `remade` is called in the same transaction.
    Raise `StoreError` for a file that is no store, is damaged, or was made by a newer version; nothing changes then.
    """
    address = str(where)
    engine = _server(address) if address.startswith(("postgresql:", "postgres:")) else _file(Path(where), create=create)
    try:
        _bring_up(engine, create=create, remade=remade)
    except StoreError:
        engine.dispose()
        raise
    return engine


def _bring_up(engine: sa.Engine, *, create: bool, remade: Remade | None) -> None:
    """Leave tables alone that are as they should be, so that opening waits for no writer."""
    with reading(engine) as connection:
        found = version(connection)
    if found is None and not create:
        raise StoreError(place(engine), "there is no store here")
    if found != HEAD:
        with writing(engine) as connection:
            bring_up(connection, place(engine))
            if found is not None and remade is not None:
                remade(connection)


def place(engine: sa.Engine) -> str:
    """Return where a store lies, fit to be shown: a path, or an address without its password."""
    url = engine.url
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Open a transaction that reads; a failing database is a `StoreError`."""
    with _told(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Open a transaction that writes, once every other writer is done; a failing database is a `StoreError`."""
    with _told(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_TURN)))
        yield connection


@contextmanager
def _told(engine: sa.Engine) -> Iterator[None]:
    try:
        yield
    except exc.DBAPIError as error:
        raise StoreError(place(engine), _reason(error)) from error


def _reason(error: exc.DBAPIError) -> str:
    said = str(error.orig).strip().splitlines()
    return said[0] if said else type(error.orig).__name__


def _server(address: str) -> sa.Engine:
    try:
        url = sa.make_url(address.replace("postgres:", "postgresql:", 1)).set(drivername="postgresql+psycopg")
    except (exc.ArgumentError, ValueError) as error:
        raise StoreError(address.rpartition("@")[2], "is no address of a database") from error
    try:
        return sa.create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(url.render_as_string(hide_password=True), "needs psycopg: install tocsin[postgres]") from error


def _keep_log(cursor: Any) -> None:
    """Turn on the write-ahead log; SQLite does not wait for that, so wait while somebody else makes the same store."""
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _file(path: Path, *, create: bool) -> sa.Engine:
    fresh = _check_file(path, create=create)
    how = {"creator": lambda: _frozen(path)} if _is_frozen(path) else {"connect_args": {"timeout": _WAIT_SECONDS}}
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), **how)
    sa.event.listen(engine, "connect", _set_up)
    sa.event.listen(engine, "begin", _begin)
    if fresh:
        with _told(engine), closing(engine.raw_connection()) as connection:
            connection.cursor().execute(f"PRAGMA application_id = {MARK}")
            _keep_log(connection.cursor())
    return engine


def _is_frozen(path: Path) -> bool:
    """Tell whether nobody can write a store here, so that no log can lie beside it: it may be read all the same."""
    logged = path.with_name(f"{path.name}-wal").exists()
    return path.exists() and not logged and not os.access(path, os.W_OK) and not os.access(path.parent, os.W_OK)


def _frozen(path: Path) -> SqliteConnection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)


def _check_file(path: Path, *, create: bool) -> bool:
    """Tell whether a store is to be made at a path; raise `StoreError` where none can be, or another thing stands."""
    try:
        head = _head(path)
    except OSError as error:
        raise StoreError(str(path), error.strerror or type(error).__name__) from error
    if head:
        if not (head.startswith(_MAGIC) and head[68:72] == MARK.to_bytes(4, "big")):
            raise StoreError(str(path), "is not a store of Tocsin")
    elif not create:
        raise StoreError(str(path), "there is no store here")
    elif not os.access(path.parent, os.W_OK):
        raise StoreError(str(path), "its folder does not exist or cannot be written to")
    return not head


def _head(path: Path) -> bytes:
    """Return the header of a file; nothing where there is no file."""
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(100)


def _set_up(connection: SqliteConnection, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    connection.execute("PRAGMA foreign_keys = ON")
    # With a write-ahead log this outlives any end of the program; only the machine's fall may cost the last reports.
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
