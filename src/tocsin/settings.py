"""What a user may set: each setting has a default, an environment variable and one sentence of help.

The command line takes its defaults from here, and the reference page is this tuple.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that a user may set; `default` is called when nothing sets it."""

    name: str
    default: Callable[[], str]
    help: str
    env: str

    def value(self) -> str:
        """Return what the environment sets, else the default."""
        return os.environ.get(self.env) or self.default()


def _store() -> str:
    from platformdirs import user_data_path

    return str(user_data_path("tocsin", appauthor=False) / "tocsin.db")


def _actors() -> str:
    from platformdirs import user_data_path

    return str(user_data_path("tocsin", appauthor=False) / "actors")


def _cache() -> str:
    from platformdirs import user_cache_path

    return str(user_cache_path("tocsin", appauthor=False))


STORE = Setting("store", _store, "The store: a file (SQLite) or a postgresql:// address.", "TOCSIN_STORE")
HOST = Setting("host", lambda: "127.0.0.1", "The address that the desk listens on.", "TOCSIN_HOST")
PORT = Setting("port", lambda: "8642", "The port that the desk listens on.", "TOCSIN_PORT")
ACTORS = Setting("actors", _actors, "The folder of your own actors, which lie over the shipped ones.", "TOCSIN_ACTORS")
CACHE = Setting("cache", _cache, "The folder for unpacked copies of shipped data; it may be emptied.", "TOCSIN_CACHE")
SETTINGS = (STORE, HOST, PORT, ACTORS, CACHE)
