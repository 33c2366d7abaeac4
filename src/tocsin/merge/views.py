"""An incident is a view: all that its accounts tell of each field, who tells it, and the best of it.

The best value is the one that the policy puts first (`policy.py`). A field is contested where independent origins
disagree (`weigh.py`), or where what one holder puts forward as certain another denies as certain.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from operator import attrgetter
from typing import Any

from tocsin.merge.elements import elements
from tocsin.merge.links import incoming, outgoing
from tocsin.merge.origins import rooted
from tocsin.merge.policy import Policy
from tocsin.merge.stances import stances
from tocsin.merge.told import Said, said
from tocsin.merge.weigh import Root, Weighed, contested, credibility, weigh
from tocsin.model.handling import strictest
from tocsin.model.incident import MANY, SINGLE, Account, Citation, Incident, Revision, Told, View
from tocsin.model.record import Event

Sentence = Callable[[Event], str]
KEPT: Sentence = attrgetter("summary")  # the sentence that an event has already


def incident(
    revision: Revision,
    accounts: Iterable[Account],
    policy: Policy,
    *,
    placed: Mapping[str, str],
    leading: Iterable[Account] = (),
    sentence: Sentence = KEPT,
) -> Incident:
    """Return the incident that the revision's accounts make; `placed` tells the incident of an account's key.

    `leading` are accounts of other incidents whose links lead here. Once corrected, it is summed up by a `sentence`
    made of the best values.
    """
    told = sorted(accounts, key=lambda account: (account.published or "", account.key))
    root = rooted(told)
    spoken = _spoken(told)
    seen = partial(view, policy=policy, root=root)
    lead = max(told, key=lambda account: (account.event.main, len(account.event.assertions)))
    fields = {name: shown for name in SINGLE if name in spoken and (shown := seen(spoken[name], name))}
    lists = {name: views for name in MANY if (views := _views(spoken.get(name, ()), name, seen))}
    corrected = any(account.source_kind == "correction" for account in told)
    return Incident(
        id=revision.incident,
        kind=lead.event.kind,
        status="reviewed" if corrected else "draft",
        summary=sentence(_best(lead.event, fields, lists)) if corrected else lead.event.summary,
        fields=fields,
        lists=lists,
        responsibility=stances(told),
        links=(*outgoing(told, placed, revision.incident), *incoming(told, leading, placed, revision.incident)),
        accounts=tuple(account.key for account in told),
        documents=tuple(dict.fromkeys(account.document for account in told)),
        independent_sources=len({root(one) for one in told if one.source_kind != "correction"}),
        first_reported=min(_reported(account) for account in told),
        last_updated=revision.at,
        revision=revision.revision,
        superseded_by=revision.superseded_by,
        withdrawn=revision.withdrawn,
        sample=any(account.sample for account in told),
        handling=strictest(account.handling for account in told),
    )


def view(told: Iterable[Said], name: str, policy: Policy, root: Root) -> View | None:
    """Return all that is said of one thing, the same values together; null where nothing is."""
    values = weigh(told, root)
    if not values:
        return None
    best = policy.best(name, values)
    shown = tuple(Told(one.value, tuple(_cited(said, one, root) for said in one.said)) for one in values)
    return View(None if best is None else best.value, contested(values), shown)


def _best(event: Event, fields: Mapping[str, View], lists: Mapping[str, tuple[View, ...]]) -> Event:
    """Return an event with the best values of an incident in place of its own."""
    single: dict[str, Any] = {name: shown.best for name, shown in fields.items()}
    several: dict[str, Any] = {
        name: tuple(one.best for one in views if one.best is not None) for name, views in lists.items()
    }
    return replace(event, **single, **several)


def _cited(said: Said, value: Weighed, root: Root) -> Citation:
    return replace(said.citation, credibility=credibility(said, value, root))


def _spoken(accounts: Iterable[Account]) -> dict[str, list[Said]]:
    """Return what accounts say, by field, in their order."""
    found: dict[str, list[Said]] = {}
    for account in accounts:
        for name, one in said(account):
            found.setdefault(name, []).append(one)
    return found


def _views(told: Iterable[Said], name: str, seen: Callable[[Iterable[Said], str], View | None]) -> tuple[View, ...]:
    views = (seen(element, name) for element in elements(told))
    return tuple(shown for shown in views if shown is not None)


def _reported(account: Account) -> datetime:
    if account.published is None:
        return account.first_seen
    return datetime.combine(date.fromisoformat(account.published[:10]), time(), UTC)
