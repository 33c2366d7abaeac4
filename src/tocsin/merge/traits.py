"""What comparing looks at of an account, taken out once: an account is compared with many others."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from tocsin.knowledge.fold import fold
from tocsin.merge.compatible import days
from tocsin.model.incident import Account
from tocsin.model.record import Event
from tocsin.model.values import Actor, Count, Place, When

TOLLS = ("killed", "abducted", "arrested", "wounded", "killed_perpetrators")


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """The traits of one account; `latest` is the last day, as an ordinal, on which it can have happened.

    Two are equal only where they are one object, so that comparisons can be remembered by them at no cost.
    """

    kind: str
    document: str
    main: bool
    when: When | None
    latest: int | None
    place: Place | None
    tolls: tuple[Count | None, ...]
    actors: frozenset[str]
    issuers: frozenset[str]
    nationalities: frozenset[str]
    target_types: frozenset[str]
    target_words: frozenset[str]
    manners: frozenset[str]
    title: str


def traits(account: Account) -> Traits:
    """Return what comparing looks at; of the same account the same object, as long as it is remembered."""
    return _traits(replace(account, event=replace(account.event, assertions=())))


@lru_cache(maxsize=10_000)
def _traits(account: Account) -> Traits:
    event = account.event
    return Traits(
        kind=event.kind,
        document=account.document,
        main=event.main,
        when=event.date if days(event.date) is not None else None,
        latest=_latest(account),
        place=event.place,
        tolls=tuple(getattr(event, name) for name in TOLLS),
        actors=_actors(event),
        issuers=_ids(event.issuer),
        nationalities=frozenset(target.country for target in event.targets if target.country is not None),
        target_types=frozenset(target.type for target in event.targets) - {"unknown"},
        target_words=frozenset(w for target in event.targets for w in fold(target.text).split() if len(w) > 3),
        manners=frozenset(event.attack_types) - {"unknown"},
        title=fold(event.title or ""),
    )


def _latest(account: Account) -> int | None:
    span = days(account.event.date)
    if span is not None:
        return span[1]
    return None if account.published is None else date.fromisoformat(account.published[:10]).toordinal()


def _actors(event: Event) -> frozenset[str]:
    """Return the ids of every actor that an event names in any part."""
    actors = (*event.perpetrators, event.issuer, event.media_arm, event.authority)
    actors += tuple(subject.organisation for subject in event.subjects)
    actors += tuple(said.actor for said in event.responsibility)
    return frozenset().union(*(_ids(actor) for actor in actors))


def _ids(actor: Actor | None) -> frozenset[str]:
    return frozenset() if actor is None or actor.actor_id is None else frozenset({actor.actor_id})
