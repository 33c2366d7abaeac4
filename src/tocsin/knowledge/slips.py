"""Slips of the pen, of typing and of scanning in a name of several words: each word is right or nearly so.

A word that is some other name's own is no slip: a front is not an army.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_SHORTEST = 12  # letters of a name whose words may be wrong
_MOST = 3  # slips in a name
_TWO = 7  # letters of a word that may have two
_ONE = 4
_SCANNED = (("rn", "m"), ("rm", "m"), ("nn", "m"), ("cl", "d"), ("vv", "w"), ("0", "o"), ("1", "l"), ("5", "s"))

_Place = tuple[str, int, str]
Known = tuple[tuple[str, ...], tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Slips:
    """Names of several words, as written and as they sound, each with its record.

    Their `places` are found by each sound with the number of words and the first letter; `words` are known to be right.
    """

    names: tuple[Known, ...]
    places: Mapping[_Place, tuple[int, ...]]
    words: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[Known]) -> "Slips":
        """Index the names that are long enough; a word of several records' names is known to be right."""
        every = tuple(names)
        kept = tuple(one for one in every if len(one[0]) > 1 and len("".join(one[1])) >= _SHORTEST)
        places: defaultdict[_Place, list[int]] = defaultdict(list)
        for at, (_, sounds, _) in enumerate(kept):
            for sound in dict.fromkeys(sounds):
                places[sound, len(sounds), sounds[0][:1]].append(at)
        bearers: defaultdict[str, set[str]] = defaultdict(set)
        for written, _, actor_id in every:
            for word in written:
                bearers[word].add(actor_id)
        words = frozenset(word for word, ids in bearers.items() if len(ids) > 1)
        return cls(kept, {place: tuple(found) for place, found in places.items()}, words)

    def find(self, words: Sequence[str], sounds: Sequence[str]) -> frozenset[str]:
        """Return the records with a name that is these words with a few slips, one word at least being right."""
        if len(words) < 2 or len("".join(sounds)) < _SHORTEST - 1:
            return frozenset()
        shape = len(sounds), sounds[0][:1]
        for places in sorted((self.places.get((sound, *shape), ()) for sound in sounds), key=len):
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
            slips += 1 if _scanned(word) == _scanned(right) else _apart(sound, other)
            if slips > _MOST:
                return False
        return True


def _scanned(word: str) -> str:
    """Return a word without what a scanner takes for something else."""
    for seen, meant in _SCANNED:
        word = word.replace(seen, meant)
    return word


def _apart(one: str, other: str) -> int:
    """Return the letters by which two words differ; more than any name may have where they are too many."""
    most = 2 if min(len(one), len(other)) >= _TWO else 1 if min(len(one), len(other)) >= _ONE else 0
    if one[:1] != other[:1] or abs(len(one) - len(other)) > most:
        return _MOST + 1
    before, row = list[int](), list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for to, right in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != right))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == right:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
    return row[-1] if row[-1] <= most else _MOST + 1
