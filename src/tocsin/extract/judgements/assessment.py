"""What somebody judges: motives, grievances, intentions, abilities, trends, outlooks, answers, and what is not known.

A clause with a cue is one assessment, of the first type in the order of the guidelines that fits it. Whoever utters it
holds it, and its hedges make its factuality. Condolences, condemnations and the rising toll are no judgements.
"""

import re
from collections.abc import Iterator, Sequence

from tocsin.extract.grammar.tree import Tree, climb, descend, phrase
from tocsin.extract.judgements.clauses import antecedent, clause, clause_span, subject_of
from tocsin.extract.judgements.ends import last_group
from tocsin.extract.judgements.judges import judge
from tocsin.extract.judgements.masks import masked
from tocsin.extract.judgements.retell import retold
from tocsin.extract.judgements.seen import seen
from tocsin.extract.judgements.sureness import sure
from tocsin.extract.judgements.targets import target
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.judgements import Judgements
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.wording import Small
from tocsin.model.page import Sentence
from tocsin.model.record import About, Assessment, AssessmentType, Event, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Place

_GROUP_WORDS = re.compile(
    r"(?i)\b(?:(?:the|this|its|their) (?:\w+ )?(?:group|militants|insurgents|insurgency|organi[sz]ation|movement|"
    r"rebels|guerrillas|jihadists|fighters|gang|network|party|separatists|front|militia)|they|it)\b"
)
_GROUP_NOUN = re.compile(
    r"(?i)\b(?:groups?|militants|insurgents|rebels|guerrillas|jihadists|fighters|extremists|separatists|bandits|militias?|"
    r"factions?|networks?|gangs?|movement|cartels?|organi[sz]ation)\b"
)
_SPEAKERS = frozenset({"i", "we"})
_RELATIVES = frozenset({"who", "which", "that"})
_ANNOUNCED: tuple[AssessmentType, ...] = ("intent", "motive", "outlook")
# "It was the third attack" speaks of an attack.
_OF_EVENTS: tuple[AssessmentType, ...] = ("trend", "significance")
_ACTORS_OWN: tuple[AssessmentType, ...] = (
    "intent",
    "capability",
    "grievance",
    "trend",
    "outlook",
    "significance",
    "motive",
)


def assessments(tree: Tree, events: Sequence[Event], heard: Voices, lexicon: Lexicon) -> tuple[Assessment, ...]:
    """Return the judgements of a document in order of the text, each about an event, an actor, a place or a target."""
    covered = masked(tree.page)
    found: list[Assessment] = []
    for sentence in tree.page.page.sentences:
        if sentence.headline:
            continue
        for kind, span, verb, anchor in _judged(tree, sentence, covered, lexicon.judgements):
            holder = judge(tree, sentence, kind, span, (verb, anchor), heard, lexicon, found)
            about = _about(tree, sentence, events, span, verb, kind, holder)
            if about == About() or (kind in _ANNOUNCED and _is_threat(events, span)):
                continue
            found.append(
                Assessment(
                    id=f"j{len(found) + 1}",
                    about=about,
                    type=kind,
                    text=retold(tree, span, verb, holder, heard),
                    holder=holder,
                    factuality=sure(tree, kind, span, (verb, anchor), covered, lexicon.judgements),
                    span=span,
                    quote=span.of(tree.text),
                    machine_confidence=lexicon.certainty.of("assessments"),
                )
            )
    return tuple(found)


def _is_threat(events: Sequence[Event], span: Span) -> bool:
    """Tell whether a clause only tells the threat that is an event already."""
    return any(
        a.field.startswith("/targets") and span.holds(a.span)
        for e in events
        if e.kind == "threat"
        for a in e.assertions
    )


def _judged(
    tree: Tree, sentence: Sentence, covered: Small, cues: Judgements
) -> list[tuple[AssessmentType, Span, int, int]]:
    """Return type, words, verb and cue token of each clause of a sentence that judges, in order of the text."""
    kept: dict[int, tuple[AssessmentType, Span, int, int]] = {}
    for kind, cue in _cues(sentence, covered, cues):
        anchor = _anchor(tree, sentence, cue)
        if anchor is None:
            continue
        verb = clause(tree, anchor)
        span = clause_span(tree, sentence, verb, cue)
        if verb in kept or any(span.meets(o[1]) and not _is_inset(tree, (verb, anchor), o[2:]) for o in kept.values()):
            continue
        if cues.never.search(covered, span.start, span.end) or not _is_theirs(tree, verb, kind, cues):
            continue
        kept[verb] = (kind, span, verb, anchor)
    for kind, span in seen(tree, sentence):
        anchor = _anchor(tree, sentence, span)
        if anchor is None or (verb := clause(tree, anchor)) in kept or any(span.meets(o[1]) for o in kept.values()):
            continue
        if cues.never.search(covered, span.start, span.end) or not _is_theirs(tree, verb, kind, cues):
            continue
        kept[verb] = (kind, span, verb, anchor)
    return sorted(kept.values(), key=lambda item: item[1])


