"""Amounts of time: what lies so long ago or so much later, durations, sets ("daily"); and vague words such as "now"."""

from tocsin.annotate.date_relative import EVENT
from tocsin.annotate.date_words import ABOUT, AMOUNT, NUMBER, UNIT, Match, Pieces, fixed, period, rules
from tocsin.knowledge.calendar import MONTH, WEEKDAY, month, weekday

_OLD = r"(?![- ]old|\s+of\s+age|-\w+)"
_WAYS = {
    "ago": "@-",
    "from now": "@+",
    "hence": "@+",
    "earlier": "^-",
    "before": "^-",
    "previously": "^-",
    "prior": "^-",
}
_SETS = {"daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}
_SETS |= {"annually": "P1Y", "quarterly": "P3M", "fortnightly": "P2W"}
_MORE = r"(?:(?:more|full|long|whole|consecutive|straight)\s+)?"


def _moved(match: Match) -> Pieces:
    """Read "two years ago", "three days later"; without a number they refer to the past or future at large."""
    way = _WAYS.get(" ".join(match["way"].lower().split()), "^+")
    length = period(match["n"] or "several", match["u"])
    if "X" in length:
        return [(0, "PAST_REF" if way[1] == "-" else "FUTURE_REF")]
    return [(0, f"{way}{length}{';APPROX' if match['about'] else ''}")]


def _duration(match: Match) -> Pieces:
    if match["n"].lower() in ("a", "an") and not match["about"]:
        return []
    return [(0, period(match["n"], match["u"]) + (";APPROX" if match["about"] else ""))]


def _one(match: Match) -> Pieces:
    return [("t", period("a", match["u"]))]


def _several(match: Match) -> Pieces:
    return [("t", period("several" if match["u"].lower().endswith("s") else "a", match["u"]))]


def _set(match: Match) -> Pieces:
    return [("t", f"R/{period(match['n'] or 'a', match['u'])}")]


def _adverb(match: Match) -> Pieces:
    return [(0, f"R/{_SETS[match[0]]}")]


def _named_set(match: Match) -> Pieces:
    name = match["name"].lower()
    return [(0, f"R/XXXX-WXX-{weekday(name.removesuffix('s'))}" if match["w"] else f"R/XXXX-{month(name):02}")]


AMOUNTS = rules(
    UNIT,
    (
        rf"(?P<about>{ABOUT})?\b(?P<n>{AMOUNT})\s+(?P<u>{UNIT}s?)\s+"
        rf"(?P<way>ago|from\s+now|hence|earlier|previously|later|afterwards?|(?:before|prior|on|after){EVENT})(?!\w)",
        _moved,
    ),
    (rf"\b(?P<about>)(?P<n>)(?P<u>{UNIT}s)\s+(?P<way>ago|later|earlier)\b", _moved),
    (rf"(?P<about>{ABOUT})?\b(?P<n>{AMOUNT})[\s-]{_MORE}(?P<u>{UNIT}s?)\b{_OLD}", _duration),
    (
        rf"\b(?:for|in|after|within|last(?:ed|ing)|took|take)\s+(?P<t>(?P<n>an?)\s+(?P<u>{UNIT}))\b"
        r"(?!\s+(?:later|ago|earlier))",
        _one,
    ),
    (
        rf"\b(?:for|in|after|within|over|of|took|lasted|spent)\s+(?:many\s+)?(?P<t>(?P<u>{UNIT}s))\b(?!\s+(?:later|ago))",
        _several,
    ),
    (rf"\b(?P<t>(?P<u>{UNIT}s?)-long)\b", _several),
    (rf"\b(?P<t>(?:every|each|per)\s+(?:(?P<n>{NUMBER}|other|few)\s+)?(?P<u>{UNIT}s?))\b", _set),
    (r"(?:\b(?:once|twice)|times|\d)\s+(?P<t>(?P<n>an?)\s+(?P<u>day|week|month|year|hour))\b", _set),
    (rf"\brecent\s+(?:{UNIT}s|times)\b", fixed("PAST_REF")),
    (r"\bthese\s+days\b", fixed("PRESENT_REF")),
)
SETS = rules(
    rf"every|each|days|{'|'.join(_SETS)}",
    (rf"\b(?-i:{'|'.join(sorted(_SETS, key=len, reverse=True))})\b(?!\s+(?-i:[A-Z]))", _adverb),
    (rf"\b(?:every|each)\s+(?P<name>(?:(?P<w>{WEEKDAY})|{MONTH}))", _named_set),
    (r"\b(?P<name>(?P<w>(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)))\b", _named_set),
)
VAGUE = rules(
    "now|current|present|recent|lately|past|future",
    (r"\b(?:right\s+)?now\b|\b(?:currently|nowadays)\b|\bat\s+present\b", fixed("PRESENT_REF")),
    (r"\b(?:the\s+)?present[\s-]day\b", fixed("PRESENT_REF")),
    (r"\b(?:recently|lately)\b|\bin\s+the\s+past\b(?!\s+(?:few|\d|two|three))", fixed("PAST_REF")),
    (r"\bin\s+the\s+(?:near\s+)?(?P<t>future)\b", fixed("FUTURE_REF", "t")),
)
