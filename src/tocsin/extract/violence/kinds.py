"""Attack or operation: who does it to whom; and whether the words speak of violence by somebody at all."""

from collections.abc import Sequence

from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator, is_state_side, target_type
from tocsin.extract.grammar.tree import Tree, after, children, compound, conjuncts, descend, is_passive, key, subject
from tocsin.extract.reading import Reading
from tocsin.extract.slots.aggressors import struck_first
from tocsin.extract.slots.foes import is_loyal
from tocsin.extract.slots.quarry import is_quarry
from tocsin.extract.violence.acts import Act, fallen_strikers, is_answered, is_on_duty, runs_into
from tocsin.extract.violence.fire import fired_type
from tocsin.extract.violence.riots import is_crowd
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import EventKind

_TELLING = frozenset(
    {"perpetrators", "weapons", "suicide", "authority", "responsibility", "killed_perpetrators", "stage", "abducted"}
)


def kind_of(tree: Tree, act: Act, agents: Sequence[int], hit: Sequence[int], lexicon: Lexicon) -> EventKind:
    """Return whether forces acted against armed foes (an operation) or anybody did violence (an attack)."""
    forces = [i for i in agents if is_force(tree, i) or is_state_side(tree, i)]
    if not forces and (_hostile(tree, agents, lexicon) or set(agents) & set(fallen_strikers(tree, act))):
        return "attack"
    if not forces and any(_is_anybody(tree, i, lexicon) for i in agents):
        return "attack"
    if any({tree.tokens[p.head].lemma, compound(tree, p.head)} & lexicon.words["bombers"] for p in act.harmed):
        return "attack"
    if _fell_attacking(tree, act, lexicon):
        return "attack"
    words = _words(tree, act)
    if is_answered(tree, act, lexicon) and not is_on_duty(tree, act, lexicon):
        return "attack"
    if not forces and _were_attacked(tree, act, lexicon):
        return "attack"
    foes = _is_foe_hit(tree, act, hit, lexicon)
    others = any(not p.perpetrator and not _is_of_foes(tree, p.head, lexicon) for p in act.harmed)
    if forces:
        return "operation" if foes or _is_raid(tree, act, hit, words, lexicon) else "attack"
    military = words & lexicon.words["operation_nouns"]
    bombed = any(lexicon.attack_nouns.get(word) == "bombing" for word in words) or bool(
        words & lexicon.words["devices"]
    )
    laid = bombed and not military
    if foes and not laid and (military or not others):
        return "operation"
    return "operation" if words & {"operation", "offensive"} and not others else "attack"


