"""How the values of our records are called in MUC-4's templates: types of targets, weapons, dates, places, countries.

MUC-4 tells people from things and has no type for either that ours does not imply with the help of a head noun.
"""

import re
from datetime import date
from functools import cache

from babel import Locale

from tocsin.model.record import AttackType, Responsibility
from tocsin.model.values import Count, Place, Target, When

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
# As the answer keys of 1988-91 call countries.
COUNTRIES = {"RU": "USSR", "SU": "USSR", "CN": "PEOPLES REP OF CHINA"}
KINDS: tuple[tuple[AttackType, str], ...] = (
    ("kidnapping", "KIDNAPPING"),
    ("hijacking", "HIJACKING"),
    ("bombing", "BOMBING"),
    ("arson", "ARSON"),
    ("robbery", "ROBBERY"),
)
PERSONS = re.compile(
    r"""(?xi)\b(?:
    people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|boys?|girls?|youths?|individuals?|subjects?|members?|others?|citizens?
    |civilians?|peasants?|farmers?|workers?|laborers?|employees?|students?|pupils?|teachers?|professors?|rectors?|doctors?
    |nurses?|drivers?|passengers?|bystanders?|residents?|inhabitants?|villagers?|settlers?|refugees?|families|family|sons?
    |daughters?|wi(?:fe|ves)|husbands?|brothers?|sisters?|fathers?|mothers?|relatives?|priests?|jesuits?|nuns?|bishops?
    |archbishops?|monsignor|missionar(?:y|ies)|journalists?|reporters?|cameram[ae]n|photographers?|editors?|lawyers?
    |judges?|magistrates?|prosecutors?|attorneys?|ministers?|senators?|deput(?:y|ies)|congressm[ae]n|mayors?|governors?
    |presidents?|candidates?|politicians?|leaders?|officials?|councilm[ae]n|ambassadors?|diplomats?|consuls?|soldiers?
    |troops|officers?|generals?|colonels?|captains?|lieutenants?|sergeants?|corporals?|policem[ae]n|polic(?:e|emen)|agents?
    |guards?|bodyguards?|guerrillas?|rebels?|terrorists?|gunm[ae]n|assassins?|attackers?|assailants?|kidnappers?|hooded
    |commandos?|militiam[ae]n|combatants?|insurgents?|subversives?|criminals?|traffickers?|hitm[ae]n|victims?|hostages?
    |technicians?|engineers?|businessm[ae]n|executives?|managers?|owners?|merchants?|unionists?|activists?|militants?
    |extremists?|strikers?|protesters?|demonstrators?|tourists?|foreigners?|americans?|nationals?|marines?|advisers?
    )\b"""
)
# The first that fits decides; for people of types that MUC-4 parts further.
PEOPLE = (
    ("SECURITY GUARD", re.compile(r"(?i)\b(?:body|security )?guards?\b|\bescorts?\b|\bwatchm[ae]n\b")),
    ("LEGAL OR JUDICIAL", re.compile(r"(?i)\bjudges?\b|magistrate|prosecutor|attorney|\blawyers?\b|\bjustices?\b")),
    ("DIPLOMAT", re.compile(r"(?i)ambassador|diplomat|\bconsuls?\b|attach[eé]")),
    ("POLITICAL FIGURE", re.compile(r"(?i)candidate|politician|hopeful|party|congressm|political|\bleaders?\b")),
    ("LAW ENFORCEMENT", re.compile(r"(?i)polic|detective|national guards?m")),
)
PEOPLE_BY_TYPE = {
    "government": "GOVERNMENT OFFICIAL",
    "police": "LAW ENFORCEMENT",
    "military": "ACTIVE MILITARY",
    "diplomatic": "DIPLOMAT",
    "violent_political_party": "POLITICAL FIGURE",
}
THINGS = (
    ("FINANCIAL", re.compile(r"(?i)\bbanks?\b|\bfinancial\b")),
    ("TRANSPORTATION ROUTE", re.compile(r"(?i)\bbridges?\b|\bhighways?\b|\broads?\b|\brailroad|\brailway|\btracks\b")),
    (
        "TRANSPORT VEHICLE",
        re.compile(r"(?i)\bcars?\b|vehicle|\bbus(?:es)?\b|truck|\bplanes?\b|aircraft|helicopter|train\b"),
    ),
    ("ENERGY", re.compile(r"(?i)power|electric|pylon|energy|pipeline|\boil\b|substation|transformer|\bgas\b")),
    ("COMMUNICATIONS", re.compile(r"(?i)radio|television|telephone|newspaper|antenna|communication|station\b")),
    ("CIVILIAN RESIDENCE", re.compile(r"(?i)\bhouses?\b|\bhomes?\b|residences?\b|apartment|dwelling")),
    ("ORGANIZATION OFFICE", re.compile(r"(?i)\bunion|headquarters|party|federation|association|church|university")),
    (
        "COMMERCIAL",
        re.compile(r"(?i)\bstores?\b|shops?\b|restaurant|hotel|supermarket|factor|business|warehouse|farm\b"),
    ),
)
THINGS_BY_TYPE = {
    "business": "COMMERCIAL",
    "utilities": "ENERGY",
    "telecommunication": "COMMUNICATIONS",
    "journalists_and_media": "COMMUNICATIONS",
    "transportation": "TRANSPORT VEHICLE",
    "airports_and_aircraft": "TRANSPORT VEHICLE",
    "diplomatic": "DIPLOMAT OFFICE OR RESIDENCE",
    "government": "GOVERNMENT OFFICE OR RESIDENCE",
    "police": "LAW ENFORCEMENT FACILITY",
    "private_citizens_and_property": "CIVILIAN RESIDENCE",
    "ngo": "ORGANIZATION OFFICE",
    "religious_figures_and_institutions": "ORGANIZATION OFFICE",
    "educational_institution": "ORGANIZATION OFFICE",
}
WEAPONS = (
    ("VEHICLE BOMB", re.compile(r"(?i)(?:car|truck|vehicle|bus)[- ]bomb")),
    ("MOLOTOV COCKTAIL", re.compile(r"(?i)molotov|petrol bomb|incendiary")),
    ("DYNAMITE", re.compile(r"(?i)dynamite")),
    ("GRENADE", re.compile(r"(?i)grenade")),
    ("MACHINE GUN", re.compile(r"(?i)machine ?-?gun|submachine")),
    ("MORTAR", re.compile(r"(?i)mortar")),
    ("ROCKET", re.compile(r"(?i)rocket|rpg")),
    ("MISSILE", re.compile(r"(?i)missile")),
    ("MINE", re.compile(r"(?i)\bmines?\b|booby")),
    ("RIFLE", re.compile(r"(?i)rifle|ak-?47|m-?16|galil")),
    ("HANDGUN", re.compile(r"(?i)pistol|revolver|handgun")),
    ("AERIAL BOMB", re.compile(r"(?i)aerial|air ?strike|bombardment")),
    ("BOMB", re.compile(r"(?i)bomb")),
    ("EXPLOSIVE", re.compile(r"(?i)explo|charge|device")),
    ("GUN", re.compile(r"(?i)gun|weapon|firearm|shot|bullet|fire")),
    ("CUTTING DEVICE", re.compile(r"(?i)kni(?:fe|ves)|machete|blade|dagger")),
    ("STONE", re.compile(r"(?i)stone|rock\b")),
)
WEAPONS_BY_TYPE = {"firearms": "GUN", "explosives": "EXPLOSIVE", "melee": "CUTTING DEVICE", "incendiary": "FIRE"}
EFFECTS_ON_PEOPLE = {"killed": "DEATH", "wounded": "INJURY", "none": "NO INJURY OR DEATH"}
EFFECTS_ON_THINGS = {"destroyed": "DESTROYED", "damaged": "SOME DAMAGE", "none": "NO DAMAGE"}
_FORMER = {"GOVERNMENT OFFICIAL": "FORMER GOVERNMENT OFFICIAL", "ACTIVE MILITARY": "FORMER ACTIVE MILITARY"}
_PLURAL = re.compile(r"(?i)(?:(?<![su])s|men|women|people|children|police|troops)$")


