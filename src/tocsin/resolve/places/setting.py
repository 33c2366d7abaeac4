"""What surrounds the names of a document: the countries that it speaks of, by their names, places and peoples."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.places import PlaceKind, PlaceRecord
from tocsin.model.page import Annotated
from tocsin.resolve.places.company import Name
from tocsin.resolve.places.spots import Spot

LITTLE = 0.01
PEOPLE = 0.7
NEXT_DOOR = 0.2
LARGE = 1_000_000
SUPPORTED = 0.3
HELD = 6.0
UNDECIDED = 0.5
SHARPER = 2.5  # so that a hundred villages of a name do not outvote the city


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with the place chosen for it (null where doubtful) and what was weighed.

    `likely` says how far each place of the name is believed, `holder` is what the text names as holding the chosen one.
    """

    spot: Spot
    place: PlaceRecord | None
    rivals: tuple[PlaceRecord, ...]
    wanted: frozenset[PlaceKind]
    likely: Mapping[str, float]
    holder: PlaceRecord | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How often each country is spoken of, and what was chosen for each name.

    `own` holds what each name, with its repetitions, has itself said for countries; `rest` is the sum of what all
    other names say. `tied` are the mentions of a name that the text ties to what holds the place.
    """

    votes: Mapping[str, float]
    own: Mapping[Name, Mapping[str, float]]
    rest: Mapping[Name, float]
    around: tuple[Reading, ...]
    tied: Mapping[Name, Sequence[int]]

    def share(self, name: Name, iso: str | None) -> float:
        """Return how much of the rest of the document is about a country, beside a name and its repetitions."""
        mine = self.votes.get(iso or "", 0.0) - self.own[name].get(iso or "", 0.0)
        return mine / self.rest[name] if mine > LITTLE else 0.0

    def home(self, name: Name) -> float:
        """Return the share of the country that the rest of the document is most about."""
        return max((self.share(name, iso) for iso in self.votes), default=0.0)


def surroundings(readings: Sequence[Reading], page: Annotated) -> Setting:
    """Return how often the document speaks of each country: by its name, its places or its people."""
    votes: dict[str, float] = {}
    own: dict[Name, dict[str, float]] = {}
    for reading in readings:
        mine = own.setdefault(reading.spot.name, {})
        for iso, weight in _votes(reading):
            votes[iso] = votes.get(iso, 0.0) + weight
            mine[iso] = mine.get(iso, 0.0) + weight
    for nationality in page.nationalities:
        votes[nationality.country] = votes.get(nationality.country, 0.0) + PEOPLE
    whole = sum(votes.values())
    rest = {name: whole - sum(each.values()) for name, each in own.items()}
    tied: dict[Name, list[int]] = {}
    for n, reading in enumerate(readings):
        if reading.holder and reading.place:
            tied.setdefault(reading.spot.name, []).append(n)
    return Setting(votes, own, rest, tuple(readings), tied)


def _votes(reading: Reading) -> list[tuple[str, float]]:
    """Return the countries for which a name speaks: the chosen one's, else those of all its places as far as likely."""
    if reading.place:
        return [(iso, 1.0 / len(reading.place.countries)) for iso in reading.place.countries]
    certain = [record for record in reading.spot.records if record.kind == "country"]
    if certain:
        return [(record.countries[0], 1.0 / len(certain)) for record in certain]
    sharp = {record.id: reading.likely[record.id] ** SHARPER for record in reading.spot.records if record.country}
    whole = sum(sharp.values())
    return [(r.country, UNDECIDED * sharp[r.id] / whole) for r in reading.spot.records if r.country]


def at_home(spot: Spot, setting: Setting, countries: Countries) -> dict[str, float]:
    """Return what the countries that the document is about say for the places of a name, by the id of the place."""
    name, points, told = spot.name, {}, dict[tuple[str, ...], float]()
    namesakes = _namesakes(spot)
    for record in spot.records:
        if record.countries not in told:
            share = max((setting.share(name, iso) for iso in record.countries), default=0.0)
            told[record.countries] = 3.0 * share + 0.5 if share else _next_door(name, record, setting, countries)
        points[record.id] = told[record.countries]
        if record in namesakes:
            share = setting.share(name, record.country)
            if share > SUPPORTED and not _shared(spot, record, setting, countries):
                points[record.id] += HELD
    return points


def _next_door(name: Name, record: PlaceRecord, setting: Setting, countries: Countries) -> float:
    return 0.4 if any(setting.share(name, iso) > NEXT_DOOR for iso in _neighbours(record, countries)) else 0.0


def _namesakes(spot: Spot) -> tuple[PlaceRecord, ...]:
    """Return the large first divisions that bear the name of a country that does not hold them (Georgia)."""
    named = {record.name for record in spot.records if record.kind == "country"}
    if not named:
        return ()
    inside = {record.country for record in spot.records if record.kind == "country"}
    return tuple(
        record
        for record in spot.records
        if record.kind == "admin1"
        and record.population > LARGE
        and record.name in named
        and record.country not in inside
    )


def _shared(spot: Spot, record: PlaceRecord, setting: Setting, countries: Countries) -> bool:
    """Tell whether the country of the same name is spoken of elsewhere in the document, or lies next door."""
    namesakes = [other.country for other in spot.records if other.kind == "country" and other.name == record.name]
    return any(setting.share(spot.name, iso) or iso in _neighbours(record, countries) for iso in namesakes)


def _neighbours(record: PlaceRecord, countries: Countries) -> tuple[str, ...]:
    country = countries.by_iso.get(record.country or "")
    return country.neighbours if country else ()
