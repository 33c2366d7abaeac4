"""Times that no calendar settles: now, the past and the future at large, sets ("daily", "every Friday"), periods."""

from tocsin.annotate.dates.words import (
    NUMBER,
    PART,
    UNIT,
    Match,
    Pieces,
    fixed,
    part,
    period,
    rules,
)
from tocsin.knowledge.calendar import MONTH, WEEKDAY, WEEKDAYS, month, weekday

_SETS = {"daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}
_SETS |= {"annually": "P1Y", "annual": "P1Y", "quarterly": "P3M", "fortnightly": "P2W", "biweekly": "P2W"}
_OTHER = {"other": "2", "second": "2", "third": "3", "fourth": "4"}
_PLURAL = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)"
_OFTEN = r"(?:once|twice|thrice|(?:several|many|\w+)\s+times)"
# "current" is also what flows, and "recent" and "former" want a noun after them.
_NOUN = r"(?=\s+[A-Za-z])"
_DISTANCE = r"(?:near|foreseeable|immediate|distant|not\s+too\s+distant)"
_ALONE = r"(?=\s*(?:[^\w\s]|$)|\s+(?:of|and|or|as|in|for|to|by|with|if|is|was|will|would|could|may|the|when|that)\b)"
_SAME = r"(?:the\s+same|that|this)"
_WHILE = "during|in|till|until|to|since|from"


def _set(match: Match) -> Pieces:
    """Read "every two weeks", "every other day", "each year"."""
    number = (match["n"] or "a").lower()
    return [("t", f"R/{period(_OTHER.get(number, number), match['u'])}")]


def _often(match: Match) -> Pieces:
    return [(0, f"R/{period('a', match['u'])}")]


def _rate(match: Match) -> Pieces:
    return [("t", f"R/{period('a', match['u'])}")]


def _adverb(match: Match) -> Pieces:
    return [(0, f"R/{_SETS[match[0].lower()]}")]


def _named_set(match: Match) -> Pieces:
    """Read "every Friday morning", "each May"."""
    name, time = match["name"].lower(), f"T{part(match['part'])}" if match["part"] else ""
    return [(0, f"R/XXXX-WXX-{weekday(name.removesuffix('s'))}{time}" if match["w"] else f"R/XXXX-{month(name):02}")]


def _plural(match: Match) -> Pieces:
    return [(0, f"R/XXXX-WXX-{weekday(match['name'].lower().removesuffix('s'))}")]


def _every_part(match: Match) -> Pieces:
    return [(0, f"R/XXXX-XX-XXT{part(match['part'])}")]


