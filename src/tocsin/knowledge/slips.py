"""Slips of the pen, of typing and of scanning in a name of several words: each word is right or nearly so.

A word that is some other name's own is no slip: a front is not an army.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tocsin.knowledge.edits import apart, is_near

_SHORTEST = 12  # letters of a name whose words may be wrong
_MOST = 3  # slips in a name
_TWO = 7  # letters of a word that may have two
_ONE = 4
_SCANNED = (("rn", "m"), ("rm", "m"), ("nn", "m"), ("cl", "d"), ("vv", "w"), ("0", "o"), ("1", "l"), ("5", "s"))

_Shape = tuple[int, str]
Known = tuple[tuple[str, ...], tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Slips:
    """Names of several words, as written and as they sound, each with its record.

    Their `places` are found by the number of words with the first letter, then by a word's place and its sound; `words`
    are known to be right.
    """

    names: tuple[Known, ...]
    places: Mapping[_Shape, tuple[Mapping[str, tuple[int, ...]], ...]]
    words: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[Known]) -> "Slips":
        """Index the names that are long enough; a word of several records' names is known to be right."""
        every = tuple(names)
        kept = tuple(one for one in every if len(one[0]) > 1 and len("".join(one[1])) >= _SHORTEST)
        places: dict[_Shape, tuple[defaultdict[str, list[int]], ...]] = {}
        for at, (_, sounds, _) in enumerate(kept):
            below = places.setdefault(_shape(sounds), tuple(defaultdict(list) for _ in sounds))
            for sound, known in zip(sounds, below, strict=True):
                known[sound].append(at)
        bearers: defaultdict[str, set[str]] = defaultdict(set)
        for written, _, actor_id in every:
            for word in written:
                bearers[word].add(actor_id)
        words = frozenset(word for word, ids in bearers.items() if len(ids) > 1)
        return cls(kept, {shape: tuple(map(_frozen, below)) for shape, below in places.items()}, words)

    def find(self, words: Sequence[str], sounds: Sequence[str]) -> frozenset[str]:
        """Return the records with a name that is these words with a few slips, one word at least being right."""
        below = self.places.get(_shape(sounds), ()) if len(words) > 1 else ()
        if len("".join(sounds)) < _SHORTEST - 1:
            return frozenset()
        found = [known[sound] for sound, known in zip(sounds, below, strict=False) if sound in known]
        for places in sorted(found, key=len):
            near = (self.names[at] for at in places)
            ids = {actor_id for written, heard, actor_id in near if self._is_slip(words, sounds, written, heard)}
            if ids:
                return frozenset(ids)
        return frozenset()

    def _is_slip(
        self, words: Sequence[str], sounds: Sequence[str], written: Sequence[str], heard: Sequence[str]
    ) -> bool:
        slips = 0
        for word, sound, right, other in zip(words, sounds, written, heard, strict=True):
            if sound == other:
                continue
            if word in self.words and f"{word}s" != right:
                return False
            slips += 1 if _scanned(word) == _scanned(right) else min(_apart(sound, other), _apart(word, right))
            if slips > _MOST:
                return False
        return True


def _shape(sounds: Sequence[str]) -> _Shape:
    return len(sounds), sounds[0][:1]


def _frozen(known: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    return {sound: tuple(at) for sound, at in known.items()}


@lru_cache(maxsize=1 << 12)
def _scanned(word: str) -> str:
    """Return a word without what a scanner takes for something else."""
    for seen, meant in _SCANNED:
        word = word.replace(seen, meant)
    return word


def _apart(one: str, other: str) -> int:
    """Return the letters by which two words differ; more than any name may have where they are too many."""
    shorter = min(len(one), len(other))
    if one[:1] != other[:1] or shorter < _ONE:
        return 0 if one == other else _MOST + 1
    if shorter < _TWO:
        return 1 if is_near(one, other) else _MOST + 1
    letters = apart(one, other, 2)
    return letters if letters <= 2 else _MOST + 1
