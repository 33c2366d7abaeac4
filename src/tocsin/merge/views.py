"""An incident is a view: all that its accounts tell of each field, who tells it, and the best of it.

The best value is one that accounts settled on themselves; of those, the one that most outlets' readings are compatible
with, then the most precise, the latest published, and the highest. A field is contested where two values that are put
forward cannot both hold, or where what one holder puts forward as certain another denies as certain.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from itertools import combinations
from typing import Any

from tocsin.merge.compatible import compatible
from tocsin.merge.elements import elements
from tocsin.merge.stances import stances
from tocsin.merge.told import Said, identity, said
from tocsin.model.incident import MANY, SINGLE, Account, Incident, IncidentLink, Revision, Told, View
from tocsin.model.values import Actor, Count, Place, When

_PRECISION = (
    *("unknown", "year", "month", "week", "day"),
    *("sea", "country", "region", "linear", "admin1", "admin2", "near", "settlement", "exact"),
)


def incident(revision: Revision, accounts: Iterable[Account], *, placed: Mapping[str, str]) -> Incident:
    """Return the incident that the revision's accounts make; `placed` tells the incident of an account's key."""
    told = sorted(accounts, key=lambda account: (account.published or "", account.key))
    lead = max(told, key=lambda account: (account.event.main, len(account.event.assertions)))
    return Incident(
        id=revision.incident,
        kind=lead.event.kind,
        status="draft",
        summary=lead.event.summary,
        fields={name: shown for name in SINGLE if (shown := view(_told(told, name))) is not None},
        lists={name: views for name in MANY if (views := _views(told, name))},
        responsibility=stances(told),
        links=tuple(_links(told, placed, revision.incident)),
        accounts=tuple(account.key for account in told),
        documents=tuple(dict.fromkeys(account.document for account in told)),
        independent_sources=independent(told),
        first_reported=min(_reported(account) for account in told),
        last_updated=revision.at,
        revision=revision.revision,
        superseded_by=revision.superseded_by,
        withdrawn=revision.withdrawn,
        sample=any(account.sample for account in told),
    )


def outlet(account: Account) -> str:
    """Return what tells outlets apart; documents whose outlet is not known count as one, since they may be."""
    return (account.source.domain or account.source.name or "").casefold().removeprefix("www.")


def independent(accounts: Iterable[Account]) -> int:
    """Return how many sources do not repeat each other.

    One outlet is one source, and so are copies of one text, and a text and its translations.
    """
    home: dict[tuple[str, str], tuple[str, str]] = {}

    def root(mark: tuple[str, str]) -> tuple[str, str]:
        while home.setdefault(mark, mark) != mark:
            mark = home[mark]
        return mark

    for account in accounts:
        source = root(("outlet", outlet(account)))
        if account.sha256 is not None:
            home[root(("text", account.sha256))] = source
        home[root(("original", account.translation_of or account.document))] = root(source)
    return sum(above == mark for mark, above in home.items())


def view(told: Iterable[Said]) -> View | None:
    """Return all that is said of one thing, the same values together; null where nothing is."""
    values: dict[tuple[str, ...], list[Said]] = {}
    for one in told:
        values.setdefault(identity(one.value), []).append(one)
    if not values:
        return None
    groups = list(values.values())
    shown = tuple(Told(_shown(group), tuple(one.citation for one in group)) for group in groups)
    best = _best(groups)
    return View(None if best is None else _shown(best), _contested(groups), shown)


def _told(accounts: Iterable[Account], name: str) -> Iterable[Said]:
    return (one for account in accounts for one in said(account, name))


def _views(accounts: list[Account], name: str) -> tuple[View, ...]:
    views = (view(element) for element in elements(_told(accounts, name)))
    return tuple(shown for shown in views if shown is not None)


def _shown(group: list[Said]) -> Any:
    return next((one.value for one in group if one.own), group[0].value)


def _best(groups: list[list[Said]]) -> Any:
    """Return the group to show first; null where no value is put forward."""
    forward = [group for group in groups if any(one.affirmed for one in group)]
    settled = [group for group in forward if any(one.own for one in group)]
    return max(settled or forward, key=lambda group: _rank(group, forward), default=None)


def _rank(group: list[Said], forward: list[list[Said]]) -> tuple[int, int, str, int, tuple[str, ...]]:
    value = _shown(group)
    beside = [one for other in forward if compatible(_shown(other), value) for one in other if one.own]
    latest = max(one.account.published or "" for one in group)
    low = value.low if isinstance(value, Count) and value.low is not None else 0
    return independent(one.account for one in beside), _precision(value), latest, low, identity(value)


def _precision(value: Any) -> int:
    match value:
        case When() | Place():
            return _PRECISION.index(value.precision)
        case Count():
            return int(value.low is not None and value.low == value.high)
        case Actor():
            return int(value.actor_id is not None)
    return 0


def _contested(groups: list[list[Said]]) -> bool:
    forward = [group for group in groups if any(one.affirmed for one in group)]
    if any(not compatible(_shown(one), _shown(other)) for one, other in combinations(forward, 2)):
        return True
    return any({"CT+", "CT-"} <= {one.citation.factuality for one in group} for group in groups)


def _links(accounts: list[Account], placed: Mapping[str, str], own: str) -> Iterable[IncidentLink]:
    for account in accounts:
        for link in account.event.links:
            key = None if link.event is None else f"{account.key.rpartition(':')[0]}:{link.event}"
            other = None if key is None else placed.get(key)
            if other != own:
                yield IncidentLink(link.relation, other, link.text, account.document, link.span)


def _reported(account: Account) -> datetime:
    if account.published is None:
        return account.first_seen
    return datetime.combine(date.fromisoformat(account.published[:10]), time(), UTC)
