"""Dates told from another: from today ("last month", "on Tuesday") or from one just mentioned ("the next day").

A word such as "last" or "that same" gives the anchor and the step, and its unit follows.
"""

import re

from tocsin.annotate.date_words import NUMBER, PART, SEASON, UNIT, Match, Pieces, digits, fixed, part, period, rules
from tocsin.knowledge.calendar import MONTH, SEASONS, WEEKDAY, month, weekday

_GRAINS = {"day": "D", "night": "D", "week": "W", "weekend": "W", "month": "M", "quarter": "M", "year": "Y"}
_GRAINS |= {"decade": "DE", "century": "CE"}
_GRAIN = r"(?:week|weekend|month|year|decade|century|quarter)"
_THAT = r"(?:(?:that|the|this)(?:\s+very)?\s+same|that)"
_BEFORE = r"the\s+(?:previous|prior|preceding)"
_AFTER = r"the\s+(?:next|following|ensuing|subsequent)"
_STEP = rf"{_THAT}|{_BEFORE}|{_AFTER}|this\s+past|this\s+coming|this|last|past|next|coming"
_STEPS = {"last": "@-P1", "past": "@-P1", "next": "@+P1", "coming": "@+P1"}
_FULL = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_NAMED = r"(?<!Bloody )(?<!Black )(?<!Good )(?<!Super )(?<!Palm )(?<!Easter )(?<!Ash )"
_TITLE = r"(?!\s+(?-i:Times|Telegraph|Mirror|Mail|Herald|Star|Express|Mosque|Review))"
_MORE = r"(?:earlier|later|early|late)\s+"
_MARKS = {"ear": ";START", "beg": ";START", "sta": ";START", "lat": ";END", "end": ";END", "mid": ";MID"}
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
    step = step.replace("1", "3") if grain == "quarter" else step
    return [(0, f"{step}{_GRAINS[grain]}{'/WE' if grain == 'weekend' else ''}{_mark(match['more'] or '')}")]


def _this_grain(match: Match) -> Pieces:
    """Read "the end of the year", "later in the month"."""
    return [(0, f"~+P0{_GRAINS[match['grain'].lower()]}{_mark(match['more'])}")]


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
    word = match["step"].lower()
    anchor = "@" if word in ("past", "last", "next", "coming") else "^"
    sign = "<" if word in ("past", "last", "previous", "preceding", "prior") else ">"
    return [(0, f"{anchor}{sign}{period(match['n'] or 'a', match['u'])}")]


def _today(match: Match) -> Pieces:
    offset = {"yesterday": "@-P1D", "today": "@+P0D", "tomorrow": "@+P1D"}[match["name"].lower()]
    return [(0, f"{offset}/T{part(match['part'])}" if match["part"] else offset)]


def _part_of(match: Match) -> Pieces:
    """Read "this morning", "that night", "the following afternoon", "last night"."""
    step = _step(match["step"])
    return [(0, f"{'^+P1' if step == '@+P1' else step}D/T{part(match['part'])}")]


def _day_before(match: Match) -> Pieces:
    sign = "-" if match["way"].lower() == "before" else "+"
    night = "/TNI" if match["u"].lower() == "night" else ""
    return [(0, f"^{sign}P1{_GRAINS[match['u'].lower()]}{night}")]


def _clock(match: Match) -> Pieces:
    hour, minute, half = int(match["h"]), int(match["min"] or 0), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return [(0, f"XXXX-XX-XXT{hour:02}:{minute:02}")]


def _at(match: Match) -> Pieces:
    return [("t", f"XXXX-XX-XXT{part(match['part'])}")]


