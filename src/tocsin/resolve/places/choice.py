"""Which of the places that bear one name is meant is told by its surroundings.

First what the text names as holding it, then the countries that the document is about, then what lies near, and last
how many people live there.
"""

import math
from collections.abc import Mapping, Sequence

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import Gazetteer, PlaceRecord
from tocsin.model.page import Annotated
from tocsin.resolve.places.company import PULL, Name, company
from tocsin.resolve.places.doubts import RANK, Scored, Weighing, is_open, stands_apposed
from tocsin.resolve.places.kinds import AREA, TOWN, carried, in_lists, wanted_kinds
from tocsin.resolve.places.links import HOLDERS, borne_by_country, has_town, holds, links, listed
from tocsin.resolve.places.priors import TOWN_FIRST, priors
from tocsin.resolve.places.setting import Reading, Setting, at_home, surroundings
from tocsin.resolve.places.spots import Script, Spot

TRUST = 0.3  # exponent on beliefs: two places that lie close together count though neither is believed yet
ROUNDS = 2
HELD = 6.0
APPOSED = 9.0
MOST = 6
SHARPNESS = 1.5  # of beliefs: how much likelier a point more makes a place
AMID = 0.6 * sum(PULL)  # points of a town in the midst of what the document speaks of
LISTED = 2.0  # a holder no larger than what the name mostly means is rather the next in a list: "Washington, Utah"
SAME_KIND = 1.1
SAME_COUNTRY = 0.8
TOLD = 2.0  # the text has said which place of that name it means
TOLD_LATER = 0.7  # it says so later, perhaps to tell another place of that name from the one meant so far


def choose(
    found: Sequence[Spot], written: Script, page: Annotated, gazetteer: Gazetteer, countries: Countries
) -> tuple[Reading, ...]:
    """Return one reading a spot; the first round knows the countries alone, later ones also what was chosen."""
    told = (wanted_kinds(spot, written, gazetteer) for spot in found)
    beside = tuple(TOWN if spot.sent and not kinds & AREA else kinds for spot, kinds in zip(found, told, strict=True))
    wanted = carried(found, in_lists(found, beside, written))
    keys = tuple(
        (spot.name, fold(spot.span.of(written.text)), kinds) for spot, kinds in zip(found, wanted, strict=True)
    )
    weighed = {key: priors(spot, *key[1:], countries) for key, spot in dict(zip(keys, found, strict=True)).items()}
    before = tuple(weighed[key] for key in keys)
    weighing = Weighing(written, countries, links(found, written, gazetteer), before)
    readings = tuple(
        Reading(spot, None, (), kinds, _likely(points))
        for spot, kinds, points in zip(found, wanted, before, strict=True)
    )
    named = {spot.name: spot for spot in found}
    around = company({name: spot.records for name, spot in named.items()}, _beliefs(readings))
    for _ in range(ROUNDS):
        setting, near = surroundings(readings, page), around.points(_beliefs(readings), TRUST)
        home = {name: at_home(spot, setting, countries) for name, spot in named.items()}
        readings = tuple(_read(at, setting, weighing, near, home) for at in range(len(readings)))
    return readings


def _likely(points: Mapping[str, float]) -> dict[str, float]:
    """Return how far each place is believed, the sum being one."""
    most = max(points.values())
    weights = {place: math.exp(SHARPNESS * (mine - most)) for place, mine in points.items()}
    whole = sum(weights.values())
    return {place: weight / whole for place, weight in weights.items()}


def _beliefs(readings: Sequence[Reading]) -> dict[Name, Mapping[str, float]]:
    """Return how far the places of each name are believed, by the mention that is surest."""
    found: dict[Name, Mapping[str, float]] = {}
    for reading in readings:
        name = reading.spot.name
        if name not in found or max(reading.likely.values()) > max(found[name].values()):
            found[name] = reading.likely
    return found


