"""Read `resources/forces/*.yml`: forces and organs of states, and offices that speak for them, with a source for each.

A fault is a `KnowledgeError` that names file, line and field.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from tocsin.errors import KnowledgeError
from tocsin.knowledge.actor_files import Doubt, shared, spelled
from tocsin.knowledge.actors import Active, ActorRecord, Naming, Range, Tie
from tocsin.knowledge.names import folded
from tocsin.knowledge.yaml_records import Record, check, load_records
from tocsin.model.values import ActorKind

SEEN = "seen"  # a force has one source, for all that stands in its record


class Form(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A force as it is written; `country` has to be said, null where several states stand behind it."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    source: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    arab: tuple[str, ...] = ()
    cyrl: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    active: tuple[int | None, int | None] = (None, None)
    areas: tuple[str, ...] = ()
    speaks_for: str | None = None
    ambiguous: tuple[str | Doubt, ...] = ()


def read_forces(folder: Path, codes: frozenset[str]) -> list[ActorRecord]:
    """Return the forces of all files of a folder; `codes` are those of countries."""
    read = [(row, check(row, Form)) for path in sorted(folder.glob("*.yml")) for row in load_records(path)]
    ids = frozenset(form.id for _, form in read)
    for row, form in read:
        for fault in _faults(row, form, ids, codes):
            raise fault
    return [_record(form) for _, form in read]


def _faults(row: Record, form: Form, ids: frozenset[str], codes: frozenset[str]) -> Iterator[KnowledgeError]:
    """Yield what no type can tell: codes, ids and names that do not exist, years in the wrong order."""
    if form.country is not None and form.country not in codes:
        yield row.fault(("country",), f"{form.country!r} is no code of a country")
    for at, code in enumerate(form.areas):
        if code not in codes:
            yield row.fault(("areas", at), f"{code!r} is no code of a country")
    if not form.source.strip():
        yield row.fault(("source",), "is empty")
    if form.speaks_for is not None and form.speaks_for not in ids:
        yield row.fault(("speaks_for",), f"there is no force {form.speaks_for!r}")
    since, until = form.active
    if since is not None and until is not None and since > until:
        yield row.fault(("active",), f"ends in {until}, before {since}")
    names = {folded(naming.name) for naming in _namings(form)}
    if () in names:
        yield row.fault((), "a name has no letter or digit")
    for at, doubt in enumerate(form.ambiguous):
        name = doubt if isinstance(doubt, str) else doubt.name
        if folded(name) not in names:
            yield row.fault(("ambiguous", at), f"{name!r} is no name of this record")


def _record(form: Form) -> ActorRecord:
    areas = form.areas or ((form.country,) if form.country else ())
    since, until = form.active
    return ActorRecord(
        id=form.id,
        name=form.name,
        kind=form.kind,
        names=tuple(_namings(form)),
        ties=(Tie("speaks_for", form.speaks_for, SEEN),) if form.speaks_for else (),
        ranges=(Range(areas, SEEN),) if areas else (),
        active=Active(since, until, SEEN if form.active != (None, None) else ""),
        shared=tuple(map(shared, form.ambiguous)),
        sources={SEEN: form.source},
    )


def _namings(form: Form) -> Iterator[Naming]:
    """Yield every spelling of every name; the record's own is strong unless it stands among the weak."""
    weak, words = spelled(form.weak), spelled(form.words)
    for name in spelled((form.name, *form.strong, *form.arab, *form.cyrl)):
        if name not in (*weak, *words):
            yield Naming(name, SEEN)
    yield from (Naming(name, SEEN, weak=True) for name in weak if name not in words)
    yield from (Naming(name, SEEN, weak=True, word=True) for name in words)
    yield from (Naming(name, SEEN, former=True) for name in spelled(form.former))
