"""A crowd is the news of one day from one country: the more there is of it, the more has to speak for any two."""

from collections.abc import Callable, Collection
from functools import cache

from tocsin.model.incident import Sketch, Surroundings

CROWDED = "much else happened"


def crowd(key: int, around: Surroundings) -> tuple[Sketch, ...]:
    """Return the accounts with a say of a crowd, given by its key."""
    return around.near(frozenset({key}), cores=True)


def counted(around: Surroundings, without: Collection[str] = ()) -> Callable[[int], int]:
    """Return what tells how many accounts with a say are of a crowd, without some."""

    @cache
    def count(key: int) -> int:
        return sum(one.key not in without for one in crowd(key, around))

    return count
