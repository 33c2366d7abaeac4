"""Publications: what a group or its outlet puts out, in what form, under what title, where, in which language.

Words that claim, deny or condemn an act are stances and no publication of their own. A title is kept as evidence;
nothing is quoted beyond it.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    by_agent,
    children,
    climb,
    conjuncts,
    descend,
    is_passive,
    key,
    phrase,
    subject,
)
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.scene import date_of
from tocsin.extract.threats.works import medium_of, outlet_of, work_readings
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor

_STANCES = re.compile(
    r"(?i)\b(?:claim\w*|den(?:y|ies|ied|ying)|responsib\w+|condemn\w*|condol\w*|apologi\w*|ceasefire|truce|"
    r"carried out|admitt\w+|took credit|was behind|were behind)\b"
)
_PRAISE = re.compile(
    r"(?i)\b(?:prais\w+|celebrat\w+|congratulat\w+|glorif\w+|eulog\w+|incit\w+|"
    r"manifesto|call(?:s|ed|ing) (?:on|for)|urg\w+|recruit\w*|propagand\w+)\b"
)
_LONE = frozenset({"gunman", "attacker", "shooter", "suspect", "assailant", "killer", "terrorist"})
_ADMIRERS = frozenset({"supporter", "admirer", "sympathiser", "sympathizer", "follower", "fan"})
_FOR_OTHERS = re.compile(r"(?i)\bpro-|\b(?:unofficial|supporters[’']?)\b")
_ACCUSING = frozenset({"accuse", "mock", "denounce", "attack", "criticise", "criticize", "call", "condemn"})
_SIGNING = frozenset({"bear", "carry", "sign", "stamp", "emblazon", "attribute", "ascribe"})
_PARTS = frozenset(
    {"part", "issue", "edition", "instalment", "installment", "episode", "number", "volume", "series", "batch"}
)
_CONTENT = frozenset(
    {
        "show",
        "feature",
        "depict",
        "praise",
        "accuse",
        "mock",
        "celebrate",
        "glorify",
        "denounce",
        "eulogise",
        "eulogize",
        "hail",
        "extol",
        "portray",
        "display",
        "criticise",
        "criticize",
    }
)


def publications(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    """Return the publications of a sentence; a statement counts only where it praises or calls for violence."""
    frames = []
    words = sentence.span.of(tree.text)
    for token in tree.tokens[sentence.first : sentence.last]:
        works = _works(tree, token.index, lexicon) or _contents(tree, token.index, lexicon)
        if not works or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        work = works[0]
        if _STANCES.search(words) or (medium_of(tree, work, lexicon) == "statement" and not _PRAISE.search(words)):
            continue
        issuer, outlet = _publisher(tree, sentence, token.index, work)
        back = _is_definite(tree, work)
        if issuer is None and outlet is None and not back:
            continue
        holder = holder_of(tree, token.index, heard)
        readings = work_readings(tree, sentence, work, holder, heard, lexicon)
        readings += [Reading("issuer", issuer, issuer.span, holder)] if issuer is not None else []
        readings += [Reading("media_arm", outlet, outlet.span, holder)] if outlet is not None else []
        readings += dated(tree, sentence, token.index, heard, holder, lexicon)
        founds = not back or issuer is not None or outlet is not None
        frames.append(told(tree, sentence, "publication", token.index, holder, readings, definite=back, founds=founds))
    return frames


def _works(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """Return the works that a verb says to be put out, or to appear."""
    token = tree.tokens[verb]
    if token.pos != "VERB" or token.dep in ("amod", "compound"):
        return []
    words = {key(tree, verb), token.lemma}
    heads: tuple[int, ...] = ()
    if words & lexicon.words["appear_verbs"] and not is_passive(tree, verb) and not children(tree, verb, "dobj"):
        heads = children(tree, verb, "nsubj") or ((token.head,) if token.dep in ("acl", "relcl") else ())
    elif words & lexicon.words["spread_verbs"]:
        if is_passive(tree, verb):
            one = subject(tree, verb)
            heads = children(tree, verb, "nsubjpass") or ((one,) if one is not None else ())
        else:
            heads = children(tree, verb, "dobj")
    return [
        i
        for head in heads
        for i in (*conjuncts(tree, head), *children(tree, head, "nmod", "compound"), *_of_part(tree, head))
        if medium_of(tree, i, lexicon) is not None
        and (tree.tokens[i].dep not in ("nmod", "compound") or tree.tokens[i + 1].tag == "VBG")
    ]


def _of_part(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the work of which a part is put out ("the second part of a video series", 'the first of "X", a video')."""
    if tree.tokens[head].lemma not in _PARTS:
        return ()
    whole = after(tree, head, "of")
    return (*whole, *(n for one in (head, *whole) for n in children(tree, one, "appos")))


