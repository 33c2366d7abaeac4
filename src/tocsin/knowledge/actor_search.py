"""Find records of actors by words: a part of any of their names, or a spelling that comes near to one."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from tocsin.knowledge.actors import ActorRecord, Authority, Tie
from tocsin.knowledge.names import folded

_NEAR = 0.8  # of two spellings, as difflib measures: "Hizbollah" is .89 of "Hezbollah"
_MOST = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A record with the name that answers; `near` where the name is only alike."""

    record: ActorRecord
    name: str
    near: bool = False


def search(authority: Authority, words: str) -> tuple[Found, ...]:
    """Return the records with a name that holds the words, whole names first; where there is none, those alike."""
    wanted = " ".join(folded(words))
    if not wanted:
        return ()
    names = {record.id: dict(_spellings(record)) for record in authority.records.values()}
    hits = [
        ((*_rank(wanted, key), name != record.name), record.id, name)
        for record in authority.records.values()
        for key, name in names[record.id].items()
        if f" {wanted}" in f" {key}" or record.id == words
    ]
    best: dict[str, str] = {}
    for _, actor_id, name in sorted(hits):
        best.setdefault(actor_id, name)
    if best:
        return tuple(Found(authority.record(actor_id), name) for actor_id, name in best.items())
    owners = {key: (actor_id, name) for actor_id, known in names.items() for key, name in known.items()}
    alike = [owners[key] for key in get_close_matches(wanted, owners, n=_MOST, cutoff=_NEAR)]
    return tuple(Found(authority.record(actor_id), name, near=True) for actor_id, name in dict(alike).items())


def tied_to(authority: Authority, actor_id: str) -> tuple[tuple[ActorRecord, Tie], ...]:
    """Return the ties that other records have to an actor: its provinces, outlets and splinters."""
    return tuple((record, tie) for record in authority.records.values() for tie in record.ties if tie.to == actor_id)


def _spellings(record: ActorRecord) -> Iterator[tuple[str, str]]:
    for name in (record.name, *(naming.name for naming in record.names)):
        yield " ".join(folded(name)), name


def _rank(wanted: str, key: str) -> tuple[bool, bool, int]:
    return key != wanted, not key.startswith(wanted), len(key)
