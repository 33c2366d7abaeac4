"""Rivers, lakes, islands, mountains and the like of `features.tsv`.

Names and points are of our own; `source` says against what of Natural Earth (1:10m, public domain) a point was checked.
"""

from pathlib import Path

from place_entries import PLACES, Entry, admit, reported
from place_rows import Gathered, Row

FEATURES = ("id", "feature", "names", "country", "lat", "lon", "source")
LINES = ("river", "canal", "pass", "line")
WATERS = ("lake", "sea", "bay", "gulf", "strait")
AREAS = (
    *("region", "island", "islands", "mountain", "range", "valley", "gorge", "desert", "forest", "peninsula", "cape"),
    *("plateau", "plain", "delta"),
)
KINDS = dict.fromkeys(LINES, "linear") | dict.fromkeys(WATERS, "sea") | dict.fromkeys(AREAS, "region")


def add_features(found: Gathered, path: Path = PLACES / "features.tsv") -> None:
    """Add the features of a table; what is known as a river, say, is of the kind of lines."""
    head, *lines = path.read_text("utf-8").splitlines()
    if tuple(head.split("\t")) != FEATURES:
        raise ValueError(f"{path.name}, line 1: its columns are not {', '.join(FEATURES)}")
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        where = f"{path.name}, line {number}"
        if len(cells) != len(FEATURES):
            raise ValueError(f"{where}: it has not {len(FEATURES)} columns")
        entry = Entry(where, dict(zip(FEATURES, cells, strict=True)))
        admit(found, entry, feature(entry))


def feature(entry: Entry) -> Row:
    """Return the row of one feature."""
    values = entry.values
    for key in ("id", "names", "lat", "lon", "source"):
        if not values[key]:
            raise entry.refuse(key, "it is missing")
    if values["feature"] not in KINDS:
        raise entry.refuse("feature", f"{values['feature']!r} is none of {', '.join(KINDS)}")
    told = {"id": values["id"], "name": values["names"], "kind": KINDS[values["feature"]], "country": ""}
    row = reported(Entry(entry.where, told | {"lat": values["lat"], "lon": values["lon"]}))
    row.countries = tuple(code for code in values["country"].split(",") if code)
    return row
