"""Who gets which punishment: a term, a life sentence, the death penalty, by the words that give it.

Years are a punishment where a prison stands beside them, or a court gives them; what is demanded has not been given.
"""

from tocsin.extract.grammar.tree import Tree, after, children, descend, is_passive, key
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.subjects import is_held
from tocsin.knowledge.lexicon import Lexicon


def sentenced(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return who gets a sentence: "was given life", "received 20 years", "a sentence was imposed on ten people"."""
    word = key(tree, index)
    if word not in lexicon.words["giving_verbs"] and tree.tokens[index].lemma not in lexicon.words["giving_verbs"]:
        return ()
    nouns = children(tree, index, "dobj", "oprd", "attr", "npadvmod", "nsubjpass")
    terms = [n for n in nouns if _is_penal(tree, n, index, lexicon)]
    if not terms:
        return ()
    passive = is_passive(tree, index)
    if passive and terms[0] not in children(tree, index, "nsubjpass"):
        return children(tree, index, "nsubjpass")
    if not passive and tree.tokens[index].lemma in ("receive", "get", "serve", "draw"):
        return children(tree, index, "nsubj") if tree.tokens[index].lemma != "serve" else ()
    given = (*children(tree, index, "dative"), *after(tree, index, "to", "on"), *after(tree, terms[0], "to", "on"))
    if not given and tree.tokens[index].lemma in ("announce", "order"):
        given = (*after(tree, index, "for"), *after(tree, terms[0], "for"))
    return tuple(n for n in given if is_held(tree, n, lexicon))


def _is_penal(tree: Tree, noun: int, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a term is a punishment ("a life sentence", "20 years in prison", "the death penalty")."""
    lemma = tree.tokens[noun].lemma
    if lemma not in lexicon.words["penalties"]:
        return False
    if lemma in ("sentence", "imprisonment", "penalty", "life"):
        return True
    below = {tree.tokens[i].lemma for i in descend(tree, noun)} | near(tree, noun)
    if below & (lexicon.words["prison_words"] | {"life", "death"}):
        return True
    courts, doer = lexicon.words["courts"], agent_of(tree, verb)
    by_court = doer is not None and tree.tokens[doer].lemma.lower() in courts
    return by_court or any(
        tree.tokens[n].lemma.lower() in courts for n in after(tree, verb, "at", "in", "by", "before")
    )


def near(tree: Tree, index: int) -> set[str]:
    """Return the next words of a token's sentence."""
    sentence = tree.tokens[index].sentence
    return {t.text.lower() for t in tree.tokens[index + 1 : index + 6] if t.sentence == sentence}
