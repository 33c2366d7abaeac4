"""What a name means before the rest of the document is looked at: the large and well-known rather than the small."""

import math
from collections.abc import Sequence

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import PlaceKind, PlaceRecord
from tocsin.resolve.places.kinds import ISLAND
from tocsin.resolve.places.links import DIVISIONS, has_town, heads
from tocsin.resolve.places.spots import Spot

WELL_KNOWN = 100_000
VILLAGE = 10_000
CAPITAL = 0.8
TOWN_FIRST = 0.7  # a bare name means the town rather than the division called after it
LARGE = 1_000_000
OVERSHADOWED = 2.0
NICKNAME = 2.5
DISTRICT_LAST = 1.5  # a county is called one, where a town has its name
UNIQUE = frozenset(("country", "sea", "linear", "region"))
NAMED_SO = frozenset(("admin1", "sea", "linear"))


def prior(record: PlaceRecord) -> float:
    """Return how often a text means the place, before anything else is known."""
    size = math.log10(record.population + 100)
    if record.kind == "country":
        return 11.0
    if record.kind == "admin1":
        return max(4.5, min(6.0, size - 0.8))
    if record.kind == "admin2":
        return size - 1.2
    return size if record.kind == "settlement" else 7.0


def priors(spot: Spot, key: str, wanted: frozenset[PlaceKind], countries: Countries) -> dict[str, float]:
    """Return the points of each place that bears a name (`key` when folded), where the words ask for some kinds."""
    fitting = _fitting(spot, wanted)
    divisions = tuple(record for record in spot.records if record.kind in DIVISIONS)
    return {record.id: _points(record, spot, key, wanted, fitting, divisions, countries) for record in spot.records}


def _points(
    record: PlaceRecord,
    spot: Spot,
    key: str,
    wanted: frozenset[PlaceKind],
    fitting: frozenset[str],
    divisions: Sequence[PlaceRecord],
    countries: Countries,
) -> float:
    own = fold(record.name) == key
    points = 0.6 * prior(record) + (1.0 if own or record.kind in UNIQUE or heads(record, divisions) else 0.0)
    if fitting:
        points += 3.0 if record.id in fitting else -1.5
    if record.kind == "settlement" and record.country and key == fold(countries.capital(record.country) or ""):
        points += CAPITAL
    if record.lat is None:
        points -= 1.0
    if record.kind == "settlement" and record.population < VILLAGE and not own:
        points -= 0.5
    if not own and record.kind == "settlement" and _nicknamed(record, spot, key):
        points -= NICKNAME
    if not wanted and has_town(record, spot):
        points -= TOWN_FIRST
    if (
        record.kind == "settlement"
        and record.population < WELL_KNOWN
        and _overshadowed(record, divisions, key, countries)
    ):
        points -= OVERSHADOWED
    if not wanted and record.kind == "admin2" and _has_namesake(record, spot, key):
        points -= DISTRICT_LAST
    return points


def _nicknamed(town: PlaceRecord, spot: Spot, key: str) -> bool:
    """Tell whether another town of the same first division bears the name by itself (Mound City is not St. Louis)."""
    return any(
        other.kind == "settlement"
        and (other.country, other.admin1) == (town.country, town.admin1)
        and fold(other.name) == key
        for other in spot.records
    )


def _overshadowed(town: PlaceRecord, divisions: Sequence[PlaceRecord], key: str, countries: Countries) -> bool:
    """Tell whether the capital or a large division of the town's country bears the name (Washington, California)."""
    if town.country and key == fold(countries.capital(town.country) or ""):
        return True
    return any(
        r.kind == "admin1" and r.country == town.country and r.population > LARGE and fold(r.name) == key
        for r in divisions
    )


def _has_namesake(district: PlaceRecord, spot: Spot, key: str) -> bool:
    """Tell whether a town of the same country bears the name by itself."""
    return any(r.kind == "settlement" and r.country == district.country and fold(r.name) == key for r in spot.records)


def _fitting(spot: Spot, wanted: frozenset[PlaceKind]) -> frozenset[str]:
    """Return the ids of the places of the kind that the words ask for; beside a country of that name only a city is."""
    if not any(record.kind == "country" for record in spot.records):
        return frozenset(record.id for record in spot.records if record.kind in wanted)
    return frozenset(
        record.id
        for record in spot.records
        if (record.kind == "country" and wanted == ISLAND)
        or (record.kind in wanted and (record.kind in NAMED_SO or record.population >= WELL_KNOWN))
    )
