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
from tocsin.store.query import Query, Scope, Totals, moment
from tocsin.store.schema import (
    account_facets,
    account_rolls,
    accounts,
    assessment_facets,
    assessments,
    changes,
    documents,
    incident_facets,
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
_FEW = 1_000
_CODE = 2  # letters of a country's code


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
    return Scope(horizon(connection, query.as_of), query.as_of is None, query.published_by, hidden)


def in_force(table: sa.FromClause, at: int | Scope) -> Condition:
    """Return the condition that a derived row was in force at a change; of now, it has no end."""
    if isinstance(at, Scope):
        return table.c.until.is_(None) if at.now else in_force(table, at.at)
    return (table.c.since <= at) & (table.c.until.is_(None) | (table.c.until > at))


def alive() -> Condition:
    """Return the condition that an incident's state stands for an incident still."""
    return incident_rolls.c.alive == sa.literal(True, Flag)


def find_incidents(connection: sa.Connection, query: Query, scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """Select id and revision of the incidents asked for, in order.

    Where the scope is partial they may be too many: what depends on all that counts (`fits`) is left open, and there is
    no limit.
    """
    table, shelf = incident_rolls, _shelf(connection, query, scope)
    days = incident_rolls if shelf is None else incident_facets
    order = {
        "newest": (days.c.last_day.desc(), days.c.first_day.desc(), days.c.incident_id),
        "oldest": (table.c.first_day, table.c.last_day, table.c.incident_id),
        "updated": (table.c.since.desc(), table.c.incident_id),
    }[query.order]
    asked = sa.select(table.c.incident_id, table.c.revision)
    found = _asked(connection, asked, query, scope, shelf).order_by(*order)
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


def count_incidents(connection: sa.Connection, query: Query, scope: Scope, most: int | None) -> Totals:
    """Count the incidents asked for, the reports that tell of any of them, and the contested, but no more than `most`.

    Of more incidents, neither the reports nor the contested are counted.
    """
    table, shelf = incident_rolls, _shelf(connection, query, scope)
    asked = _asked(connection, sa.select(table.c.incident_id, table.c.contested), query, scope, shelf)
    found = asked.limit(None if most is None else most + 1).subquery()
    contested = sa.func.sum(sa.type_coerce(found.c.contested, sa.Integer))
    number, disputed = connection.execute(sa.select(sa.func.count(), contested).select_from(found)).one()
    if most is not None and number > most:
        return Totals(most, None, None)
    told = found.join(stays, (stays.c.incident_id == found.c.incident_id) & in_force(stays, scope))
    told = told.join(accounts).join(readings).join(documents, readings.c.document_id == documents.c.id)
    reports = sa.select(sa.func.count(readings.c.document_id.distinct())).select_from(told)
    counted = connection.scalar(reports.where(documents.c.source_kind != "correction"))
    return Totals(number, counted or 0, disputed or 0)


def _asked(
    connection: sa.Connection,
    asked: sa.Select[*tuple[Any, ...]],
    query: Query,
    scope: Scope,
    shelf: tuple[str, str] | None,
) -> sa.Select[*tuple[Any, ...]]:
    """Let a selection of incidents be of those asked for, found along a shelf where there is one."""
    conditions = _incident_conditions(connection, query, scope, shelf)
    if shelf is None:
        return asked.where(*conditions)
    table, (facet, value) = incident_facets, shelf
    along = incident_facets.join(incident_rolls, table.c.incident_id == incident_rolls.c.incident_id)
    return asked.select_from(along).where(table.c.facet == facet, table.c.value == value, *conditions)


def _shelf(connection: sa.Connection, query: Query, scope: Scope) -> tuple[str, str] | None:
    """Return the facet along which a list of present incidents is found without looking at all others, if there is one.

    Of several, that of which there are fewest, as far as it pays to count.
    """
    if not scope.now or scope.partial or query.order != "newest":
        return None
    named = []
    if query.country is not None:
        named.append(("country", _country(query.country) or fold(query.country)))
    if query.target is not None and len(query.target.strip()) <= _CODE:
        named.append(("target", _country(query.target) or fold(query.target)))
    if query.actor is not None and _is_id(connection, query.actor):
        named.append(("actor", fold(query.actor)))
    if query.kind is not None:
        named.append(("kind", query.kind))
    return min(named, key=lambda one: _number(connection, *one), default=None)


def _is_id(connection: sa.Connection, actor: str) -> bool:
    """Tell whether what an actor is asked for by is an id that some account names, and not words of a name."""
    table = account_facets.c
    found = sa.select(table.owner_id).where(table.facet == "actor", table.value == fold(actor)).limit(1)
    return connection.scalar(found) is not None


def _number(connection: sa.Connection, facet: str, value: str) -> int:
    table = incident_facets.c
    found = sa.select(table.incident_id).where(table.facet == facet, table.value == value).limit(_FEW)
    return connection.scalar(sa.select(sa.func.count()).select_from(found.subquery())) or 0


def find_threats(connection: sa.Connection, query: Query, scope: Scope) -> sa.Select[*tuple[Any, ...]]:
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
        *_about(connection, query, _has(account_facets, table.c.account_id)),
    )
    return _page(found.where(*asked).order_by(*_by_day(query, first, last), accounts.c.key), query)


def find_assessments(connection: sa.Connection, query: Query, scope: Scope) -> sa.Select[*tuple[Any, ...]]:
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
        *_about(connection, query, has),
    )
    return _page(found.where(*asked).order_by(*_by_day(query, day, day), table.c.id), query)


