"""The small words that dates are made of: amounts, units of time, parts of the day, years in figures."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tocsin.knowledge.calendar import MONTHS, WEEKDAYS
from tocsin.knowledge.wording import asks_for_case

Match = re.Match[str]
Pieces = Iterable[tuple[int | str, str]]
# What a pattern matched, read as pairs of a group (0 for the whole) and a value.
Reader = Callable[[Match], Pieces]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and how it is read; `small` where it is sought in the text in small letters.

    It can only match around one of its trigger words. A trigger is a word in small letters, `#` any figure and `####`
    one of four digits; `#:`, `#/`, `#h`, `#s` and `#th` are figures with that mark, or any ordinal's, behind them.
    """

    pattern: re.Pattern[str]
    read: Reader
    triggers: frozenset[str]
    small: bool

    @classmethod
    def of(cls, pattern: str, read: Reader, triggers: str) -> "Rule":
        """Compile a rule that matches in any case, but for what it asks to stand in capitals."""
        small = not asks_for_case(pattern)
        return cls(re.compile(pattern, 0 if small else re.IGNORECASE), read, frozenset(triggers.split()), small)


# Where rules overlap, the longest match stands.
Rules = tuple[Rule, ...]


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: n for n, word in enumerate(_SMALL.split())}
_NUMBERS |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d+|(?:,\d{{3}})+)?(?![\d,.]*\d)|(?:{_WORD})(?:[\s-](?:{_WORD}))?"
    r"(?:[\s-]+and[\s-]+(?:a[\s-]+)?half)?\b)"
)
_FEW = r"(?:(?:(?:the|only|just)\s+)?a\s+(?:few|couple\s+of)|several|many|some|a\s+number\s+of|numerous)"
ABOUT = (
    r"(?:(?:just\s+|only\s+|a\s+)?(?:about|around|approximately|roughly|nearly|almost|some|more\s+than|less\s+than|over|"
    r"under|at\s+least|up\s+to|barely|little\s+more\s+than)\s+)"
)
AMOUNT = rf"(?:{NUMBER}|{_FEW}|half\s+an?|a\s+hundred|another\s+{NUMBER}|an?)"
_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W"}
_LETTERS |= {"month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE"}
_HALVES = {"DE": "P5Y", "CE": "P50Y", "Y": "P6M"}
# "A second" is a number far more often than a time.
UNIT = r"(?:(?<!\ba )second|minute|hour|day|night|week|weekend|fortnight|month|year|decade|century|centurie)"
WORKING = "consecutive|straight|successive|trading|working|business|calendar|full|whole"
_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "dusk": "EV",
}
_PARTS |= {"sunset": "EV", "nightfall": "EV", "first light": "MO"}
_PARTS |= {"noon": "12:00", "midday": "12:00", "midnight": "24:00", "hours": "MO"}
UNITS_SEEN = (
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight "
    "fortnights month months quarter quarters year years decade decades century centuries"
)
PLURALS_SEEN = "seconds minutes hours days nights weeks weekends fortnights months years decades centuries"
PARTS_SEEN = "morning afternoon evening night noon midnight dawn dusk midmorning midafternoon"
MONTHS_SEEN, WEEKDAYS_SEEN = " ".join(MONTHS), " ".join(WEEKDAYS)
PART = r"(?:(?:early\s+|late\s+|mid-?)?(?:morning|afternoon|evening|night|noon|midnight|dawn|dusk))"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
YEAR = r"(?:(?:1[0-9]|20)[0-9]{2}(?!\d))"


def rules(triggers: str, *table: tuple[str, Reader] | tuple[str, Reader, str]) -> Rules:
    """Return a table of rules, a third member being fewer triggers than the table's.

    Words match in any case, names of months and weekdays keep their capitals.
    """
    return tuple(Rule.of(pattern, read, *(own or (triggers,))) for pattern, read, *own in table)


def fixed(value: str, group: int | str = 0) -> Reader:
    """Return a reader that gives the group one value, whatever it is."""
    return lambda _: [(group, value)]


def amount(written: str) -> str:
    """Return an amount in figures, X where it is vague: "twenty-four" is 24, "a" is 1, "a few" is X."""
    words = re.sub(r"[\s-]+", " ", written.lower()).removeprefix("another ")
    if words in ("a", "an") or words.startswith("half"):
        return "0.5" if words.startswith("half") else "1"
    if words == "a hundred":
        return "100"
    if words[0].isdigit():
        figures = words.replace(",", "")
        return figures if "." in figures else str(int(figures))
    known = [_NUMBERS[word] for word in words.split() if word in _NUMBERS]
    return f"{sum(known)}{'.5' if words.endswith('half') else ''}" if known else "X"


def period(written: str, unit: str) -> str:
    """Return a duration such as P3D or PT2H."""
    number, name = amount(written), unit.lower().rstrip("s")
    if name == "fortnight":
        return f"P{2 * int(number)}W" if number.isdigit() else "PXW"
    letters = _LETTERS[name]
    if number == "0.5" and letters in _HALVES:
        return _HALVES[letters]
    return f"PT{number}{letters[1]}" if letters.startswith("T") else f"P{number}{letters}"


def part(written: str) -> str:
    """Return the time-of-day mark of "morning", "late night", "noon"."""
    word = " ".join(written.lower().split())
    word = word if word in _PARTS else word.split()[-1].removeprefix("mid-")
    return _PARTS[word if word in _PARTS else word.removeprefix("mid")]


def digits(written: str) -> int:
    """Return the number in "4th"."""
    return int(re.sub(r"\D", "", written))
