"""An acronym is written by the names of its letters in scripts that have no such letters: "ٹی ٹی پی", "बीएलएफ".

Where a language joins the names a word is an acronym of its own; where it parts them a row of single ones is, without
those at its ends that are small words as well: Urdu "کے" is K and "of".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from tocsin.knowledge.languages import Language
from tocsin.knowledge.name_words import forms
from tocsin.knowledge.names import Entry, Hit, Word
from tocsin.model.text import Span

_LEAST = 3  # letters of an acronym that its letters tell
_READINGS = 24  # of one stretch of text
_GAPS = frozenset((" ", ".", "-", "\u00a0"))


def acronyms(entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of those who bear each name that is an acronym of plain letters."""
    found: dict[str, dict[str, None]] = {}
    for entry in entries:
        name = entry.name
        if len(name) >= _LEAST and name.isascii() and name.isalpha() and name.isupper():
            found.setdefault(name, {})[entry.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def spelled_out(
    text: str, row: Sequence[Word], language: Language, known: Mapping[str, tuple[str, ...]]
) -> Iterator[Hit]:
    """Yield the known acronyms that the names of letters in a text spell, weak as they are."""
    single: list[tuple[Word, tuple[str, ...]]] = []
    for word in row:
        read = _readings(word.fold, language.letters)
        if read and all(len(one) == 1 for one in read):
            if single and text[single[-1][0].end : word.start] not in _GAPS:
                yield from _parted(single, language, known)
                single = []
            single.append((word, read))
            continue
        yield from _parted(single, language, known)
        single = []
        if hit := _joined(text, word, language, known):
            yield hit
    yield from _parted(single, language, known)


def _joined(text: str, word: Word, language: Language, known: Mapping[str, tuple[str, ...]]) -> Hit | None:
    """Return the acronym that one word spells, with an ending or without."""
    if text[word.end : word.end + 1] == "-":  # it goes on: "एनएससीएन-के"
        return None
    for form in forms(word.fold):
        end = word.start + len(form) if word.fold.startswith(form) else word.end
        for read in _readings(form, language.letters):
            if hit := _hit(Span(word.start, min(end, word.end)), read, language, known):
                return hit
    return None


def _parted(
    single: list[tuple[Word, tuple[str, ...]]], language: Language, known: Mapping[str, tuple[str, ...]]
) -> Iterator[Hit]:
    """Yield the acronym that a row of single letters spells, whole or without small words at its ends."""
    small = [word.fold in language.small_letters for word, _ in single]
    spans = [
        (start, end)
        for start in range(len(single))
        for end in range(len(single), start, -1)
        if all(small[:start]) and all(small[end:])
    ]
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        part = single[start:end]
        for read in islice(product(*(letters for _, letters in part)), _READINGS):
            hit = _hit(Span(part[0][0].start, part[-1][0].end), "".join(read), language, known)
            if hit:
                yield hit
                return


def _hit(span: Span, read: str, language: Language, known: Mapping[str, tuple[str, ...]]) -> Hit | None:
    if read not in known or read in language.other_acronyms:
        return None
    return Hit(span, known[read], read, weak=True)


def _readings(word: str, letters: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a folded word spells by the names of letters: none where it is not made of them."""
    if word in letters:
        return tuple(letters[word])
    return tuple(
        dict.fromkeys(
            letter + rest
            for end in range(1, len(word))
            for letter in letters.get(word[:end], "")
            for rest in _readings(word[end:], letters)
        )
    )
