"""Names of actors come misspelt and romanised in many ways; two spellings that sound alike have one key.

`SpellingIndex.of(names).find(words)` gives the records with a strong name that is spelled alike: of the same key, or
(long keys) a letter more, less or other. Short names are left out: too much sounds like them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.knowledge.names import Form

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
)
_LETTERS = str.maketrans("ywzceo", "ivskiu")
_ARTICLES = frozenset(
    ("al", "el", "as", "az", "an", "ar", "at", "ad", "ash")
)  # the Arabic one, as it sounds before a letter
_QU = re.compile(r"qu(?=[aei])|q")
_TWICE = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aiu])h$")
_NONE = "?"
_OPEN = "*"
_LATIN = re.compile(r"[a-z0-9]+")


def sound(word: str) -> str:
    """Return the key of a folded word, how it sounds; a mark that no key holds where it is not in Latin letters."""
    if not _LATIN.fullmatch(word):
        return _NONE
    if word in _ARTICLES:
        return "al"
    key = _QU.sub("k", word) if "q" in word else word
    for letters, other in _SOUNDS:
        key = key.replace(letters, other)
    key = key.translate(_LETTERS)
    return _FINAL_H.sub("", _TWICE.sub(r"\1", key))


@dataclass(frozen=True, slots=True)
class SpellingIndex:
    """Records by the keys of their names, and long keys by their halves; `most` is the longest name, in words."""

    keys: Mapping[str, frozenset[str]]
    halves: Mapping[str, tuple[str, ...]]
    most: int

    @classmethod
    def of(cls, forms: Iterable[Form]) -> "SpellingIndex":
        """Index the strong names in Latin letters; raise nothing, leave out what is too short."""
        strong = [form for form in forms if not form.entry.weak]
        sounds = {word: sound(word) for word in {word for form in strong for word in form.words}}
        keys: defaultdict[str, set[str]] = defaultdict(set)
        most = 0
        for form in strong:
            key = "".join([sounds[word] for word in form.words])
            if _NONE not in key and len(key) >= _SHORTEST and not _is_acronym(form.entry.name):
                keys[key].add(form.entry.id)
                most = max(most, len(form.words))
        halves: defaultdict[str, list[str]] = defaultdict(list)
        for key in keys:
            if len(key) >= _LONG - 1:
                for half in _halves(key, len(key)):
                    halves[half].append(key)
        return cls(
            {key: frozenset(ids) for key, ids in keys.items()}, {half: tuple(ks) for half, ks in halves.items()}, most
        )

    def find(self, key: str) -> frozenset[str]:
        """Return the ids of the records with a name that is spelled like the words whose sounds make a key."""
        if len(key) < _SHORTEST:
            return frozenset()
        same = self.keys.get(key)
        if same or len(key) < _LONG:
            return same or frozenset()
        sizes = (len(key) - 1, len(key), len(key) + 1)
        halves = (half for size in sizes for half in _halves(key, size))
        near = {other for half in halves for other in self.halves.get(half, ()) if _is_near(key, other)}
        return frozenset(i for other in near for i in self.keys[other])


def _halves(key: str, size: int) -> tuple[str, str]:
    """Return both halves of a key, as those of a key of some size: what differs by a letter from it shares one.

    Between them a letter is left out, so that two neighbours in the other order spoil one half alone.
    """
    middle = (size - 1) // 2
    return key[:middle].ljust(size, _OPEN), key[middle + 1 - size :].rjust(size, _OPEN)


def _is_near(one: str, other: str) -> bool:
    """Tell whether two keys differ by a letter but the first, more, less or other, or by two neighbours swapped."""
    if one[0] != other[0]:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[start:], other[start:])
    swapped = rests[0][:2] == rests[1][1::-1] and rests[0][2:] == rests[1][2:] and len(one) == len(other)
    return swapped or rests[0][1:] == rests[1][1:] or rests[0] == rests[1][1:] or rests[0][1:] == rests[1]


def _is_acronym(name: str) -> bool:
    """Tell whether a name is in capitals: another letter makes it another acronym."""
    letters = list(filter(str.isalpha, name))
    return 2 * sum(map(str.isupper, letters)) > len(letters)
