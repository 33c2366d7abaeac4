"""Whom somebody clears who does not believe a claim or a charge: "dismissed X's claim", "called the charge absurd"."""

from tocsin.extract.grammar.tree import Tree, after, children, is_passive, key, subject
from tocsin.extract.responsibility.deeds import is_deed, is_guilt
from tocsin.extract.responsibility.habits import negated
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.stances import Stand, Told
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence


def disbelieved(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return whom a sentence clears by not believing a group's claim or a charge against a party."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos not in ("VERB", "AUX") or negated(tree, token.index):
            continue
        told = Told(tree, sentence, token.span, token.index, heard, lexicon)
        heads = [i for noun in _untrue(told) for i in whose(told, noun)]
        speaker = subject(tree, token.index) if token.lemma != "be" and not is_passive(tree, token.index) else None
        stands = held(told, heads, "cleared", "CT-", speaker=speaker)
        found += [s for s in stands if s.stance != "cleared" or (s.actor is not None and s.actor.kind == "armed_group")]
    return found


def whose(told: Told, noun: int) -> list[int]:
    """Return the claimant of a claim to have done it, or the party against which a charge is made."""
    tree, lexicon = told.tree, told.lexicon
    inner = children(tree, noun, "acl", "ccomp", "relcl")
    done = [i for i in inner if lexicon.has("doing", key(tree, i)) and is_deed(tree, i, lexicon)]
    if inner and not done and not any(is_guilt(tree, i, lexicon) for i in inner):
        return []  # a claim to have killed so many is turned away for its number
    if tree.tokens[noun].lemma == "claim":
        if tree.tokens[noun].tag == "NNS" and not done:
            return []  # "the rebel claims" may be of anything, and are of numbers as a rule
        if any(tree.tokens[i].lemma not in ("responsibility", "authorship") for i in after(tree, noun, "of", "to")):
            return []
        return [*children(tree, noun, "poss", "compound", "nmod"), *after(tree, noun, "by", "from")]
    return [*after(tree, noun, "against")] if told.has("reproaches", noun) else []


def _untrue(told: Told) -> list[int]:
    """Return the nouns that a verb calls untrue or turns away."""
    tree, at = told.tree, told.at
    word = key(tree, at)
    if any(told.lexicon.has(kind, word) for kind in ("refusing", "rebutting", "downplaying")):
        return [*children(tree, at, "nsubjpass" if is_passive(tree, at) else "dobj")]
    clauses = [at, *children(tree, at, "ccomp", "oprd", "xcomp")] if told.lemma != "be" else [at]
    said = told.lemma == "be" or told.has("naming_untrue")
    parts = [i for c in clauses for i in (c, *children(tree, c, "acomp", "attr", "oprd"), *after(tree, c, "as"))]
    if not said or not any(told.has("untrue", i) for i in parts):
        return []
    return [i for c in clauses for i in children(tree, c, "nsubj", "dobj") if tree.tokens[i].pos == "NOUN"]
