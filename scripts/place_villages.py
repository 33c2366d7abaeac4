"""Villages and small divisions of `villages.tsv`, of which there are too many for an id each in words.

The id of one is `tocsin:` and a number made of its name and of what holds it, so that it stays when others are added.
"""

import re
from collections import defaultdict
from pathlib import Path
from statistics import median
from zlib import crc32

from place_entries import PLACES, Entry, function_words
from place_rows import Gathered, Row
from tocsin.knowledge.fold import fold
from tocsin.knowledge.place_columns import NUMBERED

VILLAGES = ("held", "kind", "name", "lat", "lon", "population", "source")
KINDS = ("settlement", "admin2")
SHORT = {"Saint ": "St. ", "Mount ": "Mt. ", "Fort ": "Ft. "}
LONG = re.compile("Saint |Mount |Fort ")


def add_villages(found: Gathered, path: Path = PLACES / "villages.tsv") -> None:
    """Add the villages of a table but for those called as a country is somewhere, or as a small word is."""
    other = function_words() | {fold(name) for country in found.countries for name in country.names}
    head, *lines = path.read_text("utf-8").splitlines()
    if tuple(head.split("\t")) != VILLAGES:
        raise ValueError(f"{path.name}, line 1: its columns are not {', '.join(VILLAGES)}")
    taken: set[int] = set()
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        where = f"{path.name}, line {number}"
        if len(cells) != len(VILLAGES):
            raise ValueError(f"{where}: it has not {len(VILLAGES)} columns")
        row = village(found, Entry(where, dict(zip(VILLAGES, cells, strict=True))), taken)
        if fold(row.name) not in other:
            found.villages.append(row)


def village(found: Gathered, entry: Entry, taken: set[int]) -> Row:
    """Return the row of one village."""
    values = entry.values
    for key in ("held", "kind", "name", "lat", "lon", "source"):
        if not values[key]:
            raise entry.refuse(key, "it is missing")
    held, name = values["held"], values["name"]
    if held not in found.divisions:
        raise entry.refuse("held", f"there is no division {held!r}")
    if values["kind"] not in KINDS:
        raise entry.refuse("kind", f"{values['kind']!r} is none of {', '.join(KINDS)}")
    number = crc32(f"{held}/{values['kind']}/{fold(name)}".encode()) % NUMBERED
    while number in taken:
        number += 1
    taken.add(number)
    row = Row(f"tocsin:{number}", name, values["kind"], (held[:2],), (float(values["lat"]), float(values["lon"])))
    row.holder1 = ".".join(held.split(".")[:2])
    row.holder2 = held if held != row.holder1 else ""
    row.population = int(values["population"] or 0)
    row.names = {name}
    if begins := LONG.match(name):
        row.names.add(SHORT[begins.group()] + name[begins.end() :])
    return row


def seat_divisions(found: Gathered) -> None:
    """Give a second-level division without a point the middle of the villages in it, or else the town of its name."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for row in found.villages:
        inside[row.holder2].append(row)
    seats: dict[tuple[str, str], Row] = {}
    for town in sorted(found.settlements, key=lambda row: row.population):
        for name in town.names:
            seats[town.holder1, fold(name)] = town
    for code, row in found.divisions.items():
        if row.point or row.kind != "admin2":
            continue
        points = [village.point for village in inside.get(code, ()) if village.point]
        first = code.rpartition(".")[0]
        seat = next(
            (seats[first, name] for name in map(fold, (row.name, *sorted(row.names))) if (first, name) in seats), None
        )
        if points:
            row.point = (round(median(lat for lat, _ in points), 4), round(median(lon for _, lon in points), 4))
        elif seat:
            row.point = seat.point


def shorten_counties(found: Gathered) -> None:
    """Let a county be written short as well ("Co Galway")."""
    for row in found.divisions.values():
        if row.name.startswith("County "):
            row.names.add(f"Co {row.name.removeprefix('County ')}")
