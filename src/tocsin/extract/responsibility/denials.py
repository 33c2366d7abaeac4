"""What words of denying tell: a party says that it did not, calls the accusation untrue, or takes its claim back."""

import re
from dataclasses import replace

from tocsin.extract.grammar.parties import own, parties, party
from tocsin.extract.grammar.tree import after, by_agent, children, conjuncts, is_passive, key, subject
from tocsin.extract.responsibility.avowals import was_away
from tocsin.extract.responsibility.carriers import carriers, channel
from tocsin.extract.responsibility.deeds import is_deed, is_guilt
from tocsin.extract.responsibility.habits import negated
from tocsin.extract.responsibility.persons import person
from tocsin.extract.responsibility.stances import Stand, Told, as_holder, clause
from tocsin.model.text import Span
from tocsin.model.values import Actor

_DENIED = re.compile(
    r"(?i)involve|responsib|\brole\b|\bpart in\b|accus|charge|alleg|behind|participat|carr(?:y|ied|ying) out"
    r"|attack|kill|bomb"
    r"|blame|wrongdoing|any part\b|anything to do with"
    r"|guilt|hand in|knowledge of|\b(?:it|this|that|doing so|them|assertions?|suggestions?)\b|target|shoot"
    r"|shot|plant|massacre"
    r"|strike|struck|hit\b|fir(?:ed|ing)|abduct|kidnap|burn|raid|murder|abuse|atrocit|complicit|connection|link"
)


def denied(told: Told) -> list[Stand]:
    """Return the denials that words of denying tell; negated guilt said by somebody else clears instead."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    head = subject(tree, at)
    if head is None or (is_passive(tree, at) and tree.tokens[at].dep != "acl"):
        head = by_agent(tree, at)
    if head is None or told.lemma in ("be", "have", "involve") or negated(tree, at) or _is_neither(told):
        return []
    rest = Span(told.span.start, told.sentence.span.end).of(tree.text)
    said_of = [i for i in children(tree, at, "dobj") if tree.tokens[i].tag == "WDT"]
    alone = person(told, head)
    found = parties(tree, [head], lexicon) or ([alone] if alone is not None else [])
    absent = [who for who in found if any(was_away(tree, verb, who, lexicon) for verb in children(tree, at, "ccomp"))]
    if absent:
        return [denial(told, who, told.span, who.span) for who in absent]
    if not (said_of or _DENIED.search(rest.partition(" ")[2])) or _is_else(told) or _is_of_another(told):
        return []
    pairs = [(who, blamed) for who in found if (blamed := _whom(told, who)) is not None]
    return [denial(told, blamed, told.span, who.span, speaker=who) for who, blamed in pairs]


def _is_neither(told: Told) -> bool:
    """Tell whether a denial stands in "neither confirmed nor denied" or is only asked for."""
    tree, at = told.tree, told.at
    words = {tree.tokens[i].text.lower() for above in (at, tree.tokens[at].head) for i in tree.below[above]}
    return bool(words & {"neither", "nor"}) or any(tree.tokens[i].lemma == "to" for i in children(tree, at, "aux"))


def _whom(told: Told, who: Actor) -> Actor | None:
    """Return on whose behalf a party denies: itself, or the force that its denial names; null where it is an enemy."""
    tree, lexicon = told.tree, told.lexicon
    for verb in _content(told):
        doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
        if doer is None or own(tree, doer, who, lexicon):
            continue
        other = party(tree, doer, lexicon)
        if other is None:
            return who if is_deed(tree, verb, lexicon) or is_guilt(tree, verb, lexicon) else None
        return other if other.kind == "state_force" and who.kind in ("government", "state_force") else None
    return who


def _content(told: Told) -> tuple[int, ...]:
    """Return the clauses that are denied: one beside a noun that is denied is a misreading of what follows it."""
    denied_noun = children(told.tree, told.at, "dobj")
    return () if denied_noun else children(told.tree, told.at, "ccomp")


def _is_else(told: Told) -> bool:
    """Tell whether something else than violence is denied: aid to others, a ransom, a retreat."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    nouns = children(tree, at, "dobj")
    below = [*children(tree, at, "xcomp"), *_content(told), *after(tree, at, "of")]
    below += [i for noun in nouns for i in (*children(tree, noun, "acl", "ccomp"), *after(tree, noun, "of"))]
    if any(told.has("aiding", i) for i in (*below, *nouns)):
        return True
    verbs = [i for top in below for i in conjuncts(tree, top) if tree.tokens[i].pos in ("VERB", "AUX")]
    return bool(verbs) and not any(
        is_deed(tree, i, lexicon) or is_guilt(tree, i, lexicon) or key(tree, i) in lexicon.attack_verbs for i in verbs
    )


def _is_of_another(told: Told) -> bool:
    """Tell whether what is dismissed is another's claim to have done it, which nobody lays at this party's door."""
    nouns = [i for i in children(told.tree, told.at, "dobj") if told.tree.tokens[i].lemma == "claim"]
    owners = [i for n in nouns for i in (*children(told.tree, n, "poss"), *after(told.tree, n, "of", "by", "from"))]
    return any(i in told.tree.actor_at for i in owners)


def untrue(told: Told) -> list[Stand]:
    """Return the denial of a party that calls what is said against it untrue ("called the allegations baseless")."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    head = subject(tree, at)
    if head is None or negated(tree, at) or is_passive(tree, at) or not _calls_untrue(told):
        return []
    return [denial(told, who, told.span) for who in parties(tree, [head], lexicon)[:1]]


def _calls_untrue(told: Told) -> bool:
    tree, at = told.tree, told.at
    clauses = [*children(tree, at, "ccomp", "oprd", "xcomp"), at]
    subjects = [i for c in clauses for i in children(tree, c, "nsubj", "dobj") if told.has("reproaches", i)]
    parts = [i for c in clauses for i in (c, *children(tree, c, "acomp", "attr", "oprd"), *after(tree, c, "as"))]
    return bool(subjects) and any(told.has("untrue", i) for i in parts)


def denial(told: Told, who: Actor, *spans: Span, speaker: Actor | None = None, said: int | None = None) -> Stand:
    """Return a party's denial, or one that `speaker` makes for it, with those through whom it came."""
    voice = speaker or who
    holder = as_holder(told.tree, voice, carriers(told, voice, said=said))
    span = clause(told.tree, told.sentence, told.at, who.span, *spans)
    sent = channel(told.tree, told.sentence)
    return Stand(who, "denies", holder, "CT-", span, told.sentence.index, told.at, sent)


def retracted(told: Told) -> list[Stand]:
    """Return that a party takes its claim back, or somebody an accusation of another."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    head = subject(tree, at)
    who = party(tree, head, lexicon) if head is not None else None
    if head is None or who is None:
        return []
    against = [i for noun in children(tree, at, "dobj") for i in after(tree, noun, "against", "of")]
    other = next(iter(parties(tree, against, lexicon)), None)
    if other is not None and other.actor_id != who.actor_id:
        return [replace(denial(told, other, told.span, speaker=who), stance="retracted")]
    return [replace(denial(told, who, told.span), stance="retracted")]
