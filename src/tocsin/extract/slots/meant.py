"""Whom "he" or "she" among the harmed means: a victim, where the words before, or the deed itself, leave no other."""

from tocsin.extract.grammar.parts import is_force, is_perpetrator, is_person
from tocsin.extract.grammar.tree import Tree, agent_of, children, is_passive, key
from tocsin.knowledge.lexicon import Lexicon

_SINGLE = frozenset({"he", "him", "she", "her"})
# Words by which a death that is told did not come.
_UNDONE = frozenset({"almost", "nearly", "never", "not"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
# Types of which a single noun that "he" may mean is an office-holder.
_OFFICES = frozenset({"government", "police", "military", "diplomatic", "religious_figures_and_institutions"})


def is_meant_victim(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether a pronoun stands for one victim: whom attackers harm, or whom an attack before it hit."""
    token = tree.tokens[head]
    if token.tag != "PRP" or token.text.lower() not in _SINGLE:
        return False
    if any(tree.tokens[i].lemma in _UNDONE or tree.tokens[i].tag == "MD" for i in tree.below[trigger]):
        return False
    doer = agent_of(tree, trigger)
    if token.dep == "dobj" and doer is not None and doer != head and not is_force(tree, doer):
        return is_perpetrator(tree, doer, lexicon) or tree.tokens[doer].text.lower() == "they"
    before = _named_last(tree, head, lexicon)
    if before is None or _names_attacker(tree, tree.tokens[before].sentence, lexicon):
        return False
    return _is_hit(tree, before, lexicon)


def done_to_before(tree: Tree, pronoun: int, lexicon: Lexicon) -> int | None:
    """Return the people to whom the same hands did something before ("took nine farmers and killed them")."""
    token = tree.tokens[pronoun]
    verb = tree.tokens[token.head]
    if token.text.lower() != "them" or token.dep != "dobj" or children(tree, verb.index, "nsubj"):
        return None
    while verb.dep == "conj" and tree.tokens[verb.head].pos == "VERB":
        verb = tree.tokens[verb.head]
        for noun in children(tree, verb.index, "dobj"):
            if tree.tokens[noun].tag == "NNS" and _is_somebody(tree, noun, lexicon):
                return noun
    return None


def _names_attacker(tree: Tree, sentence: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence names one attacker, whom "he" may mean as well."""
    return any(t.sentence == sentence and t.tag == "NN" and is_perpetrator(tree, t.index, lexicon) for t in tree.tokens)


def _named_last(tree: Tree, pronoun: int, lexicon: Lexicon) -> int | None:
    """Return the one person named last before a pronoun, in its sentence or the one before."""
    here = tree.tokens[pronoun].sentence
    near = (t for t in reversed(tree.tokens[:pronoun]) if here - t.sentence <= 1)
    return next(
        (t.index for t in near if t.dep in _ROLES and t.tag in ("NN", "NNP") and _is_somebody(tree, t.index, lexicon)),
        None,
    )


def _is_somebody(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    lemma = tree.tokens[noun].lemma
    known = is_person(tree, noun) or lexicon.has("persons", lemma) or is_perpetrator(tree, noun, lexicon)
    return known or lexicon.targets.get(lemma) in _OFFICES


def _is_hit(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a word of attack or harm befell somebody ("shot an officer", "fired on a candidate")."""
    token = tree.tokens[noun]
    verb = token.head
    if token.dep == "pobj" and tree.tokens[verb].lemma in ("at", "on", "against"):
        verb = tree.tokens[verb].head
    elif token.dep != "dobj" and not is_passive(tree, verb):
        return False
    words = {key(tree, verb), tree.tokens[verb].lemma}
    return any(
        word in lexicon.attack_verbs or word in lexicon.harm["killed"] | lexicon.harm["wounded"] for word in words
    )
