"""How surely the words above a clause of guilt tell it: "suspects that", "indications that", "thinks it unlikely"."""

from tocsin.extract.grammar.tree import Tree, children, climb, key
from tocsin.extract.responsibility.habits import negated
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Factuality

_CHANCES: dict[str, Factuality] = {
    "likely": "PR+",
    "probable": "PR+",
    "possible": "PS+",
    "conceivable": "PS+",
    "plausible": "PS+",
    "unlikely": "PS-",
    "improbable": "PS-",
    "inconceivable": "CT-",
    "unthinkable": "CT-",
}


def hedge_above(tree: Tree, verb: int, lexicon: Lexicon) -> Factuality:
    """Return how surely the words above a clause tell it: "suspects that", "indications that", "appears to"."""
    last = verb
    for above in climb(tree, verb):
        token = tree.tokens[above]
        if token.lemma in ("suspect", "fear"):
            return "Uu" if negated(tree, above) else "PS+"
        if lexicon.has("hinting", token.lemma) and token.pos == "VERB":
            return "Uu" if negated(tree, above) else "PS+"
        if token.lemma in _CHANCES and (token.pos == "ADJ" or tree.tokens[last].dep in ("ccomp", "advcl")):
            return _CHANCES[token.lemma]
        if lexicon.has("excluding", key(tree, above)):
            return "Uu"  # the word of ruling out tells it, with its negation
        doubted = [tree.tokens[i].lemma for i in children(tree, above, "acomp", "oprd", "ccomp") if i < verb]
        if (chance := next((_CHANCES[word] for word in doubted if word in _CHANCES), None)) is not None:
            return chance
        if lexicon.has("believing", token.lemma) or (
            token.lemma in lexicon.words["seeming"] and tree.tokens[last].dep == "xcomp"
        ):
            return "CT-" if negated(tree, above) else "PR+"
        if token.pos == "NOUN" and lexicon.has("grounds", token.lemma) and tree.tokens[last].dep != "nsubj":
            none = any(tree.tokens[c].lemma in ("no", "insufficient") for c in tree.below[above])
            return "PS-" if none or _is_denied(tree, above) else "PS+"
        if lexicon.has("inquiring", token.lemma) and _is_asked(tree, last):
            return "Uu"
        if lexicon.has("suggesting", token.lemma) and _is_of_things(tree, above):
            return "PS+"
        if lexicon.has("reporting", token.lemma):
            return "CT+"
        last = above
    return "CT+"


def inquirer(tree: Tree, verb: int, lexicon: Lexicon) -> int | None:
    """Return the verb under which a clause is looked into ("investigating whether X did it"), unless it is negated."""
    last = verb
    for above in climb(tree, verb):
        if lexicon.has("inquiring", tree.tokens[above].lemma) and _is_asked(tree, last):
            return above if not negated(tree, above) else None
        last = last if tree.tokens[above].pos == "ADP" else above  # "looking into whether"
    return None


def _is_asked(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].lemma in ("whether", "if") for c in children(tree, verb, "mark"))


def _is_of_things(tree: Tree, verb: int) -> bool:
    """Tell whether what suggests something is a thing that was found, and no speaker ("everything indicates that")."""
    doers = [tree.tokens[i] for i in children(tree, verb, "nsubj")]
    return any(t.lemma in ("everything", "evidence", "all", "finding", "clue", "trace", "sign") for t in doers)


def _is_denied(tree: Tree, noun: int) -> bool:
    return negated(tree, tree.tokens[noun].head)
