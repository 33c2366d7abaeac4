"""Dates told from another: from today ("last month", "on Tuesday") or from one just mentioned ("the next day").

A word such as "last" or "that same" gives the anchor and the step, and its unit follows.
"""

import re

from tocsin.annotate.dates.words import (
    MONTHS_SEEN,
    NUMBER,
    PART,
    PARTS_SEEN,
    PLURALS_SEEN,
    SEASON,
    UNIT,
    UNITS_SEEN,
    WEEKDAYS_SEEN,
    WORKING,
    Match,
    Pieces,
    digits,
    fixed,
    part,
    period,
    rules,
)
from tocsin.knowledge.calendar import MONTH, SEASONS, WEEKDAY, month, weekday

_GRAINS = {"day": "D", "night": "D", "week": "W", "weekend": "W", "month": "M", "quarter": "Q", "year": "Y"}
_GRAINS |= {"decade": "DE", "century": "CE"}
_GRAIN = r"(?:week|weekend|month|year|decade|century)"
_THAT = r"(?:(?:that|the|this)(?:\s+very)?\s+same|that)"
_BEFORE = r"the\s+(?:previous|prior|preceding)"
_AFTER = r"the\s+(?:next|following|ensuing|subsequent)"
_STEP = rf"{_THAT}|{_BEFORE}|{_AFTER}|this\s+past|this\s+coming|this|last|past|next|coming"
_STEPS = {"last": "@-P1", "past": "@-P1", "next": "@+P1", "coming": "@+P1"}
_FULL = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_FULL_SEEN = "monday tuesday wednesday thursday friday saturday sunday"
_NAMED = r"(?<!Bloody )(?<!Black )(?<!Good )(?<!Super )(?<!Palm )(?<!Easter )(?<!Ash )"
_TITLE = r"(?!\s+(?-i:Times|Telegraph|Mirror|Mail|Herald|Star|Express|Mosque|Review))"
_MORE = r"(?:earlier|later|early|late)\s+"
_ORDER = ["fir", "sec", "thi", "fou"]
_MARKS = {"ear": ";START", "beg": ";START", "sta": ";START", "lat": ";END", "end": ";END", "mid": ";MID"}
# "The day" alone is one that was told; with a clause or a name after it, it is one that nothing here dates.
_BARE = (
    r"(?=\s*(?:[.,;:!?)\"”]|$)|\s+(?:in|at|on|and|but|as|with|to|by|for|was|were|is|had|has|while|though|before|after|from|saw|began|ended)\b)"
    r"(?!\s+(?:on|in|at|for|to)\s+which\b|\s+(?:before|after)\s+\w)"
)
# After "before" and "after" what happened then may follow, which nothing here dates: "two days before the vote".
EVENT = (
    r"(?=\s*(?:[^\w\s]|$)|\s+(?:in|at|on|near|outside|inside|by|from|for|with|to|as|while|during|when|and|but|or|had|has|"
    r"was|were|is|did)\b)"
)


def _mark(written: str) -> str:
    """Return the mark of "earlier", "late", "the middle of"."""
    return _MARKS.get(re.sub(r"^the\s+", "", written.lower())[:3], "")


def _step(written: str) -> str:
    """Return the anchor and offset of "last", "the following", "that same"."""
    words = written.lower().split()
    if words[0] == "the" and words[-1] in ("previous", "prior", "preceding"):
        return "^-P1"
    if words[0] == "the" and words[-1] != "same":
        return "^+P1"
    return "^+P0" if words[-1] in ("same", "that") else _STEPS.get(words[-1], "@+P0")


def _grained(match: Match) -> Pieces:
    """Read "earlier this week", "the following year", "last weekend", "last quarter"."""
    step, grain = _step(match["step"]), match["grain"].lower()
    return [(0, f"{step}{_GRAINS[grain]}{'/WE' if grain == 'weekend' else ''}{_mark(match['more'] or '')}")]


def _this_grain(match: Match) -> Pieces:
    """Read "the end of the year", "later in the day"."""
    grain = match["grain"].lower()
    return [(0, f"{'^' if grain == 'day' else '~'}+P0{_GRAINS[grain]}{_mark(match['more'])}")]


def _of_month(match: Match) -> Pieces:
    """Read "the 28th of that month"."""
    return [(0, f"{_step(match['step'])}M/{digits(match['d']):02}")]


def _core(name: str) -> str:
    """Return the open value of the name of a weekday, season or month."""
    plain = name.lower()
    if plain in SEASONS:
        return SEASONS[plain]
    return f"WXX-{weekday(plain)}" if re.fullmatch(WEEKDAY, name) else f"{month(plain):02}"


