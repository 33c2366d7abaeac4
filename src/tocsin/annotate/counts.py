"""Numbers of people and acts, in digits and words, with their qualifier, as intervals.

A number that is a date, a time, an age, an amount of money, a measure, a share, an ordinal or part of a name is no
count. "Over 130" keeps the stated number with an open top; "dozens" is at least 24, as the output contract says.
"""

import re

from tocsin.knowledge.wording import small
from tocsin.model.text import Span
from tocsin.model.values import Count, Qualifier

_UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_UNIT = "|".join(sorted({*_UNITS, *_TENS}, key=len, reverse=True))
_WORDS = rf"(?:(?:{_UNIT}|an?(?= (?:hundred|thousand|million)))(?:(?:[- ]| and )(?:{_UNIT}|hundred|thousand|million))*)"
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?: (?:thousand|million))?"
_NUMBER = rf"(?:{_DIGITS}|{_WORDS})"
_VAGUE: dict[str, int] = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "several": 3,
    "a number of": 3,
    "a few": 3,
    "a handful": 3,
    "many": 3,
    "numerous": 4,  # as ISAF releases were coded by experts: one more than "several"
    "multiple": 3,
}
_VAGUE_WORDS = "|".join(sorted(_VAGUE, key=len, reverse=True))
_DOZEN = rf"(?:half a dozen|(?:{_NUMBER} |a )?dozen(?! of the))"
_QUALIFIERS: tuple[tuple[str, Qualifier], ...] = (
    ("at least|no fewer than|no less than|not less than|not fewer than|a minimum of|at the very least", "at_least"),
    ("more than|over|upwards? of|in excess of|well over|greater than|just over", "more_than"),
    ("up to|as many as|at most|no more than|not more than|a maximum of", "up_to"),
    (
        "about|around|approximately|some|roughly|nearly|almost|an estimated|estimated|close to|circa|just under"
        "|under|fewer than|less than|reportedly about|perhaps",
        "about",
    ),
)
_BEFORE = "|".join(f"(?P<q{index}>{words})" for index, (words, _) in enumerate(_QUALIFIERS))
_NUMBER_X = _NUMBER.replace(" ", r"\ ")
_COUNT = re.compile(  # in small letters
    rf"""(?x)(?<![\w.,:/$£€#-]) (?:(?:{_BEFORE.replace(" ", chr(92) + " ")})\s+)?
    (?: between\s+(?P<low>{_NUMBER_X})\s+and\s+(?P<high>{_NUMBER_X})
      | (?<!from\ )(?P<low2>{_NUMBER_X})\s+(?:to|or)\s+(?P<high2>{_NUMBER_X})
      | (?P<low3>\d+)\s?[-–]\s?(?P<high3>\d+)
      | (?P<dozen>{_DOZEN.replace(" ", chr(92) + " ")})
      | (?P<couple>a\ couple(?:\ of)?|a\ pair\ of)
      | (?P<vague>{_VAGUE_WORDS.replace(" ", chr(92) + " ")})
      | (?P<number>{_NUMBER_X})
    ) (?P<after>\s+or\s+(?:more|so))? (?![\w/%°]|[.,:]\d|-(?!based|strong|plus)\w|['’]s\b)"""
)
_NOT_BEFORE = re.compile(
    r"(?i)(?:\b(?:no|nos|number|article|section|chapter|route|highway|flight|boeing|room|gate|page|resolution|aged?|"
    r"(?:boy|girl|man|woman|child|youth|teenager|pupil|student|son|daughter) of|"
    r"unit|block|sector|division|phase|level|type|channel|bbc|group of|top|grade|ward|district|zone|platform|terminal)"
    r"\.?|[$£€#]|\b(?:us|rs|pkr)\.?)\s*$"
)
_NOT_AFTER = re.compile(
    r"(?i)^(?:\s*(?:%|percent|per\s?cent|°|(?:am|pm|a\.m|p\.m|gmt|utc|hrs|hours?\b(?!\s+hostages)|o'clock|minutes?|"
    r"seconds?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|kilomet(?:er|re)s?|kms?|miles?|met(?:er|re)s?|"
    r"feet|foot|ft|yards?|inch(?:es)?|kilos?|kilograms?|kgs?|pounds?|lbs?|tons?|tonnes?|grams?|lit(?:er|re)s?|"
    r"gallons?|barrels?|acres?|hectares?|square|cubic|degrees?|dollars?|euros?|rupees?|naira|pesos?|pesetas?|cents?|"
    r"rubles?|billion|trillion|mm|cm|mph|kph|caliber|calibre|percentage|votes?|points?|goals?|times|rounds\s+of\s+"
    r"(?:ammunition|talks)|st|nd|rd|th|west|east|north|south|pages?|p\.m\.?|fold)\b)|-?(?:year|month|day|week|hour|"
    r"minute|mile|km|kilomet\w+|met\w+|pound|ton|storey|story|foot|member|nation|man|point|page|seat|th|million)\b)"
)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:\.|\b)|january|february|march|april|june|july|august"
    r"|september|october|november|december"
)
_MONTH_BEFORE = re.compile(rf"(?i)\b(?:{_MONTH})\s*$")
_MONTH_AFTER = re.compile(rf"(?i)^(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})(?!\s+have\b)")
_YEAR_BEFORE = re.compile(
    r"(?i)\b(?:in|since|by|until|till|of|from|during|late|early|mid|before|after|and|year|the|through|to)[\s-]+$"
)


