"""Wordings around a name that a text says is a place's: what it is part of, whose it is, how the words go on."""

import re

from tocsin.knowledge.calendar import MONTHS
from tocsin.resolve.places.claims import DAYS, DISTANCE, KIND

GOES_ON = re.compile(
    r"(?:,? in the same (?:district|county|province|state|region|area|department|governorate|valley)\b|"
    r",? (?:where|late|early|when|before|after)\b|(?: (?:late |early )?(?:in|on|at))? "
    rf"(?:{'|'.join(name.capitalize() for name in MONTHS if len(name) > 4)}|{DAYS})\b"
    r"| the (?:\w+ ){0,3}\w+s\b| (?:near|in) (?:the )?[A-Z]| in (?:19|20)\d\d\b|[.;,)]|\s*$)"
)
TIE = re.compile(rf"^(?: {KIND})?,? ?(?:(?:an? |the )?(?:[\w-]+ ){{0,5}}(?:in|of|near) )?(?:the )?(?:[\w-]+ ){{0,3}}$")
HELD = re.compile(
    rf"^(?: {KIND})?,? ?(?:(?:in|near|outside|of) )?(?:the )?(?:(?:[\w-]+ ){{1,3}}of )?(?:the )?(?:[\w-]+ ){{0,2}}$"
)
# What stands before a name that holds the place before it ("at X in Y").
HOLDS = re.compile(r"\b(?:at|near|outside|of) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2} in (?:the )?$")
# "280 km north of Baghdad" is in the same country, and seldom in the province.
AWAY = re.compile(DISTANCE)
PART = re.compile(r"\b(?:Middle|Lower|Upper|Inner|Outer|Greater) $")
OF_PEOPLE = re.compile(
    r"\b(?:University|College|Institute|School|Company|Corporation|Inc|Ministry|Party|Union|Council|Court|Group|Bank|"
    r"Agency|Press|Times|Front|Army|Force|Forces|Command|Movement|House|Hospital|Prison|Academy|Stadium|Hotel|Airport)\b"
)
NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|President|Minister|General|Parliament|Islam|Ramadan|Highway|Interstate|Route|Road|Exit)\b"
)
STREET = re.compile(r" (?:Street|Road|Avenue|Lane|Way|Drive|Close|Gardens|Parade|Terrace|Crescent|Boulevard|Row)\b")
REACH = 80
KIND_LETTERS = 24  # what still tells whose a camp or a community is
SMALL_BEFORE = r"(?i:in|at|near|outside|around|to|from|of|on|for|seized|took|left|reached) "
ALONE = re.compile(r"[ -]")  # a name of one word may be a person's too
BESIDE = re.compile(r"[A-Z][\w.'’-]* $")
GOES = re.compile(r" [A-Z]")
NEAR = frozenset(("near", "outside", "around", "of", "from"))
TYPE_END = re.compile(r" (?:Oblast|Raion|Region|Province|State|District|Governorate|County|Township|Department)$")
OWNS = re.compile(r"^(?: (?:district|province|state|region|county|township|tehsil))?['’]s (?:[a-z]+ )?$")
TOWNSHIPS = frozenset(("US", "CA", None))  # where a township is hardly more than a village
# "The X district" is a quarter of a town as often as not.
DISTRICT = re.compile(
    r"\b(?:district|municipality) of |^(?i:in|at|near|outside|around) (?!the )[^,]+ (?:district|municipality)$"
)
WHOSE = re.compile(
    r"\b(?:camp|village|settlement|hamlet|communit(?:y|ies))s?\b"
)  # a people's or a movement's as often as one so called
WHICH_IS = re.compile(
    r"^[^.;]{0,60}, which (?:is|lies) (?:located |situated )?in (?:the )?(?:(?:state|province|region) of )?(?:the )?$"
)
