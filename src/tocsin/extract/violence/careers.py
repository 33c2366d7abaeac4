"""What a person does or did in a life of violence ("he plans attacks on troops"), which is no attack of its own.

Attacks of a career are a bare plural: nobody counts them, points at them, dates them, or says whom they harmed.
"""

from collections.abc import Sequence

from tocsin.extract.grammar.tree import Tree, children, climb, conjuncts, descend, subject
from tocsin.extract.slots.casualties import Patient
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence

_NAMED = frozenset({"det", "poss", "nummod"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "their"})
_THEM = frozenset({"he", "she", "they"})


def without_careers(
    tree: Tree, sentence: Sentence, strikes: tuple[int, ...], harmed: tuple[Patient, ...], lexicon: Lexicon
) -> tuple[tuple[int, ...], tuple[Patient, ...]]:
    """Return the words of violence of a sentence without those on what somebody spoken of does, or did, as a rule."""
    if sentence.headline or _is_dated(tree, sentence):
        return strikes, harmed
    counted = [patient for patient in harmed if not _is_loose(tree, patient)]
    plural = {
        i
        for i in strikes
        if _is_bare_plural(tree, i) and _is_of_somebody(tree, i, lexicon) and not _harms(tree, i, counted)
    }
    if not plural:
        return strikes, harmed
    words = {*strikes, *(patient.trigger for patient in harmed if patient not in counted)}
    also = {i for i in words if tree.tokens[i].tag == "VBG" and _is_of_somebody(tree, i, lexicon)}
    left = tuple(i for i in strikes if i not in plural | also)
    return left, tuple(patient for patient in harmed if patient in counted or patient.trigger not in also)


def _harms(tree: Tree, index: int, harmed: Sequence[Patient]) -> bool:
    """Tell whether a word of harm tells what came of attacks, or is done by them."""
    below = set(descend(tree, index))
    return any(patient.trigger in below or index in set(descend(tree, patient.trigger)) for patient in harmed)


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
