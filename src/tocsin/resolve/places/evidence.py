"""Whether a known name is meant as a place is told by the tagger, the words around it, and how well known the place is.

Each witness adds or takes points; a name with fewer than `ENOUGH` is no place mention.
"""

import re

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import OWN as VILLAGE
from tocsin.knowledge.places import Gazetteer, PlaceRecord
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.resolve.places.kinds import government_area
from tocsin.resolve.places.links import borne_by_country
from tocsin.resolve.places.spots import Script, Spot

ENOUGH = 1.0
ENOUGH_SHOUTED = 1.5
LABELS = {"GPE": 2.0, "LOC": 1.5, "FAC": 1.0, "NORP": -0.5, "ORG": -0.5, "PERSON": -0.7}
OTHER_LABEL = -0.5
NEVER = -9.0
SENT = 4.0
SAID = 2.0
MILLION = 1_000_000
KNOWN = 5000
HAMLET = 1.0  # a name that only villages of unknown size bear is more likely a word or a person
ONLY = 0.75  # a name that one town alone bears is hardly a word or a person
INSIDE = {"PERSON": -4.0, "ORG": -2.0, "WORK_OF_ART": -2.0, "LAW": -2.0, "PRODUCT": -2.0, "EVENT": -1.0, "FAC": -0.5}
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
AND = (" and ", ", ", " – ", " & ")
HOUSES = frozenset(("hotel", "restaurant", "cafe", "café", "guesthouse", "cinema", "theatre", "theater", "nightclub"))
STREETS = frozenset(("road", "street", "avenue", "boulevard", "drive", "lane", "bypass"))
ROAD_NUMBER = re.compile(r"(?P<kind> (?:Route|Highway|Hwy\.?|Interstate))? \d{1,3}\b(?![.,]\d)")
OWN = frozenset(("region", "sea", "linear", "site"))
_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
CALENDAR = frozenset(_NAMES.split())


def datelines(page: Annotated) -> tuple[Span, ...]:
    """Return where the text says whence it was sent: its dateline without date and agency, capitals on a new line."""
    text = page.document.text
    spans = [Span(*hit.span("town")) for hit in SENT_FROM.finditer(text)]
    if page.dateline:
        place = re.split(r"[(\d]", page.dateline.of(text), maxsplit=1)[0]
        spans.append(Span(page.dateline.start, page.dateline.start + len(place)))
    return tuple(spans)


# Names of armed groups that a place ends.
GROUP = re.compile(
    r"(?:\bIslamic State|\bI\.?S(?:I[SL])?\.?|\bDaesh|Taliban|Taleban|\bJihad|Hizb\w*|Ansar[\w -]{0,12})[ -]$"
    r"|Qa[ei]da (?:of|in) (?:the )?$"
    r"|\b(?:Liberation|Patriotic|Revolutionary|Democratic|National) (?:Army|Front|Forces|Movement)"
    r" (?:of|for) (?:the )?$"
)
STATE = re.compile(
    r"\bIslamic State (?:of|in) (?:the )?(?:Iraq and (?:the )?)?(?:Iraq|Syria|Levant|Greater Sahara|Sahara)$"
)
SENT_FROM = re.compile(
    r"(?P<town>[A-ZÀ-Þ](?:(?<=^.)|(?<=[\n\u2028].)|(?<=[ \xa0\u2028]{2}.))[A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ.'’-]+){0,3})"
    r"(?=, [^\W\d_][\w .'’-]{2,30}?(?: \(| ?--? | ?[–—―]|,)| \([^)\n]{3,40}\) ?(?:-|–|—|[A-Z])| ?--? | ?[–—―|] | ?: )"
)


def weighed(
    spot: Spot,
    written: Script,
    gazetteer: Gazetteer,
    countries: Countries,
    sent: tuple[Span, ...],
    said: frozenset[Span],
) -> Spot:
    """Return the name with what speaks for its being a place; `said` are the names that the text says are places."""
    if _never(spot, written, gazetteer):
        return spot._replace(support=NEVER)
    if any(line.holds(spot.span) for line in sent):
        return spot._replace(support=SENT, sent=True)
    if countries.nationality(spot.span.of(written.text)) and not _typed(spot, written, gazetteer):
        return spot._replace(support=NEVER)
    points = (
        _tagged(spot, written)
        + _beside(spot, written, gazetteer)
        + _known(spot, written, countries)
        + _alone(spot, written, gazetteer, countries)
        + _longer(spot, written, gazetteer)
        + _called_of(spot, written, gazetteer)
        + (SAID if spot.span in said else 0.0)
    )
    return spot._replace(support=points)


