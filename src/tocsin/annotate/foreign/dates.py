"""Words of time in other languages than English, in any script's digits and in the calendars that news is dated by.

The values are those of `tocsin.annotate.dates.tagger`. In a pattern of a language file `{d}` is a day, `{e}` a second
one, `{m}` a month, `{o}` its number, `{p}` a Persian and `{i}` an Islamic month, `{y}` a year and `{z}` one of those
calendars, `{w}` a weekday, `{v}` its short name, `{n}` a number and `{u}` a unit; `<…>` is what belongs to the date of
what must stand there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tocsin.knowledge.calendar import day, islamic, persian
from tocsin.knowledge.languages import END, Language, either
from tocsin.knowledge.letters import plain
from tocsin.model.page import DateWords
from tocsin.model.text import Span

_SLOT = re.compile(r"\{([a-z])\}")
_LOOK = re.compile(r"(\(\?<?[=!])")
_MARK = {"plain": "", "last": "<", "next": ">", "ago": ""}
_FIGURES = (
    re.compile(r"(?<![\d./-])(?P<d>\d{1,2})(?P<sep>[./-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?![\d/-]|\.\d)"),
    re.compile(r"(?<![\d./-])(?P<y>\d{4})(?P<sep>[/-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d/-]|\.\d)"),
)
_CLOCK = re.compile(r"(?<![\d:.])(?P<h>[01]?\d|2[0-3])[:h](?P<min>[0-5]\d)(?![\d:])")
_YEARS = range(1800, 2100)
_HIJRI = range(1200, 1500)
_LEAP = 1403  # a Persian year in which every month has its most days


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """One pattern, and the mark that it sets before an open value."""

    pattern: re.Pattern[str]
    mark: str


def foreign_dates(text: str, language: Language) -> tuple[DateWords, ...]:
    """Return the expressions of time in a text of the language, in order, without overlap, with unanchored values."""
    shown = plain(text)
    found = sorted(_candidates(shown.text, language), key=lambda pair: (pair[0].start - pair[0].end, pair[0]))
    taken: list[Span] = []
    kept: list[DateWords] = []
    for whole, pieces in found:
        if not any(whole.meets(other) for other in taken):
            taken.append(whole)
            kept += [DateWords(shown.span(span.start, span.end), value) for span, value in pieces]
    return tuple(sorted(kept, key=lambda words: words.span))


def _candidates(text: str, language: Language) -> Iterator[tuple[Span, list[tuple[Span, str]]]]:
    words, values = _relative(language)
    for match in words.finditer(text):
        span = Span(*match.span("core"))
        yield span, [(span, values[" ".join(match["core"].lower().split())])]
    for rule in _rules(language):
        for match in rule.pattern.finditer(text):
            pieces = _read(match, rule.mark, language)
            if pieces:
                yield Span(*match.span("core")), pieces
    yield from _in_figures(text, language)


def _in_figures(text: str, language: Language) -> Iterator[tuple[Span, list[tuple[Span, str]]]]:
    """Yield dates such as 11/06/2024 and 1403/03/22, and hours."""
    for pattern in _FIGURES:
        for match in pattern.finditer(text):
            year, month, number = int(match["y"]), int(match["m"]), int(match["d"])
            span, value = Span(*match.span()), None
            if language.persian and year in _HIJRI and persian(year, month, number):
                value = f"AP{year}-{month:02}-{number:02}"
            elif year in _YEARS and (date := day(year, month, number)):
                value = date.isoformat()
            if value:
                yield span, [(span, value)]
    for match in _CLOCK.finditer(text):
        hour = f"XXXX-XX-XXT{int(match['h']):02}:{int(match['min']):02}"
        yield Span(*match.span()), [(Span(*match.span()), hour)]


def _first(match: re.Match[str], slot: str) -> str | None:
    """Return what stands in the first filled slot of a kind."""
    named = match.re.groupindex
    return next((match[name] for name in named if name.startswith(f"{slot}_") and match[name]), None)


def _number(written: str, words: Mapping[str, int]) -> int:
    """Return a number in figures, with or without an ordinal ending, or in words."""
    figures = re.match(r"\d+", written)
    return int(figures[0]) if figures else words[" ".join(written.lower().split())]


def _name(written: str, names: Mapping[str, int]) -> int:
    """Return the number of a month or weekday, with or without an ending."""
    word = " ".join(written.lower().split())
    while word not in names:
        word = word[:-1]
    return names[word]


def _read(match: re.Match[str], mark: str, language: Language) -> list[tuple[Span, str]]:
    """Return the dates that a match tells, none where the calendar has no such day."""
    core = Span(*match.span("core"))
    slots = {slot: written for slot in "demopiyzwvnu" if (written := _first(match, slot))}
    if "n" in slots:
        return [(core, _ago(slots["n"], slots["u"], language))]
    if "z" in slots or "p" in slots or "i" in slots:
        value = _of_hijra(slots, mark, language)
        return [(core, value)] if value else []
    year = _year(slots.get("y"))
    if year is None:
        return []
    if "m" in slots or "o" in slots:
        month = _name(slots["m"], language.months) if "m" in slots else int(slots["o"])
        return _in_month(match, core, year, month, slots, mark, language)
    if "w" in slots or "v" in slots:
        names = language.weekdays if "w" in slots else language.weekdays_short
        return [(core, f"{mark}XXXX-WXX-{_name(slots.get('w') or slots['v'], names)}")]
    return [(core, year)] if "y" in slots else []


def _year(written: str | None) -> str | None:
    """Return a year in ASCII figures, open where none is written, or nothing where no such year is news."""
    if written is None:
        return "XXXX"
    return str(int(written)) if int(written) in _YEARS else None


def _in_month(
    match: re.Match[str], core: Span, year: str, month: int, slots: Mapping[str, str], mark: str, language: Language
) -> list[tuple[Span, str]]:
    """Return a month, a day of it, or two days."""
    mark = mark if year == "XXXX" else ""
    days = [_number(slots[slot], language.day_words) for slot in "de" if slot in slots]
    if not 1 <= month <= 12 or any(day(int(year) if year != "XXXX" else 2000, month, one) is None for one in days):
        return []
    if not days:
        last = _last_month(match, language)
        if last is None or last[1] == month:
            return [(core, f"{mark}{year}-{month:02}")]
        return [(Span(core.start, match.end("m_1")), f"{year}-{month:02}"), (last[0], f"{year}-{last[1]:02}")]
    values = [f"{mark}{year}-{month:02}-{one:02}" for one in days]
    if len(values) == 1:
        return [(core, values[0])]
    first, second = (next(n for n in match.re.groupindex if n.startswith(f"{slot}_") and match[n]) for slot in "de")
    return [(Span(*match.span(first)), values[0]), (Span(match.start(second), core.end), values[1])]


def _last_month(match: re.Match[str], language: Language) -> tuple[Span, int] | None:
    """Return the second month of a match, with what stands behind it, if it has one: "mars-avril 2012"."""
    named = [name for name in match.re.groupindex if name.startswith("m_") and match[name]]
    if len(named) < 2:
        return None
    return Span(match.start(named[-1]), match.end("core")), _name(match[named[-1]], language.months)


def _of_hijra(slots: Mapping[str, str], mark: str, language: Language) -> str | None:
    """Return a date, a month or a year of the Persian ("AP") or the Islamic calendar ("AH"), as English has them."""
    if "z" in slots and int(slots["z"]) not in _HIJRI:
        return None
    lunar = "i" in slots or not language.persian
    year = str(int(slots["z"])) if "z" in slots else "XXXX"
    value = f"{'' if 'z' in slots else mark}{'AH' if lunar else 'AP'}{year}"
    if "p" not in slots and "i" not in slots:
        return value
    month = _name(slots["i"], language.islamic) if lunar else _name(slots["p"], language.persian)
    if "d" not in slots:
        return f"{value}-{month:02}"
    number = _number(slots["d"], language.day_words)
    known = (islamic if lunar else persian)(int(slots["z"]) if "z" in slots else _LEAP, month, number)
    return f"{value}-{month:02}-{number:02}" if known else None


def _ago(number: str, unit: str, language: Language) -> str:
    """Return "three days ago"."""
    grain = next(grain for grain, words in language.units.items() if unit.lower() in words)
    return f"@-P{'T' if grain.startswith('T') else ''}{_number(number, language.numbers)}{grain.removeprefix('T')}"


@cache
def _relative(language: Language) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return the pattern of all words such as "yesterday", and the value of each."""
    values = {word.lower(): value for value, words in language.relative.items() for word in words}
    return re.compile(f"{language.begin}(?P<core>{either(values)}){END}", re.IGNORECASE), values


