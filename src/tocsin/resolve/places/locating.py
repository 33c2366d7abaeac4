"""A place mention is tied to the record that the rest of the document supports, or left open with its candidates.

A point is never finer than the words: a district is a district's, "near Gubio" says `near`.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.places import Gazetteer, PlaceRecord
from tocsin.model.page import Annotated, Located
from tocsin.model.text import Span
from tocsin.model.values import Place, PlacePrecision
from tocsin.resolve.places.choice import choose
from tocsin.resolve.places.evidence import PLACE_LABELS, datelines, enough, weighed
from tocsin.resolve.places.kinds import government_area, sided
from tocsin.resolve.places.links import borne_by_country, holds, kilometres, listed, tied
from tocsin.resolve.places.setting import Reading
from tocsin.resolve.places.spots import Script, Spot, script, spots

PRECISION: dict[str, PlacePrecision] = {
    "settlement": "settlement",
    "site": "exact",
    "admin1": "admin1",
    "admin2": "admin2",
    "country": "country",
    "region": "region",
    "sea": "sea",
    "linear": "linear",
}
HOME = 0.75
METROPOLIS = 1_000_000
TOWNSPEOPLE = 2000
WIDE = frozenset(("country", "region", "sea", "linear", "site"))
TOWNSHIPS = frozenset(("township", "townships"))
SMALL_TOWNSHIPS = frozenset(("US", "CA", "ZA"))  # where a township is a village or a quarter
OF_TOWNS = frozenset(("provincial", "republic", "territory", "state", "states", "department", "departments"))
PROVINCE = frozenset(("province", "governorate", "prefecture", "oblast"))
DOUBTED = -1.5  # support below which neither a list nor what lies around makes a name a place
NEIGHBOUR = 0.75  # support by each known place close by, of which a few count
NEIGHBOURING_KM = 80.0
FEW = 2
LOCAL = frozenset(("settlement", "admin2", "admin1", "site"))
AWAY = re.compile(
    r"(?:\b(?:kilomet(?:er|re)s?|km|miles?)\b[^.;]{0,40}\b(?:of|from)|\boutskirts of|\bvicinity of|\bclose to"
    r"|\b(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)? of|\bnot far from|\baround)"
    r"(?: the)?(?: (?:town|city|village|capital|port)(?: of)?)?\s$",
    re.IGNORECASE,
)


def places(
    page: Annotated, gazetteer: Gazetteer, countries: Countries, said: frozenset[Span] = frozenset()
) -> tuple[Located, ...]:
    """Return every place that the document mentions, in text order; `said` are names that it says are places."""
    written = script(page, gazetteer)
    found = noticed(page, written, gazetteer, countries, said)
    sure = accepted(found, written, gazetteer)
    readings = choose(sure, written, page, gazetteer, countries)
    more = accepted(near_the_rest(found, sure, readings, written), written, gazetteer)
    if len(more) > len(sure):
        readings = choose(more, written, page, gazetteer, countries)
    kept = spoken_of(readings, page) if written.shouted else readings
    return tuple(located(reading, written, gazetteer) for reading in kept)


def noticed(
    page: Annotated, written: Script, gazetteer: Gazetteer, countries: Countries, said: frozenset[Span]
) -> tuple[Spot, ...]:
    """Return the names that may be meant as places, with what speaks for it."""
    sent, known = datelines(page), spots(written, gazetteer)
    if page.read == "full":
        known = tuple(spot for each in known if (spot := _in_english(each, written, countries)).records)
    found = [weighed(spot, written, gazetteer, countries, sent, said) for spot in known]
    return tuple(_at_home(found, enough(written)))


def accepted(found: Sequence[Spot], written: Script, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Return the names that are meant as places; one that stands in a list with such a name needs no more."""
    needed, kept = enough(written), list(found)
    for order in (range(1, len(kept)), range(len(kept) - 2, -1, -1)):
        for at in order:
            beside = kept[at - order.step]
            if DOUBTED <= kept[at].support < needed <= beside.support and (
                listed(beside, kept[at], written) or tied(kept[at], beside, written, gazetteer)
            ):
                kept[at] = kept[at]._replace(support=needed)
    return tuple(spot for spot in kept if spot.support >= needed)


def near_the_rest(
    found: Sequence[Spot], sure: Sequence[Spot], readings: Sequence[Reading], written: Script
) -> tuple[Spot, ...]:
    """Return the names with more support for those that lie among the places that the document surely speaks of."""
    around = {reading.place.id: reading.place for reading in readings if reading.place and reading.place.kind in LOCAL}
    needed, taken = enough(written), {spot.span for spot in sure}
    return tuple(
        spot._replace(support=spot.support + NEIGHBOUR * min(neighbours(spot, around.values()), FEW))
        if DOUBTED < spot.support < needed and spot.span not in taken
        else spot
        for spot in found
    )


