"""Who threatens whom: how many incidents tie each actor to each country and kind of target."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tocsin.model.incident import Incident
from tocsin.model.values import Actor
from tocsin.model.wire import plain
from tocsin.web.wording import actor_name, country_name, plain_words


@dataclass(frozen=True, slots=True)
class Column:
    """One country or kind of target."""

    code: str
    words: str
    title: str
    country: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One actor with a count for each column, and of all its incidents."""

    actor_id: str
    name: str
    counts: tuple[int, ...]
    incidents: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors by targets, the most frequent first."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def matrix(incidents: Iterable[Incident]) -> Matrix:
    """Count incidents for each actor who acted, issued, claims or is blamed, by what was hit or named."""
    cells: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    names: dict[str, str] = {}
    for incident in incidents:
        actors = {actor.actor_id: actor for actor in actors_of(incident) if actor.actor_id}
        codes = set(targets_of(incident))
        names |= {key: actor_name(plain(actor)) for key, actor in actors.items() if key}
        totals.update(key for key in actors if key)
        cells.update((key, code) for key in actors if key for code in codes)
    columns = _columns(cells)
    lines = (_line(key, names[key], columns, cells, total) for key, total in _ranked(totals))
    return Matrix(columns, tuple(lines))


def actors_of(incident: Incident) -> Iterator[Actor]:
    """Give the actors who acted or issued, as told, and those who claim it or are blamed."""
    single = incident.fields.get("issuer")
    views = (*((single,) if single else ()), *incident.lists.get("perpetrators", ()))
    yield from (view.best for view in views if isinstance(view.best, Actor))
    for stances in incident.responsibility:
        if stances.actor and (stances.claims or stances.accused or stances.suspected or stances.confirmed):
            yield stances.actor


def targets_of(incident: Incident) -> Iterator[str]:
    """Give the country and the type of each target."""
    for view in incident.lists.get("targets", ()):
        target: dict[str, Any] = plain(view.best) or {}
        yield from (str(target[key]) for key in ("country", "type") if target.get(key) not in (None, "unknown"))


def _columns(cells: Counter[tuple[str, str]]) -> tuple[Column, ...]:
    """Return the columns, countries before types, each by frequency."""
    found: Counter[str] = Counter()
    for (_, code), number in cells.items():
        found[code] += number
    columns = (_column(code) for code, _ in _ranked(found))
    return tuple(sorted(columns, key=lambda column: not column.country))


def _column(code: str) -> Column:
    is_country = len(code) == 2 and code.isupper()
    return Column(code, code if is_country else plain_words(code), country_name(code), is_country)


def _line(key: str, name: str, columns: tuple[Column, ...], cells: Counter[tuple[str, str]], total: int) -> Line:
    return Line(key, name, tuple(cells[key, column.code] for column in columns), total)


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
