"""Names of victims, which MUC-4 asks for and our records never hold: found again in the text, and kept in memory only.

Texts are in capitals, where a tagger of names also takes verbs for names and cuts long names short.
"""

import re
from collections.abc import Iterable, Sequence

from tocsin.model.record import Event
from tocsin.model.text import Span
from tocsin.model.values import Count, Effect, Target

NEAR = 40
_NO_NAME = re.compile(r"\b(?:SAID|WILL|BE|WAS|IS|HAS|ASK|SENT|SAYS|DOWN|POLICE|ARMY|PERSON|DRIVER)\b|[\d\[\]()]")
_SENTENCE_END = re.compile(r"[.;:!?]\s")
EFFECTS: tuple[tuple[str, Effect], ...] = (("killed", "killed"), ("wounded", "wounded"), ("abducted", "abducted"))


def names(text: str, persons: Iterable[Span]) -> list[Span]:
    """Return the spans that are names: two words or more, none of them a verb or a common noun."""
    return [span for span in persons if len(span.of(text).split()) > 1 and not _NO_NAME.search(span.of(text).upper())]


def beside(span: Span, text: str, known: Sequence[Span]) -> Span | None:
    """Return the name inside the words, to their end, or right beside them with nothing but a comma between."""
    inside = next((name for name in known if span.meets(name)), None)
    if inside is not None:
        return Span(inside.start, max(inside.end, span.end))
    return next((name for name in known if not between(span, name, text).strip(" ,\n")), None)


def between(one: Span, other: Span, text: str) -> str:
    """Return the text between two spans that lie apart."""
    return text[min(one.end, other.end) : max(one.start, other.start)]


def described(target: Target, name: Span | None, text: str) -> str:
    """Return the words for a target without its name; empty where it has no other."""
    if name is None or not target.span.meets(name):
        return target.text
    return text[target.span.start : max(name.start, target.span.start)].strip(" ,\n")


def victims(event: Event, text: str, known: Sequence[Span]) -> list[Target]:
    """Return those whom the text tells by name alone: one was hit, no target says who, and a name stands close by."""
    found = []
    for field, effect in EFFECTS:
        count: Count | None = getattr(event, field)
        if count is None or count.low != 1 or any(target.span.meets(count.span) for target in event.targets):
            continue
        name = nearest(count.span, text, known)
        if name is not None:
            found.append(Target(name.of(text), "unknown", None, "hit", None, effect, name))
    return found


def nearest(span: Span, text: str, known: Sequence[Span]) -> Span | None:
    """Return the closest name of the same sentence, if it is close."""
    gaps = [(len(between(span, name, text)), name) for name in known if not span.meets(name)]
    near = [(gap, name) for gap, name in gaps if gap <= NEAR and not _SENTENCE_END.search(between(span, name, text))]
    return min(near, default=(0, None))[1]