def neighbours(spot: Spot, around: Collection[PlaceRecord]) -> int:
    """Return how many known places lie close to a place of that name, or hold it."""
    return max(
        sum(kilometres(record, other) < NEIGHBOURING_KM or holds(other, record) for other in around)
        for record in spot.records
    )


def _in_english(spot: Spot, written: Script, countries: Countries) -> Spot:
    """Return a name without the countries that bear it in other languages ("Island" is Iceland's, "Cin" is China's)."""
    if not borne_by_country(spot) or countries.named(spot.span.of(written.text)):
        return spot
    return spot.among(tuple(record for record in spot.records if record.kind != "country"))


def spoken_of(readings: tuple[Reading, ...], page: Annotated) -> tuple[Reading, ...]:
    """Return the readings in a country that the text names: where all is in capitals, any word may be a village."""
    named = {nationality.country for nationality in page.nationalities}
    for reading in readings:
        if reading.place and (reading.spot.sent or reading.place.kind == "country"):
            named.update(reading.place.countries)
    return tuple(reading for reading in readings if reading.place and _expected(reading.place, reading.spot, named))


def _expected(record: PlaceRecord, spot: Spot, named: set[str]) -> bool:
    """Tell whether a text in capitals that names these countries may mean the place."""
    if spot.sent or record.kind in WIDE or record.population >= METROPOLIS:
        return True
    known = record.kind != "settlement" or record.population >= TOWNSPEOPLE or spot.label in PLACE_LABELS
    return known and record.country in named


def _at_home(found: list[Spot], needed: float) -> list[Spot]:
    """Return the names with more support for those that lie in the country which most of the sure ones name."""
    sure = Counter(
        next(record.country for record in spot.records if record.country)
        for spot in found
        if spot.support >= needed and any(record.country for record in spot.records)
    )
    home = next((iso for iso, count in sure.most_common(1) if 2 * count > sure.total()), None)
    return [
        spot._replace(support=spot.support + HOME)
        if home and spot.support < needed and any(record.country == home for record in spot.records)
        else spot
        for spot in found
    ]


def located(reading: Reading, written: Script, gazetteer: Gazetteer) -> Located:
    """Return the mention in the form of the model."""
    spot = reading.spot
    ids = tuple(record.id for record in reading.rivals)
    if reading.place is None:
        return Located(spot.span, None, ids)
    chosen = reading.place
    others = tuple(other for other in ids if other != chosen.id)
    return Located(spot.span, place(chosen, spot, written, gazetteer), others)


def place(record: PlaceRecord, spot: Spot, written: Script, gazetteer: Gazetteer) -> Place:
    """Return a record as the value of a mention."""
    dispute = gazetteer.dispute(record)
    return Place(
        name=record.name,
        place_id=record.id,
        country=record.country,
        countries=record.countries,
        admin1=record.name if record.kind == "admin1" else record.admin1,
        admin2=record.name if record.kind == "admin2" else record.admin2,
        lat=record.lat,
        lon=record.lon,
        precision=precision(record, spot, written, gazetteer),
        text=spot.span.of(written.text),
        span=spot.span,
        disputed=dispute.status if dispute else None,
    )


def precision(record: PlaceRecord, spot: Spot, written: Script, gazetteer: Gazetteer) -> PlacePrecision:
    """Return how close to the place the words put what they tell."""
    if record.kind not in {"settlement", "site", "admin2"}:
        return PRECISION[record.kind]
    if written.after(spot.last) in gazetteer.words["roads"] | gazetteer.words["waterways"]:
        return "linear"
    words, back = gazetteer.words, 1
    level = told_level(record, spot, written, gazetteer)
    if level:
        return level
    while (word := written.before(spot.first, back)) in words["type_settlement"] | {"the", "of"}:
        back += 1
    if word in words["near"] or AWAY.search(written.text[max(0, spot.span.start - 90) : spot.span.start]):
        return "near"
    return PRECISION[record.kind]


def told_level(record: PlaceRecord, spot: Spot, written: Script, gazetteer: Gazetteer) -> PlacePrecision | None:
    """Return the level of the division that the words tell, where only a town of its name is known; else null."""
    if record.kind == "admin2":
        return None
    words, after = gazetteer.words, written.after(spot.last)
    last = written.words[spot.last - 1].lower if spot.last - spot.first > 1 else ""
    if government_area(spot, written) or sided(spot, written, gazetteer):
        return "admin2"
    if after in TOWNSHIPS and record.country not in SMALL_TOWNSHIPS:
        return "admin2"
    if after in words["type_admin2"] or last in words["type_admin2"]:
        return "admin2"
    return "admin1" if after in words["type_admin1"] - OF_TOWNS or last in PROVINCE else None


def focus(located: Sequence[Located]) -> str | None:
    """Return the code of the country that most of the places lie in; null where there is none or a tie."""
    found = Counter(mention.place.country for mention in located if mention.place and mention.place.country)
    ranked = found.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
