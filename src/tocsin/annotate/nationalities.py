"""A nationality is a capitalised demonym ("Chinese", "Nigerien", "Afghans"), unless it is part of another name."""

import re
from collections.abc import Iterator

from tocsin.knowledge.countries import Countries
from tocsin.model.page import Nationality
from tocsin.model.text import Span

LONGEST = 3
WORD = re.compile(r"[^\W\d_]+")
OPENING = re.compile(rf"(?<![^\W\d_])(?=[^a-z]){WORD.pattern}")  # a word that may have a capital
NEXT = re.compile(rf"(?:[ \t\xa0]*\n?[ \t\xa0]*|-){WORD.pattern}")
# Names that hold a demonym and tell of no nationality: "Latin American", "Indian Ocean", "British Columbia".
BEFORE = re.compile(r"\b(?:Latin|North|South|Central|Native|Trans|Pan|New|Gulf of)[ -]$", re.IGNORECASE)
AFTER = re.compile(
    r" (?:Ocean|Columbia|Guiana|Polynesia|Samoa|Virgin|Antilles|Airlines|Airways|Sea|Gulf|Channel|Open|Pole)\b"
    r"|-(?:language|speaking)\b",
    re.IGNORECASE,
)
LANGUAGE_BEFORE = re.compile(r"\b(?:in|into|speaks?|speaking|spoke|from) $", re.IGNORECASE)
LANGUAGE_AFTER = re.compile(r"\s*(?:[.,;:)]|and\b|or\b|$)")


def nationalities(text: str, countries: Countries) -> tuple[Nationality, ...]:
    """Return the demonyms of a text in its order, the longest at each place."""
    found: list[Nationality] = []
    end = 0
    for hit in OPENING.finditer(text):
        word = hit[0]
        if hit.start() < end or not word[0].isupper() or not countries.opens_nationality(word):
            continue
        for span in _runs(text, hit):
            country = countries.nationality(" ".join(span.of(text).split()))
            if country:
                end = span.end
                if not _other(text, span):
                    found.append(Nationality(span=span, country=country))
                break
    return tuple(found)


def _runs(text: str, word: re.Match[str]) -> Iterator[Span]:
    """Yield the runs of words that begin with a word, the longest first."""
    ends = [word.end()]
    while len(ends) < LONGEST and (next_word := NEXT.match(text, ends[-1])):
        ends.append(next_word.end())
    return (Span(word.start(), end) for end in reversed(ends))


def _other(text: str, span: Span) -> bool:
    """Tell whether the demonym is part of a longer name or names a language."""
    before = text[max(0, span.start - 12) : span.start]
    language = LANGUAGE_BEFORE.search(before) and LANGUAGE_AFTER.match(text, span.end)
    return bool(BEFORE.search(before) or AFTER.match(text, span.end) or language)
