"""Arrests, trials, designations and foiled plots: what authorities do about political violence.

People arrested or tried appear by role, number and organisation, never by name, and an arrest says nothing of guilt.
"""

import re
from collections.abc import Sequence

from tocsin.extract.casualties import Patient, agent_of, patients, total
from tocsin.extract.factuality import factuality
from tocsin.extract.holders import Voices, holder_of
from tocsin.extract.parts import actor, is_force, is_person
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.scene import date_of, place_of
from tocsin.extract.tree import Tree, by_agent, children, conjuncts, descend, is_passive, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Subject

_POSITIONS = re.compile(
    r"(?i)\b(?:(?:senior|top|key|deputy|regional|local|military|former|second|mid-level|high-ranking) )*(commander|leader|chief|"
    r"emir|facilitator|financier|spokesman|spokesperson|recruiter|bomb-?maker|mastermind|planner|founder|head|operative|"
    r"member|fighter|sympathi[sz]er|supporter|courier|trainer)s?\b"
)
_COURTS = frozenset({"court", "judge", "tribunal", "jury", "prosecutor", "magistrate", "panel"})
_TERROR = re.compile(
    r"(?i)terror|militan|insurg|jihad|extremis|bomb|attack|explosive|rebel|separatis|murder|kill|assassin|kidnap|weapon|"
    r"suicide|massacre|war crime|plot|islamic state|qaeda|shooting|stabbing|membership|arms|guerr|hostage"
)
_LISTS = re.compile(
    r"(?i)terror|extremis|proscri|blacklist|sanction|banned organi[sz]ation|unlawful|foreign terrorist|outlaw|designat"
)


