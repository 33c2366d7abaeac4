"""Places while the gazetteer is gathered: rows with their names, and the divisions by which others are held."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from tocsin.knowledge.fold import fold

TYPE = (
    "State|Province|Governorate|Department|Prefecture|County|District|Parish|Division|Voblast|Oblast|Municipality|"
    "Canton|Voivodeship|Administrative Region"
)
OF_TYPE = re.compile(rf"^(?:(?:{TYPE}) of (?:the )?)?(.*?)(?: (?:{TYPE}))?$")
# Words of other languages for a second-level division as large as a district, before and after its name.
BEFORE = (
    "Amphoe|Arrondissement|Caza|Cercle|Commune|Daïra|Degmada|Departamento|Département|Departement|Distrito|Kabupaten|Kota|"
    "Liwā’|Mudīrīyat|Municipio|Provincia|Province|Qad[aā]|Qaḑā’|Shahrestān-e|Srŏk"
)
AFTER = "Cercle|Locality|Raion|Subregion|Sub-Prefecture|Tumani|Zone|İlçesi"
LINK = r"(?:de la |de los |de l[’'] ?|du |des |del |de |da |do |di |d[’'] ?)?"
SHORTEST = 4  # letters: "Hot" and "Pop" are districts too, and would be found everywhere
LOCAL_TYPE = re.compile(rf"(?:{BEFORE}) {LINK}(.{{{SHORTEST},}})|(.{{{SHORTEST},}}) (?:{AFTER})")


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
    dispute: int = 0


@dataclass
class Gathered:
    """All rows, countries first, divisions by their GeoNames code."""

    countries: list[Row] = field(default_factory=list)
    divisions: dict[str, Row] = field(default_factory=dict)
    settlements: list[Row] = field(default_factory=list)
    own: list[Row] = field(default_factory=list)
    villages: list[Row] = field(default_factory=list)

    def rows(self) -> list[Row]:
        """Return every row in the order of the file."""
        divisions = [row for _, row in sorted(self.divisions.items())]
        towns = sorted(self.settlements, key=lambda row: int(row.id[9:]))
        return [*self.countries, *divisions, *self.own, *towns, *self.villages]

    @cached_property
    def below(self) -> dict[str, list[tuple[str, Row]]]:
        """Return the divisions of each country and of each first-level division; asked for once all are there."""
        found: dict[str, list[tuple[str, Row]]] = defaultdict(list)
        for code, row in sorted(self.divisions.items()):
            found[code.rpartition(".")[0]].append((code, row))
        return found

    def code(self, holder: str, name: str) -> str:
        """Return the code of the division of that name in a country or in a first-level division; empty for none."""
        wanted = fold(name)
        return next((code for code, row in self.below.get(holder, ()) if wanted in map(fold, row.names)), "")

    def find(self, place: str) -> Row | None:
        """Return the row of an id; a division may be named as `CC/Name` too."""
        country, cut, name = place.partition("/")
        if cut:
            return self.divisions.get(self.code(country, name))
        everywhere = (self.countries, self.divisions.values(), self.own, self.settlements)
        return next((row for rows in everywhere for row in rows if row.id == place), None)


def division(code: str, number: str, name: str, names: set[str], kind: str) -> Row:
    """Return one division under its name without its type, in English or, at the second level, in its own language."""
    holder = code.rpartition(".")[0] if kind == "admin2" else ""
    match = OF_TYPE.match(name)
    short = match[1] if match and len(match[1]) > 1 else name
    local = LOCAL_TYPE.fullmatch(short) if kind == "admin2" else None
    short = (local[1] or local[2]) if local else short
    return Row(f"geonames:{number}", short, kind, (code[:2],), holder1=holder, names={name, short, *names})
