"""Which side only answers an attack: it drives the attackers off, fires back, shoots missiles down, or cuts it short.

"Soldiers repelled an attack on their base, killing 12 militants" tells of an attack on soldiers, by militants. What a
side does in answer makes it no doer of the attack, whoever dies.
"""

from tocsin.extract.grammar.parts import is_force, is_hostile
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, compound, conjuncts, is_passive, key
from tocsin.knowledge.lexicon import Lexicon

_CUT_SHORT = frozenset({"before", "until", "till"})
_CARRIED_ON = frozenset({"advcl", "conj", "xcomp"})


def answers(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb tells an answer to an attack, or goes on from one ("returned fire, killing three")."""
    token = tree.tokens[index]
    if token.pos not in ("VERB", "AUX"):
        return False
    if key(tree, index) in lexicon.words["answering"] or is_fended(tree, index, lexicon):
        return True
    if warded(tree, index, lexicon) or _cuts_short(tree, index):
        return True
    if token.dep not in _CARRIED_ON or token.head == index or children(tree, index, "nsubj", "nsubjpass"):
        return False
    return answers(tree, token.head, lexicon)


def is_fended(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb tells that a missile, a drone or an attacking jet was stopped."""
    if key(tree, index) not in lexicon.words["fending"] or tree.tokens[index].pos != "VERB":
        return False
    stopped = children(tree, index, "dobj", "nsubjpass")
    return any(is_projectile(tree, i, lexicon) or _comes_to_strike(tree, i, lexicon) for i in stopped) or any(
        is_projectile(tree, t.index, lexicon)
        for noun in stopped
        if any(tree.tokens[i].text.lower() == "them" for i in (noun, *after(tree, noun, "of")))
        for t in tree.tokens[:noun]
        if t.sentence == tree.tokens[noun].sentence
    )


def _comes_to_strike(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says that a jet or a boat attacked, or was sent ("two jets that had bombed a mosque")."""
    return any(
        tree.tokens[i].lemma in lexicon.words["sending"]
        if is_passive(tree, i)
        else key(tree, i) in lexicon.attack_verbs and tree.tokens[i].dep == "relcl"
        for i in children(tree, noun, "acl", "relcl")
    )


def is_projectile(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun names what is thrown, fired or dropped."""
    return bool({tree.tokens[index].lemma, compound(tree, index)} & lexicon.words["projectiles"])


def warded(tree: Tree, verb: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the attack or the attackers that a verb tells to have been driven off, stopped or withstood."""
    word, token = key(tree, verb), tree.tokens[verb]
    if token.pos != "VERB" or word not in lexicon.words["warding"] | lexicon.words["withstanding"]:
        return ()
    hit = children(tree, verb, "dobj", "nsubjpass") or tuple(
        noun for particle in children(tree, verb, "prt") for noun in children(tree, particle, "pobj")
    )
    if not hit and token.dep in ("acl", "relcl") and is_passive(tree, verb):
        hit = (token.head,)
    people = word in lexicon.words["warding"]
    return tuple(
        noun
        for head in hit
        for noun in conjuncts(tree, head)
        if _is_onslaught(tree, noun, lexicon) or (people and is_hostile(tree, noun, lexicon))
    )


def is_warded(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word names an attack that somebody drove off or stopped."""
    above = tree.tokens[index].head
    return index in warded(tree, above, lexicon) or bool(warded(tree, index, lexicon))


def _is_onslaught(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    return bool(
        {tree.tokens[noun].lemma, compound(tree, noun)} & (set(lexicon.attack_nouns) | {"attempt", "offensive"})
    )


def _cuts_short(tree: Tree, verb: int) -> bool:
    """Tell whether forces act only "before" or "until" which an attack went on ("before police opened fire")."""
    token = tree.tokens[verb]
    clause = token.dep == "advcl" and any(tree.tokens[i].lemma in _CUT_SHORT for i in children(tree, verb, "mark"))
    clause |= token.dep == "pcomp" and tree.tokens[token.head].lemma in _CUT_SHORT
    told = clause and bool(children(tree, verb, "nsubj", "nsubjpass"))
    doer = agent_of(tree, verb) if told else None
    return doer is not None and is_force(tree, doer)
