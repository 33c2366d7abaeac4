"""Dates that name a day, month, season, year, decade or century of the calendar, with or without the year."""

import re

from tocsin.annotate.date_words import YEAR, Match, Pieces, Rule, rule
from tocsin.knowledge.calendar import MONTH, SEASONS, WEEKDAY, day, month, year

_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])"
_TO = r"(?:\s*[-–—/]\s*|,?\s+(?:to|and|or|until|till|through)\s+)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_ON = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?"
_SHORT = r"(?:['’]\d\d|(?-i:(?<=[A-Z]{3} )\d\d))(?!\d)"
_Y = rf"(?:{YEAR}|{_SHORT})"
_SEP = r"\s*(?:,\s*|\s+of\s+|\s+)"
# Nouns that make a number of four digits before them an amount.
_COUNTED = (
    r"(?!\s+(?:[a-z]+\s+)?(?-i:people|persons|men|women|children|troops|soldiers|fighters|militants|civilians|refugees|"
    r"members|homes|houses|families|dead|wounded|deaths|casualties|victims|tons|tonnes|kilometers|kilometres|km|miles|"
    r"meters|metres|feet|kg|kilograms|dollars|euros|pounds|rupees|percent|points|votes|prisoners|hours|GMT|hrs|local|"
    r"police|officers|guns|tanks|aircraft|ships|vehicles|rounds|UTC|m|ft|acres|hectares|square|cases|others)\b|\s*%)"
)
_BARE_YEAR = r"(?<![\w$€£.,/#:–—+−-])(?<!No\.\s)(?<!than\s)(?<!least\s)(?<!about\s)(?<!over\s)(?<!nearly\s)(?<!some\s)"
_AFTER_YEAR = r"(?![\w%°]|[.,:]\d|-\w|/\d)"
_WHEN = (
    r"(?:in|since|until|till|by|from|of|to|between|during|before|after|and|through|or|early|late|mid|the|around|year)"
)


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _day(y: int | None, m: int, d: str) -> list[tuple[int | str, str]]:
    """Return the whole match as a day, or nothing where the calendar has no such day."""
    if not 1 <= m <= 12 or day(y or 2000, m, _number(d)) is None:
        return []
    return [(0, f"{'XXXX' if y is None else f'{y:04}'}-{m:02}-{_number(d):02}")]


def _dated(match: Match) -> Pieces:
    return _day(year(match["y"]), month(match["m"]), match["d"])


def _undated(match: Match) -> Pieces:
    return _day(None, month(match["m"]), match["d"])


def _iso(match: Match) -> Pieces:
    return _day(int(match["y"]), int(match["m"]), match["d"])


def _figures(match: Match) -> Pieces:
    """Return a day in figures: in doubt where a slash parts two numbers that could both be the month."""
    y = year(match["y"])
    day_first, month_first = _day(y, int(match["b"]), match["a"]), _day(y, int(match["a"]), match["b"])
    if match["s"] != "/" or not month_first or day_first == month_first:
        return day_first
    return [(0, f"{day_first[0][1]}|{month_first[0][1]}")] if day_first else month_first


def _two_days(match: Match) -> Pieces:
    """Read two days of one month."""
    y = str(year(match["y"])) if match["y"] else "XXXX"
    return [(group, f"{y}-{month(match['m']):02}-{_number(match[group]):02}") for group in ("a", "b")]


def _two_dates(match: Match) -> Pieces:
    """Read two dates of which only the second states the year, which is the first's too unless the months run over."""
    last, one, two = year(match["y"]), month(match["m"]), month(match["m2"])
    first = last - 1 if one > two else last
    ends = [f"-{_number(d):02}" if d else "" for d in (match["d"], match["d2"])]
    return [("a", f"{first}-{one:02}{ends[0]}"), ("b", f"{last}-{two:02}{ends[1]}")]


def _month_year(match: Match) -> Pieces:
    return [(0, f"{year(match['y'])}-{month(match['m']):02}")]


def _bare_month(match: Match) -> Pieces:
    return [("m", f"XXXX-{month(match['m']):02}")]


def _season(match: Match) -> Pieces:
    name = match["s"].lower()
    return [(0, f"{year(match['y']) if match['y'] else 'XXXX'}-{SEASONS[name]}")]


def _bc(match: Match) -> Pieces:
    value = f"BC{int(match['y']):04}"
    if match["m"]:
        value += f"-{month(match['m']):02}" + (f"-{_number(match['d']):02}" if match["d"] else "")
    return [(0, value)]


