"""Dates in figures and years: days in figures in any script, years, decades, centuries, seasons, quarters.

Four digits are a year only where nothing counted follows and nothing before them says that they count.
"""

import re

from tocsin.annotate.dates.months import D
from tocsin.annotate.dates.words import SEASON, YEAR, Match, Pieces, digits, fixed, rules
from tocsin.knowledge.calendar import MONTH, SEASONS, day, month, year

_NOUNS = (
    "people|persons|men|women|children|troops|soldiers|fighters|militants|civilians|refugees|members|homes|houses|"
    "families|dead|wounded|deaths|casualties|victims|tons|tonnes|kilometers|kilometres|km|miles|meters|metres|feet|kg|"
    "kilograms|dollars|euros|pounds|rupees|percent|points|votes|prisoners|hours|hrs|local|police|officers|guns|tanks|"
    "aircraft|ships|vehicles|rounds|m|ft|acres|hectares|square|cases|others"
)
_COUNTED = rf"(?!\s+(?-i:(?:[a-z]+\s+)?(?:{_NOUNS})|{_NOUNS.upper()}|GMT|UTC|AT|TODAY)\b|\s*%)"
_NO_COUNT = r"(?<![\w$€£.,/#:–—+−-])(?<!No\.\s)(?<!than\s)(?<!least\s)(?<!about\s)(?<!over\s)(?<!nearly\s)(?<!some\s)"
_ENDS = r"(?![\w%°]|[.,:]\d|-\w|/\d)"
_IN = r"(?:in|since|until|till|by|during|of)"
_FROM = r"(?:from|to|between|before|after|and|through|or|early|late|mid|the|around|year)"
_OLD_FROM = r"(?:from|between|before|after|early|late|mid|year)"
_NO_PLURAL = r"(?!\s+(?-i:[a-z]+s|had|have|has|were|are|more)\b)"
# A season that qualifies a noun stands without its article: "the [spring] offensive".
_NO_NOUN = (
    r"\s*(?:[^\w\s]|$)|\s+(?:\d|of\s+\d|(?:and|or|to|in|on|at|by|for|from|with|as|but|when|while|was|were|is|had|has|"
    r"will|before|after|it|he|she|they|we|the|an?)\b)"
)
_UNNAMED = r"(?![\w’']|-\w)"
_BC = r"(?-i:BCE?\b|B\.C\.(?:E\.)?|B\.C\b)"
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"]
_ORDINALS += [
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_ORDINALS += ["twentieth", "twenty-first"]
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"


def _day(y: int, m: str, d: str) -> str | None:
    found = day(y, int(m), int(d))
    return found.isoformat() if found and 1900 <= y < 2100 else None


def _iso(match: Match) -> Pieces:
    found = _day(int(match["y"]), match["m"], match["d"])
    return [(0, found)] if found else []


def _figures(match: Match) -> Pieces:
    """Return a day in figures: in doubt where a slash parts two numbers that could both be the month."""
    y = year(match["y"])
    day_first, month_first = _day(y, match["b"], match["a"]), _day(y, match["a"], match["b"])
    if match["s"] != "/" or not month_first or day_first == month_first:
        return [(0, day_first)] if day_first else []
    return [(0, f"{day_first}|{month_first}" if day_first else month_first)]


def _season(match: Match) -> Pieces:
    y = f"BC{int(match['bc']):04}" if match["bc"] else str(year(match["y"])) if match["y"] else "XXXX"
    return [("t", f"{y}-{SEASONS[match['s'].lower()]}")]


def _before_christ(match: Match) -> Pieces:
    value = f"BC{int(match['y']):04}"
    if match["m"]:
        value += f"-{month(match['m']):02}" + (f"-{digits(match['d']):02}" if match["d"] else "")
    return [(0, value)]


def _two_before_christ(match: Match) -> Pieces:
    return [("a", f"BC{int(match['a']):04}"), ("b", f"BC{int(match['y']):04}")]


def _two_years(match: Match) -> Pieces:
    """Read 1914–18 as its two ends; digits that do not run on are no range."""
    first = match["a"]
    last = first[: 4 - len(match["b"])] + match["b"]
    return [("a", first), ("b", last)] if first < last else []


def _ordinal(written: str) -> int:
    return digits(written) if written[0].isdigit() else _ORDINALS.index(written.lower()) + 1


def _century(match: Match) -> Pieces:
    return [(0, f"{'BC' if match['bc'] else ''}{max(_ordinal(match['n']) - 1, 0):02}")]


def _portion(match: Match) -> Pieces:
    """Read a quarter or half of a year."""
    unit, word = match["u"].lower(), match["n"].lower()
    of = 4 if unit == "quarter" else 2
    number = of if word in ("latter", "last", "final") else _ordinal(word)
    return [(0, f"{match['y'] or 'XXXX'}-{unit[0].upper()}{number}")] if number <= of else []


def _spelt_decade(match: Match) -> Pieces:
    """Read "the early nineties", but not somebody's age: "in his thirties"."""
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    if re.search(r"\b(?:his|her|their|my|its)\s+(?:\w+\s+)?$", before):
        return []
    tens = ["twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"].index(
        match["n"].lower().removesuffix("ties")
    ) + 2
    return [(0, f"19{tens}")]


def _year(match: Match) -> Pieces:
    return [("y", match["y"])]


FIGURES = rules(
    "#",
    (
        rf"\b(?-i:Q)(?P<q>[1-4])(?:\s+(?:of\s+)?(?P<y>{YEAR}))?\b",
        lambda match: [(0, f"{match['y'] or 'XXXX'}-Q{match['q']}")],
        "q",
    ),
    (r"(?<![\d-])(?P<y>\d{4})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?![\d-])", _iso, "####"),
    (r"(?<![\w./])(?P<a>\d\d?)(?P<s>[/.])(?P<b>\d\d?)(?P=s)(?P<y>\d{4})(?![\d/])", _figures, "####"),
    (r"(?<![\w./])(?P<a>\d\d?)(?P<s>/)(?P<b>\d\d?)/(?P<y>\d\d)(?![\d/])", _figures, "#/"),
    (r"\b(?:the\s+)?(?P<y>(?:1[0-9]|20)[0-9])0['’]?s\b", lambda match: [(0, match["y"])], "####"),
    (r"(?<!\w)(?:the\s+)?['’](?P<y>[0-9])0s\b", lambda match: [(0, f"19{match['y']}")], "#s"),
    (
        r"\b(?:on|by|until|since|from|of)\s+(?P<t>the\s+(?P<d>[12]?\d|3[01])(?:st|nd|rd|th))"
        r"(?=[.,;)]|\s+(?:and|at|in|of the)\b)",
        lambda match: [("t", f"XXXX-XX-{int(match['d']):02}")],
        "#th",
    ),
    (rf"{_NO_COUNT}(?P<a>{YEAR})[-–/](?P<b>[0-9][0-9](?:[0-9][0-9])?)(?![\d-]|,\d)", _two_years, "####"),
    (rf"\b{_IN}[\s(-]+(?P<y>{YEAR}){_ENDS}{_COUNTED}", _year, "####"),
    (rf"\b{_FROM}[\s(-]+(?P<y>(?:19|20)[0-9][0-9]){_ENDS}{_NO_PLURAL}{_COUNTED}", _year, "####"),
    (
        rf"(?:\b{_OLD_FROM}[\s(-]+|(?<=\d{{4}})\s+(?:and|to|or)\s+)(?P<y>{YEAR}){_ENDS}{_NO_PLURAL}{_COUNTED}",
        _year,
        "####",
    ),
    (rf"{_NO_COUNT}(?P<y>(?:19|20)[0-9][0-9]){_ENDS}{_NO_PLURAL}{_COUNTED}", _year, "####"),
    (rf"\b(?:as|for)\s+(?P<y>{YEAR})(?=[,.;)]|\s+(?:and|senior)\b)", _year, "####"),
    (rf"\(\s*(?P<y>{YEAR})\s*(?=[),;])", _year, "####"),
    (r"(?<=\s)['’](?P<y>\d\d)(?=[\s.,;)])(?!\s*['’])", lambda match: [(0, str(year(match["y"])))]),
    (
        r"(?<![\w.,$£€/-])(?:the\s+)?(?:(?:early|mid|late)[\s-])?(?P<y>[2-9])0s\b(?!-)",
        lambda match: [(0, f"19{match['y']}")],
        "#s",
    ),
)
_TENS = "twenties thirties forties fifties sixties seventies eighties nineties"
SEASONAL = rules(
    f"century centuries quarter half {' '.join(SEASONS)} {_TENS}",
    (
        r"\b(?:the\s+)?(?:(?:early|mid|late)[\s-])?(?:nineteen[\s-])?(?P<n>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b(?=[^\w]|$)",
        _spelt_decade,
    ),
    (rf"(?P<bc>)(?P<t>(?:the\s+)?(?P<s>{SEASON})(?:\s+of|,)?\s+(?P<y>{YEAR}|['’]\d\d)){_ENDS}", _season),
    (rf"(?P<y>)(?P<bc>)(?P<t>\bthe\s+(?P<s>spring|summer|autumn|winter))\b{_UNNAMED}(?={_NO_NOUN})", _season),
    (
        rf"(?<!\bto )(?<!Arab )(?<!Prague )(?P<y>)(?P<bc>)\b(?P<t>(?P<s>spring|summer|autumn|winter))\b{_UNNAMED}"
        r"(?!\s+(?:of\s+(?!\d)|from|up|into|out|back|water|forward|loaded|olympic|games|camp|palace|hill|school|house))",
        _season,
    ),
    (
        rf"\b(?:in|by|during|since|until|this|last)\s+(?P<y>)(?P<bc>)(?P<t>(?P<s>spring|summer|autumn|winter))\b{_UNNAMED}",
        _season,
    ),
    (r"\b(?:this|that|last|next|early|late)\s+(?P<t>fall)(?!\w|\s+(?:of|in|to|by|from)\b)", fixed("XXXX-FA", "t")),
    (r"\b(?:in|during|by|until|throughout)\s+(?P<t>the\s+fall)(?!\w|\s+of)", fixed("XXXX-FA", "t")),
    (rf"\b(?:the\s+)?(?P<n>{_ORDINAL})[\s-](?:century|centuries)(?P<bc>\s+{_BC})?\b", _century),
    (
        r"\b(?:the\s+)?(?P<n>first|second|third|fourth|last|latter|final|1st|2nd|3rd|4th)[\s-](?P<u>quarter|half)"
        rf"(?:\s+of)?\s+(?P<y>{YEAR})",
        _portion,
    ),
    (r"\b(?:the\s+)?(?P<n>first|second|third|fourth)[\s-](?P<u>quarter)\b(?P<y>)(?!\s+of\b)", _portion),
)
ANCIENT = rules(
    "bc bce b",
    (
        rf"(?:\b(?P<d>{D})\s+)?(?:(?P<m>{MONTH})\s+(?:of\s+)?)?(?:ca?\.\s*)?(?<![\d,.])\b(?P<y>\d{{1,4}})\s*{_BC}",
        _before_christ,
    ),
    (
        rf"(?<![\d,.])\b(?P<a>\d{{2,4}})(?:\s*[-–]\s*|\s+(?:to|and)\s+)(?P<b>(?P<y>\d{{2,4}})\s*{_BC})",
        _two_before_christ,
    ),
    (rf"(?P<y>)(?P<t>(?:the\s+)?(?P<s>{SEASON})(?:\s+of|,)?\s+(?P<bc>\d{{1,4}})\s*{_BC})", _season),
)
