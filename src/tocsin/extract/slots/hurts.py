"""Wounds told by what struck somebody or what was lost: "hit in the thigh", "struck by splinters", "lost an eye"."""

from tocsin.extract.grammar.tree import Tree, after, by_agent, children, conjuncts, is_passive, subject
from tocsin.extract.slots.counting import own_count
from tocsin.extract.slots.roles import is_person_noun
from tocsin.knowledge.lexicon import Lexicon


def is_hurt(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb says that somebody was wounded and not killed."""
    lemma = tree.tokens[verb].lemma
    if lemma == "lose":
        loser = subject(tree, verb)
        lost = any(_is_limb(tree, noun, lexicon) for noun in children(tree, verb, "dobj"))
        return lost and loser is not None and _is_somebody(tree, loser, lexicon)
    if not is_passive(tree, verb) or not any(_is_somebody(tree, i, lexicon) for i in _undergoers(tree, verb)):
        return False
    if lexicon.has("burning_verbs", lemma):
        return not any(tree.tokens[noun].lemma == "death" for noun in after(tree, verb, "to"))
    return lexicon.has("striking_verbs", lemma) and (_in_limb(tree, verb, lexicon) or _by_splinter(tree, verb, lexicon))


def _undergoers(tree: Tree, verb: int) -> tuple[int, ...]:
    own = children(tree, verb, "nsubjpass")
    above = subject(tree, verb) if not own else None
    return own if above is None else (above,)


def _in_limb(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    return any(_is_limb(tree, noun, lexicon) for noun in after(tree, verb, "in", "on"))


def _is_limb(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun, or one joined to it, is a part of the body that one may lose and live."""
    return any(lexicon.has("limbs", tree.tokens[i].lemma) for i in conjuncts(tree, noun))


def _by_splinter(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether splinters did it, rather than the weapon itself."""
    doer = by_agent(tree, verb)
    return doer is not None and any(lexicon.has("splinters", tree.tokens[i].lemma) for i in conjuncts(tree, doer))


def _is_somebody(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[noun]
    people = is_person_noun(tree, noun, lexicon)
    bare = token.pos == "NUM" or lexicon.has("people_words", token.text.lower())
    return (people and _is_human(tree, noun)) or (bare and own_count(tree, noun) is not None)


def _is_human(tree: Tree, noun: int) -> bool:
    """Tell whether a noun numbers its people or has an article, as no base or checkpoint does that is hit in a limb."""
    return own_count(tree, noun) is not None or any(tree.tokens[c].dep == "det" for c in tree.below[noun])
