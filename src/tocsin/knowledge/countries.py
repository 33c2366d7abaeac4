"""Countries and territories of ISO 3166-1, with the names, capitals and words for their people that news uses."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tocsin.errors import KnowledgeError
from tocsin.knowledge.fold import fold


@dataclass(frozen=True, slots=True)
class Country:
    """One country; `point` is a rounded representative point (degrees north and east), `people` are its demonyms."""

    iso: str
    name: str
    names: tuple[str, ...]
    capital: str | None
    point: tuple[float, float]
    people: tuple[str, ...]
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Countries:
    """All countries by code, and the names and demonyms that lead to them; `openings` are demonyms' first words."""

    by_iso: dict[str, Country]
    by_name: dict[str, tuple[str, ...]]
    by_people: dict[str, str]
    openings: frozenset[str]

    def country_of(self, name: str) -> str | None:
        """Return the code of the country of that name; null where none or more than one bears it ("Congo")."""
        found = self.named(name)
        return found[0] if len(found) == 1 else None

    def code_of(self, words: str) -> str | None:
        """Return the code of the country that somebody means by a code or name; null where none or more than one."""
        code = words.strip().upper()
        return code if code in self.by_iso else self.country_of(words.strip())

    def named(self, name: str) -> tuple[str, ...]:
        """Return the codes of every country of that name, spelling folded."""
        return self.by_name.get(fold(name).removeprefix("the "), ())

    def nationality(self, text: str) -> str | None:
        """Return the country whose people or manner a demonym names, case kept ("Turkey" and "polish" are none)."""
        return self.by_people.get(text) or self.by_people.get(text.title() if text.isupper() else text)

    def opens_nationality(self, word: str) -> bool:
        """Tell whether a demonym may begin with a word."""
        return word in self.openings or (word.isupper() and word.title() in self.openings)

    def demonyms(self) -> dict[str, str]:
        """Return every demonym with its country."""
        return self.by_people

    def capital(self, iso: str) -> str | None:
        """Return the seat of government of a country."""
        country = self.by_iso.get(iso)
        return country.capital if country else None


def gather(countries: tuple[Country, ...]) -> Countries:
    """Return the index over countries."""
    by_name: dict[str, tuple[str, ...]] = {}
    for country in countries:
        for key in sorted({fold(name).removeprefix("the ") for name in country.names}):
            by_name[key] = (*by_name.get(key, ()), country.iso)
    peoples = {people: country.iso for country in countries for people in country.people}
    return Countries(
        by_iso={country.iso: country for country in countries},
        by_name=by_name,
        by_people=peoples,
        openings=frozenset(re.split(r"[\W\d_]+", people, maxsplit=1)[0] for people in peoples),
    )


@cache
def load_countries() -> Countries:
    """Return the shipped countries; raise `KnowledgeError` where the file is missing or malformed."""
    source = files("tocsin.data") / "countries.json"
    try:
        rows = json.loads(source.read_text(encoding="utf-8"))
        return gather(
            tuple(
                Country(
                    iso=row["iso"],
                    name=row["name"],
                    names=(*row["names"], *row["in_full"]),
                    capital=row["capital"],
                    point=(row["point"][0], row["point"][1]),
                    people=tuple(row["people"]),
                    neighbours=tuple(row["neighbours"]),
                )
                for row in rows
            )
        )
    except (OSError, KeyError, ValueError) as error:
        raise KnowledgeError(str(source), f"no countries: {error}") from error
