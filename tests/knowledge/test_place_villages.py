"""Villages and features of tables are added under lasting ids, and what is malformed is refused with its line."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tocsin.knowledge.places import load_places

SCRIPTS = Path(__file__).parents[2] / "scripts"
VILLAGE = "SY.10\tsettlement\tTell Hawa\t35.2\t36.7\t\tpostal 1"
FEATURE = "orontes\triver\tOrontes River|Orontes\tSY\t35.2\t36.5\tNatural Earth, course of the river"


@pytest.fixture(scope="module")
def scripts() -> Iterator[tuple[Any, Any, Any]]:
    sys.path.insert(0, str(SCRIPTS))
    rows, villages, features = map(importlib.import_module, ("place_rows", "place_villages", "place_features"))
    yield rows, villages, features
    sys.path.remove(str(SCRIPTS))


@pytest.fixture
def found(scripts: tuple[Any, Any, Any]) -> Any:
    """Return a little gazetteer: Syria, its governorate of Hama, and two districts without a point."""
    rows = scripts[0]
    gathered = rows.Gathered(countries=[rows.Row("iso:SY", "Syria", "country", ("SY",))])
    gathered.divisions["SY.10"] = rows.Row("geonames:170015", "Hama", "admin1", ("SY",), names={"Hama"})
    gathered.divisions["SY.10.1"] = rows.Row("geonames:2", "Salamiyah", "admin2", ("SY",), names={"Salamiyah"})
    gathered.divisions["SY.10.2"] = rows.Row("geonames:3", "Masyaf", "admin2", ("SY",), names={"Masyaf"})
    town = rows.Row("geonames:1", "Masyaf", "settlement", ("SY",), (35.06, 36.34), holder1="SY.10", names={"Masyaf"})
    gathered.settlements = [town]
    return gathered


def table(folder: Path, head: tuple[str, ...], *lines: str) -> Path:
    path = folder / "table.tsv"
    path.write_text("\n".join(["\t".join(head), *lines]) + "\n", "utf-8")
    return path


def test_a_village_keeps_its_number_when_others_are_added(scripts: Any, found: Any, tmp_path: Path) -> None:
    villages = scripts[1]
    villages.add_villages(found, table(tmp_path, villages.VILLAGES, VILLAGE))
    alone = found.villages.pop()
    other = VILLAGE.replace("Tell Hawa", "Aqarib")
    villages.add_villages(found, table(tmp_path, villages.VILLAGES, other, VILLAGE))
    assert (alone.id, alone.holder1, alone.holder2, alone.point) == (found.villages[1].id, "SY.10", "", (35.2, 36.7))
    assert alone.id.removeprefix("tocsin:").isdigit()


def test_a_division_without_a_point_has_the_middle_of_its_villages_or_the_town_of_its_name(
    scripts: Any, found: Any, tmp_path: Path
) -> None:
    villages = scripts[1]
    inside = [
        VILLAGE.replace("SY.10", "SY.10.1"),
        VILLAGE.replace("SY.10", "SY.10.1").replace("Tell Hawa\t35.2", "Akash\t35.4"),
    ]
    villages.add_villages(found, table(tmp_path, villages.VILLAGES, *inside))
    villages.seat_divisions(found)
    assert found.divisions["SY.10.1"].point == (35.3, 36.7)
    assert found.divisions["SY.10.2"].point == (35.06, 36.34)


@pytest.mark.parametrize("name", ["Syria", "pour"])
def test_no_village_is_called_as_a_country_or_a_small_word(scripts: Any, found: Any, tmp_path: Path, name: str) -> None:
    villages = scripts[1]
    found.countries[0].names = {"Syria"}
    villages.add_villages(found, table(tmp_path, villages.VILLAGES, VILLAGE.replace("Tell Hawa", name)))
    assert found.villages == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (VILLAGE.replace("SY.10", "SY.99"), "table.tsv, line 2: held: there is no division 'SY.99'"),
        (VILLAGE.replace("settlement", "river"), "kind: 'river' is none of settlement"),
        (VILLAGE.replace("postal 1", ""), "source: it is missing"),
        (VILLAGE + "\tmore", "line 2: it has not 7 columns"),
    ],
)
def test_a_malformed_village_is_refused(scripts: Any, found: Any, tmp_path: Path, line: str, complaint: str) -> None:
    villages = scripts[1]
    with pytest.raises(ValueError, match=complaint):
        villages.add_villages(found, table(tmp_path, villages.VILLAGES, line))


def test_a_river_is_a_line(scripts: Any, found: Any, tmp_path: Path) -> None:
    features = scripts[2]
    features.add_features(found, table(tmp_path, features.FEATURES, FEATURE))
    (row,) = found.own
    assert (row.id, row.kind, row.countries, row.point) == ("tocsin:orontes", "linear", ("SY",), (35.2, 36.5))
    assert row.names == {"Orontes River", "Orontes"}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (FEATURE.replace("river\t", "ditch\t"), "feature: 'ditch' is none of river"),
        (FEATURE.replace("\tSY\t", "\tXX\t"), "country: 'XX' is no code of a country"),
        (FEATURE.replace("35.2", "135.2"), "point: "),
        (FEATURE.replace("orontes\t", "1024\t"), "id: '1024' is a number"),
    ],
)
def test_a_malformed_feature_is_refused(scripts: Any, found: Any, tmp_path: Path, line: str, complaint: str) -> None:
    features = scripts[2]
    with pytest.raises(ValueError, match=complaint):
        features.add_features(found, table(tmp_path, features.FEATURES, line))


def test_a_shipped_village_is_found_by_its_id() -> None:
    gazetteer = load_places()
    (village,) = gazetteer.lookup("Burnt Prairie")
    assert village.id.removeprefix("tocsin:").isdigit()
    assert gazetteer.place(village.id) == village
    assert gazetteer.place("geonames:1073741900") is None


def test_a_county_is_written_short_too(scripts: Any, found: Any) -> None:
    county = found.divisions["SY.10.1"]
    county.name, county.names = "County Salam", {"County Salam"}
    scripts[1].shorten_counties(found)
    assert county.names == {"County Salam", "Co Salam"}


SPELLED = [
    ("Co Tyrone", "region", "GB"),
    ("Co Galway", "admin2", "IE"),
    ("Lurgan", "settlement", "GB"),
    ("Sulaimani", "settlement", "IQ"),
    ("Miqdadiya", "settlement", "IQ"),
]


@pytest.mark.parametrize(("name", "kind", "country"), SPELLED)
def test_divisions_and_towns_are_found_as_the_press_writes_them(name: str, kind: str, country: str) -> None:
    assert (kind, country) in {(record.kind, record.country) for record in load_places().lookup(name)}