def justice(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the arrests, trials, designations and plots of a sentence."""
    return (
        *_arrests(tree, sentence, heard, lexicon),
        *_trials(tree, sentence, heard, lexicon),
        *_designations(tree, sentence, heard, lexicon),
        *_plots(tree, sentence, heard, lexicon),
    )


def _arrests(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    caught = [p for p in patients(tree, sentence, lexicon) if p.harm == "arrested"]
    frames = []
    for trigger in dict.fromkeys(p.trigger for p in caught):
        group = [p for p in caught if p.trigger == trigger and not p.part_of]
        if not group or factuality(tree, trigger, lexicon) not in ("CT+", "PR+"):
            continue
        holder = holder_of(tree, trigger, heard)
        readings = _authority(tree, trigger, holder)
        count = total(tree, [p for p in group if _counted(p)])
        if count is not None:
            readings.append(Reading("arrested", count, count.span, holder))
        readings += [_subject(tree, p, sentence, holder) for p in group if not is_person(tree, p.head)]
        frames.append(_frame(tree, sentence, "arrest", trigger, heard, holder, readings))
    return frames


def _counted(patient: Patient) -> bool:
    return patient.count is not None


def _subject(tree: Tree, patient: Patient, sentence: Sentence, holder: Holder) -> Reading:
    span = phrase(tree, patient.head)
    for index in range(patient.head + 1, sentence.last):
        if tree.label_at.get(index) == "PERSON" and span.meets(tree.tokens[index].span):
            span = Span(span.start, tree.tokens[patient.head].span.end)
    reach = Span(span.start, min(sentence.span.end, span.end + 60))
    position = _POSITIONS.search(tree.text, span.start, reach.end)
    organisation = next((a for a in tree.page.actors if a.kind == "armed_group" and reach.holds(a.span)), None) or next(
        (a for a in tree.page.actors if a.kind == "armed_group" and sentence.span.holds(a.span)), None
    )
    subject = Subject(
        "arrested", span.of(tree.text), organisation, position.group() if position else None, patient.count, span
    )
    return Reading("subjects", subject, span, holder)


def _authority(tree: Tree, verb: int, holder: Holder) -> list[Reading]:
    doer = agent_of(tree, verb) if tree.tokens[verb].pos == "VERB" else by_agent(tree, verb)
    if doer is None or tree.tokens[doer].tag in ("PRP", "WP", "WDT"):
        return []
    found = actor(tree, doer)
    if found is None and not is_force(tree, doer) and tree.tokens[doer].lemma not in _COURTS:
        if tree.tokens[doer].lemma not in (
            "authority",
            "official",
            "government",
            "agent",
            "investigator",
            "intelligence",
        ):
            return []
    span = phrase(tree, doer)
    who = found or Actor(span.of(tree.text), None, span.of(tree.text), "state_force", span)
    return [Reading("authority", who, who.span, holder)]


def _trials(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    frames = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in lexicon.words["trial_verbs"] or token.dep in ("amod", "compound"):
            continue
        if factuality(tree, token.index, lexicon) not in ("CT+", "PR+") or not _TERROR.search(
            sentence.span.of(tree.text)
        ):
            continue
        tried = _tried(tree, token.index)
        if not tried and token.lemma == "charge":
            continue
        holder = holder_of(tree, token.index, heard)
        readings = _authority(tree, token.index, holder)
        for head in tried:
            if is_person(tree, head):
                continue
            span = phrase(tree, head)
            count = tree.counts_at.get(head) or next(
                (tree.counts_at[i] for i in tree.below[head] if i in tree.counts_at), None
            )
            group = next((a for a in tree.page.actors if a.kind == "armed_group" and sentence.span.holds(a.span)), None)
            subject = Subject("tried", span.of(tree.text), group, None, count, span)
            readings.append(Reading("subjects", subject, span, holder))
        if not readings and not tried:
            continue
        frames.append(_frame(tree, sentence, "trial", token.index, heard, holder, readings))
    return frames[:1]


def _tried(tree: Tree, verb: int) -> list[int]:
    heads: Sequence[int]
    if is_passive(tree, verb):
        heads = children(tree, verb, "nsubjpass") or (
            (tree.tokens[verb].head,) if tree.tokens[verb].dep == "acl" else ()
        )
    else:
        heads = children(tree, verb, "dobj")
    return [i for head in heads for i in conjuncts(tree, head) if tree.tokens[i].pos in ("NOUN", "PROPN", "NUM")]


def _designations(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    words = sentence.span.of(tree.text)
    if not _LISTS.search(words):
        return []
    frames = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in lexicon.words["designation_verbs"] or token.dep == "amod":
            continue
        if factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        listed = [
            a
            for head in _tried(tree, token.index)
            for i in descend(tree, head)
            if (a := tree.actor_at.get(i)) is not None and a.kind == "armed_group"
        ]
        if not listed:
            continue
        holder = holder_of(tree, token.index, heard)
        readings = _authority(tree, token.index, holder)
        doer = agent_of(tree, token.index)
        if not readings and doer is not None and tree.tokens[doer].pos in ("NOUN", "PROPN"):
            span = phrase(tree, doer)
            who = Actor(span.of(tree.text), None, span.of(tree.text), "government", span)
            readings.append(Reading("authority", who, span, holder))
        for group in dict.fromkeys(listed):
            subject = Subject("designated", group.text, group, None, None, group.span)
            readings.append(Reading("subjects", subject, group.span, holder))
        frames.append(_frame(tree, sentence, "designation", token.index, heard, holder, readings))
    return frames[:1]


def _plots(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    frames = []
    for token in tree.tokens[sentence.first : sentence.last]:
        stopped = token.pos == "VERB" and token.lemma in lexicon.words["plot_verbs"] and token.lemma != "plot"
        if not stopped or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        below = " ".join(tree.tokens[i].lemma for i in sorted(descend(tree, token.index)))
        if not re.search(
            r"\b(?:plot|attack|bombing|attempt|bomb|device|massacre|assassination|plan|rocket|cell)\b", below
        ):
            continue
        doer = agent_of(tree, token.index)
        if doer is None or not (is_force(tree, doer) or tree.tokens[doer].lemma in lexicon.words["authorities"]):
            continue
        holder = holder_of(tree, token.index, heard)
        readings = [*_authority(tree, token.index, holder), Reading("stage", "foiled", token.span, holder)]
        frames.append(_frame(tree, sentence, "plot", token.index, heard, holder, readings))
    return frames[:1]


def _frame(
    tree: Tree, sentence: Sentence, kind: EventKind, anchor: int, heard: Voices, holder: Holder, readings: list[Reading]
) -> Frame:
    when = date_of(tree, sentence, anchor, (), heard)
    if when is not None:
        readings = [*readings, Reading("date", when[0], when[1], holder)]
    where = None if kind == "designation" else place_of(tree, sentence, anchor, (), heard)
    if where is not None:
        readings = [*readings, Reading("place", where[0], where[1], holder)]
    spans = [tree.tokens[anchor].span, *(r.span for r in readings)]
    return Frame(
        kind=kind,
        sentence=sentence.index,
        anchor=anchor,
        telling=Span(min(s.start for s in spans), max(s.end for s in spans)),
        holder=holder,
        factuality="CT+",
        headline=sentence.headline,
        readings=tuple(readings),
    )
