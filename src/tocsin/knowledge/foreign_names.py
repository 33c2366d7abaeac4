"""A known name is met in another language bent, behind joined particles, taken over in another script, or translated.

A stretch of text is a name of several words if its words have the keys of the name's words, in any order: so "Рабочей
партии Курдистана" is the "Kurdistan Workers' Party". Names in scripts that do not part words are looked for letter by
letter.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import NamedTuple

from tocsin.knowledge.actors import BRANCHING, ActorRecord
from tocsin.knowledge.name_tokens import (
    ABJADS,
    LENDING,
    UNSPACED,
    Key,
    Token,
    Tokens,
    likeness,
    script_in,
    within_word,
)
from tocsin.knowledge.name_words import NameWords
from tocsin.knowledge.names import Entry, Hit, Word, fold, words
from tocsin.knowledge.romanize import script_of
from tocsin.knowledge.single_names import Single, SingleNames, single
from tocsin.knowledge.spelled_out import acronyms
from tocsin.model.text import Span

CASED = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN"))
_MOST = 6  # words of a name that mean something
_READINGS = 24  # of one stretch of text
_GAP = re.compile(
    r"(?:[A-Za-z]{1,5}['’]|[\s\u200c]*[-‐‑–—־«„“\"”»‘’'(״][\s\u200c]*|[ \t\xa0\u200c]*\n?[ \t\xa0\u200c]*){1,3}"
)
_OPENS = "«„“\"‘'(״”"
_ALIKE, _ALL_ALIKE, _SURELY = 0.65, 0.8, 0.9  # of the letters of two words that may be one name
_SURE, _LEAST = 2.5, 2.0  # how much the words of a name have to say
_BONE, _LAND = 0.5, 1.5
_ONE_BONE, _BONES = 2, 4  # letters of a key with one kind of consonants, and with three
_COMMON = 3  # letters
_SPACE = re.compile(r"[ \t\xa0]+")
_ARTICLE = re.compile(r"\b[A-Z][a-z]{1,2} $")


class Known(NamedTuple):
    """An entry, the words that count in its name, sorted by their keys, and its script."""

    entry: Entry
    words: tuple[str, ...]
    script: str


@dataclass(frozen=True, slots=True, eq=False)
class ForeignNames:
    """All names by the keys of their words; `letters` holds those of unspaced scripts by their first letter.

    `areas` are the countries of each record, `acronyms` the bearers of each acronym.
    """

    tokens: Tokens
    index: Mapping[tuple[str, ...], tuple[Known, ...]]
    keys: frozenset[str]
    singles: SingleNames
    letters: Mapping[str, tuple[Entry, ...]]
    areas: Mapping[str, frozenset[str]]
    acronyms: Mapping[str, tuple[str, ...]]

    @property
    def words(self) -> NameWords:
        """Return the words of which names are made, and those beside them."""
        return self.tokens.words

    @classmethod
    def of(cls, records: Iterable[ActorRecord], words: NameWords, lands: Mapping[str, str]) -> "ForeignNames":
        """Index the names of records; `lands` are countries by the words for them."""
        every = tuple(records)
        states = frozenset(record.id for record in every if record.kind in ("state_force", "government"))
        wholes = frozenset(record.id for record in every if not any(tie.type in BRANCHING for tie in record.ties))
        tokens = Tokens.of(words, lands)
        index: defaultdict[tuple[str, ...], list[Known]] = defaultdict(list)
        letters: defaultdict[str, list[Entry]] = defaultdict(list)
        singles: list[Single] = []
        for entry in (entry for record in every for entry in record.entries()):
            script = script_in(entry.name)
            if script in UNSPACED:
                for name in dict.fromkeys((entry.name, re.sub(r"\s", "", entry.name))):
                    letters[name[0]].append(replace(entry, name=name))
                continue
            for named, name, row in _read(entry, tokens, states, wholes):
                if len(row) == 1:
                    singles.append(single(named, row[0], name))
                    continue
                for keys in islice(product(*[_firm(token.inner) for token in row]), _READINGS):
                    ordered = sorted(keys)
                    index[tuple(key.key for key in ordered)].append(
                        Known(named, tuple(key.form for key in ordered), script)
                    )
        return cls(
            tokens,
            {keys: tuple(dict.fromkeys(known)) for keys, known in index.items()},
            frozenset(key for keys in index for key in keys),
            SingleNames.of(singles),
            {first: tuple(sorted(found, key=_length)) for first, found in letters.items()},
            {record.id: record.areas for record in every},
            acronyms(entry for record in every for entry in record.entries()),
        )

    def find(self, text: str, row: Sequence[Word]) -> tuple[Hit, ...]:
        """Return the names that a text in another language than English has in any form, in order."""
        found = [*self._spaced(text, row), *self._unspaced(text), *self.singles.katakana(text)]
        return tuple(sorted(found, key=lambda hit: hit.span))

    def _spaced(self, text: str, row: Sequence[Word]) -> Iterator[Hit]:
        tokens, at = [self._used(token) for token in self.tokens.tokens(text, row)], 0
        while at < len(tokens):
            several = self._longest(text, tokens, at) if tokens[at].keys else None
            if several:
                hit, at = several
                yield hit
                continue
            if not tokens[at].joint and (alone := self.singles.hit(text, tokens[at])):
                yield alone
            at += 1

    def _used(self, token: Token) -> Token:
        return token._replace(keys=self._known(token.keys), inner=self._known(token.inner))

    def _known(self, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        return tuple(key for key in keys if key.key in self.keys)

    def _longest(self, text: str, tokens: list[Token], at: int) -> tuple[Hit, int] | None:
        """Return the longest name of several words that begins with a word, and the place behind it."""
        rows: list[tuple[Token, ...]] = []
        row: list[Token] = []
        for index in range(at, len(tokens)):
            token = tokens[index]
            if index > at and not _GAP.fullmatch(text, tokens[index - 1].end, token.start):
                break
            keys = token.inner if row else token.keys
            if keys:
                row.append(token._replace(keys=keys))
                rows.append(tuple(row))
            elif not token.joint:
                break
            if len(row) == _MOST:
                break
        for one in reversed(rows[1:]):
            if hit := self._hit(text, one):
                behind = next(i for i in range(at, len(tokens)) if tokens[i].start == one[-1].start) + 1
                there = self._there(text, hit, tokens[behind] if behind < len(tokens) else None)
                if there:
                    return replace(hit, ids=there), behind
        return None

    def _there(self, text: str, hit: Hit, token: Token | None) -> tuple[str, ...]:
        """Return the bearers of a name that are active in the land behind it: "Народна визвольна армія Косова"."""
        lands = {key.key[1:] for key in token.keys if key.key[0] == "@"} if token else set[str]()
        if not token or not lands or not _SPACE.fullmatch(text, hit.span.end, token.start):
            return hit.ids
        return tuple(i for i in hit.ids if lands & self.areas.get(i, frozenset()))

    def _hit(self, text: str, row: tuple[Token, ...]) -> Hit | None:
        """Return the name that some words make together."""
        best: dict[str, tuple[bool, Known]] = {}
        for keys in islice(product(*[token.keys for token in row]), _READINGS):
            ordered = sorted(keys)
            for known in self.index.get(tuple(key.key for key in ordered), ()):
                weak = _is_weak(text, row, ordered, known)
                if weak is not None and (known.entry.id not in best or not weak):
                    best[known.entry.id] = (weak, known)
        if not best:
            return None
        strong = [known for weak, known in best.values() if not weak]
        chosen = strong or [known for _, known in best.values()]
        return Hit(Span(row[0].start, row[-1].end), tuple(k.entry.id for k in chosen), chosen[0].entry.name, not strong)

    def _unspaced(self, text: str) -> Iterator[Hit]:
        at = 0
        while at < len(text):
            found = next((e for e in self.letters.get(text[at], ()) if text.startswith(e.name, at)), None)
            if found:
                same = [e for e in self.letters[text[at]] if e.name == found.name]
                ids = tuple(dict.fromkeys(e.id for e in same))
                yield Hit(Span(at, at + len(found.name)), ids, found.name, all(e.weak for e in same))
            at += len(found.name) if found else 1


def _read(
    entry: Entry, tokens: Tokens, states: frozenset[str], wholes: frozenset[str]
) -> Iterator[tuple[Entry, str, list[Token]]]:
    """Yield the writings of a name, with its words that count; none where they do not tell whose it is.

    A name that ends with a land is that of one of the `wholes` without it too, a weak one, where capitals do not show
    whether its words are common ones: "জামাআতুল মুজাহিদীন" of Bangladesh.
    """
    bare = entry.id in wholes and not entry.weak and script_in(entry.name) not in CASED
    if entry.word and script_in(entry.name) == "LATIN":
        return
    for written in dict.fromkeys((entry.name.replace("\u200c", " "), entry.name.replace("\u200c", ""))):
        name = within_word(written)
        row = [token for token in tokens.tokens(name, tuple(words(name))) if not token.joint]
        placed = any(_is_land(token) for token in row)
        if row and len(row) <= _MOST and all(token.inner for token in row) and (placed or entry.id not in states):
            yield entry, name, row
            if bare and _is_land(row[-1]) and _is_own(row[:-1]):
                yield replace(entry, weak=True), name, row[:-1]


def _is_land(token: Token) -> bool:
    """Tell whether a word of a name tells a land."""
    return any(key.key[0] == "@" for key in token.keys)


def _is_own(row: list[Token]) -> bool:
    """Tell whether two words or more of a name are nobody else's: they mean nothing of which names are made."""
    return sum(all(key.key[0] == "~" and len(key.key) > _BONES for key in token.inner) for token in row) > 1


