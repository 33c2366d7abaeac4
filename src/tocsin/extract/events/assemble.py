"""Drafts become events: every reading becomes an assertion, and every field the best reading of its assertions.

The field takes the first reading that an ordinary source gives in the body; what those who carried out an attack say of
its toll stands in the field only where nobody else gives one. Differing readings stay as assertions.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count as counter
from typing import Any

from tocsin.extract.events.about import of_its_force
from tocsin.extract.events.aims import targets
from tocsin.extract.events.draft import Draft
from tocsin.extract.events.figures import TOLLS, figures
from tocsin.extract.events.summary import summary
from tocsin.extract.grammar.tree import Tree
from tocsin.extract.reading import Reading
from tocsin.extract.responsibility.nations import is_known, is_own_side
from tocsin.extract.responsibility.stands import Stand, once
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model import wire
from tocsin.model.incident import MANY, SINGLE
from tocsin.model.record import ACTS, Assertion, Event, Responsibility, Stage
from tocsin.model.text import Span
from tocsin.model.values import Count, Place
from tocsin.model.wire import spanless

_FEW = 2
_PRECISION = {
    "exact": 0,
    "settlement": 1,
    "near": 1,
    "admin2": 2,
    "linear": 3,
    "admin1": 3,
    "region": 4,
    "sea": 4,
    "country": 5,
}
_SURE = ("CT+", "PR+")
_DATES = ("day", "week", "month", "year", "unknown")


def assemble(
    tree: Tree, drafts: Sequence[Draft], stands: Sequence[tuple[int, Stand]], lexicon: Lexicon
) -> tuple[Event, ...]:
    """Return the events of a document; `stands` pairs each stance with the index of the draft that it is about."""
    numbers = counter(1)
    events = []
    for index, draft in enumerate(drafts):
        mine = [stand for at, stand in stands if at == index]
        events.append(_event(tree, f"e{index + 1}", draft, mine, numbers, lexicon))
    return tuple(events)


def _event(
    tree: Tree, name: str, draft: Draft, stands: Sequence[Stand], numbers: Iterator[int], lexicon: Lexicon
) -> Event:
    body = sorted((f for f in draft.frames if not f.headline), key=lambda f: f.factuality not in _SURE)
    readings = [r for frame in [*body, *(f for f in draft.frames if f.headline)] for r in frame.readings]
    readings = _kept(draft, _without_title(draft, readings))
    lead = (body or list(draft.frames))[0]
    assertions = [
        _assertion(
            tree,
            numbers,
            "/kind",
            draft.kind,
            Reading("kind", draft.kind, lead.telling, lead.holder, factuality=lead.factuality),
        )
    ]
    fields: dict[str, Any] = {}
    for field in SINGLE:
        told = _ordered(field, readings, draft)
        if not told:
            continue
        fields[field] = told[0].value
        assertions += [_assertion(tree, numbers, f"/{field}", r.value, r) for r in _distinct(told)]
    if "place" not in fields and (place := _seat(tree, draft)) is not None:
        fields["place"] = place
        assertions.append(
            _assertion(tree, numbers, "/place", place, Reading("place", place, place.span, certainty=0.5))
        )
    if draft.kind == "attack" and "stage" not in fields:
        fields["stage"] = stage(readings)
        assertions.append(
            _assertion(tree, numbers, "/stage", fields["stage"], replace(_as_reading(lead.telling), holder=lead.holder))
        )
    if draft.kind == "threat":
        fields["stage"] = "threatened"
        assertions.append(
            _assertion(tree, numbers, "/stage", "threatened", replace(_as_reading(lead.telling), holder=lead.holder))
        )
    for field in MANY:
        elements = _elements(field, [r for r in readings if r.field == field], draft, lexicon)
        fields[field] = tuple(group[0].value for group in elements)
        for at, group in enumerate(elements):
            assertions += [_assertion(tree, numbers, f"/{field}/{at}", r.value, r) for r in _distinct(group)]
    responsibility = []
    for at, stand in enumerate(_stances(tree, draft, readings, stands, lexicon)):
        taken = _stand_assertion(tree, numbers, at, stand)
        assertions.append(taken)
        responsibility.append(
            Responsibility(stand.actor, stand.stance, stand.holder, None, stand.channel, stand.span, taken.id)
        )
    links = tuple(r.value for r in readings if r.field == "links")
    for at, link in enumerate(links):
        assertions.append(
            _assertion(
                tree,
                numbers,
                f"/links/{at}",
                {"relation": link.relation, "event": link.event},
                replace(_as_reading(link.span), factuality="PS+"),
            )
        )
    event = Event(
        id=name,
        kind=draft.kind,
        main=draft.main,
        responsibility=tuple(responsibility),
        links=links,
        assertions=tuple(assertions),
        **fields,
    )
    return replace(event, summary=summary(event))


def _as_reading(span: Span) -> Reading:
    return Reading("", None, span)


def _without_title(draft: Draft, readings: list[Reading]) -> list[Reading]:
    """Leave out the title's tolls and targets where the body tells them, and groups and forces that it alone blames."""
    told = {r.field for f in draft.frames if not f.headline for r in f.readings}
    titles = [r for f in draft.frames if f.headline for r in f.readings]
    open_ = ("unknown", "government")
    spare = told & (TOLLS | {"targets", "subjects", "perpetrators", "issuer"})
    loose = [r for r in titles if r.field in spare or (r.field == "perpetrators" and r.value.kind not in open_)]
    return [r for r in readings if all(r is not title for title in loose)]


