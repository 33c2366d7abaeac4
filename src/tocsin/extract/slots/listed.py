"""Which people a phrase lists: those that it coordinates, and no places beside them."""

from tocsin.extract.grammar.tree import Tree, children, conjuncts

_LOCALITIES = frozenset(
    {"city", "town", "area", "district", "province", "village", "region", "capital", "state", "suburb"}
)
_SEVERAL = frozenset({"several", "some", "many", "dozens"})


def people(tree: Tree, head: int) -> list[int]:
    """Return the people that a phrase coordinates, those after "including" left out."""
    listed = [*conjuncts(tree, head), *(i for one in _listed(tree, head) for i in conjuncts(tree, one))]
    found = [index for index in listed if index == head or _is_human(tree, index)]
    return [index for index in found if not _is_cut(tree, index)]


def _listed(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the second of a list that ends in a number of others ("a chief, a courier and three of their guards")."""
    return tuple(
        one
        for one in children(tree, head, "appos")
        if any(tree.tokens[i].text.lower() in ("a", "an") for i in children(tree, one, "det"))
        and any(_is_several(tree, other) for other in children(tree, one, "conj"))
    )


def _is_several(tree: Tree, index: int) -> bool:
    near = (index, *children(tree, index, "amod", "nummod"))
    return any(tree.tokens[i].pos == "NUM" or tree.tokens[i].text.lower() in _SEVERAL for i in near)


def _is_cut(tree: Tree, index: int) -> bool:
    """Tell whether a token is only the part of a word before a hyphen, or the hyphen ("neo-Nazi" cut in three)."""
    end = tree.tokens[index].span.end
    return tree.tokens[index].text == "-" or (
        tree.text[end : end + 1] == "-" and tree.text[end + 1 : end + 2].isalnum()
    )


def _is_human(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ") or token.lemma in _LOCALITIES:
        return False
    if any(located.place is not None and located.span.meets(token.span) for located in tree.page.places):
        return False
    return tree.label_at.get(index) not in ("GPE", "LOC", "FAC", "DATE", "TIME")
