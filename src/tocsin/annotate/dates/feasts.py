"""Days of the Islamic and the Persian calendar, and feasts, fixed and movable.

Their months are names of persons and common words too, so they want a day or a year beside them, or words such as
"the month of". What a feast is reckoned by is left to `resolve`: AHXXXX-10-01 is the first of Shawwal of some year.
"""

import re

from tocsin.annotate.dates.months import D
from tocsin.annotate.dates.words import YEAR, Match, Pieces, digits, rules

_AL = r"(?:[\s-]+(?:al|ul|uth|ath|as|us)[\s-]+|[\s-]+)"
_SECOND = r"(?:[Tt]hani(?:ya|yya)?|[Ss]ani|[Aa]khira?|II)"
_ISLAMIC = (
    r"Muharr[ae]m",
    r"Safar",
    rf"Rab[ie]{{1,2}}['’]?{_AL}(?:[Aa]ww?al|I)",
    rf"Rab[ie]{{1,2}}['’]?{_AL}{_SECOND}",
    rf"J[au]m[aā]da?{_AL}(?:[Aa]ww?al|[Uu]la|I)",
    rf"J[au]m[aā]da?{_AL}{_SECOND}",
    r"Rajab",
    r"Sha['’]?aban|Sha['’]?ban",
    r"Rama[dz]h?an",
    r"Shaww?al",
    r"(?:Dhu?|Z[iu])[\s-]?(?:['’]?[au]?l[\s-]?)?[QqKk]a?['’]?[ai]?da?h?",
    r"(?:Dhu?|Z[iu])[\s-]?(?:['’]?[au]?l[\s-]?)?[Hh][ai]jj?(?:ah?)?",
)
_PERSIAN = (
    "Farvardin|Hamal",
    "Ordibehesht|Sawr|Saur",
    "Khordad|Jawza",
    "Tir|Saratan",
    "Mordad|Asad",
    "Shahrivar|Sunbula",
    "Mehr|Mizan",
    "Aban|Aqrab",
    "Azar|Qaws",
    "Dey|Jadi|Jaddi",
    "Bahman|Dalw",
    "Esfand|Hut",
)
# These say of themselves that they are months; the others are also names and words.
_SURE = r"(?-i:Farvardin|Ordibehesht|Khordad|Mordad|Shahrivar|Bahman|Esfand|Saur)"
_LUNAR = rf"(?-i:{'|'.join(f'(?:{name})' for name in _ISLAMIC)})"
_SOLAR = rf"(?-i:{'|'.join(_PERSIAN)})"
_AH = r"(?:\s*(?-i:AH\b|A\.H\.|[Hh]ijri\b))"
_AP = r"(?:\s*(?-i:SH\b|S\.H\.|AP\b)|\s+solar(?:\s+hijri)?)"
_HIJRI = r"(?P<y>1[2-5]\d\d)(?!\d)"
_JALALI = r"(?P<y>1[2-5]\d\d)(?!\d)"
_FEASTS = {
    r"Eid[\s-](?:al|ul|el)[\s-]Fit[ir]+|Eid[\s-]ul[\s-]Fitar": "AH{}-10-01",
    r"Eid[\s-](?:al|ul|el)[\s-]A[dz]h?h?a": "AH{}-12-10",
    r"Asho?u?ra": "AH{}-01-10",
    r"Arba['’]?een|Chehlum": "AH{}-02-20",
    r"Mawlid(?: al-Nabi)?|Eid[\s-]Milad[\s-]un[\s-]Nabi|(?:the )?Prophet['’]s [Bb]irthday": "AH{}-03-12",
    r"(?:the )?Islamic [Nn]ew [Yy]ear": "AH{}-01-01",
    r"Now[- ]?ruz|Newroz|Nawroz|Nau?roz|(?:the )?Persian [Nn]ew [Yy]ear": "AP{}-01-01",
    r"Christmas Eve": "{}-12-24",
    r"Christmas(?: Day)?(?! Island)(?! Eve)": "{}-12-25",
    r"Boxing Day": "{}-12-26",
    r"New Year['’]s Eve": "{}-12-31",
    r"New Year['’]s(?: Day)?(?! Eve)": "{}-01-01",
    r"Orthodox Christmas(?: Day)?": "{}-01-07",
    r"All Saints['’]? Day": "{}-11-01",
    r"Halloween": "{}-10-31",
    r"May Day": "{}-05-01",
    r"Valentine['’]s Day": "{}-02-14",
    r"Ash Wednesday": "{}-EA-46",
    r"Palm Sunday": "{}-EA-07",
    r"Maundy Thursday": "{}-EA-03",
    r"Good Friday": "{}-EA-02",
    r"Easter(?: Sunday| Day)?(?! Monday| Island| Rising)": "{}-EA+00",
    r"Easter Monday": "{}-EA+01",
    r"Pentecost(?: Sunday)?": "{}-EA+49",
    r"Orthodox Easter(?: Sunday)?": "{}-OE+00",
}
_FEAST = tuple((re.compile(name), value) for name, value in _FEASTS.items())
_TURN = {"first": 1, "last": 29}


def _month(table: tuple[str, ...], written: str) -> int:
    return next(number for number, names in enumerate(table, 1) if re.fullmatch(names, written))


def _lunar(match: Match) -> Pieces:
    """Read "10 Ramadan 1445", "Muharram 10", "the first day of Shawwal"."""
    word = (match["d"] or "").lower()
    number = _TURN.get(word) or (digits(word) if word else 0)
    value = f"AH{match['y'] or 'XXXX'}-{_month(_ISLAMIC, match['m']):02}"
    return [("t", f"{value}-{number:02}" if number else value)] if number <= 30 else []