def counts(text: str, taken: tuple[Span, ...] = ()) -> tuple[Count, ...]:
    """Return the counts of a text in order; spans in `taken` (dates, names) are passed over."""
    found = []
    for match in _COUNT.finditer(small(text)):
        core = _core(match)
        if any(core.meets(span) for span in taken) or _is_other(text, core):
            continue
        read = _read(match, text)
        if read is not None:
            found.append(read)
    return tuple(found)


def number(words: str) -> int | None:
    """Return the value of a number in digits or words; null where it is none."""
    plain = words.strip().lower().replace(",", "")
    if plain.isdecimal():
        return int(plain) if len(plain) <= 9 else None
    parts = re.split(r"[\s-]+", plain)
    total = current = 0
    for part in parts:
        if part == "and":
            continue
        if part.isdecimal():
            current += int(part)
        elif part in ("a", "an"):
            current = 1
        elif part in _UNITS or part in _TENS:
            current += _UNITS.get(part, 0) + _TENS.get(part, 0)
        elif part == "hundred":
            current = max(current, 1) * 100
        elif part in _SCALES:
            total, current = total + max(current, 1) * _SCALES[part], 0
        else:
            return None
    return total + current


def _core(match: re.Match[str]) -> Span:
    name = next(name for name in ("number", "low", "low2", "low3", "dozen", "couple", "vague") if match.group(name))
    return Span(match.start(name), match.end(name.replace("low", "high")))


def _is_other(text: str, core: Span) -> bool:
    """Tell whether the number is a date, a measure, an age, a name's part or the like."""
    before, after = text[max(0, core.start - 24) : core.start], text[core.end : core.end + 40]
    words = core.of(text)
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after) or _MONTH_BEFORE.search(before):
        return True
    if words.isdecimal():
        if _MONTH_AFTER.match(after):
            return True
        if len(words) == 4 and 1900 <= int(words) <= 2099 and (_YEAR_BEFORE.search(before) or not after.strip(" ")):
            return True
        if re.match(r"\s+[A-Z][a-z]+ (?:Street|Road|Avenue|St\b)", after):
            return True
    if words.lower() == "many" and re.search(r"(?i)\b(?:as|how|so|too)\s+$", before):
        return True
    if words.lower() == "one":
        return _is_pronoun(before, after)
    return words.lower() in ("some", "zero")


def _is_pronoun(before: str, after: str) -> bool:
    """Count "one" before a noun, "other" or an "of"; not in "no one", "one day", "this one"."""
    if re.search(r"(?i)\b(?:no|any|every|some|this|that|each|which|the)\s+$", before):
        return True
    return bool(re.match(r"(?i)\s+(?:day|another|can|could|would|might|must|should|hand|thing)\b", after))


def _read(match: re.Match[str], text: str) -> Count | None:
    qualifier: Qualifier = next(
        (kind for index, (_, kind) in enumerate(_QUALIFIERS) if match.group(f"q{index}")), "exact"
    )
    low: int | None
    high: int | None
    if lower := match.group("low") or match.group("low2") or match.group("low3"):
        upper = match.group("high") or match.group("high2") or match.group("high3")
        low, high = number(lower), number(upper)
        if low is None or high is None or low >= high:
            return None
        qualifier = "range"
    elif match.group("dozen"):
        low = high = _dozens(match.group("dozen"))
        qualifier = "about" if qualifier == "exact" and match.group("dozen").lower() != "half a dozen" else qualifier
    elif match.group("couple"):
        low = high = 2
    elif match.group("vague"):
        low, high, qualifier = _VAGUE[" ".join(match.group("vague").lower().split())], None, "vague"
    else:
        low = high = number(match.group("number"))
        if low is None:
            return None
        after = (match.group("after") or "").split()
        qualifier = {"more": "at_least", "so": "about"}.get(after[-1].lower(), qualifier) if after else qualifier  # type: ignore[assignment]
    if qualifier in ("at_least", "more_than"):
        high = None
    elif qualifier == "up_to":
        low = None
    span = Span(*match.span())
    return Count(low=low, high=high, qualifier=qualifier, text=span.of(text), span=span)


def _dozens(words: str) -> int:
    lowered = words.lower()
    if lowered.startswith("half"):
        return 6
    multiplier = number(lowered.removesuffix("dozen").strip()) if lowered not in ("dozen", "a dozen") else 1
    return 12 * (multiplier or 1)
