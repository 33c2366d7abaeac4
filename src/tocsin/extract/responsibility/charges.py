"""Of what somebody is charged, convicted or confesses: violence done, or something else."""

from collections.abc import Iterator

from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend, key
from tocsin.extract.responsibility.deeds import is_deed, is_violence
from tocsin.extract.responsibility.stances import Told

_FOR = ("of", "for", "with", "over", "in", "on", "to")


def charged_with(told: Told) -> list[int]:
    """Return the nouns and verbs that say of what somebody is charged, convicted or confesses."""
    tree, at = told.tree, told.at
    found = list(_named(tree, at))
    if told.has("owning_up"):
        found += children(tree, at, "dobj", "xcomp", "ccomp")
    return [i for noun in found for i in conjuncts(tree, noun)]


def _named(tree: Tree, index: int) -> Iterator[int]:
    """Yield what the prepositions below a token govern, down to the first verb of each branch."""
    for child in tree.below[index]:
        token = tree.tokens[child]
        if child < index or token.dep in ("relcl", "acl", "advcl", "conj"):
            continue
        if token.dep == "ccomp" and token.pos != "ADJ":
            continue
        if token.dep == "prep" and token.lemma in _FOR:
            yield from children(tree, child, "pobj", "pcomp")
        if not _is_verb(tree, child):
            yield from _named(tree, child)


def _is_verb(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos in ("VERB", "AUX")


def is_the_crime(tree: Tree, noun: int) -> bool:
    """Tell whether "crime" means violence: the one just told, one of war or against humanity."""
    if tree.tokens[noun].lemma != "crime":
        return False
    told = any(tree.tokens[c].text.lower() in ("the", "this", "that") for c in children(tree, noun, "det"))
    war = any(tree.tokens[c].lemma == "war" for c in children(tree, noun, "compound"))
    return told or war or any(tree.tokens[i].lemma == "humanity" for i in after(tree, noun, "against"))


def is_charge(told: Told, index: int) -> bool:
    """Tell whether a charge is of violence done, not of planning or helping it."""
    tree, lexicon = told.tree, told.lexicon
    if _is_verb(tree, index):
        rams = tree.tokens[index].lemma in ("drive", "ram", "plow", "plough", "crash") and after(tree, index, "into")
        return bool(rams) or is_deed(tree, index, lexicon) or key(tree, index) in lexicon.attack_verbs
    if is_the_crime(tree, index):
        return True
    nouns = {tree.tokens[i].lemma for i in descend(tree, index) if i <= index} | {tree.tokens[index].lemma}
    if nouns & {"conspiracy", "plot", "conspire", "plan"}:
        return False
    return (is_violence(tree, index, lexicon) and tree.tokens[index].tag not in ("PRP", "DT")) or bool(
        nouns & lexicon.words["charges"]
    )
