"""News outlets and agencies: whose they are by a cited source, by which names and addresses they go, and their clock.

`load_outlets()` reads the shipped records; `by_domain("www.bbc.co.uk")` and `by_name("BBC")` find one. What kind an
outlet is says only what its source states of its owner or its place; it is no judgement of what the outlet reports.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from tocsin.errors import KnowledgeError
from tocsin.knowledge.names import folded

OutletKind = Literal["agency", "state", "party", "local", "national", "international"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet; `party_of` is the actor or country of whom `source` says that it belongs to, `zone` an IANA zone."""

    id: str
    name: str
    kind: OutletKind
    source: str
    zone: str
    country: str | None = None
    also: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    party_of: str | None = None


@dataclass(frozen=True, slots=True)
class Outlets:
    """All outlets by id, by domain, and by folded name; a name that several bear leads to all of them."""

    records: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]
    names: Mapping[tuple[str, ...], tuple[Outlet, ...]]

    @classmethod
    def of(cls, outlets: Iterable[Outlet]) -> "Outlets":
        """Index outlets."""
        records = {outlet.id: outlet for outlet in outlets}
        names: defaultdict[tuple[str, ...], tuple[Outlet, ...]] = defaultdict(tuple)
        for outlet in records.values():
            for key in dict.fromkeys(_key(name) for name in (outlet.name, *outlet.also)):
                names[key] = (*names[key], outlet)
        return cls(records, {domain: outlet for outlet in records.values() for domain in outlet.domains}, {**names})

    def by_domain(self, domain: str) -> Outlet | None:
        """Return the outlet of a host name, a part of its site ("edition.cnn.com") included."""
        parts = domain.strip().lower().rstrip(".").split(".")
        return next((found for at in range(len(parts) - 1) if (found := self.domains.get(".".join(parts[at:])))), None)

    def by_name(self, name: str) -> Outlet | None:
        """Return the outlet of a name, spelling and a leading article aside; null where several bear it."""
        found = self.names.get(_key(name), ())
        return found[0] if len(found) == 1 else None


@cache
def load_outlets() -> Outlets:
    """Return the shipped outlets; raise `KnowledgeError` where the file is missing or malformed."""
    source = files("tocsin.data") / "outlets.json"
    try:
        return Outlets.of(msgspec.json.decode(source.read_bytes(), type=tuple[Outlet, ...]))
    except (OSError, msgspec.DecodeError) as error:
        raise KnowledgeError(str(source), f"no outlets: {error}") from error


def _key(name: str) -> tuple[str, ...]:
    words = folded(name)
    return words[1:] if words[:1] == ("the",) else words
