"""What a party says of its own deeds: that it did it, that it did not, that it takes its claim back, or nothing.

Claim words ("claimed responsibility") and plain speech ("said its fighters had attacked") count alike. A state's force
that says it struck claims as well. What a party is said to claim time and again is no claim of this act.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parties import own, parties, party
from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    bare,
    by_agent,
    children,
    climb,
    conjuncts,
    descend,
    is_passive,
    subject,
)
from tocsin.extract.responsibility.deeds import has_no_part, is_deed, is_guilt, is_its_work, is_on_militants
from tocsin.extract.responsibility.stances import Stand, as_holder, carriers, channel, clause, habitual, negated
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Cue, Sentence
from tocsin.model.record import AUTHOR
from tocsin.model.text import Span
from tocsin.model.values import Actor

_DENIED = re.compile(
    r"(?i)involve|responsib|\brole\b|\bpart in\b|accus|charge|alleg|behind|carr(?:y|ied|ying) out|attack|kill|bomb"
    r"|blame|wrongdoing"
    r"|guilt|hand in|knowledge of|\b(?:it|this|that|doing so|them|report|claim|assertion|suggestion)s?\b|target|shoot"
    r"|shot|plant|massacre"
    r"|strike|struck|hit\b|fir(?:ed|ing)|abduct|kidnap|burn|raid|murder|abuse|atrocit|complicit|connection|link"
)
_AID = frozenset(
    [
        "support",
        "back",
        "arm",
        "fund",
        "harbor",
        "harbour",
        "shelter",
        "help",
        "train",
        "aid",
        "supply",
        "sponsor",
        "provide",
        "finance",
        "host",
        "use",
    ]
)
_UNREAL = frozenset({"before", "since", "if", "unless", "until", "whether", "once", "whenever"})
_ACCUSED = frozenset(
    [
        "man",
        "suspect",
        "defendant",
        "driver",
        "accused",
        "client",
        "gunman",
        "attacker",
        "teenager",
        "woman",
        "men",
        "two",
        "three",
        "four",
        "he",
        "she",
    ]
)
_CLAIM_NOUNS = frozenset({"claim", "responsibility", "credit"})


def claimed(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the claims that words of claiming tell."""
    if negated(tree, at) or habitual(tree, at) or factuality(tree, at, lexicon) not in ("CT+", "PR+"):
        return []
    if {tree.tokens[c].lemma for c in children(tree, at, "mark", "advmod")} & _UNREAL:
        return []
    heads = _claimers(tree, at)
    found = parties(tree, heads, lexicon)
    if not found:
        found = _spoken_for(tree, heads) or (
            [] if _is_private(tree, heads, lexicon) else _beside(tree, sentence, cue, at)
        )
    if not found:
        found = [who for head in heads if (who := private(tree, head, lexicon)) is not None]
    return [_claim(tree, sentence, at, who, heard, cue.span) for who in found if who.kind != "government"]


def _spoken_for(tree: Tree, heads: list[int]) -> list[Actor]:
    """Return the group for which somebody says to speak ("a man who said he spoke for the Taliban")."""
    below = [i for head in heads for i in descend(tree, head) if i in tree.actor_at]
    return [tree.actor_at[i] for i in below if tree.actor_at[i].kind == "armed_group"][:1]


def _is_private(tree: Tree, heads: list[int], lexicon: Lexicon) -> bool:
    return any(tree.tokens[i].lemma in lexicon.words["private"] or is_person(tree, i) for i in heads)


def _claimers(tree: Tree, at: int) -> list[int]:
    """Return the nouns that claim: who does it, whose claim it is, or who issues it."""
    token = tree.tokens[at]
    if token.pos in ("NOUN", "PROPN"):
        heads = [*children(tree, at, "poss"), *after(tree, at, "by", "from")]
        verb = token.head
        if not heads and tree.tokens[verb].pos == "VERB":
            doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
            heads = [doer] if doer is not None and doer != at else [*after(tree, verb, "from", "by")]
        return heads
    doer = by_agent(tree, at) if is_passive(tree, at) else subject(tree, at)
    return [doer] if doer is not None else []


