"""What words of claiming tell: a party says that it did an act. What it is said to claim time and again is no claim."""

import re

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parties import parties
from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    by_agent,
    children,
    climb,
    descend,
    is_passive,
    key,
    phrase,
    subject,
)
from tocsin.extract.responsibility.carriers import carriers
from tocsin.extract.responsibility.deeds import is_deed, is_guilt, is_violence
from tocsin.extract.responsibility.habits import habitual, is_spoken_up, negated
from tocsin.extract.responsibility.persons import person
from tocsin.extract.responsibility.stances import Stand, Told, as_holder, clause
from tocsin.extract.voices.channels import channel_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Span
from tocsin.model.values import Actor


def claimed(told: Told) -> list[Stand]:
    """Return the claims that words of claiming tell."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    told_so = factuality(tree, at, lexicon) in ("CT+", "PR+") or is_spoken_up(tree, at, lexicon)
    if negated(tree, at) or habitual(tree, at, lexicon) or not told_so:
        return []
    if {tree.tokens[c].lemma for c in children(tree, at, "mark", "advmod")} & lexicon.words["unreal"]:
        return []
    if told.lemma == "boast" and not any(_is_boast(told, i) for i in after(tree, at, "of", "about")):
        return []
    heads = _claimers(told)
    if _is_denied(told):
        return []
    if told.lemma == "claim" and tree.tokens[at].pos == "NOUN" and not _is_of_deed(told):
        return []
    if any(tree.tokens[c].lemma in ("neither", "no", "none") for head in heads for c in (head, *tree.below[head])):
        return []
    found = parties(tree, heads, lexicon) or spoken_for(tree, heads)
    if not found and not _is_private(told, heads):
        found = _beside(told)
    if not found:
        found = [who for head in heads if (who := person(told, head) or _unheard_of(told, head)) is not None]
    if told.lemma in ("acknowledge", "admit") and not _owns_up(told):
        found = []
    if _is_record(told):
        found = [who for who in found if who.actor_id is not None]
    return [claim(told, who, told.span) for who in found if who.kind != "government"]


def _is_denied(told: Told) -> bool:
    """Tell whether a claim is what somebody denies, dismisses or takes back ("dismissed the claim that it had")."""
    last = told.at
    for above in climb(told.tree, told.at):
        if told.tree.tokens[last].dep in ("relcl", "advcl", "conj", "parataxis", "nsubj", "nsubjpass", "poss"):
            return False
        if told.tree.tokens[above].lemma == "deny" or told.has("refusing", above):
            return True
        if told.lexicon.has("recanting", key(told.tree, above)):
            return True
        last = above
    return False


def _is_record(told: Told) -> bool:
    """Tell whether words only say among which acts one is gravest ("the deadliest attack claimed by a group")."""
    tree, token = told.tree, told.tree.tokens[told.at]
    return token.dep in ("acl", "relcl") and any(tree.tokens[i].tag == "JJS" for i in tree.below[token.head])


def _owns_up(told: Told) -> bool:
    """Tell whether a group acknowledges an act or its guilt, not one that befell it ("the killing of its leader")."""
    nouns = [i for noun in children(told.tree, told.at, "dobj") for i in descend(told.tree, noun)]
    own = any(told.tree.tokens[i].tag == "PRP$" for i in nouns)
    deed = [i for i in children(told.tree, told.at, "dobj") if is_violence(told.tree, i, told.lexicon)]
    doer = subject(told.tree, told.at)
    group = doer is not None and any(w.kind == "armed_group" for w in parties(told.tree, [doer], told.lexicon))
    return not deed or (group and not own)


def claim(told: Told, who: Actor, *spans: Span, said: int | None = None) -> Stand:
    """Return a party's claim of an act, with those through whom it came."""
    holder = as_holder(told.tree, who, carriers(told, who, said=said))
    span = clause(told.tree, told.sentence, told.at, who.span, *spans)
    sent = channel_of(told.tree, told.sentence)
    return Stand(who, "claims", holder, "CT+", span, told.sentence.index, told.at, sent.name if sent else None)


def _is_boast(told: Told, index: int) -> bool:
    """Tell whether somebody boasts of a deed."""
    if told.tree.tokens[index].pos == "VERB":
        return is_deed(told.tree, index, told.lexicon)
    return is_violence(told.tree, index, told.lexicon)


