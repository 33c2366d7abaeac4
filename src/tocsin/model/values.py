"""What a slot of a record can hold: actors, places, dates, counts and the people and things hit."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tocsin.model.text import Span

ActorKind = Literal[
    "armed_group", "state_force", "government", "media_outlet", "organisation", "person", "crowd", "unknown"
]
Qualifier = Literal["exact", "at_least", "more_than", "up_to", "about", "range", "vague"]
DatePrecision = Literal["day", "week", "month", "year", "unknown"]
PlacePrecision = Literal["exact", "settlement", "near", "admin2", "admin1", "region", "linear", "sea", "country"]
TargetType = Literal[
    "business",
    "government",
    "police",
    "military",
    "abortion_related",
    "airports_and_aircraft",
    "diplomatic",
    "educational_institution",
    "food_or_water_supply",
    "journalists_and_media",
    "maritime",
    "ngo",
    "other",
    "private_citizens_and_property",
    "religious_figures_and_institutions",
    "telecommunication",
    "terrorists_and_non_state_militia",
    "tourists",
    "transportation",
    "unknown",
    "utilities",
    "violent_political_party",
]
WeaponType = Literal[
    "biological",
    "chemical",
    "radiological",
    "nuclear",
    "firearms",
    "explosives",
    "fake_weapons",
    "incendiary",
    "melee",
    "vehicle",
    "sabotage_equipment",
    "other",
    "unknown",
]
Effect = Literal["killed", "wounded", "abducted", "damaged", "destroyed", "none"]
SubjectRole = Literal["arrested", "tried", "designated", "killed", "released"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or is spoken of; `actor_id` is null where the authority has none or the name is ambiguous.

    `doubt` is a sentence: why it stays open among its candidates, or what speaks against it.
    """

    text: str
    actor_id: str | None
    name: str
    kind: ActorKind
    span: Span
    candidates: tuple[str, ...] = ()
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One addend of a count."""

    low: int | None
    high: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or acts as an interval; a null bound is one that the text leaves open."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    text: str
    span: Span
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A date as an interval of days, `end` inclusive; both null where nothing settles it."""

    start: date | None
    end: date | None
    precision: DatePrecision
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the precision that the text supports; coordinates are degrees, WGS 84.

    `disputed` is a sentence on who claims and who holds the area, without taking a side; null where nobody disputes it.
    """

    name: str
    place_id: str | None
    country: str | None
    countries: tuple[str, ...]
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    text: str
    span: Span
    disputed: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody or something hit, or named in a threat, by role and nationality; never a private person's name."""

    text: str
    type: TargetType
    country: str | None
    role: Literal["hit", "named"]
    count: Count | None
    effect: Effect | None
    span: Span


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody arrested, tried, designated, killed or released, by role and organisation."""

    role: SubjectRole
    text: str
    organisation: Actor | None
    position: str | None
    count: Count | None
    span: Span


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon with its GTD type."""

    text: str
    type: WeaponType
    span: Span