def incident_type(types: tuple[AttackType, ...]) -> str:
    """Return MUC-4's one type; what has none of its own is an attack."""
    return next((name for kind, name in KINDS if kind in types), "ATTACK")


def day(when: date) -> str:
    """Return a day as the keys write it."""
    return f"{when.day:02d} {MONTHS[when.month - 1]} {when.year % 100:02d}"


def dates(when: When | None, published: date | None) -> list[str]:
    """Return the date: a day, a range, or no later than publication where nothing settles it."""
    if when is not None and when.start and when.end:
        return [day(when.start)] if when.start == when.end else [f"{day(when.start)} - {day(when.end)}"]
    return [f"- {day(published)}"] if published else []


@cache
def country(code: str) -> str:
    """Return a country's name in capitals."""
    return COUNTRIES.get(code) or str(Locale("en").territories.get(code, code)).upper()


def location(place: Place | None, otherwise: str | None = None) -> list[str]:
    """Return the country and, where the place is finer, its name; `otherwise` a country where no place is told."""
    if place is None or place.country is None:
        return [country(otherwise)] if otherwise else []
    whole = country(place.country)
    if place.precision in ("country", "region", "sea", "linear"):
        return [whole]
    kind = {"admin1": "DEPARTMENT", "admin2": "MUNICIPALITY"}.get(place.precision, "CITY")
    return [f"{whole}: {place.name.upper()} ({kind})"]