def _two_years(match: Match) -> Pieces:
    first, last = match["a"], match["b"]
    return [("a", first), ("b", first[: 4 - len(last)] + last)] if first < first[: 4 - len(last)] + last else []


_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_ORDINALS += (
    ["thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"]
)
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"


def _ordinal(written: str) -> int:
    return _number(written) if written[0].isdigit() else _ORDINALS.index(written.lower()) + 1


def _century(match: Match) -> Pieces:
    number = _ordinal(match["n"])
    return [(0, f"BC{number - 1:02}" if match["bc"] else f"{number - 1:02}")]


def _portion(match: Match) -> Pieces:
    """Read a quarter or half of a year."""
    number = 2 if match["n"].lower() in ("latter", "last") and match["u"].lower() == "half" else None
    number = number or {"latter": 2, "last": 4}.get(match["n"].lower()) or _ordinal(match["n"])
    if number > (4 if match["u"].lower() == "quarter" else 2):
        return []
    return [(0, f"{match['y'] or 'XXXX'}-{match['u'][0].upper()}{number}")]


_PREPOSED = (
    r"\b(?:in|since|until|till|by|from|during|before|after|through|between|and|to|or|of|early|late|mid|for|that|the)"
)
_SURE_MONTH = r"(?-i:January|February|July|September|October|November|December|JANUARY|FEBRUARY|JULY|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"

