"""How the values of a record read on the desk: uncertain dates as "c. May 2023", tolls with their qualifier.

Values arrive in their wire form (`model.wire.plain`), since an assertion may state only part of a noun.
What cannot be worded from the value alone is `None`: the caller falls back on the words cited.
"""

import re
from datetime import date
from functools import cache
from typing import Any, Final

from babel import Locale

NOTHING: Final = "–"
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MARKS: Final = {"exact": "", "at_least": "≥ ", "more_than": "> ", "up_to": "≤ ", "about": "c. "}
VAGUE: Final = {2: "two or more", 3: "several", 24: "dozens", 40: "scores", 200: "hundreds", 2000: "thousands"}
_PASSIVE: Final = re.compile(r"(?i:is|are|was|were|has|have|had|be|been|being|stands?|stood)\b|[a-z]+ed$")
COUNTS: Final = ("killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators", "acts")
ACTORS: Final = ("issuer", "media_arm", "authority", "perpetrators")
LABELS: Final = {
    "attack_types": "Attack type",
    "media_arm": "Media arm",
    "killed_perpetrators": "Perpetrators killed",
    "subjects": "Concerns",
}


def label(name: str) -> str:
    """Return the name of a field as the record shows it."""
    return LABELS.get(name) or plain_words(name).capitalize()


def plain_words(code: str) -> str:
    """Return a coded value with spaces for its underscores."""
    return code.replace("_", " ")


@cache
def country_name(code: str) -> str:
    """Return the English name of a country by its ISO code, or the code itself where there is none."""
    return str(Locale("en").territories.get(code, code))


def names_nobody(words: str) -> bool:
    """Tell whether the words of a holder are those of a passive, "is blamed" or "believed", and name nobody."""
    return _PASSIVE.match(words) is not None


def initials(name: str) -> str:
    """Return the capital letters that begin words of a name."""
    return "".join(re.findall(r"\b[A-Z]", name))


def actor_name(actor: dict[str, Any] | None) -> str:
    """Return an actor's abbreviation where its identifier is one, else its name."""
    if actor is None:
        return NOTHING
    name = str(actor.get("name") or actor.get("text") or actor.get("actor_id") or NOTHING)
    short = str(actor.get("actor_id") or "").upper()
    return short if len(short) > 1 and short == initials(name) else name


def actor_words(actor: dict[str, Any]) -> str:
    """Return an actor's name with what speaks against it, or why it stays open."""
    return f"{actor_name(actor)} ({actor['doubt']})" if actor.get("doubt") else actor_name(actor)


def count_words(count: dict[str, Any]) -> str:
    """Return a count with its qualifier, as "≥ 9", "3–5" or "dozens"."""
    low, high = count.get("low"), count.get("high")
    qualifier = str(count.get("qualifier") or ("exact" if low == high else "range"))
    if low is None and high is None:
        return NOTHING
    if qualifier == "vague":
        return "some" if low is None else VAGUE.get(low, f"≥ {low:,}")
    if low is not None and high is not None and low != high:
        return f"{low:,}–{high:,}"
    mark = MARKS.get(qualifier, "≥ " if high is None else "≤ " if low is None else "")
    return f"{mark}{low if low is not None else high:,}"


def day_words(day: date) -> str:
    """Return a day as "4 Jun 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_words(when: dict[str, Any] | None) -> str:
    """Return a date no more exactly than it is known: "4 Jun 2024", "c. May 2023", "2022" or "–"."""
    if when is None or not when.get("start"):
        return NOTHING
    start = date.fromisoformat(when["start"])
    end = date.fromisoformat(when.get("end") or when["start"])
    match when.get("precision"):
        case "month":
            return f"c. {MONTHS[start.month - 1]} {start.year}"
        case "year":
            return str(start.year)
        case "week":
            return f"week of {day_words(start)}"
    return day_words(start) if start == end else f"{_until(start, end)}–{day_words(end)}"


def _until(start: date, end: date) -> str:
    """Return the first day of a range without what its last day repeats."""
    if start.year != end.year:
        return day_words(start)
    return str(start.day) if start.month == end.month else f"{start.day} {MONTHS[start.month - 1]}"


def place_words(place: dict[str, Any] | None) -> str | None:
    """Return a place no more exactly than it is known: "near Gubio, Borno (NG)", "Borno (NG)", "– (PK)"."""
    if place is None:
        return NOTHING
    name, precision, country = place.get("name"), place.get("precision"), place.get("country")
    if precision == "country":
        return f"{NOTHING} ({country})" if country else name
    if not name:
        return None
    around = place.get("admin1")
    whole = f"{name}, {around}" if around and around != name else str(name)
    tail = country or "/".join(place.get("countries") or ()) or None
    return f"{'near ' if precision == 'near' else ''}{whole}{f' ({tail})' if tail else ''}"


def target_words(target: dict[str, Any]) -> str | None:
    """Return somebody or something hit or named, with country."""
    text, country = target.get("text"), target.get("country")
    if not text:
        return None
    return f"{text} ({country})" if country else str(text)


def subject_words(subject: dict[str, Any]) -> str | None:
    """Return somebody arrested, tried, designated, killed or released, with organisation."""
    text, organisation = subject.get("text"), subject.get("organisation")
    if not text:
        return None
    of = f", {actor_name(organisation)}" if organisation else ""
    return f"{subject.get('role') or 'named'}: {text}{of}"


def value_words(name: str, value: Any) -> str | None:
    """Return how a value of the named field reads, or `None` where it holds too little to be worded."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return None
    if not isinstance(value, dict):
        return str(value) if name in ("title", "channel") else plain_words(str(value))
    if name in COUNTS:
        return count_words(value)
    if name in ACTORS:
        return actor_words(value)
    return _noun_words(name, value)


def _noun_words(name: str, value: dict[str, Any]) -> str | None:
    match name:
        case "date":
            return date_words(value)
        case "place":
            disputed = value.get("disputed")
            return f"{place_words(value)} – {disputed}" if disputed else place_words(value)
        case "targets":
            return target_words(value)
        case "subjects":
            return subject_words(value)
        case "authenticity":
            return str(value.get("value") or NOTHING)
    return str(value["text"]) if value.get("text") else None


def handling_words(handling: dict[str, Any]) -> list[str]:
    """Return how something is marked, where it is not open to everybody."""
    tlp = [] if handling["tlp"] == "clear" else [f"TLP:{handling['tlp'].upper()}"]
    return [*tlp, *([f"embargo until {handling['embargo']}"] if handling["embargo"] else [])]
