"""A reader that sees what a test says: words with their labels, and how pairs of words compare."""

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from tocsin.knowledge.reader import LABELS, ROLES, STANCES, Passage

WORD = re.compile(r"\w+|[^\w\s]")


class FakeReader:
    """Stands in for the trained reader; `labels` are chances by word, pairs are given by their two words.

    A word's vector holds the number under which the fake knows it, so that pairs can be looked up.
    """

    def __init__(
        self,
        labels: Mapping[str, Mapping[str, float]],
        links: Mapping[tuple[str, str], str] = {},
        unlike: frozenset[tuple[str, str]] = frozenset(),
        stands: Mapping[tuple[str, str], str] = {},
    ) -> None:
        self._labels = labels
        self._links = links
        self._unlike = unlike
        self._stands = stands
        self._words: list[str] = []

    def read(self, text: str) -> Passage:
        """Read a text word by word, between two ends as an encoder has them."""
        words = list(WORD.finditer(text))
        first = len(self._words)
        self._words += [word[0] for word in words]
        chances = np.zeros((len(words) + 2, len(LABELS)), dtype=np.float32)
        for at, word in enumerate(words, 1):
            for label, chance in self._labels.get(word[0], {}).items():
                chances[at, LABELS.index(label)] = chance
        numbers = np.arange(first - 1, first + len(words) + 1, dtype=np.float32)[:, None]
        spans = ((0, 0), *(word.span() for word in words), (0, 0))
        return Passage(spans, chances, numbers, numbers, float(chances.max()))

    def links(self, event: Any, part: Any) -> Any:
        """Return 1 for the role of a pair, and 0 for all others."""
        role = self._links.get((self._word(event), self._word(part)))
        return np.array([float(each == role) for each in ROLES], dtype=np.float32)

    def alike(self, one: Any, other: Any) -> float:
        """Return 0 for two words that the test parts, else a chance that decides nothing."""
        pair = (self._word(one), self._word(other))
        return 0.0 if pair in self._unlike or pair[::-1] in self._unlike else 0.5

    def stances(self, part: Any, event: Any) -> Any:
        """Return 1 for the stance of a pair."""
        stance = self._stands.get((self._word(part), self._word(event)), "none")
        return np.array([float(each == stance) for each in STANCES], dtype=np.float32)

    def _word(self, vector: Any) -> str:
        return self._words[round(float(vector[0]))]
