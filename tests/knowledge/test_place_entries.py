"""Places of our own are checked as they are read: what is malformed is refused with its file, line and field."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
GOOD = '{id: ridge, name: Ridge, kind: site, country: SY, point: [35.1, 36.7], source: "Survey, sheet 4"}'


@pytest.fixture(scope="module")
def entries() -> Iterator[Any]:
    sys.path.insert(0, str(SCRIPTS))
    yield importlib.import_module("place_entries")
    sys.path.remove(str(SCRIPTS))


@pytest.fixture
def found(entries: Any) -> Any:
    """Return a little gazetteer: Syria, its governorate of Hama, and one town in it."""
    rows = importlib.import_module("place_rows")
    gathered = rows.Gathered(countries=[rows.Row("iso:SY", "Syria", "country", ("SY",))])
    gathered.divisions["SY.10"] = rows.Row("geonames:170015", "Hama", "admin1", ("SY",), names={"Hama"})
    gathered.settlements = [rows.Row("geonames:1", "Kafr Zita", "settlement", ("SY",), (35.4, 36.6), holder1="SY.10")]
    return gathered


def read(entries: Any, found: Any, folder: Path, *lines: str) -> None:
    text = "# places\n" + "".join(f"- {line}\n" for line in lines)
    (folder / "sites.yml").write_text(text, "utf-8")
    entries.add_own(found, folder)


def test_a_place_of_ours_is_added(entries: Any, found: Any, tmp_path: Path) -> None:
    read(entries, found, tmp_path, GOOD.replace("source", "admin1: Hama, names: [The Ridge], source"))
    added = found.own[0]
    assert (added.id, added.point, added.holder1, added.names) == (
        "tocsin:ridge",
        (35.1, 36.7),
        "SY.10",
        {"Ridge", "The Ridge"},
    )


def test_a_place_whose_position_is_not_known_has_no_point(entries: Any, found: Any, tmp_path: Path) -> None:
    read(entries, found, tmp_path, GOOD.replace("[35.1, 36.7]", "null"))
    assert found.own[0].point is None


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (GOOD.replace(', source: "Survey, sheet 4"', ""), "source: it is missing"),
        (GOOD.replace('"Survey, sheet 4"', '""'), "source: it cannot be ''"),
        (GOOD.replace("kind: site", "kind: hill"), "kind: 'hill' is none of settlement"),
        (GOOD.replace("kind: site", "kind: country"), "kind: 'country' is none of settlement"),
        (GOOD.replace("country: SY", "country: XX"), "country: 'XX' is no code of a country"),
        (GOOD.replace("country: SY", "country: NO"), "country: it cannot be False"),
        (GOOD.replace("[35.1, 36.7]", "[95.1, 36.7]"), "point: [95.1, 36.7] is no latitude and longitude"),
        (GOOD.replace("[35.1, 36.7]", "[35.1]"), "point: [35.1] is no latitude and longitude"),
        (GOOD.replace("[35.1, 36.7]", "[35.1, east]"), "point: [35.1, 'east'] is no latitude and longitude"),
        (GOOD.replace("[35.1, 36.7]", "35.1"), "point: it cannot be 35.1"),
        (GOOD.replace("id: ridge", "id: The Ridge"), "id: 'The Ridge' is not of small letters"),
        (GOOD.replace("name: Ridge", "name: 4"), "name: it cannot be 4"),
        (GOOD.replace("source", "admin1: Homs, source"), "admin1: there is no admin1 'Homs' in SY"),
        (GOOD.replace("source", "names: [Ridge, 7], source"), "names: 7 is no text"),
        (GOOD.replace("source", "colour: red, source"), "colour: no such field"),
        ("{place: SY/Homs, names: [Hims]}", "place: there is no place 'SY/Homs'"),
        ("{place: SY/Hama, point: [35, 37]}", "source: it is missing"),
    ],
)
def test_a_malformed_record_is_refused_with_file_line_and_field(
    entries: Any, found: Any, tmp_path: Path, line: str, complaint: str
) -> None:
    other = GOOD.replace("id: ridge", "id: other")
    with pytest.raises(ValueError) as refusal:
        read(entries, found, tmp_path, other, line)
    assert str(refusal.value).startswith(f"sites.yml, line 3: {complaint}")


def test_two_places_of_one_id_are_refused(entries: Any, found: Any, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="line 3: id: tocsin:ridge is there already"):
        read(entries, found, tmp_path, GOOD, GOOD)


@pytest.mark.parametrize("text", ["id: ridge\n", "- ridge\n"])
def test_what_is_no_list_of_records_is_refused(entries: Any, found: Any, tmp_path: Path, text: str) -> None:
    (tmp_path / "sites.yml").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"sites\.yml"):
        entries.add_own(found, tmp_path)


REPORTED = "sy-hayy\tHayy|Al Hayy\tsettlement\tSY\tHama\t\t35.2\t36.7\tUCDP GED, event 1"


def report(entries: Any, found: Any, folder: Path, line: str) -> None:
    head = "\t".join(entries.REPORTED)
    (folder / "reported.tsv").write_text(f"{head}\n{line}\n", "utf-8")
    entries.add_reported(found, folder / "reported.tsv")


def test_a_reported_place_is_added_with_its_spellings(entries: Any, found: Any, tmp_path: Path) -> None:
    report(entries, found, tmp_path, REPORTED)
    assert (found.own[0].id, found.own[0].names) == ("tocsin:sy-hayy", {"Hayy", "Al Hayy"})


def test_a_reported_spelling_goes_to_the_place_that_is_known(entries: Any, found: Any, tmp_path: Path) -> None:
    report(entries, found, tmp_path, REPORTED.replace("sy-hayy", "geonames:1"))
    assert "Al Hayy" in found.settlements[0].names
    assert found.own == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (REPORTED.replace("35.2", "north"), "lat: 'north' is no number"),
        (REPORTED.replace("36.7", "366.7"), "point:"),
        (REPORTED.replace("UCDP GED, event 1", ""), "source: it is missing"),
        (REPORTED.replace("\tSY\t", "\tQQ\t"), "country: 'QQ' is no code of a country"),
        (REPORTED.replace("Hama", "Homs"), "admin1: there is no admin1 'Homs' in SY"),
        (REPORTED.replace("sy-hayy", "geonames:2"), "id: there is no place 'geonames:2'"),
        ("sy-hayy\tHayy", "it has not 9 columns"),
    ],
)
def test_a_malformed_line_is_refused_with_file_line_and_field(
    entries: Any, found: Any, tmp_path: Path, line: str, complaint: str
) -> None:
    with pytest.raises(ValueError) as refusal:
        report(entries, found, tmp_path, line)
    assert str(refusal.value).startswith(f"reported.tsv, line 2: {complaint}")


DISPUTE = """- id: hama
  name: Hama
  parties: [{name: Syria, country: SY, claims: true}, {name: the council in Hama, claims: true, holds: true}]
  status: The council holds the area; Syria claims it.
  places: [SY/Hama]
  source: [A gazette]
