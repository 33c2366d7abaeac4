"""Compile `resources/actors/*.yml`, `state_forces.yml`, `actor_words.yml` and `countries.yml` to `actors.json`.

A name may hold choices, `al-{Qaida|Qaeda}`, and stands for all of them. Every id that a record names must exist, and a
name that two records bear must be declared ambiguous by one of them. `--check` compares instead of writing.
"""

import itertools
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from compiled import ship
from tocsin.knowledge.names import folded

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
TARGET = ROOT / "src" / "tocsin" / "data" / "actors.json"
KEYS = {
    *("id", "name", "kind", "names", "former", "relations", "media", "media_arm_of", "standing", "areas", "active"),
    *("designated_by", "ambiguous", "not_same_as", "sources"),
}
FORCE_KEYS = {
    "id",
    "name",
    "kind",
    "country",
    "areas",
    "active",
    "ambiguous",
    "strong",
    "weak",
    "words",
    "arab",
    "cyrl",
}
SPELLINGS = ("strong", "weak", "words", "arab", "cyrl")
Plain = dict[str, Any]


def spelled(names: list[str]) -> list[str]:
    """Return all spellings of names with choices in braces, each once, in order."""
    found = []
    for name in names:
        parts = [part.split("|") for part in re.split(r"[{}]", name)]
        found += ["".join(choice) for choice in itertools.product(*parts)]
    return list(dict.fromkeys(found))


def named(names: Plain, where: str) -> Plain:
    """Return the names of a record by strength; other scripts are strong."""
    unknown = set(names) - set(SPELLINGS)
    if unknown:
        raise ValueError(f"{where}: unknown names: {', '.join(sorted(unknown))}")
    lists = {key: spelled(names.get(key) or []) for key in SPELLINGS}
    return {
        "strong": lists["strong"] + lists["arab"] + lists["cyrl"],
        "weak": lists["weak"],
        "words": lists["words"],
    }


def group(source: Plain, where: str) -> Plain:
    """Return the compiled form of a group or outlet; raise `ValueError` where its shape is wrong."""
    unknown = set(source) - KEYS
    if unknown or source["id"] != Path(where).stem or not source.get("sources"):
        raise ValueError(f"{where}: unknown keys {sorted(unknown)}, an id unlike the file's name, or no sources")
    ties = [{"type": r["type"], "to": r["to"], "source": r["source"]} for r in source.get("relations") or []]
    ties += [
        {"type": "media_arm_of", "to": parent, "source": source["sources"][0]}
        for parent in source.get("media_arm_of") or []
    ]
    return {
        "id": source["id"],
        "name": source["name"],
        "kind": source["kind"],
        **named(source.get("names") or {}, where),
        "former": spelled(source.get("former") or []),
        "areas": source.get("areas") or [],
        "active": source.get("active") or [None, None],
        "ties": ties,
        "media": source.get("media") or [],
        "standing": source.get("standing"),
        "listings": [
            {"by": d["by"], "list": d["list"], "date": _date(d.get("date")), "source": d["source"]}
            for d in source.get("designated_by") or []
        ],
        "ambiguous": source.get("ambiguous") or [],
        "not_same_as": source.get("not_same_as") or [],
        "sources": source["sources"],
    }


def force(source: Plain) -> Plain:
    """Return the compiled form of a named force of a state."""
    where = f"state_forces.yml: {source['id']}"
    unknown = set(source) - FORCE_KEYS
    if unknown:
        raise ValueError(f"{where}: unknown keys {sorted(unknown)}")
    country = source["country"]
    return {
        "id": source["id"],
        "name": source["name"],
        "kind": source["kind"],
        **named({key: source[key] for key in SPELLINGS if key in source}, where),
        "areas": source.get("areas") or ([country] if country else []),
        "active": source.get("active") or [None, None],
        "ambiguous": source.get("ambiguous") or [],
    }


def _date(value: object) -> str | None:
    return None if value is None else str(value)


def shared(records: list[Plain]) -> None:
    """Replace each record's `ambiguous` by `shared`; raise `ValueError` where two bear a name undeclared."""
    bearers: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for record in records:
        for name in {record["name"], *record["strong"], *record["weak"], *record["words"], *record.get("former", ())}:
            key = folded(name)
            if record["id"] not in bearers[key]:
                bearers[key].append(record["id"])
    declared: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for record in records:
        record["shared"] = []
        for entry in record.pop("ambiguous"):
            whole = entry if isinstance(entry, dict) else {"name": entry}
            key = folded(whole["name"])
            others = sorted({*bearers[key], *whole.get("with", [])} - {record["id"]})
            declared[key] |= {record["id"], *others}
            record["shared"].append({"name": whole["name"], "others": others, "where": whole.get("where", [])})
    for key, ids in sorted(bearers.items()):
        if not set(ids) <= declared[key] and len(ids) > 1:
            raise ValueError(f"{' '.join(key)}: borne by {', '.join(ids)} and declared ambiguous by neither")


def linked(records: list[Plain]) -> None:
    """Raise `ValueError` where a record names an id that does not exist, or two share one."""
    ids = [record["id"] for record in records]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise ValueError(f"two records have one id: {', '.join(twice)}")
    for record in records:
        others = [tie["to"] for tie in record.get("ties", ())] + [i for s in record["shared"] for i in s["others"]]
        for other in (*others, *record.get("media", ()), *record.get("not_same_as", ())):
            if other not in ids:
                raise ValueError(f"{record['id']}: no such actor: {other}")


def countries(table: Plain) -> tuple[dict[str, str], dict[str, str]]:
    """Return the name of each country by its code, and the code by every name and adjective, folded."""
    titles: dict[str, str] = {}
    codes: dict[str, str] = {}
    territories = Locale.parse("en").territories
    for code, row in sorted(table.items()):
        titles[code] = row.get("name") or territories[code]
        for name in (titles[code], *row.get("also", ()), *row.get("adjectives", ())):
            codes.setdefault(" ".join(folded(name)), code)
    return titles, codes


def load(path: Path) -> Any:
    """Return what a YAML file holds."""
    return yaml.safe_load(path.read_text("utf-8"))


def build() -> str:
    """Return the compiled authority as JSON text."""
    state = load(RESOURCES / "state_forces.yml")
    records = [group(load(path), path.name) for path in sorted((RESOURCES / "actors").glob("*.yml"))]
    records += [force(source) for source in state["named"]]
    shared(records)
    linked(records)
    titles, codes = countries(load(RESOURCES / "countries.yml"))
    whole = {
        "actors": [_compact(record) for record in records],
        "state": {key: state[key] for key in ("nouns", "describes", "people", "foreign", "never")},
        "words": load(RESOURCES / "actor_words.yml"),
        "countries": {"titles": titles, "codes": codes},
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _compact(record: Plain) -> Plain:
    return {key: value for key, value in record.items() if value not in ([], None, [None, None])}


if __name__ == "__main__":
    sys.exit(ship(TARGET, build))
