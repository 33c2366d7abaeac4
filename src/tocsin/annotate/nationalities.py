"""A nationality is a capitalised demonym ("Chinese", "Nigerien", "Afghans"), unless it is part of another name."""

import re
from itertools import pairwise

from tocsin.knowledge.countries import Countries
from tocsin.model.page import Nationality
from tocsin.model.text import Span

LONGEST = 3
WORD = re.compile(r"[^\W\d_]+")
GAP = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*|-")
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
    words = [Span(*hit.span()) for hit in WORD.finditer(text)]
    found: list[Nationality] = []
    at = 0
    while at < len(words):
        size = _longest(text, words[at : at + LONGEST], countries)
        if size:
            span = Span(words[at].start, words[at + size - 1].end)
            country = countries.nationality(_words(text, span))
            if country and not _other(text, span):
                found.append(Nationality(span=span, country=country))
        at += size or 1
    return tuple(found)


def _longest(text: str, words: list[Span], countries: Countries) -> int:
    """Return how many of the words make a demonym, most first."""
    if not text[words[0].start].isupper():
        return 0
    for size in range(len(words), 0, -1):
        joined = all(GAP.fullmatch(text, a.end, b.start) for a, b in pairwise(words[:size]))
        if joined and countries.nationality(_words(text, Span(words[0].start, words[size - 1].end))):
            return size
    return 0


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _other(text: str, span: Span) -> bool:
    """Tell whether the demonym is part of a longer name or names a language."""
    before = text[max(0, span.start - 12) : span.start]
    language = LANGUAGE_BEFORE.search(before) and LANGUAGE_AFTER.match(text, span.end)
    return bool(BEFORE.search(before) or AFTER.match(text, span.end) or language)
