"""Words of time that name no date: durations, sets ("daily", "every Friday") and vague references ("recently")."""

from tocsin.annotate.date_words import ABOUT, AMOUNT, NUMBER, UNIT, Match, Pieces, Rule, fixed, period, rule
from tocsin.knowledge.calendar import MONTH, WEEKDAY, month, weekday

_OLD = r"(?![- ]old|\s+of\s+age|-\w+)"
_SETS = {"daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}
_SETS |= {"annual": "P1Y", "annually": "P1Y", "quarterly": "P3M", "fortnightly": "P2W"}


def _duration(match: Match) -> Pieces:
    about = ";APPROX" if match["about"] else ""
    return [(0, period(match["n"], match["u"]) + about)]


def _vague(match: Match) -> Pieces:
    return [("t", period("several", match["u"]))]


def _set(match: Match) -> Pieces:
    return [(0, f"R/{period(match['n'] or 'a', match['u'])}")]


def _named_set(match: Match) -> Pieces:
    name = match["name"].lower().removesuffix("s")
    return [(0, f"R/XXXX-WXX-{weekday(name)}" if match["w"] else f"R/XXXX-{month(name):02}")]


LENGTHS: tuple[Rule, ...] = (
    rule(
        rf"(?P<about>{ABOUT})?\b(?P<n>{AMOUNT})[ -](?:(?:more|full|long|whole|consecutive|straight)\s+)?(?P<u>{UNIT}s?)\b{_OLD}",
        lambda m: [] if m["n"].lower() in ("a", "an") and not m["about"] else _duration(m),
    ),
    rule(
        rf"\b(?:for|in|after|within|last(?:ed|ing)|took|take)\s+(?P<about>)(?P<t>(?P<n>an?)\s+(?P<u>{UNIT}))\b(?!\s+(?:later|ago|earlier))",
        lambda m: [("t", period("a", m["u"]))],
    ),
    rule(
        rf"\b(?:for|in|after|within|over|of|took|lasted|spent)\s+(?:many\s+)?(?P<t>(?P<u>{UNIT}s))\b(?!\s+(?:later|ago))",
        _vague,
    ),
    rule(
        rf"\b(?P<t>(?P<u>{UNIT}s?))-long\b",
        lambda m: [(0, period("several" if m["u"].lower().endswith("s") else "a", m["u"]))],
    ),
    rule(rf"\b(?:every|each|per)\s+(?:(?P<n>{NUMBER}|other|few)\s+)?(?P<u>{UNIT}s?)\b", _set),
    rule(
        r"(?:\b(?:once|twice)|times|\d)\s+(?P<t>(?P<n>an?)\s+(?P<u>day|week|month|year|hour))\b",
        lambda m: [("t", f"R/{period('a', m['u'])}")],
    ),
    rule(rf"\b(?-i:{'|'.join(_SETS)})\b(?!\s+(?-i:[A-Z]))", lambda m: [(0, f"R/{_SETS[m[0]]}")]),
    rule(rf"\b(?:every|each)\s+(?P<name>(?:(?P<w>{WEEKDAY})|{MONTH}))", _named_set),
    rule(r"\b(?P<name>(?P<w>(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)))\b", _named_set),
    rule(
        r"\b(?:right\s+)?now\b|\b(?:currently|nowadays)\b|\bat\s+present\b|\b(?:the\s+)?present[ -]day\b|\bthese\s+days\b",
        fixed("PRESENT_REF"),
    ),
    rule(r"\b(?:recently|lately|in\s+the\s+past)\b(?!\s+(?:few|\d|two|three))", fixed("PAST_REF")),
    rule(rf"\brecent\s+(?:{UNIT}s|times)\b", fixed("PAST_REF")),
    rule(r"\bin\s+the\s+(?:near\s+)?(?P<t>future)\b", fixed("FUTURE_REF")),
)