def _never(spot: Spot, written: Script, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is part of an armed group's, a month, a bare direction, or a pronoun in capitals."""
    word = written.words[spot.first]
    if _group(spot, written) or _numbered(spot, written) or _house(spot, written):
        return True
    if spot.last - spot.first > 1:
        return False
    if word.lower in gazetteer.words["fore"]:
        return True
    if word.lower in gazetteer.words["directions"] and not _typed(spot, written, gazetteer):
        return True
    return word.lower in CALENDAR or (written.shouted and word.text == "US")


def _group(spot: Spot, written: Script) -> bool:
    """Tell whether the name ends that of an armed group ("Islamic State West Africa Province", "ISIS-Khorasan")."""
    start = max(0, spot.span.start - 40)
    wilayat = written.text.startswith(" Province", spot.span.end) and any(r.kind in OWN for r in spot.records)
    before, whole = written.text[start : spot.span.start], written.text[start : spot.span.end]
    return wilayat or bool(GROUP.search(before) or STATE.search(whole))


def _typed(spot: Spot, written: Script, gazetteer: Gazetteer) -> bool:
    """Tell whether a word for a kind of place follows the name ("Somali region", "Mangu Local Government Area")."""
    after = written.after(spot.last)
    divided = after in gazetteer.words["type_admin1"] or after in gazetteer.words["type_admin2"]
    return divided or government_area(spot, written)


def enough(written: Script) -> float:
    """Return the points that a name needs in a text: more where capitals tell nothing."""
    return ENOUGH_SHOUTED if written.shouted else ENOUGH


def _tagged(spot: Spot, written: Script) -> float:
    """Return what the statistical tagger has to say."""
    if spot.label is None:
        return 0.0
    whole = written.labels[spot.span.start][0]
    inside = whole.holds(spot.span) and len(whole.of(written.text).split()) > spot.last - spot.first
    if inside and spot.label in INSIDE and not _framed(whole, spot, written) and not _paired(whole, spot, written):
        if government_area(spot, written):
            return 0.0
        first = not whole.of(written.text)[: spot.span.start - whole.start].lower().removeprefix("the ")
        attribute = borne_by_country(spot) and first and spot.label != "PERSON"
        return max(INSIDE[spot.label], -1.0) if attribute else INSIDE[spot.label]
    return LABELS.get(spot.label, OTHER_LABEL)


def _paired(whole: Span, spot: Spot, written: Script) -> bool:
    """Tell whether the longer name is only two names with "and" between them ("Reading and Newbury")."""
    before, after = written.text[whole.start : spot.span.start], written.text[spot.span.end : whole.end]
    return (after.startswith(AND) and not before.strip()) or (before.endswith(AND) and not after.strip())


def _framed(whole: Span, spot: Spot, written: Script) -> bool:
    """Tell whether the longer name is the place with an article, or two names with a hyphen between them."""
    before = written.text[whole.start : spot.span.start].removeprefix("the ").removeprefix("The ")
    after = written.text[spot.span.end : whole.end]
    if after in {"'s", "’s", "'", "’"}:
        after = ""
    return not f"{before}{after}".strip() or before.endswith("-") or (not before and after.startswith("-"))


def _beside(spot: Spot, written: Script, gazetteer: Gazetteer) -> float:
    """Return what prepositions and type words before and behind the name say."""
    words = gazetteer.words
    kinds = words["types"]
    points = 0.0
    if (written.after(spot.last) in kinds and not _street(spot, written)) or government_area(spot, written):
        points += 2.0
    back, word = 1, written.before(spot.first)
    while word and back < 4 and (word in words["directions"] or word in kinds or word == "the"):
        points += 0.5 if word in words["directions"] or word in kinds else 0.0
        back += 1
        word = written.before(spot.first, back)
    if _between(spot, written):
        return points + 2.0
    if word == "of" and written.before(spot.first, back + 1) in kinds:
        return points + 2.0
    if word == "of" and written.before(spot.first, back + 1) in words["organisations"]:
        return points - 4.0
    return points + (2.0 if word in words["locative"] else 0.75 if word in words["loose"] else 0.0)


def _street(spot: Spot, written: Script) -> bool:
    """Tell whether a street bears the name ("Blackpool Road"); a road in small letters leads to the place."""
    return written.after(spot.last) in STREETS and written.words[spot.last].cased and not written.shouted


def _house(spot: Spot, written: Script) -> bool:
    """Tell whether a house bears the name: "the Ariana hotel"; "Kunduz hospital" is that of the town."""
    return written.after(spot.last) in HOUSES and written.before(spot.first) == "the"


def _numbered(spot: Spot, written: Script) -> bool:
    """Tell whether a road bears the name ("on Ohio 158", "U.S. Route 422")."""
    number = ROAD_NUMBER.match(written.text, spot.span.end)
    return number is not None and (bool(number["kind"]) or written.before(spot.first) == "on")


def _between(spot: Spot, written: Script) -> bool:
    """Tell whether the name is one of two between which something is ("between Reading and Newbury")."""
    word = written.before(spot.first)
    if word == "between" and written.after(spot.last) == "and":
        return written.words[spot.last + 1].cased
    if word != "and" or not written.words[spot.first - 2].cased:
        return False
    return any(written.before(spot.first, back) == "between" for back in (3, 4, 5))


def _known(spot: Spot, written: Script, countries: Countries) -> float:
    """Return what the places of that name say: a country's name is mostly the country."""
    most = max(record.population for record in spot.records)
    points = 1.0 if most >= MILLION else 0.5 if most >= 100_000 else -0.5 if 0 < most < 1000 else 0.0
    if borne_by_country(spot):
        return points + 2.0
    if any(record.kind in OWN for record in spot.records):
        return points + 1.5
    if _capital(spot, written, countries):
        points += 1.0
    blind = written.shouted or not written.words[spot.first].cased
    if any(record.kind == "admin1" for record in spot.records):
        return points + 0.75
    if all(map(hamlet, spot.records)):
        points -= HAMLET
    if len(spot.records) == 1 and most >= KNOWN:
        points += ONLY
    return points + (0.5 if spot.last - spot.first > 1 else 0.0) - (1.0 if blind and most < KNOWN else 0.0)


def hamlet(record: PlaceRecord) -> bool:
    """Tell whether a place is of a list of villages that gives no size: its id is a number of our own."""
    return not record.population and record.id.removeprefix(VILLAGE).isdigit()


def _capital(spot: Spot, written: Script, countries: Countries) -> bool:
    """Tell whether a capital bears the name."""
    key = fold(spot.span.of(written.text))
    capitals = (countries.capital(r.country) for r in spot.records if r.kind == "settlement" and r.country)
    return any(capital and fold(capital) == key for capital in capitals)


def _called_of(spot: Spot, written: Script, gazetteer: Gazetteer) -> float:
    """Return what speaks against a name of which the text says where it is from ("Austin of London")."""
    if spot.last - spot.first > 1 or borne_by_country(spot) or written.after(spot.last) != "of":
        return 0.0
    before = written.before(spot.first)
    named = spot.last + 1 < len(written.words) and written.words[spot.last + 1].cased
    small = before in gazetteer.words["locative"] or before in gazetteer.words["loose"]
    if not named or (small and before not in {"and", "or"}):
        return 0.0
    return -4.0 if spot.label == "PERSON" else -1.5


def _alone(spot: Spot, written: Script, gazetteer: Gazetteer, countries: Countries) -> float:
    """Return what speaks against a single word: it is a common word, or a name that people bear."""
    if spot.last - spot.first > 1:
        known = any(record.kind in OWN or record.kind == "country" for record in spot.records)
        directions, common = gazetteer.words["directions"], gazetteer.words["common"]
        plain = all(w.lower in directions or w.lower in common for w in written.words[spot.first : spot.last])
        return -2.5 if plain and not known else 0.0
    word = written.words[spot.first]
    points = 0.0
    large = bool(countries.named(word.text)) or any(record.kind in OWN for record in spot.records)
    before = written.before(spot.first)
    if word.lower in CALENDAR or (word.lower in gazetteer.words["common"] and not large):
        inside = before in gazetteer.words["locative"] or (before in gazetteer.words["loose"] and spot.label == "GPE")
        inside = inside or _between(spot, written)
        points -= 2.5 if inside and not written.shouted and word.cased else 4.0
    elif word.lower in written.small and not large:
        points -= 3.0
    if word.lower in written.surnames:
        points -= 0.0 if before in gazetteer.words["locative"] else 1.0 if before in gazetteer.words["loose"] else 2.0
    elif word.lower in gazetteer.words["persons"]:
        points -= 0.5 if borne_by_country(spot) else 1.5
    if written.tags.get(word.span.start, "PROPN") not in {"PROPN", "ADJ", "X"} and spot.label is None:
        great = borne_by_country(spot) or max(record.population for record in spot.records) >= MILLION
        points -= 0.5 if great else 1.5
    return points


def _longer(spot: Spot, written: Script, gazetteer: Gazetteer) -> float:
    """Return what capitalised words next to the name say: it may be part of something else's name."""
    points, words = 0.0, gazetteer.words
    if (after := written.after(spot.last)) in words["illnesses"]:
        return NEVER
    before = written.before(spot.first)
    if before.rstrip(".") in words["titles"] or (before in words["openers"] and written.words[spot.first - 1].cased):
        points -= 4.0
    elif before.rstrip(".") in words["fore"]:
        points += 2.0
    elif before and written.words[spot.first - 1].cased and not written.shouted and not written.opens(spot.first - 1):
        lesser = (before in words["directions"] and before.endswith("ern")) or before in CALENDAR or before == "the"
        points -= 0.0 if lesser else 1.0 if borne_by_country(spot) else 1.5
    if after and written.words[spot.last].cased and not written.shouted:
        if after.rstrip(".") in words["followers"]:
            points -= 1.0 if borne_by_country(spot) else 3.0
        elif not (_typed(spot, written, gazetteer) or _goes_on(after, spot, gazetteer)):
            points -= 0.5 if spot.label in PLACE_LABELS else 1.5
    return points


def _goes_on(after: str, spot: Spot, gazetteer: Gazetteer) -> bool:
    """Tell whether a capitalised word may follow a place without being part of its name."""
    return after in CALENDAR or borne_by_country(spot) or after in gazetteer.words["tails"]
