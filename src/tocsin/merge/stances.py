"""Who claims, denies or is blamed: everything said of an actor's part stays, a claim beside a denial by the same."""

from collections.abc import Iterable, Iterator

from tocsin.knowledge.fold import fold
from tocsin.merge.told import cite
from tocsin.model.incident import Account, Citation, Stances
from tocsin.model.record import Responsibility
from tocsin.model.values import Actor


def stances(accounts: Iterable[Account]) -> tuple[Stances, ...]:
    """Return what is said of each actor's responsibility, in the order of first telling."""
    actors: dict[str, Actor | None] = {}
    said: dict[str, dict[str, dict[str, Citation]]] = {}
    for account in accounts:
        for held, citation in _cited(account):
            who = _who(held.actor)
            actors.setdefault(who, held.actor)
            said.setdefault(who, {}).setdefault(held.stance, {})[citation.id] = citation
    return tuple(
        Stances(actor, **{stance: tuple(cited.values()) for stance, cited in said[who].items()})
        for who, actor in actors.items()
    )


def _cited(account: Account) -> Iterator[tuple[Responsibility, Citation]]:
    """Pair each responsibility with the assertions that name it or that it names."""
    for index, held in enumerate(account.event.responsibility):
        pointer = f"/responsibility/{index}"
        for assertion in account.event.assertions:
            if assertion.id == held.assertion or assertion.field in (pointer, f"{pointer}/actor"):
                yield held, cite(account, assertion)


def _who(actor: Actor | None) -> str:
    return "" if actor is None else actor.actor_id or fold(actor.name)
