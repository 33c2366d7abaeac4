"""Actors as people write them: a file of YAML for each, every fact with the key of its source, read into records.

`read_actor(path)` reads one; `together(records)` settles which names several of them share, and names what conflicts.
A name may hold choices, `al-{Qaida|Qaeda}`, and stands for all of them.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from tocsin.knowledge.actors import (
    Active,
    ActorRecord,
    External,
    Listing,
    Naming,
    Range,
    RelationKind,
    Shared,
    Standing,
    Tie,
)
from tocsin.knowledge.names import folded
from tocsin.knowledge.yaml_records import Way, check, load_record
from tocsin.model.values import ActorKind

UNCHECKED = "unchecked"  # the source of a fact that nobody has yet found in a source
_CHOICES = re.compile(r"[{}]")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_QUALIFIED = re.compile(
    r"\s*\([^)]*\)$"
)  # a label may tell its bearer from others: "National Liberation Army (Colombia)"
_CODE = re.compile(r"[A-Z]{2}")
Day = date | int


class _Form(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What all parts of a file have in common: an unknown key is a mistake."""


class _Sourced(_Form):
    """A fact, or several of one source: the key under which the record names it."""

    source: str


class _Names(_Sourced):
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class _Former(_Sourced):
    name: str
    until: Day | None = None
    weak: bool = False


class _Relation(_Sourced):
    type: RelationKind
    to: str
    since: Day | None = msgspec.field(default=None, name="from")
    until: Day | None = None
    called: tuple[str, ...] = ()


class _Parent(_Sourced):
    to: str
    standing: Standing
    since: Day | None = msgspec.field(default=None, name="from")
    until: Day | None = None


class _Area(_Sourced):
    countries: tuple[str, ...] = msgspec.field(name="in")


class _Years(_Sourced):
    since: int | None = msgspec.field(default=None, name="from")
    until: int | None = None


class _Designation(_Sourced):
    by: str
    list: str
    date: Day | None = None


class _Number(_Sourced):
    scheme: str
    id: str | int


class Doubt(_Form):
    """A name that others bear too, perhaps in certain countries and years alone."""

    name: str
    others: tuple[str, ...] = msgspec.field(default=(), name="with")
    where: tuple[str, ...] = ()
    since: int | None = msgspec.field(default=None, name="from")
    until: int | None = None


class _File(_Form):
    id: str
    name: str
    kind: ActorKind
    sources: dict[str, str]
    names: tuple[_Names, ...]
    checked: date | None = None
    former: tuple[_Former, ...] = ()
    relations: tuple[_Relation, ...] = ()
    media_arm_of: tuple[_Parent, ...] = ()
    areas: tuple[_Area, ...] = ()
    active: _Years | None = None
    designated_by: tuple[_Designation, ...] = ()
    ids: tuple[_Number, ...] = ()
    ambiguous: tuple[str | Doubt, ...] = ()


class Together(NamedTuple):
    """Records that know which of their names are shared, and what conflicts between them, a sentence each."""

    records: tuple[ActorRecord, ...]
    conflicts: tuple[str, ...]


def read_actor(path: Path) -> ActorRecord:
    """Return the record of a file; raise `KnowledgeError` naming file, line and field where it is malformed."""
    record = load_record(path)
    form = check(record, _File)
    for way, reason in _faults(form, path):
        raise record.fault(way, reason)
    return ActorRecord(
        id=form.id,
        name=form.name,
        kind=form.kind,
        names=tuple(_namings(form)),
        ties=(
            *(
                Tie(r.type, r.to, r.source, _day(r.since), _day(r.until), called=spelled(r.called))
                for r in form.relations
            ),
            *(
                Tie("media_arm_of", p.to, p.source, _day(p.since), _day(p.until), standing=p.standing)
                for p in form.media_arm_of
            ),
        ),
        ranges=tuple(Range(area.countries, area.source) for area in form.areas),
        active=Active(form.active.since, form.active.until, form.active.source) if form.active else Active(),
        listings=tuple(Listing(d.by, d.list, d.source, _day(d.date)) for d in form.designated_by),
        ids=tuple(External(n.scheme, str(n.id), n.source) for n in form.ids),
        shared=tuple(map(shared, form.ambiguous)),
        sources=form.sources,
        checked=_day(form.checked),
    )


def shared(doubt: str | Doubt) -> Shared:
    """Return what a record says of a name that is not its own alone."""
    return Shared(doubt) if isinstance(doubt, str) else Shared(**msgspec.structs.asdict(doubt))


def spelled(names: Iterable[str]) -> tuple[str, ...]:
    """Return all spellings of names with choices in braces, each once, in order."""
    found: list[str] = []
    for name in names:
        parts = [part.split("|") for part in _CHOICES.split(name)]
        found += ["".join(choice) for choice in itertools.product(*parts)]
    return tuple(dict.fromkeys(found))


