"""Places of our own: read from `resources/places`, checked, and added to what was gathered.

What is malformed is refused with a `ValueError` that names file, line and field. Whatever gives facts of its own has to
say where they are from.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from place_rows import Gathered, Row
from tocsin.knowledge.fold import fold
from tocsin.knowledge.place_columns import KINDS

PLACES = Path(__file__).parent.parent / "resources" / "places"
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
OWN = {
    "id": str,
    "name": str,
    "kind": str,
    "country": (str, list),
    "point": (list, type(None)),
    "source": str,
    "names": list,
    "admin1": str,
    "admin2": str,
    "population": int,
}
CHANGED = {"place": str, "name": str, "names": list, "not": list, "point": list, "source": str}
DISPUTED = {"id": str, "name": str, "parties": list, "status": str, "places": list, "source": list}
PARTY = {"name": str, "country": str, "claims": bool, "holds": bool}
NEEDED = ("id", "name", "kind", "country", "point", "source")
REPORTED = ("id", "name", "kind", "country", "admin1", "admin2", "lat", "lon", "source")


@dataclass(frozen=True)
class Entry:
    """One record of a file; `where` is its file and line."""

    where: str
    values: dict[str, Any]

    def refuse(self, key: str, reason: str) -> ValueError:
        """Return the error that names this record and one of its fields."""
        return ValueError(f"{self.where}: {key}: {reason}")

    def check(self, shape: dict[str, Any], needed: tuple[str, ...]) -> None:
        """Refuse the record where a key is unknown or missing, or its value is of another type or empty."""
        for key, value in self.values.items():
            if key not in shape:
                raise self.refuse(key, "no such field")
            if not isinstance(value, shape[key]) or value in ("", []):
                if key == "country" and value == []:  # no country's: a sea, a continent
                    continue
                raise self.refuse(key, f"it cannot be {value!r}")
            if isinstance(value, list) and key in {"names", "not", "source", "places"}:
                self.check_texts(key, value)
        for key in needed:
            if key not in self.values:
                raise self.refuse(key, "it is missing")

    def check_texts(self, key: str, values: list[Any]) -> None:
        """Refuse the record where one of several texts is none or empty."""
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.refuse(key, f"{value!r} is no text")

    def point(self) -> tuple[float, float] | None:
        """Return the checked point of the record."""
        value = self.values.get("point")
        if value is None:
            return None
        numbers = [part for part in value if isinstance(part, int | float) and not isinstance(part, bool)]
        if len(value) != 2 or len(numbers) != 2 or abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
            raise self.refuse("point", f"{value!r} is no latitude and longitude")
        return (float(numbers[0]), float(numbers[1]))


def entries(path: Path) -> Iterator[Entry]:
    """Yield the records of a YAML list with the lines where they begin."""
    loader = yaml.SafeLoader(path.read_text("utf-8"))
    node = loader.get_single_node()
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError(f"{path.name}: it is no list")  # noqa: TRY004 - the file is malformed, not an argument
    for item in node.value:
        where = f"{path.name}, line {item.start_mark.line + 1}"
        values = loader.construct_object(item, deep=True)
        if not isinstance(values, dict):
            raise ValueError(f"{where}: it is no record")  # noqa: TRY004
        yield Entry(where, values)


def add_own(found: Gathered, folder: Path = PLACES) -> None:
    """Add the places of our own, and the names and points of ours to places that are known."""
    for path in sorted(folder.glob("*.yml")):
        for entry in entries(path) if path.name != "disputed.yml" else ():
            if "place" in entry.values:
                change(found, entry)
            else:
                add(found, entry)


def change(found: Gathered, entry: Entry) -> None:
    """Give a place that is known other names or another point."""
    entry.check(CHANGED, ("place", "source") if "point" in entry.values else ("place",))
    values = entry.values
    row = found.find(values["place"])
    if row is None:
        raise entry.refuse("place", f"there is no place {values['place']!r}")
    other = set(map(fold, values.get("not", ())))
    names = {*values.get("names", ()), *([values["name"]] if "name" in values else [])}
    row.names = {name for name in row.names | names if fold(name) not in other}
    row.name = values.get("name", row.name)
    row.point = entry.point() or row.point


def add(found: Gathered, entry: Entry) -> None:
    """Add a place that no other source has."""
    entry.check(OWN, NEEDED)
    values = entry.values
    within = tuple(values["country"]) if isinstance(values["country"], list) else (values["country"],)
    row = Row(f"tocsin:{values['id']}", values["name"], values["kind"], within, entry.point())
    row.names = {values["name"], *values.get("names", ())}
    row.population = values.get("population", 0)
    admit(found, entry, row)


def admit(found: Gathered, entry: Entry, row: Row) -> None:
    """Add a row once its id, kind, countries and divisions are found to be good."""
    if not ID.fullmatch(entry.values["id"]):
        raise entry.refuse("id", f"{entry.values['id']!r} is not of small letters, digits and hyphens")
    if entry.values["id"].isdigit():
        raise entry.refuse("id", f"{entry.values['id']!r} is a number, as villages have")
    if any(other.id == row.id for other in found.own if not other.former):
        raise entry.refuse("id", f"{row.id} is there already")
    if row.kind not in KINDS or row.kind == "country":
        raise entry.refuse("kind", f"{row.kind!r} is none of {', '.join(KINDS)}")
    known = {country.countries[0] for country in found.countries}
    for code in row.countries:
        if code not in known:
            raise entry.refuse("country", f"{code!r} is no code of a country")
    row.holder1 = held(found, entry, "admin1", row.countries, "")
    row.holder2 = held(found, entry, "admin2", row.countries, row.holder1)
    found.own.append(row)


def held(found: Gathered, entry: Entry, key: str, within: tuple[str, ...], holder: str) -> str:
    """Return the code of the division that a record names as what holds it; empty where it names none."""
    name = entry.values.get(key)
    if not name or (key == "admin2" and not holder):
        return ""
    code = found.code(holder or within[0], name)
    if not code:
        raise entry.refuse(key, f"there is no {key} {name!r} in {holder or within[0]}")
    return code


def add_reported(found: Gathered, path: Path = PLACES / "reported.tsv") -> None:
    """Add the places of reported events (`extract_reported.py`) that no place of ours describes."""
    ours = {(fold(name), row.countries[0]) for row in found.own for name in row.names if row.countries}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != REPORTED:
            raise ValueError(f"{path.name}, line 1: its columns are not {', '.join(REPORTED)}")
        for number, cells in enumerate(rows, 2):
            where = f"{path.name}, line {number}"
            if len(cells) != len(REPORTED):
                raise ValueError(f"{where}: it has not {len(REPORTED)} columns")
            entry = Entry(where, dict(zip(REPORTED, cells, strict=True)))
            for key in ("id", "name", "kind", "country", "lat", "lon", "source"):
                if not entry.values[key]:
                    raise entry.refuse(key, "it is missing")
            row = reported(entry)
            if entry.values["id"].startswith("geonames:"):
                spell(found, entry, row)
            elif not any((fold(name), row.countries[0]) in ours for name in row.names):
                admit(found, entry, row)


def spell(found: Gathered, entry: Entry, row: Row) -> None:
    """Give a place that GeoNames has the spellings of reports."""
    known = next((town for town in found.settlements if town.id == entry.values["id"]), None)
    if known is None:
        raise entry.refuse("id", f"there is no place {entry.values['id']!r}")
    known.names |= row.names


def reported(entry: Entry) -> Row:
    """Return the row of one place of reported events."""
    values = entry.values
    point = []
    for key in ("lat", "lon"):
        try:
            point.append(float(values[key]))
        except ValueError:
            raise entry.refuse(key, f"{values[key]!r} is no number") from None
    spot = Entry(entry.where, {"point": point}).point()
    names = values["name"].split("|")
    return Row(f"tocsin:{values['id']}", names[0], values["kind"], (values["country"],), spot, names=set(names))


def add_disputes(found: Gathered, path: Path = PLACES / "disputed.yml") -> list[dict[str, Any]]:
    """Mark every row that is or lies in a disputed area, and return the disputes as they are shipped."""
    known = {country.countries[0] for country in found.countries}
    shipped: list[dict[str, Any]] = []
    for entry in entries(path):
        entry.check(DISPUTED, tuple(DISPUTED))
        values = entry.values
        parties = [party(entry, value, known) for value in values["parties"]]
        shipped.append({key: values[key] for key in ("id", "name", "status")})
        shipped[-1] |= {"parties": parties, "sources": values["source"]}
        for place in values["places"]:
            row = found.find(place)
            if row is None:
                raise entry.refuse("places", f"there is no place {place!r}")
            mark(found, row, len(shipped))
    return shipped


def party(entry: Entry, value: Any, known: set[str]) -> dict[str, Any]:
    """Return one party to a dispute as it is shipped."""
    if not isinstance(value, dict):
        raise entry.refuse("parties", f"{value!r} is no record")
    one = Entry(f"{entry.where}: parties", value)
    one.check(PARTY, ("name",))
    if value.get("country", "") and value["country"] not in known:
        raise one.refuse("country", f"{value['country']!r} is no code of a country")
    if not (value.get("claims") or value.get("holds")):
        raise one.refuse("claims", "a party claims the area, holds it, or both")
    return {key: value.get(key, default) for key, default in zip(PARTY, ("", None, False, False), strict=True)}


def mark(found: Gathered, area: Row, number: int) -> None:
    """Mark an area and everything in it as disputed, but for what an earlier dispute, told first, has marked."""
    codes = {code for code, row in found.divisions.items() if row is area}
    inside = [area]
    for row in (*found.divisions.values(), *found.own, *found.settlements, *found.villages):
        if area.kind == "country":
            held_by = row.countries == area.countries
        else:
            held_by = bool(codes & {row.holder1, row.holder2})
        inside += [row] if held_by else []
    for row in inside:
        row.dispute = row.dispute or number


def function_words() -> frozenset[str]:
    """Return the small words of languages, folded."""
    listed = yaml.safe_load((PLACES.parent / "function_words.yml").read_text("utf-8"))
    return frozenset(fold(word) for language in listed.values() for word in str(language).split())