"""


def test_a_disputed_area_marks_what_lies_in_it_and_nothing_else(entries: Any, found: Any, tmp_path: Path) -> None:
    (tmp_path / "disputed.yml").write_text(DISPUTE, "utf-8")
    shipped = entries.add_disputes(found, tmp_path / "disputed.yml")
    assert [row.dispute for row in (found.countries[0], found.divisions["SY.10"], found.settlements[0])] == [0, 1, 1]
    assert shipped[0]["parties"][1] == {
        "name": "the council in Hama",
        "country": None,
        "claims": True,
        "holds": True,
    }


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("places: [SY/Hama]", "places: [SY/Homs]", "places: there is no place 'SY/Homs'"),
        ("source: [A gazette]", "source: []", "source: it cannot be []"),
        ("country: SY, claims: true", "country: SY", "parties: claims: a party claims the area, holds it, or both"),
        ("country: SY,", "country: QQ,", "parties: country: 'QQ' is no code of a country"),
    ],
)
def test_a_malformed_dispute_is_refused(
    entries: Any, found: Any, tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    (tmp_path / "disputed.yml").write_text(DISPUTE.replace(old, new), "utf-8")
    with pytest.raises(ValueError) as refusal:
        entries.add_disputes(found, tmp_path / "disputed.yml")
    assert str(refusal.value) == f"disputed.yml, line 1: {complaint}"
