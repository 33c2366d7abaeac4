"""Dates with the name of a month: a day, with or without its year, two days or months, a month alone.

"May" and "March" are words too: alone they are months only after a preposition or where the text goes on as after one.
"""

from tocsin.annotate.dates.words import MONTHS_SEEN, WEEKDAYS_SEEN, YEAR, Match, Pieces, digits, rules
from tocsin.knowledge.calendar import MONTH, WEEKDAY, day, month, year

D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|:\d)"
# Two digits are a year after an apostrophe, or after a month in capitals and before a mark: 4 FEB 90.
_Y = rf"(?:{YEAR}|['’]\d\d(?!\d)|(?-i:(?<=[A-Z]{{3}} )\d\d)(?=\s*[(,.;)]|\s*$))"
_TO = r"(?:\s*[-–—/]\s*|,?\s+(?:to|and|or|until|till|through)\s+)"
# A weekday that ends a paragraph does not belong to the date that heads the next one.
_ON = rf"(?:{WEEKDAY},?(?!\s*\n\s*\n)\s+(?:the\s+)?)?"
_GAP = r"(?:\s+|-)"
_AFTER = (
    r"\b(?:in|since|until|till|by|from|during|before|after|through|throughout|between|and|to|or|of|early|late|mid|for|"
    r"that|the|an?)[\s-]+"
)
_SURE = (
    r"\b(?-i:January|February|July|September|October|November|December|"
    r"JANUARY|FEBRUARY|JULY|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_VERBAL = r"\w|['’]s\b|\s+\d|\s+(?-i:\w+ed\b|[A-Z]\w+ said)"


def _written(y: int | None, m: int, d: str) -> list[tuple[int | str, str]]:
    """Return the whole match as a day, or nothing where the calendar has no such day."""
    if day(y or 2000, m, digits(d)) is None:
        return []
    return [(0, f"{'XXXX' if y is None else f'{y:04}'}-{m:02}-{digits(d):02}")]


def _dated(match: Match) -> Pieces:
    return _written(year(match["y"]), month(match["m"]), match["d"])


def _undated(match: Match) -> Pieces:
    return _written(None, month(match["m"]), match["d"])


def _two_days(match: Match) -> Pieces:
    """Read two days of one month."""
    y, m = str(year(match["y"])) if match["y"] else "XXXX", month(match["m"])
    pair = (("a", digits(match["d"])), ("b", digits(match["d2"])))
    known = all(day(2000, m, number) for _, number in pair)
    return [(group, f"{y}-{m:02}-{number:02}") for group, number in pair] if known else []


def _two_dates(match: Match) -> Pieces:
    """Read two dates of which only the second states the year, which is the first's too unless the months run over."""
    last, one, two = year(match["y"]), month(match["m"]), month(match["m2"])
    first = last - 1 if one > two else last
    ends = [f"-{digits(d):02}" if d else "" for d in (match["d"], match["d2"])]
    return [("a", f"{first}-{one:02}{ends[0]}"), ("b", f"{last}-{two:02}{ends[1]}")]


def _of_year(match: Match) -> Pieces:
    return [(0, f"{year(match['y'])}-{month(match['m']):02}")]


def _weekday_of(match: Match) -> Pieces:
    """Read "the first Monday of May" as some day of May."""
    return [(0, f"{year(match['y']) if match['y'] else 'XXXX'}-{month(match['m']):02}")]


def _alone(match: Match) -> Pieces:
    return [("m", f"XXXX-{month(match['m']):02}")]


def _part_of(match: Match) -> Pieces:
    """Read "the last week of August" as the end of August."""
    m = f"{year(match['y']) if match['y'] else 'XXXX'}-{month(match['m']):02}"
    late = match["n"].lower() in ("last", "final", "closing")
    return [(0, f"{m};{'END' if late else 'START' if match['n'].lower() in ('first', 'opening') else 'MID'}")]


MONTHS = rules(
    MONTHS_SEEN,
    (rf"{_ON}(?P<m>{MONTH})\s*(?P<d>{D}),?\s*(?:of\s+)?(?P<y>{_Y})", _dated),
    (rf"{_ON}(?:the\s+)?\b(?P<d>{D}){_GAP}(?:of\s+)?(?P<m>{MONTH}),?(?:\s+of)?{_GAP}(?P<y>{_Y})", _dated),
    (rf"{_ON}(?P<m>{MONTH})\s+(?P<d>{D})(?!\s?(?:%|percent)|,\d|\.\d)", _undated),
    (rf"{_ON}(?:the\s+)?(?<![\d.,$])\b(?P<d>{D})(?:\s+of)?{_GAP}(?P<m>{MONTH})(?!\w)", _undated),
    (
        rf"(?P<a>(?P<m>{MONTH})\s+(?P<d>{D})){_TO}(?P<b>(?P<d2>{D})(?:,?\s+(?P<y>{_Y}))?)(?!\s+(?:people|{MONTH}))",
        _two_days,
    ),
    (
        rf"(?P<a>\b(?P<d>{D})){_TO}(?P<b>(?:the\s+)?(?P<d2>{D})\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>{_Y}))?)",
        _two_days,
    ),
    (
        rf"(?P<a>\b(?:(?P<d>{D})\s+)?(?P<m>{MONTH})){_TO}(?P<b>\b(?:(?P<d2>{D})\s+)?(?P<m2>{MONTH}),?\s+(?P<y>{_Y}))",
        _two_dates,
    ),
    (rf"(?P<a>(?P<m>{MONTH})\s+(?P<d>{D})){_TO}(?P<b>(?P<m2>{MONTH})\s+(?P<d2>{D}),?\s+(?P<y>{_Y}))", _two_dates),
    (rf"(?P<m>{MONTH})\s*(?:,\s*|\s+of\s+|\s+)(?:the\s+year\s+)?(?P<y>{_Y})", _of_year),
    (
        rf"\b(?:the\s+)?(?P<n>first|opening|second|third|last|final|closing)\s+(?:\w+\s+)?(?:weeks?|days)\s+of\s+"
        rf"(?P<m>{MONTH})(?:,?\s+(?P<y>{_Y}))?(?!\s+\d)",
        _part_of,
        "week weeks days",
    ),
    (rf"(?P<m>{MONTH})\s+the\s+(?P<d>\d\d?(?:st|nd|rd|th))\b", _undated, "#th"),
    # Which Monday that is, no value says before its year is known: the month holds it.
    (
        rf"\b(?:the\s+)?(?:first|second|third|fourth|last)\s+{WEEKDAY}\s+(?:of|in)\s+(?P<m>{MONTH})(?:,?\s+(?P<y>{_Y}))?(?!\s+\d)",
        _weekday_of,
        WEEKDAYS_SEEN,
    ),
    (rf"(?P<m>{_SURE})(?!\w|\s+\d)", _alone),
    (rf"{_AFTER}(?P<m>{MONTH})(?!{_VERBAL})", _alone),
    (r"\b(?P<m>(?-i:March|April|June|August))(?=,|\.|\s+and\b|\s+[a-z]|['’]s)(?!\s+(?:on|to|of)\b)", _alone),
)