def together(records: Sequence[ActorRecord]) -> Together:
    """Return records whose shared names know their other bearers.

    A conflict is an id that two records have, one that a record names and none has, or a name that two bear and neither
    declares ambiguous; such a name is then shared all the same.
    """
    ids = {record.id for record in records}
    conflicts = [f"{i}: two records have this id" for i in sorted(_twice(record.id for record in records))]
    for record in records:
        others = [tie.to for tie in record.ties] + [other for shared in record.shared for other in shared.others]
        conflicts += [f"{record.id}: no such actor: {other}" for other in others if other not in ids]
    bearers = _bearers(records)
    declared: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for record in records:
        for shared in record.shared:
            declared[folded(shared.name)] |= {record.id, *shared.others, *bearers[folded(shared.name)]}
    undeclared = {
        key: ids for key, ids in sorted(bearers.items()) if len(ids) > 1 and not set(ids) <= declared.get(key, set())
    }
    conflicts += [
        f"{' '.join(key)}: borne by {', '.join(ids)} and declared ambiguous by neither"
        for key, ids in undeclared.items()
    ]
    return Together(tuple(_sharing(record, bearers, undeclared) for record in records), tuple(conflicts))


def _sharing(
    record: ActorRecord,
    bearers: Mapping[tuple[str, ...], list[str]],
    undeclared: Mapping[tuple[str, ...], list[str]],
) -> ActorRecord:
    """Return a record whose shared names list everybody else who bears them."""
    shared = [
        replace(doubt, others=tuple(sorted({*bearers[folded(doubt.name)], *doubt.others} - {record.id})))
        for doubt in record.shared
    ]
    for naming in record.names:
        key = folded(naming.name)
        if key in undeclared and not any(folded(doubt.name) == key for doubt in shared):
            shared.append(Shared(naming.name, tuple(sorted({*undeclared[key]} - {record.id}))))
    return replace(record, shared=tuple(shared))


def _bearers(records: Sequence[ActorRecord]) -> defaultdict[tuple[str, ...], list[str]]:
    """Return the ids of all who bear a name, by its folded words."""
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for record in records:
        for key in {folded(naming.name) for naming in record.names}:
            found[key].append(record.id)
    return found


def _namings(form: _File) -> Iterator[Naming]:
    """Yield every spelling of every name once, the first row that has it."""
    seen: set[str] = set()
    for row in form.names:
        for names, weak, word in ((row.strong, False, False), (row.weak, True, False), (row.words, True, True)):
            for name in spelled(names):
                if name not in seen:
                    seen.add(name)
                    yield Naming(name, row.source, weak, word)
    for old in form.former:
        for name in spelled([old.name]):
            if name not in seen:
                seen.add(name)
                yield Naming(name, old.source, weak=old.weak, former=True, until=_day(old.until))


def _faults(form: _File, path: Path) -> Iterator[tuple[Way, str]]:
    """Yield what is wrong with a file whose shape is right, with the way to the field."""
    if form.id != path.stem or not _ID.fullmatch(form.id):
        yield ("id",), f"{form.id!r} is not the file's own name, in lower case with hyphens"
    cited = dict(_cited(form))
    for way, source in cited.items():
        if source not in form.sources and source != UNCHECKED:
            yield (*way, "source"), f"there is none with the key {source!r} among the sources"
    yield from ((("sources", key), "no fact cites it") for key in form.sources if key not in cited.values())
    if form.checked and UNCHECKED in cited.values():
        yield ("checked",), "some facts are marked as unchecked"
    for at, area in enumerate(form.areas):
        wrong = [code for code in area.countries if not _CODE.fullmatch(code)]
        yield from ((("areas", at, "in"), f"{code!r} is no code of a country") for code in wrong)
    weak = {name for row in form.names for name in spelled(row.weak)}
    for at, row in enumerate(form.names):
        doubled = weak.intersection(spelled((*row.strong, *row.words)))
        yield from ((("names", at), f"{name!r} is weak in one row and strong in another") for name in sorted(doubled))
        empty = [name for name in _all(row) if not folded(name)]
        yield from ((("names", at), f"{name!r} has no letter or digit") for name in empty)
    names = {folded(name) for row in form.names for name in _all(row)}
    if not names.intersection((folded(form.name), folded(_QUALIFIED.sub("", form.name)))):
        yield ("name",), f"{form.name!r} stands among no source's names"
    former = {folded(name) for old in form.former for name in spelled([old.name])}
    for at, doubt in enumerate(form.ambiguous):
        name = doubt if isinstance(doubt, str) else doubt.name
        if folded(name) not in names | former:
            yield ("ambiguous", at), f"{name!r} is no name of this record"


def _cited(form: _File) -> Iterator[tuple[Way, str]]:
    """Yield the key of the source of every fact, by the way to the fact."""
    lists: dict[str, Sequence[_Sourced]] = {
        "names": form.names,
        "former": form.former,
        "relations": form.relations,
        "media_arm_of": form.media_arm_of,
        "areas": form.areas,
        "designated_by": form.designated_by,
        "ids": form.ids,
    }
    for field, rows in lists.items():
        yield from (((field, at), row.source) for at, row in enumerate(rows))
    if form.active:
        yield ("active",), form.active.source


def _all(row: _Names) -> tuple[str, ...]:
    return spelled((*row.strong, *row.weak, *row.words))


def _twice(values: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {value for value in values if value in seen or seen.add(value)}  # type: ignore[func-returns-value]


def _day(value: Day | None) -> str | None:
    return None if value is None else str(value)
