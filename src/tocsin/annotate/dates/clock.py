"""Times of day: by the clock, with the zone they are told in, and by the part of the day.

A time in universal time ends in Z; of other zones only the name is taken in, since letters such as IST name several.
"""

import re

from tocsin.annotate.dates.words import PART, PARTS_SEEN, Match, Pieces, fixed, part, rules

_UNIVERSAL = r"(?-i:GMT|UTC|UT|Z(?:ulu)?)"
_NAMED = (
    r"(?-i:E[SD]?T|C[SDE]?T|M[SD]?T|P[SDK]T|BST|CEST|EET|EEST|MSK|IST|PKT|AFT|EAT|WAT|CAT|SAST|JST|KST|HKT|SGT|AES?T)"
)
_OFFSET = r"(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?"
_ZONE = rf"(?:\s*(?P<z>{_UNIVERSAL}\b{_OFFSET})|\s*\((?P<z2>{_UNIVERSAL}\b{_OFFSET})\)|\s+{_NAMED}\b|\s+\({_NAMED}\))?"
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOURS = {name: number for number, name in enumerate(_WORDS, 1)}
_NUMBER = rf"(?:0?[1-9]|1[0-2]|{'|'.join(_HOURS)})"
_HALVES = r"(?:\s+(?:in\s+the\s+(?P<of>morning|afternoon|evening)|at\s+(?P<at>night)))"
_TWILIGHT = (
    "dawn|daybreak|sunrise|dusk|sunset|nightfall|noon|midnight|midday|night|mid-?morning|mid-?afternoon|first light"
)


def _clock(match: Match) -> Pieces:
    hour, minute, half = int(match["h"]), int(match["min"] or 0), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return [(0, f"XXXX-XX-XXT{hour:02}:{minute:02}{_zone(match)}")]


def _zone(match: Match) -> str:
    """Return the mark of universal time, unless the zone lies some hours from it: "GMT +8"."""
    zone = match["z"] or match["z2"]
    return "Z" if zone and not re.search(r"\d", zone) else ""


def _spoken(match: Match) -> Pieces:
    """Read "half past six in the evening", "9 o'clock at night", "5:30 in the morning"."""
    word = match["h"].lower()
    hour = _HOURS.get(word) or int(word)
    half = (match["of"] or match["at"] or "").lower()
    minute = 30 if match["past"] else int(match["min"] or 0)
    if half:
        hour = hour % 12 + (12 if half != "morning" and not (half == "night" and hour in (12, 1, 2, 3)) else 0)
    return [(0, f"XXXX-XX-XXT{hour:02}:{minute:02}")]


def _at(match: Match) -> Pieces:
    return [("t", f"XXXX-XX-XXT{part(match['part'])}")]


_LIGHTS_SEEN = "dawn daybreak sunrise dusk sunset nightfall noon midnight midday light"
HOURS = rules(
    PARTS_SEEN,
    (r"\btonight\b", fixed("@+P0D/TNI"), "tonight"),
    (r"\bovernight\b", fixed("@-P1D/TNI"), "overnight"),
    (rf"\b(?P<h>0?[1-9]|1[0-2])(?:[:.](?P<min>[0-5]\d))?\s*(?P<half>[ap])(?:\.\s?m\.|m\b){_ZONE}", _clock, "m am pm"),
    (
        rf"(?<![\d:.])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s*(?:hrs\b|hours\b|hr\b))?(?P<half>){_ZONE}",
        _clock,
        "#:",
    ),
    (
        rf"(?<![\d:.,])\b(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)\s*(?:hrs\b|hours\b|(?-i:h)\b|(?=(?-i:GMT|UTC|Z)\b))(?P<half>){_ZONE}",
        _clock,
        "#h hrs hours h gmt utc z",
    ),
    (r"(?<![\d:.])\b(?P<h>[01]?\d|2[0-3])h(?P<min>[0-5]\d)\b(?P<half>)(?P<z>)(?P<z2>)", _clock, "#h"),
    (
        rf"\b(?P<past>half\s+past\s+)?(?P<min>)(?P<h>{_NUMBER})(?:\s+o['’]clock)?{_HALVES}",
        _spoken,
        "morning afternoon evening night",
    ),
    (rf"\b(?P<past>half\s+past\s+)(?P<min>)(?P<h>{_NUMBER})\b(?P<of>)(?P<at>)", _spoken, "past"),
    (rf"\b(?P<past>)(?P<min>)(?P<h>{_NUMBER})\s+o['’]clock(?P<of>)(?P<at>)", _spoken, "clock"),
    (
        rf"(?<![\d:.])\b(?P<past>)(?P<h>0?[1-9]|1[0-2])[:.](?P<min>[0-5]\d){_HALVES}",
        _spoken,
        "morning afternoon evening night",
    ),
    (
        rf"\b(?:in|during|by|throughout)\s+(?P<t>the\s+(?P<part>{PART})(?:\s+hours)?)\b(?!\s+(?:hours|of)\b)",
        _at,
        PARTS_SEEN,
    ),
    (
        rf"\b(?:at|around|about|before|after|by|until|till|since|from|shortly\s+after)\s+(?P<t>(?P<part>{_TWILIGHT}))\b(?!\s+(?:prayer|mass|raid))",
        _at,
        f"{_LIGHTS_SEEN} {PARTS_SEEN}",
    ),
    (r"\b(?P<t>(?P<part>midnight|midday))\b", _at, "midnight midday"),
    (r"\b(?P<t>daytime|day-time)\b", fixed("XXXX-XX-XXTDT", "t"), "daytime day"),
    (r"\b(?P<t>night-?time)\b", fixed("XXXX-XX-XXTNI", "t"), "nighttime night"),
)
