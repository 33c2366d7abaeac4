"""What the words of attack say was struck or aimed at, people and things, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.extract.grammar.parts import is_force, is_perpetrator, is_person
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    agent_of,
    antecedent,
    children,
    compound,
    conjuncts,
    is_passive,
    key,
    subject,
)
from tocsin.extract.slots.roles import is_person_noun, kind_of_target
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Effect

_AT = ("at", "outside", "near", "in", "inside", "beside", "under", "aboard")
_ON = ("on", "upon", "against", "into", "targeting", "of")
_SENT = (*_ON, "at", "onto", "toward", "towards")


@dataclass(frozen=True, slots=True)
class Blow:
    """A noun for what was struck, with what became of it where that is said."""

    head: int
    effect: Effect | None = None


def struck(tree: Tree, strikes: Sequence[int], harms: Sequence[int], lexicon: Lexicon) -> tuple[Blow, ...]:
    """Return what attack words say was struck, each noun once, and the sites at which words of harm say people fell."""
    found: dict[int, Blow] = {}
    for index in strikes:
        verb = tree.tokens[index].pos in ("VERB", "AUX")
        effect = _effect(tree, index, lexicon) if verb else None
        heads = _by_verb(tree, index, lexicon) if verb else _by_noun(tree, index, lexicon)
        heads += _passing(tree, index, lexicon) if verb else []
        for blow in (*(Blow(head, effect) for head in heads), *_ruined(tree, index, lexicon)):
            for noun in conjuncts(tree, _whole(tree, blow.head, lexicon)):
                if tree.tokens[noun].pos in ("NOUN", "PROPN") and noun not in strikes:
                    found.setdefault(noun, Blow(noun, blow.effect))
    verbs = [index for index in strikes if tree.tokens[index].pos == "VERB"]
    forced = (one for index in (*harms, *verbs) for one in _forced(tree, index, lexicon))
    for noun in (*(one for index in harms for one in _sites(tree, index, lexicon)), *forced):
        found.setdefault(noun, Blow(noun))
    return tuple(blow for blow in found.values() if not _is_weapon(tree, blow.head, lexicon))


def _is_weapon(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether what was struck is what struck: drones that were shot down, a car full of explosives."""
    span = tree.tokens[noun].span
    before = children(tree, noun, "amod", "compound", "nmod")
    laden = {tree.tokens[i].lemma for child in before for i in (child, *tree.below[child])}
    return any(weapon.span.holds(span) for weapon in tree.page.page.weapons) or bool(laden & lexicon.words["laden"])


