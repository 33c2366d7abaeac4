"""What somebody judges: motives, grievances, intentions, abilities, trends, outlooks, answers, and what is not known.

A clause with a cue is one assessment, of the first type in the order of the guidelines that fits it. Whoever utters it
holds it, and its hedges make its factuality. Condolences, condemnations and the rising toll are no judgements.
"""

import re
from collections.abc import Iterator, Sequence

from tocsin.extract.grammar.tree import Tree, climb, phrase
from tocsin.extract.judgements.clauses import antecedent, clause, clause_span, subject_of
from tocsin.extract.judgements.ends import last_group
from tocsin.extract.judgements.masks import masked
from tocsin.extract.judgements.retell import retold
from tocsin.extract.voices.holders import Voices, holder_of, named
from tocsin.knowledge.judgements import Judgements
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import About, Assessment, AssessmentType, Event, Factuality, Holder
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
_JUDGING = frozenset(
    {
        "fear",
        "warn",
        "expect",
        "predict",
        "believe",
        "think",
        "reckon",
        "estimate",
        "caution",
        "suspect",
        "complain",
        "accuse",
        "allege",
        "insist",
    }
)
_PEACEFUL = frozenset(
    {"rights", "right", "aid", "human", "advocacy", "medical", "campaign", "monitoring", "parliamentary", "watchdog"}
)
_DENIED: tuple[AssessmentType, ...] = ("capability", "response", "intent", "motive", "exposure")
_ANNOUNCED: tuple[AssessmentType, ...] = ("intent", "motive", "outlook")
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
            about = _about(tree, sentence, events, span, verb, kind)
            if about == About() or (kind in _ANNOUNCED and _is_threat(events, span)):
                continue
            holder = _holder(tree, verb, anchor, heard, lexicon)
            if holder.kind == "author":
                holder = _aside(tree, sentence, span, heard, found) or holder
            found.append(
                Assessment(
                    id=f"j{len(found) + 1}",
                    about=about,
                    type=kind,
                    text=retold(tree, span, verb, holder, heard),
                    holder=holder,
                    factuality=_sure(tree, kind, span, verb, covered, lexicon.judgements),
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


def _aside(tree: Tree, sentence: Sentence, span: Span, heard: Voices, found: Sequence[Assessment]) -> Holder | None:
    """Return who is said to speak in words set into the sentence (", he said, "); a pronoun is the judge before."""
    for verb, holder in heard.by_verb.items():
        token = tree.tokens[verb]
        subject = subject_of(tree, verb)
        if subject is None or not sentence.span.holds(token.span) or span.holds(token.span):
            continue
        before, after = tree.text[: tree.tokens[subject].span.start].rstrip(), tree.text[token.span.end :]
        if before.endswith((",", ",”", ',"')) and after[:1] in (",", "."):
            return _judge_before(tree, sentence, found) if tree.tokens[subject].tag == "PRP" else holder
    return None


def _judge_before(tree: Tree, sentence: Sentence, found: Sequence[Assessment]) -> Holder | None:
    """Return whoever judged in the sentence before, unless that is the author."""
    before = tree.page.page.sentences[max(0, sentence.index - 1)].span
    if not found or found[-1].holder.kind == "author" or not before.meets(found[-1].span):
        return None
    return found[-1].holder


def _holder(tree: Tree, verb: int, anchor: int, heard: Voices, lexicon: Lexicon) -> Holder:
    """Return who judges: the subject of a verb of judging ("the army fears"), else whoever reports the clause."""
    head = subject_of(tree, verb)
    if tree.tokens[verb].lemma not in _JUDGING or head is None:
        return holder_of(tree, anchor, heard)
    if verb in heard.by_verb:
        return heard.by_verb[verb]
    if tree.tokens[head].tag == "PRP":
        before = [at for at in heard.by_verb if at < verb]
        return heard.by_verb[max(before)] if before else holder_of(tree, anchor, heard)
    said = named(tree, head, lexicon, heard)
    return said if said is not None and said.kind != "unknown" else holder_of(tree, anchor, heard)


def _judged(
    tree: Tree, sentence: Sentence, covered: str, cues: Judgements
) -> list[tuple[AssessmentType, Span, int, int]]:
    """Return type, words, verb and cue token of each clause of a sentence that judges, in order of the text."""
    kept: dict[int, tuple[AssessmentType, Span, int, int]] = {}
    for kind, cue in _cues(sentence, covered, cues):
        anchor = _anchor(tree, sentence, cue)
        if anchor is None:
            continue
        verb = clause(tree, anchor)
        span = clause_span(tree, sentence, verb, cue)
        if verb in kept or any(span.meets(other[1]) for other in kept.values()):
            continue
        if cues.never.search(covered, span.start, span.end) or not _is_theirs(tree, verb, kind):
            continue
        kept[verb] = (kind, span, verb, anchor)
    return sorted(kept.values(), key=lambda item: item[1])


def _cues(sentence: Sentence, covered: str, cues: Judgements) -> Iterator[tuple[AssessmentType, Span]]:
    for kind, pattern in cues.types:
        for cue in pattern.finditer(covered, sentence.span.start, sentence.span.end):
            yield kind, Span(*cue.span())  # type: ignore[misc]


def _is_theirs(tree: Tree, verb: int, kind: AssessmentType) -> bool:
    """Tell whether the subject can do what is judged: speakers foretell nothing of themselves, only groups scheme."""
    head = subject_of(tree, verb)
    if head is None:
        return True
    token = tree.tokens[head]
    if token.text.lower() in _SPEAKERS:
        return kind not in ("outlook", "capability", "exposure", "significance")
    if kind not in ("intent", "capability"):
        return True
    if token.text.lower() in _RELATIVES and (who := antecedent(tree, verb)) is not None:
        return _is_armed(tree, who)
    return not any(tree.tokens[child].lemma in _PEACEFUL for child in tree.below[head])


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
    tree: Tree, sentence: Sentence, events: Sequence[Event], span: Span, verb: int, kind: AssessmentType
) -> About:
    event = _event(sentence, events, span)
    return About(
        actor=_actor(tree, sentence, span, verb, kind),
        target=_target(tree, verb) if kind == "exposure" else None,
        place=_place(tree, span) if kind in ("trend", "exposure", "outlook") or not events else None,
        event=event.id if event is not None else None,
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
    last = last_group(tree, span.start)
    if last is None or (words[0].lower() in ("it", "they") and last.span.end < sentence.span.start - 400):
        return None
    at = Span(span.start + words.start(), span.start + words.end())
    return Actor(at.of(tree.text), last.actor_id, last.name, last.kind, at)


def _target(tree: Tree, verb: int) -> str | None:
    """Return who or what is open to harm, unless it is a pronoun or a name."""
    head = subject_of(tree, verb)
    if head is None or tree.tokens[head].pos != "NOUN":
        return None
    return " ".join(phrase(tree, head).of(tree.text).split())


def _place(tree: Tree, span: Span) -> Place | None:
    return next((p.place for p in tree.page.places if p.place is not None and span.holds(p.span)), None)


def _sure(tree: Tree, kind: AssessmentType, span: Span, verb: int, covered: str, cues: Judgements) -> Factuality:
    """Return how far the holder commits to the clause: its own hedges, then those of the verb that frames it."""
    if kind == "gap":
        return "CTu" if re.search(r"(?i)would not (?:be drawn|say)|declined|refused", span.of(tree.text)) else "Uu"
    framing = next((i for i in climb(tree, verb) if tree.tokens[i].pos == "VERB"), verb)
    words = covered[span.start : span.end] + " " + tree.tokens[framing].text
    for value, pattern in cues.hedges.items():
        if pattern.search(words) and not (kind == "motive" and value == "PS+" and "suspect" in words):
            return value  # type: ignore[return-value]
    if kind in _DENIED and any(
        tree.tokens[c].dep == "neg" or tree.tokens[c].text == "longer" for c in tree.below[verb]
    ):
        return "CT-"
    return "CT+"
