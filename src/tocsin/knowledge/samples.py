"""The bundled samples are composed; whoever reads one, from wherever, is told so."""

from functools import cache
from importlib.resources import files

from tocsin.errors import KnowledgeError


@cache
def sample_digests() -> frozenset[str]:
    """Return the SHA-256 of the text of every bundled sample."""
    source = files("tocsin.data") / "samples.csv"
    try:
        return frozenset(line.partition(",")[0] for line in source.read_text("utf-8").splitlines())
    except OSError as error:
        raise KnowledgeError(str(source), f"no digests of the samples: {error}") from error
