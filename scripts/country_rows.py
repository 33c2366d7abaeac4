"""Read `resources/countries.yml` and `historic_states.yml`: the names by which news calls states, under their codes.

A fault is a `KnowledgeError` that names file, line and field.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec
from babel import Locale

from tocsin.knowledge.names import folded
from tocsin.knowledge.yaml_records import Form, check, load_record

Code = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
CODES = {"Country": re.compile(r"[A-Z]{2}"), "Historic": re.compile(r"[A-Z]{4}")}


class Country(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A country or territory as it is written."""

    point: tuple[float, float]
    name: str | None = None
    capital: str | None = None
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


class Historic(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A state that several countries followed, as it is written."""

    name: str
    years: tuple[int, int]
    after: tuple[Code, ...]
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


def rows(path: Path, form: type[Form]) -> dict[str, Form]:
    """Return the rows of a file by their codes."""
    found: dict[str, Form] = {}
    for code, row in load_record(path).parts():
        if not isinstance(code, str) or not CODES[form.__name__].fullmatch(code):
            raise row.fault((), f"{code!r} is no code for a row of this file")
        found[code] = check(row, form)
    return found


def words(countries: Mapping[str, Country], historic: Mapping[str, Historic]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the title of each state by its code, and the code by every name and adjective, folded.

    Where two bear a name the first code has it; historic states come last.
    """
    titles: dict[str, str] = {}
    codes: dict[str, str] = {}
    territories = Locale.parse("en").territories
    for code, row in sorted(countries.items()):
        titles[code] = row.name or territories[code]
        _note(codes, code, (titles[code], *row.also, *row.official, *row.former, *row.adjectives))
    for code, state in sorted(historic.items()):
        titles[code] = state.name
        _note(codes, code, (state.name, *state.also, *state.adjectives))
    return titles, codes


def _note(codes: dict[str, str], code: str, names: tuple[str, ...]) -> None:
    for name in names:
        codes.setdefault(" ".join(folded(name)), code)
