"""Where nothing speaks for the likeliest place of a name, or the text puts the name elsewhere, it is left open."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import PlaceRecord
from tocsin.resolve.places.company import Name
from tocsin.resolve.places.links import CLOSE_KM, apposed, borne_by_country, holds, kilometres, listed
from tocsin.resolve.places.priors import WELL_KNOWN
from tocsin.resolve.places.setting import LARGE, Reading, Setting
from tocsin.resolve.places.spots import Script

IN_COMPANY = 0.9  # points from which the places around speak for a place by themselves
MARGIN = 0.3
UNSUPPORTED = 0.15
AT_HOME = 0.5
FAR_OFF = 0.05  # points of company below which nothing else lies within some 400 km
AMERICAN = frozenset(("US", "CA"))
SMALL = 20_000  # people below which a town is hardly known beyond its state
VILLAGE = 5000  # the same where no other place bears the name
PART = re.compile(r" (?:area|section|district|neighbou?rhood|suburb|quarter|part) (?:of|in) ")
TOWN_KM = 60.0
RANK = {"country": 3, "admin1": 2, "admin2": 1}


class Scored(NamedTuple):
    """A place of a name with its points; `holder` is what the text names as holding it, `near` is its company, `home`
    what the countries that the document is about say for it.
    """

    points: float
    record: PlaceRecord
    holder: PlaceRecord | None
    near: float
    home: float

    @property
    def unbacked(self) -> bool:
        """Tell whether nothing speaks for a village that only a list of villages or post offices has."""
        hamlet = self.record.kind == "settlement" and self.record.is_numbered
        return hamlet and self.home <= 0.0 and self.near < IN_COMPANY


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is the same in all rounds: the readings' text, what may hold each name, and each one's prior points."""

    written: Script
    countries: Countries
    held: Mapping[int, tuple[int, ...]]
    before: tuple[Mapping[str, float], ...]


def is_open(at: int, scored: Sequence[Scored], setting: Setting, weighing: Weighing) -> bool:
    """Tell whether the best place of a name is too doubtful to be taken."""
    best, reading, written = scored[0], setting.around[at], weighing.written
    if best.holder:
        return False
    if best.unbacked:
        return True
    if (
        at + 1 < len(setting.around)
        and stands_apposed(at, at + 1, setting, written)
        and _is_large(setting.around[at + 1])
    ):
        return _elsewhere(at, best, setting, written)
    if _is_township(at, best, setting, written) and best.near < IN_COMPANY:
        return True
    if _astray(best, reading, setting) or _typed_elsewhere(at, best, setting, weighing):
        return True
    if at + 1 < len(setting.around) and _apart(best, reading, setting.around[at + 1], written):
        return True
    key = fold(reading.spot.span.of(written.text))
    return _doubtful(reading.spot.name, key, scored, setting) or _is_mere_alias(reading, best.record, key)


def stands_apposed(inner: int, outer: int, setting: Setting, written: Script) -> bool:
    """Tell whether a name is given as the holder of the one before it, between commas, and no list goes on."""
    one, two = setting.around[inner].spot, setting.around[outer].spot
    if outer != inner + 1 or not apposed(one, two, written) or (borne_by_country(one) and borne_by_country(two)):
        return False
    after = setting.around[outer + 1].spot if outer + 1 < len(setting.around) else None
    if after is None or not listed(two, after, written):
        return True
    return any(holds(larger, record) for larger in after.records for record in two.records)


def _elsewhere(at: int, best: Scored, setting: Setting, written: Script) -> bool:
    """Tell whether a place lies outside the division or country that the text gives it: "Stroud, Ontario"."""
    reading, outer = setting.around[at], setting.around[at + 1]
    if best.record.kind in {"country", "admin1"} or not outer.place or RANK.get(outer.place.kind, 0) < RANK["admin1"]:
        return False
    if at and listed(setting.around[at - 1].spot, reading.spot, written):
        return False
    if not set(outer.place.countries) & set(best.record.countries):
        return True
    return outer.place.kind == "admin1" and kilometres(outer.place, best.record) > CLOSE_KM


def _is_large(outer: Reading) -> bool:
    """Tell whether what stands behind a name is a division or a country that may hold it."""
    return outer.place is not None and RANK.get(outer.place.kind, 0) >= RANK["admin1"]


def _is_township(at: int, best: Scored, setting: Setting, written: Script) -> bool:
    """Tell whether a name is an American township's, alone or in a list; towns elsewhere bear the same names."""
    if best.record.country not in AMERICAN:
        return False
    while at + 1 < len(setting.around) and listed(setting.around[at].spot, setting.around[at + 1].spot, written):
        at += 1
    return written.after(setting.around[at].spot.last) in {"township", "townships"}


def _astray(best: Scored, reading: Reading, setting: Setting) -> bool:
    """Tell whether a small town lies far from all that the document speaks of, in a division of its own."""
    record = best.record
    small = record.population < (SMALL if len(reading.spot.records) > 1 else VILLAGE)
    if record.kind != "settlement" or not small or best.near > FAR_OFF:
        return False
    others = [other.place for other in setting.around if other.place and other.spot.name != reading.spot.name]
    divisions = {(place.country, place.name) for place in others if place.kind == "admin1"}
    within = divisions | {(place.country, place.admin1) for place in others}
    at_home = any(country == record.country for country, _ in divisions)
    return at_home and (record.country, record.admin1) not in within


def _typed_elsewhere(at: int, best: Scored, setting: Setting, weighing: Weighing) -> bool:
    """Tell whether the text puts a division in a first division of another country ("Kani Township, Sagaing")."""
    if at + 1 not in weighing.held.get(at, ()) or best.record.kind not in {"settlement", "admin2"}:
        return False
    outer = setting.around[at + 1].place
    typed = not apposed(setting.around[at].spot, setting.around[at + 1].spot, weighing.written)
    return typed and outer is not None and outer.kind == "admin1" and outer.country != best.record.country


def _apart(best: Scored, reading: Reading, outer: Reading, written: Script) -> bool:
    """Tell whether a place lies far from the one of which the text calls it a part ("the Roebuck area of X")."""
    between = written.text[reading.spot.span.end : outer.spot.span.start]
    part = PART.fullmatch(between) is not None and outer.place is not None and outer.place.kind == "settlement"
    return part and outer.place is not None and kilometres(best.record, outer.place) > TOWN_KM


def _is_mere_alias(reading: Reading, best: PlaceRecord, key: str) -> bool:
    """Tell whether the words ask for a division ("X district"), and only some town that is also called so is known."""
    asked = bool(reading.wanted) and best.kind not in reading.wanted
    return asked and best.kind == "settlement" and fold(best.name) != key


def _doubtful(name: Name, key: str, scored: Sequence[Scored], setting: Setting) -> bool:
    """Tell whether nothing but its size speaks for the best place, and another far away is as likely."""
    best = scored[0].record
    share = setting.share(name, best.country)
    if best.kind not in {"settlement", "admin1", "admin2"} or share > UNSUPPORTED or best.population >= LARGE:
        return False
    if scored[0].near > IN_COMPANY:
        return False
    foreign = not share and setting.home(name) > AT_HOME
    if foreign and (best.kind != "settlement" or best.population < WELL_KNOWN or fold(best.name) != key):
        return True
    second = next((row for row in scored[1:] if kilometres(row.record, best) > CLOSE_KM), None)
    return second is not None and scored[0].points - second.points < MARGIN