def _contents(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """Return the group's work of which a verb tells the content ("a video from the group shows recruits")."""
    if tree.tokens[verb].pos != "VERB" or tree.tokens[verb].lemma not in _CONTENT:
        return []
    return [
        head
        for head in children(tree, verb, "nsubj")
        if medium_of(tree, head, lexicon) is not None
        and any(
            found is not None and found.kind in ("armed_group", "media_outlet")
            for found in (tree.actor_at.get(i) for i in phrase_of(tree, head))
        )
    ]


def _is_definite(tree: Tree, work: int) -> bool:
    first = [tree.tokens[c].text.lower() for c in tree.below[work] if c < work]
    return any(word in ("the", "this", "these", "both") for word in first)


def _publisher(tree: Tree, sentence: Sentence, verb: int, work: int) -> tuple[Actor | None, Actor | None]:
    """Return the group and the outlet behind a publication: subject, "by" noun, or those tied to the work."""
    doer = agent_of(tree, verb)
    if doer is not None and tree.tokens[doer].pos == "VERB":
        doer = None
    doers = [i for i in (doer, by_agent(tree, verb)) if i is not None]
    outlet = outlet_of(tree, sentence)
    for index in doers:
        admirer = admirers(tree, index)
        if admirer is not None:
            return (None if outlet is not None else admirer), outlet
        if (lone := _attacker(tree, index, work)) is not None:
            return lone, outlet
    outlet = outlet or _same_outlet(tree, sentence, verb)
    near = [tree.actor_at[i] for index in (*doers, work) for i in phrase_of(tree, index) if i in tree.actor_at]
    inside = [a for a in tree.page.actors if sentence.span.holds(a.span)]
    group = next((a for a in near if a.kind == "armed_group"), None)
    if group is None and (outlet is not None or doer in (None, work)):
        group = next((a for a in inside if a.kind == "armed_group" and not _is_aside(tree, a, work)), None)
    if group is None and outlet is None and _possessed(tree, (doer, work)):
        group = latest_group(tree, sentence.span.start)
    return group, outlet


def admirers(tree: Tree, head: int) -> Actor | None:
    """Return those who put out a work as a group's supporters, or their outlet, which is not the group's own."""
    span = phrase(tree, head)
    supports = any(tree.tokens[verb].lemma == "support" for verb in children(tree, head, "acl", "relcl"))
    admiring = tree.tokens[head].lemma in _ADMIRERS
    if not admiring and not supports and not _FOR_OTHERS.search(span.of(tree.text)):
        return None
    return Actor(span.of(tree.text), None, span.of(tree.text), "crowd" if admiring else "media_outlet", span)


def _attacker(tree: Tree, head: int, work: int) -> Actor | None:
    """Return a lone attacker who puts out a manifesto or a video."""
    if tree.tokens[head].lemma not in _LONE or tree.tokens[work].lemma not in (
        "manifesto",
        "document",
        "screed",
        "video",
    ):
        return None
    span = phrase(tree, head)
    return Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span)


