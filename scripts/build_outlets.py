"""Compile `resources/outlets.yml` to `outlets.json`; `--check` compares instead of writing.

What stops the build: a malformed record, an id or domain that two records have, a code that is no country's, a zone
that is none, a host that is no bare domain, and a party to a conflict that names no known actor or country.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import available_timezones

import msgspec

from compiled import ship
from tocsin.errors import KnowledgeError
from tocsin.knowledge.actors import load_actors
from tocsin.knowledge.outlets import OutletKind
from tocsin.knowledge.yaml_records import Record, check, load_record, load_records

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
TARGET = ROOT / "src" / "tocsin" / "data" / "outlets.json"
HOST = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
LANGUAGE = re.compile(r"[a-z]{2,3}")


class Form(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """An outlet as it is written: every field but the last three has to be said."""

    id: str
    name: str
    domains: tuple[str, ...]
    country: str | None
    kind: OutletKind
    languages: tuple[str, ...]
    zone: str
    source: str
    also: tuple[str, ...] = ()
    party_of: str | None = None


def faults(record: Record, form: Form, countries: frozenset[str], actors: frozenset[str]) -> Iterator[KnowledgeError]:
    """Yield what no type can tell: codes, zones, hosts and parties that do not exist."""
    if form.country is not None and form.country not in countries:
        yield record.fault(("country",), f"{form.country!r} is no code of a country")
    if form.zone not in available_timezones():
        yield record.fault(("zone",), f"{form.zone!r} is no time zone")
    for at, host in enumerate(form.domains):
        if not HOST.fullmatch(host):
            yield record.fault(("domains", at), f"{host!r} is no bare host name in lower case")
    for at, language in enumerate(form.languages):
        if not LANGUAGE.fullmatch(language):
            yield record.fault(("languages", at), f"{language!r} is no code of a language")
    if not form.source.strip():
        yield record.fault(("source",), "is empty")
    if (form.kind == "party") != (form.party_of is not None):
        yield record.fault(("party_of",), "stands with the kind `party`, and only with it")
    elif form.party_of is not None and form.party_of not in countries | actors:
        yield record.fault(("party_of",), f"{form.party_of!r} is neither an actor nor a country")


def outlets(path: Path, countries: frozenset[str], actors: frozenset[str]) -> tuple[Form, ...]:
    """Return the outlets of a file; raise `KnowledgeError` for the first fault."""
    forms: list[Form] = []
    taken: set[str] = set()
    for record in load_records(path):
        form = check(record, Form)
        for fault in faults(record, form, countries, actors):
            raise fault
        for way, value in ((("id",), form.id), *((("domains", at), host) for at, host in enumerate(form.domains))):
            if value in taken:
                raise record.fault(way, f"{value} is taken by another outlet")
            taken.add(value)
        forms.append(form)
    return tuple(forms)


def build() -> str:
    """Return the compiled outlets as JSON text."""
    countries = frozenset(str(code) for code, _ in load_record(RESOURCES / "countries.yml").parts())
    actors = frozenset(record.id for record in load_actors().records.values())
    forms = sorted(outlets(RESOURCES / "outlets.yml", countries, actors), key=lambda form: form.id)
    rows = [
        {key: value for key, value in msgspec.to_builtins(form).items() if value not in ((), None)} for form in forms
    ]
    return json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    try:
        sys.exit(ship(TARGET, build))
    except KnowledgeError as error:
        sys.exit(f"{error}")
