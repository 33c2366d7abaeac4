"""Merging decides which accounts tell of one incident, and shows them as one record without losing a contradiction.

The module is what a store needs of merging (`tocsin.model.incident.Merging`): `regroup` and `view`.
`partition(accounts)` clusters any set of accounts at once, with the same result as arrival one by one.
"""

from collections.abc import Iterable, Mapping

from tocsin.model.incident import Account, Formed, Group, Incident, Near, Revision

__all__ = ["partition", "regroup", "view"]


def partition(accounts: Iterable[Account]) -> tuple[frozenset[str], ...]:
    """Return the keys of the accounts that tell of one incident each, in the order of their least keys."""
    raise NotImplementedError


def regroup(fresh: tuple[Account, ...], gone: tuple[Account, ...], *, near: Near, formed: Formed) -> tuple[Group, ...]:
    """Return every group that may have changed after accounts came and were replaced."""
    raise NotImplementedError


def view(revision: Revision, accounts: tuple[Account, ...], *, placed: Mapping[str, str]) -> Incident:
    """Return the incident that the revision's accounts make."""
    raise NotImplementedError
