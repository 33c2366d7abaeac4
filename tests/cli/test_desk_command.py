import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from tocsin.cli import app
from tocsin.llm.server import is_loopback
from tocsin.pipeline import open_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    open_store(tmp_path / "case.db").close()
    return tmp_path / "case.db"


def test_serve_says_where_shows_the_store_and_stops_quietly(store: Path) -> None:
    command = [sys.executable, "-m", "tocsin", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as desk:
        assert desk.stderr
        said = desk.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address, said
        page = httpx.get(address[0], follow_redirects=True)
        desk.send_signal(signal.SIGINT)
        rest = desk.stderr.read()
    assert (page.status_code, rest, desk.returncode) == (200, "", 0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_demo_leaves_nothing_behind_when_it_is_stopped(number: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tocsin", "demo", "--port", "0"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    ) as desk:
        assert desk.stderr
        address = re.search(r"http://\S+", desk.stderr.readline())
        assert address
        assert httpx.get(f"{address[0]}healthz").status_code == 200
        assert [path.name[:12] for path in tmp_path.iterdir()] == ["tocsin-demo-"]
        desk.send_signal(number)
        rest = desk.stderr.read()
    assert (rest, desk.returncode, list(tmp_path.iterdir())) == ("", 0, [])


def test_a_port_that_is_taken_is_one_line_and_status_1(store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["serve", "--store", str(store), "--port", str(port)])
    assert result.stderr.startswith(f"tocsin: 127.0.0.1:{port}: cannot listen there: ")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("192.168.1.4", False)],
)
def test_only_loopback_is_this_machine_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def test_demo_prints_what_the_bundled_samples_tell() -> None:
    result = CliRunner().invoke(app, ["demo", "--no-serve"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "ATTACK" in result.stdout
    assert "language not understood: names only" in result.stdout
