"""Names of actors come misspelt and romanised in many ways; two spellings that sound alike have one key.

`SpellingIndex.of(names).find(words)` gives the records with a strong name that is spelled alike: of the same key, or
(long keys) a letter more, less or other. Short names are left out: too much sounds like them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tocsin.knowledge.names import Entry, folded

_SHORTEST = 6  # letters of a key that may answer for another spelling of the same sound
_LONG = 9  # letters of a key in which one may differ
_SOUNDS = (
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ch", "sh"),
    ("dj", "j"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("ck", "k"),
    ("y", "i"),
    ("w", "v"),
    ("z", "s"),
    ("c", "k"),
    ("e", "i"),
    ("o", "u"),
)
_ARTICLES = frozenset(
    ("al", "el", "as", "az", "an", "ar", "at", "ad", "ash")
)  # the Arabic one, as it sounds before a letter
_QU = re.compile(r"qu(?=[aei])|q")
_TWICE = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aiu])h$")
_NONE = "?"
_LATIN = re.compile(r"[a-z0-9]+")


def sound(word: str) -> str:
    """Return the key of a folded word, how it sounds; a mark that no key holds where it is not in Latin letters."""
    if not _LATIN.fullmatch(word):
        return _NONE
    if word in _ARTICLES:
        return "al"
    key = _QU.sub("k", word)
    for letters, other in _SOUNDS:
        key = key.replace(letters, other)
    return _FINAL_H.sub("", _TWICE.sub(r"\1", key))


@dataclass(frozen=True, slots=True)
class SpellingIndex:
    """Records by the keys of their names, and by these with a letter left out; `most` is the longest name, in words."""

    keys: Mapping[str, frozenset[str]]
    cut: Mapping[str, frozenset[str]]
    most: int

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "SpellingIndex":
        """Index the strong names in Latin letters; raise nothing, leave out what is too short."""
        keys: defaultdict[str, set[str]] = defaultdict(set)
        most = 0
        for entry in entries:
            words = folded(entry.name)
            key = "".join(map(sound, words))
            if not entry.weak and _NONE not in key and len(key) >= _SHORTEST and not _is_acronym(entry.name):
                keys[key].add(entry.id)
                most = max(most, len(words))
        cut: defaultdict[str, set[str]] = defaultdict(set)
        for key in keys:
            for part in _cuts(key):
                cut[part].add(key)
        return cls(
            {key: frozenset(ids) for key, ids in keys.items()}, {key: frozenset(ks) for key, ks in cut.items()}, most
        )

    def find(self, key: str) -> frozenset[str]:
        """Return the ids of the records with a name that is spelled like the words whose sounds make a key."""
        if len(key) < _SHORTEST:
            return frozenset()
        same = self.keys.get(key)
        if same or len(key) < _LONG:
            return same or frozenset()
        near = {other for part in _cuts(key) for other in self.cut.get(part, ()) if _is_near(key, other)}
        return frozenset(i for other in near for i in self.keys[other])


def _cuts(key: str) -> Iterator[str]:
    """Yield a long key, and what is left of it without each one of its letters but the first."""
    if len(key) >= _LONG - 1:
        yield key
        for at in range(1, len(key)):
            yield key[:at] + key[at + 1 :]


def _is_near(one: str, other: str) -> bool:
    """Tell whether two keys differ by one letter, more, less or other, or by two neighbours in the other order."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _LONG - 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[start:], other[start:])
    swapped = rests[0][:2] == rests[1][1::-1] and rests[0][2:] == rests[1][2:] and len(one) == len(other)
    return swapped or rests[0][1:] == rests[1][1:] or rests[0] == rests[1][1:] or rests[0][1:] == rests[1]


def _is_acronym(name: str) -> bool:
    """Tell whether a name is in capitals: another letter makes it another acronym."""
    letters = [mark for mark in name if mark.isalpha()]
    return sum(mark.isupper() for mark in letters) * 2 > len(letters)
