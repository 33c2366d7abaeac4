"""Who the victims were, told by a list: "the victims included eight policemen", "the dead are 62 civilians".

Most are some of those told of; a list of all the dead, and "other victims", give a figure of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.extract.grammar.tree import Tree, after, children, conjuncts
from tocsin.extract.reading import Bearing
from tocsin.extract.slots.harm import Harm
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token

_OF: dict[str, Harm] = {
    "victim": "killed",
    "dead": "killed",
    "death": "killed",
    "fatality": "killed",
    "deceased": "killed",
    "killed": "killed",
    "loss": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "captive": "abducted",
    "hostage": "abducted",
}
_MOSTLY = frozenset({"chiefly", "largely", "mainly", "mostly", "overwhelmingly", "predominantly", "primarily"})


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody whom the verb `trigger` lists; `part_of` is true where the list need not be whole."""

    harm: Harm
    head: int
    trigger: int
    part_of: bool
    bearing: Bearing


def roster(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> Iterator[Listed]:
    """Yield those whom the sentence lists as victims."""
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lemma == "include":
            yield from _included(tree, token, lexicon)
        elif token.lemma == "be" and not _is_rough(tree, token.index):
            yield from _equated(tree, token)


def _is_rough(tree: Tree, verb: int) -> bool:
    """Tell whether a list says only what most were ("the victims were mostly pilgrims"): that counts nobody."""
    near = [i for child in tree.below[verb] for i in (child, *tree.below[child])]
    return any(tree.tokens[i].lemma in _MOSTLY for i in near)


def _included(tree: Tree, verb: Token, lexicon: Lexicon) -> Iterator[Listed]:
    """Yield those whom "the victims included" names."""
    for noun in children(tree, verb.index, "nsubj"):
        harm = _harm(tree, noun)
        if harm is not None:
            words = {tree.tokens[child].text.lower() for child in tree.below[noun]}
            further = bool(words & lexicon.words["further_words"])
            yield from _listed(tree, verb, harm, "dobj", part_of=not further, bearing="more" if further else "own")


def _equated(tree: Tree, verb: Token) -> Iterator[Listed]:
    """Yield those of whom "the dead are", "among the dead were", "two of the dead are", "is one of the dead" speaks."""
    for noun in children(tree, verb.index, "nsubj"):
        whole, some = _harm(tree, noun), _some(tree, after(tree, noun, "of"))
        if whole is not None or some is not None:
            yield from _listed(tree, verb, whole or some, "attr", part_of=whole is None)
            return
    fronted = _some(tree, after(tree, verb.index, "among", "of"))
    attributes = children(tree, verb.index, "attr")
    if fronted is not None:
        yield from _listed(tree, verb, fronted, "attr" if attributes else "nsubj", part_of=True)
        return
    for noun in attributes:
        one = _some(tree, after(tree, noun, "of", "among"))
        if one is not None:
            yield from _listed(tree, verb, one, "nsubj", part_of=True)


def _listed(
    tree: Tree, verb: Token, harm: Harm | None, dep: str, *, part_of: bool, bearing: Bearing = "own"
) -> Iterator[Listed]:
    if harm is None:
        return
    for noun in children(tree, verb.index, dep):
        for one in (*conjuncts(tree, noun), *_along(tree, noun, verb.index)):
            yield Listed(harm, one, verb.index, part_of, bearing)


def _along(tree: Tree, noun: int, verb: int) -> list[int]:
    """Return those "along with" whom others are listed."""
    return [
        one
        for at in (*conjuncts(tree, noun), verb)
        for outer in children(tree, at, "prep")
        if tree.tokens[outer].lemma in ("along", "together")
        for inner in children(tree, outer, "prep")
        for head in children(tree, inner, "pobj")
        for one in conjuncts(tree, head)
    ]


def _some(tree: Tree, nouns: tuple[int, ...]) -> Harm | None:
    return next((harm for noun in nouns if (harm := _harm(tree, noun)) is not None), None)


def _harm(tree: Tree, noun: int) -> Harm | None:
    """Return what befell those whom a noun means; "one of the losses" aside, only people."""
    token = tree.tokens[noun]
    if token.lemma == "hostage" and token.tag == "NN":
        return None
    return _OF.get(token.lemma) or _OF.get(token.text.lower())
