"""Whose a place is in a sentence: the act's, that of an office or an origin, or only a neighbour of the scene."""

from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, climb, descend
from tocsin.knowledge.lexicon import Lexicon


def is_scene(tree: Tree, at: int, anchor: int, lexicon: Lexicon) -> bool:
    """Tell whether a preposition of place leads to the token, or the act hits it ("raided X village").

    "From" does where people are taken away.
    """
    last = at
    for above in climb(tree, at):
        token = tree.tokens[above]
        if token.dep in ("prep", "agent"):
            takes = token.head == anchor and tree.tokens[anchor].lemma in lexicon.words["taking_from"]
            return (takes and token.lemma == "from") or token.lemma in lexicon.words["scene_prepositions"]
        if token.pos in ("VERB", "AUX"):
            hit = above == anchor or (token.lemma in lexicon.words["scene_verbs"] and anchor in descend(tree, above))
            busy = token.head == anchor and token.dep == "advcl" and token.lemma in lexicon.words["presence_verbs"]
            return (hit or busy) and tree.tokens[last].dep in ("dobj", "nsubjpass")
        last = above
    return False


def is_seat(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a place belongs to an office or origin ("the governor of X", "a woman from X"), not to the act."""
    if _is_origin(tree, at, lexicon):
        return True
    for above in list(climb(tree, at))[:4]:
        token = tree.tokens[above]
        if token.pos in ("VERB", "AUX"):
            return False
        if token.lemma in lexicon.words["seated"]:
            return not (token.lemma == "commander" and _is_sought(tree, at, above))
    return False


def _is_origin(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody or something only comes from a place, and is not taken from it ("a man from X")."""
    trail = [tree.tokens[above] for above in climb(tree, at)]
    source = next((token for token in trail if token.dep == "prep"), None)
    if source is None or source.lemma != "from" or tree.tokens[source.head].pos != "NOUN":
        return False
    return all(token.lemma not in lexicon.words["taking_from"] for token in trail)


def _is_sought(tree: Tree, at: int, commander: int) -> bool:
    """Tell whether a place after "in" may be where a commander is sought ("pursuing a rebel commander in X")."""
    inside = any(tree.tokens[above].lemma == "in" for above in climb(tree, at) if commander < above < at)
    return inside and tree.tokens[commander].dep in ("dobj", "pobj") and armed_group(tree, commander) is not None


def is_beyond(tree: Tree, at: int) -> bool:
    """Tell whether a place only lies beside the scene ("near the border with X", "bordering X", "neighbouring X")."""
    near = [at, *list(climb(tree, at))[:3]]
    before = {token.text.lower() for token in tree.tokens[max(0, at - 2) : at]}
    if before & {"neighbouring", "neighboring"} and "in" in before:
        return False  # "in neighbouring X" is there
    if before & {"bordering", "neighbouring", "neighboring"}:
        return True
    return any(tree.tokens[i].lemma in ("border", "frontier", "neighbor", "neighbour") for i in near) or any(
        tree.tokens[c].lemma in ("neighboring", "neighbouring") for c in tree.below[at]
    )
