"""Whom a clause of guilt says to have done it: who was behind it, whose work it was, who carried it out or struck."""

from tocsin.extract.grammar.parts import armed_group, is_force, is_state, is_state_side
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, climb, is_passive, key
from tocsin.extract.responsibility.deeds import (
    has_no_part,
    is_deed,
    is_on_militants,
    is_to_blame,
    is_violence,
    partners,
)
from tocsin.extract.responsibility.sides import undergoer
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon

_OUTSIDE = frozenset({"witness", "group", "expert", "media"})


def guilty(tree: Tree, verb: int, heard: Voices, lexicon: Lexicon) -> list[int]:
    """Return whom a clause says to have done it."""
    token, words = tree.tokens[verb], lexicon.words
    if token.lemma == "be":
        return _is_named(tree, verb, lexicon)
    if token.lemma in words["seeming"]:
        return [i for work in after(tree, verb, "like") for i in after(tree, work, "of")]
    if has_no_part(tree, verb, lexicon):
        doers = children(tree, verb, "nsubj")
        acts = any(is_violence(tree, i, lexicon) and tree.tokens[i].tag != "PRP" for i in doers)
        return [i for i in partners(tree, verb) if not _is_beside(tree, i)] if acts else [*doers]
    if token.lemma == "involve" and is_passive(tree, verb):
        return undergoer(tree, verb)
    if token.lemma in ("bear", "have") and _takes(tree, verb, "responsibility"):
        return [*children(tree, verb, "nsubj")]
    if _takes_part(tree, verb, lexicon):
        return [*children(tree, verb, "nsubj")]
    if token.lemma == "belong":
        return (
            [*after(tree, verb, "to")] if any(_is_doer(tree, i, lexicon) for i in children(tree, verb, "nsubj")) else []
        )
    if token.lemma in ("come", "originate"):
        nouns = [i for i in children(tree, verb, "nsubj") if tree.tokens[i].pos == "NOUN"]
        fired = any(is_violence(tree, i, lexicon) or tree.tokens[i].lemma in ("fire", "shot", "round") for i in nouns)
        return [i for i in after(tree, verb, "from") if fired and not is_state(tree, i)]
    if token.dep == "relcl" and _is_of_doers(tree, token.head):
        return []  # what befell the doers is another act ("by soldiers who had been ambushed by X")
    if is_passive(tree, verb) and key(tree, verb) in words["doing"] | words["hitting"]:
        doer = by_agent(tree, verb)
        return [doer] if doer is not None else []
    if key(tree, verb) in ("carry_out", "do") and (is_deed(tree, verb, lexicon) or _is_ellipsis(tree, verb)):
        return [*children(tree, verb, "nsubj")]
    return _forces(tree, verb, heard, lexicon)


def _is_beside(tree: Tree, noun: int) -> bool:
    """Tell whether a noun only bears a party's name ("the ELN anniversary")."""
    beside = children(tree, noun, "compound", "poss", "amod", "nmod")
    return noun not in tree.actor_at and any(i in tree.actor_at for i in beside)


