"""How much it says that two reports share a word: little where every report may have it, much where few do.

The shares are those of our own texts (`scripts/build_frequencies.py`); a word written as a name is at least as common
as the largest place of that name makes likely, so that "Mogadishu" says less than the name of a street.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import NamedTuple

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import Gazetteer

_TOKEN = re.compile(r"[^\W_][\w'’]*")
_SHORTEST = 3
_COMMON = 1.5  # nats: what a word that stands in one report of five would say is not counted
_OFTEN = 0.02  # a word of so large a share of texts is no name, however it is written
_CITY = 100_000
_SHARES = {"country": 0.1, "admin1": 0.03, "region": 0.03}
_BY_SIZE = ((2_000_000, 0.03), (300_000, 0.015), (50_000, 0.005))


class Token(NamedTuple):
    """One word of a text, folded; `named` where it is written like a name and does not begin the text."""

    word: str
    named: bool


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text that have three letters or more."""
    for found in _TOKEN.finditer(text):
        named = found.start() > 0 and found.group()[0].isupper()
        for word in fold(found.group()).split():
            if len(word) >= _SHORTEST:
                yield Token(word, named)


@dataclass(frozen=True, slots=True)
class Rarity:
    """The shares of texts that hold each word, and what names stand for: the share of a place, a country."""

    texts: int
    words: Mapping[str, int]
    place_share: Callable[[str], float]
    country_of: Callable[[str], str | None]

    def weight(self, token: Token) -> float:
        """Return what sharing a word says, in nats above what is common; 0 for common words."""
        share = (self.words.get(token.word, 0) + 0.5) / (self.texts + 1)
        if self.is_name(token):
            share = max(share, self.place_share(token.word))
        return max(0.0, -log(share) - _COMMON)

    def is_name(self, token: Token) -> bool:
        """Tell whether a token is written as a name and is not one of the words of every text."""
        return token.named and self.words.get(token.word, 0) < _OFTEN * self.texts

    def countries(self, told: Iterable[Token]) -> tuple[str, ...]:
        """Return the two countries that the most names of a text speak of: their own, their people's, their cities'."""
        votes = Counter(code for token in told if token.named and (code := self.country_of(token.word)))
        return tuple(code for code, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:2])


def load_rarity(places: Gazetteer, countries: Countries) -> Rarity:
    """Open what ships with the package."""
    raw = json.loads(files("tocsin.data").joinpath("frequencies.json").read_text("utf-8"))

    @lru_cache(maxsize=1 << 16)
    def share(name: str) -> float:
        return max((_share(row.kind, row.population) for row in places.lookup(name)[:6]), default=0.0)

    @lru_cache(maxsize=1 << 16)
    def country(name: str) -> str | None:
        code = countries.nationality(name.title()) or countries.code_of(name)
        large = (row.country for row in places.lookup(name)[:3] if row.kind == "admin1" or row.population >= _CITY)
        return code or next((one for one in large if one is not None), None)

    return Rarity(raw["texts"], raw["words"], share, country)


def _share(kind: str, population: int) -> float:
    """Return a guess at the share of reports that name a place; ours, made by its kind and size."""
    by_size = next((share for least, share in _BY_SIZE if population >= least), 0.0)
    return max(_SHARES.get(kind, 0.0), by_size)
