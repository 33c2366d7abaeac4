"""How violence recalls violence: what answers an act, what is of one wave, what was like it, what foretold it."""

import re
from collections.abc import Iterator, Sequence

from tocsin.extract.events.telling import Told, before, doers, later, one_country, sentences, touching, within
from tocsin.extract.grammar.tree import Tree
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Event, Link
from tocsin.model.text import Span

_VIOLENT = frozenset({"attack", "operation"})
_BACK = re.compile(r"(?i)^in (?:retaliation|response|reprisal|revenge|reply)$|^retaliat|seen as")
_LIKE = re.compile(
    r"(?i)^(?:similar|echo|reminiscent|another|a second|a repeat|like the|its first|not the first|"
    r"(?:deadliest|worst|biggest|largest|first)\b.* since)"
)
_NOT_FIRST = re.compile(
    r"(?i)\b(?:not|n['’]t|hardly|nor|by no means) (?:\w+ ){0,2}the first (?:time|such|attack|bombing|fire|raid|strike|"
    r"shooting|killing|kidnapping|assault)\b"
)
_AGAIN = re.compile(
    r"(?i)\b(?:also|again|before|too|previously|already|once|here|same|(?:was|been) the (?:target|scene) of)\b"
)
_KNOWN = re.compile(
    r"(?i)\s+(?:the|this|that|his|her|their|its|those) (?:\S+ ){0,2}?(?:attacks?|killings?|deaths?|raids?|"
    r"strikes?|bombings?|ambush|massacre|murders?|assault|shooting|operation|blast|losses)\b"
)
_REACH = 110


