"""Names of actors come misspelt and romanised in many ways; two spellings that sound alike have one key.

`SpellingIndex.of(names).find(words)` gives the records with a strong name that is spelled alike: of the same key, or
(long keys) a letter more, less or other, or word by word with slips, or with other vowels, or an "h" elsewhere. Short
names are left out: too much sounds like them. What is less than sure needs the text's word for it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tocsin.knowledge.edits import apart, is_near
from tocsin.knowledge.names import Form
from tocsin.knowledge.slips import Slips

_SHORTEST = 6  # letters of a key that may answer for another spelling of the same sound
SHORT = 5  # letters of one that may, where the text speaks for it
_LONG = 9  # letters of a key in which one may differ
_LOOSE = 7  # letters of one in which one may, where the text speaks for it
_BONES = 8  # consonants of the key of several words, which may have other vowels
_MUTE = 8  # letters of the key of several words, in which an "h" may stand elsewhere: "Phatet Lao"
_FEW = 3  # vowels that may be wrong
_STEM = 8  # letters of a name's own words, without the noun for what bears it
_SOUNDS = (
    ("sch", "sh"),
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
    ("ei", "ai"),
    ("ey", "ai"),
    ("ck", "k"),
)
_LETTERS = str.maketrans("ywzceo", "ivskiu")
_ARTICLES = frozenset(
    ("al", "el", "as", "az", "an", "ar", "at", "ad", "ash", "ul", "ur", "ud")
)  # the Arabic one, as it sounds before a letter
_INNER = frozenset(("al", "un", "us", "ut"))  # what is one inside a name
ARTICLE = "al"
_JOINED_ARTICLE = re.compile(r"^[aeu]([dnrstz])(?=\1)")  # "Eddine"
_QU = re.compile(r"qu(?=[aei])|q")
_SOFT = re.compile(r"c(?=[eiy])")
_AU = re.compile(r"(?<=a)w(?![aeiou])")
_TWICE = re.compile(r"(.)\1+")
_ENDINGS = ((re.compile(r"(?<=[aiu])h$"), ""), (re.compile(r"(?<=[aiu])d$"), "t"), (re.compile(r"(?<=in)i$"), ""))
_NONE = "?"
_LATIN = re.compile(r"[a-z0-9]+")
_VOWELS = frozenset("aiu")
_NO_VOWELS = str.maketrans("", "", "aiu")


Halves = tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]


class Alike(NamedTuple):
    """The records with a name that is spelled alike; `sure` where no more need be known, `same` where it sounds so."""

    ids: frozenset[str]
    sure: bool = False
    same: bool = False


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """Return the key of a folded word, how it sounds; a mark that no key holds where it is not in Latin letters."""
    if not _LATIN.fullmatch(word):
        return _NONE
    if word in _ARTICLES:
        return ARTICLE
    key = _JOINED_ARTICLE.sub(ARTICLE, word)
    key = _QU.sub("k", key) if "q" in key else key
    key = _SOFT.sub("s", key) if "c" in key else key
    key = _AU.sub("u", key) if "w" in key else key
    for letters, other in _SOUNDS:
        key = key.replace(letters, other)
    key = _TWICE.sub(r"\1", key.translate(_LETTERS))
    for ending, other in _ENDINGS:
        key = ending.sub(other, key)
    return key


@dataclass(frozen=True, slots=True)
class SpellingIndex:
    """Records by the keys of their names, and by these with a letter left out; `most` is the longest name, in words.

    `bare` keys have no article; `stems` are those of the words before a noun for what bears the name ("Abu Nidal").
    `bones` are keys by their consonants, `mute` those of several words without any "h".
    """

    keys: Mapping[str, frozenset[str]]
    bare: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    halves: Mapping[int, Halves]
    bones: Mapping[str, tuple[str, ...]]
    mute: Mapping[str, frozenset[str]]
    slips: Slips
    most: int

    @classmethod
    def of(cls, forms: Iterable[Form], nouns: Collection[str] = ()) -> "SpellingIndex":
        """Index the strong names in Latin letters; raise nothing, leave out what is too short.

        `nouns` say what bears a name: an army, a front.
        """
        kept = [form for form in forms if not form.entry.weak and not _is_acronym(form.entry.name)]
        heard = {word: sound(word) for word in {word for form in kept for word in form.words}}
        strong = [(form.words, tuple(heard[word] for word in form.words), form.entry.id) for form in kept]
        strong = [one for one in strong if _NONE not in one[1]]
        keys: defaultdict[str, set[str]] = defaultdict(set)
        bare: defaultdict[str, set[str]] = defaultdict(set)
        for _, sounds, actor_id in strong:
            key = "".join(sounds)
            if len(key) >= SHORT:
                keys[key].add(actor_id)
                if short := _bare(sounds):
                    bare[short].add(actor_id)
        stems, mute = _stems(strong, nouns), defaultdict[str, set[str]](set)
        for words, _, actor_id in strong:
            if len(words) > 1 and len(key := _mute(words)) >= _MUTE:
                mute[key].add(actor_id)
        bones: defaultdict[str, list[str]] = defaultdict(list)
        for key in keys:
            if len(found := _bones(key)) >= _BONES:
                bones[found].append(key)
        return cls(
            _frozen(keys),
            _frozen(bare),
            _frozen(stems),
            _by_halves(dict.fromkeys((*keys, *stems))),
            _tuples(bones),
            _frozen(mute),
            Slips.of(strong),
            max((len(words) for words, _, _ in strong), default=0),
        )

    def find(self, words: Sequence[str], sounds: Sequence[str]) -> Alike | None:
        """Return the records with a name that is spelled like folded words with these sounds, if there are any."""
        key = "".join(sounds)
        if _NONE in key or len(key) < SHORT:
            return None
        same = self.keys.get(key)
        if same:
            return Alike(same, sure=len(key) >= _SHORTEST, same=True)
        same = self.bare.get(_bare(sounds))
        if same:
            return Alike(same, sure=True, same=True)
        near = {i for other in self._near(key) for i in self.keys.get(other, ()) if _is_likely(key, other, sounds)}
        if near:
            wrong = any(word not in self.slips.words for word in words)  # "Red Brigade" has two right words
            return Alike(frozenset(near), sure=wrong and len(key) >= _LONG)
        slipped = self.slips.find(words, sounds)
        if slipped:
            return Alike(slipped, sure=len(words) > 2)
        loose = self._loose(words, key) if len(words) > 1 else None
        return Alike(loose) if loose and any(word not in self.slips.words for word in words) else None

    def _loose(self, words: Sequence[str], key: str) -> frozenset[str]:
        """Return the records with a name of the same consonants and nearly its vowels, or with an "h" elsewhere."""
        near = (other for other in self.bones.get(_bones(key), ()) if apart(key, other, _FEW) <= _FEW)
        found = frozenset(actor_id for other in near for actor_id in self.keys[other])
        return found or ("h" in "".join(words) and self.mute.get(_mute(words))) or frozenset()

    def of_stem(self, sounds: Sequence[str]) -> Alike | None:
        """Return the records whose names begin with words of these sounds, before a noun for what bears the name."""
        key = "".join(sounds)
        same = self.stems.get(key)
        near = same or frozenset(i for other in self._near(key) for i in self.stems.get(other, ()))
        return Alike(near) if near else None

    def _near(self, key: str) -> set[str]:
        """Return the keys that differ from one by a letter, more, less or other, or by two in the other order."""
        if len(key) < _LOOSE:
            return set()
        near = set[str]()
        for size in (len(key) - 1, len(key), len(key) + 1):
            middle, known = (size - 1) // 2, self.halves.get(size)
            if known:
                for other in (*known[0].get(key[:middle], ()), *known[1].get(key[middle + 1 - size :], ())):
                    if key[0] == other[0] and is_near(key, other):
                        near.add(other)
        return near


def _bare(sounds: Sequence[str]) -> str:
    """Return the key of several words without articles; nothing where it is too short to tell a name."""
    if len(sounds) < 2:
        return ""
    words = [one for at, one in enumerate(sounds) if one not in _INNER or (at == 0 and one != ARTICLE)]
    key = "".join(words)
    return key if len(words) > 1 and len(key) >= _STEM else ""


def _stems(
    strong: Iterable[tuple[tuple[str, ...], tuple[str, ...], str]], nouns: Collection[str]
) -> dict[str, set[str]]:
    """Return the words of names before the first noun for what bears them, where they are nobody else's words."""
    names = list(strong)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for words, _, actor_id in names:
        for word in words:
            bearers[word].add(actor_id)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for words, sounds, actor_id in names:
        size = next((at for at, word in enumerate(words) if word in nouns), 0)
        own = any(len(word) >= SHORT and len(bearers[word]) == 1 for word in words[:size])
        if size > 1 and own and len("".join(sounds[:size])) >= _STEM:
            found["".join(sounds[:size])].add(actor_id)
    return found


