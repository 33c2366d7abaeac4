"""Which of the places that bear one name is meant is told by its surroundings.

First what the text names as holding it, then the countries that the document is about, then what lies near, and last
how many people live there.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import Gazetteer, PlaceKind, PlaceRecord
from tocsin.model.page import Annotated
from tocsin.resolve.place_kinds import ISLAND, TOWN, carried, ids, in_lists, wanted_kinds
from tocsin.resolve.place_links import CLOSE_KM, has_town, heads, holds, kilometres, links, listed
from tocsin.resolve.place_spots import Script, Spot

ROUNDS = 2
HELD = 6.0
LARGE = 1_000_000
UNSUPPORTED = 0.15
MARGIN = 0.3
WELL_KNOWN = 100_000
VILLAGE = 10_000
LITTLE = 0.01
MOST = 6
AT_HOME = 0.5
PEOPLE = 0.7
CAPITAL = 0.8
UNIQUE = frozenset(("country", "sea", "linear", "region"))
SUPPORTED = 0.3
LISTED = 2.0  # a holder no larger than what the name mostly means is rather the next in a list: "Washington, Utah"
TOWN_FIRST = 0.7  # a bare name means the town rather than the division called after it
RANK = {"country": 3, "admin1": 2, "admin2": 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with the place chosen for it (null where doubtful) and what was weighed."""

    spot: Spot
    place: PlaceRecord | None
    rivals: tuple[PlaceRecord, ...]
    wanted: frozenset[PlaceKind]
    holder: PlaceRecord | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the names: how often each country is spoken of, and what was chosen for each name.

    `own` holds what each name, by its position, has itself said for countries, with the other mentions of it; `rest`
    is the sum of what all other names say.
    """

    votes: dict[str, float]
    own: tuple[dict[str, float], ...]
    rest: tuple[float, ...]
    around: tuple[Reading, ...]

    def share(self, at: int, iso: str | None) -> float:
        """Return how much of the rest of the document is about a country, beside a name and its repetitions."""
        mine = self.votes.get(iso or "", 0.0) - self.own[at].get(iso or "", 0.0)
        return mine / self.rest[at] if mine > LITTLE else 0.0

    def home(self, at: int) -> float:
        """Return the share of the country that the rest of the document is most about."""
        return max((self.share(at, iso) for iso in self.votes), default=0.0)


def choose(
    found: Sequence[Spot], written: Script, page: Annotated, gazetteer: Gazetteer, countries: Countries
) -> tuple[Reading, ...]:
    """Return one reading a spot; the first round knows the countries alone, later ones also what was chosen."""
    held = links(found, written, gazetteer)
    beside = tuple(TOWN if spot.sent else wanted_kinds(spot, written, gazetteer) for spot in found)
    wanted = carried(found, in_lists(found, beside, written))
    readings = tuple(Reading(spot, None, (), kinds) for spot, kinds in zip(found, wanted, strict=True))
    for _ in range(ROUNDS):
        setting = surroundings(readings, page)
        readings = tuple(_read(at, setting, held, written, countries) for at in range(len(readings)))
    return _one_sense(readings)


def surroundings(readings: tuple[Reading, ...], page: Annotated) -> Setting:
    """Return how often the document speaks of each country: by its name, its places or its people."""
    votes: dict[str, float] = {}
    by_name: dict[tuple[str, ...], dict[str, float]] = {}
    for reading in readings:
        mine = by_name.setdefault(ids(reading.spot), {})
        for iso, weight in _votes(reading):
            votes[iso] = votes.get(iso, 0.0) + weight
            mine[iso] = mine.get(iso, 0.0) + weight
    for nationality in page.nationalities:
        votes[nationality.country] = votes.get(nationality.country, 0.0) + PEOPLE
    own = tuple(by_name[ids(reading.spot)] for reading in readings)
    whole = sum(votes.values())
    return Setting(votes, own, tuple(whole - sum(each.values()) for each in own), readings)


def _votes(reading: Reading) -> list[tuple[str, float]]:
    """Return the countries for which a name speaks: the chosen one's, else all of its places by size."""
    if reading.place:
        return [(iso, 1.0 / len(reading.place.countries)) for iso in reading.place.countries]
    certain = [record for record in reading.spot.records if record.kind == "country"]
    if certain:
        return [(record.countries[0], 1.0 / len(certain)) for record in certain]
    sizes = {record.id: 10.0 ** (_prior(record) - 6) for record in reading.spot.records if record.country}
    whole = sum(sizes.values())
    return [(r.country, 0.5 * sizes[r.id] / whole) for r in reading.spot.records if r.country]


