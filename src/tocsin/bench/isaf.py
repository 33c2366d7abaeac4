"""ISAF press releases with expert codes: five fields over a release's main events, each right or wrong.

No publication date is given; most texts state the day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.bench.alike import Record, fold
from tocsin.bench.bootstrap import measure
from tocsin.bench.gold import from_record, records
from tocsin.bench.tally import Result, Tally, hits
from tocsin.errors import BenchError
from tocsin.model.text import Document

FIELDS = ("start_date", "province", "target_group", "min_killed", "min_captured")
ALL = "all five"
WORST = 12

# How a group shows in an actor's id or name; the first that fits counts, so that Haqqani's Taliban are Haqqani.
GROUPS = (
    ("haqqani", re.compile(r"haqqani")),
    ("imu", re.compile(r"\bimu\b|islamic movement of uzbekistan")),
    ("hig", re.compile(r"\bhig\b|h[ie][zs]b i? ?e? ?islami|gulbudd?in")),
    ("aq", re.compile(r"\bal ?qa[ei]da\b|^aq$")),
    ("taliban", re.compile(r"tali?ban|quetta shura")),
)
# Spellings of provinces that no folding of vowels brings together.
PROVINCES = {
    "maidan wardak": "wardak",
    "wardag": "wardak",
    "vardak": "wardak",
    "khowst": "khost",
    "lowgar": "logar",
    "konar": "kunar",
    "kondoz": "kunduz",
    "konduz": "kunduz",
    "qunduz": "kunduz",
    "oruzgan": "uruzgan",
    "urozgan": "uruzgan",
    "paktia": "paktya",
    "paktiya": "paktya",
    "sar e pol": "sar e pul",
    "sari pul": "sar e pul",
    "sar i pul": "sar e pul",
    "saripul": "sar e pul",
    "nimruz": "nimroz",
    "jawzjan": "jowzjan",
    "jozjan": "jowzjan",
    "hilmand": "helmand",
    "qandahar": "kandahar",
    "nangrahar": "nangarhar",
    "ningarhar": "nangarhar",
    "panjsher": "panjshir",
    "panjshayr": "panjshir",
    "daikundi": "daykundi",
    "dai kundi": "daykundi",
    "daykondi": "daykundi",
    "hirat": "herat",
    "parvan": "parwan",
    "ghowr": "ghor",
    "bamian": "bamyan",
    "bamiyan": "bamyan",
}


@dataclass(frozen=True, slots=True)
class Release:
    """One press release with its five fields."""

    document: Document
    fields: dict[str, Any]


def load(path: Path) -> list[Release]:
    """Return the releases of a JSONL file; raise BenchError where one has no codes."""
    return [release(record, path.name) for record in records(path)]


def release(record: Record, file: str) -> Release:
    """Return one release with its codes in the form of `fields`."""
    try:
        coded = record["gold"]
        return Release(
            document=from_record({"id": record["id"], "text": record["text"]}, file),
            fields={
                "start_date": coded["start_date"] or "",
                "province": joined(province(name) for name in coded["province"]),
                "target_group": joined(part for name in coded["target_group"] for part in name.split(";")),
                "min_killed": int(coded["min_killed"] or 0),
                "min_captured": int(coded["min_captured"] or 0),
            },
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BenchError(f"{file} {record.get('id')}", f"not a coded release: {error!r}") from error


def fields(report: Record) -> dict[str, Any]:
    """Return the five fields that a report's main events give."""
    mains = [event for event in report["events"] if event["main"]]
    dated = [
        event for event in mains if event["date"] and event["date"]["precision"] == "day" and event["date"]["start"]
    ]
    first: Record = next(iter(dated or mains), {})
    return {
        "start_date": dated[0]["date"]["start"] if dated else "",
        "province": province((first.get("place") or {}).get("admin1")),
        "target_group": joined(found for event in mains for actor in groups(event) if (found := group(actor))),
        "min_killed": lows(event["killed_perpetrators"] for event in mains),
        "min_captured": lows(event["arrested"] for event in mains),
    }


def groups(event: Record) -> list[Record]:
    """Return the actors that may be the armed group of a release."""
    return [*event["perpetrators"], *(one["organisation"] for one in event["subjects"] if one["organisation"])]


def group(actor: Record) -> str:
    """Return the code of an armed group, or an empty string."""
    known = fold(f"{actor['actor_id'] or ''} {actor['name']}")
    return next((code for code, words in GROUPS if words.search(known)), "")


def province(name: str | None) -> str:
    """Return the spelling that the codes use, without accents and in lower case."""
    plain = fold(name).removesuffix(" province")
    return PROVINCES.get(plain, plain)


def lows(counts: Iterable[Record | None]) -> int:
    """Return the sum of the lower bounds that are there."""
    return sum(count["low"] or 0 for count in counts if count)


def joined(names: Iterable[str]) -> str:
    """Return the names, each once and in order of the alphabet, as one string."""
    return ";".join(sorted({name for name in names if name}))


def score(releases: Sequence[Release], predictions: Sequence[Record]) -> Result:
    """Return the share of releases for which each field, and all five, are exactly right."""
    found = [fields(report) for report in predictions]
    wrong = [
        [name for name in FIELDS if one.fields[name] != said[name]] for one, said in zip(releases, found, strict=True)
    ]
    lines = [
        f"{one.document.id}  " + "; ".join(f"{name}: {said[name]!r} for {one.fields[name]!r}" for name in names)
        for one, said, names in zip(releases, found, wrong, strict=True)
        if names
    ]
    return Result(
        bench="isaf",
        scores=measure([tallies(names) for names in wrong]),
        documents=len(releases),
        accuracy=True,
        worst=tuple(sorted(lines, key=lambda line: -line.count(" for "))[:WORST]),
    )


def tallies(wrong: Sequence[str]) -> dict[str, Tally]:
    """Return one answer a field and one for all five."""
    return {**{name: hits(name not in wrong, 1, 1) for name in FIELDS}, ALL: hits(not wrong, 1, 1)}
