"""Whom forces went after: suspects, whoever lives in what they raid, and people whom they call fighters afterwards.

Those who fall to a raid or to police in a shoot-out are the dead of an operation, not the victims of an attack.
"""

from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, compound, conjuncts, is_passive, key
from tocsin.extract.slots.harm import is_verbal
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Token

_THEM = frozenset({"he", "him", "she", "her", "they", "them", "those", "both"})
_ROLES = frozenset({"as", "of", "to"})


def is_quarry(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody who came to harm is one whom forces had gone after."""
    if is_force(tree, head) or not is_verbal(tree.tokens[trigger]):
        return False
    doer = _doer(tree, trigger, lexicon)
    if doer is not None and not is_force(tree, doer):
        return False
    if lexicon.has("wanted", tree.tokens[head].lemma):
        return doer is not None or _is_policed(tree, trigger, lexicon)
    if doer is None:
        return _is_raided(tree, head, trigger, lexicon)
    return _is_chased(tree, trigger, lexicon) or _is_explained(tree, head, trigger, lexicon)


def _doer(tree: Tree, trigger: int, lexicon: Lexicon) -> int | None:
    return None if lexicon.has("dying_verbs", tree.tokens[trigger].lemma) else agent_of(tree, trigger)


def _beside(tree: Tree, index: int, away: int = 0) -> list[Token]:
    """Return the words of a token's sentence, or of one after it."""
    sentences, at = tree.page.page.sentences, tree.tokens[index].sentence + away
    return list(tree.tokens[sentences[at].first : sentences[at].last]) if at < len(sentences) else []


def _is_policed(tree: Tree, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence tells of a raid or a clash, and of forces that were in it."""
    near = _beside(tree, trigger)
    met = lexicon.words["raiding"] | lexicon.words["clashing"] | lexicon.words["raid_verbs"]
    if not any({t.lemma, key(tree, t.index), compound(tree, t.index)} & met for t in near):
        return False
    return any(is_force(tree, t.index) and not _reports(tree, t, lexicon) for t in near)


def _reports(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    return token.dep == "nsubj" and lexicon.has("reporting", tree.tokens[token.head].lemma)


def _is_raided(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether forces raided what is somebody's own ("was shot dead when marines raided his camp")."""
    if tree.tokens[head].dep not in ("nsubj", "nsubjpass"):
        return False
    for token in _beside(tree, trigger):
        doer = agent_of(tree, token.index) if lexicon.has("raid_verbs", token.lemma) and token.pos == "VERB" else None
        if doer is None or not is_force(tree, doer) or token.index < trigger:
            continue
        taken = children(tree, token.index, "nsubjpass" if is_passive(tree, token.index) else "dobj")
        if any(tree.tokens[i].tag == "PRP$" for noun in taken for i in children(tree, noun, "poss")):
            return True
    return False


def _is_chased(tree: Tree, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether forces first caught up with "them", and then did the harm."""
    above = tree.tokens[trigger].head if tree.tokens[trigger].dep == "conj" else trigger
    for verb in conjuncts(tree, above):
        words = {tree.tokens[verb].lemma, key(tree, verb)}
        caught = (*children(tree, verb, "dobj"), *after(tree, verb, "with"))
        if words & lexicon.words["chasing"] and any(tree.tokens[i].text.lower() in _THEM for i in caught):
            return True
    return False


def _is_explained(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether the next sentence calls those who fell fighters ("described them as members of X")."""
    if not lexicon.has("loners", tree.tokens[head].lemma) and tree.tokens[head].lemma != "person":
        return False
    near = _beside(tree, trigger, 1)
    meant = [t for t in near if _points_back(tree, t)]
    told = [t.index for t in near if t.dep in ("attr", "oprd") or (t.dep == "pobj" and _introduced(tree, t))]
    return bool(meant) and any(_is_of_foes(tree, noun, lexicon) for noun in told if noun > meant[0].index)


def _points_back(tree: Tree, token: Token) -> bool:
    """Tell whether a word of a sentence means people told of before it."""
    if token.text.lower() in _THEM and token.dep in ("nsubj", "nsubjpass", "dobj"):
        return True
    the = any(tree.tokens[i].text.lower() in ("the", "these", "those") for i in children(tree, token.index, "det"))
    return the and token.lemma in ("man", "men", "dead", "pair", "trio", "suspect", "person", "youth")


def _introduced(tree: Tree, token: Token) -> bool:
    return tree.tokens[token.head].lemma in _ROLES


def _is_of_foes(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    nouns = (noun, *after(tree, noun, "of"))
    return any(is_perpetrator(tree, i, lexicon) or armed_group(tree, i) is not None for i in nouns)
