"""Whom forces went after: suspects, whoever lives in what they raid, and people whom they call fighters afterwards.

Those who fall to a raid or to police in a shoot-out are the dead of an operation, not the victims of an attack.
"""

from tocsin.extract.grammar.parties import party
from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator, is_state_side
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, compound, conjuncts, is_passive, key
from tocsin.extract.slots.harm import is_verbal
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Token

_THEM = frozenset({"he", "him", "she", "her", "they", "them", "those", "both"})
_REACH = 4  # sentences
_ROLES = frozenset({"as", "of", "to"})


def is_quarry(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody who came to harm is one whom forces had gone after."""
    if is_force(tree, head) or not is_verbal(tree.tokens[trigger]):
        return False
    doer = _doer(tree, trigger, lexicon)
    if doer is not None and not (is_force(tree, doer) or is_state_side(tree, doer)):
        return False
    if _is_wanted(tree, head, trigger, lexicon):
        return doer is not None or _is_slain(tree, trigger, lexicon) or _is_policed(tree, trigger, lexicon)
    if _is_of_rank(tree, head, lexicon):
        return doer is not None or _is_policed(tree, trigger, lexicon)
    if _is_raided(tree, head, trigger, lexicon):
        return True
    return doer is not None and (_is_chased(tree, trigger, lexicon) or _is_explained(tree, head, trigger, lexicon))


def _is_wanted(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is a suspect, or people "suspected of" or "wanted for" something."""
    if lexicon.has("wanted", tree.tokens[head].lemma):
        return True
    if not lexicon.has("loners", tree.tokens[head].lemma):
        return False
    said = children(tree, head, "acl", "amod", "relcl")
    apart = [t.index for t in _beside(tree, trigger) if t.dep == "relcl" and children(tree, t.index, "auxpass")]
    return any(lexicon.has("suspecting", tree.tokens[i].lemma) for i in (*said, *apart))


def _is_slain(tree: Tree, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether suspects were killed by nobody named, as forces kill them."""
    return not lexicon.has("dying_verbs", tree.tokens[trigger].lemma)


def _is_of_rank(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody leads or serves an armed group: that of the phrase, or one named shortly before."""
    if not lexicon.has("ranks_of_groups", tree.tokens[head].lemma):
        return False
    of = after(tree, head, "of", "in", "for")
    if of:
        whose = [party(tree, noun, lexicon) for noun in of]
        named = any(who is not None and who.kind == "armed_group" for who in whose)
        return named or any(lexicon.has("militant_groups", tree.tokens[noun].lemma) for noun in of[:1])
    if children(tree, head, "compound", "nmod") or any(tree.label_at.get(i) == "NORP" for i in tree.below[head]):
        return False
    near = range(tree.tokens[head].sentence - _REACH, tree.tokens[head].sentence + 1)
    return any(who.kind == "armed_group" and tree.tokens[i].sentence in near for i, who in tree.actor_at.items())


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
    subject = tree.tokens[head].dep in ("nsubj", "nsubjpass")
    for token in _beside(tree, trigger):
        if token.index < trigger:
            continue
        if token.pos == "NOUN" and lexicon.has("raid_nouns", token.lemma):
            doer, taken = _doer(tree, trigger, lexicon), after(tree, token.index, "on")
        elif subject and token.pos == "VERB" and lexicon.has("raid_verbs", token.lemma):
            doer = agent_of(tree, token.index)
            taken = children(tree, token.index, "nsubjpass" if is_passive(tree, token.index) else "dobj")
        else:
            continue
        owned = any(tree.tokens[i].tag == "PRP$" for noun in taken for i in children(tree, noun, "poss"))
        if owned and doer is not None and is_force(tree, doer):
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
