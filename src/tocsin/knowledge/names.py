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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

from tocsin.knowledge.letters import MARKS
from tocsin.model.text import Span

_APOSTROPHES = "'’‘ʼʻʽʾʿ`´\u200c"
_LETTER = r"[^\W_]"
_INSIDE = rf"(?:[{MARKS}]|[{_APOSTROPHES}](?={_LETTER}))"
_WORD = re.compile(rf"(?:[A-Z]\.){{2,}}(?:[A-Z](?![^\W_]))?|{_LETTER}+(?:{_INSIDE}{_LETTER}*)*")
_BLANK = r"[ \t\xa0\u2009\u202f]"
_GAP = re.compile(rf"['’‘ʼ`´)]?{_BLANK}*(?:(?:--?|[‐‑‒–—―/&]){_BLANK}*)?(?:\r?\n{_BLANK}*)?['’‘ʼ`´(]?")
_EITHER_CASE = frozenset(
    ("the", "cartel", "clan", "gang", "news", "agency", "foundation")
)  # "the Base", "Jalisco cartel"
_POSSESSIVE = re.compile(r"['’ʼ´`]s$", re.IGNORECASE)
_ARABIC_FOLDS = str.maketrans("أإآٱىیئکةگ", "ااااييىكهگ", "ـ\u200c")
_ARABIC = re.compile("[\u0600-\u06ff]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
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


class Form(NamedTuple):
    """An entry and its folded words."""

    words: tuple[str, ...]
    entry: Entry


def fold(word: str) -> str:
    """Return the form in which a word is compared: no case, accents, apostrophes or dots of acronyms."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "").replace(".", "")
    plain = unicodedata.normalize("NFKD", word.lower().replace(".", "")).translate(_SPECIAL)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.translate(_ARABIC_FOLDS)


def folded(name: str) -> tuple[str, ...]:
    """Return the folded words of a name."""
    if name.isascii() and name.replace("-", "").replace(" ", "").isalnum():
        return tuple(name.lower().replace("-", " ").split())
    return tuple(word.fold for word in words(name))


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order; hyphens part words, apostrophes do not."""
    for match in _WORD.finditer(text):
        written, (start, end) = match.group(), match.span()
        if written.isascii() and written.isalnum():
            lower = written.lower()
            yield Word(start, end, lower, end, lower)
            continue
        key = fold(written)
        owned = len(written) > 2 and written[-1] in "sS" and _POSSESSIVE.search(written)
        yield Word(start, end, key, end - 2, key[:-1]) if owned else Word(start, end, key, end, key)


def _fits(written: str, named: str, *, alone: bool) -> bool:
    """Tell whether a word of the text shows the case of the name's: an acronym's own letters, or a capital."""
    if named.islower() or (len(named) < 3 and not alone) or named.lower() in _EITHER_CASE:
        return True
    letters, shown = (word.replace(".", "").replace("’", "'") for word in (named, written))
    if letters[1:] != letters[1:].lower() or (letters[0].isupper() and not letters.isalpha() and len(letters) < 5):
        return letters == shown
    return not (named[0].isupper() and written[0].islower())


class _Casing:
    """Where a text shows case: not in lines all of capitals, and nowhere if it has no capital at all."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.lines = text.split("\n")
        self.none = text == text.lower() and text != text.upper()
        opening = text[:5000]
        small = sum(map(str.islower, opening))
        self.upper = 4 * small < len(opening) and sum(map(str.isupper, opening)) > 3 * small

    def shows(self, start: int) -> bool:
        if self.none or self.upper:
            return False
        line = self.lines[bisect_right(self.starts, start) - 1]
        return line != line.upper() or len(line.split()) < 2


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names of a set, by first word and then by second (none is empty), longest first."""

    heads: Mapping[str, Mapping[str, tuple[Form, ...]]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "NameIndex":
        """Index the entries; several may share a name."""
        heads: defaultdict[str, defaultdict[str, list[Form]]] = defaultdict(lambda: defaultdict(list))
        for entry in entries:
            form = Form(folded(entry.name), entry)
            heads[form.words[0]][_second(form.words)].append(form)
        return cls(
            {
                head: {key: tuple(sorted(forms, key=_rank)) for key, forms in below.items()}
                for head, below in heads.items()
            }
        )

    def has(self, words: tuple[str, ...]) -> bool:
        """Tell whether folded words are one of the names."""
        return bool(self.bearers(words))

    def bearers(self, words: tuple[str, ...]) -> frozenset[str]:
        """Return the ids of those who bear folded words as their name."""
        forms = self.heads.get(words[0], {}).get(_second(words), ())
        return frozenset(form.entry.id for form in forms if form.words == words)

    def words(self) -> frozenset[str]:
        """Return every folded word of any name."""
        return frozenset(word for form in self.forms() for word in form.words)

    def forms(self) -> Iterator[Form]:
        """Yield every name with its folded words."""
        return chain.from_iterable(chain.from_iterable(below.values() for below in self.heads.values()))

    def find(self, text: str, row: tuple[Word, ...] | None = None) -> tuple[Hit, ...]:
        """Return the names in a text in order, the longest where they overlap; `row` are its words if known already."""
        found: list[Hit] = []
        casing: _Casing | None = None
        row = tuple(words(text)) if row is None else row
        heads = self.heads
        for at in [i for i, word in enumerate(row) if word[2] in heads or word[4] in heads or not word[2].isascii()]:
            word = row[at]
            if found and word.start < found[-1].span.end:
                continue
            for start, key in _starts(word):
                forms = self._begun(key, row[at + 1] if at + 1 < len(row) else None)
                if forms:
                    casing = casing or _Casing(text)
                    hit = _longest(text, row, at, start, forms, casing.shows(start))
                    if hit:
                        found.append(hit)
                        break
        return tuple(found)

    def _begun(self, head: str, word: Word | None) -> Sequence[Form]:
        """Return the names that begin with a word and may go on with the next one, longest first."""
        below = self.heads.get(head)
        if below is None:
            return ()
        alone = below.get("", ())
        if word is None:
            return alone
        longer = below.get(word.fold, ())
        if word.bare != word.fold and word.bare in below:
            longer = tuple(sorted((*longer, *below[word.bare]), key=_rank))
        return (*longer, *alone)


def _second(words: tuple[str, ...]) -> str:
    """Return the second word of a name, empty where it has but one."""
    return words[1] if len(words) > 1 else ""


def _rank(form: Form) -> tuple[int, str, str]:
    return (-len(form.words), form.entry.name, form.entry.id)


def _starts(word: Word) -> Iterator[tuple[int, str]]:
    """Yield where a name may begin in a word: at its start or, in Arabic and Hebrew, behind joined particles."""
    yield word.start, word.fold
    if word.bare != word.fold:
        yield word.start, word.bare
    if word.fold.isascii():
        return
    if _ARABIC.match(word.fold):
        rest, start = word.fold, word.start
        while len(rest) > 4 and rest[0] in "وفبلك":
            start, rest = start + 1, rest[1:]
            yield start, rest
            if rest.startswith("ل"):
                yield start, "ا" + rest
    elif _HEBREW.match(word.fold):
        rest, start = word.fold, word.start
        while len(rest) > 4 and rest[0] in "והבלמשכ":
            start, rest = start + 1, rest[1:]
            yield start, rest


def _longest(text: str, row: tuple[Word, ...], at: int, start: int, forms: Sequence[Form], shows: bool) -> Hit | None:
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


def _end(text: str, row: tuple[Word, ...], at: int, form: Form, shows: bool) -> int | None:
    """Return where a name that begins at a word ends, or nothing if it does not stand there."""
    last = at + len(form.words) - 1
    if last >= len(row) or (form.entry.word and not shows):
        return None
    for offset in range(1, len(form.words)):
        if form.words[offset] not in (row[at + offset].fold, row[at + offset].bare):
            return None
    if not all(_GAP.fullmatch(text, row[i].end, row[i + 1].start) for i in range(at, last)):
        own = tuple(words(form.entry.name))
        gaps = [form.entry.name[left.end : right.start] for left, right in pairwise(own)]
        if gaps != [text[left.end : right.start] for left, right in pairwise(row[at : last + 1])]:
            return None
    bare = row[last].fold != form.words[-1] and row[last].bare == form.words[-1]
    end = row[last].bare_end if bare else row[last].end
    if form.entry.name.endswith(")") and text[end : end + 1] == ")":
        end += 1
    return end if not shows or _shows_case(text, row[at : last + 1], end, form.entry.name) else None


def _shows_case(text: str, row: tuple[Word, ...], end: int, name: str) -> bool:
    """Tell whether each word of a match stands in the case that the name gives it."""
    return all(
        _fits(text[word.start : min(word.end, end)], name[own.start : own.end], alone=len(row) == 1)
        for word, own in zip(row, words(name), strict=True)
    )
