"""What a person enters, field by field, becomes an event: each value is read where it stands, by the usual readers.

A value that cannot be read is an error that names the field; nothing is guessed for it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from tocsin.errors import EntryError
from tocsin.extract.events.summary import summary
from tocsin.model.page import Resolved
from tocsin.model.record import Act, Assertion, AttackType, Event, EventKind, Factuality, Holder, Medium, Stage
from tocsin.model.text import Span
from tocsin.model.values import Actor, Count, Place, Target, TargetType, Weapon, WeaponType, When
from tocsin.model.wire import spanless

Fields = Sequence[tuple[str, str, Span]]
_COUNTS = ("acts", "killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators")
_ACTORS = ("perpetrators", "issuer", "media_arm", "authority")
_WORDS = ("title", "channel", "language")
_LISTS = ("attack_types", "perpetrators", "targets", "weapons")
_NUMBER = re.compile(r"(?:(at least|more than|up to|about) )?(\d{1,6})(?:\s*(?:-|–|to)\s*(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Entered:
    """One value as it was entered, and where it stands in the page that holds it."""

    page: Resolved
    words: str
    span: Span


def entered(
    page: Resolved,
    kind: EventKind,
    fields: Fields,
    by: Holder,
    *,
    head: Span | None = None,
    says: tuple[Act, Factuality] = ("states", "CT+"),
) -> Event:
    """Return the event that fields tell, each with its assertion; raise `EntryError` for a value that none can be.

    It is a main one where a `head` names its kind.
    """
    given: dict[str, Any] = {}
    assertions = [] if head is None else [_assertion(0, "/kind", kind, by, head, kind, says)]
    for name, words, span in fields:
        if name not in READERS:
            raise EntryError(name, f"cannot be entered; expected one of {', '.join(READERS)}")
        value = READERS[name](Entered(page, words, span))
        if value is None:
            raise EntryError(f"{name}: {words}", _EXPECTED.get(name, "cannot be read"))
        field = f"/{name}/{len(given.get(name, ()))}" if name in _LISTS else f"/{name}"
        given[name] = (*given.get(name, ()), value) if name in _LISTS else value
        assertions.append(_assertion(len(assertions), field, value, by, span, words, says))
    main = head is not None
    event = Event(id="e1", kind=kind, main=main, assertions=tuple(assertions), machine_confidence=1.0, **given)
    return replace(event, summary=summary(event)) if main else event


def _assertion(
    number: int, field: str, value: Any, by: Holder, span: Span, words: str, says: tuple[Act, Factuality]
) -> Assertion:
    act, factuality = says
    return Assertion(f"e1.{number}", field, spanless(value), act, by, factuality, span, words, 1.0)


def _when(given: Entered) -> When | None:
    found = [one.when for one in given.page.dates if given.span.holds(one.when.span) and one.when.start is not None]
    return max(found, key=lambda when: len(when.text), default=None)


def _place(given: Entered) -> Place | None:
    found = [one.place for one in given.page.places if given.span.holds(one.span) and one.place is not None]
    return min(found, key=lambda place: place.span.start, default=None)


def _count(given: Entered) -> Count | None:
    number = _NUMBER.fullmatch(given.words.strip())
    if number is None:
        return next((count for count in given.page.page.counts if given.span.holds(count.span)), None)
    low, high = int(number[2]), int(number[3] or number[2])
    if high < low:
        return None
    if number[3]:
        return Count(low, high, "range", given.words, given.span)
    qualifier: Any = (number[1] or "exact").replace(" ", "_")
    bounds = {"at_least": (low, None), "more_than": (low, None), "up_to": (None, low)}.get(qualifier, (low, low))
    return Count(*bounds, qualifier, given.words, given.span)


def _actor(given: Entered) -> Actor:
    found = [actor for actor in given.page.actors if given.span.holds(actor.span)]
    known = max(found, key=lambda actor: (actor.actor_id is not None, len(actor.text)), default=None)
    return known or Actor(given.words, None, given.words, "unknown", given.span)


def _target(given: Entered) -> Target:
    kind, _, text = given.words.rpartition(": ")
    known: Any = kind if kind in get_args(TargetType) else "unknown"
    peoples = given.page.page.nationalities
    country = next((one.country for one in peoples if given.span.holds(one.span)), None)
    return Target(given.words if known == "unknown" else text, known, country, "hit", None, None, given.span)


def _weapon(given: Entered) -> Weapon:
    named: Any = given.words if given.words in get_args(WeaponType) else None
    noticed = (weapon.type for weapon in given.page.page.weapons if given.span.holds(weapon.span))
    kind: Any = named or next(noticed, "unknown")
    return Weapon(given.words, kind, given.span)


def _words(given: Entered) -> str | None:
    return given.words.strip() or None


def _one_of(kind: Any) -> Callable[[Entered], str | None]:
    known = get_args(kind)
    return lambda given: given.words if given.words in known else None


def _truth(given: Entered) -> bool | None:
    return {"yes": True, "true": True, "no": False, "false": False}.get(given.words.casefold())


READERS: Mapping[str, Callable[[Entered], Any]] = {
    "date": _when,
    "place": _place,
    **dict.fromkeys(_COUNTS, _count),
    **dict.fromkeys(_ACTORS, _actor),
    "targets": _target,
    "weapons": _weapon,
    "attack_types": _one_of(AttackType),
    "stage": _one_of(Stage),
    "medium": _one_of(Medium),
    "suicide": _truth,
    **dict.fromkeys(_WORDS, _words),
}
_EXPECTED = {
    "date": "is no day, month or year that can be told",
    "place": "is no place that is known without doubt; add its district or country",
    "attack_types": f"expected one of {', '.join(get_args(AttackType))}",
    "stage": f"expected one of {', '.join(get_args(Stage))}",
    "medium": f"expected one of {', '.join(get_args(Medium))}",
    "suicide": "expected yes or no",
    **dict.fromkeys(_COUNTS, 'is no number; expected for instance 3, "at least 3" or 3-5'),
}
