"""Merging decides which accounts tell of one incident, and shows them as one record without losing a contradiction.

`merger(knowledge)` is what a store needs of merging (`tocsin.model.incident.Merging`).
`partition(traits, scale)` clusters any set of accounts at once, with the same result as arrival one by one.
`compare(a, b, weights)` gives the signs for and against two accounts being one.
"""

from tocsin.merge.cluster import partition
from tocsin.merge.compare import Comparison, compare
from tocsin.merge.merger import Merger, merger
from tocsin.merge.policy import Policy, load_policy
from tocsin.merge.scale import Scale, load_scale
from tocsin.merge.traits import Traits, traits

__all__ = [
    "Comparison",
    "Merger",
    "Policy",
    "Scale",
    "Traits",
    "compare",
    "load_policy",
    "load_scale",
    "merger",
    "partition",
    "traits",
]
