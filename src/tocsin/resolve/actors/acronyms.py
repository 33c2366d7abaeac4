"""An acronym is defined where it stands in brackets beside its long form, and means that from there on.

"Islamic State West Africa Province (ISWAP)", "the Foo Liberation Army (FLA)", "FLA (Foo Liberation Army)". Without
brackets it means the name in the text of whose words it has the initials: "the Foo Liberation Army … the FLA".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.names import Word
from tocsin.model.text import Span
from tocsin.resolve.actors.context import place

_SHORT = r"[A-Za-z0-9]{0,9}(?:[-/][A-Z0-9][A-Za-z0-9]{0,5})?"  # behind its first letter
_BRACKETED = re.compile(rf"[(\[]\s?[\"“'‘]?([A-Z]{_SHORT})[\"”'’]?\s?[)\]]")
_EXPANDED = re.compile(rf"([A-Z](?<![\w-].){_SHORT})\s[(\[]([^()\[\]]{{5,90}})[)\]]")
_ALONE = re.compile(r"[A-Z](?<![\w.-].)(?:[A-Z]{2,5}|[A-Z]{0,2}-?\d{1,3})(?![\w-])")
_UNIT = re.compile(r"[A-Z]|\d+")
_FURTHER = 3  # words behind those of an acronym with a number: "May 19th Communist Organization (M19)"


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form with the span of its long form in the text."""

    short: str
    long: Span


class _Prose(NamedTuple):
    """A text with its words, and the small words that need have no letter in an acronym."""

    text: str
    row: tuple[Word, ...]
    joining: frozenset[str]


def definitions(
    text: str, row: tuple[Word, ...], known: tuple[Span, ...], authority: Authority
) -> tuple[Definition, ...]:
    """Return the acronyms that a text defines; `known` are the spans of names that count as long forms as they are."""
    prose = _Prose(text, row, authority.words.joining)
    found: dict[str, Definition] = {}
    for short, long in (*_in_brackets(prose, known), *_before_brackets(prose), *_implied(prose)):
        if short.upper() not in authority.words.no_actor and len(_UNIT.findall(short)) > 1:
            whole = next((span for span in known if span.start == long.start and span.holds(long)), long)
            found.setdefault(short, Definition(short, whole))
    return tuple(definition for definition in found.values() if _names_actor(definition, row, known, authority))


def glossed(text: str, row: tuple[Word, ...], authority: Authority) -> dict[str, Span | None]:
    """Return the acronyms that stand in brackets, each with the words before of which it has the initials."""
    if "(" not in text and "[" not in text:
        return {}
    prose = _Prose(text, row, authority.words.joining)
    pairs = (*_in_brackets(prose, ()), *_before_brackets(prose), *_in_small_letters(prose))
    return dict.fromkeys(match.group(1) for match in _BRACKETED.finditer(text)) | dict(reversed(pairs))


def _names_actor(definition: Definition, row: tuple[Word, ...], known: tuple[Span, ...], authority: Authority) -> bool:
    """Tell whether a long form names an organisation: it is known, or a word in it says so."""
    if definition.long in known:
        return True
    first, after = place(definition.long, row)
    return any(word.bare in authority.words.heads for word in row[first:after])


def _in_brackets(prose: _Prose, known: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    ends = {span.end: span for span in known}
    for match in _BRACKETED.finditer(prose.text):
        end = len(prose.text[: match.start()].rstrip(" \n\"”'’,"))
        if end in ends:
            yield match.group(1), ends[end]
            continue
        long = _backwards(match.group(1), prose, end)
        if long:
            yield match.group(1), long


def _before_brackets(prose: _Prose) -> Iterator[tuple[str, Span]]:
    for match in _EXPANDED.finditer(prose.text):
        long = _backwards(match.group(1), prose, match.end(2))
        if long and long.start >= match.start(2):
            yield match.group(1), long


def _in_small_letters(prose: _Prose) -> Iterator[tuple[str, Span]]:
    """Yield the acronyms of common words with their initials: "intensive care unit (ICU)", or the other way round."""
    text, row, _ = prose
    for match in (*_BRACKETED.finditer(text), *_EXPANDED.finditer(text)):
        short = match.group(1)
        within = match.re is _EXPANDED
        last = place(Span(*match.span(2)), row)[1] - 1 if within else place(Span(*match.span()), row)[0] - 1
        first = last + 1 - len(short)
        words = row[first : last + 1] if first >= 0 and short.isalpha() else ()
        if not words or (within and words[0].start != match.start(2)):
            continue
        if "".join(word.fold[:1] for word in words) == short.lower():
            yield short, Span(words[0].start, words[-1].end)


def _implied(prose: _Prose) -> Iterator[tuple[str, Span]]:
    """Yield the acronyms that stand alone with the name of whose capitalised words they have the initials."""
    text, row, _ = prose
    shorts = dict.fromkeys(match.group() for match in _ALONE.finditer(text))
    if not shorts:
        return
    capitals = [at for at, word in enumerate(row) if text[word.start].isupper()]
    for short in shorts:
        for at in capitals:
            if text[row[at].start] == short[0]:
                end = _initials(short, prose, at)
                if end:
                    end = _further(end, prose) if short[-1].isdigit() else end
                    yield short, Span(row[at].start, row[end].bare_end)
                    break


def _initials(short: str, prose: _Prose, at: int) -> int | None:
    """Return the last of the words from one on whose initials are the letters of a short form; small words are none."""
    text, row, joining = prose
    left = _UNIT.findall(short)[1:]
    for last in range(at + 1, len(row)):
        word = row[last]
        if text[row[last - 1].bare_end : word.start] not in (" ", "-", "\n", "'s ", "’s "):
            return None
        if _begins(text[word.start : word.end], left[0]) and len(word.fold) > 1:
            left.pop(0)
            if not left:
                return last
        elif word.fold not in joining:
            return None
    return None


def _begins(written: str, unit: str) -> bool:
    """Tell whether a word is what a letter or a number in an acronym stands for: "19th" for 19."""
    return written.startswith(unit) and not (unit.isdigit() and written[len(unit) :][:1].isdigit())


def _further(end: int, prose: _Prose) -> int:
    """Return the last of the capitalised words that go on from a word."""
    text, row, _ = prose
    for last in range(end + 1, min(end + 1 + _FURTHER, len(row))):
        if text[row[last - 1].bare_end : row[last].start] != " " or not text[row[last].start].isupper():
            return last - 1
        end = last
    return end


def _backwards(short: str, prose: _Prose, end: int) -> Span | None:
    """Return the words before `end` whose initials are the letters of the short form; small words need not count."""
    row = prose.row
    letters = [c.lower() for c in short if c.isalpha()]
    last = place(Span(end, end), row)[1] - 1
    if len(letters) < 2 or last < 0 or end not in (row[last].end, row[last].bare_end):
        return None
    first = _first(list(letters), prose, last, small=False)
    if first is None:
        first = _first(list(letters), prose, last, small=True)
    return None if first is None or first == last else Span(row[first].start, end)


def _first(letters: list[str], prose: _Prose, last: int, *, small: bool) -> int | None:
    """Return the index of the word whose initial is the first letter, going back from the last; `small` words count."""
    text, row, joining = prose
    for at in range(last, -1, -1):
        word = row[at]
        joins = word.fold in joining
        if at < last and "\n\n" in text[word.end : row[at + 1].start]:
            return None
        if word.fold[:1] == letters[-1] and (small if joins else text[word.start].isupper()):
            letters.pop()
        elif not joins:
            return None
        if not letters:
            return at if text[word.start].isupper() else None
    return None