def _inside(match: Match) -> Pieces:
    """Read "June last year", "August of that year", "5 May this year"."""
    day = f"-{digits(match['d']):02}" if match["d"] else ""
    return [(0, f"{_step(match['step'])}Y/{_core(match['name'])}{day}")]


def _directed(match: Match) -> Pieces:
    """Read a weekday, month or season after "last", "this", "the following" and the like."""
    step, core = _step(match["step"]), _core(match["name"])
    if step.endswith("P0"):
        return [(0, f"{step}{'W' if 'WXX' in core else 'Y'}/{core.removeprefix('WXX-')}{_time(match)}")]
    return [(0, f"{step[0].strip('@')}{'<' if '-' in step else '>'}XXXX-{core}{_time(match)}")]


def _weekday(match: Match) -> Pieces:
    return [(0, f"XXXX-WXX-{weekday(match['name'])}{_time(match)}")]


def _night(match: Match) -> Pieces:
    """Read "overnight on Friday"."""
    return [(0, f"XXXX-WXX-{weekday(match['name'])}TNI")]


def _time(match: Match) -> str:
    return f"T{part(match['part'])}" if match["part"] else ""


def _stretch(match: Match) -> Pieces:
    """Read "the past 24 hours", "the next two weeks", "the previous three days"."""
    word = (match["step"] or "following").lower()
    anchor = "@" if word in ("past", "last", "next", "coming") else "^"
    sign = "<" if word in ("past", "last", "previous", "preceding", "prior") else ">"
    return [(0, f"{anchor}{sign}{period(match['n'] or 'a', match['u'])}")]


def _today(match: Match) -> Pieces:
    offset = {"yesterday": "@-P1D", "today": "@+P0D", "tomorrow": "@+P1D"}[match["name"].lower()]
    return [(0, f"{offset}/T{part(match['part'])}" if match["part"] else f"{offset}{_mark(match['more'] or '')}")]


def _part_of(match: Match) -> Pieces:
    """Read "this morning", "that night", "the following afternoon", "last night"."""
    step = _step(match["step"])
    return [(0, f"{'^+P1' if step == '@+P1' else step}D/T{part(match['part'])}")]


def _day_before(match: Match) -> Pieces:
    sign = "-" if match["way"].lower() in ("before", "previous") else "+"
    night = "/TNI" if match["u"].lower() == "night" else ""
    return [(0, f"^{sign}P1{_GRAINS[match['u'].lower()]}{night}")]


def _in_week(match: Match) -> Pieces:
    """Read "Friday last week", "Monday morning of the following week"."""
    return [(0, f"{_step(match['step'])}W/{weekday(match['name'])}{_time(match)}")]


def _portion(match: Match) -> Pieces:
    """Read "the third quarter of last year", "the first half of the year"."""
    word, unit = match["n"].lower(), match["u"].lower()
    of = 4 if unit == "quarter" else 2
    number = of if word in ("last", "latter", "final") else _ORDER.index(word[:3]) + 1
    step = "~+P0" if match["step"].lower() == "the" else _step(match["step"])
    return [(0, f"{step}Y/{unit[0].upper()}{number}")] if number <= of else []


def _the_grain(match: Match) -> Pieces:
    """Read "the day", "the whole year"."""
    grain = match["grain"].lower()
    return [("t", f"{'^' if grain == 'day' else '~'}+P0{_GRAINS[grain]};LOOSE")]


