"""With what an act was done: weapons, attack types, suicide, and a victim singled out for an office."""

from collections.abc import Mapping, Sequence

from tocsin.extract.grammar.tree import Tree, agent_of, children, compound, conjuncts, distance, key
from tocsin.extract.reading import Reading
from tocsin.extract.slots.roles import kind_of_target
from tocsin.extract.slots.scene import token_in
from tocsin.extract.violence.acts import Act
from tocsin.extract.violence.strikes import strike_type
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AttackType, Holder
from tocsin.model.text import Span
from tocsin.model.values import Weapon

_WEAPON_TYPES: dict[str, AttackType] = {
    "explosives": "bombing",
    "firearms": "armed_assault",
    "melee": "armed_assault",
    "incendiary": "arson",
    "vehicle": "armed_assault",
}
_SINGLED = frozenset(
    {"government", "diplomatic", "journalists_and_media", "religious_figures_and_institutions", "military", "police"}
)


def weapons(tree: Tree, sentence: Sentence, anchor: int, rivals: Sequence[int], holder: Holder) -> list[Reading]:
    """Return the weapons of the sentence that belong to the act told at `anchor`."""
    return [
        Reading("weapons", Weapon(found.span.of(tree.text), found.type, found.span), found.span, holder)
        for found in tree.page.page.weapons
        if sentence.span.holds(found.span) and _belongs(tree, sentence, found.span, anchor, rivals)
    ]


def _belongs(tree: Tree, sentence: Sentence, span: Span, anchor: int, rivals: Sequence[int]) -> bool:
    at = token_in(tree, sentence, span)
    return at is not None and all(distance(tree, at, anchor) <= distance(tree, at, rival) for rival in rivals)


def attack_types(
    tree: Tree, act: Act, agents: Sequence[int], readings: Sequence[Reading], lexicon: Lexicon
) -> list[tuple[AttackType, Span]]:
    """Return the attack types with the words that tell them; weapons and "gunmen" tell where the verb does not."""
    found: dict[AttackType, Span] = {}
    for index in act.strikes:
        told = strike_type(tree, index, lexicon)
        if told == "unknown" and _meets_mine(tree, index, lexicon):
            told = "bombing"
        if tree.tokens[index].lemma in lexicon.words["driving"] and _is_bombed(tree, agents, readings, lexicon):
            told = "bombing"
        if told is not None and told != "unknown" and not _is_launch(tree, index, lexicon):
            found.setdefault(told, tree.tokens[index].span)
    if any(_is_robbery(tree, index, lexicon) for index in act.strikes):
        found.pop("kidnapping", None)
        found.setdefault("robbery", tree.tokens[act.strikes[0]].span)
    if (aim := _installation(act, readings, lexicon)) is not None:
        found.setdefault("infrastructure", aim)
    for patient in act.harmed:
        if patient.harm == "abducted":
            found.setdefault("kidnapping", tree.tokens[patient.trigger].span)
    for reading in readings:
        if reading.field == "weapons" and reading.value.type in _WEAPON_TYPES:
            told = _WEAPON_TYPES[reading.value.type]
            if not (told == "armed_assault" and "bombing" in found and reading.value.type == "vehicle"):
                found.setdefault(told, reading.span)
    for index in agents:
        words = {tree.tokens[index].lemma, compound(tree, index)}
        if words & lexicon.words["bombers"]:
            found.setdefault("bombing", tree.tokens[index].span)
        elif words & lexicon.words["outright"] and _is_shot(act, found):
            found.setdefault("armed_assault", tree.tokens[index].span)
    return list(found.items())


def _is_launch(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of firing has a missile or shell as its object, so that the weapon tells the type."""
    if tree.tokens[index].lemma not in lexicon.words["sending"]:
        return False
    doer = agent_of(tree, index)
    if doer is not None and tree.tokens[doer].lemma in lexicon.words["machines"]:
        return True
    own = children(tree, index, "dobj", "nsubjpass")
    if not own and tree.tokens[index].dep == "acl":  # "shells fired by the rebels"
        own = (tree.tokens[index].head,)
    sent = [i for noun in own for i in conjuncts(tree, noun)]
    return any({tree.tokens[i].lemma, compound(tree, i)} & lexicon.words["shells"] for i in sent)


def _is_bombed(tree: Tree, agents: Sequence[int], readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Tell whether what is driven into something blows up: a bomber drives it, or explosives are named."""
    bomber = any({tree.tokens[i].lemma, compound(tree, i)} & lexicon.words["bombers"] for i in agents)
    return bomber or any(r.field == "weapons" and r.value.type == "explosives" for r in readings)


def _is_shot(act: Act, found: Mapping[AttackType, Span]) -> bool:
    """Tell whether gunmen shot, for want of another type, or of one that would tell of what they killed with."""
    killed = any(patient.harm == "killed" and not patient.perpetrator for patient in act.harmed)
    return not found or (killed and set(found) <= {"arson", "kidnapping", "robbery"})


def _meets_mine(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody struck or hit what then goes off ("the patrol struck an improvised device")."""
    hit = children(tree, index, "dobj")
    return any({tree.tokens[i].lemma, compound(tree, i)} & lexicon.words["going_off"] for i in hit)


def _is_robbery(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether what is carried off is goods and not people."""
    if key(tree, index) not in lexicon.words["carrying_off"]:
        return False
    taken = children(tree, index, "dobj")
    return bool(taken) and all(tree.tokens[i].pos == "NOUN" and kind_of_target(tree, i, lexicon) is None for i in taken)


def _installation(act: Act, readings: Sequence[Reading], lexicon: Lexicon) -> Span | None:
    """Return the works that an act aimed at, where nobody came to harm."""
    if any(patient.count is None or patient.count.high != 0 for patient in act.harmed):
        return None
    hit = [r for r in readings if r.field == "targets"]
    if len(hit) != 1 or hit[0].value.effect in ("killed", "wounded", "abducted"):
        return None
    words = hit[0].value.text.lower().split()
    return hit[0].span if words and words[-1].rstrip("s") in lexicon.words["installations"] else None


def singled_out(readings: Sequence[Reading], lexicon: Lexicon) -> Span | None:
    """Return the words for one office-holder or prominent person that the act singled out."""
    first = next((reading for reading in readings if reading.field == "targets"), None)
    if first is None or (first.value.count is not None and first.value.count.high != 1):
        return None
    words = {word.strip(",.").lower() for word in first.value.text.split(" of ")[0].split()}
    office = first.value.type in _SINGLED and words & lexicon.words["offices"]
    return first.span if office or _is_chief(words) else None


def _is_chief(words: set[str]) -> bool:
    return bool(words & {"head", "headman", "elder"}) and bool(
        words & {"village", "tribal", "district", "clan", "state"}
    )


def by_suicide(tree: Tree, act: Act, agents: Sequence[int]) -> Span | None:
    """Return the words that say the attacker meant to die."""
    for index in (*act.words, *agents, *(p.head for p in act.harmed)):
        for near in (index, *children(tree, index, "compound", "amod")):
            if tree.tokens[near].lemma == "suicide":
                return Span(
                    min(tree.tokens[near].span.start, tree.tokens[index].span.start), tree.tokens[index].span.end
                )
        if key(tree, index) == "blow_up" and any(
            tree.tokens[child].lemma in ("himself", "herself", "themselves")
            or tree.tokens[child].text.lower().endswith("self")
            for child in tree.below[index]
        ):
            return tree.tokens[index].span
    return None