_SETS_SEEN = " ".join(_SETS)
_PLURALS_SEEN = " ".join(f"{day}s" for day in (*WEEKDAYS, "weekday"))
SETS = rules(
    _SETS_SEEN,
    (rf"\b(?-i:{'|'.join(sorted(_SETS, key=len, reverse=True))})\b(?!\s+(?-i:[A-Z]))", _adverb, _SETS_SEEN),
    (r"\b(?-i:Annual)\b", _adverb, "annual"),
    (
        rf"\b(?P<t>(?:every|each|per)\s+(?:(?P<n>{NUMBER}|other|few|second|third|fourth)\s+)?(?P<u>{UNIT}s?))\b",
        _set,
        "every each per",
    ),
    (
        rf"\b{_OFTEN}\s+(?:an?|each|every|per)\s+(?P<u>day|week|month|year|hour|decade)\b",
        _often,
        "once twice thrice times",
    ),
    (r"\d\s+(?P<t>an?\s+(?P<u>day|week|month|year|hour))\b", _rate, "day week month year hour"),
    (rf"\b(?:every|each)\s+(?P<name>(?:(?P<w>{WEEKDAY})|{MONTH}))(?:\s+(?P<part>{PART})\b)?", _named_set, "every each"),
    (rf"\b(?:every|each)\s+(?P<part>{PART})\b", _every_part, "every each"),
    (rf"\b(?P<name>{_PLURAL})\b", _plural, _PLURALS_SEEN),
    (r"\b(?:every\s+weekend|weekends)\b", fixed("R/XXXX-WXX-WE"), "every weekends"),
    (r"\bweekdays\b", fixed("R/XXXX-WXX-1"), "weekdays"),
)
VAGUE = rules(
    "now",
    (r"\b(?:(?:right|just|until)\s+)?(?P<t>now)\b(?!-)", fixed("PRESENT_REF", "t"), "now"),
    (
        r"\b(?:currently|nowadays)\b|\bat\s+present\b|\bthe\s+time\s+being\b",
        fixed("PRESENT_REF"),
        "currently nowadays present being",
    ),
    (r"\b(?:(?:the\s+)?present|modern)[\s-]day\b|\bthese\s+days\b", fixed("PRESENT_REF"), "present modern days"),
    (r"\bat\s+(?P<t>the\s+(?:present\s+)?moment|this\s+time)\b", fixed("PRESENT_REF", "t"), "moment time"),
    (r"\bto\s+(?P<t>this\s+(?:very\s+)?day|date(?=[,.;)]|\s+(?:in|on|of)\b))", fixed("PRESENT_REF", "t"), "day date"),
    (rf"(?<!-)\bcurrent{_NOUN}(?!\s+(?:and|flow|was|is|of|in)\b)", fixed("PRESENT_REF"), "current"),
    (r"\b(?:(?:more|most|very|only|just)\s+)?recently\b|\blately\b", fixed("PAST_REF"), "recently lately"),
    (r"\bin\s+(?P<t>the\s+(?:(?:recent|distant)\s+)?past)\b(?!\s+[\w-]+\s+\w+s\b)", fixed("PAST_REF", "t"), "past"),
    (rf"\brecent{_NOUN}", fixed("PAST_REF"), "recent"),
    (rf"\brecent\s+(?:{UNIT}s|times)\b", fixed("PAST_REF"), "recent"),
    (rf"\b(?:the\s+)?(?:coming|upcoming)\s+{UNIT}s\b", fixed("FUTURE_REF"), "coming upcoming"),
    (rf"\b(?P<t>the\s+(?:{_DISTANCE}\s+)?future)\b{_ALONE}", fixed("FUTURE_REF", "t"), "future"),
    (rf"\bin\s+(?P<t>(?:{_DISTANCE}\s+)?future)\b{_ALONE}", fixed("FUTURE_REF", "t"), "future"),
    (rf"\bfuture{_NOUN}(?!\s+(?:and|of|or|is|was|in|for|to|as|with|on|by)\b)", fixed("FUTURE_REF"), "future"),
    (r"\bthe\s+(?:near|short|long)(?:er)?\s+term\b", fixed("FUTURE_REF"), "term"),
    # What a history dates, and news says without thinking of a time.
    (r"\bformer\b(?=\s+[A-Za-z\"“‘'])|\bformerly\b", fixed("PAST_REF;HISTORY"), "former formerly"),
    (rf"\b(?:at|around|about|by|{_WHILE})\s+(?P<t>{_SAME}\s+time)\b(?!\s+and\b)", fixed("^=;HISTORY", "t"), "time"),
    (r"\bat\s+(?P<t>the\s+time)\b", fixed("PRESENT_REF;HISTORY", "t"), "time"),
    (rf"\b{_SAME}\s+(?:(?:time|year|month|week|day)\s+)?period\b", fixed("^="), "period"),
    (r"\b(?:the\s+)?year-(?:ago|earlier)\s+(?:period|month|quarter|week)\b", fixed("@-P1Y"), "ago earlier"),
    (
        r"\bthe\s+same\s+(?:period|month|quarter|week|day|time)\s+(?:(?:of|in)\s+)?"
        r"(?:(?:the\s+)?(?:last|previous|prior)\s+year|a\s+year\s+(?:ago|earlier|before)|the\s+year\s+before)\b",
        fixed("@-P1Y"),
        "same",
    ),
)
