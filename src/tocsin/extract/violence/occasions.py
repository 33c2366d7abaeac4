"""Killings that are only the occasion of what a sentence tells: those who answer a murder did not commit it."""

from collections.abc import Sequence

from tocsin.extract.grammar.parts import is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, children
from tocsin.knowledge.lexicon import Lexicon


def is_occasion(tree: Tree, one: int, other: int, lexicon: Lexicon) -> bool:
    """Tell whether one of two words is a killing that the other answers ("a mob burned shops over the murder of X").

    Who is shot after the murder that he did is told in one act.
    """
    path = [index for index in between(tree, one, other) if index not in (one, other)]
    return _is_answered(tree, one, other, path, lexicon) or _is_answered(tree, other, one, path, lexicon)


def _is_answered(tree: Tree, noun: int, other: int, path: Sequence[int], lexicon: Lexicon) -> bool:
    token = tree.tokens[noun]
    if token.pos != "NOUN" or not lexicon.has("killing_nouns", token.lemma) or not after(tree, noun, "of"):
        return False
    if not any(lexicon.has("answered_by", tree.tokens[index].lemma) for index in path):
        return False
    if noun < other and tree.tokens[tree.tokens[other].head].lemma in ("by", "during", "in"):
        return False  # the means of the killing ("following the murder of X in a blast")
    hit = children(tree, other, "dobj", "nsubjpass")
    return not any(is_perpetrator(tree, one, lexicon) or tree.tokens[one].tag == "PRP" for one in hit)


def is_reprisal(tree: Tree, one: int, other: int, lexicon: Lexicon) -> bool:
    """Tell whether one of two words is what the other is in reprisal for ("fired rockets in response to the raid")."""
    path = [index for index in between(tree, one, other) if index not in (one, other)]
    return any(
        tree.tokens[index].pos == "NOUN"
        and lexicon.has("reprisals", tree.tokens[index].lemma)
        and set(after(tree, index, "to", "for", "against")) & {*path, one, other}
        for index in path
    )


def between(tree: Tree, one: int, other: int) -> list[int]:
    """Return the tokens between two tokens in the tree, with the marks of the clauses crossed."""
    up = {one: [one]}
    trail = [one]
    while tree.tokens[trail[-1]].head != trail[-1]:
        trail.append(tree.tokens[trail[-1]].head)
        up[trail[-1]] = list(trail)
    back = [other]
    while back[-1] not in up:
        if tree.tokens[back[-1]].head == back[-1]:
            return back
        back.append(tree.tokens[back[-1]].head)
    between = [*up[back[-1]], *back]
    marks = [
        child
        for index in between
        for child in tree.below[index]
        if tree.tokens[child].dep in ("mark", "advmod") and tree.tokens[index].dep == "advcl" and index != back[-1]
    ]
    return [*between, *marks]
