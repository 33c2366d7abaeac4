"""Which of the figures that a text gives for one toll the field takes, and what it comes to.

The field takes the first that an ordinary source gives; one that the text puts in its place outranks it, those said to
come on top are added to it. What those who carried out an attack say stands only where nobody else gives a figure.
"""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.reading import Bearing, Reading
from tocsin.extract.slots.counting import added, without
from tocsin.model.record import EventKind
from tocsin.model.values import Count

TOLLS = frozenset({"killed", "wounded", "abducted", "missing", "arrested", "killed_perpetrators"})
_NEAR = 200
_RANK: dict[Bearing, int] = {"instead": 0, "own": 1, "all": 1, "inside": 1, "more": 1, "beside": 1, "former": 2}


def figures(
    field: str, readings: Sequence[Reading], kind: EventKind, titled: frozenset[int | None] = frozenset()
) -> list[Reading]:
    """Return the readings of a toll, best first; a sum of several comes before them.

    `titled` has the figure that the headline gives, which the author has then made the author's own.
    """
    told = _ranked(_raised([r for r in readings if r.field == field]), kind, titled)
    if field == "killed" and kind == "attack" and not told and _by_state(readings):
        return [replace(r, field="killed") for r in readings if r.field == "killed_perpetrators"]
    if field == "killed" and kind == "operation":
        return _with_foes(told, _ranked([r for r in readings if r.field == "killed_perpetrators"], kind))
    return _topped(_without_inner(told, readings) if field == "killed" else told)


def _without_inner(told: list[Reading], readings: Sequence[Reading]) -> list[Reading]:
    """Take the attackers whom "including" counts among the dead out of the figure for the victims."""
    inner = [r for r in readings if r.field == "killed_perpetrators" and r.bearing == "inside"]
    near = next((r for r in inner if told and 0 <= r.span.start - told[0].span.start < _NEAR), None)
    if near is None or not _covers(told[0].value, near.value):
        return told
    return [replace(told[0], value=without(told[0].value, near.value)), *told]


def _by_state(readings: Sequence[Reading]) -> bool:
    """Tell whether a state did it, so that members of an armed group who died are its victims."""
    return any(r.field == "perpetrators" and r.value.kind in ("state_force", "government") for r in readings)


def _raised(told: Sequence[Reading]) -> list[Reading]:
    """Return figures, those by which somebody raises a figure for all that they gave before put in its place."""
    return [replace(r, bearing="instead") if _raises(r, told[:at]) else r for at, r in enumerate(told)]


def _raises(reading: Reading, before: Sequence[Reading]) -> bool:
    mine = [r for r in before if r.holder.text is not None and _name(r) == _name(reading) and r.bearing == "all"]
    return reading.bearing == "all" and bool(mine) and all((r.value.low or 0) < (reading.value.low or 0) for r in mine)


def _name(reading: Reading) -> str:
    """Return what a holder is called, without an article."""
    return (reading.holder.text or "").lower().removeprefix("the ")


def _ranked(told: Sequence[Reading], kind: EventKind, titled: frozenset[int | None] = frozenset()) -> list[Reading]:
    """Return figures by rank; of those put in the place of others, the last."""

    def rank(reading: Reading) -> tuple[bool, bool, bool, int, int]:
        boast = kind == "attack" and reading.holder.kind == "group"
        late = -reading.span.start if reading.bearing == "instead" else 0
        return (_is_bare(reading.value), reading.value.low not in titled, boast, _RANK[reading.bearing], late)

    return sorted(told, key=rank)


def _is_bare(count: Count) -> bool:
    """Tell whether a count is only a plural ("passengers"), which any number outweighs."""
    return count.qualifier == "vague" and count.low == 2


def _topped(told: list[Reading]) -> list[Reading]:
    """Add to the best figure those that the text tells as further ones."""
    if not told or told[0].bearing in ("instead", "former") or told[0].value.high == 0:
        return told
    base = told[0]
    told_already = {base.value.low, *(part.low for part in base.value.parts)}
    adds = ("more",) if base.bearing == "all" else ("more", "beside")
    further: dict[int, Reading] = {}
    for reading in told[1:]:
        low = reading.value.low
        new = low not in told_already or (
            reading.field == "arrested" and reading.bearing == "more" and not base.value.parts
        )
        if (
            reading.bearing in adds
            and low
            and reading.span.start > base.span.end
            and new
            and not _spells(base, reading, told)
        ):
            further.setdefault(low, reading)
    return [_sum(base, list(further.values())), *told] if further else told


def _spells(base: Reading, further: Reading, told: Sequence[Reading]) -> bool:
    """Tell whether a further figure and the one that it is further to are what the best is made up of.

    "Ten people died. Police said that seven died at the scene and three more in hospital."
    """
    parts = [r for r in told if r is not base and r.bearing in ("own", "all") and r.span.start > base.span.start]
    return any(
        (r.value.low or 0) + further.value.low == base.value.low and 0 < further.span.start - r.span.end < _NEAR
        for r in parts
    )


def _with_foes(others: list[Reading], foes: list[Reading]) -> list[Reading]:
    """Return everyone killed in an operation: a figure for all, or the militants and whoever else died."""
    if not foes:
        return _topped(others)
    best = _topped(foes)[0]
    whole = next((r for r in others if r.bearing in ("all", "instead") and _covers(r.value, best.value)), None)
    if whole is not None:
        return [whole, *(r for r in others if r is not whole)]
    rest = [r for r in others if r.value.high != 0 and not _is_bare(r.value)]
    if not rest or (rest[0].value.low == best.value.low and (rest[0].bearing == "all" or best.value.low == 1)):
        return [replace(best, field="killed"), *others]
    return [_sum(replace(best, field="killed", bearing="own"), [_topped(rest)[0]]), *others]


def _covers(whole: Count, part: Count) -> bool:
    return (whole.low or whole.high or 0) >= (part.low or part.high or 0)


def _sum(base: Reading, further: Sequence[Reading]) -> Reading:
    """Return figures added up, in the words of the first."""
    first: Count = base.value
    counts = [first, *(r.value for r in further)]
    return replace(base, value=added(counts, first.span, first.text), bearing="own")
