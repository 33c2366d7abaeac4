"""Which words of a sentence tell of violence done: verbs and nouns that strike somebody, clashes, engagements."""

from tocsin.extract.grammar.answers import answers, warded
from tocsin.extract.grammar.parts import actor, armed_group, is_force, is_perpetrator, is_state_side, target_type
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, compound, conjuncts, key
from tocsin.extract.slots.harm import harms
from tocsin.extract.violence.fire import fired_type, is_test, is_under_fire, is_warning
from tocsin.extract.violence.riots import riot_type
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES
from tocsin.model.record import AttackType

# What narrows a noun of violence to none that is ours.
_NARROWED = frozenset(
    {"accidental", "gas", "heart", "panic", "asthma", "shark", "cyber", "verbal", "personal", "media"}
)


def strike_type(tree: Tree, index: int, lexicon: Lexicon) -> AttackType | None:
    """Return the attack type that a word tells, null where it tells none."""
    word, pair = key(tree, index), compound(tree, index)
    if (riot := riot_type(tree, index, lexicon)) is not None:
        return riot
    if tree.tokens[index].pos in ("VERB", "AUX"):
        return lexicon.attack_verbs.get(word) or fired_type(tree, index, lexicon)  # type: ignore[return-value]
    if is_under_fire(tree, index, lexicon):
        return "unknown"
    if tree.tokens[index].lemma in ("body", "corpse") and _is_mangled(tree, index, lexicon):
        return "armed_assault"
    if tree.tokens[index].pos in ("NOUN", "PROPN"):
        return lexicon.attack_nouns.get(pair) or lexicon.attack_nouns.get(word)  # type: ignore[return-value]
    return None


