"""MUC-4: incidents of political violence in news of 1988-91, as templates of 23 slots, as role fillers, as incidents.

Only `input_X.jsonl` is read to predict; `full_X`, `ree_X` and `templates_X` beside it are the gold.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tocsin.bench import muc4_entities as entities
from tocsin.bench import muc4_slots as slots
from tocsin.bench.bootstrap import measure
from tocsin.bench.gold import from_record, records
from tocsin.bench.muc4_fill import Filled, is_incident, template, unique
from tocsin.bench.muc4_gtt import gtt
from tocsin.bench.muc4_values import MONTHS
from tocsin.bench.muc4_words import bare
from tocsin.bench.tally import Result, Tally
from tocsin.errors import BenchError
from tocsin.model.record import Report
from tocsin.model.text import Document, Span

Persons = Callable[[Document], Sequence[Span]]
ROLE_SLOTS = {
    "PerpInd": slots.INDIVIDUAL,
    "PerpOrg": slots.ORGANIZATION,
    "Target": slots.THING,
    "Victim": slots.PERSON,
    "Weapon": slots.INSTRUMENT,
}
WORST = 12
_DAY = re.compile(r"\b(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})\b")


@dataclass(frozen=True, slots=True)
class Message:
    """One message with its keys, None where they are not on disk."""

    document: Document
    full: list[Any] | None
    ree: dict[str, Any] | None
    templates: list[Any] | None


@dataclass(frozen=True, slots=True)
class Prediction:
    """What one message is predicted to tell: templates of slots, role fillers, and incidents of role fillers."""

    docid: str
    filled: list[Filled]
    roles: dict[str, list[list[str]]]
    incidents: list[dict[str, Any]]


def load(folder: Path) -> list[Message]:
    """Return the messages of every `input_X.jsonl` in a folder; raise BenchError where there is none."""
    inputs = sorted(folder.glob("input_*.jsonl"))
    if not inputs:
        raise BenchError(folder.name, "no input_X.jsonl here")
    return [message for path in inputs for message in part(path)]


def part(path: Path) -> list[Message]:
    """Return the messages of one part with their keys."""
    full, ree, templates = (keys(path, name) for name in ("full", "ree", "templates"))
    return [
        Message(
            document=document(record, path.name),
            full=full.get(record["docid"], {}).get("templates"),
            ree=ree.get(record["docid"], {}).get("extracts"),
            templates=templates.get(record["docid"], {}).get("templates"),
        )
        for record in records(path)
    ]


def keys(path: Path, name: str) -> dict[str, Any]:
    """Return the records of the key file beside an input file by document; empty where it is absent."""
    key = path.with_name(path.name.replace("input_", f"{name}_", 1))
    return {record["docid"]: record for record in records(key)} if key.is_file() else {}


def document(record: Mapping[str, Any], file: str) -> Document:
    """Return a message as a document: its dateline opens the text, and gives the day."""
    dateline = record.get("dateline") or ""
    text = f"{dateline} -- {record['text']}" if dateline else record["text"]
    return from_record({"id": record["docid"], "text": text, "published": published(dateline)}, file)


def published(dateline: str) -> str | None:
    """Return the day of a dateline such as `LIMA, 1 APR 90 (EFE)` in ISO form."""
    found = _DAY.search(dateline)
    if found is None or found[2] not in MONTHS:
        return None
    try:
        return date(1900 + int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])).isoformat()
    except ValueError:
        return None


def land(mentions: Mapping[str, Any]) -> str | None:
    """Return the country of most places that a text names, in which an incident without a place is filed."""
    resolved = [one["resolved"] for one in mentions["mentions"] if one["type"] == "place" and one["resolved"]]
    countries = Counter(place["country"] for place in resolved if place["country"])
    return next((country for country, _ in countries.most_common(1)), None)


def predict(message: Message, report: Report, persons: Persons, country: str | None = None) -> Prediction:
    """Return the templates of a report; names of persons are looked up in memory, for the slots that ask for them.

    `country` is that of an incident of which no place is told.
    """
    read = message.document
    wanted = [event for event in report.events if is_incident(event)]
    names = persons(read) if wanted else ()
    filled = unique(
        template(one, text=read.text, persons=names, published=read.published, country=country) for one in wanted
    )
    incidents = unique(incident(one) for one in filled)
    return Prediction(read.id, filled, pooled(incidents), incidents)


def incident(filled: Filled) -> dict[str, Any]:
    """Return the role fillers of a template, one mention an entity."""
    roles = {role: [[name.lower()] for name in filled.get(slot, ())] for role, slot in ROLE_SLOTS.items()}
    return {entities.TYPE: filled[slots.TYPE][0].lower(), **roles}


def pooled(incidents: Sequence[Mapping[str, Any]]) -> dict[str, list[list[str]]]:
    """Return the entities of all templates by role, each once."""
    found: dict[str, dict[str, list[str]]] = {role: {} for role in ROLE_SLOTS}
    for one in incidents:
        for role, known in found.items():
            for entity in one[role]:
                known.setdefault(bare(entity[0]), entity)
    return {role: list(known.values()) for role, known in found.items()}


def files(said: Sequence[Prediction]) -> dict[str, list[Any]]:
    """Return what was predicted in the forms of the three scorers, by file name."""
    return {
        "slots.jsonl": [{"docid": one.docid, "templates": one.filled} for one in said],
        "ree.jsonl": [{"docid": one.docid, "entities": one.roles} for one in said],
        "templates.jsonl": [{"docid": one.docid, "templates": one.incidents} for one in said],
    }


def score(messages: Sequence[Message], said: Sequence[Prediction]) -> Result:
    """Return ALL TEMPLATES F with its slots, REE and GTT F1 and CEAF-RME phi3, as far as keys are on disk."""
    found = [tallies(message, one) for message, one in zip(messages, said, strict=True)]
    lost = [(judged(one), message.document.id) for message, one in zip(messages, found, strict=True)]
    worst = sorted(
        ((tally, name) for tally, name in lost if lost_points(tally)), key=lambda pair: -lost_points(pair[0])
    )
    return Result(
        bench="muc4",
        scores=measure(found),
        documents=len(messages),
        worst=tuple(
            f"{name}  {100 * tally.f1:.0f}  right {tally.right:g}, said {tally.predicted:g}, gold {tally.gold:g}"
            for tally, name in worst[:WORST]
        ),
    )


def judged(found: Mapping[str, Tally]) -> Tally:
    """Return the tally by which messages are ranked."""
    return found.get("ALL TEMPLATES", Tally())


def lost_points(tally: Tally) -> float:
    """Return how many points a message lost."""
    return tally.predicted - tally.right + tally.gold - tally.found


def tallies(message: Message, said: Prediction) -> dict[str, Tally]:
    """Return the tallies of one message, headlines first."""
    found: dict[str, Tally] = {}
    if message.full is not None:
        read = [slots.read_template(one) for one in message.full]
        found |= slots.score_document([slots.read_template(one) for one in said.filled], read)
    if message.ree is not None:
        found |= entities.ree(entities.read_roles(said.roles), entities.read_roles(message.ree))
    if message.templates is not None:
        ours = [entities.read_incident(one) for one in said.incidents]
        theirs = entities.distinct(entities.read_incident(one) for one in message.templates)
        found |= {"GTT": gtt(ours, theirs), "RME phi3": entities.phi3(ours, theirs)}
    heads = ("ALL TEMPLATES", "MATCHED ONLY", "REE", "GTT", "RME phi3")
    return {name: found[name] for name in (*heads, *found) if name in found}