def _incident_conditions(
    connection: sa.Connection, query: Query, scope: Scope, shelf: tuple[str, str] | None
) -> Iterable[Condition]:
    table = incident_rolls
    # A shelf holds what is alive now; no index of the states is to be gone along in its place.
    yield in_force(table, scope) & alive() if shelf is None else sa.func.coalesce(table.c.until, 0) == 0
    yield from _about(connection, query, _told(connection, scope), shelf and shelf[0])
    if scope.partial:
        return
    if query.kind is not None:
        yield table.c.kind == query.kind
    if query.status is not None:
        yield table.c.status == query.status
    if query.contested is not None:
        yield table.c.contested == query.contested
    days = table if shelf is None else incident_facets
    yield from _days(query, days.c.first_day, days.c.last_day)


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


def _about(connection: sa.Connection, query: Query, has: Scoped, shelf: str | None = None) -> Iterable[Condition]:
    """Yield the conditions of where, whom, who and words, but for that whose shelf is gone along."""
    if query.country is not None and shelf != "country":
        yield has("country", _is(_country(query.country) or fold(query.country)))
    if query.target is not None and shelf != "target":
        yield has("target", _is(_country(query.target) or fold(query.target))) | _all(has, "target_word", query.target)
    if query.actor is not None and shelf != "actor":
        by_id = _is_id(connection, query.actor)
        yield has("actor", _is(fold(query.actor))) if by_id else _all(has, "actor_word", query.actor)
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
    if not asked or (not begin and len(text.strip()) <= _CODE):
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


def _told(connection: sa.Connection, scope: Scope) -> Scoped:
    """Return the scope of incidents, of which some account that counts bears a facet.

    What few accounts bear is looked up first, what many do is asked of each incident.
    """

    def told(facet: str, fits: Callable[[Any], Condition]) -> Condition:
        table, stay = account_facets, stays.alias()
        bears = (table.c.facet == facet) & fits(table.c.value)
        counted = (*_of_documents(table, scope), in_force(stay, scope), stay.c.account_id == table.c.owner_id)
        if _rare(connection, bears):
            return incident_rolls.c.incident_id.in_(sa.select(stay.c.incident_id).where(*counted, bears))
        bears = (table.c.facet.concat("") == facet) & fits(table.c.value)  # no index of what so many bear is of use
        return sa.exists().where(stay.c.incident_id == incident_rolls.c.incident_id, *counted, bears)

    return told


def _of_documents(table: sa.Table, scope: Scope) -> Iterable[Condition]:
    """Yield the conditions that a facet's account is of a document that counts."""
    if scope.partial:
        yield accounts.c.id == table.c.owner_id
        yield accounts.c.reading_id == readings.c.id
        yield readings.c.document_id == documents.c.id
        yield from _counted(scope)


def _rare(connection: sa.Connection, bears: Condition) -> bool:
    found = sa.select(account_facets.c.owner_id).where(bears).limit(_FEW).subquery()
    return (connection.scalar(sa.select(sa.func.count()).select_from(found)) or 0) < _FEW


def _page(found: sa.Select[*tuple[Any, ...]], query: Query) -> sa.Select[*tuple[Any, ...]]:
    return found.limit(query.limit).offset(query.offset or None)
