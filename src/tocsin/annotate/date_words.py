"""The small words that dates are made of: amounts, units of time, parts of the day, years in figures."""

import re
from collections.abc import Callable, Iterable

Match = re.Match[str]
Pieces = Iterable[tuple[int | str, str]]
# A rule reads what its pattern matched as pairs of a group (0 for the whole) and a value.
Rule = tuple[re.Pattern[str], Callable[[Match], Pieces]]

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {word: n for n, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?:\.\d+|(?:,\d{{3}})+)?(?![\d,.]*\d)|(?:{_WORD})(?:[- ](?:{_WORD}))?(?: and (?:a )?half)?\b)"
_VAGUE = r"(?:(?:the )?(?:a |only a |just a )?(?:few|couple of)|several|many|some|a number of|numerous)"
ABOUT = (
    r"(?:(?:just |only |a )?(?:about|around|approximately|roughly|nearly|almost|some|more than|less than|over|under|"
    r"at least|up to|barely|little more than) )"
)
AMOUNT = rf"(?:{NUMBER}|{_VAGUE}|an?|one and a half|half an?|a hundred|another {NUMBER})"
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "centurie": "CE",
}
UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|year|decade|century|centurie)"
PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "noon": "12:00",
    "midday": "12:00",
    "midnight": "24:00",
}
PART = r"(?:(?:early |late |mid-?)?(?:morning|afternoon|evening|night))"
YEAR = r"(?:(?:1\d|20)\d\d(?!\d))"


def rule(pattern: str, read: Callable[[Match], Pieces]) -> Rule:
    """Return a rule whose pattern takes words in any case; month and weekday names keep their capitals."""
    return re.compile(pattern, re.IGNORECASE), read


def fixed(value: str) -> Callable[[Match], Pieces]:
    """Return a reader that gives the whole match one value."""
    return lambda _: [(0, value)]


def amount(written: str) -> str:
    """Return an amount in figures, X where it is vague: "twenty-four" is 24, "a" is 1, "a few" is X."""
    words = written.lower().removeprefix("another ").replace("-", " ")
    if words in ("a", "an"):
        return "1"
    if words.startswith("half"):
        return "0.5"
    if words == "a hundred":
        return "100"
    if re.fullmatch(r"[\d.,]+", words):
        figures = words.replace(",", "")
        return figures if "." in figures else str(int(figures))
    known = [_NUMBERS[word] for word in words.split() if word in _NUMBERS]
    if not known:
        return "X"
    return f"{sum(known)}{'.5' if words.endswith('half') else ''}"


def period(written: str, unit: str) -> str:
    """Return a duration such as P3D or PT2H."""
    letters = UNITS[unit.lower().rstrip("s") if unit.lower() != "centuries" else "century"]
    number = amount(written)
    if unit.lower().startswith("fortnight"):
        number = str(2 * int(number)) if number.isdigit() else number
    if letters == "Q":
        return f"P{3 * int(number)}M" if number.isdigit() else "PXM"
    return f"PT{number}{letters[1]}" if letters.startswith("T") else f"P{number}{letters}"


def part(written: str) -> str:
    """Return the time-of-day mark of "morning", "late night", "noon"."""
    return (
        PARTS[re.split(r"[ -]|(?<=mid)(?=m|a|e)", written.lower())[-1]]
        if written.lower() not in PARTS
        else PARTS[written.lower()]
    )
