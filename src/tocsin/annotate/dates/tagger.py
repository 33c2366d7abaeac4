"""Words of time in English news, and dates in figures in any script; each is read without knowing when it was written.

A value is a TIMEX3 value as far as the words alone settle it, and otherwise says what is missing:

    2024-06-04  2024-06  2024  199  19     a day, month, year, decade, century; BC0480 is 480 BC
    AH1445-09-10  AP1402-05  2024-EA-02    Islamic, Persian; so many days from Easter (OE: Orthodox)
    AHXXXX-10-01@2024                      a feast of the Islamic calendar in a year of ours
    2024-SU  2024-Q1  2024-H2              a season, quarter, half; T and MO AF EV NI DT or 19:30 after a day
    XXXX-06-04  XXXX-06  XXXX-XX-04        the year or the month is open
    XXXX-WXX-2  XXXX-WXX-WE                a weekday (Monday 1), a weekend
    <XXXX-WXX-2  >XXXX-06                  "last", "next" or "will … on"; ^< and ^> from the date mentioned before it
    ?XXXX-06-10                            perhaps to come: "would … on", "until"
    @-P1M  @+P0Y                           that far from the publication date, in the unit's own grain: "last month"
    ^+P3D  ^+P0Y/08  @-P1D/TNI             from the date mentioned before it; what follows the slash lies inside it
    ~+P0Y;END                              from either, as the text is news or history: "the end of the year"
    @<PT24H  ^>P2W                         a stretch that ends, or begins, there: "the past 24 hours"
    2024-06-04|2024-04-06                  either of two readings
    P3D  PT2H  PXM                         a duration (X: no number)
    R/P1D  R/XXXX-WXX-5                    a set: "daily", "every Friday"
    PAST_REF  PRESENT_REF  FUTURE_REF      "recently", "now", "in the future"
    …;START  …;MID  …;END  …;APPROX        early, mid, late, about
"""

import re
from collections.abc import Iterator

from tocsin.annotate.dates.clock import HOURS
from tocsin.annotate.dates.feasts import FEASTS, HOLIDAYS
from tocsin.annotate.dates.join import joined
from tocsin.annotate.dates.lengths import AMOUNTS
from tocsin.annotate.dates.months import MONTHS
from tocsin.annotate.dates.names import NAMES
from tocsin.annotate.dates.relative import NAMED_STEPS, PART_STEPS, STEPS, WEEKDAYS
from tocsin.annotate.dates.vague import SETS, VAGUE
from tocsin.annotate.dates.windows import openers, windows
from tocsin.annotate.dates.words import part
from tocsin.annotate.dates.years import ANCIENT, FIGURES, SEASONAL
from tocsin.knowledge.wording import small
from tocsin.model.page import DateWords
from tocsin.model.text import Span

RULES = (
    *(*NAMES, *FEASTS, *HOLIDAYS, *MONTHS, *FIGURES, *SEASONAL, *ANCIENT, *WEEKDAYS),
    *(*STEPS, *NAMED_STEPS, *PART_STEPS, *HOURS, *AMOUNTS, *SETS, *VAGUE),
)
_SETS = tuple(dict.fromkeys(rule.triggers for rule in RULES))
_TRIGGERS = openers(_SETS)
_BY_SET = tuple((_SETS.index(rule.triggers), rule) for rule in RULES)
_DAY = r"(?:\d{2}-\d{2}|-XX-\d{2}|WXX-\d|P\d+D)$"
# What stands before a date and belongs to it, with the mark that it adds.
_BEFORE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{words})$".replace(" ", r"\s+"), re.IGNORECASE), mark)
    for words, mark in (
        (r"(?:the |very )?(?:early|earlier)(?: in| on)?(?: the)? |(?:the )?(?:start|beginning|opening) of ", "START"),
        (r"(?:the )?mid(?:[-– ]|dle of )", "MID"),
        (r"(?:the |very )?late(?:r)?(?: in| on)?(?: the)? |(?:the )?(?:end|close|latter part) of |end-", "END"),
    )
)
_PART_BEFORE = re.compile(
    r"\b(?:(?:early|late)\s+in\s+)?(?:the\s+)?(?:early\s+|(?P<late>late)\s+|small\s+|wee\s+|pre-?dawn\s+)?"
    r"(?P<part>morning|afternoon|evening|night|(?:morning\s+)?hours)\s+(?:of|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PAST = r"(?![\s\S]*\b(?:said|told|announced|reported|was|were|had)\b)[^.!?;]{0,80}$"
_WILL = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!had )"
    rf"\b(?:will|shall|scheduled|due|slated|set to|upcoming|expected to|plans? to|planned for|"
    rf"should be|starting)\b{_PAST}",
    re.IGNORECASE,
)
# A day that something has been put on: "a June 3 hearing has been scheduled", "In June it will be …", but not "said
# Friday that it will".
_PUT_ON = re.compile(r"\b(?:an?|the|its|their)\s$|(?-i:(?:^|[.!?\n]\s*)(?:In|On|By|From)\s$)", re.IGNORECASE)
_WILL_AFTER = re.compile(
    r"\s(?:\w+\s){0,3}(?:will|shall|is (?:scheduled|due|set|expected)|are (?:scheduled|due|set|expected)|"
    r"(?:has|have) been (?:scheduled|set|planned|called))\b"
)
_NEXT = r"(?:until|till)\s(?:[\w’']+\s){0,6}?(?:on\s)?$|\bnext\s(?:\w+\s){0,3}(?:on|in|for)\s$"
_WOULD = re.compile(rf"\b(?:(?:would|could|may|might)\b(?!\s+have){_PAST}|{_NEXT})", re.IGNORECASE)
# "From Sunday until Monday" is a stretch, which may be over.
_FROM = re.compile(r"\bfrom\s[^.!?;]{1,40}\s(?:until|till)\s(?:the\s)?$", re.IGNORECASE)
# "By 10 June" is perhaps to come where something is still to be done.
_BY = re.compile(
    r"\b(?:should|must|unless|if|(?:has|have|needs?|wants?|plans?|hopes?|expects?|aims?|ordered|told|asked|vowed) to|"
    r"deadline)\b[^.!?;]{0,80}?\bby\s(?:the\s)?$",
    re.IGNORECASE,
)
_SET = re.compile(
    r"(?i)\b(?:announc|call|declar|decreed|proclaim|order|set)\w* (?:\w+ ){0,3}(?:day|minute|moment)s? of "
    r"(?:\w+ )?(?:mourning|prayer|remembrance|silence) (?:on |for )?$"
)
_REACH = 80


