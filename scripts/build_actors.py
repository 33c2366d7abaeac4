"""Compile the actors, forces, countries and words about actors of `resources/` to `actors.json`.

What stops the build: a malformed record, an id that a record names and none has, and a name that two records bear and
neither declares ambiguous. `--check` compares instead of writing.
"""

import json
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec
import yaml

from compiled import ship
from country_rows import Country, Historic, rows, words
from forces import read_forces
from tocsin.errors import KnowledgeError
from tocsin.knowledge.actor_files import read_actor, together

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
TARGET = ROOT / "src" / "tocsin" / "data" / "actors.json"


def load(path: Path) -> Any:
    """Return what a YAML file holds."""
    return yaml.safe_load(path.read_text("utf-8"))


def build() -> str:
    """Return the compiled authority as JSON text; raise `ValueError` where records conflict."""
    state = load(RESOURCES / "state_forces.yml")
    records = [read_actor(path) for path in sorted((RESOURCES / "actors").glob("*.yml"))]
    countries = rows(RESOURCES / "countries.yml", Country)
    whole = together([*records, *read_forces(RESOURCES / "forces", frozenset(countries))])
    if whole.conflicts:
        raise ValueError("\n".join(whole.conflicts))
    titles, codes = words(countries, rows(RESOURCES / "historic_states.yml", Historic))
    compiled = {
        "actors": [compact(record) for record in whole.records],
        "state": {key: state[key] for key in ("nouns", "describes", "people", "foreign", "never", "proper")},
        "words": load(RESOURCES / "actor_words.yml"),
        "countries": {"titles": titles, "codes": codes},
    }
    return json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def compact(value: Any) -> Any:
    """Return a record as plain values without the fields that hold their default."""
    if isinstance(value, tuple):
        return [compact(item) for item in value]
    if not hasattr(value, "__dataclass_fields__"):
        return msgspec.to_builtins(value)
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    defaults = {field.name: field.default for field in fields(value)}
    return {key: compact(item) for key, item in held.items() if item not in ((), {}) and item != defaults[key]}


if __name__ == "__main__":
    try:
        sys.exit(ship(TARGET, build))
    except (KnowledgeError, ValueError) as error:
        sys.exit(f"{error}")
