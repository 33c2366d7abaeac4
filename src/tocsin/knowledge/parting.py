"""The small words of phrases that tell a part of a group by the whole: "the faction that broke away from X"."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartingWords:
    """Words that open a phrase for a part, lead to the whole, say where the part is, or what it has to do with others.

    `sworn` with `oaths`, or `bound`, ties a part to another group; `left` and `broke` say that it left the whole,
    `kept` that the whole keeps it. `plurals` are nouns for several parts; those of `alone` tell a part by themselves,
    those of `leavers`, `bodies`, `squads` and `halves` only with words beside them. `tells` go on from a
    faction to say which it is, `subjects` stand for a name before a verb, `alike` are other words for those that tell
    parts.
    """

    own: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    closing: frozenset[str]
    anybody: frozenset[str]
    behind: frozenset[str]
    within: frozenset[str]
    based: frozenset[str]
    directions: frozenset[str]
    sworn: frozenset[str]
    oaths: frozenset[str]
    bound: frozenset[str]
    left: frozenset[str]
    broke: frozenset[str]
    kept: frozenset[str]
    plurals: Mapping[str, str]
    alone: frozenset[str]
    leavers: frozenset[str]
    bodies: frozenset[str]
    squads: frozenset[str]
    halves: frozenset[str]
    sides: frozenset[str]
    telling: frozenset[str]
    tells: frozenset[str]
    subjects: frozenset[str]
    local: frozenset[str]
    alike: Mapping[str, str]

    def closes(self) -> frozenset[str]:
        """Return the words before which what stands before a noun ends."""
        return self.closing | self.own | self.definite | self.indefinite