def dates(text: str) -> tuple[DateWords, ...]:
    """Return the expressions of time in a text, in order, without overlap, with their unanchored values."""
    taken: list[tuple[Span, list[DateWords]]] = []
    for whole, words in sorted(_candidates(text), key=lambda found: (found[0].start - found[0].end, found[0])):
        if not any(whole.meets(other) for other, _ in taken):
            taken.append((whole, words))
    found = sorted((words for _, group in taken for words in group if words.value), key=lambda words: words.span)
    return tuple(joined(text, _widened(text, found)))


def _candidates(text: str) -> Iterator[tuple[Span, list[DateWords]]]:
    """Yield every match of every rule: what it covers, and the expressions in it."""
    lowered = small(text)
    where = windows(lowered, _TRIGGERS)
    for number, rule in _BY_SET:
        for start, end in where.get(number, ()):
            for match in rule.pattern.finditer(lowered if rule.small else text, start, end):
                words = [DateWords(Span(*match.span(group)), value) for group, value in rule.read(match)]
                if words:
                    yield Span(min(w.span.start for w in words), max(w.span.end for w in words)), words


def _widened(text: str, found: list[DateWords]) -> Iterator[DateWords]:
    """Yield the expressions with the words before them that belong to them ("early", "the night of")."""
    end = 0
    for words in found:
        before = text[max(end, words.span.start - _REACH) : words.span.start]
        after = text[words.span.end : words.span.end + _REACH]
        whole = _with_part(_with_mark(words, before), before)
        told = text[max(end, words.span.start - _REACH) : whole.span.start]
        stretch = _FROM.search(text, max(0, whole.span.start - _REACH), whole.span.start)
        yield whole if stretch else _with_direction(whole, told, after)
        end = words.span.end


def _with_mark(words: DateWords, before: str) -> DateWords:
    """Return the expression with "early", "mid" or "late" taken in."""
    if not re.match(r"[<>^?]*[\dXB@^~]", words.value) or ";" in words.value or re.match(r"[@^~][<>]P", words.value):
        return words
    for pattern, mark in _BEFORE:
        match = pattern.search(before)
        if match:
            return DateWords(_from(words, before, match), f"{words.value};{mark}")
    return words


def _with_part(words: DateWords, before: str) -> DateWords:
    """Return a day with "the night of" taken in."""
    match = _PART_BEFORE.search(before)
    if match is None or not re.search(_DAY, words.value):
        return words
    slash = "/" if words.value[0] in "@^~" and "P" in words.value else ""
    time = "NI" if match["late"] and match["part"].lower() == "hours" else part(match["part"])
    return DateWords(_from(words, before, match), f"{words.value}{slash}T{time}")


def _with_direction(words: DateWords, before: str, after: str) -> DateWords:
    """Return an open date as a future one where the words before it say "will", or perhaps one where "would"."""
    if not words.value.startswith("XXXX-") or words.value.startswith("XXXX-XX"):
        return words
    if _WILL.search(before) or _SET.search(before) or (_PUT_ON.search(before) and _WILL_AFTER.match(after)):
        return DateWords(words.span, f">{words.value}")
    perhaps = _WOULD.search(before) or _BY.search(before)
    return DateWords(words.span, f"?{words.value}") if perhaps else words


def _from(words: DateWords, before: str, match: re.Match[str]) -> Span:
    """Return the span of the expression widened to where the match begins."""
    return Span(words.span.start - (len(before) - match.start()), words.span.end)
