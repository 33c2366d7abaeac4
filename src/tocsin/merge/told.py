"""What an account says of one field: the values of its assertions, each as a noun with its citation."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from tocsin.knowledge.fold import fold
from tocsin.model.incident import MANY, SINGLE, Account, Citation
from tocsin.model.record import Assertion, Authenticity
from tocsin.model.values import Actor, Count, Place, Subject, Target, Weapon, When
from tocsin.model.wire import plain

_SHOWN = frozenset((*SINGLE, *MANY))
_COUNTS = ("acts", "killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators")
_TYPES: dict[str, type] = {
    **dict.fromkeys(_COUNTS, Count),
    **dict.fromkeys(("perpetrators", "issuer", "media_arm", "authority"), Actor),
    "date": When,
    "place": Place,
    "subjects": Subject,
    "targets": Target,
    "weapons": Weapon,
    "authenticity": Authenticity,
}
_BLANK: dict[type, dict[str, Any]] = {
    Count: {"low": None, "high": None, "qualifier": "exact", "text": ""},
    Actor: {"text": "", "actor_id": None, "name": "", "kind": "unknown"},
    When: {"start": None, "end": None, "precision": "unknown", "text": ""},
    Place: {"name": "", "place_id": None, "country": None, "countries": [], "admin1": None, "admin2": None}
    | {"lat": None, "lon": None, "precision": "country", "text": ""},
    Subject: {"text": "", "organisation": None, "position": None, "count": None},
    Target: {"text": "", "type": "unknown", "country": None, "role": "hit", "count": None, "effect": None},
    Weapon: {"text": "", "type": "unknown"},
    Authenticity: {},
}


@dataclass(frozen=True, slots=True)
class Said:
    """One value as one assertion gives it; `own` where it is the reading that the account itself settled on."""

    value: Any
    citation: Citation
    account: Account
    element: int | None
    own: bool

    @property
    def affirmed(self) -> bool:
        """Whether the holder puts the value forward, with whatever doubt, instead of denying it."""
        return not self.citation.factuality.endswith("-") and self.citation.act not in ("denies", "clears", "retracts")

    @property
    def reviewed(self) -> bool:
        """Whether a reviewer put it in, instead of a report."""
        return self.account.source_kind == "correction"


def said(account: Account) -> Iterator[tuple[str, Said]]:
    """Yield what an account's assertions say of its event's fields, in their order, each with the field's name."""
    for assertion in account.event.assertions:
        name, *path = assertion.field.strip("/").split("/")
        if name in _SHOWN:
            yield name, _said(account, name, path, assertion)


def cite(account: Account, assertion: Assertion) -> Citation:
    """Return an assertion as an incident cites it; its id shares the prefix of its account's key."""
    return Citation(
        id=f"{account.key.rpartition(':')[0]}:{assertion.id}",
        document=account.document,
        holder=assertion.holder,
        act=assertion.act,
        factuality=assertion.factuality,
        span=assertion.span,
        quote=assertion.quote,
        first_seen=account.first_seen,
        published=account.published,
        source_kind=account.source_kind,
        reliability=account.rating.reliability,
        party=account.rating.party,
    )


def identity(value: Any) -> tuple[str, ...]:
    """Return what two tellings of one value share, whatever their words and place in a text."""
    match value:
        case Count():
            return ("count", str(value.low), str(value.high), value.qualifier)
        case When():
            return ("date", str(value.start), str(value.end), value.precision)
        case Place():
            name = ("", value.place_id) if value.place_id else (value.country or "", fold(value.name))
            return ("place", *name, value.precision)
        case Actor():
            return ("actor", value.actor_id or "", "" if value.actor_id else fold(value.name))
        case Authenticity():
            return ("authenticity", value.value)
        case Weapon():
            return ("weapon", value.type, fold(value.text))
        case str():
            return ("words", fold(value))
        case Target() | Subject():
            return ("party", fold(value.text), _wording(value))
    return ("other", _wording(value))


def _wording(value: Any) -> str:
    return json.dumps(_bare(plain(value)), sort_keys=True)


def _bare(wire: Any) -> Any:
    """Drop spans and words from a wire form, at any depth."""
    if isinstance(wire, dict):
        return {key: _bare(value) for key, value in wire.items() if key not in ("span", "text", "parts")}
    return [_bare(value) for value in wire] if isinstance(wire, list) else wire


def _said(account: Account, name: str, path: list[str], assertion: Assertion) -> Said:
    held, element = getattr(account.event, name), None
    if isinstance(held, tuple):
        element = int(path.pop(0)) if path and path[0].isdigit() else None
        held = held[element] if element is not None and element < len(held) else None
    own = held is not None and _fits(assertion.value, _at(plain(held), path))
    value = held if own else _read(name, held, path, assertion)
    return Said(value, cite(account, assertion), account, element, own)


def _at(wire: Any, path: list[str]) -> Any:
    for step in path:
        wire = wire.get(step) if isinstance(wire, dict) else None
    return wire


def _fits(told: Any, held: Any) -> bool:
    """Tell whether a value, which may be stated in part, is the one held."""
    if isinstance(told, dict) and isinstance(held, dict):
        return all(key in held and _fits(value, held[key]) for key, value in told.items())
    return bool(told == held)


def _read(name: str, held: Any, path: list[str], assertion: Assertion) -> Any:
    """Return the noun that an assertion's value states; the bare value where it states none."""
    kind = _TYPES.get(name)
    value: Any = assertion.value
    if kind is None:
        return value
    for step in reversed(path):
        value = {step: value}
    blank = _BLANK[kind] | {"span": assertion.span}
    if path and held is not None:
        blank = plain(held)
    if kind is Authenticity:
        blank = blank | {"holder": assertion.holder}
        value = value if isinstance(value, dict) else {"value": value}
    try:
        return msgspec.convert(plain(blank | value), kind)
    except (msgspec.ValidationError, TypeError):
        return assertion.value
