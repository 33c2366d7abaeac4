"""Which people bear a group's name and are not that group: its affiliates, and those who left it or obey another."""

from tocsin.extract.grammar.tree import Tree, children, descend, key
from tocsin.knowledge.lexicon import Lexicon


def is_part_apart(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means a part or ally of a group that is not that group ("an al-Qaida affiliate").

    Those who left or strayed are none of it any more ("FARC fighters who broke with the group", "rogue ELN men").
    """
    near = (*children(tree, head, "compound", "amod", "nmod", "poss"), *_of(tree, head))
    if not any(i in tree.actor_at and tree.actor_at[i].kind == "armed_group" for i in near):
        return False
    if tree.tokens[head].lemma in lexicon.words["parts_apart"]:
        return True
    return lexicon.has("own_people", tree.tokens[head].lemma) and _has_strayed(tree, head, lexicon)


def _has_strayed(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether people are said to have left their group or to obey another ("renegade", "who broke with it")."""
    if any(tree.tokens[i].lemma.lower() in lexicon.words["strayed"] for i in children(tree, head, "amod", "compound")):
        return True
    clauses = [i for i in children(tree, head, "relcl", "acl") if not after_comma(tree, i)]
    told = [i for verb in clauses for i in (verb, *children(tree, verb, "acomp"))]
    return any({key(tree, i), tree.tokens[i].lemma} & lexicon.words["straying"] for i in told)


def _of(tree: Tree, head: int) -> list[int]:
    preps = [c for c in children(tree, head, "prep") if tree.tokens[c].lemma in ("of", "from")]
    return [i for prep in preps for i in children(tree, prep, "pobj")]


def after_comma(tree: Tree, verb: int) -> bool:
    """Tell whether a clause stands behind a comma, so that it does not tell which noun is meant."""
    first = min(descend(tree, verb))
    return first > 0 and tree.tokens[first - 1].text == ","
