"""What a person enters, field by field, becomes an event: each value is read where it stands, by the usual readers.

A value that cannot be read whole is an error that names the field; nothing is guessed for it, and no word is dropped.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from tocsin.errors import EntryError
from tocsin.extract.events.summary import summary
from tocsin.extract.events.tongues import tongue_code
from tocsin.extract.events.unread import IN_ACTORS, IN_DATES, holds, small_words, unread
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Resolved
from tocsin.model.record import Act, Assertion, AttackType, Event, EventKind, Factuality, Holder, Medium, Stage
from tocsin.model.text import Span
from tocsin.model.values import Actor, Count, Place, Target, TargetType, Weapon, WeaponType, When
from tocsin.model.wire import spanless

Fields = Sequence[tuple[str, str, Span]]
_COUNTS = ("acts", "killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators")
_ACTORS = ("perpetrators", "issuer", "media_arm", "authority")
_WORDS = ("title", "channel")
_LISTS = ("attack_types", "perpetrators", "targets", "weapons")
_NUMBER = re.compile(r"(?:(at least|more than|up to|about) )?(\d{1,6})(?:\s*(?:-|–|to)\s*(\d{1,6}))?")
_BELOW = re.compile(r"(?:fewer than|less than|under) ", re.IGNORECASE)
_TYPED = re.compile(r"([a-z]+(?:_[a-z]+)*):\s*(.*)")  # other words before a colon are of a name
_ALTERNATIVE = re.compile(r"\bor\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entered:
    """One value as it was entered for a field, and where it stands in the page that holds it."""

    field: str
    page: Resolved
    words: str
    span: Span
    lexicon: Lexicon

    def refused(self, why: str = "") -> EntryError:
        """Return the error that names field and value, and what is expected of it."""
        return EntryError(f"{self.field}: {self.words}", f"{why}{_EXPECTED.get(self.field, 'cannot be read')}")

    def whole(self, covered: Iterable[Span], small: frozenset[str]) -> None:
        """Raise where words of the value are left beside what mentions cover."""
        left = unread(self.page.page.document.text, self.span, covered, small)
        if left:
            raise self.refused(f"leaves {', '.join(left)} unread; ")


def entered(
    page: Resolved,
    kind: EventKind,
    fields: Fields,
    by: Holder,
    lexicon: Lexicon,
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
        if name in given and name not in _LISTS:
            raise EntryError(name, "is given twice; expected one value")
        value = _value(Entered(name, page, words, span, lexicon))
        field = f"/{name}/{len(given.get(name, ()))}" if name in _LISTS else f"/{name}"
        given[name] = (*given.get(name, ()), value) if name in _LISTS else value
        assertions.append(_assertion(len(assertions), field, value, by, span, words, says))
    main = head is not None
    event = Event(id="e1", kind=kind, main=main, assertions=tuple(assertions), machine_confidence=1.0, **given)
    return replace(event, summary=summary(event)) if main else event


def _value(given: Entered) -> Any:
    if given.field not in READERS:
        raise EntryError(given.field, f"cannot be entered; expected one of {', '.join(READERS)}")
    value = READERS[given.field](given)
    if value is None:
        raise given.refused(_NONE.get(given.field, ""))
    return value


def _assertion(
    number: int, field: str, value: Any, by: Holder, span: Span, words: str, says: tuple[Act, Factuality]
) -> Assertion:
    act, factuality = says
    return Assertion(f"e1.{number}", field, spanless(value), act, by, factuality, span, words, 1.0)


def _when(given: Entered) -> When | None:
    found = [one.when for one in given.page.dates if given.span.holds(one.when.span) and one.when.start is not None]
    best = max(found, key=lambda when: len(when.text), default=None)
    if best is not None:
        same = (when.span for when in found if (when.start, when.end) == (best.start, best.end))
        given.whole(same, IN_DATES)
    return best


def _place(given: Entered) -> Place | None:
    found = [(one.place, one.span) for one in given.page.places if given.span.holds(one.span) and one.place is not None]
    read = [(place, [span for area, span in found if holds(area, place)]) for place, _ in found]
    if not read:
        return None
    best, covered = max(read, key=lambda one: (len(one[1]), -one[0].span.start))
    given.whole(covered, small_words(best))
    return best


def _count(given: Entered) -> Count | None:
    number = _NUMBER.fullmatch(given.words.strip())
    if number is None:
        return _in_words(given)
    low, high = int(number[2]), int(number[3] or number[2])
    if high < low:
        return None
    if number[3]:
        return Count(low, high, "range", given.words, given.span)
    qualifier: Any = (number[1] or "exact").replace(" ", "_")
    bounds = {"at_least": (low, None), "more_than": (low, None), "up_to": (None, low)}.get(qualifier, (low, low))
    return Count(*bounds, qualifier, given.words, given.span)


def _in_words(given: Entered) -> Count | None:
    """Return the count that a value is from its first to its last character."""
    words = given.words.strip()
    counts = given.page.page.counts
    count = next((one for one in counts if given.span.holds(one.span) and one.text == words), None)
    if count is None or _ALTERNATIVE.search(words):
        return None
    return _below(count) if _BELOW.match(words) else count


def _below(count: Count) -> Count | None:
    """Return the whole numbers below one; none lies below 0, nor below what has no upper end."""
    return replace(count, low=None, high=count.high - 1, qualifier="up_to") if count.high else None


def _actor(given: Entered) -> Actor:
    found = [actor for actor in given.page.actors if given.span.holds(actor.span)]
    known = max(found, key=lambda actor: (actor.actor_id is not None, len(actor.text)), default=None)
    if known is None:
        return Actor(given.words, None, given.words, "unknown", given.span)
    same = [actor.span for actor in found if (actor.actor_id, actor.name) == (known.actor_id, known.name)]
    if known.actor_id is None and len(same) == len(found):  # what stays open is known by all its words
        return replace(known, text=given.words, span=given.span)
    given.whole(same, IN_ACTORS)
    return known


def _target(given: Entered) -> Target | None:
    typed = _TYPED.fullmatch(given.words)
    kind: Any = typed[1] if typed else "unknown"
    if kind not in get_args(TargetType) or (typed and not typed[2]):
        return None
    peoples = given.page.page.nationalities
    country = next((one.country for one in peoples if given.span.holds(one.span)), None)
    return Target(typed[2] if typed else given.words, kind, country, "hit", None, None, given.span)


def _weapon(given: Entered) -> Weapon:
    named: Any = given.words if given.words in get_args(WeaponType) else None
    noticed = (weapon.type for weapon in given.page.page.weapons if given.span.holds(weapon.span))
    kind: Any = named or next(noticed, "unknown")
    return Weapon(given.words, kind, given.span)


def _words(given: Entered) -> str | None:
    return given.words.strip() or None


def _language(given: Entered) -> str | None:
    return tongue_code(given.words, given.lexicon.languages)


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
    "language": _language,
}
_NONE = {"date": "is no day, month or year that can be told; ", "place": "is no place that is known; "}
_EXPECTED = {
    "date": "expected one day, month or year, for instance 3 March 2026 or 2026-03-03",
    "place": "expected one place that is known without doubt, with its district or country where need be",
    **dict.fromkeys(_ACTORS, "expected one actor by its name"),
    "targets": f"expected a target, or a type, a colon and a target; types are {', '.join(get_args(TargetType))}",
    "attack_types": f"expected one of {', '.join(get_args(AttackType))}",
    "stage": f"expected one of {', '.join(get_args(Stage))}",
    "medium": f"expected one of {', '.join(get_args(Medium))}",
    "suicide": "expected yes or no",
    "language": "expected the English name of a language or its ISO 639 code, for instance Arabic or ar",
    **dict.fromkeys(_COUNTS, 'is no number; expected for instance 3, "at least 3" or 3-5'),
}