def _read(
    at: int,
    setting: Setting,
    weighing: Weighing,
    near: Mapping[Name, Mapping[str, float]],
    home: Mapping[Name, Mapping[str, float]],
) -> Reading:
    """Return the best reading of a name in its setting."""
    reading = setting.around[at]
    name, records = reading.spot.name, reading.spot.records
    beside = _beside(at, setting, weighing)
    told = {} if any(holder for holder, _ in beside.values()) else _told(at, setting)
    before, around, abroad = weighing.before[at], near[name], home[name]
    scored = []
    for record in records:
        close = around.get(record.id, 0.0)
        points = before[record.id] + abroad[record.id] + close
        holder, more = beside.get(record.id, (None, 0.0))
        points += more + told.get(record.id, 0.0)
        if _amid(record, reading, close, setting):
            points += HELD
        scored.append(Scored(points, record, holder, close, abroad[record.id]))
    scored.sort(key=lambda row: (-row.points, row.record.id))
    best = scored[0]
    doubtful = told.get(best.record.id, 0.0) < TOLD and is_open(at, scored, setting, weighing)
    return Reading(
        reading.spot,
        None if doubtful else best.record,
        tuple(row.record for row in scored[:MOST]),
        reading.wanted,
        _likely({row.record.id: row.points for row in scored}),
        best.holder,
    )


def _beside(at: int, setting: Setting, weighing: Weighing) -> dict[str, tuple[PlaceRecord | None, float]]:
    """Return, by the id of each place, what the text names as holding it, and the points of what stands beside it."""
    found: dict[str, tuple[PlaceRecord | None, float]] = {}
    others = [setting.around[n] for n in (at - 1, at + 1) if 0 <= n < len(setting.around)]
    reading, written = setting.around[at], weighing.written
    lists = [other for other in others if other.place and listed(reading.spot, other.spot, written)]
    outer = {
        other: [record for record in setting.around[other].spot.records if record.kind in HOLDERS]
        for other in weighing.held.get(at, ())
        if other != at
    }
    if not lists and not outer:
        return found
    before = weighing.before[at]
    mostly = RANK.get(max(reading.spot.records, key=lambda record: (before[record.id], record.id)).kind, 0)
    second = at > 0 and listed(setting.around[at - 1].spot, reading.spot, written)
    larger = max(RANK.get(record.kind, 0) for record in reading.spot.records) if second else mostly
    country = borne_by_country(reading.spot)
    for record in reading.spot.records:
        holder, points = None, 0.0
        for other, holders in outer.items():
            mine = next((each for each in holders if holds(each, record)), None)
            if mine:
                holder = mine
                points += _worth(record, mine, larger, strict=stands_apposed(at, other, setting, written))
                break
        for other in outer:
            if (over := setting.around[other].holder) and over.id == record.id:
                strict = stands_apposed(other, at, setting, written)
                points += APPOSED if strict else LISTED if country else HELD
                break
        found[record.id] = holder, points + sum(_list(record, other) for other in lists)
    return found


def _worth(record: PlaceRecord, holder: PlaceRecord, larger: int, *, strict: bool) -> float:
    """Return what a holder that the text names says for a place."""
    full = strict or RANK.get(holder.kind, 0) > larger or record.kind not in {"settlement", "admin2"}
    return HELD if full else LISTED


def _list(record: PlaceRecord, other: Reading) -> float:
    """Return what the next name of a list says: its places are of one kind, and mostly of one country."""
    points, place = 0.0, other.place
    if place and place.kind == record.kind:
        points += SAME_KIND
        points += 0.0 if has_town(place, other.spot) or place.kind == "settlement" else TOWN_FIRST
    if place and place.kind != "country" and place.country and place.country == record.country:
        points += SAME_COUNTRY
    return points


def _told(at: int, setting: Setting) -> dict[str, float]:
    """Return what it is worth that the text ties the name elsewhere to what holds a place, kinds permitting."""
    reading = setting.around[at]
    found: dict[str, float] = {}
    for n in setting.tied.get(reading.spot.name, ()):
        other = setting.around[n]
        if n != at and other.place and other.wanted == reading.wanted:
            found.setdefault(other.place.id, TOLD if n < at else TOLD_LATER)
    return found


def _amid(record: PlaceRecord, reading: Reading, close: float, setting: Setting) -> bool:
    """Tell whether a town of a country's name lies amid the places of a document that is not about the country."""
    if close < AMID or record.kind != "settlement":
        return False
    bearers = [other for other in reading.spot.records if other.kind == "country"]
    return bool(bearers) and not any(setting.share(reading.spot.name, other.country) for other in bearers)
