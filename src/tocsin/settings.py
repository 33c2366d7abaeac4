"""What a user may set: each setting has a default, an environment variable and one sentence of help.

The command line takes its defaults from here, and the reference page is this tuple.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from getpass import getuser


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


def _policy() -> str:
    from platformdirs import user_data_path

    return str(user_data_path("tocsin", appauthor=False) / "policy.yml")


def _cache() -> str:
    from platformdirs import user_cache_path

    return str(user_cache_path("tocsin", appauthor=False))


STORE = Setting("store", _store, "The store: a file (SQLite) or a postgresql:// address.", "TOCSIN_STORE")
HOST = Setting("host", lambda: "127.0.0.1", "The address that the desk listens on.", "TOCSIN_HOST")
PORT = Setting("port", lambda: "8642", "The port that the desk listens on.", "TOCSIN_PORT")
ACTORS = Setting("actors", _actors, "The folder of your own actors, which lie over the shipped ones.", "TOCSIN_ACTORS")
CACHE = Setting("cache", _cache, "The folder for unpacked copies of shipped data; it may be emptied.", "TOCSIN_CACHE")
JUDGE = Setting("judge", getuser, "The name under which your judgements are written.", "TOCSIN_JUDGE")
POLICY = Setting("policy", _policy, "A file that lies over the table of which value is shown first.", "TOCSIN_POLICY")
READER = Setting(
    "reader", lambda: "on", "Whether the trained reader is asked beside the lists of words: on or off.", "TOCSIN_READER"
)
LLM_URL = Setting(
    "llm_url",
    str,
    "The OpenAI-compatible address of a language model, like http://127.0.0.1:8080/v1.",
    "TOCSIN_LLM_URL",
)
LLM_MODEL = Setting("llm_model", str, "The model's name at that address.", "TOCSIN_LLM_MODEL")
LLM_KEY = Setting("llm_key", str, "The key that the address asks for.", "TOCSIN_LLM_KEY")
LLM_GGUF = Setting(
    "llm_gguf",
    str,
    "A GGUF file to be run on this machine through xllamacpp, in place of an address.",
    "TOCSIN_LLM_GGUF",
)
LLM_SECONDS = Setting(
    "llm_seconds", lambda: "300", "How many seconds a language model may take over a document.", "TOCSIN_LLM_SECONDS"
)
SETTINGS = (STORE, HOST, PORT, ACTORS, CACHE, JUDGE, POLICY, READER, LLM_URL, LLM_MODEL, LLM_KEY, LLM_GGUF, LLM_SECONDS)
