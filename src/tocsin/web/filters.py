"""The filters of a list are its address: every one can be read from it, written back into it and taken off."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Final, Literal, get_args
from urllib.parse import urlencode

from tocsin.errors import TocsinError
from tocsin.knowledge.countries import load_countries
from tocsin.model.record import EventKind

Status = Literal["draft", "reviewed"]
YES_NO: Final = {"yes": True, "no": False}
LABELS: Final = {
    "country": "Place",
    "target": "Target",
    "kind": "Kind",
    "actor": "Actor",
    "since": "Since",
    "until": "Until",
    "status": "State",
    "contested": "Contested",
    "q": "Words",
    "as_of": "As known on",
    "published_by": "Published by",
}


class FilterError(TocsinError):
    """A filter in an address cannot be read: `subject` is the filter as given, `reason` what is expected."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; `None` where a filter is off."""

    country: str | None = None
    target: str | None = None
    kind: EventKind | None = None
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    status: Status | None = None
    contested: bool | None = None
    q: str | None = None
    as_of: date | None = None
    published_by: date | None = None

    @property
    def known(self) -> "Filters":
        """What of the filters says which knowledge counts, on any page."""
        return Filters(as_of=self.as_of, published_by=self.published_by)


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that is on; `without` is the query of the same list without it."""

    label: str
    value: str
    without: str


def read_filters(asked: Mapping[str, str]) -> Filters:
    """Return the filters of an address; raise `FilterError` at the first that cannot be read or is not known."""
    for name in asked:
        if name not in (*LABELS, "page", "report"):
            raise FilterError(f"{name}={asked[name]}", f"no such filter; expected one of {', '.join(LABELS)}")
    given = {name: asked[name].strip() for name in LABELS if asked.get(name, "").strip()}
    found = Filters(**{name: READERS[name](name, value) for name, value in given.items()})
    if found.since and found.until and found.until < found.since:
        raise FilterError(f"until={found.until}", f"expected a day not before since={found.since}")
    return found


def read_page(asked: Mapping[str, str], name: str = "page") -> int:
    """Return the page or report number of an address, 1 where it names none."""
    value = asked.get(name, "").strip() or "1"
    if not re.fullmatch(r"[1-9][0-9]{0,8}", value):
        raise FilterError(f"{name}={value}", "expected a whole number from 1")
    return int(value)


def query(filters: Filters, **more: Any) -> str:
    """Return the query of an address, from its "?", or nothing where no filter is on."""
    on = {name: written(value) for name, value in {**asdict(filters), **more}.items() if value is not None}
    return f"?{urlencode(on)}" if on else ""


def written(value: Any) -> str:
    """Return a filter's value as an address has it."""
    return str(value) if not isinstance(value, bool) else "yes" if value else "no"


def chips(filters: Filters) -> tuple[Chip, ...]:
    """Return a chip for each filter that is on."""
    on = ((name, value) for name, value in asdict(filters).items() if value is not None)
    return tuple(Chip(LABELS[name], written(value), query(replace(filters, **{name: None}))) for name, value in on)


def _country(name: str, value: str) -> str:
    code = load_countries().code_of(value)
    if code is None:
        raise FilterError(f"{name}={value}", "expected a country, by its two letters (ISO 3166) or its English name")
    return code


def _kind(name: str, value: str) -> str:
    return _one_of(name, value, get_args(EventKind))


def _status(name: str, value: str) -> str:
    return _one_of(name, value, get_args(Status))


def _yes_no(name: str, value: str) -> bool:
    return YES_NO[_one_of(name, value, tuple(YES_NO))]


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value in known:
        return value
    raise FilterError(f"{name}={value}", f"expected one of {', '.join(known)}")


def _day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise FilterError(f"{name}={value}", "expected a day as YYYY-MM-DD") from None


def _words(name: str, value: str) -> str:
    if "\x00" in value or len(value) > 500:
        raise FilterError(f"{name}={value[:40]!r}…", "expected up to 500 characters, none of them NUL")
    return value


READERS: Final[Mapping[str, Callable[[str, str], Any]]] = {
    "country": _country,
    "target": _words,
    "kind": _kind,
    "actor": _words,
    "since": _day,
    "until": _day,
    "status": _status,
    "contested": _yes_no,
    "q": _words,
    "as_of": _day,
    "published_by": _day,
}
