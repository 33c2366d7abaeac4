"""What a tie can join in a sentence: named actors, people, places, and "the group" for the one named last."""

import re
from dataclasses import dataclass

from tocsin.extract.grammar.tree import Tree
from tocsin.model.page import Sentence
from tocsin.model.record import Holder, RelationType
from tocsin.model.text import Span
from tocsin.model.values import Actor, ActorKind, Place

# Platforms that carry what groups publish are nobody's own.
_PLATFORMS = frozenset(
    {"telegram", "twitter", "x", "facebook", "youtube", "whatsapp", "element", "rocketchat", "tiktok"}
)
_AGAIN = re.compile(
    r"(?i)\b(?:the|this) (?:\w+ )?(?:group|organi[sz]ation|movement|militants|insurgents|rebels|guerrillas|network|"
    r"front|militia|extremists|jihadists)\b|\bits\b|\bit\b"
)
_KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation"}
_OUTLETS = frozenset({"media_outlet", "organisation"})


@dataclass(frozen=True, slots=True)
class End:
    """A mention that a tie may join; `pronoun` says that it only points back to a group named before."""

    span: Span
    thing: Actor | Place
    pronoun: bool = False

    @property
    def is_group(self) -> bool:
        """Tell whether it is an armed group."""
        return isinstance(self.thing, Actor) and self.thing.kind == "armed_group"

    @property
    def is_outlet(self) -> bool:
        """Tell whether it may be a group's outlet or front."""
        thing = self.thing
        return isinstance(thing, Actor) and thing.kind in _OUTLETS and thing.name.lower() not in _PLATFORMS

    @property
    def is_person(self) -> bool:
        """Tell whether it is a person's name."""
        return isinstance(self.thing, Actor) and self.thing.kind == "person"

    @property
    def is_place(self) -> bool:
        """Tell whether it is a place."""
        return isinstance(self.thing, Place)

    @property
    def is_state(self) -> bool:
        """Tell whether it is a country."""
        return isinstance(self.thing, Place) and self.thing.precision == "country"

    @property
    def key(self) -> str:
        """Return what tells this end from another."""
        return (self.thing.actor_id if isinstance(self.thing, Actor) else None) or self.thing.name


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two ends as certain words state it; without a holder it is whoever utters the words."""

    subject: End
    relation: RelationType
    object: End
    span: Span
    holder: Holder | None = None


def ends(tree: Tree, sentence: Sentence) -> tuple[End, ...]:
    """Return the ends that a sentence offers in order of the text; an actor's name hides the names inside it."""
    found = [End(a.span, a) for a in tree.page.actors if sentence.span.holds(a.span) and not _leaning(tree, a.span)]
    taken = [end.span for end in found]
    found += [
        End(located.span, located.place)
        for located in tree.page.places
        if located.place is not None and sentence.span.holds(located.span) and not _meets(taken, located.span)
    ]
    taken = [end.span for end in found]
    for name in tree.page.page.names:
        if sentence.span.holds(name.span) and not _meets(taken, name.span):
            kind = _KINDS.get(name.label)
            found += [End(name.span, _actor(tree, name.span, kind))] if kind is not None else []
    taken = [end.span for end in found]
    again = (Span(*found.span()) for found in _AGAIN.finditer(tree.text, *sentence.span))
    found += [
        End(span, last, pronoun=True)
        for span in again
        if (last := _meant(tree, span)) is not None and not _meets(taken, span)
    ]
    return tuple(sorted(found, key=lambda end: end.span))


def _meant(tree: Tree, span: Span) -> Actor | None:
    """Return the group to which "the group" or "it" points back; "the front" is one that is called a front."""
    if not span.of(tree.text).lower().endswith("front"):
        return last_group(tree, span.start)
    called = [a for a in tree.page.actors if a.span.end <= span.start and "front" in f"{a.text} {a.name}".lower()]
    return next((a for a in reversed(called) if a.kind == "armed_group"), None)


def _leaning(tree: Tree, span: Span) -> bool:
    """Tell whether a name only says for or against whom somebody is ("a pro-Islamic State group")."""
    return tree.text[max(0, span.start - 5) : span.start].lower().endswith(("pro-", "anti-"))


def last_group(tree: Tree, before: int, but: str | None = None) -> Actor | None:
    """Return the armed group named last before a point of the text, another than `but`."""
    named = [a for a in tree.page.actors if a.kind == "armed_group" and a.span.end <= before]
    named = [a for a in named if (a.actor_id or a.name) != but and not _leaning(tree, a.span)]
    if not named:
        return None
    at = next((s for s in tree.page.page.sentences if s.span.holds(named[-1].span)), None)
    if at is None:
        return named[-1]
    spoken = [a for a in named if at.span.holds(a.span) and _is_subject(tree, a)]
    return (spoken[-1] if at.span.end > before else spoken[0]) if spoken else named[-1]


def _is_subject(tree: Tree, actor: Actor) -> bool:
    """Tell whether a name is what its sentence speaks of."""
    return any(t.span.meets(actor.span) and t.dep in ("nsubj", "nsubjpass") for t in tree.tokens)


def _actor(tree: Tree, span: Span, kind: ActorKind) -> Actor:
    words = " ".join(span.of(tree.text).split())
    plain = re.sub(r"[’']s$", "", words)
    span = Span(span.start, span.end - (len(words) - len(plain)))
    return Actor(plain, None, plain, kind, span)


def _meets(taken: list[Span], span: Span) -> bool:
    return any(span.meets(other) for other in taken)
