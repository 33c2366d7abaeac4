"""Names that look like dates and are none (groups and places called after a day, flights, marches), and some that are.

A rule with an empty value reads what it matches as no date at all; since the longest match stands, no date is
read in it. What happened on 9/11 is known by that name, and the name is its date.
"""

from tocsin.annotate.dates.months import D
from tocsin.annotate.dates.words import MONTHS_SEEN, Rules, fixed, rules
from tocsin.knowledge.calendar import MONTH

_CALLED = (
    r"(?:Popular\s+|Revolutionary\s+|Martyrs?['’]?\s+|Youth\s+|Democratic\s+|Palestinian\s+){0,2}"
    r"(?:[Mm]ovement|[Bb]rigades?|[Bb]attalions?|[Gg]roup|[Oo]rgani[sz]ation|[Ff]ront|[Aa]lliance|[Cc]oalition|[Bb]loc|[Cc]amp|"
    r"Command|Forces|Party|Bridge|Square|Street|Avenue|Road|Boulevard|Stadium|University|Hospital|School|Airport|Revolution)"
)
_CALLING = r"(?:Movement|Organi[sz]ation|Brigades?|Group|Front|Commando|Club|Colectivo|Street|Avenue|Square)"
_NUMBERED = (
    "Flight|Route|Highway|Interstate|Room|Suite|Apartment|Resolution|Regiment|Channel|Model|Unit|Section|Paragraph|Form|Case|"
    "Bill|Order|Decree|Block|Gate|Platform|Bus|Train|Windows|Office|Russell?|Boeing|Airbus|Mirage|Peugeot|Mercedes"
)
_NUMBERED_SEEN = _NUMBERED.lower().replace("russell?", "russel|russell").replace("|", " ")
_ATTACKS = r",?\s+(?:\w+\s+)?(?:attacks?|bombings?|hijackings?|atrocit\w+)\b"
NAMES: Rules = rules(
    MONTHS_SEEN,
    (rf"\b(?-i:(?:{D}(?:\s+of)?\s+{MONTH}|{MONTH}\s+{D})\s+{_CALLED})\b", fixed(""), MONTHS_SEEN),
    (
        rf"\b(?-i:{_CALLING}\s+(?:of\s+(?:the\s+)?)?[\"“'‘]?(?:{D}(?:\s+of)?\s+{MONTH}|{MONTH}\s+{D}))\b(?!,?\s+\d{{4}})",
        fixed(""),
        MONTHS_SEEN,
    ),
    (r"\b(?-i:(?:Black|Red|Bloody)\s+(?:September|October|March))\b", fixed(""), "black red bloody"),
    (
        r"\b(?-i:(?:Long|Great|Death|Peace|Freedom|Protest|Salt|Million|Women['’]s|Pride|Return)\s+March)\b",
        fixed(""),
        "march",
    ),
    (r"\b(?-i:(?:Theresa|Mrs?\.?|Ms\.?|Sir|Lady|Brian|Minister|Secretary)\s+May)\b", fixed(""), "may"),
    (rf"\b(?-i:{_NUMBERED})\s+(?:No\.?\s+|number\s+)?[A-Z]{{0,3}}[-\s]?\d{{3,4}}\b", fixed(""), _NUMBERED_SEEN),
    (r"\b\d{3,4}\s+block\b", fixed(""), "block"),
    (r"(?<![\d/])9/11(?![\d/])", fixed("2001-09-11"), "#/"),
    (rf"\b(?P<t>(?-i:September|Sept?\.?)\s+11(?:th)?){_ATTACKS}", fixed("2001-09-11", "t"), "september sept sep"),
    (rf"(?<![\d/])(?P<t>7/7){_ATTACKS}", fixed("2005-07-07", "t"), "#/"),
    (rf"(?<![\d/])(?P<t>26/11){_ATTACKS}", fixed("2008-11-26", "t"), "#/"),
)
