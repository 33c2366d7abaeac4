"""Numbers, dates, places and names as words of a plain sentence."""

import re
from collections.abc import Sequence

from tocsin.knowledge.countries import load_countries
from tocsin.model.values import Actor, Count, Place, When

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VAGUE = {2: "at least two", 3: "several", 24: "dozens of", 40: "scores of", 200: "hundreds of", 2000: "thousands of"}
_AT = {"near": "near", "exact": "at", "linear": "on"}
_ARTICLED = re.compile(
    r"(?:United |Democratic |Central African |Dominican |European |Republic )|.*(?: Islands| Strip| Bank| Republic|"
    r" Emirates| States| Sea| Peninsula| Valley| River| Mountains| Gulf)$|(?:Philippines|Netherlands|Sahel|Gambia|"
    r"Maldives|Bahamas|Comoros|Horn of Africa|Caucasus|Levant|Balkans|Maghreb)$"
)
_DETERMINED = re.compile(
    r"(?i)^(?:a|an|the|this|that|these|those|some|several|many|most|all|both|its|their|his|her|no|any|another|other|at|"
    r"about|around|nearly|more|less|fewer|over|up|as|dozens|scores|hundreds|thousands|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|one|each|every|a?round|\d.*)\b"
)
_MANY = re.compile(
    r"(?i)^(?:about |around |nearly |some |at least |more than |over |up to )*(?:\d[\d,]*|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|twenty|thirty|several|many|dozens|scores|hundreds|thousands|both|these|those)\b"
)
_COMMON = re.compile(
    r"(?i)^(?:suicide|gunm[ae]n|armed|unknown|unidentified|masked|suspected|militants?|rebels?|insurgents?|bandits?|"
    r"fighters|attackers?|assailants?|extremists?|jihadists?|terrorists?|guerrillas?|separatists?|herders|vigilantes|"
    r"security|police|soldiers|troops|government|army|military|authorities|officials|prosecutors|investigators|agents|"
    r"villagers|residents|shoppers|worshippers|journalists|workers|people|civilians|men|women|youths|protesters)\b"
)
_ONLY = re.compile(r"(?i)^(?:(?:air force|army|coalition|government|military|navy|opposition|junta)$)")
# What a phrase for those who act may bring along: whose they are, when it was.
_SPARE = re.compile(r"(?i)^(?:(?:its|their|his|her) |(?:last (?:year|month|week)|yesterday|\d{4}),? )(?=\S)")
_PEOPLED = re.compile(
    r"^[A-Z][\w-]+(?:an|ian|ish|ese|i|ch)(?: [a-z]\w+)* (?:man|woman|general|soldier|officer|commander|journalist|"
    r"national|citizen|diplomat|engineer|worker|priest|official|minister|policeman|student|teacher|tourist|fighter|militant)$"
)
_PRONOUNS = frozenset({"it", "they", "he", "she", "who", "which", "that", "this", "we", "i", "them", "him", "her", ""})
_PLURAL = re.compile(
    r"(?i)(?:(?<!s)s|people|police|men|women|children|troops|personnel|staff|infrastructure|property|clergy|gunfire)$"
)


def listed(words: Sequence[str], most: int = 3) -> str:
    """Return up to `most` phrases joined by commas and "and", each once."""
    shown = list(dict.fromkeys(" ".join(word.split()) for word in words))[:most]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


def capital(sentence: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def called(actor: Actor) -> str:
    """Return what a sentence calls an actor: a known group by its name, others in the text's words, pronouns not."""
    if actor.kind == "armed_group" and actor.actor_id is not None:
        return actor.name
    if actor.text.lower() in _PRONOUNS:
        return ""
    if actor.kind == "government" and load_countries().nationality(actor.text) is not None:
        return f"{actor.text} forces"
    return articled(_SPARE.sub("", " ".join(actor.text.split())))


def articled(words: str) -> str:
    """Return a noun phrase with an article where a single thing has none, small at its beginning if that is no name."""
    plain = " ".join(words.split())
    if _DETERMINED.match(plain) or _COMMON.match(plain):
        plain = plain[:1].lower() + plain[1:]
    if _DETERMINED.match(plain) or is_plural(plain) or (plain[:1].isupper() and not _PEOPLED.match(plain)):
        return plain
    if _ONLY.match(plain):
        return f"the {plain}"
    return ("an " if plain[:1].lower() in "aeiou" else "a ") + plain


def is_plural(words: str) -> bool:
    """Tell whether a noun phrase is of many: by its number, or by its noun before "of", "in" and the like."""
    first = words.split(" ", 1)[0].lower()
    if first in ("a", "an", "one", "another", "each", "every"):
        return False
    if _MANY.match(words):
        return True
    head = re.split(r" (?:of|in|from|on|at|with|near|for|to|who|that|which|outside|inside) ", words)[0]
    return _PLURAL.search(head) is not None


def counted(count: Count, one: str, many: str) -> str:
    """Return a count with its noun, "at least nine people", "dozens of people", or alone where both nouns are empty."""
    return _counted(count, one, many).strip()


def _counted(count: Count, one: str, many: str) -> str:
    if count.low is None:
        return f"up to {_figure(count.high or 0)} {one if count.high == 1 else many}"
    if count.qualifier == "vague" and count.low in _VAGUE:
        return f"{_VAGUE[count.low]} {many}" if many else _VAGUE[count.low].removesuffix(" of")
    noun = one if count.low == 1 and count.high == 1 else many
    if count.high is None:
        noun = one if count.low == 1 else many
        return f"{'more than' if count.qualifier == 'more_than' else 'at least'} {_figure(count.low)} {noun}"
    if count.low != count.high:
        return f"{_figure(count.low)} to {_figure(count.high)} {many}"
    return f"{'about ' if count.qualifier == 'about' else ''}{_figure(count.low)} {noun}"


def single(count: Count) -> bool:
    """Tell whether a count is of one, so that its verb is singular."""
    return (count.low, count.high) == (1, 1) or (count.low, count.high) in ((1, None), (None, 1))


def _figure(number: int) -> str:
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def where(place: Place) -> str:
    """Return where it happened, with its province but without its country unless it is one."""
    area = place.admin1 if place.admin1 and place.admin1 != place.name and place.precision != "country" else None
    shown = f"the {place.name}" if _ARTICLED.match(place.name) else place.name
    return f"{_AT.get(place.precision, 'in')} {shown}" + (f", {area}," if area else "")


def when(date: When) -> str:
    """Return when it happened; nothing where the text leaves it open."""
    start, end = date.start, date.end
    if start is None or end is None:
        return ""
    if date.precision == "day":
        day = f"{start.day} {start:%B %Y}"
        return f"on {day}" if start == end else f"between {day} and {end.day} {end:%B %Y}"
    if date.precision == "week":
        return f"in the week of {start.day} {start:%B %Y}"
    if date.precision == "month":
        return f"in {start:%B %Y}"
    return f"in {start.year}" if start.year == end.year else f"between {start.year} and {end.year}"
