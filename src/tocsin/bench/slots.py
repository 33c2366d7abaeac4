"""What is compared of a predicted event and the gold event it is paired with: one row a slot.

A slot that neither has is not counted; a key that the gold does not have at all was not annotated and is not scored.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.bench.alike import (
    Record,
    exact_count,
    fold,
    same_actor,
    same_count,
    same_date,
    same_place,
    same_start,
    same_words,
    settled,
)
from tocsin.bench.assign import aligned
from tocsin.bench.tally import Tally, hits

COUNTS = ("killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators", "acts")
Values = Callable[[Record], Sequence[Any]]
Same = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Slot:
    """A comparable part of an event: its values on each side, and when two of them are the same."""

    name: str
    key: str
    values: Values
    same: Same
    inner: tuple[str, ...] = ()

    def annotated(self, gold: Record) -> bool:
        """Tell whether the gold says anything about this slot, be it that there is nothing."""
        value = gold.get(self.key)
        parts = value if isinstance(value, list) else [value]
        return self.key in gold and all(key in part for part in parts if isinstance(part, dict) for key in self.inner)

    def tally(self, predicted: Record, gold: Record) -> Tally:
        """Return what is right; an empty record on either side says nothing."""
        said, meant = self.values(predicted), self.values(gold)
        return hits(aligned(said, meant, self.same), len(said), len(meant))


def equals(one: Any, other: Any) -> bool:
    """Tell whether two values are equal."""
    return bool(one == other)


def single(
    name: str,
    key: str,
    same: Same = equals,
    read: Callable[[Any], Any] = lambda value: value,
    inner: tuple[str, ...] = (),
) -> Slot:
    """Return a slot with at most one value, `read` from what stands under the key."""

    def values(event: Record) -> list[Any]:
        value = event.get(key)
        found = None if value is None else read(value)
        return [] if found is None else [found]

    return Slot(name, key, values, same, inner)


def inside(name: str, key: str, part: str) -> Slot:
    """Return a slot that is one part of the value under the key."""
    return single(name, key, read=lambda value: value.get(part), inner=(part,))


def several(
    name: str, key: str, same: Same, read: Callable[[Any], Any] = lambda item: item, inner: tuple[str, ...] = ()
) -> Slot:
    """Return a slot with a value for each item of a list from which `read` gets one."""

    def values(event: Record) -> list[Any]:
        return [found for item in event.get(key) or () if (found := read(item)) is not None]

    return Slot(name, key, values, same, inner)


def folded(one: str, other: str) -> bool:
    """Tell whether two texts are the same words."""
    return fold(one) == fold(other)


def country_and_role(target: Record) -> tuple[str, str] | None:
    """Return the nationality and the role of a target that has one."""
    return (target["country"], target.get("role", "hit")) if target.get("country") else None


def named_country(target: Record) -> str | None:
    """Return the nationality of a target that is threatened by name."""
    return target.get("country") if target.get("role") == "named" else None


def same_stance(one: Record, other: Record) -> bool:
    """Tell whether two entries give the same actor the same stance."""
    return one.get("stance") == other.get("stance") and same_actor(one.get("actor"), other.get("actor"))


def same_stance_and_holder(one: Record, other: Record) -> bool:
    """Tell whether two entries agree, and their holders are of one kind."""
    kinds = [(entry.get("holder") or {}).get("kind") for entry in (one, other)]
    return same_stance(one, other) and kinds[0] == kinds[1]


def counts() -> Iterable[Slot]:
    """Return two slots for each count: the number, and the whole interval with its qualifier."""
    for key in COUNTS:
        yield single(key, key, same_count)
        yield single(f"{key} exact", key, exact_count, inner=("low", "high", "qualifier"))


SLOTS: tuple[Slot, ...] = (
    single("kind", "kind"),
    single("main", "main"),
    several("attack_types", "attack_types", equals),
    single("suicide", "suicide"),
    single("stage", "stage"),
    single("date", "date", same_date, settled),
    single("date start", "date", same_start, settled),
    inside("country", "place", "country"),
    single("place", "place", same_place),
    *counts(),
    several("perpetrators", "perpetrators", same_actor),
    several("targets country+role", "targets", equals, country_and_role, ("country",)),
    several("targets type", "targets", equals, lambda target: target.get("type"), ("type",)),
    several("targets words", "targets", same_words),
    several("weapons type", "weapons", equals, lambda weapon: weapon.get("type"), ("type",)),
    several("stance", "responsibility", same_stance),
    several("stance+holder", "responsibility", same_stance_and_holder, inner=("holder",)),
    single("issuer", "issuer", same_actor),
    single("media_arm", "media_arm", same_actor),
    single("authority", "authority", same_actor),
    several("subjects role", "subjects", equals, lambda subject: subject.get("role"), ("role",)),
    single("medium", "medium"),
    single("title", "title", folded),
    single("channel", "channel", folded),
    inside("authenticity", "authenticity", "value"),
    several("named countries", "targets", equals, named_country, ("country", "role")),
)

# Slots that repeat another one in a stricter or looser reading, or are structure: they stay out of the sums.
REPEATS = frozenset(("main", "date start", "targets words", "stance", "named countries"))


def distinct(name: str) -> bool:
    """Tell whether a slot says something that no other slot says."""
    return name not in REPEATS and not name.endswith(" exact")
