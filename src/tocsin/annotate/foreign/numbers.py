"""Numbers in figures of any script and in the words of other languages than English, up to millions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.knowledge.languages import END, Language, either

_FIGURES = r"\d{1,3}(?:[.,٬ ]\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+"
_MOST = 9  # digits
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in a text in plain letters.

    `figures` where it is written in them alone, `doubtful` where it is a word that mostly means something else.
    """

    start: int
    end: int
    value: int
    figures: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number as far as it is read: what is complete, what may still be multiplied, and the scale that waits."""

    total: int = 0
    current: int = 0
    waiting: int = 0

    @property
    def value(self) -> int:
        return self.total + self.current + self.waiting


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """Where a number begins, one word of it, and what stands between two, in the words of a language."""

    start: re.Pattern[str]
    word: re.Pattern[str]
    gap: re.Pattern[str]
    classifier: re.Pattern[str]


def numbers(text: str, language: Language) -> Iterator[Number]:
    """Yield the numbers of a text in plain letters, in order, each as far as its words make one number."""
    words, end = _words(language), 0
    for match in words.start.finditer(text):
        if match.start("n") >= end:
            number = _number(text, match.start("n"), words, language)
            if number:
                end = number.end
                yield number


def _number(text: str, start: int, words: _Words, language: Language) -> Number | None:
    """Return the number that begins at a place."""
    read, at, end, joined, alone = _Sum(), start, start, False, ""
    while match := words.word.match(text, at):
        word = " ".join(match["n"].lower().split())
        following = _after(read, word, language, first=end == start, joined=joined)
        if following is None:
            break
        alone = word if end == start else ""
        read, end = following, match.end()
        gap = words.gap.match(text, end)
        if gap is None:
            break
        at, joined = gap.end(), bool(gap["joiner"])
    if end == start:
        return None
    doubtful = alone in language.never_alone and not words.classifier.match(text, end)
    return Number(start, end, read.value, alone.isdecimal(), doubtful)


def _after(read: _Sum, word: str, language: Language, *, first: bool, joined: bool) -> _Sum | None:
    """Return the number with one more word, or nothing where that word begins another number."""
    if word in language.scales:
        return _scaled(read, language.scales[word], language, joined=joined, first=first)
    if word == language.teens:
        return _Sum(read.total, read.current + 10) if 0 < read.current % 100 < 10 else None
    figures = re.sub(r"[.,٬\s]", "", word)
    if figures.isdecimal():
        value = int(figures) if len(figures) <= _MOST and (first or read.waiting) else 0
    else:
        value = language.numbers.get(word, 0)
    if not value or (read.waiting and not joined and value >= max(read.waiting, _THOUSAND)):
        return None
    if read.waiting and not joined:
        return _Sum(read.total + read.waiting * value)
    whole = _Sum(read.total + read.waiting, read.current)
    return _Sum(whole.total, whole.current + value) if _adds(whole.current, value, joined=joined) else None


def _adds(current: int, value: int, *, joined: bool) -> bool:
    """Tell whether a number can go on with a smaller one, or, as in "five and twenty", with tens."""
    return (
        current == 0
        or (current % 1000 == 0 and value < 1000)
        or (current % 100 == 0 and value < 100)
        or (current % 10 == 0 and value < 10)
        or (current % 100 in (60, 80) and value < 20)
        or (joined and current < 10 and value in range(10, 100, 10))
    )


def _scaled(read: _Sum, size: int, language: Language, *, joined: bool, first: bool) -> _Sum | None:
    """Return the number multiplied by a hundred or the like, or with one more of them to come."""
    if language.scale_first:
        return _Sum(read.value, 0, size) if first or joined else None
    if size >= _THOUSAND:
        return _Sum(read.total + (read.current or 1) * size) if read.current or first else None
    low = read.current % 10
    rest = read.current - low
    if low and rest % (size * 10) == 0:
        return _Sum(read.total, rest + low * size)
    return _Sum(read.total, read.current + size) if read.current % (size * 10) == 0 else None


@cache
def _words(language: Language) -> _Words:
    words = either([*language.numbers, *language.scales, *filter(None, [language.teens])])
    end = f"(?:{END}|(?={language.classifiers}))" if language.classifiers else END
    one = f"(?P<n>{_FIGURES}|(?:{words}){end})"
    joiners = either(language.joiners) or "(?!)"
    return _Words(
        start=re.compile(rf"(?<![.,:/\d-]){language.begin}{one}", re.IGNORECASE),
        word=re.compile(one, re.IGNORECASE),
        gap=re.compile(rf"[\s-]+(?P<joiner>(?:{joiners})\s+|{language.joined_and or '(?!)'})?", re.IGNORECASE),
        classifier=re.compile(language.classifiers or "(?!)"),
    )
