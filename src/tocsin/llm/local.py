"""A GGUF file on this machine, served to this process alone by llama.cpp through xllamacpp."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tocsin.errors import ReaderError
from tocsin.llm.server import TOKENS, Server

CONTEXT = 8_192  # tokens of a text and its answer
_QUIET = -1


@contextmanager
def served(gguf: Path, *, seconds: float) -> Iterator[Server]:
    """Yield a server of the model in a file, on loopback and with a key of its own, while it is needed."""
    if not gguf.is_file():
        raise ReaderError(str(gguf), "no such file, expected a GGUF model")
    try:
        import xllamacpp
    except ImportError:
        raise ReaderError(str(gguf), "needs the package xllamacpp, which is not installed") from None
    key = secrets.token_hex()
    asked = xllamacpp.CommonParams()
    asked.model.path, asked.n_ctx, asked.n_parallel, asked.n_predict = str(gguf), CONTEXT, 1, TOKENS
    asked.hostnames, asked.port, asked.api_keys, asked.ui, asked.verbosity = ["127.0.0.1"], 0, [key], False, _QUIET
    asked.sampling.penalty_freq = 0.3  # small models say one thing again and again
    # Threads wait for each other in a tight loop: where other work has one of their cores, it is twenty times slower.
    asked.cpuparams.n_threads = asked.cpuparams_batch.n_threads = max(1, (os.cpu_count() or 2) - 1)
    try:
        running = xllamacpp.Server(asked)
    except RuntimeError:
        raise ReaderError(str(gguf), "cannot be loaded: llama.cpp takes it for no GGUF model that it can run") from None
    yield Server(f"{running.listening_address}/v1", key=key, seconds=seconds)