WEEKDAYS = rules(
    WEEKDAYS_SEEN,
    (rf"{_NAMED}\b(?P<name>{_FULL}){_TITLE}(?!\w)(?:\s+(?P<part>{PART})\b)?", _weekday, _FULL_SEEN),
    (r"\b(?P<name>(?-i:Tues|Thurs|Fri|Thu|Tue|Wed)\.)(?P<part>)", _weekday, "tues thurs fri thu tue wed"),
    (rf"\bovernight\s+(?:(?:on|from|between)\s+)?(?P<name>{_FULL}){_TITLE}(?!\w)", _night, "overnight"),
    (rf"{_NAMED}\b(?P<name>{_FULL})\s+overnight\b", _night, "overnight"),
    (
        r"\b(?P<more>(?:earlier|later|early|late)\s+)?(?P<name>today|yesterday|tomorrow)(?!\w|['’]s\s+(?-i:[A-Z]))"
        rf"(?:\s+(?P<part>{PART}))?\b",
        _today,
        "today yesterday tomorrow",
    ),
    (r"\bthe\s+day\s+before\s+yesterday\b", fixed("@-P2D"), "yesterday"),
    (r"\bthe\s+day\s+after\s+tomorrow\b", fixed("@+P2D"), "tomorrow"),
)
STEPS = rules(
    UNITS_SEEN,
    (
        rf"\b(?P<more>{_MORE})?(?P<step>{_STEP})\s+(?P<grain>{_GRAIN})(?![\w-])",
        _grained,
        "week weekend month year decade century",
    ),
    # A quarter is a part of a town or of an hour too.
    (
        rf"\b(?P<more>{_MORE})?(?P<step>this|last|next|{_BEFORE})\s+(?P<grain>quarter)(?![\w-]|\s+of\b)",
        _grained,
        "quarter",
    ),
    (rf"\b(?P<more>{_MORE})?(?P<step>{_THAT}|{_BEFORE}|{_AFTER})\s+(?P<grain>day)\b", _grained, "day"),
    (
        r"\b(?P<more>mid|earlier|later|early|late|the\s+(?:end|beginning|start|middle|latter\s+part)\s+of)\s+"
        r"(?:in\s+|on\s+)?the\s+(?P<grain>day|week|month|year|decade)\b(?!-)",
        _this_grain,
        "day week month year decade",
    ),
    (rf"\b(?:the\s+)?(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)\s+of\s+(?P<step>{_STEP})\s+month\b", _of_month, "month"),
    (
        rf"\bthe\s+(?P<u>day|week|month|year|night)\s+(?P<way>before|after|following|previous){EVENT}(?!\w)",
        _day_before,
        "day week month year night",
    ),
    (
        r"\b(?:the\s+)?(?P<n>first|second|third|fourth|last|latter|final)[\s-](?P<u>quarter|half)\s+of\s+"
        rf"(?P<step>the|{_STEP})\s+year\b(?!-)",
        _portion,
        "quarter half",
    ),
    (
        r"\bthe\s+(?P<more>)(?P<step>last|coming)\s+(?P<grain>week|month|year|quarter|weekend)(?![\w-]|\s+of\b)",
        _grained,
        "week month year quarter weekend",
    ),
    (rf"(?<!of )(?<!to )\b(?P<t>the\s+(?:(?:same|whole|entire|full)\s+)?(?P<grain>day)){_BARE}", _the_grain, "day"),
    (
        rf"(?<!to )\b(?P<t>(?-i:[Tt]he)\s+(?:(?:same|whole|entire|full)\s+)?(?P<grain>(?-i:week|month|year))){_BARE}",
        _the_grain,
        "week month year",
    ),
    (r"\bthe\s+week\s+before\s+last\b", fixed("@-P2W"), "week"),
    (r"\bthe\s+year\s+before\s+last\b", fixed("@-P2Y"), "year"),
    (
        r"\b(?:(?:the\s+)?(?P<step>past|last|next|previous|preceding|prior|coming)|(?P<then>the\s+(?:following|ensuing|subsequent)))\s+"
        rf"(?P<n>{NUMBER}|few|several|couple\s+of|many)\s+(?:(?:{WORKING})\s+)?(?P<u>{UNIT}s)\b",
        _stretch,
        PLURALS_SEEN,
    ),
    (rf"\bthe\s+(?P<step>past)\s+(?P<n>)(?P<u>{UNIT})\b", _stretch, "past"),
    (r"\b(?:over|at|during|on)\s+(?P<t>the\s+weekend)\b", fixed("XXXX-WXX-WE", "t"), "weekend"),
)
NAMED_STEPS = rules(
    f"{WEEKDAYS_SEEN} {MONTHS_SEEN} {' '.join(SEASONS)}",
    (rf"\b(?P<step>{_STEP})\s+(?P<name>{_FULL}|{MONTH}|{SEASON})(?!\w|\s+\d)(?:\s+(?P<part>{PART})\b)?", _directed),
    (
        rf"\b(?:the\s+)?(?P<name>{MONTH}|{SEASON})(?:\s+(?P<d>\d\d?))?,?\s+(?:of\s+)?(?P<step>{_STEP})\s+year\b",
        _inside,
        "year",
    ),
    (
        rf"\b(?:the\s+)?(?P<d>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{MONTH}),?\s+(?:of\s+)?(?P<step>{_STEP})\s+year\b",
        _inside,
        "year",
    ),
    (
        rf"\b(?P<name>{_FULL})(?:\s+(?P<part>{PART}))?,?\s+(?:of\s+)?(?P<step>{_STEP})\s+week\b(?!-)",
        _in_week,
        "week",
    ),
)
PART_STEPS = rules(
    PARTS_SEEN,
    (rf"\b(?P<step>{_STEP})\s+(?P<part>{PART})(?![\w-])", _part_of),
    (r"\bthe\s+night\s+before\s+last\b", fixed("@-P2D/TNI")),
)