WEEKDAYS = rules(
    "day|tomorrow|tue|wed|thu|fri",
    (rf"{_NAMED}\b(?P<name>{_FULL}){_TITLE}(?!\w)(?:\s+(?P<part>{PART})\b)?", _weekday),
    (r"\b(?P<name>(?-i:Tues|Thurs|Fri|Thu|Tue|Wed)\.)(?P<part>)", _weekday),
    (rf"\bovernight\s+(?:(?:on|from|between)\s+)?(?P<name>{_FULL}){_TITLE}(?!\w)", _night),
    (rf"{_NAMED}\b(?P<name>{_FULL})\s+overnight\b", _night),
    (rf"\b(?P<name>today|yesterday|tomorrow)(?!\w|['’]s\s+(?-i:[A-Z]))(?:\s+(?P<part>{PART}))?\b", _today),
    (r"\bthe\s+day\s+before\s+yesterday\b", fixed("@-P2D")),
    (r"\bthe\s+day\s+after\s+tomorrow\b", fixed("@+P2D")),
)
STEPS = rules(
    r"\b(?:that|the|this|last|past|next|coming)\s",
    (rf"\b(?P<more>{_MORE})?(?P<step>{_STEP})\s+(?P<grain>{_GRAIN})(?![\w-])", _grained),
    (rf"\b(?P<more>{_MORE})?(?P<step>{_THAT}|{_BEFORE}|{_AFTER})\s+(?P<grain>day)\b", _grained),
    (
        r"\b(?P<more>mid|earlier|later|early|late|the\s+(?:end|beginning|start|middle|latter\s+part)\s+of)\s+"
        r"(?:in\s+|on\s+)?the\s+(?P<grain>week|month|year|decade)\b",
        _this_grain,
    ),
    (rf"\b(?P<step>{_STEP})\s+(?P<part>{PART})(?![\w-])", _part_of),
    (rf"\b(?P<step>{_STEP})\s+(?P<name>{_FULL}|{MONTH}|{SEASON})(?!\w|\s+\d)(?:\s+(?P<part>{PART})\b)?", _directed),
    (rf"\b(?:the\s+)?(?P<name>{MONTH}|{SEASON})(?:\s+(?P<d>\d\d?))?,?\s+(?:of\s+)?(?P<step>{_STEP})\s+year\b", _inside),
    (rf"\b(?P<d>\d\d?)\s+(?P<name>{MONTH}),?\s+(?:of\s+)?(?P<step>{_STEP})\s+year\b", _inside),
    (rf"\b(?:the\s+)?(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)\s+of\s+(?P<step>{_STEP})\s+month\b", _of_month),
    (rf"\bthe\s+(?P<u>day|week|month|year|night)\s+(?P<way>before|after|following){EVENT}(?!\w)", _day_before),
    (
        r"\b(?:the\s+)?(?P<step>past|last|next|previous|preceding|prior|coming|following|ensuing|subsequent)\s+"
        rf"(?P<n>{NUMBER}|few|several|couple\s+of|many)\s+(?P<u>{UNIT}s)\b",
        _stretch,
    ),
    (rf"\bthe\s+(?P<step>past)\s+(?P<n>)(?P<u>{UNIT})\b", _stretch),
    (r"\b(?:over|at|during|on)\s+(?P<t>the\s+weekend)\b", fixed("XXXX-WXX-WE", "t")),
)
HOURS = rules(
    r"\d|night|morning|noon|evening|dawn|day|sun|dusk",
    (r"\btonight\b", fixed("@+P0D/TNI")),
    (r"\bovernight\b", fixed("@-P1D/TNI")),
    (r"\b(?P<h>0?[1-9]|1[0-2])(?:[:.](?P<min>[0-5]\d))?\s*(?P<half>[ap])\.?m\b\.?", _clock),
    (r"(?<![\d:.])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?![\d:])(?:\s*(?:hrs|hours))?(?P<half>)", _clock),
    (r"(?<![\d:.])(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)\s*(?:hrs\b|hours\b|(?-i:GMT|UTC))(?P<half>)", _clock),
    (rf"\b(?:in|during)\s+(?P<t>the\s+(?P<part>{PART})(?:\s+hours)?)\b(?!\s+(?:hours|of)\b)", _at),
    (
        r"\b(?:at|around|about|before|after|by|until)\s+(?P<t>(?P<part>dawn|daybreak|sunrise|dusk|sunset|nightfall|noon|midnight|midday|night))\b",
        _at,
    ),
)
