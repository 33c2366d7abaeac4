"""An event with the words that tell it, so that ties between events can be read from the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.extract.grammar.tree import Tree
from tocsin.model.page import Sentence
from tocsin.model.record import Event
from tocsin.model.text import Span
from tocsin.model.values import When


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the spans that tell it, in order."""

    event: Event
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Return where the text first tells it."""
        return self.spans[0].start


def told(tree: Tree, event: Event) -> Told:
    """Return an event with its spans in the body, else those in the headline."""
    heads = [s.span for s in tree.page.page.sentences if s.headline]
    spans = sorted({a.span for a in event.assertions if not any(h.holds(a.span) for h in heads)})
    return Told(event, tuple(spans) or tuple(a.span for a in event.assertions))


def sentences(tree: Tree, one: Told) -> list[Sentence]:
    """Return the body sentences that tell an event, by its kind or its fields."""
    return [s for s in tree.page.page.sentences if not s.headline and any(s.span.holds(span) for span in one.spans)]


def within(all_told: Sequence[Told], reach: Span) -> list[Told]:
    """Return the events that words within a span tell, first by their kind, else by their fields."""
    kinds = [o for o in all_told if any(a.field == "/kind" and a.span.meets(reach) for a in o.event.assertions)]
    return kinds or [o for o in all_told if any(span.meets(reach) for span in o.spans)]


def before(all_told: Sequence[Told], at: int) -> list[Told]:
    """Return the last event told before a point, a main one rather than a recalled one."""
    earlier = [o for o in all_told if o.start < at]
    mains = [o for o in earlier if o.event.main]
    ordered = sorted(mains or earlier, key=lambda o: max(s.start for s in o.spans if s.start < at))
    return ordered[-1:]


def later(one: Told, other: Told) -> bool:
    """Tell whether one event is dated after another."""
    first, second = one.event.date, other.event.date
    if first is None or second is None or first.start is None or second.end is None:
        return False
    return first.start > second.end


def touching(one: When | None, other: When | None) -> bool:
    """Tell whether two dates are of the same or the next day; an act without a date of its own keeps the other's."""
    if one is None or other is None:
        return one is None
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return False
    if not {one.precision, other.precision} <= {"day", "week"}:
        return False
    return (one.start - other.end).days <= 1 and (other.start - one.end).days <= 1


def one_country(one: Event, other: Event) -> bool:
    """Tell whether two events may be in one country."""
    lands = {event.place.country for event in (one, other) if event.place is not None and event.place.country}
    return len(lands) < 2


def doers(event: Event) -> set[str]:
    """Return who is said to have done it: named perpetrators, and those who claim it."""
    claimed = [r.actor for r in event.responsibility if r.stance == "claims"]
    return {a.actor_id or a.name for a in (*event.perpetrators, *claimed) if a is not None and a.actor_id}
