"""Which targets an event keeps: each once, in its fullest words, and the vaguest only where there is nothing else."""

from collections.abc import Sequence

from tocsin.extract.reading import Reading
from tocsin.extract.slots.targets import VAGUE
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Target

Group = list[Reading]
_APART = 80
_ENDS = frozenset({"of", "in", "at", "for", "with", "from", "near", "who", "that", "housing", "carrying", "belonging"})


def targets(readings: Sequence[Reading], lexicon: Lexicon) -> list[Group]:
    """Return the readings of an event's targets, grouped by the target of which they tell."""
    groups: list[Group] = []
    for reading in readings:
        twin = next((group for group in groups if _same(group[0].value, reading.value)), None)
        if twin is None:
            groups.append([reading])
        else:
            twin.append(reading)
            best = max(twin, key=lambda r: _fullness(r.value))
            twin.sort(key=lambda r: r is not best)
    return _without_vague(groups, lexicon)


def _same(one: Target, other: Target) -> bool:
    """Tell whether two phrases have one head, no two nations, and no two numbers or fates."""
    if one.role != other.role:
        return False
    if noun(one) != noun(other):
        return _told_again(one, other)
    fates = {one.effect, other.effect} - {None}
    numbers = {count.low for count in (one.count, other.count) if count is not None}
    nations = {one.country, other.country} - {None}
    return len(nations) < 2 and not (len(fates) > 1 and len(numbers) > 1)


def _told_again(one: Target, other: Target) -> bool:
    """Tell whether two phrases apart in the text are as many of one kind with one fate ("31 troops", "31 soldiers")."""
    if one.count is None or other.count is None or one.effect is None or one.type == "unknown":
        return False
    alike = (one.type, one.effect, one.count.low) == (other.type, other.effect, other.count.low)
    return alike and abs(one.span.start - other.span.start) > _APART and None in (one.country, other.country)


def noun(target: Target) -> str:
    """Return the head of a target's words, in the singular."""
    words = target.text.lower().replace(",", " ").split()
    cut = next((at for at, word in enumerate(words) if at and word in _ENDS), len(words))
    return words[cut - 1].rstrip("s") if words else ""


def _fullness(target: Target) -> tuple[bool, bool, bool, int]:
    known = target.type != "unknown"
    return (target.country is not None, target.effect is not None, known, len(target.text))


def _without_vague(groups: list[Group], lexicon: Lexicon) -> list[Group]:
    """Leave out "people" where anybody or anything else is named, and a village where its people are."""
    named = [group for group in groups if any(r.certainty > VAGUE for r in group)]
    if not named:
        return groups[:1]
    inside = [group for group in named if noun(group[0].value) not in lexicon.words["settlements"]]
    return inside or named
