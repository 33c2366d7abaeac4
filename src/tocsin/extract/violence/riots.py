"""What crowds do, and the forces that face them: stones thrown, seats of power forced, tear gas and batons."""

from collections.abc import Iterable

from tocsin.extract.grammar.parts import is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, conjuncts, descend
from tocsin.extract.slots.roles import kind_of_target
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import AttackType

_AIMS = ("at", "on", "into", "onto", "toward", "towards", "against")
_SEATS = frozenset(
    {
        "diplomatic",
        "government",
        "journalists_and_media",
        "military",
        "police",
        "religious_figures_and_institutions",
        "violent_political_party",
    }
)


def riot_type(tree: Tree, index: int, lexicon: Lexicon) -> AttackType | None:
    """Return what a verb tells of a crowd's violence or of a force's against a crowd, null where it tells neither."""
    token = tree.tokens[index]
    if token.pos != "VERB":
        return None
    if token.lemma in lexicon.words["means_verbs"] and _is_against_crowd(tree, index, lexicon):
        return "unarmed_assault"
    if _is_pelting(tree, index, lexicon) or _is_forced(tree, index, lexicon):
        return "unarmed_assault"
    return None


def _is_against_crowd(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether forces turn tear gas, batons or rubber bullets on people, or use them to scatter a crowd."""
    doer = agent_of(tree, index)
    if doer is None or not is_force(tree, doer):
        return False
    means = _objects(tree, index)
    if not _has(tree, means, lexicon.words["crowd_means"]) or _is_live(tree, means):
        return False
    hit = [noun for i in (index, *means) for noun in after(tree, i, *_AIMS)]
    scattered = [
        i for i in descend(tree, index) if tree.tokens[i].lemma in lexicon.words["scattering_verbs"] and i != index
    ]
    hit += [noun for i in scattered for noun in (*children(tree, i, "dobj"), *after(tree, i, "up"))]
    return _has(tree, hit, lexicon.words["unarmed"]) or _has(tree, means, ("gas", "canister", "spray"))


def _is_live(tree: Tree, means: Iterable[int]) -> bool:
    """Tell whether what is fired kills ("live rounds")."""
    return any(tree.tokens[child].lemma == "live" for noun in means for child in children(tree, noun, "amod"))


def _is_pelting(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a crowd throws stones and the like, or somebody is pelted with them."""
    lemma = tree.tokens[index].lemma
    if lemma in lexicon.words["pelting_verbs"]:
        return _has(tree, after(tree, index, "with"), lexicon.words["crowd_missiles"])
    if lemma not in lexicon.words["sending"] or not _has(tree, _objects(tree, index), lexicon.words["crowd_missiles"]):
        return False
    doer = agent_of(tree, index)
    if doer is not None:
        return is_crowd(tree, doer, lexicon)
    aimed = [noun for i in (index, *_objects(tree, index)) for noun in after(tree, i, *_AIMS)]
    return any(kind_of_target(tree, noun, lexicon) is not None for noun in aimed)


def _is_forced(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a crowd breaks into or storms a seat of power, a police post, a newsroom, a house of prayer."""
    if tree.tokens[index].lemma not in lexicon.words["entering_verbs"]:
        return False
    doer = agent_of(tree, index)
    if doer is None or not is_crowd(tree, doer, lexicon):
        return False
    storms = tree.tokens[index].lemma == "storm"
    entered = [*after(tree, index, "into"), *(children(tree, index, "dobj") if storms else ())]
    entered += [noun for way in children(tree, index, "dobj") for noun in after(tree, way, "into")]
    return any(kind_of_target(tree, noun, lexicon) in _SEATS for noun in entered)


def is_crowd(tree: Tree, doer: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun names a crowd without arms ("thousands of protesters", "supporters of the ousted leader")."""
    if is_perpetrator(tree, doer, lexicon) and tree.tokens[doer].lemma != "mob":
        return False
    return _has(tree, (doer, *after(tree, doer, "of")), lexicon.words["crowd_people"])


def _objects(tree: Tree, index: int) -> tuple[int, ...]:
    return tuple(i for noun in children(tree, index, "dobj", "nsubjpass") for i in conjuncts(tree, noun))


def _has(tree: Tree, nouns: Iterable[int], lemmas: Iterable[str]) -> bool:
    return any(tree.tokens[i].lemma in lemmas for i in nouns)
