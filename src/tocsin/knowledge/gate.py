"""What words say for or against political violence being the news: weights that were learned, and kinds of cue.

Made by `scripts/build_relevance.py` from labelled texts in `gold/`. No name of a place or a people has a weight.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Gate:
    """`weights` of words, and of kinds of cue under names that no word has; `kinds` of cue that a single word is."""

    weights: Mapping[str, float]
    kinds: Mapping[str, tuple[str, ...]]


def load_gate() -> Gate:
    """Open what ships with the package."""
    raw = json.loads(files("tocsin.data").joinpath("relevance.json").read_text("utf-8"))
    return Gate(raw["weights"], {word: tuple(kinds) for word, kinds in raw["kinds"].items()})
