"""Which of several told values a record shows first: a table of criteria for each field, which a user may change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from tocsin.errors import KnowledgeError
from tocsin.merge.weigh import Weighed
from tocsin.model.incident import MANY, SINGLE
from tocsin.model.values import Actor, Count, Place, When

DEFAULT = "default"
_PRECISION = (
    *("unknown", "year", "month", "week", "day"),
    *("sea", "country", "region", "linear", "admin1", "admin2", "near", "settlement", "exact"),
)
_SURE = ("Uu", "CTu", "PS-", "PR-", "CT-", "PS+", "PR+", "CT+")
_LETTERS = "FEDCBA"


@dataclass(frozen=True, slots=True)
class Policy:
    """The names of criteria by field, those that decide first in front."""

    table: Mapping[str, tuple[str, ...]]

    def best(self, field: str, values: tuple[Weighed, ...]) -> Weighed | None:
        """Return the value to show first; null where none is put forward."""
        forward = [one for one in values if one.affirmed]
        names = self.table.get(field, self.table[DEFAULT])
        return max(forward, key=lambda one: (*(CRITERIA[name](one) for name in names), one.identity), default=None)


def _low(one: Weighed) -> float:
    return one.value.low if isinstance(one.value, Count) and one.value.low is not None else 0


def _precise(one: Weighed) -> int:
    match one.value:
        case When() | Place():
            return _PRECISION.index(one.value.precision)
        case Count():
            return int(one.value.low is not None and one.value.low == one.value.high)
        case Actor():
            return int(one.value.actor_id is not None)
    return 0


CRITERIA: Mapping[str, Callable[[Weighed], Any]] = {
    "reviewed": lambda one: max(said.reviewed * said.account.first_seen.timestamp() for said in one.said),
    "settled": lambda one: any(said.own for said in one.said),
    "certain": lambda one: max(_SURE.index(said.citation.factuality) for said in one.said if said.affirmed),
    "independent": lambda one: len(one.support),
    "reliable": lambda one: max(_LETTERS.index(said.citation.reliability) for said in one.said),
    "precise": _precise,
    "latest": lambda one: max(said.account.published or "" for said in one.said),
    "highest": _low,
    "lowest": lambda one: -_low(one),
}


@cache
def load_policy(own: Path | None = None) -> Policy:
    """Return the shipped table, a user's own file over it; raise `KnowledgeError` for a file that is not one."""
    shipped = files("tocsin.data").joinpath("policy.yml").read_text("utf-8")
    table = _table("policy.yml", shipped)
    if own is not None:
        try:
            table |= _table(str(own), own.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise KnowledgeError(str(own), f"cannot be read: {error}") from error
    return Policy(table)


def _table(name: str, text: str) -> dict[str, tuple[str, ...]]:
    try:
        read = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        raise KnowledgeError(name, f"is no YAML: {error}") from error
    fields = (DEFAULT, *SINGLE, *MANY)
    if not isinstance(read, dict):
        raise KnowledgeError(name, "expected a line `field: [criterion, …]` for each field")
    for field, names in read.items():
        if field not in fields:
            raise KnowledgeError(name, f"{field!r} is no field; expected one of {', '.join(fields)}")
        if not isinstance(names, list) or not names or set(map(str, names)) - CRITERIA.keys():
            raise KnowledgeError(name, f"{field}: expected a list of {', '.join(CRITERIA)}")
    return {field: tuple(names) for field, names in read.items()}