@cache
def _rules(language: Language) -> tuple[_Rule, ...]:
    """Return the patterns of a language, ready for use."""
    slots = _slots(language)
    return tuple(
        _Rule(_compiled(template, slots, language), _MARK[kind])
        for kind, templates in language.dates.items()
        for template in templates
    )


def _slots(language: Language) -> dict[str, str]:
    """Return the pattern of each slot."""
    ending = language.word_endings + END
    day_words = f"|(?:{either(language.day_words)}){END}" if language.day_words else ""
    ordinal = f"(?:{language.ordinal})?" if language.ordinal else ""
    figures = r"(?<![\d.,:/])\d{1,2}"
    return {
        "d": f"(?:{figures}{ordinal}{END}{day_words})",
        "e": f"(?:{figures.replace('.,:/', ':')}{ordinal}{END}{day_words})",
        "m": f"(?:{_cased(language.months, language.month_case)}){ending}",
        "o": r"\d{1,2}(?!\d)",
        "p": f"(?:{either(language.persian) or '(?!)'}){END}",
        "i": f"(?:{either(language.islamic) or '(?!)'}){END}",
        "y": r"(?<!\d)\d{4}(?!\d)",
        "z": r"(?<!\d)\d{4}(?!\d)",
        "w": f"(?:{_cased(language.weekdays, language.weekday_case)}){ending}",
        "v": f"(?:{either(language.weekdays_short) or '(?!)'}){END}",
        "n": rf"(?:(?<!\d)\d{{1,3}}(?!\d)|(?:{either(language.numbers)}){END})",
        "u": f"(?:{either(word for words in language.units.values() for word in words)}){END}",
    }


