"""Compile `resources/lexicons/*.yml` to `src/tocsin/data/lexicons.json`.

A lexicon is a YAML mapping; every regular expression in `cues.yml` must compile, no word stands twice in one list, and
no two files give a list of one name. What is sought in small letters may ask for no capital.
Run with `--check` to compare the shipped file with a fresh build instead of writing it.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

from compiled import ship
from tocsin.knowledge.wording import asks_for_case

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "lexicons"
TARGET = ROOT / "src" / "tocsin" / "data" / "lexicons.json"
SMALL = ("cues", "judgements", "weapons")  # files whose words are sought in a text in small letters


def lists(value: Any, where: str) -> list[tuple[str, list[str]]]:
    """Return every list of words below a value, each with its path."""
    if isinstance(value, list):
        return [(where, value)]
    if not isinstance(value, dict):
        return []
    return [found for key, below in value.items() for found in lists(below, f"{where}/{key}")]


def build() -> str:
    """Return the compiled lexicons as JSON text; raise `ValueError` on a word written twice in one list."""
    whole = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(SOURCE.glob("*.yml"))}
    for where, words in lists(whole, ""):
        if bare := [word for word in words if isinstance(word, bool)]:
            raise ValueError(f"{where}: write 'on', 'off', 'yes' and 'no' in quotes: {bare}")
        twice = sorted({word for word in words if words.count(word) > 1})
        if twice:
            raise ValueError(f"{where}: twice in the list: {', '.join(twice)}")
    names = [name for file in whole.values() for name, words in file.items() if isinstance(words, list)]
    if same := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"lists of one name: {', '.join(same)}")
    for patterns in whole["cues"].values():
        for pattern in patterns:
            re.compile(pattern)
    for where, words in lists({name: whole[name] for name in SMALL}, ""):
        if capital := [word for word in words if asks_for_case(word)]:
            raise ValueError(f"{where}: read in small letters, so that no capital is ever met: {capital}")
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    sys.exit(ship(TARGET, build))
