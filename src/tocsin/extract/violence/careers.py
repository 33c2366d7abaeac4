"""What a person does or did in a life of violence ("he plans attacks on troops"), which is no attack of its own.

Attacks of a career are a bare plural: nobody counts them, points at them, dates them, or says whom they harmed.
"""

from tocsin.extract.grammar.tree import Tree, children, climb, conjuncts, subject
from tocsin.extract.slots.casualties import Patient
from tocsin.extract.violence.acts import Act
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence

_NAMED = frozenset({"det", "poss", "nummod"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "their"})
_THEM = frozenset({"he", "she", "they"})


def is_career(tree: Tree, sentence: Sentence, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether all that the words tell is what somebody spoken of does, or did, as a rule."""
    if sentence.headline or not act.strikes or _is_dated(tree, sentence):
        return False
    if not all(_is_loose(tree, patient) for patient in act.harmed):
        return False
    plural = [i for i in act.strikes if _is_bare_plural(tree, i)]
    beside = [i for i in act.strikes if i not in plural]
    if not plural or not all(tree.tokens[i].tag == "VBG" for i in beside):
        return False
    return all(_is_of_somebody(tree, i, lexicon) for i in act.strikes)


def _is_dated(tree: Tree, sentence: Sentence) -> bool:
    return any(sentence.span.holds(dated.when.span) for dated in tree.page.dates)


def _is_loose(tree: Tree, patient: Patient) -> bool:
    """Tell whether somebody is responsible for harming people of no told number ("for kidnapping villagers")."""
    uncounted = patient.count is None or patient.count.qualifier == "vague"
    return uncounted and tree.tokens[patient.trigger].tag == "VBG"


def _is_bare_plural(tree: Tree, index: int) -> bool:
    """Tell whether a noun means acts that nobody counts or points at."""
    return tree.tokens[index].tag == "NNS" and not children(tree, index, *_NAMED)


def _is_of_somebody(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the clause of a word, or one above it, is on a person, by a verb or beside the noun."""
    for above in climb(tree, index):
        token = tree.tokens[above]
        if token.dep in ("acl", "relcl", "amod") and lexicon.has("held_people", tree.tokens[token.head].lemma):
            return True
        if token.pos not in ("VERB", "AUX"):
            continue
        if lexicon.has("reporting", token.lemma):
            return False
        doer = subject(tree, above)
        if doer is not None and doer != index and _is_known(tree, doer, lexicon):
            return True
    return False


def _is_known(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means people told of before, who are no force ("he", "the leader", "both commanders")."""
    if tree.tokens[head].text.lower() in _THEM:
        return True
    held = any(lexicon.has("held_people", tree.tokens[i].lemma) for i in conjuncts(tree, head))
    return held and any(tree.tokens[c].text.lower() in _POINTING for c in tree.below[head])