def _cased(names: Mapping[str, int], case: str) -> str:
    """Return the pattern of names that the language writes with small letters, with a capital, or either way."""
    if case == "lower":
        return f"(?-i:{either(names)})"
    if case == "upper":
        return f"(?-i:{either([*map(_capital, names), *map(str.upper, names)])})"
    return either(names)


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def _compiled(template: str, slots: Mapping[str, str], language: Language) -> re.Pattern[str]:
    """Return the pattern of a template: slots filled, any white space for a space, whole words."""
    seen: list[str] = []

    def fill(match: re.Match[str]) -> str:
        seen.append(match[1])
        return f"(?P<{match[1]}_{len(seen)}>{slots[match[1]]})"

    parts = _LOOK.split(template)
    text = "".join(
        part if at % 2 else part.replace(">", ")").replace("<", "(?P<core>") for at, part in enumerate(parts)
    )
    text = re.sub(r"(\(\?<[=!][^()]*)", lambda look: look[0].replace(" ", r"\s"), text)
    text = text.replace(" ?", r"\s*").replace(" ", r"\s+")
    whole = _SLOT.sub(fill, text)
    if "(?P<core>" not in whole:
        whole = f"(?P<core>{whole})"
    return re.compile(f"{language.begin}{whole}", re.IGNORECASE)
