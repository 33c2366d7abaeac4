"""How surely the words above a clause of guilt tell it: "suspects that", "indications that", "thinks it unlikely"."""

from tocsin.extract.grammar.parts import is_force
from tocsin.extract.grammar.tree import Tree, children, climb, key, subject
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
        if token.dep in ("relcl", "acl") and _is_nothing(tree, token.head, lexicon):
            return "PS-"
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
            if _is_asked(tree, above):
                return "Uu"  # "asked if he believed that X did it"
            return "PR-" if negated(tree, above) else "PR+"
        if token.pos == "NOUN" and lexicon.has("grounds", token.lemma) and tree.tokens[last].dep != "nsubj":
            return "PS-" if _is_nothing(tree, above, lexicon) or _is_denied(tree, above) else "PS+"
        if (lexicon.has("inquiring", token.lemma) or lexicon.has("questioning", token.lemma)) and _is_asked(tree, last):
            return "Uu"
        if lexicon.has("doubting", token.lemma) and token.pos == "VERB" and not _is_asked(tree, last):
            return "CT+" if negated(tree, above) else "PS-"
        if lexicon.has("upholding", token.lemma) and negated(tree, above):
            return "Uu"
        if lexicon.has("suggesting", token.lemma) and _is_of_things(tree, above, lexicon):
            return "PS-" if _is_of_nothing(tree, above, lexicon) else "PS+"
        if lexicon.has("reporting", token.lemma):
            return "CT+" if token.lemma == "deny" or not negated(tree, above) else "Uu"
        last = above
    return "CT+"


def inquirer(tree: Tree, verb: int, lexicon: Lexicon) -> int | None:
    """Return the verb under which those who inquire look into a clause ("police are investigating whether X did it").

    Who only asks or wonders suspects nobody, nor do those who have yet to find out.
    """
    last = verb
    for above in climb(tree, verb):
        if lexicon.has("inquiring", key(tree, above)) and _is_asked(tree, last):
            doer = subject(tree, above)
            inquires = doer is not None and (lexicon.has("inquirers", tree.tokens[doer].lemma) or is_force(tree, doer))
            return above if inquires and not negated(tree, above) and not _is_yet_to(tree, above) else None
        last = last if tree.tokens[above].pos == "ADP" else above  # "looking into whether"
    return None


def _is_yet_to(tree: Tree, verb: int) -> bool:
    """Tell whether something is still undone ("have yet to establish", "unable to determine")."""
    over = (tree.tokens[verb].head, *tree.below[verb], *tree.below[tree.tokens[verb].head])
    return any(tree.tokens[i].lemma in ("yet", "unable") for i in over)


def _is_asked(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].lemma in ("whether", "if") for c in children(tree, verb, "mark"))


def _is_of_things(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether what suggests something is a thing that was found, and no speaker ("everything indicates that")."""
    doers = [tree.tokens[i] for i in children(tree, verb, "nsubj")]
    return any(lexicon.has("clues", t.lemma) or lexicon.has("nothing", t.lemma) for t in doers)


def _is_of_nothing(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    return negated(tree, verb) or any(_is_nothing(tree, i, lexicon) for i in children(tree, verb, "nsubj"))


def _is_nothing(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether nothing speaks for what a clause says ("nothing to suggest", "no reason to believe")."""
    token = tree.tokens[noun]
    none = any(tree.tokens[c].lemma in ("no", "little", "insufficient") for c in tree.below[noun])
    return lexicon.has("nothing", token.lemma) or (none and lexicon.has("grounds", token.lemma))


def _is_denied(tree: Tree, noun: int) -> bool:
    return negated(tree, tree.tokens[noun].head)
