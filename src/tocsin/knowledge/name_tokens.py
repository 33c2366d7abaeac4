"""Each word of a text or a name has keys by which names are found in any language.

A key is what the word means, if it is a word of which names are made ("=army"), the land that it tells ("@AF"), its
skeleton of consonants ("~tlbn"), an acronym ("!pkk") or a number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from tocsin.knowledge.name_words import GLUED, NameWords, forms
from tocsin.knowledge.names import Word, fold
from tocsin.knowledge.romanize import romanized, script_of, skeleton

UNSPACED = frozenset(("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"))
ABJADS = frozenset(("ARABIC", "HEBREW"))
LENDING = frozenset(
    [
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "ORIYA",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "HANGUL",
        "ETHIOPIC",
    ]
)
SAME = 0.75  # of the letters of a word and the English one that it takes over
_LONG = 4  # kinds of consonants
_SHORT = 3  # letters of an acronym that is anybody's
_COMPOUND, _PART = 9, 4  # letters of a word that is put together, and of each of its parts
_VIRAMAS = "\u094d\u09cd\u0bcd"
_ELIDED = re.compile(r"\b[A-Za-z]{1,5}['’](?=[A-Za-zÀ-ÿ]{3})")
_HYPHEN = re.compile(r"[-‐‑–־]")
_GERSHAYIM = re.compile('(?<=[\u05d0-\u05ea])["״׳”](?=[\u05d0-\u05ea])')
_LOOSE = str.maketrans(
    {"q": "k", "c": "k", "w": "v", "y": "i", "j": "z", "o": "u", "p": "b", "f": "b", "h": None, "r": "l"}
)


class Key(NamedTuple):
    """A key that a word has, with the form of the word that has it."""

    key: str
    form: str


class Token(NamedTuple):
    """A word that may belong to a name; `inner` are its keys behind another word of the name, a `joint` has none."""

    start: int
    end: int
    keys: tuple[Key, ...]
    inner: tuple[Key, ...]
    joint: bool
    capital: bool


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """What gives words their keys: the words of names, and countries by the words for them and their people."""

    words: NameWords
    lands: Mapping[str, str]
    loans: Mapping[str, tuple[Key, ...]]

    @classmethod
    def of(cls, words: NameWords, lands: Mapping[str, str]) -> "Tokens":
        """Take English words of names by their consonants, to know them where another language takes them over."""
        loans: defaultdict[str, list[Key]] = defaultdict(list)
        for word, key in words.loans.items():
            if len(bones := skeleton(word)) >= _SHORT:
                loans[bones].append(Key(key, word))
        return cls(words, lands, {bones: tuple(found) for bones, found in loans.items()})

    def tokens(self, text: str, row: Sequence[Word]) -> Iterator[Token]:
        """Yield the words of a text with their keys."""
        for word in row:
            if script_of(text[word.start]) != "LATIN":
                yield self._token(text, word.start, word.end)
                continue
            for start, end in self._compound(text, *_bare(text, word)):
                yield self._token(text, start, end)

    def _token(self, text: str, start: int, end: int) -> Token:
        written = text[start:end]
        key = fold(written)
        hyphened = bool(_HYPHEN.match(text, end))
        joint = not key or key in self.words.joints or (hyphened and key in self.words.articles)
        whole = () if joint else tuple(self._keys(key, written, joined=True))
        inner = tuple(self._keys(key, written, joined=False)) if whole and not key.isascii() else whole
        return Token(start, end, whole, inner, joint, written[0].isupper())

    def _compound(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the two words of which a long one is put together, or the whole: "Widerstandsbewegung"."""
        key = fold(text[start:end])
        if len(key) == end - start >= _COMPOUND:
            for cut in range(end - start - _PART, _PART - 1, -1):
                if self.words.exactly(key[:cut]) and any(one[0] == "=" for one in self.words.keys(key[cut:])):
                    yield start, start + cut
                    yield start + cut, end
                    return
        yield start, end

    def _keys(self, word: str, written: str, *, joined: bool) -> Iterator[Key]:
        if word.isdecimal():
            yield Key(str(int(word)), word)
            return
        script, seen = script_of(word[0]), set[str]()
        if script in UNSPACED:
            return
        if script == "LATIN" and written.isupper() and len(word) > 1:
            yield Key(f"!{word}", word)
            return
        every = tuple(forms(word, joined=joined))
        if script in LENDING:
            every += tuple(form[2:].lstrip(_VIRAMAS) for form in every if has_article(form))
        for key in (*self._meant(every, script), *boned(every, script)):
            if key.key not in seen:
                seen.add(key.key)
                yield key
        if script == "LATIN" and len(word) > _SHORT and written.istitle():
            yield Key(f"!{word}", word)

    def _meant(self, every: tuple[str, ...], script: str) -> Iterator[Key]:
        for form in every:
            for key in self.words.keys(form):
                yield Key(key, form)
            if form in self.lands:
                yield Key(f"@{self.lands[form]}", form)
        for form in every if script in LENDING else ():
            for loan in self.loans.get(skeleton(romanized(form)), ()):
                if likeness(form, loan.form) >= SAME:
                    yield Key(loan.key, form)


def boned(every: tuple[str, ...], script: str) -> Iterator[Key]:
    """Yield the skeletons of the forms of a word, and of what may be the word in a language that glues endings."""
    for form in every:
        bones = skeleton(romanized(form))
        if len(bones) > 1 or (bones and script == "LATIN"):
            yield Key(f"~{bones}", form)
        if script in GLUED:
            for length in range(_LONG, len(bones)):
                yield Key(f"~{bones[:length]}", form)


def has_article(form: str) -> bool:
    """Tell whether a word of another script begins with the Arabic article: "አልሸባብ"."""
    return len(form) > _LONG and skeleton(romanized(form[:2])) == "Al"


def likeness(one: str, other: str) -> float:
    """Return how alike two words sound, by their consonants alone where one is of a script that writes no others."""
    first, second = (_loose(romanized(word)) for word in (one, other))
    if not ABJADS.isdisjoint((script_of(one[0]), script_of(other[0]))):
        first, second = (re.sub("(?<!^)[aeiuv]", "", word) for word in (first, second))
    return SequenceMatcher(None, first, second).ratio()


def within_word(text: str) -> str:
    """Return a text of the same length in which signs inside a Hebrew word are apostrophes."""
    return _GERSHAYIM.sub("’", text)


def script_in(name: str) -> str:
    """Return the script of a name's first letter that is not Latin, if there is one."""
    return next((found for letter in name if letter.isalpha() and (found := script_of(letter)) != "LATIN"), "LATIN")


def _bare(text: str, word: Word) -> tuple[int, int]:
    """Return where a word stands without an article or an ending that an apostrophe joins to it."""
    start = next((cut.end() for cut in _ELIDED.finditer(text, word.start, word.end)), word.start)
    return start, next((at for at in range(start + 2, word.end) if text[at] in "'’"), word.end)


def _loose(roman: str) -> str:
    """Return a romanized word with the letters that scripts do not tell apart made one."""
    return re.sub(r"(.)\1+", r"\1", roman.translate(_LOOSE)).rstrip("aiu")