def _same_outlet(tree: Tree, sentence: Sentence, verb: int) -> Actor | None:
    """Return the outlet named last where "the same outlet" puts out a work."""
    index = by_agent(tree, verb)
    if index is None or tree.tokens[index].lemma not in ("outlet", "channel", "agency", "foundation"):
        return None
    before = [
        a for a in tree.page.actors if a.kind == "media_outlet" and a.actor_id and a.span.end < sentence.span.start
    ]
    span = phrase(tree, index)
    return replace(before[-1], text=span.of(tree.text), span=span) if before else None


def phrase_of(tree: Tree, head: int) -> list[int]:
    """Return the tokens of a noun and what belongs to it, without the clauses that tell of it what it contains."""
    found = [head]
    for child in tree.below[head]:
        token = tree.tokens[child]
        if token.dep in ("relcl", "ccomp") or (token.dep == "acl" and by_agent(tree, child) is None):
            continue
        found.extend(phrase_of(tree, child))
    return found


def _is_aside(tree: Tree, group: Actor, work: int) -> bool:
    """Tell whether a group is only spoken of in a work ("a magazine which accuses JNIM")."""
    told = [c for c in children(tree, work, "relcl", "acl", "prep") if tree.tokens[c].lemma not in _SIGNING]
    inner = {i for child in told for i in descend(tree, child)}
    by = set(phrase_of(tree, work))
    return any(tree.tokens[i].span.meets(group.span) for i in inner - by) or any(
        tree.tokens[above].lemma in _ACCUSING
        for i, found in tree.actor_at.items()
        if found.span == group.span
        for above in climb(tree, i)
        if tree.tokens[i].dep in ("dobj", "pobj")
    )


def _possessed(tree: Tree, heads: tuple[int | None, ...]) -> bool:
    """Tell whether a doer is a pronoun or "the group", or a work is "its": a group told of before is meant."""
    for head in heads:
        if head is None:
            continue
        token = tree.tokens[head]
        if token.lemma in ("it", "they") and token.tag == "PRP":
            return True
        if token.lemma in ("group", "organisation", "organization", "movement", "militant", "rebel", "insurgent"):
            return any(tree.tokens[c].text.lower() in ("the", "this") for c in tree.below[head])
        if any(_possessed(tree, (c,)) or tree.tokens[c].tag == "PRP$" for c in children(tree, head, "poss")):
            return True
    return False


def latest_group(tree: Tree, before: int) -> Actor | None:
    """Return the armed group named last before a place in the text, within some three sentences."""
    earlier = [
        a for a in tree.page.actors if a.kind == "armed_group" and a.span.end <= before and before - a.span.end < 500
    ]
    return earlier[-1] if earlier else None


def dated(
    tree: Tree, sentence: Sentence, anchor: int, heard: Voices, holder: Holder, lexicon: Lexicon
) -> list[Reading]:
    """Return the date of what a word tells as a reading, where the sentence gives one."""
    when = date_of(tree, sentence, anchor, (), heard, lexicon)
    return [Reading("date", when[0], when[1], holder)] if when is not None else []


def told(
    tree: Tree,
    sentence: Sentence,
    kind: EventKind,
    anchor: int,
    holder: Holder,
    readings: list[Reading],
    *,
    definite: bool,
    founds: bool = True,
    fresh: bool = False,
) -> Frame:
    """Return the frame of a threat or publication."""
    parts = [r.span for r in readings if r.field in ("issuer", "targets", "medium", "title")]
    spans = [tree.tokens[anchor].span, *(span for span in parts if sentence.span.holds(span))]
    return Frame(
        kind=kind,
        sentence=sentence.index,
        anchor=anchor,
        telling=Span(min(s.start for s in spans), max(s.end for s in spans)),
        holder=holder,
        factuality="CT+",
        headline=sentence.headline,
        definite=definite,
        fresh=fresh,
        founds=founds,
        readings=tuple(readings),
    )
