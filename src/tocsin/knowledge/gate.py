"""What each word of the language says for or against political violence being the news: weights that were learned.

`scripts/build_relevance.py` learns them from the labelled texts in `gold/`; no name and no word of creed has one.
"""

import json
from collections.abc import Mapping
from importlib.resources import files

Weights = Mapping[str, float]


def load_weights() -> Weights:
    """Read the shipped weights of words and of cues."""
    weights: dict[str, float] = json.loads((files("tocsin.data") / "relevance.json").read_text("utf-8"))
    return weights
