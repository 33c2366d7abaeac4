"""Merging decides which accounts tell of one incident, and shows them as one record without losing a contradiction.

The module is what a store needs of merging (`tocsin.model.incident.Merging`): `regroup` and `view`.
`partition(accounts)` clusters any set of accounts at once, with the same result as arrival one by one.
`compare(a, b)` gives the reasons for and against two accounts being one, with points.
"""

from tocsin.merge.cluster import partition
from tocsin.merge.compare import Comparison, compare, same
from tocsin.merge.regroup import regroup
from tocsin.merge.views import incident as view

__all__ = ["Comparison", "compare", "partition", "regroup", "same", "view"]
