"""Counts of people and acts in other languages than English, with their qualifiers.

The intervals are those of `tocsin.annotate.counts`. "One" alone is left out, since in most of these languages it is the
article as well; so is a bare number that may be a year.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.annotate.foreign.numbers import Number, numbers
from tocsin.knowledge.languages import BEGIN, END, Language, either
from tocsin.knowledge.letters import Plain, plain
from tocsin.model.text import Span
from tocsin.model.values import Count, Qualifier

_YEARS = range(1800, 2100)
_HIJRI = range(1300, 1450)
_DASH = re.compile(r"\s?[-–—]\s?")
_PART = r"[.,٫:/]\d|\s?[%٪°]|[-‐‑][^\W\d]"
_NEAR = 48
_QUALIFIERS: tuple[Qualifier, ...] = ("at_least", "more_than", "up_to", "about")


@dataclass(frozen=True, slots=True, eq=False)
class _Rules:
    """The patterns of a language: what stands for a number, beside one, and between the two of a range."""

    phrases: re.Pattern[str]
    before: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    after: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    ranges: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]


def foreign_counts(text: str, language: Language, taken: tuple[Span, ...] = ()) -> tuple[Count, ...]:
    """Return the counts of a text of the language in order; spans in `taken` (dates) are passed over."""
    shown = plain(text)
    found = [*_phrases(shown, language)]
    phrases = [count.span for count in found]
    alone = [
        one for one in numbers(shown.text, language) if not _meets(shown.span(one.start, one.end), (*taken, *phrases))
    ]
    found += [count for count in _counted(alone, shown, language) if not _meets(count.span, phrases)]
    kept = (count for count in found if not _meets(count.span, taken))
    return tuple(sorted(kept, key=lambda count: count.span))


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.meets(other) for other in others)


def _phrases(shown: Plain, language: Language) -> Iterator[Count]:
    """Yield the counts of words such as "dozens" and "some thirty"."""
    rules = _rules(language)
    for match in rules.phrases.finditer(shown.text):
        words, span = " ".join(match["n"].lower().split()), Span(*match.span("n"))
        if words in language.about_numbers:
            yield _count(span, language.about_numbers[words], "about", shown, rules)
        else:
            yield _made(language.vague[words], None, "vague", span, shown)


def _counted(found: list[Number], shown: Plain, language: Language) -> Iterator[Count]:
    """Yield the counts that numbers make, two of them together where they are the ends of a range."""
    rules, at = _rules(language), 0
    while at < len(found):
        one, two = found[at], found[at + 1] if at + 1 < len(found) else None
        whole = _range(one, two, shown.text, rules) if two else None
        at += 2 if whole else 1
        if two and whole:
            if not _is_other(shown.text, Span(one.start, two.end), rules):
                yield _made(one.value, two.value, "range", whole, shown)
        elif not _is_year(one, language) and not _is_other(shown.text, Span(one.start, one.end), rules):
            count = _count(Span(one.start, one.end), one.value, "exact", shown, rules)
            if not one.doubtful or (one.value > 1 and count.qualifier != "exact"):
                yield count


def _range(one: Number, two: Number, text: str, rules: _Rules) -> Span | None:
    """Return what covers two numbers that are the ends of a range."""
    between = text[one.end : two.start]
    if one.doubtful or two.doubtful or not 0 < one.value < two.value:
        return None
    if one.figures and two.figures and _DASH.fullmatch(between):
        return Span(one.start, two.end)
    for before, middle in rules.ranges:
        lead = before.search(text, max(0, one.start - _NEAR), one.start)
        if lead and middle.fullmatch(between):
            return Span(lead.start(), two.end)
    return None


def _is_year(one: Number, language: Language) -> bool:
    """Tell whether a number in four figures may be a year."""
    year = one.value in _YEARS or (language.script == "arabic" and one.value in _HIJRI)
    return one.figures and one.end - one.start == 4 and year


def _is_other(text: str, span: Span, rules: _Rules) -> bool:
    """Tell whether a number is a measure, an age, a share, zero or part of a name."""
    if not text[span.start : span.end].strip("0٠۰०০"):
        return True
    return bool(
        rules.not_before.search(text, max(0, span.start - _NEAR), span.start) or rules.not_after.match(text, span.end)
    )


def _count(span: Span, value: int, qualifier: Qualifier, shown: Plain, rules: _Rules) -> Count:
    """Return a count with the qualifier that stands before it or behind it."""
    text, first = shown.text, max(0, span.start - _NEAR)
    lead = next(((kind, hit) for kind, one in rules.before if (hit := one.search(text, first, span.start))), None)
    tail = next(((kind, hit) for kind, one in rules.after if (hit := one.match(text, span.end))), None)
    if lead:
        qualifier, span = lead[0], Span(lead[1].start("q"), span.end)
    elif tail:
        qualifier, span = tail[0], Span(span.start, tail[1].end())
    low = None if qualifier == "up_to" else value
    high = None if qualifier in ("at_least", "more_than") else value
    return _made(low, high, qualifier, span, shown)


def _made(low: int | None, high: int | None, qualifier: Qualifier, span: Span, shown: Plain) -> Count:
    where = shown.span(span.start, span.end)
    return Count(low=low, high=high, qualifier=qualifier, text=where.of(shown.written), span=where)


@cache
def _rules(language: Language) -> _Rules:
    """Return the patterns of a language, ready for use."""
    sides = [(kind, language.qualifiers.get(kind, {})) for kind in _QUALIFIERS]
    before = [(kind, beside["before"]) for kind, beside in sides if beside.get("before")]
    after = [(kind, beside["after"]) for kind, beside in sides if beside.get("after")]
    joined, classifiers = either(language.joined) or "(?!)", language.classifiers or "(?!)"
    nouns = r"(?:\s+[^\W\d_]+){0,2}?" if language.nouns_first else ""
    return _Rules(
        phrases=_pattern(f"{language.begin}(?P<n>{either([*language.vague, *language.about_numbers])}){END}"),
        before=tuple(
            (kind, _pattern(rf"{language.begin}(?P<q>{_spaced(words)}){nouns}(?:(?<=')|\s+)(?:{joined})?$"))
            for kind, words in before
        ),
        after=tuple(
            (kind, _pattern(rf"(?:[ -]?[^\s\d.,;:!?()،۔।]+(?=\s)){{0,2}}?\s*(?:{_spaced(words)}){END}"))
            for kind, words in after
        ),
        ranges=tuple(_ends(template, language) for template in language.ranges),
        not_before=_pattern(rf"(?:{BEGIN}(?:{language.not_before or '(?!)'})|[$£€#])\s*$"),
        not_after=_pattern(rf"\s*(?:de\s+|d')?(?:{language.not_after or '(?!)'})|{_PART}|(?!{classifiers})[^\W\d_]"),
    )


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


def _spaced(patterns: Iterable[str]) -> str:
    """Return a pattern for any of some patterns in which a space is any white space."""
    return "|".join(sorted((each.replace(" ", r"\s+") for each in patterns), key=len, reverse=True))


def _ends(template: str, language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before the first number of a range and between the two."""
    before, _, rest = template.partition("{a}")
    middle = rest.partition("{b}")[0]
    spaced = [part.replace(" ?", r"\s*").replace(" ", r"\s+") for part in (before, middle)]
    lead = f"{language.begin}{spaced[0]}$" if spaced[0] else "$"
    return _pattern(lead), _pattern(spaced[1])
