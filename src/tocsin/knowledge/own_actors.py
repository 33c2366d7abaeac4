"""A user's own folder of actors lies over the shipped ones: it adds actors, and names and facts to those there are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from tocsin.errors import KnowledgeError
from tocsin.knowledge.actor_files import Together, read_actor, together
from tocsin.knowledge.actors import Active, ActorRecord

OWN = "own-"  # marks the keys of a user's sources apart from those of the shipped record


def overlaid(shipped: Sequence[ActorRecord], folder: Path) -> Together:
    """Return the shipped records with those of a folder over them, and what conflicts or is malformed.

    A file of a shipped actor adds to it; where name, kind or years differ, the user's hold. A malformed file is left
    out.
    """
    known = {record.id: record for record in shipped}
    told: list[str] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            own = read_actor(path)
        except KnowledgeError as error:
            told.append(str(error))
            continue
        if own.id in known and own.kind != known[own.id].kind:
            told.append(f"{path}: {own.id} is {own.kind} there and {known[own.id].kind} in the shipped record")
        known[own.id] = _added(known[own.id], own) if own.id in known else own
    found = together(tuple(known.values()))
    return Together(found.records, (*told, *found.conflicts))


def written(
    actor_id: str,
    name: str,
    kind: str,
    source: str,
    *,
    also: Iterable[str] = (),
    weak: Iterable[str] = (),
    areas: Iterable[str] = (),
    since: int | None = None,
) -> str:
    """Return the YAML of a new record of which one source has every fact."""
    names = {"source": "own", "strong": list(dict.fromkeys((name, *also)))}
    record: dict[str, Any] = {"id": actor_id, "name": name, "kind": kind, "sources": {"own": source}}
    record["names"] = [{**names, "weak": list(weak)} if weak else names]
    within = list(areas)
    if within:
        record["areas"] = [{"in": within, "source": "own"}]
    if since:
        record["active"] = {"from": since, "source": "own"}
    return str(yaml.safe_dump(record, allow_unicode=True, sort_keys=False))


def _added(shipped: ActorRecord, own: ActorRecord) -> ActorRecord:
    """Return a shipped record with a user's facts added; a name that both have keeps the user's strength."""
    theirs = _marked(own)
    respelled = {naming.name for naming in theirs.names}
    return replace(
        shipped,
        name=own.name,
        kind=own.kind,
        names=(*(naming for naming in shipped.names if naming.name not in respelled), *theirs.names),
        ties=(*shipped.ties, *theirs.ties),
        ranges=(*shipped.ranges, *theirs.ranges),
        active=shipped.active if own.active == Active() else theirs.active,
        listings=(*shipped.listings, *theirs.listings),
        ids=(*shipped.ids, *theirs.ids),
        shared=(*shipped.shared, *theirs.shared),
        sources={**shipped.sources, **theirs.sources},
        checked=None,
    )


def _marked(own: ActorRecord) -> ActorRecord:
    """Return a user's record whose facts cite their sources under marked keys."""
    return replace(
        own,
        names=tuple(replace(one, source=OWN + one.source) for one in own.names),
        ties=tuple(replace(one, source=OWN + one.source) for one in own.ties),
        ranges=tuple(replace(one, source=OWN + one.source) for one in own.ranges),
        active=replace(own.active, source=OWN + own.active.source) if own.active.source else own.active,
        listings=tuple(replace(one, source=OWN + one.source) for one in own.listings),
        ids=tuple(replace(one, source=OWN + one.source) for one in own.ids),
        sources={OWN + key: text for key, text in own.sources.items()},
    )