def _beside(tree: Tree, sentence: Sentence, cue: Cue, at: int) -> list[Actor]:
    """Return the one armed group of a sentence, after "by" in a passive and before the verb otherwise."""
    inside = [a for a in tree.page.actors if a.kind == "armed_group" and sentence.span.holds(a.span)]
    if len({a.actor_id or a.name for a in inside}) != 1:
        return []
    behind = re.search(r"(?i)\bby\W*$", cue.span.of(tree.text)) is not None or is_passive(tree, at)
    fits = [a for a in inside if (a.span.start >= cue.span.start) == behind]
    return fits[:1]


def _claim(
    tree: Tree, sentence: Sentence, at: int, who: Actor, heard: Voices, *spans: Span, said: int | None = None
) -> Stand:
    holder = as_holder(tree, who, carriers(tree, sentence, at, who, heard, said=said))
    span = clause(tree, sentence, at, who.span, *spans)
    return Stand(who, "claims", holder, "CT+", span, sentence.index, at, channel(tree, sentence))


def declared(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return what parties say of their own acts in plain speech ("said its fighters had attacked", "we did not")."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in lexicon.words["declaring"] or negated(tree, token.index):
            continue
        speaker = subject(tree, token.index)
        if speaker is None or (is_passive(tree, token.index) and tree.tokens[speaker].dep == "nsubjpass"):
            continue
        who = party(tree, speaker, lexicon)
        if who is None or habitual(tree, token.index):
            continue
        for verb in _told(tree, token.index):
            stance = _of_itself(tree, verb, who, lexicon)
            if stance is None:
                continue
            if stance == "denies":
                found.append(_denial(tree, sentence, verb, who, heard, token.span, said=token.index))
            elif who.kind == "armed_group" or not is_on_militants(tree, verb, lexicon):
                found.append(_claim(tree, sentence, verb, who, heard, token.span, said=token.index))
    return found


def _told(tree: Tree, verb: int) -> list[int]:
    """Return the verbs of what is said, coordinated ones included."""
    tops = [
        *children(tree, verb, "ccomp", "parataxis"),
        *(i for i in children(tree, verb, "xcomp") if tree.tokens[verb].lemma in ("claim", "admit", "acknowledge")),
        *(i for prep in children(tree, verb, "prep") for i in children(tree, prep, "pcomp")),
    ]
    return [i for top in tops for i in conjuncts(tree, top) if tree.tokens[i].pos in ("VERB", "AUX")]


def _of_itself(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> str | None:
    """Return whether a speaker says with a verb that it did violence (`claims`) or did not (`denies`)."""
    if not _about_itself(tree, verb, who, lexicon):
        return None
    if is_guilt(tree, verb) or is_deed(tree, verb, lexicon):
        told = "CT-" if has_no_part(tree, verb) else factuality(tree, verb, lexicon)
        return {"CT+": "claims", "PR+": "claims", "CT-": "denies"}.get(told)
    return None


def _about_itself(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> bool:
    if is_passive(tree, verb):
        doer = by_agent(tree, verb)
        return doer is not None and own(tree, doer, who, lexicon)
    if is_its_work(tree, verb):
        return True
    doer = subject(tree, verb)
    if tree.tokens[verb].dep == "xcomp" or tree.tokens[verb].dep == "pcomp":
        return True
    return doer is not None and own(tree, doer, who, lexicon)


def denied(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the denials that words of denying tell; negated guilt said by somebody else clears instead."""
    token = tree.tokens[at]
    head = subject(tree, at)
    if head is None or (is_passive(tree, at) and token.dep != "acl"):
        head = by_agent(tree, at)
    if head is None or token.lemma in ("be", "have", "involve") or negated(tree, at) or _neither(tree, at):
        return []
    rest = Span(cue.span.start, sentence.span.end).of(tree.text)
    if not _DENIED.search(rest[len("denied") :]) or _denies_aid(tree, at):
        return []
    alone = private(tree, head, lexicon)
    found = parties(tree, [head], lexicon) or ([alone] if alone is not None else [])
    pairs = [(who, blamed) for who in found if (blamed := _whom(tree, at, who, lexicon)) is not None]
    return [_denial(tree, sentence, at, blamed, heard, cue.span, who.span, speaker=who) for who, blamed in pairs]


def _neither(tree: Tree, at: int) -> bool:
    """Tell whether a denial stands in "neither confirmed nor denied" or is only asked for."""
    words = {tree.tokens[i].text.lower() for above in (at, tree.tokens[at].head) for i in tree.below[above]}
    return bool(words & {"neither", "nor"}) or any(tree.tokens[i].lemma == "to" for i in children(tree, at, "aux"))


def _whom(tree: Tree, at: int, who: Actor, lexicon: Lexicon) -> Actor | None:
    """Return on whose behalf a party denies: itself, or the force that its denial names; null where it is an enemy."""
    for verb in children(tree, at, "ccomp"):
        doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
        if doer is None or own(tree, doer, who, lexicon):
            continue
        other = party(tree, doer, lexicon)
        if other is None:
            return who if is_deed(tree, verb, lexicon) or is_guilt(tree, verb) else None
        return other if other.kind == "state_force" and who.kind in ("government", "state_force") else None
    return who


def _denies_aid(tree: Tree, at: int) -> bool:
    below = [*children(tree, at, "xcomp", "ccomp", "dobj"), *after(tree, at, "of")]
    below += [i for noun in children(tree, at, "dobj") for i in children(tree, noun, "acl", "ccomp", "relcl")]
    return any(tree.tokens[i].lemma in _AID for i in below)


def private(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return a suspect or defendant by that word, never by name."""
    if tree.tokens[head].lemma not in lexicon.words["private"] or tree.tokens[head].pos not in ("NOUN", "NUM"):
        return None
    span = Span(bare(tree, head).start, tree.tokens[head].span.end)
    return Actor(span.of(tree.text), None, span.of(tree.text), "person", span)


def _denial(
    tree: Tree,
    sentence: Sentence,
    at: int,
    who: Actor,
    heard: Voices,
    *spans: Span,
    speaker: Actor | None = None,
    said: int | None = None,
) -> Stand:
    told_by = speaker or who
    holder = as_holder(tree, told_by, carriers(tree, sentence, at, told_by, heard, said=said))
    span = clause(tree, sentence, at, who.span, *spans)
    return Stand(who, "denies", holder, "CT-", span, sentence.index, at, channel(tree, sentence))


def unclaimed(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return that nobody has claimed, or that a named group has not."""
    head = subject(tree, at) if tree.tokens[at].pos in ("VERB", "AUX") and not is_passive(tree, at) else None
    who = party(tree, head, lexicon) if head is not None and not _is_nobody(tree, head) else None
    nobody = re.match(r"(?i)no|neither", cue.span.of(tree.text)) is not None
    if nobody or (who is not None and who.kind != "armed_group"):
        who = None
    silent = re.search(r"(?i)comment|respond|statement|nothing|silent", cue.span.of(tree.text))
    if silent and (who is None or who.actor_id is None):
        return []
    holder = holder_of(tree, at, heard)
    aside = any(tree.tokens[i].dep == "relcl" for i in (at, *climb(tree, at)))
    if aside or (who is not None and holder.actor_id == who.actor_id):
        holder = AUTHOR
    span = clause(tree, sentence, at, who.span, cue.span) if who is not None else cue.span
    return [Stand(who, "no_claim", holder, "Uu", span, sentence.index, at)]


def _is_nobody(tree: Tree, head: int) -> bool:
    words = {tree.tokens[i].text.lower() for i in (head, *tree.below[head])}
    return bool(words & {"no", "none", "nobody", "neither", "any"}) or tree.tokens[head].lemma in ("one", "there")


def retracted(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return that a party takes its claim back."""
    head = subject(tree, at)
    who = party(tree, head, lexicon) if head is not None else None
    if who is None:
        return []
    return [replace(_denial(tree, sentence, at, who, heard, cue.span), stance="retracted")]