def _is_mangled(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a body shows that its owner was killed by somebody ("the bullet-riddled bodies of")."""
    near = [i for child in children(tree, index, "amod", "acl", "compound") for i in (child, *conjuncts(tree, child))]
    return any(tree.tokens[i].lemma in lexicon.words["mangled"] for i in near)


def is_strike(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word tells of an attack, a clash or an engagement, by the lists or to the trained reader."""
    found = strike_type(tree, index, lexicon)
    if _is_harmless(tree, index, lexicon, listed=found is not None):
        return False
    return _is_told(tree, index, found, lexicon) or _is_seen(tree, index, lexicon)


def _is_harmless(tree: Tree, index: int, lexicon: Lexicon, *, listed: bool) -> bool:
    """Tell whether a word of violence tells none here, whoever may see any in it: a habit, a test, a search, a film."""
    token = tree.tokens[index]
    if any(tree.tokens[child].text.lower() in lexicon.words["habitual"] for child in tree.below[index]):
        return True
    if key(tree, index) == "launch_missile" and fired_type(tree, index, lexicon) is None:
        return True
    if token.lemma in lexicon.words["sending"] and is_test(tree, index, lexicon):
        return True
    if token.lemma in ("fire", "shoot", "open") and is_warning(tree, index):
        return True
    if token.lemma == "target" and _is_hunt(tree, index, lexicon):
        return True
    if not listed or token.pos in ("VERB", "AUX"):
        return False
    if _is_shown(tree, index, lexicon) or (token.lemma == "execution" and _is_carrying_out(tree, index, lexicon)):
        return True
    return bool(modifiers(tree, index) & _NARROWED)


def _is_told(tree: Tree, index: int, found: AttackType | None, lexicon: Lexicon) -> bool:
    """Tell whether the lists take a word for one of violence, in what they know of its grammar."""
    token = tree.tokens[index]
    if found is None:
        return _is_clash(tree, index, lexicon) or _is_engagement(tree, index) or _is_repulse(tree, index, lexicon)
    if token.pos in ("VERB", "AUX"):
        if fired_type(tree, index, lexicon) is not None:
            return True
        return token.dep not in ("amod", "compound") and _strikes_somebody(tree, index, key(tree, index), lexicon)
    if index in tree.actor_at or token.dep in ("compound", "nmod", "amod"):
        return token.dep == "compound" and tree.tokens[token.head].lemma in ("victim", "site", "scene")
    if token.lemma == "strike":
        return (
            (compound(tree, index) != token.lemma and compound(tree, index) in lexicon.attack_nouns)
            or bool(modifiers(tree, index) & lexicon.words["violent"])
            or _hits(tree, index)
        )
    return True


def _is_seen(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the trained reader sees an attack or an operation in a word that stands for itself.

    Words of harm are left out, for whom they befell tells of the act already, and so are those of an answer to an act.
    """
    token = tree.tokens[index]
    free = token.pos in ("VERB", "NOUN", "PROPN") and token.dep not in ("compound", "amod")
    named = index in tree.actor_at or tree.label_at.get(index) in ("DATE", "TIME")
    if not free or named or tree.chance(index, "attack", "operation") < CHANCES.told:
        return False
    return not harms(tree, token, lexicon) and not answers(tree, index, lexicon)


def _is_hunt(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether forces "target" what they search ("targeted a compound to search for the commander")."""
    doer = agent_of(tree, index) if tree.tokens[index].pos == "VERB" else None
    if doer is None or not is_force(tree, doer):
        return False
    beside = children(tree, index, "conj", "advcl", "xcomp", "acl")
    meant = [i for verb in beside for i in conjuncts(tree, verb) if tree.tokens[i].tag != "VBN"]
    return any(lexicon.has("searching_for", tree.tokens[i].lemma) for i in meant)


def _is_shown(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether acts are only what a video or a picture shows ("videos of beheadings")."""
    above = tree.tokens[tree.tokens[index].head]
    return (
        tree.tokens[index].tag == "NNS"
        and above.lemma == "of"
        and tree.tokens[above.head].lemma in lexicon.words["showing"]
    )


def _is_carrying_out(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether an execution is that of a plan, and of nobody."""
    return not any(target_type(tree, noun, lexicon) for noun in after(tree, index, "of")) and not after(
        tree, index, "by"
    )


def _is_clash(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[index]
    if token.pos == "NOUN":
        if token.lemma in lexicon.words["turmoil"]:
            return token.dep == "nsubj" and tree.tokens[token.head].lemma in lexicon.words["outbreaks"]
        words = {token.lemma, compound(tree, index)}
        return bool(words & lexicon.words["clash_nouns"]) and token.dep != "compound" and token.lemma != "battle"
    return token.pos == "VERB" and key(tree, index) in ("clash", "exchange_fire")


def _is_engagement(tree: Tree, index: int) -> bool:
    """Tell whether forces engage or neutralise somebody."""
    token = tree.tokens[index]
    if token.pos != "VERB" or token.lemma not in ("engage", "neutralize", "neutralise", "eliminate"):
        return False
    doer = agent_of(tree, index)
    return doer is not None and is_force(tree, doer)


def _is_repulse(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether attackers are driven off, without another word for their attack."""
    return any(strike_type(tree, noun, lexicon) is None for noun in warded(tree, index, lexicon))


def _hits(tree: Tree, index: int) -> bool:
    """Tell a military strike from a walkout: it is carried out, aimed at something, or destroys it."""
    governor = tree.tokens[tree.tokens[index].head].lemma
    return governor in (
        "conduct",
        "launch",
        "carry",
        "destroy",
        "engage",
        "target",
        "hit",
        "kill",
        "order",
        "suppress",
        "damage",
    ) or any(tree.label_at.get(noun) != "DATE" for noun in after(tree, index, "on", "against"))


def _strikes_somebody(tree: Tree, index: int, word: str, lexicon: Lexicon) -> bool:
    if word == "shoot" and _is_shot_otherwise(tree, index, lexicon):
        return False
    if word not in lexicon.words["needs_actor"]:
        return True
    if word in ("fire", "bomb") and tree.tokens[index].pos == "VERB" and not _aimed(tree, index, word):
        return False
    doer = agent_of(tree, index)
    doer = _accused(tree, index, lexicon) if doer is None else doer
    if doer is None:
        hit = children(tree, index, "nsubjpass")
        return (bool(hit) and word not in ("hit", "target", "beat", "storm")) or bool(
            _near(tree, index) & lexicon.words["weapon_subjects"]
        )
    if tree.tokens[doer].pos == "NUM" or tree.tokens[doer].lemma in ("one", "some"):  # "one of its jets"
        doer = next((i for i in after(tree, doer, "of") if tree.tokens[i].pos == "NOUN"), doer)
    lemma = tree.tokens[doer].lemma
    if (
        is_perpetrator(tree, doer, lexicon)
        or armed_group(tree, doer) is not None
        or is_force(tree, doer)
        or lemma in lexicon.words["weapon_subjects"]
        or lemma == "who"
        or is_state_side(tree, doer)
    ):
        return True
    found = actor(tree, doer)
    if found is not None and found.kind in ("armed_group", "state_force", "government", "crowd"):
        return True
    return lemma in lexicon.words["attackers_at_large"]


def _accused(tree: Tree, index: int, lexicon: Lexicon) -> int | None:
    """Return whom somebody accuses of what a verb tells ("accused the rebels of shelling the town")."""
    prep = tree.tokens[index].head
    verb = tree.tokens[prep].head
    if tree.tokens[index].dep != "pcomp" or tree.tokens[verb].lemma not in lexicon.words["remarks"]:
        return None
    return next(iter(children(tree, verb, "dobj", "nsubjpass")), None)


def _is_shot_otherwise(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a film or a goal is shot, and nobody is."""
    hit = (*children(tree, index, "dobj", "nsubjpass"), *after(tree, index, "at", "on"))
    return any(tree.tokens[i].lemma in lexicon.words["shot_otherwise"] for i in hit)


def _aimed(tree: Tree, index: int, word: str) -> bool:
    """Tell firing shots from firing staff, and bombing a place from bombing at the box office."""
    hit = [*children(tree, index, "dobj", "nsubjpass")]
    if word == "bomb":
        return bool(hit)
    lemmas = {tree.tokens[i].lemma for i in hit}
    return bool(
        lemmas & {"shot", "round", "rocket", "missile", "bullet", "mortar", "gun", "weapon", "shell", "burst", "gas"}
    ) or (not hit and bool(after(tree, index, "on", "at", "into") or not children(tree, index, "nsubjpass")))


def _near(tree: Tree, index: int) -> set[str]:
    return {tree.tokens[i].lemma for child in tree.below[index] for i in (child, *tree.below[child])}


def modifiers(tree: Tree, index: int) -> set[str]:
    """Return the lemmas that stand before a noun and narrow it."""
    return {
        tree.tokens[child].lemma
        for child in tree.below[index]
        if tree.tokens[child].dep in ("compound", "amod", "nmod", "poss", "npadvmod")
    }
