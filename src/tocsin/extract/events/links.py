"""Ties between the events of a document: what follows an attack, what answers one, what it resembles, what foretold it.

A tie needs words that say so in a sentence that tells the later or dependent event, and another event that they point
to; each tie has an assertion, no surer than the words are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.extract.grammar.tree import Tree
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Assertion, Event, Factuality, Link, LinkRelation
from tocsin.model.text import Span
from tocsin.model.values import When

_AFTER = frozenset({"arrest", "trial", "operation"})
_ACTS = frozenset({"attack", "plot"})
_VIOLENT = frozenset({"attack", "operation"})
_FORCE = frozenset({"attack", "operation", "threat"})
_HEDGE = re.compile(
    r"(?i)\b(?:suspected|suspicion|alleged(?:ly)?|believed|apparent(?:ly)?|thought|may|might|could|possibl[ey]|accused|"
    r"seen as|likely|investigating)\b"
)
_BACK = re.compile(r"(?i)^in (?:retaliation|response|reprisal|revenge)$|^retaliat|seen as")
_REACH = 110


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with the spans that tell it, in order."""

    event: Event
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.spans[0].start


def linked(tree: Tree, events: Sequence[Event], lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the events with the ties that the text states between them."""
    told = tuple(_told(tree, event) for event in events)
    number = max((int(a.id[1:]) for event in events for a in event.assertions), default=0)
    done = []
    for one in told:
        links = list(one.event.links)
        assertions = list(one.event.assertions)
        for link in _links(tree, one, told, lexicon):
            if any((old.relation, old.event) == (link.relation, link.event) for old in links):
                continue
            number += 1
            assertions.append(_assertion(tree, f"a{number}", len(links), link))
            links.append(link)
        done.append(replace(one.event, links=tuple(links), assertions=tuple(assertions)))
    return tuple(done)


def _told(tree: Tree, event: Event) -> _Told:
    heads = [s.span for s in tree.page.page.sentences if s.headline]
    spans = sorted({a.span for a in event.assertions if not any(h.holds(a.span) for h in heads)})
    return _Told(event, tuple(spans) or tuple(a.span for a in event.assertions))


def _links(tree: Tree, one: _Told, told: Sequence[_Told], lexicon: Lexicon) -> Iterator[Link]:
    others = [other for other in told if other is not one]
    for sentence in _sentences(tree, one):
        if one.event.kind in _AFTER:
            yield from _follows(tree, sentence, one, others, lexicon)
        if one.event.kind in _FORCE:
            yield from _answers(tree, sentence, one, others, lexicon)
        if one.event.kind == "attack":
            yield from _series(tree, sentence, one, others, lexicon)
    if one.event.kind == "attack" and one.event.main:
        yield from _recalled(tree, one, others, lexicon)


def _sentences(tree: Tree, one: _Told) -> list[Sentence]:
    """Return the body sentences that tell an event, by its kind or its fields."""
    return [s for s in tree.page.page.sentences if not s.headline and any(s.span.holds(span) for span in one.spans)]


def _follows(tree: Tree, sentence: Sentence, one: _Told, others: Sequence[_Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "arrested in connection with the attack": the attack told in those words, else the one told last before."""
    acts = [other for other in others if other.event.kind in _ACTS]
    for cue in lexicon.ties.events["follows"].finditer(tree.text, sentence.span.start, sentence.span.end):
        span = Span(*cue.span())
        if one.event.kind == "operation" and cue[0][:4].lower() == "for ":
            continue
        reach = Span(span.start, min(sentence.span.end, span.end + _REACH))
        found = _within(acts, reach) or _before(acts, span.start)
        for other in found:
            yield Link("follows", other.event.id, span.of(tree.text), span)
        if found:
            return


def _answers(tree: Tree, sentence: Sentence, one: _Told, others: Sequence[_Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "in retaliation for the raid": the act told after those words, else, without an object, the one before."""
    acts = [other for other in others if other.event.kind in _VIOLENT | {"arrest"}]
    for cue in lexicon.ties.events["retaliation"].finditer(tree.text, sentence.span.start, sentence.span.end):
        span = Span(*cue.span())
        if not any(s.start < span.end + 90 and sentence.span.holds(s) for s in one.spans):
            continue
        if _BACK.search(cue[0]):
            found = [o for o in _before(acts, sentence.span.start) if o.start < one.start]
        else:
            found = [
                o for o in acts if any(span.end <= s.start < min(span.end + _REACH, sentence.span.end) for s in o.spans)
            ]
            mine = any(span.end <= s.start < span.end + 60 for s in one.spans[:1])
            found = [] if mine else [o for o in found if not _later(o, one)]
        for other in found[:1]:
            yield Link("retaliation", other.event.id, span.of(tree.text), span)


def _series(tree: Tree, sentence: Sentence, one: _Told, others: Sequence[_Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "minutes later" and "in two villages": attacks of one day and country, the later told tied to the first."""
    first = [o for o in others if o.event.kind == "attack" and _one_wave(one.event, o.event)]
    first = [o for o in first if o.start < one.start or (o.start == one.start and o.event.id < one.event.id)]
    lead = min(first, key=lambda o: o.start, default=None)
    cue = lexicon.ties.events["series"].search(tree.text, sentence.span.start, sentence.span.end)
    if lead is not None and cue is not None:
        span = Span(*cue.span())
        yield Link("series", lead.event.id, span.of(tree.text), span)


def _one_wave(one: Event, other: Event) -> bool:
    """Tell whether two attacks can be of one wave: both news or both recalled, days that touch, one country."""
    if one.main != other.main or not _touching(one.date, other.date):
        return False
    lands = {event.place.country for event in (one, other) if event.place is not None and event.place.country}
    return len(lands) < 2


def _touching(one: When | None, other: When | None) -> bool:
    """Tell whether two dates are of the same or the next day; an act without a date of its own keeps the other's."""
    if one is None or other is None:
        return one is None
    if one.start is None or other.start is None or one.precision != "day" or other.precision != "day":
        return False
    return abs((one.start - other.start).days) <= 1


def _recalled(tree: Tree, one: _Told, others: Sequence[_Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "a similar attack last year" and "the group had threatened": what a sentence recalls beside the news."""
    for other in others:
        relation: LinkRelation
        if other.event.kind == "attack" and not other.event.main:
            relation = "precedent"
        elif other.event.kind == "threat" and other.event.date != one.event.date:
            relation = "foretold_by"
        else:
            continue
        for sentence in _sentences(tree, other):
            cue = lexicon.ties.events[relation].search(tree.text, sentence.span.start, sentence.span.end)
            if cue is not None and relation == "precedent" and not _alike(one.event, other.event, cue[0]):
                continue
            if cue is not None and not lexicon.ties.events["retaliation"].search(tree.text, *sentence.span):
                span = Span(*cue.span())
                yield Link(relation, other.event.id, span.of(tree.text), span)
                break


def _alike(one: Event, other: Event, cue: str) -> bool:
    """Tell whether two attacks are called similar, or share a way of attacking or a sort of target."""
    if cue.lower().startswith("similar"):
        return True
    if set(one.attack_types) & set(other.attack_types) - {"unknown"}:
        return True
    return bool({t.type for t in one.targets} & {t.type for t in other.targets} - {"unknown"})


def _within(told: Sequence[_Told], reach: Span) -> list[_Told]:
    """Return the events that words within a span tell, first by their kind, else by their fields."""
    kinds = [o for o in told if any(a.field == "/kind" and a.span.meets(reach) for a in o.event.assertions)]
    return kinds or [o for o in told if any(span.meets(reach) for span in o.spans)]


def _before(told: Sequence[_Told], at: int) -> list[_Told]:
    """Return the last event told before a point, a main one rather than a recalled one."""
    before = [o for o in told if o.start < at]
    mains = [o for o in before if o.event.main]
    ordered = sorted(mains or before, key=lambda o: max(s.start for s in o.spans if s.start < at))
    return ordered[-1:]


def _later(one: _Told, other: _Told) -> bool:
    """Tell whether one event is dated after another."""
    first, second = one.event.date, other.event.date
    if first is None or second is None or first.start is None or second.start is None:
        return False
    return first.start > second.start


def _assertion(tree: Tree, name: str, at: int, link: Link) -> Assertion:
    sure: Factuality = "PS+" if _HEDGE.search(link.text) or link.relation in ("series", "precedent") else "CT+"
    return Assertion(
        id=name,
        field=f"/links/{at}",
        value={"relation": link.relation, "event": link.event},
        act="states",
        holder=AUTHOR,
        factuality=sure,
        span=link.span,
        quote=link.span.of(tree.text),
        machine_confidence=0.6,
    )