def _kept(draft: Draft, readings: list[Reading]) -> list[Reading]:
    """Leave out what another kind of event cannot hold, such as an attacker in an operation."""
    if draft.kind == "operation":
        return [r for r in readings if r.field not in ("perpetrators", "attack_types", "suicide", "stage")]
    if draft.kind != "attack":
        return readings
    return [r for r in readings if r.field != "authority" and (r.field != "subjects" or r.value.role == "released")]


def _ordered(field: str, readings: Sequence[Reading], draft: Draft) -> list[Reading]:
    """Return the readings of a field, best first."""
    if field in TOLLS:
        titles = [r for frame in draft.frames if frame.headline for r in frame.readings if r.field == field]
        titled = frozenset(r.value.low for r in titles if r.holder.kind != "group")
        return figures(field, readings, draft.kind, titled)
    told = [r for r in readings if r.field == field]
    if field == "place":
        return sorted(told, key=lambda r: _PRECISION[r.value.precision])
    if field == "date":
        return sorted(told, key=lambda r: _DATES.index(r.value.precision))
    if field in ("issuer", "media_arm"):
        named = told and told[0].value.kind in ("unknown", "organisation")
        return sorted(told, key=lambda r: r.value.actor_id is None) if named else told
    return told


def _distinct(told: Sequence[Reading]) -> list[Reading]:
    """Keep one reading for each value and holder."""
    kept: dict[tuple[str, str | None], Reading] = {}
    for reading in told:
        kept.setdefault((wire.line(spanless(reading.value)), reading.holder.text), reading)
    return list(kept.values())


def _elements(field: str, told: Sequence[Reading], draft: Draft, lexicon: Lexicon) -> list[list[Reading]]:
    """Group the readings of a list field by the element that they tell of."""
    if field == "targets":
        return targets(told, lexicon)
    groups: dict[Any, list[Reading]] = {}
    for reading in told:
        groups.setdefault(_same(field, reading.value), []).append(reading)
    if field == "attack_types" and not groups and draft.kind == "attack":
        lead = draft.frames[0]
        return [[Reading("attack_types", "unknown", lead.telling, lead.holder, certainty=0.5)]]
    return _told_once(list(groups.values())) if field == "subjects" else list(groups.values())


def _told_once(groups: list[list[Reading]]) -> list[list[Reading]]:
    """Leave out people told of again ("the men") where somebody of their part is told of by more."""
    named = {group[0].value.role for group in groups if not _points_back(group[0].value.text)}
    return [g for g in groups if g[0].value.role not in named or not _points_back(g[0].value.text)]


def _same(field: str, value: Any) -> Any:
    if field == "attack_types":
        return value
    if field == "perpetrators":
        return value.actor_id or value.name.lower().split(" on ")[0].split(" in ")[0].split()[-1]
    if field == "weapons":
        return value.text.lower().rstrip("s")
    return (value.role, value.text.lower())


def _points_back(words: str) -> bool:
    """Tell whether words for people only mean those told of before ("the men", "the two suspects")."""
    first, *rest = words.lower().split()
    return first in ("the", "both", "these", "those") and len(rest) <= _FEW


def _stances(
    tree: Tree, draft: Draft, readings: Sequence[Reading], stands: Sequence[Stand], lexicon: Lexicon
) -> list[Stand]:
    """Join the stances that sentences take with those inside noun phrases ("suspected X fighters")."""
    inner = []
    doers = [r.value for frame in draft.frames for r in frame.readings if r.field == "perpetrators"]
    for reading in readings:
        if reading.field == "responsibility":
            stance, who, channel = reading.value
            if stance == "accused" and (
                is_own_side(tree, who, reading.holder, lexicon) or is_known(tree, who, doers, lexicon)
            ):
                continue
            inner.append(Stand(who, stance, reading.holder, reading.factuality, reading.span, -1, -1, channel))
    answered = [of_its_force(tree, stand, inner) for stand in stands]
    return sorted(once([*answered, *inner]), key=lambda stand: stand.span)


def _stand_assertion(tree: Tree, numbers: Iterator[int], at: int, stand: Stand) -> Assertion:
    act, _ = ACTS[stand.stance]
    value = {"actor_id": stand.actor.actor_id, "name": stand.actor.name} if stand.actor else None
    return Assertion(
        id=f"a{next(numbers)}",
        field=f"/responsibility/{at}",
        value=value,
        act=act,
        holder=stand.holder,
        factuality=stand.factuality,
        span=stand.span,
        quote=stand.span.of(tree.text),
        machine_confidence=1.0,
    )


def _assertion(tree: Tree, numbers: Iterator[int], field: str, value: Any, reading: Reading) -> Assertion:
    return Assertion(
        id=f"a{next(numbers)}",
        field=field,
        value=spanless(value),
        act=reading.act,
        holder=reading.holder,
        factuality=reading.factuality,
        span=reading.span,
        quote=reading.span.of(tree.text),
        machine_confidence=reading.certainty,
    )


def stage(readings: Iterable[Reading]) -> Stage:
    """Return whether an attack hit anybody or anything but its attackers."""
    for reading in readings:
        if reading.field in ("killed", "wounded", "abducted", "missing") and _some(reading.value):
            return "accomplished"
        if reading.field == "targets" and reading.value.effect not in (None, "none"):
            return "accomplished"
    return "accomplished"


def _some(count: Count) -> bool:
    return (count.low or count.high or 0) > 0


def _seat(tree: Tree, draft: Draft) -> Place | None:
    """Return the country of the dateline where nothing else places a main event."""
    line = tree.page.page.dateline
    if line is None or not draft.main or draft.kind in ("threat", "publication", "designation", "statement"):
        return None
    for located in tree.page.places:
        if located.place is not None and line.holds(located.span) and located.place.precision == "country":
            return located.place
    return None
