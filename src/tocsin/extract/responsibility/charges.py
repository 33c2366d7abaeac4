"""Of what somebody is charged, convicted or confesses: violence done, or something else."""

from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend, key
from tocsin.extract.responsibility.deeds import is_deed, is_violence
from tocsin.extract.responsibility.stances import Told

_FOR = ("of", "for", "with", "over", "in", "on", "to")


def charged_with(told: Told) -> list[int]:
    """Return the nouns and verbs that say of what somebody is charged, convicted or confesses."""
    tree, at = told.tree, told.at
    parts = [at, *children(tree, at, "acomp", "oprd", "prep", "dobj", "xcomp", "ccomp", "dative")]
    found = [i for part in parts for i in after(tree, part, *_FOR)]
    if told.has("owning_up"):
        found += children(tree, at, "dobj", "xcomp", "ccomp")
    inner = [i for noun in found for i in after(tree, noun, "of", "in", "for", "to") if not _is_verb(tree, noun)]
    return [i for noun in (*found, *inner) for i in conjuncts(tree, noun)]


def _is_verb(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos in ("VERB", "AUX")


def is_charge(told: Told, index: int) -> bool:
    """Tell whether a charge is of violence done, not of planning or helping it."""
    tree, lexicon = told.tree, told.lexicon
    if _is_verb(tree, index):
        rams = tree.tokens[index].lemma in ("drive", "ram", "plow", "plough", "crash") and after(tree, index, "into")
        return bool(rams) or is_deed(tree, index, lexicon) or key(tree, index) in lexicon.attack_verbs
    nouns = {tree.tokens[i].lemma for i in descend(tree, index) if i <= index} | {tree.tokens[index].lemma}
    if nouns & {"conspiracy", "plot", "conspire", "plan"}:
        return False
    return (is_violence(tree, index, lexicon) and tree.tokens[index].tag not in ("PRP", "DT")) or bool(
        nouns & lexicon.words["charges"]
    )
