"""A query becomes conditions over the derived rows in force at one change, so that past and present are asked alike."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from tocsin.knowledge.countries import load_countries
from tocsin.knowledge.fold import fold
from tocsin.model.incident import Incident
from tocsin.store.columns import Flag
from tocsin.store.facets import words
from tocsin.store.query import Query, Scope, moment
from tocsin.store.schema import (
    account_facets,
    account_rolls,
    accounts,
    assessment_facets,
    assessments,
    changes,
    documents,
    incident_rolls,
    readings,
    spells,
    stays,
    texts,
)
from tocsin.store.sources import load_handlings

Condition = sa.ColumnElement[bool]
Scoped = Callable[[str, Callable[[Any], Condition]], Condition]
_LAST = chr(0x10FFFF)


def horizon(connection: sa.Connection, as_of: date | datetime | None) -> int:
    """Return the last change that is known at a time; 0 before the first."""
    query = sa.select(sa.func.max(changes.c.id))
    return connection.scalar(query if as_of is None else query.where(changes.c.at <= moment(as_of))) or 0


def scope(connection: sa.Connection, query: Query) -> Scope:
    """Return what counts for a query."""
    hidden = frozenset[str]()
    if query.release is not None:
        marked = load_handlings(connection)
        hidden = frozenset(name for name, handling in marked.items() if not query.release.allows(handling))
        translations = sa.select(documents.c.name).where(documents.c.translation_of.in_(sorted(hidden)))
        hidden |= frozenset(connection.scalars(translations))
    return Scope(horizon(connection, query.as_of), query.published_by, hidden)


def in_force(table: sa.FromClause, at: int) -> Condition:
    """Return the condition that a derived row was in force at a change."""
    return (table.c.since <= at) & (table.c.until.is_(None) | (table.c.until > at))


def alive() -> Condition:
    """Return the condition that an incident's state stands for an incident still."""
    return incident_rolls.c.alive == sa.literal(True, Flag)


def _staying(table: sa.FromClause, at: int) -> Condition:
    """Return the condition that an account's stay was in an incident at a change."""
    return (table.c.incident_id == incident_rolls.c.incident_id) & in_force(table, at)