def answers(tree: Tree, sentence: Sentence, one: Told, others: Sequence[Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "in retaliation for the raid": the act told after those words, else, without an object, the one before."""
    acts = [other for other in others if other.event.kind in _VIOLENT | {"arrest"} and not later(other, one)]
    for cue in lexicon.ties.events["retaliation"].finditer(tree.text, sentence.span.start, sentence.span.end):
        span = Span(*cue.span())
        if not _answers_here(sentence, span, one, others):
            continue
        if _BACK.search(cue[0]):
            found = [o for o in before(acts, sentence.span.start) if o.start < one.start]
        else:
            end = min(span.end + _REACH, sentence.span.end)
            found = [o for o in acts if any(span.end <= s.start < end for s in o.spans)]
            mine = any(span.end <= s.start < span.end + 60 for s in one.spans[:1])
            found = [] if mine else found
            if not found and _KNOWN.match(tree.text[span.end : end]):
                found = [o for o in before(acts, sentence.span.start) if o.start < one.start]
        for other in found[:1]:
            yield Link("retaliation", other.event.id, span.of(tree.text), span)


def _answers_here(sentence: Sentence, cue: Span, one: Told, others: Sequence[Told]) -> bool:
    """Tell whether an event is the one of the sentence that answers: told nearest before the words of answering."""
    if not any(s.start < cue.end + 90 and sentence.span.holds(s) for s in one.spans):
        return False
    mine = _nearest(sentence, cue, one)
    rivals = [_nearest(sentence, cue, o) for o in others if o.event.kind in _VIOLENT | {"threat"}]
    return all(at is None or (mine is not None and at <= mine) for at in rivals)


def _nearest(sentence: Sentence, cue: Span, one: Told) -> int | None:
    """Return where the sentence last tells an event before the cue, by its kind."""
    kinds = [a.span for a in one.event.assertions if a.field == "/kind"]
    return max((s.end for s in kinds if sentence.span.holds(s) and s.end <= cue.start), default=None)


def series(tree: Tree, sentence: Sentence, one: Told, others: Sequence[Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "minutes later", "in two villages", and like attacks told together: each tied to the first of a wave."""
    first = [o for o in others if o.event.kind == one.event.kind and _one_wave(one.event, o.event)]
    first = [o for o in first if o.start < one.start or (o.start == one.start and o.event.id < one.event.id)]
    lead = min(first, key=lambda o: o.start, default=None)
    if lead is None:
        return
    cue = lexicon.ties.events["series"].search(tree.text, sentence.span.start, sentence.span.end)
    apart = lexicon.ties.events["apart"].search(tree.text, sentence.span.start, sentence.span.end)
    if cue is not None:
        span = Span(*cue.span())
        yield Link("series", lead.event.id, span.of(tree.text), span)
    elif apart is None and _together(sentence, one, lead):
        span = next(s for s in one.spans if sentence.span.holds(s))
        yield Link("series", lead.event.id, span.of(tree.text), span)


def _together(sentence: Sentence, one: Told, lead: Told) -> bool:
    """Tell whether two acts of one sort, day and hand are told as one action in several places."""
    alike = set(one.event.attack_types) & set(lead.event.attack_types) - {"unknown"}
    same_day = one.event.date is not None and touching(one.event.date, lead.event.date)
    same_hand = bool(doers(one.event) & doers(lead.event)) or _same_authority(one.event, lead.event)
    here = any(sentence.span.holds(span) for span in lead.spans)
    return (here and bool(alike)) or (same_day and same_hand and (bool(alike) or one.event.kind == "operation"))


def _same_authority(one: Event, other: Event) -> bool:
    if one.authority is None or other.authority is None:
        return False
    return one.authority.name.lower() == other.authority.name.lower()


def _one_wave(one: Event, other: Event) -> bool:
    """Tell whether two acts can be of one wave: both news or both recalled, days that touch, one country and hand."""
    apart = doers(one) and doers(other) and not doers(one) & doers(other)
    return _of_one_time(one, other) and touching(one.date, other.date) and one_country(one, other) and not apart


def _of_one_time(one: Event, other: Event) -> bool:
    """Tell whether both are news or both recalled, or their dates say that they belong together."""
    return one.main == other.main or (one.date is not None and other.date is not None)


def recalled(tree: Tree, one: Told, others: Sequence[Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "a similar attack last year": an older act that is called like the news, or struck the same place."""
    first = min((o.start for o in others if o.event.main and o.event.kind == "attack"), default=one.start)
    for other in others:
        together = any(sentence.span.holds(s) for sentence in sentences(tree, other) for s in one.spans)
        if other.event.kind != "attack" or other.event.main or (first < one.start and not together):
            continue
        span = _precedent(tree, one, other, lexicon)
        if span is not None:
            yield Link("precedent", other.event.id, span.of(tree.text), span)


def _precedent(tree: Tree, one: Told, other: Told, lexicon: Lexicon) -> Span | None:
    if other.event.place is not None:
        named = re.compile(rf"(?i)\b(?:second|another|new|repeat of|like) {re.escape(other.event.place.name)}\b")
        if again := named.search(tree.text):
            return Span(*again.span())
    for sentence in sentences(tree, other):
        if lexicon.ties.events["retaliation"].search(tree.text, *sentence.span):
            continue
        for cue in lexicon.ties.events["precedent"].finditer(tree.text, *sentence.span):
            if _LIKE.search(cue[0]) or _alike(one.event, other.event):
                return Span(*cue.span())
        if once := _opened(tree, sentence):
            return once
        if _AGAIN.search(sentence.span.of(tree.text)) and _same_spot(one.event, other.event):
            return next(span for span in other.spans if sentence.span.holds(span))
    return None


def _opened(tree: Tree, sentence: Sentence) -> Span | None:
    """Return the words of the sentence before that announce one like the news ("It is not the first time")."""
    last = tree.page.page.sentences[sentence.index - 1] if sentence.index else None
    if last is None or last.headline or last.paragraph != sentence.paragraph:
        return None
    cue = _NOT_FIRST.search(tree.text, *last.span)
    return Span(*cue.span()) if cue is not None else None


def _same_spot(one: Event, other: Event) -> bool:
    """Tell whether an older attack struck the same town or site."""
    if one.place is None or other.place is None or one.place.precision not in ("exact", "settlement", "near"):
        return False
    alike = set(one.attack_types) & set(other.attack_types) or {t.type for t in one.targets} & {
        t.type for t in other.targets
    }
    return one.place.place_id is not None and one.place.place_id == other.place.place_id and bool(alike - {"unknown"})


def _alike(one: Event, other: Event) -> bool:
    """Tell whether two attacks share a way of attacking or a sort of target."""
    if set(one.attack_types) & set(other.attack_types) - {"unknown"}:
        return True
    return bool({t.type for t in one.targets} & {t.type for t in other.targets} - {"unknown"})


def foretold(tree: Tree, one: Told, others: Sequence[Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "the group had threatened to attack the port": an earlier threat by whoever did it, or of its target."""
    for other in others:
        if other.event.kind != "threat" or other.event.date == one.event.date or later(other, one):
            continue
        for sentence in sentences(tree, other):
            cue = lexicon.ties.events["foretold_by"].search(tree.text, *sentence.span)
            if cue is not None and _came_true(one.event, other.event):
                span = Span(*cue.span())
                yield Link("foretold_by", other.event.id, span.of(tree.text), span)
                break


def _came_true(attack: Event, threat: Event) -> bool:
    """Tell whether a threat can be the attack's: by the same group, or nobody known; against its sort of target."""
    issuer = threat.issuer.actor_id if threat.issuer is not None else None
    blamed = {r.actor.actor_id for r in attack.responsibility if r.actor is not None} | doers(attack)
    if issuer is not None and issuer in blamed:
        return True
    named = {t.type for t in threat.targets} - {"unknown"}
    lands = {t.country for t in threat.targets} - {None}
    hit = {t.type for t in attack.targets} | {t.country for t in attack.targets}
    return (not blamed or issuer is None) and bool((named | lands) & hit)


def about(tree: Tree, one: Told, others: Sequence[Told], lexicon: Lexicon) -> Iterator[Link]:
    """Read "a video that celebrates the attack": the act that a publication praises, shows or mourns."""
    acts = [other for other in others if other.event.kind == "attack"]
    for sentence in sentences(tree, one):
        cue = lexicon.ties.events["about"].search(tree.text, *sentence.span)
        if cue is None:
            continue
        span = Span(*cue.span())
        reach = Span(span.start, min(sentence.span.end, span.end + _REACH))
        found = within(acts, reach) or [o for o in acts if any(sentence.span.holds(s) for s in o.spans)]
        for other in found[:1]:
            yield Link("about", other.event.id, span.of(tree.text), span)
            return