def _is_inset(tree: Tree, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether of two clauses, each a verb and the token of its cue, one is an aside of the other (", who …,")."""
    pairs = ((one[0], other[1]), (other[0], one[1]))
    return any(_is_aside(tree, verb) and cue not in descend(tree, verb) for verb, cue in pairs)


def _is_aside(tree: Tree, verb: int) -> bool:
    """Tell whether a relative clause stands behind a comma."""
    first = min(descend(tree, verb), default=verb)
    return tree.tokens[verb].dep == "relcl" and first > 0 and tree.tokens[first - 1].text == ","


def _cues(sentence: Sentence, covered: Small, cues: Judgements) -> Iterator[tuple[AssessmentType, Span]]:
    for kind, pattern in cues.types:
        for cue in pattern.finditer(covered, sentence.span.start, sentence.span.end):
            yield kind, Span(*cue.span())  # type: ignore[misc]


def _is_theirs(tree: Tree, verb: int, kind: AssessmentType, cues: Judgements) -> bool:
    """Tell whether the subject can do what is judged: only groups scheme, and speakers judge not themselves."""
    head = subject_of(tree, verb)
    if head is None:
        return True
    token = tree.tokens[head]
    if token.text.lower() in _SPEAKERS:
        foreseen = kind == "outlook" and tree.tokens[verb].lemma in cues.judging - {"warn"}
        return foreseen or kind not in ("outlook", "capability", "exposure", "significance")
    if kind not in ("intent", "capability"):
        return True
    if token.text.lower() in _RELATIVES and (who := antecedent(tree, verb)) is not None:
        return _is_armed(tree, who)
    return not any(tree.tokens[i].lemma in cues.harmless for i in (head, *tree.below[head]))


def _is_armed(tree: Tree, head: int) -> bool:
    """Tell whether a noun is a group's name or a word for one."""
    words = phrase(tree, head)
    called = any(a.kind == "armed_group" and a.span.meets(words) for a in tree.page.actors)
    return called or _GROUP_NOUN.search(words.of(tree.text)) is not None


def _anchor(tree: Tree, sentence: Sentence, cue: Span) -> int | None:
    """Return the cue's topmost token."""
    inside = [t for t in tree.tokens[sentence.first : sentence.last] if t.span.meets(cue)]
    return min((t.index for t in inside), key=lambda i: len(list(climb(tree, i))), default=None)


def _about(
    tree: Tree, sentence: Sentence, events: Sequence[Event], span: Span, verb: int, kind: AssessmentType, holder: Holder
) -> About:
    event = _event(sentence, events, span)
    return About(
        actor=_actor(tree, sentence, span, verb, kind) or (_own(tree, holder) if kind in _ACTORS_OWN else None),
        target=target(tree, verb) if kind == "exposure" else None,
        place=_place(tree, span) if kind in ("trend", "exposure", "outlook") or not events else None,
        event=event.id if event is not None else None,
    )


def _own(tree: Tree, holder: Holder) -> Actor | None:
    """Return the group that judges of itself, as what it gives for its motive."""
    return next(
        (a for a in tree.page.actors if a.kind == "armed_group" and a.actor_id and a.actor_id == holder.actor_id), None
    )


def _event(sentence: Sentence, events: Sequence[Event], span: Span) -> Event | None:
    """Return the event told in the same sentence, else the last main one told before, else the first."""
    here = [e for e in events if any(sentence.span.holds(a.span) for a in e.assertions)]
    before = [e for e in events if e.main and min(a.span.start for a in e.assertions) <= span.end]
    return next(iter(here or before[:1] or [e for e in events if e.main] or events), None)


def _actor(tree: Tree, sentence: Sentence, span: Span, verb: int, kind: AssessmentType) -> Actor | None:
    """Return the group that a clause names, or the one named last where it speaks of "the group"."""
    groups = [a for a in tree.page.actors if a.kind == "armed_group"]
    who = subject_of(tree, verb)
    if who is not None and tree.tokens[who].text.lower() in _RELATIVES:
        who = antecedent(tree, verb)
    subject = tree.actor_at.get(who) if who is not None else None
    spoken = [a for a in (subject, *groups) if a is not None and a.kind == "armed_group"]
    spoken = [a for a in spoken if a is subject or span.meets(a.span)]
    if spoken:
        return spoken[0]
    words = _GROUP_WORDS.search(span.of(tree.text))
    if words is None or kind not in _ACTORS_OWN:
        return None
    pointer = words[0].lower()
    last = last_group(tree, span.start)
    if last is None or (pointer == "it" and kind in _OF_EVENTS and tree.tokens[verb].lemma == "be"):
        return None
    alone = len({a.actor_id or a.name for a in tree.page.actors if a.kind == "armed_group"}) == 1
    if pointer in ("it", "they") and not alone and last.span.end < sentence.span.start - 400:
        return None
    at = Span(span.start + words.start(), span.start + words.end())
    return Actor(at.of(tree.text), last.actor_id, last.name, last.kind, at)


def _place(tree: Tree, span: Span) -> Place | None:
    return next((p.place for p in tree.page.places if p.place is not None and span.holds(p.span)), None)