def _is_of_deed(told: Told) -> bool:
    """Tell whether a claim, the noun, is of responsibility or of a deed, not that something is so."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    clauses = children(tree, at, "acl", "ccomp", "relcl")
    verbs = [i for i in clauses if not lexicon.has("works_made", tree.tokens[i].lemma)]
    return not verbs or any(is_deed(tree, i, lexicon) or is_guilt(tree, i, lexicon) for i in verbs)


def spoken_for(tree: Tree, heads: list[int]) -> list[Actor]:
    """Return the group for which somebody says to speak ("a man who said he spoke for the Taliban")."""
    below = [i for head in heads for i in descend(tree, head) if i in tree.actor_at]
    return [tree.actor_at[i] for i in below if tree.actor_at[i].kind == "armed_group"][:1]


def _is_private(told: Told, heads: list[int]) -> bool:
    return any(told.has("private", i) or is_person(told.tree, i) for i in heads)


def _claimers(told: Told) -> list[int]:
    """Return the nouns that claim: who does it, whose claim it is, or who issues it."""
    tree, at = told.tree, told.at
    token = tree.tokens[at]
    if token.pos in ("NOUN", "PROPN"):
        made = [i for verb in children(tree, at, "acl") for i in after(tree, verb, "by")]
        heads = [*children(tree, at, "poss"), *after(tree, at, "by", "from", "of"), *made]
        heads += [
            i for name in after(tree, at, "in") for i in after(tree, name, "of") if tree.tokens[name].lemma == "name"
        ]
        heads = [i for i in heads if tree.tokens[i].lemma not in ("responsibility", "credit")]
        verb = token.head
        if not heads and tree.tokens[verb].pos == "VERB":
            doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
            heads = [doer] if doer is not None and doer != at else [*after(tree, verb, "from", "by")]
        return heads
    if (before := _before_participle(tree, at, told.lexicon)) is not None:
        return [before]
    doer = by_agent(tree, at) if is_passive(tree, at) else subject(tree, at)
    senders = after(tree, doer, "from", "by", "of") if doer is not None and told.has("works", doer) else ()
    return [*senders] or ([doer] if doer is not None else [])


def _before_participle(tree: Tree, at: int, lexicon: Lexicon) -> int | None:
    """Return the name right before a participle, whatever the parse ties it to ("a letter with X claiming it")."""
    free = tree.tokens[at].tag == "VBG" and tree.tokens[at].dep == "advcl" and at > 0
    if not free or children(tree, at, "nsubj", "mark", "aux") or lexicon.has("works", tree.tokens[at - 1].lemma):
        return None
    return at - 1 if tree.tokens[at - 1].dep == "pobj" and tree.tokens[at - 1].pos in ("NOUN", "PROPN") else None


def _unheard_of(told: Told, head: int) -> Actor | None:
    """Return a group that no list knows, since it claims responsibility for violence by a name ("Jund al-Kamar")."""
    tree = told.tree
    named = tree.tokens[head].pos == "PROPN" and tree.label_at.get(head) in (None, "ORG", "NORP", "FAC")
    acts = [i for i in descend(tree, told.at) if i > told.at and tree.tokens[i].tag not in ("PRP", "DT")]
    guilty = "responsib" in told.words or "credit" in told.words
    if not named or head in tree.actor_at or not guilty or not any(is_violence(tree, i, told.lexicon) for i in acts):
        return None
    span = phrase(tree, head)
    return Actor(span.of(tree.text), None, span.of(tree.text), "armed_group", span)


def _beside(told: Told) -> list[Actor]:
    """Return the one armed group of a sentence, after "by" in a passive and before the verb otherwise."""
    inside = [a for a in told.tree.page.actors if a.kind == "armed_group" and told.sentence.span.holds(a.span)]
    if len({a.actor_id or a.name for a in inside}) != 1:
        return []
    joined = [a for a in inside if told.tree.text[a.span.end : told.span.start] in ("-", "‑")]
    if joined:
        return joined[:1]
    behind = re.search(r"(?i)\bby\W*$", told.words) is not None or is_passive(told.tree, told.at)
    return [a for a in inside if (a.span.start >= told.span.start) == behind][:1]
