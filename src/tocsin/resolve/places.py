"""A place mention is tied to the record that the rest of the document supports, or left open with its candidates.

A point is never finer than the words: a district is a district's, "near Gubio" says `near`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.places import Gazetteer, PlaceRecord
from tocsin.model.page import Annotated, Located
from tocsin.model.values import Place, PlacePrecision
from tocsin.resolve.place_choice import Reading, choose, listed
from tocsin.resolve.place_evidence import datelines, enough, support
from tocsin.resolve.place_spots import Script, Spot, script, spots

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
DOUBTED = -1.0  # support below which no list makes a name a place
AWAY = re.compile(
    r"(?:\b(?:kilomet(?:er|re)s?|km|miles?)\b[^.;]{0,40}\b(?:of|from)|\boutskirts of|\bvicinity of|\bclose to|\bborder with"
    r"|\b(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)? of|\bnot far from|\baround)"
    r"(?: the)?(?: (?:town|city|village|capital|port)(?: of)?)?\s$",
    re.IGNORECASE,
)


def places(page: Annotated, gazetteer: Gazetteer, countries: Countries) -> tuple[Located, ...]:
    """Return every place that the document mentions, in text order."""
    written = script(page, gazetteer)
    found = accepted(page, written, gazetteer, countries)
    readings = choose(found, written, page, gazetteer, countries)
    return tuple(located(reading, written, gazetteer) for reading in readings)


def accepted(page: Annotated, written: Script, gazetteer: Gazetteer, countries: Countries) -> tuple[Spot, ...]:
    """Return the names that are meant as places; one that stands in a list with such a name needs no more."""
    sent = datelines(page)
    found = [
        replace(spot, support=support(spot, written, gazetteer, countries, sent)) for spot in spots(written, gazetteer)
    ]
    needed = enough(written)
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for at in order:
            beside = found[at - order.step]
            if DOUBTED <= found[at].support < needed <= beside.support and listed(beside, found[at], written):
                found[at] = replace(found[at], support=needed)
    return tuple(spot for spot in found if spot.support >= needed)


def located(reading: Reading, written: Script, gazetteer: Gazetteer) -> Located:
    """Return the mention in the form of the model."""
    spot = reading.spot
    ids = tuple(record.id for record in reading.rivals)
    if reading.place is None:
        return Located(spot.span, None, ids)
    chosen = reading.place
    others = tuple(other for other in ids if other != chosen.id)
    return Located(spot.span, place(chosen, spot, precision(chosen, spot, written, gazetteer), written), others)


def place(record: PlaceRecord, spot: Spot, how: PlacePrecision, written: Script) -> Place:
    """Return a record as the value of a mention."""
    return Place(
        name=record.name,
        place_id=record.id,
        country=record.country,
        countries=record.countries,
        admin1=record.name if record.kind == "admin1" else record.admin1,
        admin2=record.name if record.kind == "admin2" else record.admin2,
        lat=record.lat,
        lon=record.lon,
        precision=how,
        text=spot.span.of(written.text),
        span=spot.span,
    )


def precision(record: PlaceRecord, spot: Spot, written: Script, gazetteer: Gazetteer) -> PlacePrecision:
    """Return how close to the place the words put what they tell."""
    if record.kind not in {"settlement", "site"}:
        return PRECISION[record.kind]
    if written.after(spot.last) in gazetteer.words["roads"]:
        return "linear"
    words, back = gazetteer.words, 1
    while (word := written.before(spot.first, back)) in words["type_settlement"] | {"the", "of"}:
        back += 1
    if word in words["near"] or AWAY.search(written.text[max(0, spot.span.start - 90) : spot.span.start]):
        return "near"
    return PRECISION[record.kind]


def focus(located: Sequence[Located]) -> str | None:
    """Return the code of the country that most of the places lie in; null where there is none or a tie."""
    found = Counter(mention.place.country for mention in located if mention.place and mention.place.country)
    ranked = found.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
