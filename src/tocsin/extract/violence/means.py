"""With what an act was done: weapons, attack types, suicide, and a victim singled out for an office."""

from collections.abc import Sequence

from tocsin.extract.grammar.tree import Tree, children, compound, distance, key
from tocsin.extract.reading import Reading
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
        if told is not None and told != "unknown":
            found.setdefault(told, tree.tokens[index].span)
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
        elif words & lexicon.words["outright"] and not found:
            found.setdefault("armed_assault", tree.tokens[index].span)
    return list(found.items())


def singled_out(readings: Sequence[Reading], lexicon: Lexicon) -> Span | None:
    """Return the words for one office-holder or prominent person that the act singled out."""
    for reading in readings:
        if reading.field != "targets" or reading.value.type not in _SINGLED:
            continue
        if reading.value.count is None or reading.value.count.high == 1:
            words = reading.value.text.lower().split()
            if any(word.strip(",") in lexicon.words["offices"] for word in words):
                return reading.span
    return None


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