CALENDAR: tuple[Rule, ...] = (
    rule(rf"{_ON}(?P<m>{MONTH})\s*(?P<d>{_D}),?\s*(?:of\s+)?(?P<y>{_Y})(?!\d)", _dated),
    rule(rf"{_ON}(?:the\s+)?\b(?P<d>{_D})[\s-]+(?:of\s+)?(?P<m>{MONTH}),?(?:\s+of)?[\s-]+(?P<y>{_Y})", _dated),
    rule(r"(?<![\d-])(?P<y>(?:19|20)\d\d)([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?![\d-])", _iso),
    rule(r"(?<![\d./])(?P<a>\d\d?)(?P<s>[/.])(?P<b>\d\d?)(?P=s)(?P<y>(?:19|20)\d\d)(?![\d/])", _figures),
    rule(r"(?<![\d./])(?P<a>\d\d?)(?P<s>/)(?P<b>\d\d?)/(?P<y>\d\d)(?![\d/])", _figures),
    rule(rf"{_ON}(?P<m>{MONTH})\s+(?P<d>{_D})(?!\s?(?:%|percent)|,\d|\.\d)", _undated),
    rule(rf"{_ON}(?:the\s+)?(?<![\d.,$])\b(?P<d>{_D})(?:\s+of)?[\s-]+(?P<m>{MONTH})(?!\w)", _undated),
    rule(rf"(?P<a>(?P<m>{MONTH})\s+{_D}){_TO}(?P<b>{_D}(?:,?\s+(?P<y>{_Y}))?)(?!\s+(?:people|{MONTH}))", _two_days),
    rule(rf"(?P<a>\b{_D}){_TO}(?P<b>(?:the\s+)?{_D}\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>{_Y}))?)", _two_days),
    rule(
        rf"(?P<a>\b(?:(?P<d>{_D})\s+)?(?P<m>{MONTH})){_TO}(?P<b>\b(?:(?P<d2>{_D})\s+)?(?P<m2>{MONTH}),?\s+(?P<y>{_Y}))",
        _two_dates,
    ),
    rule(rf"(?P<a>(?P<m>{MONTH})\s+(?P<d>{_D})){_TO}(?P<b>(?P<m2>{MONTH})\s+(?P<d2>{_D}),?\s+(?P<y>{_Y}))", _two_dates),
    rule(rf"(?P<m>{MONTH}){_SEP}(?:the\s+year\s+)?(?P<y>{_Y})(?!\d)", _month_year),
    rule(rf"(?P<m>{_SURE_MONTH})(?!\w|\s+\d)", _bare_month),
    rule(rf"{_PREPOSED}[\s-]+(?P<m>{MONTH})(?!\w|['’]s\b|\s+\d|\s+(?-i:\w+ed\b|[A-Z]\w+ said))", _bare_month),
    rule(r"(?P<m>(?-i:March|April|June|August))(?=,|\.|\s+and\b|\s+[a-z]|['’]s)(?!\s+(?:on|to|of)\b)", _bare_month),
    rule(rf"(?:the\s+)?(?P<s>{_SEASON})(?:\s+of|,)?\s+(?P<y>{_Y}){_AFTER_YEAR}", _season),
    rule(
        r"(?:\b(?:in|during|by|through|until|since|that|this|of|early|late|mid)[\s-])(?P<y>)(?P<t>(?:the\s+)?"
        r"(?P<s>spring|summer|autumn|winter))(?!\w|\s+of\s+(?!\d))",
        lambda match: [("t", f"XXXX-{SEASONS[match['s'].lower()]}")],
    ),
    rule(r"\b(?:in|during|by|until)\s+(?P<t>the\s+fall)(?!\w|\s+of)", lambda _: [("t", "XXXX-FA")]),
    rule(
        r"\bthe\s+(?:spring|summer|autumn|winter)(?!\w|\s+of\s+(?!\d)|\s+(?:olympic|camp|palace))",
        lambda match: [(0, f"XXXX-{SEASONS[match[0].lower().split()[1]]}")],
    ),
    rule(
        rf"(?:\b(?P<d>{_D})\s+)?(?:(?P<m>{MONTH})\s+(?:of\s+)?)?(?:ca?\.\s*)?(?<![\d,.])\b(?P<y>\d{{1,4}})\s*"
        r"(?-i:BCE?\b|B\.C\.(?:E\.)?|B\.C\b)",
        _bc,
    ),
    rule(r"\b(?:the\s+)?(?P<n>" + _ORDINAL + r")[\s-](?:century|centuries)(?P<bc>\s+(?-i:BC))?\b", _century),
    rule(r"\b(?:the\s+)?(?P<y>(?:1\d|20)\d)0['’]?s\b", lambda match: [(0, match["y"])]),
    rule(r"(?<!\w)(?:the\s+)?['’](?P<y>\d)0s\b", lambda match: [(0, f"19{match['y']}")]),
    rule(
        rf"\b(?:the\s+)?(?P<n>first|second|third|fourth|last|latter|1st|2nd|3rd|4th)[\s-](?P<u>quarter|half)"
        rf"(?:\s+of)?\s+(?P<y>{YEAR})",
        _portion,
    ),
    rule(r"\bthe\s+(?P<n>first|second|third|fourth)[\s-](?P<u>quarter)\b(?P<y>)(?!\s+of\b)", _portion),
    rule(
        r"\b(?:on|by|until|since|from|of)\s+(?P<t>the\s+(?P<d>[12]?\d|3[01])(?:st|nd|rd|th))(?=[.,;)]|\s+(?:and|at|in|of the)\b)",
        lambda match: [("t", f"XXXX-XX-{int(match['d']):02}")],
    ),
    rule(rf"{_BARE_YEAR}(?P<a>{YEAR})[-–/](?P<b>\d\d(?:\d\d)?)(?![\d-]|,\d)", _two_years),
    rule(rf"\b{_WHEN}[\s(-]+(?P<y>{YEAR}){_AFTER_YEAR}{_COUNTED}", lambda match: [("y", match["y"])]),
    rule(
        rf"{_BARE_YEAR}(?P<y>(?:19|20)\d\d){_AFTER_YEAR}(?!\s+[a-z]+s\b){_COUNTED}", lambda match: [("y", match["y"])]
    ),
    rule(rf"\(\s*(?P<y>{YEAR})\s*(?=[),;])", lambda match: [("y", match["y"])]),
    rule(r"(?<=\s)['’](?P<y>\d\d)(?=[\s.,;)])(?!\s*['’])", lambda match: [(0, str(year(match["y"])))]),
    rule(r"(?<![\d/])9/11(?![\d/])", lambda _: [(0, "2001-09-11")]),
    rule(
        rf"\b(?-i:Christmas)(?: (?P<e>Eve)| Day)?(?:,?\s+(?P<y>{YEAR}))?",
        lambda match: [(0, f"{match['y'] or 'XXXX'}-12-{'24' if match['e'] else '25'}")],
    ),
    rule(
        rf"\b(?-i:New Year['’]s) (?P<e>Eve|Day)(?:,?\s+(?P<y>{YEAR}))?",
        lambda match: [(0, f"{match['y'] or 'XXXX'}-{'12-31' if match['e'].lower() == 'eve' else '01-01'}")],
    ),
)