def _is_likely(key: str, other: str, sounds: Sequence[str]) -> bool:
    """Tell whether a key that differs in a letter is no other word: a long one, one of several words, or by a vowel."""
    if len(key) >= _LONG or len(sounds) > 1:
        return min(len(key), len(other)) >= (_LONG - 1 if len(key) >= _LONG else _LOOSE)
    left = next((at for at, (a, b) in enumerate(zip(key, other, strict=False)) if a != b), min(len(key), len(other)))
    return {key[left : left + 1], other[left : left + 1]} & _VOWELS != set() or len(key) == _LONG - 1


def _bones(key: str) -> str:
    """Return the consonants of a key, and its first letter."""
    return key[:1] + key[1:].translate(_NO_VOWELS)


def _mute(words: Iterable[str]) -> str:
    """Return the key of words as if they had no "h"."""
    return "".join([sound(word.replace("h", "")) for word in words])


def _by_halves(keys: Iterable[str]) -> dict[int, Halves]:
    """Return keys that are long enough by their length, then by either half.

    Between these a letter is left out, so that two neighbours in the other order spoil one half alone.
    """
    found: defaultdict[int, tuple[dict[str, list[str]], dict[str, list[str]]]] = defaultdict(lambda: ({}, {}))
    for key in keys:
        if len(key) >= _LOOSE - 1:
            middle = (len(key) - 1) // 2
            for half, below in zip((key[:middle], key[middle + 1 :]), found[len(key)], strict=True):
                below.setdefault(half, []).append(key)
    return {size: (_tuples(first), _tuples(second)) for size, (first, second) in found.items()}


def _tuples(found: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in found.items()}


def _is_acronym(name: str) -> bool:
    """Tell whether a name is in capitals: another letter makes it another acronym."""
    letters = [mark for mark in name if mark.isalpha()]
    return sum(mark.isupper() for mark in letters) * 2 > len(letters)


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in found.items()}