def find_incidents(query: Query, scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """Select id and revision of the incidents asked for, in order.

    Where the scope is partial they may be too many: what depends on all that counts (`fits`) is left open, and there is
    no limit.
    """
    table = incident_rolls
    order = {
        "newest": (table.c.last_day.desc(), table.c.first_day.desc()),
        "oldest": (table.c.first_day, table.c.last_day),
        "updated": (table.c.since.desc(),),
    }[query.order]
    found = sa.select(table.c.incident_id, table.c.revision).where(*_incident_conditions(query, scope))
    found = found.order_by(*order, table.c.incident_id)
    return found if scope.partial else _page(found, query)


def fits(incident: Incident, query: Query) -> bool:
    """Tell whether an incident, as far as it counts, is what a query asks for."""
    first, last = _span(incident)
    asked = (query.kind, incident.kind), (query.status, incident.status), (query.contested, incident.contested)
    if any(wanted not in (None, found) for wanted, found in asked):
        return False
    return (query.since is None or last >= query.since) and (query.until is None or first <= query.until)


def ordered(incidents: Iterable[Incident], query: Query) -> list[Incident]:
    """Return incidents, as far as they count, in the order that a query asks for."""
    by_name = sorted(incidents, key=lambda one: one.id)
    if query.order == "updated":
        return sorted(by_name, key=lambda one: one.last_updated, reverse=True)
    if query.order == "oldest":
        return sorted(by_name, key=_span)
    return sorted(by_name, key=lambda one: _span(one)[::-1], reverse=True)


def _span(incident: Incident) -> tuple[date, date]:
    """Return the first and last day on which an incident may have been."""
    told = incident.fields["date"].best if "date" in incident.fields else None
    reported = incident.first_reported.date()
    return (told.start or reported, told.end or reported) if told else (reported, reported)


def count_incidents(query: Query, scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """Select the numbers of incidents asked for, of the reports that tell of any of them, and of the contested."""
    table = incident_rolls
    at, asked = scope.at, tuple(_incident_conditions(query, scope))
    contested = sa.func.sum(sa.type_coerce(table.c.contested, sa.Integer))
    told = table.join(stays, _staying(stays, at)).join(accounts).join(readings)
    reports = sa.select(sa.func.count(readings.c.document_id.distinct())).select_from(told).where(*asked)
    return sa.select(sa.func.count(), reports.correlate(None).scalar_subquery(), contested).where(*asked)


def find_threats(query: Query, scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """Select number, document, key of the accounts of threats asked for, in order."""
    table = account_rolls
    reported = sa.func.coalesce(documents.c.published, sa.func.substr(changes.c.at, 1, 10))
    first, last = sa.func.coalesce(table.c.first_day, reported), sa.func.coalesce(table.c.last_day, reported)
    joined = table.join(accounts).join(readings, table.c.reading_id == readings.c.id).join(spells)
    joined = joined.join(documents, readings.c.document_id == documents.c.id)
    joined = joined.join(changes, documents.c.change_id == changes.c.id)
    found = sa.select(table.c.account_id, documents.c.name, accounts.c.key).select_from(joined)
    asked = (
        *(in_force(spells, scope.at), *_counted(scope), documents.c.source_kind != "correction"),
        *(table.c.kind == "threat", table.c.kind == (query.kind or "threat"), _unread(query)),
        *_days(query, first, last),
        *_about(query, _has(account_facets, table.c.account_id)),
    )
    return _page(found.where(*asked).order_by(*_by_day(query, first, last), accounts.c.key), query)


def find_assessments(query: Query, scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """Select body, text, document and the key prefix of the assessments asked for, in order."""
    table = assessments
    day = sa.func.coalesce(documents.c.published, sa.func.substr(changes.c.at, 1, 10))
    joined = table.join(readings).join(spells).join(documents, readings.c.document_id == documents.c.id)
    joined = joined.join(changes, documents.c.change_id == changes.c.id).outerjoin(texts)
    found = sa.select(table.c.body, texts.c.text, documents.c.name, readings.c.prefix).select_from(joined)
    has = _has(assessment_facets, table.c.id)
    kind = () if query.kind is None else (has("type", _is(query.kind)),)
    asked = (
        in_force(spells, scope.at),
        *_counted(scope),
        *kind,
        _unread(query),
        *_days(query, day, day),
        *_about(query, has),
    )
    return _page(found.where(*asked).order_by(*_by_day(query, day, day), table.c.id), query)


def _incident_conditions(query: Query, scope: Scope) -> Iterable[Condition]:
    table = incident_rolls
    yield in_force(table, scope.at) & alive()
    yield from _about(query, _told(scope))
    if scope.partial:
        return
    if query.kind is not None:
        yield table.c.kind == query.kind
    if query.status is not None:
        yield table.c.status == query.status
    if query.contested is not None:
        yield table.c.contested == query.contested
    yield from _days(query, table.c.first_day, table.c.last_day)


def _counted(scope: Scope) -> Iterable[Condition]:
    """Yield the conditions that a document counts."""
    if scope.published_by is not None:
        yield documents.c.published <= scope.published_by
    if scope.hidden:
        yield documents.c.name.not_in(sorted(scope.hidden))


def _unread(query: Query) -> Condition:
    """Return the condition that nobody reviews what single documents say: all of it is draft."""
    return sa.false() if query.status == "reviewed" else sa.true()


def _days(query: Query, first: sa.ColumnElement[Any], last: sa.ColumnElement[Any]) -> Iterable[Condition]:
    if query.since is not None:
        yield last >= query.since
    if query.until is not None:
        yield first <= query.until


def _by_day(query: Query, first: sa.ColumnElement[Any], last: sa.ColumnElement[Any]) -> tuple[Any, ...]:
    if query.order == "updated":
        return (spells.c.since.desc(),)
    return (first, last) if query.order == "oldest" else (last.desc(), first.desc())


def _about(query: Query, has: Scoped) -> Iterable[Condition]:
    if query.country is not None:
        yield has("country", _is(_country(query.country) or fold(query.country)))
    if query.target is not None:
        yield has("target", _is(_country(query.target) or fold(query.target))) | _all(has, "target_word", query.target)
    if query.actor is not None:
        yield has("actor", _is(fold(query.actor))) | _all(has, "actor_word", query.actor)
    if query.query is not None and query.query.strip():
        yield _all(has, "word", query.query, begin=True)


def _country(words: str) -> str | None:
    """Return the folded code of the country that is named, by itself or by its people."""
    countries = load_countries()
    code = countries.code_of(words) or countries.nationality(words.strip().title())
    return None if code is None else fold(code)


def _all(has: Scoped, facet: str, text: str, *, begin: bool = False) -> Condition:
    """Return the condition that every word of a text is there; two letters are a country's code and no word."""
    asked = words(text)
    if not asked or (not begin and len(text.strip()) <= 2):
        return sa.false()
    return sa.and_(*(has(facet, _begins(word) if begin else _is(word)) for word in asked))


def _is(value: str) -> Callable[[Any], Condition]:
    return lambda column: column == value


def _begins(value: str) -> Callable[[Any], Condition]:
    return lambda column: (column >= value) & (column < value + _LAST)


def _has(table: sa.Table, owner: sa.ColumnElement[int]) -> Scoped:
    """Return the scope of records that bear their facets themselves."""

    def has(facet: str, fits: Callable[[Any], Condition]) -> Condition:
        return owner.in_(sa.select(table.c.owner_id).where(table.c.facet == facet, fits(table.c.value)))

    return has


def _told(scope: Scope) -> Scoped:
    """Return the scope of incidents, of which some account that counts bears a facet."""

    def told(facet: str, fits: Callable[[Any], Condition]) -> Condition:
        table, stay = account_facets, stays.alias()
        bears = (table.c.facet == facet) & fits(table.c.value)
        found = sa.exists().where(_staying(stay, scope.at), stay.c.account_id == table.c.owner_id, bears)
        if not scope.partial:
            return found
        joined = accounts.c.id == table.c.owner_id, accounts.c.reading_id == readings.c.id
        return found.where(*joined, readings.c.document_id == documents.c.id, *_counted(scope))

    return told


def _page(found: sa.Select[*tuple[Any, ...]], query: Query) -> sa.Select[*tuple[Any, ...]]:
    return found.limit(query.limit).offset(query.offset or None)