def _namesakes(spot: Spot) -> tuple[PlaceRecord, ...]:
    """Return the large first divisions that bear the name of a country that does not hold them (Georgia)."""
    named = {record.name for record in spot.records if record.kind == "country"}
    inside = {record.country for record in spot.records if record.kind == "country"}
    return tuple(
        record
        for record in spot.records
        if record.kind == "admin1"
        and record.population > LARGE
        and record.name in named
        and record.country not in inside
    )


def _prior(record: PlaceRecord) -> float:
    """Return how often a text means the place, before anything else is known."""
    size = math.log10(record.population + 100)
    if record.kind == "country":
        return 11.0
    if record.kind == "admin1":
        return max(4.5, min(6.0, size - 0.8))
    if record.kind == "admin2":
        return size - 1.2
    return size if record.kind == "settlement" else 7.0


def _read(
    at: int, setting: Setting, held: dict[int, tuple[int, ...]], written: Script, countries: Countries
) -> Reading:
    """Return the best reading of a name in its setting."""
    reading = replace(setting.around[at], holder=None)
    outer = [setting.around[other].spot for other in held.get(at, ())]
    larger = max(RANK.get(record.kind, 0) for record in reading.spot.records)
    fitting = _fitting(reading)
    scored = []
    for record in reading.spot.records:
        holder = next((h for spot in outer for h in spot.records if holds(h, record)), None)
        points = _points(at, record, fitting, setting, held, written, countries)
        if holder:
            full = RANK.get(holder.kind, 0) > larger or record.kind not in {"settlement", "admin2"}
            points += HELD if full else LISTED
        scored.append((points, record, holder))
    scored.sort(key=lambda row: (-row[0], row[1].id))
    _, best, holder = scored[0]
    doubtful = holder is None and (_doubtful(at, scored, setting) or _is_mere_alias(reading, best, written))
    return replace(
        reading, place=None if doubtful else best, rivals=tuple(row[1] for row in scored[:MOST]), holder=holder
    )


def _is_mere_alias(reading: Reading, best: PlaceRecord, written: Script) -> bool:
    """Tell whether the words ask for a division ("X district"), and only some town that is also called so is known."""
    asked = bool(reading.wanted) and best.kind not in reading.wanted
    return asked and best.kind == "settlement" and fold(best.name) != fold(reading.spot.span.of(written.text))


def _doubtful(at: int, scored: list[tuple[float, PlaceRecord, PlaceRecord | None]], setting: Setting) -> bool:
    """Tell whether nothing but its size speaks for the best place, and another far away is as likely."""
    first, best, _ = scored[0]
    share = setting.share(at, best.country)
    if best.kind != "settlement" or share > UNSUPPORTED or best.population >= LARGE:
        return False
    if not share and best.population < WELL_KNOWN and setting.home(at) > AT_HOME:
        return True
    second = next((row for row in scored[1:] if kilometres(row[1], best) > CLOSE_KM), None)
    return second is not None and first - second[0] < MARGIN