def is_person(target: Target) -> bool:
    """Tell whether somebody rather than something was hit."""
    if target.effect in ("killed", "wounded", "abducted"):
        return True
    return target.effect not in ("damaged", "destroyed") and bool(PERSONS.search(target.text))


def person_type(target: Target) -> str:
    """Return MUC-4's type of the people hit."""
    found = next((name for name, words in PEOPLE if words.search(target.text)), None)
    name = found or PEOPLE_BY_TYPE.get(target.type, "CIVILIAN")
    return _FORMER.get(name, name) if re.search(r"(?i)\b(?:former|ex)\b", target.text) else name


def thing_type(target: Target) -> str:
    """Return MUC-4's type of the thing hit."""
    found = next((name for name, words in THINGS if words.search(target.text)), None)
    if target.type in ("diplomatic", "government", "police"):
        return THINGS_BY_TYPE[target.type]
    return found or THINGS_BY_TYPE.get(target.type, "OTHER")


def weapon_type(text: str, kind: str) -> str | None:
    """Return MUC-4's type of an instrument."""
    return next((name for name, words in WEAPONS if words.search(text)), None) or WEAPONS_BY_TYPE.get(kind)


def number(count: Count | None, text: str) -> str:
    """Return the number of people or things: exact, open, an estimate, or only more than one."""
    if count is None or (count.low is None and count.high is None):
        return "PLURAL" if _PLURAL.search(text.strip()) else "1"
    if count.qualifier == "vague":
        return "PLURAL"
    if count.low is None:
        return f"-{count.high}"
    if count.high is None:
        return f"{count.low}-"
    if count.qualifier == "about":
        return f"~{count.low}"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def confidence(entry: Responsibility) -> str | None:
    """Return how firmly the key would tie an organisation to the incident, None where it would not."""
    if entry.stance == "claims":
        return "CLAIMED OR ADMITTED"
    if entry.stance == "confirmed":
        return "REPORTED AS FACT"
    if entry.stance == "cleared":
        return "ACQUITTED"
    if entry.stance not in ("accused", "suspected"):
        return None
    if entry.holder.kind in ("authority", "government"):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    return "POSSIBLE" if entry.stance == "suspected" and entry.holder.kind == "author" else "SUSPECTED OR ACCUSED"
