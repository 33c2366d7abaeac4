"""Dates told from another: from today ("last month", "two years ago", "on Tuesday") or from one just mentioned."""

import re

from tocsin.annotate.date_words import ABOUT, AMOUNT, NUMBER, PART, UNIT, Match, Pieces, Rule, fixed, part, period, rule
from tocsin.knowledge.calendar import MONTH, SEASONS, WEEKDAY, month, weekday

_GRAIN = r"(?:week|weekend|month|year|decade|century|quarter)"
_GRAINS = {"day": "D", "week": "W", "weekend": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE"}
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_THAT = r"(?:(?:that|the|this)(?:\s+very)?\s+same|that)"
_BEFORE = r"the\s+(?:previous|prior|preceding)"
_AFTER = r"the\s+(?:next|following|ensuing|subsequent)"
_FULL = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_NAMED = r"(?<!Bloody )(?<!Black )(?<!Good )(?<!Super )(?<!Palm )(?<!Easter )(?<!Ash )"
_TITLE = r"(?!\s+(?-i:Times|Telegraph|Mirror|Mail|Herald|Star|Express|Mosque|Review))"
_MORE = r"(?:earlier|later|early|late)\s+"
_MARKS = {"earlier": ";START", "early": ";START", "later": ";END", "late": ";END", "mid": ";MID"}
_EVENT = r"(?!\s+(?:the|a|an|his|her|its|their|he|she|they|it|that|being|[a-z]+ing)\b|\s+(?-i:[A-Z]))"


def _offset(anchor: str, sign: str, grain: str, inside: str = "") -> str:
    """Return an offset by one unit; a weekend lies in its week, a quarter in three months."""
    if grain == "weekend":
        inside = "WE"
    if grain == "quarter":
        return f"{anchor}{sign}P3M"
    return f"{anchor}{sign}P{'0' if sign == '+0' else '1'}{_GRAINS[grain]}".replace("+0P", "+P") + (
        f"/{inside}" if inside else ""
    )


def _step(word: str) -> str:
    """Return the anchor and offset of "last", "the following", "that same": their unit is still to come."""
    word = re.sub(r"\s+", " ", word.lower())
    if re.match(r"the (?:previous|prior|preceding)", word):
        return "^-P1"
    if re.match(r"the (?:next|following|ensuing|subsequent)", word):
        return "^+P1"
    if "same" in word or word in ("that", "the"):
        return "^+P0"
    return {"last": "@-P1", "past": "@-P1", "next": "@+P1", "coming": "@+P1", "following": "^+P1"}.get(
        word.split()[-1], "@+P0"
    )


def _grained(match: Match) -> Pieces:
    """Read "earlier this week", "the following year", "last weekend"."""
    step, grain = _step(match["step"]), match["grain"].lower()
    mark = _MARKS.get((match["more"] or "").lower().split()[0] if match["more"] else "", "")
    if grain == "quarter":
        return [(0, f"{step.replace('1', '3')}M{mark}")]
    inside = "/WE" if grain == "weekend" else ""
    return [(0, f"{step}{_GRAINS[grain]}{inside}{mark}")]


def _inside(match: Match) -> Pieces:
    """Read "June last year", "August of that year", "last year's summer"."""
    name = match["name"].lower().rstrip(".")
    core = SEASONS[name] if name in SEASONS else f"{month(name):02}"
    day = f"-{int(re.sub(r'[^0-9]', '', match['d'])):02}" if match["d"] else ""
    return [(0, f"{_step(match['step'])}Y/{core}{day}")]


def _open(name: str) -> str:
    """Return the open value of the name of a season, weekday or month."""
    plain = name.lower().rstrip(".")
    if plain in SEASONS:
        return f"XXXX-{SEASONS[plain]}"
    return f"XXXX-WXX-{weekday(plain)}" if re.fullmatch(WEEKDAY, name) else f"XXXX-{month(plain):02}"


def _directed(match: Match) -> Pieces:
    """Read a weekday, month or season after "last", "this", "the following" and the like."""
    step, core = _step(match["step"]), _open(match["name"])
    time = f"T{part(match['part'])}" if match["part"] else ""
    if step.endswith("P0"):
        inside = core.removeprefix("XXXX-WXX-").removeprefix("XXXX-")
        return [(0, f"{step}{'W' if 'WXX' in core else 'Y'}/{inside}{time}")]
    direction = ("^" if step[0] == "^" else "") + ("<" if "-" in step else ">")
    return [(0, f"{direction}{core}{time}")]


def _weekday(match: Match) -> Pieces:
    time = f"T{part(match['part'])}" if match["part"] else ""
    return [(0, f"XXXX-WXX-{weekday(match['name'])}{time}")]


def _moved(anchor: str, sign: str, match: Match) -> Pieces:
    """Return an offset by an amount, or a reference to the past or future where the amount is vague."""
    length = period(match["n"] or "X", match["u"]) if match["n"] else period("few", match["u"])
    if "X" in length:
        return [(0, "PAST_REF" if sign == "-" else "FUTURE_REF")]
    about = ";APPROX" if match["about"] else ""
    return [(0, f"{anchor}{sign}{length}{about}")]


def _ago(match: Match) -> Pieces:
    return _moved("@", "-", match)


def _ahead(match: Match) -> Pieces:
    return _moved("@", "+", match)


def _earlier(match: Match) -> Pieces:
    return _moved("^", "-", match)


def _later(match: Match) -> Pieces:
    return _moved("^", "+", match)


def _stretch(match: Match) -> Pieces:
    """Read "the past 24 hours", "the next two weeks", "the previous three days"."""
    word = match["step"].lower()
    anchor = "^" if word in ("previous", "preceding", "prior", "following", "ensuing", "subsequent") else "@"
    sign = ">" if word in ("next", "coming", "following", "ensuing", "subsequent") else "<"
    return [(0, f"{anchor}{sign}{period(match['n'] or 'a', match['u'])}")]


def _today(match: Match) -> Pieces:
    offset = {"yesterday": "@-P1D", "today": "@+P0D", "tomorrow": "@+P1D"}[match["name"].lower()]
    return [(0, f"{offset}/T{part(match['part'])}" if match["part"] else offset)]


def _part_of(match: Match) -> Pieces:
    """Read "this morning", "that night", "the following afternoon", "last night"."""
    step = _step(match["step"])
    if step == "@+P1":
        step = "^+P1"
    return [(0, f"{step}D/T{part(match['part'])}")]


def _clock(match: Match) -> Pieces:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    if (match["half"] or "").lower().startswith("p") and hour < 12:
        hour += 12
    if (match["half"] or "").lower().startswith("a") and hour == 12:
        hour = 0
    return [(0, f"XXXX-XX-XXT{hour:02}:{minute:02}")] if hour < 25 and minute < 60 else []


_OFFSET = rf"(?P<about>{ABOUT})?\b(?:(?P<n>{AMOUNT})\s+)(?P<u>{UNIT}s?)"
_STEP = rf"{_THAT}|{_BEFORE}|{_AFTER}|this\s+past|this\s+coming|this|last|past|next|coming"

RELATIVE: tuple[Rule, ...] = (
    rule(rf"\b(?P<name>today|yesterday|tomorrow)(?!\w|['’]s\s+(?-i:[A-Z]))(?:\s+(?P<part>{PART}))?\b", _today),
    rule(r"\btonight\b", fixed("@+P0D/TNI")),
    rule(r"\bovernight\b", fixed("@-P1D/TNI")),
    rule(r"\bthe\s+day\s+before\s+yesterday\b", fixed("@-P2D")),
    rule(r"\bthe\s+day\s+after\s+tomorrow\b", fixed("@+P2D")),
    rule(rf"\b(?P<more>{_MORE})?(?P<step>{_STEP})\s+(?P<grain>{_GRAIN})(?!\w|-)", _grained),
    rule(rf"\b(?:{_MORE})?(?P<step>{_THAT}|{_BEFORE}|{_AFTER})\s+(?P<grain>day)(?P<more>)\b", _grained),
    rule(
        r"\b(?P<more>mid|earlier|later|early|late)\s+(?:in\s+|on\s+)?the\s+(?P<step>)(?P<grain>week|month|year|decade)\b",
        lambda m: [(0, f"~+P0{_GRAINS[m['grain'].lower()]}{_MARKS[m['more'].lower()]}")],
    ),
    rule(
        rf"\b(?P<step>{_STEP}|the)\s+(?P<part>{PART})(?!\w|-)",
        lambda m: [] if m["step"].lower() == "the" else _part_of(m),
    ),
    rule(
        rf"\b(?P<step>{_STEP})\s+(?P<name>{_FULL}|{MONTH}|{_SEASON})(?!\w|\s+\d)(?:\s+(?P<part>{PART})\b)?", _directed
    ),
    rule(
        rf"(?P<name>{MONTH}|\b(?:the\s+)?{_SEASON})(?:\s+(?P<d>\d\d?))?,?\s+(?:of\s+)?(?P<step>{_STEP})\s+year\b",
        lambda m: _inside(m),
    ),
    rule(rf"\b(?P<d>\d\d?)\s+(?P<name>{MONTH}),?\s+(?:of\s+)?(?P<step>{_STEP})\s+year\b", _inside),
    rule(rf"{_NAMED}\b(?P<name>{_FULL}){_TITLE}(?!\w)(?:\s+(?P<part>{PART})\b)?", _weekday),
    rule(r"(?P<name>(?-i:Tues|Thurs|Fri|Thu|Tue|Wed)\.)(?P<part>)", _weekday),
    rule(r"\b(?:over|at|during|on)\s+(?P<t>the\s+weekend)\b", lambda _: [("t", "XXXX-WXX-WE")]),
    rule(rf"{_OFFSET}\s+ago\b", _ago),
    rule(rf"\b(?P<about>)(?P<n>)(?P<u>{UNIT}s)\s+ago\b", _ago),
    rule(rf"{_OFFSET}\s+(?:from\s+now|hence)\b", _ahead),
    rule(rf"{_OFFSET}\s+(?:earlier|before|previously|prior){_EVENT}(?!\w)", _earlier),
    rule(rf"{_OFFSET}\s+(?:later|afterwards?|on\b|after){_EVENT}(?!\w)", _later),
    rule(rf"\b(?P<about>)(?P<n>)(?P<u>{UNIT}s)\s+later\b", _later),
    rule(
        rf"\bthe\s+(?P<n>)(?P<about>)(?P<u>day|week|month|year|night)\s+before{_EVENT}(?!\w)",
        lambda m: [(0, f"^-P1{_GRAINS.get(m['u'].lower(), 'D')}" + ("/TNI" if m["u"].lower() == "night" else ""))],
    ),
    rule(
        rf"\bthe\s+(?P<u>day|week|month|year)\s+(?:after|following){_EVENT}(?!\w)",
        lambda m: [(0, f"^+P1{_GRAINS[m['u'].lower()]}")],
    ),
    rule(r"\bthe\s+day\s+(?:before|after|of|when|that)\b(?=\s)", lambda m: []),
    rule(
        rf"\b(?:the\s+)?(?P<step>past|last|next|previous|preceding|prior|coming|following|ensuing|subsequent)\s+"
        rf"(?P<n>{NUMBER}|few|several|couple\s+of|many)\s+(?P<u>{UNIT}s)\b",
        _stretch,
    ),
    rule(rf"\bthe\s+(?P<step>past)\s+(?P<n>)(?P<u>{UNIT})\b", _stretch),
    rule(r"\b(?P<h>\d\d?)(?:[:.](?P<min>\d\d))?\s*(?P<half>[ap])\.?m\b\.?", _clock),
    rule(r"(?<![\d:.])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?![\d:])(?:\s*(?:hrs|hours))?(?P<half>)", _clock),
    rule(r"(?<![\d:.])(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)\s*(?:hrs\b|hours\b|(?-i:GMT|UTC))(?P<half>)", _clock),
    rule(
        rf"\b(?:in|during)\s+(?P<t>the\s+(?P<part>{PART})(?:\s+hours)?)\b(?!\s+of\b)",
        lambda m: [("t", f"XXXX-XX-XXT{part(m['part'])}")],
    ),
    rule(
        r"\b(?:at|around|about|before|after|by|until)\s+(?P<t>dawn|dusk|noon|midnight|midday|night)\b",
        lambda m: [("t", f"XXXX-XX-XXT{part(m['t'])}")],
    ),
)
