"""Tocsin reads open news reporting on political violence into sourced records.

`read(path)` gives a document, `analyze(document)` what it reports, `open_store(where)` a place to keep and find it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tocsin.pipeline import analyze, open_store
    from tocsin.read import read

__all__ = ["analyze", "open_store", "read"]


def __getattr__(name: str) -> Any:
    """Load a public function when it is first asked for: the models behind them take seconds to load."""
    if name == "read":
        return import_module("tocsin.read")
    if name in __all__:
        return getattr(import_module("tocsin.pipeline"), name)
    raise AttributeError(f"module 'tocsin' has no attribute {name!r}")
