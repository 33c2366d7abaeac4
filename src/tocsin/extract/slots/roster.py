"""Who the victims were, told after their number: "the victims included eight policemen", "among the dead were two".

They are some of those told of; "other victims included a driver" adds one to them.
"""

from collections.abc import Iterator

from tocsin.extract.grammar.tree import Tree, after, children, conjuncts
from tocsin.extract.slots.harm import Harm
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token

_OF: dict[str, Harm] = {
    "victim": "killed",
    "dead": "killed",
    "fatality": "killed",
    "deceased": "killed",
    "killed": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "captive": "abducted",
    "hostage": "abducted",
}


def roster(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[Harm, int, int, bool]]:
    """Yield the harm, the noun, the verb that lists it and whether it adds to those told of ("other victims")."""
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lemma not in ("include", "be"):
            continue
        listed = _group(tree, token, lexicon)
        if listed is None:
            continue
        harm, further = listed
        for noun in children(tree, token.index, "dobj", "attr"):
            yield from ((harm, one, token.index, further) for one in conjuncts(tree, noun))


def _group(tree: Tree, verb: Token, lexicon: Lexicon) -> tuple[Harm, bool] | None:
    """Return the harm of those whom a verb lists, and whether they are further ones."""
    for noun in children(tree, verb.index, "nsubj"):
        some = after(tree, noun, "of")
        if tree.tokens[noun].lemma in _OF and verb.lemma == "include":
            words = {tree.tokens[child].text.lower() for child in tree.below[noun]}
            return _OF[tree.tokens[noun].lemma], bool(words & lexicon.words["further_words"])
        if verb.lemma == "be" and (found := _harm(tree, some)) is not None:
            return found, False
    found = _harm(tree, after(tree, verb.index, "among", "of", "Among", "Of"))
    return None if found is None or verb.lemma != "be" else (found, False)


def _harm(tree: Tree, nouns: tuple[int, ...]) -> Harm | None:
    return next((_OF[word] for noun in nouns if (word := tree.tokens[noun].text.lower().rstrip("s")) in _OF), None)
