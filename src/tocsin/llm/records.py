"""A model's answer becomes events: whatever does not stand in the text is dropped, and what does is asserted by it.

How sure a holder is, the model is not asked: assertions of fields have the factuality `Uu`, not known.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count as counter
from typing import Any, Literal, NamedTuple

from tocsin.knowledge.lexicon import Lexicon
from tocsin.llm.answer import Answer, Position, Telling
from tocsin.llm.standing import actor, as_holder, count, find, head, holder, is_thing, value, when, where
from tocsin.model.page import Resolved
from tocsin.model.record import ACTS, AUTHOR, Act, Assertion, Event, EventKind, Factuality, Holder, Responsibility
from tocsin.model.text import Span
from tocsin.model.values import Actor, Target, TargetType
from tocsin.model.wire import spanless

UNPROVEN = 0.0  # the share of a model's readings that proved right: none was measured
NOBODY = Holder(None, None, "unknown", (), None)
OWN_WORDS = ("claims", "denies", "retracted")
# Which field those who act stand in, by the kind of event; in the rest they are an authority.
DOERS: dict[EventKind, str] = {
    "attack": "perpetrators",
    "plot": "perpetrators",
    "threat": "issuer",
    "publication": "issuer",
    "statement": "issuer",
}
AIMS: dict[EventKind, Literal["hit", "named"]] = {"attack": "hit", "plot": "named", "threat": "named"}


class Told(NamedTuple):
    """A value of a field, and the words that tell it."""

    field: str
    value: Any
    span: Span


class Stand(NamedTuple):
    """A stance on responsibility that stands in the text."""

    position: Position
    who: Actor | None
    holder: Holder
    span: Span


def events(answer: Answer, page: Resolved, lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the events whose telling stands in the text, without their sentences; the first is the main one."""
    found: dict[tuple[EventKind, Span], Telling] = {}
    for telling in answer.events:
        span = find(page, telling.quote)
        if span is not None:
            found.setdefault((telling.kind, span), telling)
    numbers = counter(1)
    made = (_event(told, span, page, lexicon, numbers) for (_, span), told in found.items())
    return tuple(replace(event, id=f"e{at + 1}", main=at == 0) for at, event in enumerate(made))


def _event(telling: Telling, span: Span, page: Resolved, lexicon: Lexicon, numbers: Iterator[int]) -> Event:
    said_by = _said_by(telling.holder, span, page, lexicon) or NOBODY
    told = [Told("kind", telling.kind, span), *_fields(telling, span, page, lexicon)]
    fields: dict[str, Any] = {}
    assertions: list[Assertion] = []

    def asserted(field: str, stated: Any, at: Span, who: Holder, act: Act, sure: Factuality) -> str:
        name, quote = f"a{next(numbers)}", at.of(page.page.document.text)
        assertions.append(Assertion(name, field, spanless(stated), act, who, sure, at, quote, UNPROVEN))
        return name

    for one in told:
        if one.field in ("perpetrators", "targets"):
            pointer = f"/{one.field}/{len(fields.setdefault(one.field, ()))}"
            fields[one.field] = (*fields[one.field], one.value)
        else:
            pointer, fields[one.field] = f"/{one.field}", one.value
        asserted(pointer, one.value, one.span, said_by, "states", "Uu")
    entries: list[Responsibility] = []
    for stand in _stands(telling, span, page, lexicon):
        stance, who = stand.position.stance, stand.who
        stated = {"actor_id": who.actor_id, "name": who.name} if who else None
        name = asserted(f"/responsibility/{len(entries)}", stated, stand.span, stand.holder, *ACTS[stance])
        entries.append(Responsibility(who, stance, stand.holder, None, None, stand.span, name))
    return Event(
        id="",
        main=False,
        responsibility=tuple(entries),
        assertions=tuple(assertions),
        machine_confidence=UNPROVEN,
        **fields,
    )


def _fields(telling: Telling, near: Span, page: Resolved, lexicon: Lexicon) -> Iterator[Told]:
    if (span := value(page, telling.date, near)) and (date := when(page, span)):
        yield Told("date", date, date.span)
    if (span := value(page, telling.place, near)) and (place := where(page, span)):
        yield Told("place", place, place.span)
    for field, toll in (("killed", telling.killed), ("wounded", telling.wounded)):
        if (span := value(page, toll.words, near)) and (number := count(page, span, toll.number)):
            yield Told(field, number, number.span)
    yield from _doers(telling, near, page, lexicon)
    if telling.kind in AIMS:
        yield from _targets(telling, near, page, lexicon)


def _doers(telling: Telling, near: Span, page: Resolved, lexicon: Lexicon) -> Iterator[Told]:
    """Yield those who act, each once; a field that holds a single one takes the first."""
    field, seen = DOERS.get(telling.kind, "authority"), set[str]()
    for words in telling.perpetrators:
        span = value(page, words, near)
        who = actor(page, span, lexicon) if span else None
        if who and (who.actor_id or who.name.lower()) not in seen and (field == "perpetrators" or not seen):
            seen.add(who.actor_id or who.name.lower())
            yield Told(field, who, who.span)


def _targets(telling: Telling, near: Span, page: Resolved, lexicon: Lexicon) -> Iterator[Told]:
    seen = set[str]()
    for words in telling.targets:
        span = value(page, words, near)
        if not span or span.of(page.page.document.text).lower() in seen or not is_thing(page, span, lexicon):
            continue
        seen.add(span.of(page.page.document.text).lower())
        noun = head(page, span)
        kind: TargetType = lexicon.targets.get(noun.lemma if noun else "", "unknown")  # type: ignore[assignment]
        nations = {one.country for one in page.page.nationalities if span.holds(one.span)}
        country = nations.pop() if len(nations) == 1 else None
        whom = Target(span.of(page.page.document.text), kind, country, AIMS[telling.kind], None, None, span)
        yield Told("targets", whom, span)


def _stands(telling: Telling, near: Span, page: Resolved, lexicon: Lexicon) -> Iterator[Stand]:
    """Yield every stance whose words, actor and holder stand in the text, each once."""
    seen: set[tuple[Any, ...]] = set()
    for position in telling.stances:
        span = find(page, position.quote, near)
        at = value(page, position.actor, span) if span else None
        who = actor(page, at, lexicon) if at else None
        said_by = _said_by(position.holder, span, page, lexicon) if span else None
        if span is None or said_by is None or (who is None and position.stance != "no_claim"):
            continue
        if who is not None and position.stance in OWN_WORDS:
            same = said_by is AUTHOR or said_by.span is None or said_by.span.meets(who.span)
            said_by = as_holder(who, () if same else (said_by,))
        key = (who and (who.actor_id or who.name), position.stance, said_by.text)
        if key not in seen:
            seen.add(key)
            yield Stand(position, who, said_by, span)


def _said_by(words: str, near: Span, page: Resolved, lexicon: Lexicon) -> Holder | None:
    """Return whose words they are, the author's where nobody else is named; None where the words do not stand there."""
    if not words.strip():
        return AUTHOR
    span = value(page, words, near)
    return holder(page, span, lexicon) if span else None
