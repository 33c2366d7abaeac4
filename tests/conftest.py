"""What every room's tests may use: the factories in `tests.factories`, and a PostgreSQL server of the run's own."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("tocsin", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tocsin")  # the time that an example takes is never what is tested
sys.path.insert(0, str(Path(__file__).parents[1]))  # so that tests can import `tests.factories`
NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Yield the folder of the socket of a throw-away server; skip where there is none to start, but fail in CI."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        missing = "no PostgreSQL server is installed"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    home = Path(tempfile.mkdtemp(prefix="tocsin-pg-"))
    try:
        yield from _serve(programs[-1].parent, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a store that is not there yet, on either database."""
    if request.param == "sqlite":
        yield str(tmp_path / "case.db")
        return
    socket, name = request.getfixturevalue("postgres"), f"case_{next(NUMBERS)}"
    _psql(socket, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    yield f"postgresql://postgres@/{name}?host={socket}"
    _psql(socket, f"DROP DATABASE {name} WITH (FORCE)")


def _serve(programs: Path, home: Path) -> Iterator[str]:
    own = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []  # the server refuses to run as root
    if own:
        shutil.chown(home, pwd.getpwnam("postgres").pw_uid)
    data = str(home / "data")
    _run(*own, str(programs / "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-k {home} -c listen_addresses='' -c fsync=off"
    control = [*own, str(programs / "pg_ctl"), "-D", data, "-w"]
    _run(*control, "-l", str(home / "log"), "-o", options, "start")
    try:
        yield str(home)
    finally:
        _run(*control, "-m", "immediate", "stop")


def _psql(socket: str, statement: str) -> None:
    _run("psql", "-h", socket, "-U", "postgres", "-d", "postgres", "-q", "-c", statement)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")
