"""The baseline of grouping reports: cosine of weighted words from .2 up, published within seven days, single link.

Weights are term frequency times smoothed inverse document frequency, as scikit-learn's `TfidfVectorizer` has them.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

ENOUGH = 0.2
DAYS = 7
_WORD = re.compile(r"\w\w+")


def partition(texts: Sequence[str], published: Sequence[date | None]) -> list[int]:
    """Return the cluster of each text: the number of its first text; an open day may be any."""
    home = list(range(len(texts)))

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = number = home[home[number]]
        return number

    for one, other in _alike(_weighted(texts)):
        here, there = published[one], published[other]
        if here is None or there is None or abs((here - there).days) <= DAYS:
            low, high = sorted((root(one), root(other)))
            home[high] = low
    return [root(number) for number in range(len(texts))]


def _weighted(texts: Sequence[str]) -> list[dict[str, float]]:
    counts = [Counter(_WORD.findall(text.lower())) for text in texts]
    spread = Counter(word for count in counts for word in count)
    found = []
    for count in counts:
        raw = {word: n * (1 + math.log((1 + len(texts)) / (1 + spread[word]))) for word, n in count.items()}
        norm = math.sqrt(sum(weight**2 for weight in raw.values())) or 1.0
        found.append({word: weight / norm for word, weight in raw.items()})
    return found


def _alike(weighted: Sequence[dict[str, float]]) -> list[tuple[int, int]]:
    """Return the pairs whose cosine is enough, by way of an index from words to texts."""
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found = []
    for number, weights in enumerate(weighted):
        sums: dict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for other, its in index[word]:
                sums[other] += weight * its
            index[word].append((number, weight))
        found += [(other, number) for other, cosine in sums.items() if cosine >= ENOUGH]
    return found
