"""Merging with weights that tests can reason about: what is told decides, and no word of a text says anything."""

from collections.abc import Iterable
from dataclasses import replace

from tocsin.knowledge.rarity import Rarity
from tocsin.merge import Comparison, Merger, Scale, Traits, compare, partition, traits
from tocsin.merge.memory import Memory
from tocsin.model.incident import Account

KIN = {"ttp-branch": frozenset({"ttp"})}
NEVER = -20.0
SCALE = Scale(
    weights={
        "": -6.0,
        "same day": 3.5,
        "a day apart": 1.0,
        "dates overlap": 1.0,
        "no date to compare": -1.0,
        **dict.fromkeys(("two or three days apart", "four to seven days apart", "weeks apart", "months apart"), NEVER),
        "same place": 4.0,
        "same area": 2.0,
        "within 5 km": 3.0,
        "within 25 km": 3.0,
        "one place within the other": 2.0,
        **dict.fromkeys(("more than 100 km apart", "different areas", "different countries"), NEVER),
        "same number killed": 1.5,
        "same small number killed": 1.0,
        "numbers agree: killed": 0.5,
        "numbers differ: killed": -3.0,
        "same small number wounded": 1.0,
        "same actor": 1.5,
        "actors akin": 1.0,
        "same nationality hit or named": 1.0,
        "same kind of target": 0.5,
        "targets in the same words": 0.5,
        "same manner": 0.5,
        "different manner": -2.0,
        "different kinds of event": -2.0,
        "same title of the publication": 4.0,
    },
    enough=0.0,
    review=-2.0,
    sure=1.5,
    recalled=-1.0,
    many=8,
    crowd=8,
    crowded=1.0,
)
RARITY = Rarity(1, {}, lambda _: 0.0, lambda _: None)
ECHOING = replace(SCALE, sure=0.0, many=2, crowd=3)  # what two told before is an echo, and three are a crowd


def merger_of(scale: Scale) -> Merger:
    return Merger(lambda: RARITY, lambda actor: KIN.get(actor, ()), Memory(scale))


MERGER = merger_of(SCALE)


def traits_of(accounts: Iterable[Account]) -> list[Traits]:
    return [one for account in accounts for one in traits((account,), "", None, RARITY, MERGER.kin)]


def clusters_of(accounts: Iterable[Account], scale: Scale = SCALE) -> tuple[frozenset[str], ...]:
    return partition(traits_of(accounts), scale)


def compared(one: Account, other: Account) -> Comparison:
    here, there = traits_of((one, other))
    return compare(here, there, SCALE.weights)


def same(one: Account, other: Account) -> bool:
    found = compared(one, other)
    enough = SCALE.enough if one.event.main and other.event.main else SCALE.recalled
    return found.bar is None and found.points >= enough
