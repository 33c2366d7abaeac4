"""What words of denying tell: a party says that it did not, or calls the accusation untrue."""

import re
from dataclasses import replace

from tocsin.extract.grammar.parties import own, own_force, parties, party, same
from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, conjuncts, is_passive, key, subject
from tocsin.extract.responsibility.avowals import was_away
from tocsin.extract.responsibility.blame import blamed_before
from tocsin.extract.responsibility.carriers import carriers
from tocsin.extract.responsibility.deeds import is_deed, is_guilt, is_violence
from tocsin.extract.responsibility.habits import is_infinitive, is_spoken_up, negated
from tocsin.extract.responsibility.held import speaking
from tocsin.extract.responsibility.nations import speaks_for_side
from tocsin.extract.responsibility.persons import others, person
from tocsin.extract.responsibility.stances import Stand, Told, as_holder, clause
from tocsin.extract.voices.channels import channel_of
from tocsin.extract.voices.holders import holder_of, named
from tocsin.model.text import Span
from tocsin.model.values import Actor

_DENIED = re.compile(
    r"(?i)involve|responsib|\brole\b|\bpart in\b|accus|charge|alleg|behind|participat|carr(?:y|ied|ying) out"
    r"|attack|kill|bomb"
    r"|blame|wrongdoing|any part\b|anything to do with"
    r"|guilt|hand in|knowledge of|\b(?:it|this|that|doing so|them|assertions?|suggestions?)\b|target|shoot"
    r"|shot|plant|massacre"
    r"|strike|struck|hit\b|fir(?:ed|ing)|abduct|kidnap|burn|raid|murder|abuse|atrocit|complicit|connection|link|weapon|missile|rocket|drone|mortar|shell"
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
    said_of = (
        _is_of_charge(told)
        or _is_charge_denied(told)
        or any(tree.tokens[i].tag == "WDT" for i in children(tree, at, "dobj"))
    )
    alone = person(told, head)
    answering = _answering(told, head)
    found = answering or parties(tree, [head], lexicon) or ([alone] if alone is not None else [])
    if not found and told.lemma == "deny" and _is_of_part(told):
        found = others(told, [head])
    if not found or _is_of_others(told):
        return _rejected(told, head)
    if _is_against_another(told, found[0]):
        return []
    absent = [who for who in found if any(was_away(tree, verb, who, lexicon) for verb in children(tree, at, "ccomp"))]
    if absent:
        return [denial(told, who, told.span, who.span) for who in absent]
    if told.has("refusing") and _is_only_that(told) and not blamed_before(told):
        return []
    if not (said_of or _DENIED.search(rest.partition(" ")[2])) or _is_else(told) or _is_of_another(told):
        return []
    if _is_of_speaker(told):
        return []
    if found and found[0].kind == "organisation" and (holder := named(tree, head, lexicon, told.heard)) is not None:
        return [replace(denial(told, who, told.span, who.span), holder=holder) for who in found]
    pairs = [(who, blamed) for who in found if (blamed := _whom(told, who)) is not None]
    return [denial(told, blamed, told.span, who.span, speaker=who) for who, blamed in pairs]


def _is_of_part(told: Told) -> bool:
    """Tell whether somebody denies to have had any part, as only the accused do."""
    tree, at = told.tree, told.at
    verbs = [i for i in children(tree, at, "xcomp") if is_guilt(tree, i, told.lexicon)]
    return bool(verbs) or any(told.has("no_part", i) for i in children(tree, at, "dobj"))


def _answering(told: Told, head: int) -> list[Actor]:
    """Return for whom "it" stands, the one just accused ("blamed X, a charge it denied"), or a speaker's "we"."""
    token = told.tree.tokens[head]
    if token.text.lower() == "we":
        who = speaking(told.tree, holder_of(told.tree, told.at, told.heard))
        return [who] if who is not None else []
    if token.tag != "PRP" or token.text.lower() not in ("it", "they"):
        return []
    blamed = blamed_before(told)
    return [replace(who, text=token.text, span=token.span) for who in blamed[-1:] if who.kind != "person"]


def _rejected(told: Told, head: int) -> list[Stand]:
    """Return that somebody who is no party says that the accused did not do it ("an accusation which X rejected")."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    holder = named(tree, head, lexicon, told.heard)
    if holder is None or holder.text is None or holder.kind in ("group", "witness", "media") or person(told, head):
        return []
    nouns = [i for i in children(tree, at, "dobj") if told.has("reproaches", i) or tree.tokens[i].tag in ("WDT", "PRP")]
    claims = [i for i in children(tree, at, "dobj") if tree.tokens[i].lemma == "claim" and not _is_of_itself(told, i)]
    clauses = [*_deeds(told, at), *(i for noun in (*nouns, *claims) for i in _deeds(told, noun))]
    doers = [d for i in clauses if (d := subject(tree, i)) is not None]
    pronouns = [tree.tokens[d] for d in doers if tree.tokens[d].tag == "PRP"]
    parts = [i for i in children(tree, at, "dobj") if told.has("no_part", i)]
    doers += [i for part in parts for i in children(tree, part, "poss")]
    named_there = [d for d in doers if tree.tokens[d].tag != "PRP"]
    who = parties(tree, named_there, lexicon) or others(told, named_there)
    if not who and (nouns or _is_of_charge(told) or pronouns):
        words = pronouns[0] if pronouns else None
        who = [replace(w, text=words.text, span=words.span) if words else w for w in blamed_before(told)[-1:]]
    span = clause(tree, told.sentence, at, told.span, *(w.span for w in who))
    own_side = [w for w in who[:1] if speaks_for_side(tree, w, holder, lexicon)]
    if own_side:
        return [Stand(own_side[0], "denies", holder, "CT-", span, told.sentence.index, at)]
    return [Stand(w, "cleared", holder, "CT-", span, told.sentence.index, at) for w in who[:1]]


def _is_against_another(told: Told, who: Actor) -> bool:
    """Tell whether the charge that is turned away is against another party, whom it clears."""
    tree = told.tree
    charges = [i for i in children(tree, told.at, "dobj") if told.has("reproaches", i)]
    charged = parties(tree, [i for noun in charges for i in after(tree, noun, "against")], told.lexicon)
    return bool(charged) and not any(same(who, other) for other in charged)


def _is_of_itself(told: Told, claim: int) -> bool:
    """Tell whether a claim is of what the claimant did ("X's claim that it had done it")."""
    doers = (subject(told.tree, i) for i in children(told.tree, claim, "acl", "ccomp"))
    return any(d is None or told.tree.tokens[d].tag == "PRP" for d in doers)


def _deeds(told: Told, above: int) -> list[int]:
    """Return the clauses below a verb or noun that tell a deed or guilt."""
    below = children(told.tree, above, "ccomp", "acl")
    return [i for i in below if is_deed(told.tree, i, told.lexicon) or is_guilt(told.tree, i, told.lexicon)]


def _is_of_others(told: Told) -> bool:
    """Tell whether a state's denial is of what is told of people who are no party ("reports that workers did it")."""
    tree = told.tree
    charges = [i for i in children(tree, told.at, "dobj") if told.has("reproaches", i)]
    doers = [d for noun in charges for i in _deeds(told, noun) if (d := subject(tree, i)) is not None]
    return bool(others(told, doers)) and not parties(tree, doers, told.lexicon)


def _is_neither(told: Told) -> bool:
    """Tell whether a denial stands in "neither confirmed nor denied" or is only asked for."""
    tree, at = told.tree, told.at
    words = {tree.tokens[i].text.lower() for above in (at, tree.tokens[at].head) for i in tree.below[above]}
    return bool(words & {"neither", "nor"}) or (is_infinitive(tree, at) and not is_spoken_up(tree, at, told.lexicon))


def _whom(told: Told, who: Actor) -> Actor | None:
    """Return on whose behalf a party denies: itself, or the force that its denial names; null where it is an enemy."""
    tree, lexicon = told.tree, told.lexicon
    for verb in _content(told):
        doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
        if doer is None:
            continue
        if own(tree, doer, who, lexicon):
            return own_force(tree, doer, who, lexicon) or who
        other = party(tree, doer, lexicon)
        if other is None:
            return who if is_deed(tree, verb, lexicon) or is_guilt(tree, verb, lexicon) else None
        if other.kind == "government" and who.kind in ("government", "state_force"):
            return who
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
    if any(told.has("aiding", i) and not _is_of_arms(told, i) for i in (*below, *nouns)):
        return True
    verbs = [i for top in below for i in conjuncts(tree, top) if tree.tokens[i].pos in ("VERB", "AUX")]
    return bool(verbs) and not any(
        is_deed(tree, i, lexicon)
        or is_guilt(tree, i, lexicon)
        or key(tree, i) in lexicon.attack_verbs
        or _is_of_arms(told, i)
        for i in verbs
    )


def _is_of_arms(told: Told, verb: int) -> bool:
    """Tell whether it is arms that somebody used ("denied using mortars")."""
    tree = told.tree
    return tree.tokens[verb].lemma == "use" and any(
        is_violence(tree, i, told.lexicon) for i in (*children(tree, verb, "dobj"), *after(tree, verb, "of"))
    )


def _is_of_speaker(told: Told) -> bool:
    """Tell whether words go against somebody who spoke, not against a charge ("contradicting the ministry")."""
    tree = told.tree
    nouns = children(tree, told.at, "dobj")
    return bool(nouns) and all(i in tree.actor_at or is_person(tree, i) or told.has("speakers", i) for i in nouns)


def _is_of_charge(told: Told) -> bool:
    """Tell whether a denial is of the charge that its clause describes ("a charge they denied")."""
    token = told.tree.tokens[told.at]
    return token.dep == "relcl" and told.has("reproaches", token.head)


def _is_charge_denied(told: Told) -> bool:
    """Tell whether what is denied is a charge or an act, in the passive too ("denied the report", "it was denied")."""
    tree, at = told.tree, told.at
    acts = [i for i in children(tree, at, "nsubjpass") if is_violence(tree, i, told.lexicon)]
    nouns = children(tree, at, "dobj", "nsubjpass")
    charges = [i for i in nouns if told.has("reproaches", i) or tree.tokens[i].lemma in ("claim", "version")]
    if not blamed_before(told):
        charges = [i for i in charges if tree.tokens[i].lemma != "claim"]  # a claim of whoever says that he did it
    return bool(acts) or any(_is_bare_noun(tree, i) for i in charges)


def _is_bare_noun(tree: Tree, noun: int) -> bool:
    """Tell whether a noun points back to a charge, and tells nothing more of it."""
    pointing = any(tree.tokens[i].text.lower() in ("the", "that", "this", "these", "those") for i in tree.below[noun])
    return pointing and not children(tree, noun, "acl", "relcl", "ccomp", "prep", "amod", "compound", "poss")


def _is_only_that(told: Told) -> bool:
    """Tell whether what is dismissed is a word that points back to something said ("rejected that")."""
    if any(told.has("untrue", i) for i in after(told.tree, told.at, "as")):
        return False
    objects = children(told.tree, told.at, "dobj")
    return any(told.tree.tokens[i].text.lower() in ("it", "this", "that", "them") for i in objects)


def _is_of_another(told: Told) -> bool:
    """Tell whether what is dismissed is another's claim to have done it, which nobody lays at this party's door."""
    heads = _claimants(told)
    tree, lexicon = told.tree, told.lexicon
    return any(
        i in tree.actor_at or told.has("loose_groups", i) or told.has("claimants", i) or party(tree, i, lexicon)
        for i in heads
    )


def _claimants(told: Told) -> list[int]:
    """Return whose claim is dismissed ("the claim of X", "X's claim", "claims made by X")."""
    tree = told.tree
    nouns = [i for i in children(tree, told.at, "dobj", "nsubjpass") if tree.tokens[i].lemma == "claim"]
    made = [verb for n in nouns for verb in children(tree, n, "acl")]
    owners = [i for n in nouns for i in (*children(tree, n, "poss"), *after(tree, n, "of", "by", "from"))]
    return [*owners, *(i for verb in made for i in after(tree, verb, "by"))]


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
    inner = [i for noun in subjects for i in children(tree, noun, "acl", "ccomp", "relcl")]
    if any(after(tree, noun, "against") for noun in subjects):
        return False  # whom the charge is against is cleared by it
    else_told = inner and not any(_is_told(told, i) for top in inner for i in conjuncts(tree, top))
    return bool(subjects) and not else_told and any(told.has("untrue", i) for i in parts)


def _is_told(told: Told, verb: int) -> bool:
    """Tell whether a clause tells violence or guilt, or only who made or sent the words that it describes."""
    tree, lexicon = told.tree, told.lexicon
    if lexicon.has("works_made", tree.tokens[verb].lemma) or lexicon.has("reporting", tree.tokens[verb].lemma):
        return True
    return is_deed(tree, verb, lexicon) or is_guilt(tree, verb, lexicon) or key(tree, verb) in lexicon.attack_verbs


def denial(told: Told, who: Actor, *spans: Span, speaker: Actor | None = None, said: int | None = None) -> Stand:
    """Return a party's denial, or one that `speaker` makes for it, with those through whom it came."""
    voice = speaker or who
    holder = as_holder(told.tree, voice, carriers(told, voice, said=said))
    span = clause(told.tree, told.sentence, told.at, who.span, *spans)
    sent = channel_of(told.tree, told.sentence)
    return Stand(who, "denies", holder, "CT-", span, told.sentence.index, told.at, sent.name if sent else None)
