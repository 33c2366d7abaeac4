"""A name stands in running text as whole words, and in many spellings: accents, apostrophes, hyphens and case vary.

A `NameIndex` finds all names of a set in one pass: `NameIndex.of(entries).find(text)`.
Capitals count where the text has them: a word that the name capitalises is capitalised in the text, and an acronym
stands letter for letter. Where a line or a whole text has only one case, they cannot count, and names that would then
read as ordinary words (IS, MEND) are left out.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.model.text import Span

_APOSTROPHES = "'’‘ʼʻʽʾʿ`´\u200c"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"  # Latin to Arabic
    "\u0900-\u0963\u0966-\u0dff"  # the Indic scripts write vowels with marks
)
_LETTER = rf"[^\W_{_MARKS}]"
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,}}(?:[A-Z](?![^\W_]))?|{_LETTER}(?:{_LETTER}|[{_MARKS}]|[{_APOSTROPHES}](?={_LETTER}))*"
)
_BLANK = r"[ \t\xa0\u2009\u202f]"
_GAP = re.compile(rf"{_BLANK}*(?:[-‐‑‒–—―/]{_BLANK}*)?(?:\r?\n{_BLANK}*)?['’‘ʼ`´]?")
_POSSESSIVE = re.compile(r"['’ʼ´`]s$", re.IGNORECASE)
_ARABIC_FOLDS = str.maketrans("أإآٱىیئکةگ", "ااااييىكهگ", "ـ\u200c")
_ARABIC = re.compile("[\u0600-\u06ff]")
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", **dict.fromkeys(_APOSTROPHES, "")}
)


class Word(NamedTuple):
    """One word of a text: where it stands, its folded form, and both again without a possessive ending."""

    start: int
    end: int
    fold: str
    bare_end: int
    bare: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one record; `weak` where other things share it, `word` where it reads as a word without its case."""

    name: str
    id: str
    weak: bool = False
    word: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a text; `ids` are the records that bear it, `name` its indexed spelling."""

    span: Span
    ids: tuple[str, ...]
    name: str
    weak: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """An entry taken apart: its folded words and, beside each, the letters that must stand where case shows."""

    words: tuple[str, ...]
    shapes: tuple[str, ...]
    entry: Entry


def fold(word: str) -> str:
    """Return the form in which a word is compared: no case, accents, apostrophes or dots of acronyms."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "").replace(".", "")
    plain = unicodedata.normalize("NFKD", word.lower().replace(".", "")).translate(_SPECIAL)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.translate(_ARABIC_FOLDS)


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order; hyphens part words, apostrophes do not."""
    for match in _WORD.finditer(text):
        written = match.group()
        folded, start, end = fold(written), match.start(), match.end()
        if len(written) > 2 and written[-1] in "sS" and _POSSESSIVE.search(written):
            yield Word(start, end, folded, end - 2, folded[:-1])
        else:
            yield Word(start, end, folded, end, folded)


def _shape(word: str) -> str:
    """Return what a word must look like where case shows: an acronym itself, a capital, or nothing."""
    if sum(c.isupper() for c in word) > 1 or (word[0].isupper() and any(c.isdigit() for c in word)):
        return word
    return "A" if word[0].isupper() and len(word) > 2 else ""


def _fits(written: str, shape: str) -> bool:
    if not shape:
        return True
    return not written[0].islower() if shape == "A" else written.replace(".", "").replace("’", "'") == shape


def _form(entry: Entry) -> _Form:
    parts = tuple(words(entry.name))
    shapes = tuple(_shape(entry.name[w.start : w.end].replace(".", "").replace("’", "'")) for w in parts)
    if len(parts) == 1 and entry.name[0].isupper() and not shapes[0]:
        shapes = ("A",)
    return _Form(tuple(w.fold for w in parts), shapes, entry)


class _Casing:
    """Where a text shows case: not in lines all of capitals, and nowhere if it has no capital at all."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.lines = text.split("\n")
        self.none = text == text.lower() and text != text.upper()
        capitals = sum(map(str.isupper, text[:5000]))
        self.upper = capitals > 3 * sum(map(str.islower, text[:5000]))

    def shows(self, start: int) -> bool:
        if self.none or self.upper:
            return False
        line = self.lines[bisect_right(self.starts, start) - 1]
        return line != line.upper() or len(line.split()) < 2


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names of a set, by first word, longest first."""

    heads: Mapping[str, tuple[_Form, ...]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "NameIndex":
        """Index the entries; several may share a name."""
        heads: defaultdict[str, list[_Form]] = defaultdict(list)
        for form in map(_form, entries):
            heads[form.words[0]].append(form)
        return cls({head: tuple(sorted(forms, key=_rank)) for head, forms in heads.items()})

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return the names in a text in order, longest first where they overlap; hits never overlap."""
        found: list[Hit] = []
        casing: _Casing | None = None
        row = tuple(words(text))
        at = 0
        while at < len(row):
            for start, key in _starts(row[at]):
                forms = self.heads.get(key)
                if forms:
                    casing = casing or _Casing(text)
                    hit = _longest(text, row, at, start, forms, casing.shows(start))
                    if hit:
                        found.append(hit)
                        while at + 1 < len(row) and row[at + 1].start < hit.span.end:
                            at += 1
                        break
            at += 1
        return tuple(found)


def _rank(form: _Form) -> tuple[int, str, str]:
    return (-len(form.words), form.entry.name, form.entry.id)


def _starts(word: Word) -> Iterator[tuple[int, str]]:
    """Yield where a name may begin in a word: at its start or, in Arabic, behind a joined particle."""
    yield word.start, word.fold
    if word.bare != word.fold:
        yield word.start, word.bare
    if _ARABIC.match(word.fold):
        rest, start = word.fold, word.start
        while len(rest) > 4 and rest[0] in "وفبلك":
            start, rest = start + 1, rest[1:]
            yield start, rest
            if rest.startswith("ل"):
                yield start, "ا" + rest


def _longest(
    text: str, row: tuple[Word, ...], at: int, start: int, forms: tuple[_Form, ...], shows: bool
) -> Hit | None:
    """Return the longest name that stands at a word, with every record that bears it."""
    best: list[tuple[Entry, int]] = []
    size = 0
    for form in forms:
        if len(form.words) < size:
            break
        end = _end(text, row, at, form, shows)
        if end:
            best.append((form.entry, end))
            size = len(form.words)
    if not best:
        return None
    ids = tuple(dict.fromkeys(entry.id for entry, _ in best))
    first = min(best, key=lambda pair: pair[0].weak)
    return Hit(Span(start, first[1]), ids, first[0].name, all(entry.weak for entry, _ in best))


def _end(text: str, row: tuple[Word, ...], at: int, form: _Form, shows: bool) -> int | None:
    """Return where a name that begins at a word ends, or nothing if it does not stand there."""
    last = at + len(form.words) - 1
    if last >= len(row) or (form.entry.word and not shows):
        return None
    for offset in range(1, len(form.words)):
        if form.words[offset] not in (row[at + offset].fold, row[at + offset].bare):
            return None
    if not all(_GAP.fullmatch(text, row[i].end, row[i + 1].start) for i in range(at, last)):
        return None
    bare = row[last].fold != form.words[-1] and row[last].bare == form.words[-1]
    if shows and not all(
        _fits(text[row[at + i].start : row[at + i].bare_end if bare and at + i == last else row[at + i].end], shape)
        for i, shape in enumerate(form.shapes)
    ):
        return None
    return row[last].bare_end if bare else row[last].end
