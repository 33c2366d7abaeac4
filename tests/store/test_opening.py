import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.factories import bombing, number, report
from tests.merging import MERGER

from tocsin.errors import StoreError
from tocsin.store import open_store
from tocsin.store.migrate import HEAD, _config
from tocsin.store.open import connect, reading, writing
from tocsin.store.schema import METADATA


def damaged(path: Path) -> None:
    """Leave a store whose header is whole and whose pages are not."""
    open_store(path, MERGER).close()
    path.write_bytes(path.read_bytes()[:100] + os.urandom(20_000))


def cut_short(path: Path) -> None:
    open_store(path, MERGER).close()
    path.write_bytes(path.read_bytes()[:3_000])


def foreign(path: Path) -> None:
    """Leave another program's SQLite file."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def newer(path: Path) -> None:
    engine = connect(path)
    with writing(engine) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (damaged, "malformed"),
        (cut_short, "malformed|not a database"),
        (foreign, "is not a store of Tocsin"),
        (newer, "was made by a newer version of Tocsin"),
        (lambda path: path.write_bytes(b"Dear diary, today ..."), "is not a store of Tocsin"),
        (lambda path: path.write_bytes(b"\x00" * 50), "is not a store of Tocsin"),
    ],
)
def test_what_is_no_store_of_this_version_is_refused_in_one_line_and_left_as_it_is(
    tmp_path: Path, prepare: Callable[[Path], object], reason: str
) -> None:
    path = tmp_path / "case.db"
    prepare(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=reason) as caught:
        open_store(path, MERGER)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (before, ["case.db"])


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Is a directory"):
        open_store(tmp_path, MERGER)


def test_a_store_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder does not exist"):
        open_store(tmp_path / "no" / "case.db", MERGER)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_where_nothing_is_to_be_made(where: str) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(where, MERGER, create=False)
    if not where.startswith("postgresql"):
        assert not Path(where).exists()


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "case.db").touch()
    with open_store(tmp_path / "case.db", MERGER) as store:
        assert store.totals().incidents == 0


@pytest.mark.parametrize("rest", ["/nowhere?host=/no/such/folder", "here:port/nowhere"])
def test_a_server_that_does_not_answer_is_named_without_the_password(rest: str) -> None:
    with pytest.raises(StoreError, match="nowhere") as caught:
        open_store(f"postgresql://me:secret@{rest}", MERGER)
    assert "secret" not in str(caught.value)


def test_a_database_of_another_program_is_refused(where: str) -> None:
    if where.startswith("postgresql"):
        engine = sa.create_engine(where.replace("postgresql:", "postgresql+psycopg:"))
        with engine.begin() as connection:
            connection.execute(sa.text("CREATE TABLE bookmarks (url TEXT)"))
        engine.dispose()
        with pytest.raises(StoreError, match="holds tables that are not a store of Tocsin"):
            open_store(where, MERGER)


def test_what_was_kept_is_there_when_the_store_is_opened_again(where: str) -> None:
    with open_store(where, MERGER) as store:
        store.update(report("d1", bombing()), version="1")
        before = list(store.incidents())
    with open_store(where, MERGER, create=False) as store:
        assert list(store.incidents()) == before


def test_the_migrations_make_the_tables_that_the_program_knows(where: str) -> None:
    engine = connect(where)
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_the_version_that_the_program_expects_is_the_last_migration() -> None:
    assert ScriptDirectory.from_config(_config()).get_current_head() == HEAD


def test_a_store_of_former_tables_is_brought_up_with_what_it_holds(where: str) -> None:
    """Three reports were one incident until the third was read anew; both states are there, and it goes on."""
    former(where)
    with open_store(where, MERGER) as store:
        assert {one.accounts for one in store.incidents()} == {("d1:e1",), ("d2:e1",), ("d3@2:e1",)}
        (together,) = store.incidents(as_of=datetime(2024, 3, 27, 11, 30, tzinfo=UTC))
        assert (together.accounts, together.fields["killed"].contested) == (("d1:e1", "d2:e1", "d3:e1"), True)
        assert [len(state.accounts) for state in store.history(together.id)] == [1, 3, 1]
        assert store.update(report("d4", bombing(killed=number(30))), version="1").outcome == "added"
        assert ("d2:e1", "d4:e1") in {one.accounts for one in store.incidents()}


def former(where: str) -> None:
    """Make a store as the version before memberships made it."""
    engine = connect(where)
    with writing(engine) as connection:
        for name in reversed(METADATA.sorted_tables):
            name.drop(connection)
        connection.execute(sa.text("DROP TABLE alembic_version"))
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        for line in (Path(__file__).parent / "data" / "store_of_0003.sql").read_text("utf-8").splitlines():
            connection.execute(sa.text(line.replace(":", r"\:")))
        if engine.dialect.name == "postgresql":  # rows with numbers of their own leave its counters behind
            for name in ("changes", "documents", "readings", "adoptions", "accounts"):
                connection.execute(
                    sa.text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}")
                )
    engine.dispose()


def test_every_table_of_a_file_is_strict(tmp_path: Path) -> None:
    engine = connect(tmp_path / "case.db")
    with reading(engine) as connection:
        lax = connection.execute(sa.text("SELECT name FROM pragma_table_list WHERE strict = 0 AND type = 'table'"))
        assert {row.name for row in lax} == {"alembic_version", "sqlite_schema", "sqlite_temp_schema"}
    engine.dispose()


def test_writers_take_turns(where: str) -> None:
    """Four at once, each opening the store for itself, lose nothing."""

    def write(number: int) -> str:
        with open_store(where, MERGER) as store:
            return store.update(report(f"d{number}", bombing()), version="1").outcome

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(write, range(8))) == ["added"] * 8
    with open_store(where, MERGER) as store:
        (incident,) = store.incidents()
        assert len(incident.documents) == 8
