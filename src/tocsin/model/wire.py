"""The `tocsin/1` wire form of every noun: plain dicts, lists and scalars, keys as the contract names them."""

from typing import Any, TypeVar, get_type_hints

import msgspec

from tocsin.model.incident import MANY, SINGLE, Incident
from tocsin.model.record import Relation, Report
from tocsin.model.text import Document
from tocsin.model.values import Actor, Place

SCHEMA = "tocsin/1"
_SPANLESS = frozenset({"span", "candidates", "parts", "text"})
Noun = TypeVar("Noun")


def plain(value: Any) -> Any:
    """Return the wire form of any noun or nested value: dates as ISO strings, spans and tuples as lists."""
    return msgspec.json.decode(msgspec.json.encode(value))


def spanless(value: Any) -> Any:
    """Return a value as an assertion states it: a scalar, or the object without spans and words."""
    return _bare(plain(value))


def parse(kind: type[Noun], value: Any) -> Noun:
    """Return the noun that a wire form states; raise `msgspec.ValidationError` where it does not fit."""
    return msgspec.convert(value, kind)


def relation(value: dict[str, Any]) -> Relation:
    """Return the relation that a wire form states, its object an actor or a place."""
    kinds = get_type_hints(Relation) | {"object": Actor if "actor_id" in value["object"] else Place}
    return Relation(**{name: parse(kind, value[name]) for name, kind in kinds.items()})


def line(value: Any) -> str:
    """Return one JSON line."""
    return msgspec.json.encode(value).decode()


def document(read: Document) -> dict[str, Any]:
    """Return a document, marked where it is a sample, a translation, or no article."""
    whole: dict[str, Any] = plain(read)
    usual = {"sample": False, "translation_of": None, "source_kind": "article"}
    return {key: value for key, value in whole.items() if key not in usual or value != usual[key]}


def report(found: Report) -> dict[str, Any]:
    """Return one object of `tocsin analyze --format jsonl`, marked where a language model read the document."""
    whole = plain(found)
    if found.reader == "rules":
        del whole["reader"]
    return {"schema": SCHEMA, **whole, "document": document(found.document)}


def incident(view: Incident) -> dict[str, Any]:
    """Return one object of `tocsin incidents --format jsonl`: every field stands beside the rest, null where untold."""
    whole: dict[str, Any] = plain(view)
    fields, lists = whole.pop("fields"), whole.pop("lists")
    untold: dict[str, Any] = {**dict.fromkeys(SINGLE), **{name: [] for name in MANY}}
    return {"schema": SCHEMA, **whole, "contested": view.contested, **untold, **fields, **lists}


def held(document: str, incident: str | None, noun: Any) -> dict[str, Any]:
    """Return a noun of one document with the ids of that document and of its incident."""
    return {"schema": SCHEMA, "document": document, "incident": incident, **plain(noun)}


def _bare(plain: Any) -> Any:
    if isinstance(plain, dict):
        keep_text = "role" in plain
        return {k: _bare(v) for k, v in plain.items() if k not in _SPANLESS or (k == "text" and keep_text)}
    return [_bare(v) for v in plain] if isinstance(plain, list) else plain