def _solar(match: Match) -> Pieces:
    """Read "22 Bahman 1399", "Khordad 1401"."""
    number = digits(match["d"]) if match["d"] else 0
    value = f"AP{match['y'] or 'XXXX'}-{_month(_PERSIAN, match['m']):02}"
    return [("t", f"{value}-{number:02}" if number else value)]


def _feast(match: Match) -> Pieces:
    name = " ".join(match["name"].split())
    value = next(value for pattern, value in _FEAST if pattern.fullmatch(name))
    if value.startswith("A") and match["y"]:
        return [("t", f"{value.format('XXXX')}@{match['y']}")]
    return [("t", value.format(match["y"] or "XXXX"))]


_MONTHS_SEEN = (
    "muharram muharrem safar rabi rabii rabbi rabie jumada jamada jumad jamad jumād jumāda rajab sha shaban "
    "shaaban ramadan ramadhan ramazan ramazhan shawwal shawal dhu dh dhul dhulqada dhulqadah dhulhijja dhulhijjah "
    "zu zi zul zil zulqada zulqadah zilqad zilqada zilqadah zulhijja zulhijjah zulhaj zilhaj zilhajj zilhaja "
    "zilhijja zilhijjah farvardin hamal ordibehesht sawr saur khordad jawza tir saratan mordad asad shahrivar "
    "sunbula mehr mizan aban aqrab azar qaws dey jadi jaddi bahman dalw esfand hut ah h hijri solar"
)
_FEASTS_SEEN = (
    "eid ashura ashoura ashora arba arbaeen chehlum mawlid prophet islamic nowruz now newroz nawroz nauroz naroz "
    "noruz ruz persian christmas boxing year saints halloween may valentine wednesday palm maundy good easter "
    "pentecost"
)
FEASTS = rules(
    _MONTHS_SEEN,
    (rf"\b(?P<t>(?:the\s+)?(?P<d>{D})(?:\s+(?:day\s+)?of)?\s+(?P<m>{_LUNAR}),?(?:\s+{_HIJRI}{_AH}?)?)(?!\w)", _lunar),
    (rf"\b(?P<t>(?P<m>{_LUNAR})\s+(?P<d>{D}),?(?:\s+{_HIJRI}{_AH}?)?)(?!\w)", _lunar),
    (
        rf"\b(?P<t>the\s+(?P<d>first|last|{D})\s+(?:day|night)\s+of\s+(?:the\s+(?:holy\s+)?month\s+of\s+)?"
        rf"(?P<m>{_LUNAR})(?:,?\s+{_HIJRI}{_AH}?)?)(?!\w)",
        _lunar,
    ),
    (
        rf"\b(?P<t>the\s+(?:first|second|third|fourth|last)\s+Friday\s+of\s+(?P<d>)(?P<m>{_LUNAR})(?:,?\s+{_HIJRI}{_AH}?)?)(?!\w)",
        _lunar,
    ),
    (rf"\b(?P<t>(?P<d>)(?P<m>{_LUNAR}),?\s+(?:of\s+)?{_HIJRI}{_AH}?)(?!\w)", _lunar),
    (
        rf"\b(?P<t>(?:the\s+|this\s+)?(?:(?:Islamic|Muslim|holy|fasting|sacred)\s+){{0,3}}month\s+of\s+(?P<d>)(?P<m>{_LUNAR}))"
        r"(?P<y>)(?![\w])",
        _lunar,
    ),
    (
        r"\b(?:in|during|since|throughout|before|after|until|for|of)\s+(?P<t>(?P<d>)(?P<m>(?-i:Rama[dz]h?an|Muharr[ae]m)))(?P<y>)(?=[.,;:)]|\s+[a-z(])",
        _lunar,
    ),
    (rf"\b(?P<t>(?P<d>{D})(?:\s+of)?\s+(?P<m>{_SOLAR}),?\s+{_JALALI}{_AP}?)(?!\w)", _solar),
    (rf"\b(?P<t>(?P<m>{_SOLAR})\s+(?P<d>{D}),?\s+{_JALALI}{_AP}?)(?!\w)", _solar),
    (rf"\b(?P<t>(?P<d>{D})(?:\s+of)?\s+(?P<m>{_SURE}))(?P<y>)(?!\w|\s+(?:Bridge|Square|Street|University))", _solar),
    (rf"\b(?P<t>(?P<d>)(?P<m>{_SURE}),?\s+(?:of\s+)?{_JALALI}{_AP}?)(?!\w)", _solar),
    (rf"\b(?P<t>{_HIJRI}{_AH})(?!\w)", lambda match: [("t", f"AH{match['y']}")]),
    (rf"(?-i:\bA\.?H\.?)\s+(?P<t>{_HIJRI})", lambda match: [("t", f"AH{match['y']}")]),
    (rf"\b(?P<t>{_JALALI}\s+solar(?:\s+hijri)?(?:\s+year)?)\b", lambda match: [("t", f"AP{match['y']}")]),
)
HOLIDAYS = rules(
    _FEASTS_SEEN,
    (
        rf"\b(?P<t>(?-i:(?P<name>{'|'.join(f'(?:{name})' for name in sorted(_FEASTS, key=len, reverse=True))}))"
        rf"(?:,?\s+(?:of\s+|in\s+)?(?P<y>{YEAR}))?)(?![\w])",
        _feast,
    ),
)