def _points(
    at: int,
    record: PlaceRecord,
    fitting: frozenset[str],
    setting: Setting,
    held: dict[int, tuple[int, ...]],
    written: Script,
    countries: Countries,
) -> float:
    """Return how well a place fits a name."""
    reading = setting.around[at]
    key = fold(reading.spot.span.of(written.text))
    called = fold(record.name) == key or record.kind in UNIQUE or heads(record, reading.spot)
    points = 0.6 * _prior(record) + (1.0 if called else 0.0)
    if fitting:
        points += 3.0 if record.id in fitting else -1.5
    if record.kind == "settlement" and record.country and key == fold(countries.capital(record.country) or ""):
        points += CAPITAL
    if record.lat is None:
        points -= 1.0
    if record.kind == "settlement" and record.population < VILLAGE and fold(record.name) != key:
        points -= 0.5
    if not reading.wanted and has_town(record, reading.spot):
        points -= TOWN_FIRST
    if any((holder := setting.around[other].holder) and holder.id == record.id for other in held.get(at, ())):
        points += LISTED if any(other.kind == "country" for other in reading.spot.records) else HELD
    return points + _at_home(at, record, setting, countries) + _company(at, record, setting, written)


def _at_home(at: int, record: PlaceRecord, setting: Setting, countries: Countries) -> float:
    """Return what the countries that the document is about say for a place."""
    share = max((setting.share(at, iso) for iso in record.countries), default=0.0)
    spot = setting.around[at].spot
    if not share:
        return 0.4 if any(setting.share(at, iso) > 0.2 for iso in _neighbours(record, countries)) else 0.0
    points = 3.0 * share + 0.5
    if record in _namesakes(spot) and share > SUPPORTED and not _shared(at, record, setting, countries):
        points += HELD
    return points


def _fitting(reading: Reading) -> frozenset[str]:
    """Return the ids of the places of the kind that the words ask for; beside a country of that name only a city is."""
    records = reading.spot.records
    if not any(record.kind == "country" for record in records):
        return frozenset(record.id for record in records if record.kind in reading.wanted)
    return frozenset(
        record.id
        for record in records
        if (record.kind == "country" and reading.wanted == ISLAND)
        or (record.kind in reading.wanted and (record.kind == "admin1" or record.population >= WELL_KNOWN))
    )


def _shared(at: int, record: PlaceRecord, setting: Setting, countries: Countries) -> bool:
    """Tell whether the country of the same name is spoken of elsewhere in the document, or lies next door."""
    spot = setting.around[at].spot
    namesakes = [other.country for other in spot.records if other.kind == "country" and other.name == record.name]
    return any(setting.share(at, iso) or iso in _neighbours(record, countries) for iso in namesakes)


def _neighbours(record: PlaceRecord, countries: Countries) -> tuple[str, ...]:
    country = countries.by_iso.get(record.country or "")
    return country.neighbours if country else ()


def _company(at: int, record: PlaceRecord, setting: Setting, written: Script) -> float:
    """Return what the other names' places say: one near by helps, and names in one list are places of one kind."""
    points = 0.0
    if record.kind not in {"country", "sea"}:
        near = [
            kilometres(record, other.place)
            for n, other in enumerate(setting.around)
            if other.place
            and n != at
            and other.place.kind in {"settlement", "admin2", "admin1", "site"}
            and other.place.id != record.id
        ]
        points += 1.2 * math.exp(-min(near, default=math.inf) / 150)
    for other in (at - 1, at + 1):
        if 0 <= other < len(setting.around) and (place := setting.around[other].place) and place.kind == record.kind:
            beside = setting.around[other].spot
            if listed(setting.around[at].spot, beside, written):
                points += 0.8 if has_town(place, beside) or place.kind == "settlement" else 0.8 + TOWN_FIRST
    return points


def _one_sense(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Give a name that the text once ties to what holds it the same place everywhere else, kinds permitting."""
    tied = {ids(reading.spot): reading for reading in reversed(readings) if reading.holder and reading.place}
    changed = []
    for reading in readings:
        other = tied.get(ids(reading.spot))
        same = other and other.wanted == reading.wanted and not reading.holder
        changed.append(replace(reading, place=other.place) if other and same else reading)
    return tuple(changed)