def _is_of_doers(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is within those by whom something was done ("by soldiers from bases that X had shelled")."""
    for above in climb(tree, noun):
        if tree.tokens[above].dep == "agent":
            return True
        if tree.tokens[above].pos in ("VERB", "AUX"):
            return False
    return False


def _is_ellipsis(tree: Tree, verb: int) -> bool:
    """Tell whether "did" stands alone for the deed just told ("villagers say a settler did")."""
    token = tree.tokens[verb]
    return token.tag == "VBD" and token.dep == "ccomp" and not children(tree, verb, "dobj", "xcomp", "ccomp", "advmod")


def _takes_part(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says "had a hand in the bombing", "played a part in it" or "took part in the raid"."""
    if tree.tokens[verb].lemma not in ("have", "play", "take"):
        return False
    parts = [i for i in children(tree, verb, "dobj") if lexicon.has("own_part", tree.tokens[i].lemma)]
    acts = [i for part in (verb, *parts) for i in after(tree, part, "in")]
    return bool(parts) and any(is_violence(tree, i, lexicon) for i in acts)


def _takes(tree: Tree, verb: int, noun: str) -> bool:
    return any(tree.tokens[i].lemma == noun for i in children(tree, verb, "dobj"))


def _is_named(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """Return whom "X was behind", "the attackers were X", "those behind it were X" or "it was the work of X" names."""
    parts = [i for i in tree.below[verb] if tree.tokens[i].dep in ("prep", "acomp", "attr", "advmod")]
    if is_to_blame(tree, verb) or any(tree.tokens[i].lemma in ("behind", "responsible", "author") for i in parts):
        return [*children(tree, verb, "nsubj")]
    doers = [i for i in children(tree, verb, "nsubj") if _is_doer(tree, i, lexicon)]
    named = [*children(tree, verb, "attr"), *after(tree, verb, "from", "with")] if doers else []
    if is_it(tree, verb, lexicon):
        named = [i for i in children(tree, verb, "attr") if _is_armed(tree, i) or is_cleft(tree, i, lexicon)]
    return [*named, *_work_of(tree, verb), *_whose_attack(tree, verb, lexicon)]


def _whose_attack(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """Return whose attack something is said to be ("it was not an X attack", "the blast was an attack by X")."""
    about = children(tree, verb, "nsubj")
    if not any(is_violence(tree, i, lexicon) or tree.tokens[i].lemma in ("it", "this", "that") for i in about):
        return []
    acts = [i for i in children(tree, verb, "attr") if tree.tokens[i].lemma in lexicon.attack_nouns]
    owners = [i for act in acts for i in children(tree, act, "compound", "poss", "nmod", "amod") if i in tree.actor_at]
    agents = [i for act in acts for i in after(tree, act, "by")]
    return [*owners, *agents]


def is_cleft(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is singled out as the doer ("it was soldiers who set fire to it")."""
    return any(is_deed(tree, i, lexicon) for i in children(tree, noun, "relcl"))


def _is_doer(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means those who did it ("the attackers", "the group behind it")."""
    if noun not in tree.actor_at and lexicon.has("perpetrators", tree.tokens[noun].lemma):
        return True
    behind = any(tree.tokens[c].lemma in ("behind", "responsible") for c in tree.below[noun])
    those = tree.tokens[noun].tag == "NNS" and lexicon.has("private", tree.tokens[noun].lemma)
    pointed = those and any(tree.tokens[c].text.lower() in ("the", "these") for c in children(tree, noun, "det"))
    return behind or pointed or lexicon.has("killers", tree.tokens[noun].lemma)


def _forces(tree: Tree, verb: int, heard: Voices, lexicon: Lexicon) -> list[int]:
    """Return the group that a clause says to have done it, or the forces that struck no armed men.

    Forces of no nation are blamed only by those who are not of them: residents, armed groups, monitors.
    """
    doer = next(iter(children(tree, verb, "nsubj")), None)
    if doer is None or not is_deed(tree, verb, lexicon):
        return []
    if armed_group(tree, doer) is not None:
        return [doer]
    if tree.tokens[doer].lemma == "member":
        doer = next(iter(after(tree, doer, "of")), doer)
    apart = holder_of(tree, verb, heard).kind in _OUTSIDE
    outside = apart and (is_force(tree, doer) or is_state_side(tree, doer))
    if (doer in tree.actor_at and not outside) or lexicon.has("perpetrators", tree.tokens[doer].lemma):
        return []
    nation = is_state(tree, doer) or outside
    named = any(tree.label_at.get(c) in ("NORP", "GPE") for c in tree.below[doer])
    nation |= is_force(tree, doer) and named
    nation |= lexicon.has("blamable", tree.tokens[doer].lemma) and not is_force(tree, doer)
    nation |= _is_band(tree, doer, lexicon)
    return [doer] if nation and not is_on_militants(tree, verb, lexicon) else []


def _is_band(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means armed people by what they are, not only by what they did ("settlers", "herdsmen")."""
    return lexicon.has("loose_groups", tree.tokens[noun].lemma)


def is_it(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says "it was X"."""
    it = any(tree.tokens[i].lemma in ("it", "this", "that") for i in children(tree, verb, "nsubj"))
    act = any(tree.tokens[i].lemma in lexicon.attack_nouns for i in children(tree, verb, "attr"))
    return it and not act and not _work_of(tree, verb) and tree.tokens[verb].lemma == "be"


def _is_armed(tree: Tree, head: int) -> bool:
    who = tree.actor_at.get(head)
    return who is not None and who.kind == "armed_group"


def _work_of(tree: Tree, verb: int) -> list[int]:
    """Return whose work something is said to be ("the work of X", "likely X's doing")."""
    near = [verb, *children(tree, verb, "acomp")]
    parts = [i for part in near for i in children(tree, part, "attr", "ccomp", "acomp", "xcomp")]
    works = [i for i in parts if tree.tokens[i].lemma in ("work", "handiwork", "doing")]
    return [i for work in works for i in (*after(tree, work, "of"), *children(tree, work, "poss"))]
