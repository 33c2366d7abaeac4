"""Amounts of time: what lies so long ago or so much later, how long something lasts, how old somebody is."""

from tocsin.annotate.dates.relative import EVENT
from tocsin.annotate.dates.words import (
    ABOUT,
    AMOUNT,
    NUMBER,
    PLURALS_SEEN,
    UNIT,
    UNITS_SEEN,
    WORKING,
    YEAR,
    Match,
    Pieces,
    period,
    rules,
)
from tocsin.knowledge.calendar import MONTH

_WAYS = {
    "ago": "@-",
    "from now": "@+",
    "hence": "@+",
    "earlier": "^-",
    "before": "^-",
    "previously": "^-",
    "prior": "^-",
}
_MORE = rf"(?:(?:{WORKING}|more|long|solid|additional|further|extra|bloody|brutal|intense)\s+){{0,2}}"
_TURN = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|last"
_PLURALS = r"(?:minute|hour|day|week|month|year|decade|centurie)s"
_WHICH = r"following|next|subsequent|succeeding|ensuing|intervening|last|past|previous|preceding|early|final|first"


def _moved(match: Match) -> Pieces:
    """Read "two years ago", "three days later"; without a number they refer to the past or future at large."""
    way = _WAYS.get(" ".join(match["way"].lower().split()), "^+")
    length = period(match["n"] or "several", match["u"])
    if "X" in length:
        return [(0, "PAST_REF" if way[1] == "-" else "FUTURE_REF")]
    return [(0, f"{way}{length}{';APPROX' if match['about'] else ''}")]


def _duration(match: Match) -> Pieces:
    number, unit = match["n"].lower(), match["u"].lower()
    if number in ("a", "an") and unit in ("second", "minute", "night", "hour", "quarter") and not match["about"]:
        return []
    return [(0, period(match["n"], match["u"]) + (";APPROX" if match["about"] else ""))]


def _and_a_half(match: Match) -> Pieces:
    """Read "a year and a half ago"."""
    length = period("1.5", match["u"])
    return [(0, f"{_WAYS.get(match['way'].lower(), '^+')}{length}" if match["way"] else length)]


def _age(match: Match) -> Pieces:
    return [(0, period(match["n"], match["u"]))]


def _one(match: Match) -> Pieces:
    return [("t", period("a", match["u"]))]


def _several(match: Match) -> Pieces:
    return [("t", period("several" if match["u"].lower().endswith("s") else "a", match["u"]))]


def _turn(match: Match) -> Pieces:
    """Read "a third consecutive day", "the second night" as the length that it is."""
    return [("t" if match["t"].lower().startswith("the") else 0, period("a", match["u"]))]


def _two(match: Match) -> Pieces:
    return [("a", period(match["n"], match["u"])), ("b", period(match["n2"], match["u"]))]


_LONG = "yearlong monthlong weeklong daylong nightlong hourlong decadelong"
AMOUNTS = rules(
    UNITS_SEEN,
    (
        rf"(?P<about>{ABOUT})?\b(?P<n>{AMOUNT})\s+(?P<u>{UNIT}s?)(?:\s+or\s+(?:so|more))?\s+"
        rf"(?P<way>ago|from\s+now|hence|earlier|previously|later|afterwards?|(?:before|prior|on|after){EVENT})(?!\w)"
        r"(?!\s+than\b)",
        _moved,
    ),
    (rf"\b(?P<about>)(?P<n>)(?P<u>{UNIT}s)\s+(?P<way>ago|later|earlier)\b", _moved, "ago later earlier"),
    (rf"(?P<about>{ABOUT})?\b(?P<n>{AMOUNT})[\s-]{_MORE}(?P<u>{UNIT}s?)\b(?:\s+or\s+(?:so|more)\b)?(?!-\w)", _duration),
    (rf"\b(?P<n>{NUMBER})[\s-](?P<u>year|month|week|day)s?[\s-]olds?\b", _age, "old olds"),
    (rf"\b(?P<n>{NUMBER})\s+(?P<u>years|months)\s+of\s+age\b", _age, "age"),
    (
        rf"\bbetween\s+(?P<a>(?P<n>{NUMBER}))\s+and\s+(?P<b>(?P<n2>{NUMBER})\s+(?P<u>{UNIT}s))\b",
        _two,
        "between",
    ),
    (
        r"\b(?:for|in|after|within|last(?:ed|ing)|took|take)\s+(?P<t>an?\s+(?P<u>night|hour|minute))\b"
        r"(?!\s+(?:later|ago|earlier))",
        _one,
        "night hour minute",
    ),
    (
        r"\b(?:an?|one)[\s-](?P<u>hour|day|week|month|year|decade|century)[\s-]and[\s-]a[\s-]half"
        r"(?:\s+(?P<way>ago|earlier|later))?\b",
        _and_a_half,
        "half",
    ),
    (rf"\b(?P<t>(?P<n>{NUMBER})\s+(?:consecutive|straight|successive)\s+(?P<u>quarters))\b", _age, "quarters"),
    (rf"\ban?\s+(?:{_TURN})\s+(?:(?:{WORKING})\s+)?(?P<t>(?P<u>day|week|month|year))\b", _turn, "day week month year"),
    (
        rf"\b(?:on|by|after|during)\s+(?P<t>the\s+(?:{_TURN})\s+(?P<u>day|night|week|month|year))\b(?!\s+of\s+\w+\s+\d)",
        _turn,
        "day night week month year",
    ),
    (rf"\b(?P<t>(?P<n>{NUMBER})[\s-](?P<u>year|month|week|day|hour)s?[\s-]long)\b", _age, "long"),
    (r"\b(?P<t>(?P<u>year|month|week|day|night|hour|decade)long)\b", _one, _LONG),
    (rf"\b(?P<t>(?P<u>{UNIT}s?)-long)\b", _several, "long"),
    (r"\b(?P<t>(?:single|one)-(?P<u>day|week|month|year))\b(?!-)", _one, "day week month year"),
    # A bare plural is a length of time wherever it stands: "for weeks", "years of war", "hours after the vote".
    (
        rf"(?<![-/])(?<!morning )(?<!early )(?<!late )(?<!night )(?<!working )\b(?P<t>(?P<u>{_PLURALS}))\b"
        r"(?![-/’']|\s+(?:later|ago|earlier|\d)\b)",
        _several,
        PLURALS_SEEN,
    ),
    (rf"\b(?P<t>the\s+(?!early\s+hours)(?:{_WHICH})\s+(?P<u>{_PLURALS}))\b(?!-)", _several, PLURALS_SEEN),
    (r"\b(?:over|through|down)\s+(?P<t>the\s+(?P<u>years|decades|centuries))\b", _several, "years decades centuries"),
    (
        rf"\b(?P<t>(?:the\s+)?(?:first|last|final|opening|closing|initial)\s+(?P<n>{NUMBER}|few|couple\s+of)\s+"
        rf"(?P<u>{UNIT}s)\s+of\s+(?:{MONTH}(?:\s+{YEAR})?|{YEAR}|(?:the|this|last|next)\s+(?:year|month|week|decade)))\b",
        lambda match: [("t", period(match["n"], match["u"]))],
        PLURALS_SEEN,
    ),
    (
        rf"\b(?P<t>the\s+(?:first|final|opening|closing|initial)\s+(?P<n>{NUMBER}|few|couple\s+of)\s+(?P<u>{UNIT}s))\b",
        lambda match: [("t", period(match["n"], match["u"]))],
        PLURALS_SEEN,
    ),
)