def _sites(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    """Return the sites "at" which somebody killed or wounded people ("killed four people at a restaurant")."""
    if tree.tokens[index].pos != "VERB" or lexicon.has("dying_verbs", tree.tokens[index].lemma):
        return []
    at = [noun for one in (index, *children(tree, index, "dobj")) for noun in after(tree, one, "at")]
    return [
        noun
        for noun in at
        if tree.tokens[noun].lemma != "camp" and _is_typed(tree, noun, lexicon) and not _is_scene(tree, noun, lexicon)
    ]


def _forced(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    """Return what attackers broke into or stopped before they did harm ("stopped a bus and killed two passengers")."""
    token = tree.tokens[index]
    before = token.head if token.dep in ("conj", "advcl") else index
    lemma, doer = tree.tokens[before].lemma, agent_of(tree, before)
    if before == index or doer is None or is_force(tree, doer):
        return []
    entered = after(tree, before, "into") if lexicon.has("entering_verbs", lemma) else ()
    taken = lexicon.has("stopping_verbs", lemma) or lemma == "enter"
    halted = [n for noun in children(tree, before, "dobj") for n in conjuncts(tree, noun)] if taken else ()
    halting = lexicon.has("stopping_verbs", lemma)
    return [
        noun
        for noun in (*entered, *halted)
        if _is_typed(tree, noun, lexicon) and (halting or not _is_scene(tree, noun, lexicon))
    ]


def _by_verb(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    objects = _objects(tree, index)
    if lexicon.has("sending", tree.tokens[index].lemma):
        sent = (index, *objects)
        return [*objects, *(n for i in sent for n in after(tree, i, *_SENT) if _is_typed(tree, n, lexicon))]
    if any(is_set_off(tree, noun, lexicon) for noun in objects):
        met = [noun for noun in children(tree, index, "nsubj") if _is_typed(tree, noun, lexicon)]
        if met and not any(is_perpetrator(tree, noun, lexicon) for noun in met):
            return met
    if _is_steered(tree, index, lexicon):
        objects = ()
    if is_passive(tree, index) and not objects and tree.tokens[index].dep in ("acl", "relcl"):
        objects = (tree.tokens[index].head,)
    objects = tuple(noun for noun in objects if not _is_own(tree, index, noun, lexicon))
    placed = _placed(tree, index, lexicon)
    if any(_is_somebody(tree, noun, lexicon) for noun in objects):
        placed = [noun for noun in placed if not _is_by(tree, noun)]
    return [*objects, *placed]


def _is_own(tree: Tree, verb: int, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether an attacker does it to what is his ("blew up his car at a checkpoint")."""
    doer = agent_of(tree, verb)
    his = any(tree.tokens[child].text.lower() in ("his", "her") for child in children(tree, noun, "poss"))
    return his and doer is not None and tree.tokens[doer].tag == "NN" and is_perpetrator(tree, doer, lexicon)


def _is_somebody(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether what was struck is a person."""
    return is_person(tree, noun) or is_person_noun(tree, noun, lexicon) or is_perpetrator(tree, noun, lexicon)


def _is_by(tree: Tree, noun: int) -> bool:
    """Tell whether a thing is only what a victim was beside or had about them ("outside a shop", "on his bicycle")."""
    beside = tree.tokens[tree.tokens[noun].head].lemma in ("beside", "near", "outside")
    return beside or any(tree.tokens[child].tag == "PRP$" for child in children(tree, noun, "poss"))


def _passing(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    """Return who passed or left as a device went off ("a bomb exploded as a convoy drove by")."""
    if lexicon.attack_verbs.get(key(tree, index)) != "bombing":
        return []
    return [
        noun
        for verb in children(tree, index, "advcl")
        if lexicon.has("passing_verbs", tree.tokens[verb].lemma)
        and any(tree.tokens[mark].lemma in ("as", "when", "while") for mark in children(tree, verb, "mark", "advmod"))
        for noun in children(tree, verb, "nsubj")
        if _is_typed(tree, noun, lexicon)
    ]


def is_set_off(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether what is struck is a mine, so that it struck those who ran into it ("their truck hit a mine")."""
    return compound(tree, noun) in lexicon.words["going_off"] or lexicon.has("going_off", tree.tokens[noun].lemma)


def _is_steered(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb says what was driven into something ("drove his car into the queue")."""
    return lexicon.has("steering_verbs", tree.tokens[verb].lemma) and bool(after(tree, verb, "into", "at", "through"))


def _by_noun(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    """Return what an event noun hit: after its preposition, or as the object of the verb whose subject it is."""
    token, governor = tree.tokens[index], tree.tokens[tree.tokens[index].head]
    heads = _placed(tree, index, lexicon)
    heads += [
        noun
        for verb in children(tree, index, "acl", "relcl")
        if lexicon.has("hitting_verbs", tree.tokens[verb].lemma)
        for noun in children(tree, verb, "dobj")
    ]
    if token.dep in ("nsubj", "dobj", "pobj") and lexicon.has("hitting_verbs", governor.lemma):
        heads += children(tree, governor.index, "dobj")
        heads += [n for n in after(tree, governor.index, "through", "into") if _is_typed(tree, n, lexicon)]
    if governor.lemma == "under" and tree.tokens[governor.head].pos == "VERB":
        heads += [n for n in (subject(tree, governor.head),) if n is not None and _is_typed(tree, n, lexicon)]
    if token.dep in ("dobj", "nsubjpass") and lexicon.has("conduct", governor.lemma):
        heads += [n for n in after(tree, governor.index, "on", "against") if _is_typed(tree, n, lexicon)]
    return heads


def _ruined(tree: Tree, index: int, lexicon: Lexicon) -> list[Blow]:
    """Return what a clause beside the attack says was burned, destroyed or damaged."""
    beside = children(tree, index, "advcl", "conj", "relcl", "xcomp")
    return [
        Blow(noun, _effect(tree, verb, lexicon))
        for verb in (*beside, *(one for clause in beside for one in children(tree, clause, "conj")))
        if _effect(tree, verb, lexicon) is not None
        for noun in _objects(tree, verb)
    ]


def _objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the objects of a verb; in "set fire to two buses" it is the buses."""
    objects = _sufferers(tree, verb) if is_passive(tree, verb) else children(tree, verb, "dobj")
    if not objects:
        lit = [n for word in children(tree, verb, "ccomp", "oprd") for n in children(tree, word, "nsubj", "npadvmod")]
        return tuple(lit) if key(tree, verb) in ("set_ablaze", "set_alight", "set_fire") else ()
    if key(tree, verb) != "set_fire":
        return objects
    return tuple(n for n in objects if tree.tokens[n].lemma != "fire") or tuple(after(tree, verb, "to"))


def _sufferers(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return whom a passive befell; a gerund's is the subject above ("fled after being attacked")."""
    own = children(tree, verb, "nsubjpass")
    one = subject(tree, verb) if tree.tokens[verb].dep == "pcomp" else None
    return own if own or one is None else (antecedent(tree, one),)


def _effect(tree: Tree, verb: int, lexicon: Lexicon) -> Effect | None:
    words = {key(tree, verb), tree.tokens[verb].lemma}
    if words & lexicon.words["razing_verbs"]:
        return "destroyed"
    return "damaged" if words & lexicon.words["spoiling_verbs"] else None


def _whole(tree: Tree, head: int, lexicon: Lexicon) -> int:
    """Return what a mere part belongs to ("the compound of the embassy", "the gate of a base")."""
    if not lexicon.has("part_nouns", tree.tokens[head].lemma):
        return head
    return next((n for n in after(tree, head, "of", "at") if kind_of_target(tree, n, lexicon) is not None), head)


def _placed(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    """Return what stands after the prepositions of a word of attack, where that is what was struck."""
    aimed = [noun for noun in after(tree, index, *_ON) if _is_typed(tree, noun, lexicon)]
    near = [n for n in after(tree, index, *_AT) if tree.label_at.get(n) != "GPE" and _is_typed(tree, n, lexicon)]
    return [*aimed, *(noun for noun in near if not _is_scene(tree, noun, lexicon))]


def _is_scene(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun after "in" or "at" is only where it happened: a road, a home, a village."""
    lemma = tree.tokens[noun].lemma
    return lexicon.has("scenes", lemma) or lexicon.has("settlements", lemma)


def _is_typed(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    whole = _whole(tree, noun, lexicon)
    road = tree.tokens[whole].lemma in ("road", "highway")
    return not road and kind_of_target(tree, whole, lexicon) is not None