def _fell_attacking(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether all that forces harmed were people of no armed group who had struck first."""
    foes = [p for p in act.harmed if p.perpetrator]
    return bool(foes) and all(
        not is_perpetrator(tree, p.head, lexicon)
        and armed_group(tree, p.head) is None
        and struck_first(tree, p.head, p.trigger, lexicon)
        for p in foes
    )


def _were_attacked(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether forces or what is theirs is said to have been attacked ("killed after a convoy is attacked")."""
    hit = [subject(tree, i) for i in act.strikes if tree.tokens[i].pos == "VERB" and is_passive(tree, i)]
    forces = ("military", "police")
    return any(i is not None and (is_force(tree, i) or target_type(tree, i, lexicon) in forces) for i in hit)


def _is_anybody(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun tells of people who are no force ("two men"), so that no force acted."""
    return tree.tokens[noun].pos == "NOUN" and tree.tokens[noun].lemma in lexicon.words["attackers_at_large"]


def _hostile(tree: Tree, agents: Sequence[int], lexicon: Lexicon) -> list[int]:
    return [i for i in agents if is_perpetrator(tree, i, lexicon) or armed_group(tree, i) is not None]


def _words(tree: Tree, act: Act) -> set[str]:
    """Return the words of an act, alone and with the word before, and what they were done in or by."""
    words = {key(tree, i) for i in act.words} | {compound(tree, i) for i in act.words}
    governed = {i for word in act.words for i in after(tree, word, "in", "during", "by", "with")}
    return words | {tree.tokens[i].lemma for i in governed} | {compound(tree, i) for i in governed}


def _is_foe_hit(tree: Tree, act: Act, hit: Sequence[int], lexicon: Lexicon) -> bool:
    """Tell whether adversaries of forces by trade were harmed or struck, not just authors of an attack."""
    fallen = [p for p in act.harmed if p.perpetrator and p.harm != "abducted"]
    if any(is_quarry(tree, p.head, p.trigger, lexicon) for p in fallen):
        return True
    harmed = [p.head for p in fallen]
    struck = [i for i in hit if is_perpetrator(tree, i, lexicon) and not is_loyal(tree, i, lexicon)]
    named = any(armed_group(tree, i) is not None for i in (*hit, *harmed))
    if named or any(tree.tokens[i].lemma not in lexicon.words["assailants"] for i in (*harmed, *struck)):
        return True
    aimed = [i for word in act.strikes for i in _aimed_at(tree, word, lexicon)]
    return any(_is_of_foes(tree, i, lexicon) for i in (*aimed, *(p.head for p in act.harmed)))


def _aimed_at(tree: Tree, word: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return what a strike engages, hits or is carried out against."""
    verb = tree.tokens[tree.tokens[word].head]
    told = tree.tokens[word].dep in ("nsubj", "dobj") and verb.lemma in lexicon.words["engaging"]
    verbs = conjuncts(tree, verb.index) if told else ()
    after_them = [noun for i in (word, *verbs) for noun in after(tree, i, "on", "against", "of", "at")]
    objects = [noun for i in (word, *verbs) for noun in children(tree, i, "dobj") if noun != word]
    return tuple(i for noun in (*objects, *after_them) for i in conjuncts(tree, noun))


def _is_of_foes(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun phrase speaks of an armed group ("a gathering of rebels", "men believed to belong to X")."""
    for index in descend(tree, head):
        who = tree.actor_at.get(index)
        if (who is not None and who.kind == "armed_group") or tree.tokens[index].lemma in lexicon.words["blamed"]:
            return True
        if index != head and tree.tokens[index].dep in ("pobj", "compound") and is_perpetrator(tree, index, lexicon):
            return True
    return False


def _is_raid(tree: Tree, act: Act, hit: Sequence[int], words: set[str], lexicon: Lexicon) -> bool:
    """Tell whether forces raid or search a place, and harm nobody but each other."""
    if any(not p.perpetrator and not is_force(tree, p.head) for p in act.harmed):
        return False
    people = any(tree.tokens[i].lemma in lexicon.words["unarmed"] for i in hit)
    return bool(words & lexicon.words["raiding"]) and not people


def is_violent(tree: Tree, act: Act, agents: Sequence[int], readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Tell whether the words themselves speak of violence by somebody: a blast or a death alone does not."""
    if any(reading.field in _TELLING for reading in readings):
        return True
    words = {key(tree, index) for index in act.words} | {compound(tree, index) for index in act.words}
    deliberate = words - lexicon.words["accidental"]
    if deliberate & (set(lexicon.attack_verbs) | set(lexicon.attack_nouns) | lexicon.words["murderous"]):
        return True
    if _words(tree, act) & lexicon.words["turmoil"]:
        return True
    if any(fired_type(tree, i, lexicon) is not None or runs_into(tree, i, lexicon) for i in act.strikes):
        return True
    if words & lexicon.words["clashing"] and any(is_crowd(tree, i, lexicon) for i in _sides(tree, act, agents)):
        return True
    return any(is_force(tree, i) or is_state_side(tree, i) or _is_weapon(tree, i, lexicon) for i in agents)


def _sides(tree: Tree, act: Act, agents: Sequence[int]) -> tuple[int, ...]:
    """Return who is told to clash: who acts, and those "between" or "with" whom it is."""
    near = [noun for word in act.strikes for noun in after(tree, word, "between", "with", "among", "by")]
    return tuple(i for noun in (*agents, *near) for i in conjuncts(tree, noun))


def _is_weapon(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether what does the harm can be nothing but a weapon: a mine that kills, a booby-trapped car."""
    token = tree.tokens[head]
    near = {tree.tokens[i].lemma for child in tree.below[head] for i in (child, *tree.below[child])}
    return token.lemma in ("mine", "landmine") or bool(near & lexicon.words["laden"])
