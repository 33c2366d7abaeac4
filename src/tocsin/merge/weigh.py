"""How the told values of one field stand to each other: which origins give each, support it, or contest it.

An origin is a quoted voice, else what the report goes back to (`origins.py`); of each only its latest values count, so
that whoever corrects himself contests nothing. A number is overtaken by a greater one of a later day, and does not
contest it. What a reviewer puts in is nobody's report: it neither supports nor contests.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tocsin.merge.compatible import compatible
from tocsin.merge.origins import Mark, quoted
from tocsin.merge.told import Said, identity
from tocsin.model.incident import Account, Credibility
from tocsin.model.values import Count

Root = Callable[[Account], Mark]
Origin = tuple[str, ...]


@dataclass(slots=True)
class Weighed:
    """One value with everybody who tells it; `support` are the origins of what is compatible, `against` of the rest.

    `days` is when each origin that holds it still told it last.
    """

    identity: tuple[str, ...]
    said: list[Said] = field(default_factory=list)
    days: dict[Origin, str] = field(default_factory=dict)
    support: set[Origin] = field(default_factory=set)
    against: set[Origin] = field(default_factory=set)

    @property
    def value(self) -> Any:
        """The value, as an account settled on it where one did."""
        return next((one.value for one in self.said if one.own), self.said[0].value)

    @property
    def affirmed(self) -> bool:
        """Whether anybody puts it forward, and no reviewer said last that it is not so."""
        reviewed = [one for one in self.said if one.reviewed]
        if reviewed:
            return max(reviewed, key=lambda one: one.account.first_seen).affirmed
        return any(one.affirmed for one in self.said)

    @property
    def disputed(self) -> bool:
        """Whether one holder puts it forward as certain and another denies it as certain, reviewers aside."""
        return {"CT+", "CT-"} <= {one.citation.factuality for one in self.said if not one.reviewed}


def weigh(told: Iterable[Said], root: Root) -> tuple[Weighed, ...]:
    """Return the values of one field in the order of first telling, each with what speaks for and against it."""
    found: dict[tuple[str, ...], Weighed] = {}
    latest: dict[Origin, str] = {}
    for one in told:
        key = identity(one.value)
        found.setdefault(key, Weighed(key)).said.append(one)
        if one.affirmed and not one.reviewed:
            who, day = origin(one, root), one.account.published or ""
            latest[who] = max(day, latest.get(who, ""))
            found[key].days[who] = max(day, found[key].days.get(who, ""))
    values = tuple(found.values())
    for value in values:
        value.days = {who: day for who, day in value.days.items() if day == latest[who]}
    for value in values:
        for other in values:
            if value is other or compatible(value.value, other.value):
                value.support |= other.days.keys()
            else:
                value.against |= set(_against(value, other))
        value.against -= value.support
    return values


def origin(said: Said, root: Root) -> Origin:
    """Return the origin of what is said: the voice that is quoted, else that of the report."""
    spoken = quoted(said.citation.holder)
    return ("voice", *spoken) if spoken else root(said.account)


def contested(values: Iterable[Weighed]) -> bool:
    """Tell whether origins that do not go back to each other disagree."""
    return any(one.disputed or any(one.against - {who} for who in one.days) for one in values)


def credibility(said: Said, value: Weighed, root: Root) -> Credibility | None:
    """Return how far other origins bear out what is said (Admiralty); null where none says anything of it.

    1 confirmed by two others and more, 2 by one, 3 by more than disagree, 4 by no more than disagree, 5 by none while
    two disagree.
    """
    if not said.affirmed or said.reviewed:
        return None
    own = origin(said, root)
    agree, disagree = len(value.support - {own}), len(value.against - {own})
    if not agree and not disagree:
        return None
    if not disagree:
        return 1 if agree > 1 else 2
    if agree > disagree:
        return 3
    return 4 if agree or disagree == 1 else 5


def _against(one: Weighed, other: Weighed) -> Iterator[Origin]:
    """Yield the origins of another value that contest one."""
    for who, day in other.days.items():
        for mine, at in one.days.items():
            if (
                who != mine
                and not _overtaken(one.value, at, other.value, day)
                and not _overtaken(other.value, day, one.value, at)
            ):
                yield who
                break


def _overtaken(less: Any, early: str, more: Any, late: str) -> bool:
    """Tell whether a number of one day was overtaken by a greater one of a later day."""
    if not (isinstance(less, Count) and isinstance(more, Count) and early and early < late):
        return False
    return (less.low or 0) < (more.low if more.low is not None else more.high or 0)