def _firm(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """Return the keys under which a word of a name is kept: what it means, or else its consonants in two forms."""
    meant = tuple(key for key in keys if key.key[0] in "=@")
    return meant[:2] or tuple(key for key in keys if key.key[0] == "~" or len(keys) == 1)[:2]


def _is_weak(text: str, row: tuple[Token, ...], keys: list[Key], known: Known) -> bool | None:
    """Tell whether a name that the keys of several words give is a weak one; None where it is not meant."""
    script = next((found for key in keys if (found := script_of(key.form[0])) != "LATIN"), "LATIN")
    own = script == known.script != "LATIN"
    shown = script not in CASED or row[0].capital or text[max(0, row[0].start - 1) : row[0].start] in (*_OPENS,)
    if not all(_alike(key, word, own=own) for key, word in zip(keys, known.words, strict=True)):
        return None
    if own:
        return known.entry.weak or not (shown or known.entry.name.islower())
    if script in LENDING and _is_cut(text, row, keys):
        return None
    if script in ABJADS and sum(len(key.key) < _BONES for key in keys) > 1:
        return None
    said = sum(_says(key.key) for key in keys)
    seen = shown or sum(token.capital for token in row) > 1 or _opened(text, row[0])
    if said < _LEAST or not seen or not _fits(row, keys, known):
        return None
    return known.entry.weak or said < _SURE or not shown


def _fits(row: Sequence[Token], keys: list[Key], known: Known) -> bool:
    """Tell whether the words that a name of several is taken over with sound like its own, and have their capitals."""
    said = [(key, word) for key, word in zip(keys, known.words, strict=True) if key.key[0] == "~"]
    told = [likeness(key.form, word) for key, word in said]
    small = {key for token in row for key in token.keys if not token.capital and script_of(key.form[0]) in CASED}
    return not any(key in small for key, _ in said) and (not said or sum(told) / len(said) >= _ALL_ALIKE)


def _is_cut(text: str, row: tuple[Token, ...], keys: list[Key]) -> bool:
    """Tell whether too little of a word is left without its ending to sound like one of another script, and no other
    word sounds like much.
    """
    said = [key for key in keys if key.key[0] == "~"]
    whole = {fold(text[token.start : token.end]) for token in row}
    cut = any(len(key.key) < _BONES and key.form not in whole for key in said)
    return cut and not any(len(key.key) > _BONES for key in said)


def _opened(text: str, token: Token) -> bool:
    """Tell whether an article with a capital stands before a word: "Den islamske staten"."""
    return bool(_ARTICLE.search(text, max(0, token.start - 6), token.start))


def _says(key: str) -> float:
    """Return how much a key tells of a name."""
    if key[0] in "~!":
        return _BONE * (len(key) - 1)
    return _LAND if key[0] == "@" else 1


def _alike(key: Key, word: str, *, own: bool) -> bool:
    """Tell whether the form that gave a key is the word of the name that has it."""
    if key.key[0] != "~":
        return True
    if len(key.key) == _ONE_BONE:
        return key.form == word
    if not own:
        return likeness(key.form, word) >= _ALIKE
    if _begins_alike(key.form, word):
        return True
    return script_of(word[0]) in ABJADS and len(key.key) >= _BONES and likeness(key.form, word) >= _SURELY


def _begins_alike(form: str, name: str) -> bool:
    """Tell whether two words of one script begin with the same letters but for an ending."""
    common = next((i for i, (a, b) in enumerate(zip(form, name, strict=False)) if a != b), min(len(form), len(name)))
    return common >= max(_COMMON, len(name) - 2) or form == name


def _length(entry: Entry) -> tuple[int, str]:
    return (-len(entry.name), entry.name)
