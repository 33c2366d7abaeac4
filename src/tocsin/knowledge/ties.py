"""The words between two names by which a text ties one to the other: outlet, branch, leader, ally, rival, area."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from tocsin.model.record import RelationType

_PART = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Ties:
    """Patterns that the words between two names match whole: `forward` subject first, `backward` object first.

    `events` holds the cues by which one event is tied to another, by relation.
    """

    forward: tuple[tuple[RelationType, re.Pattern[str]], ...]
    backward: tuple[tuple[RelationType, re.Pattern[str]], ...]
    at_war: re.Pattern[str]
    allied: re.Pattern[str]
    backing: re.Pattern[str]
    own_outlet: re.Pattern[str]
    named_outlet: re.Pattern[str]
    events: Mapping[str, re.Pattern[str]]
    posed: tuple[tuple[RelationType, re.Pattern[str]], ...]
    serving: re.Pattern[str]


def read_ties(whole: Mapping[str, Any]) -> Ties:
    """Compile the word list of ties."""
    parts = whole["parts"]
    return Ties(
        forward=_between(whole["ties"], "forward", parts),
        backward=_between(whole["ties"], "backward", parts),
        at_war=re.compile(whole["pairs_at_war"], re.IGNORECASE),
        allied=re.compile(whole["pairs_allied"], re.IGNORECASE),
        backing=re.compile(rf"\b{whole['backing']}\b", re.IGNORECASE),
        events={
            relation: re.compile(
                r"\b(?:" + "|".join(p.replace("{act}", whole["events"]["act"]) for p in patterns) + r")\b",
                re.IGNORECASE,
            )
            for relation, patterns in whole["events"].items()
            if relation != "act"
        },
        posed=tuple(
            (cast("RelationType", relation), re.compile(pattern, re.IGNORECASE))
            for relation, patterns in whole["posed"].items()
            for pattern in patterns
        ),
        serving=re.compile(rf"\b{whole['serving']}\b", re.IGNORECASE),
        own_outlet=re.compile(rf"\b{whole['own']}(?: {whole['outlet']})?,? $", re.IGNORECASE),
        named_outlet=re.compile(rf"\b{whole['own']} {whole['outlet']},? ", re.IGNORECASE),
    )


def _between(
    ties: Mapping[str, Mapping[str, list[str]]], way: str, parts: Mapping[str, str]
) -> tuple[tuple[RelationType, re.Pattern[str]], ...]:
    return tuple(
        (cast("RelationType", relation), re.compile(rf"(?:{_whole(pattern, parts)})[ ,]*\Z", re.IGNORECASE))
        for relation, ways in ties.items()
        for pattern in ways.get(way, ())
    )


def _whole(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with the parts that it names written out."""
    return _PART.sub(lambda found: parts[found[1]], pattern)
