from pathlib import Path
from random import Random

import sqlalchemy as sa
from tests.merging import MERGER, clusters_of
from tests.store.crash import composed, killed_and_resumed
from tests.strategies import accounts_of

from tocsin.store import open_store
from tocsin.store.open import reading
from tocsin.store.schema import accounts, assertions, documents, stays

MANY, KILLS = 150, 6


def check(where: Path, many: int) -> None:
    """Assert that a store holds what so many reports give, nothing lost and nothing doubled."""
    reports = composed(many)
    with open_store(where, MERGER, create=False) as store:
        told = [account for one in reports for account in accounts_of(one)]
        assert {frozenset(one.accounts) for one in store.incidents()} == set(clusters_of(told))
        with reading(store.engine) as connection:
            counted = {
                table.name: connection.scalar(sa.select(sa.func.count()).select_from(table))
                for table in (documents, accounts, assertions)
            }
            doubled = sa.select(stays.c.account_id).where(stays.c.until.is_(None)).group_by(stays.c.account_id)
            assert connection.execute(doubled.having(sa.func.count() > 1)).all() == []
        said = sum(len(one.event.assertions) for one in told)
        assert counted == {"documents": many, "accounts": len(told), "assertions": said}


def test_a_store_whose_writer_was_killed_has_lost_and_doubled_nothing_and_goes_on(tmp_path: Path) -> None:
    met = killed_and_resumed(tmp_path / "case.db", MANY, KILLS, Random(1))
    assert met > 0
    check(tmp_path / "case.db", MANY)
