"""What the words around a noun say of its kind where the noun alone would mislead: at sea, on a bus, in a force."""

from tocsin.extract.grammar.tree import Tree, after, compound
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Token
from tocsin.model.values import TargetType


def by_surroundings(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the type that the sentence or the text gives a noun; null where the noun's own stands."""
    lemma = tree.tokens[head].lemma
    if lexicon.has("riders", lemma) and _rides(tree, head, lexicon):
        return "transportation"
    if lemma == "camp" and any(_is_displaced(tree, noun) for noun in after(tree, head, "for")):
        return "other"
    if lexicon.has("trainees", lemma) and _trains_police(tree, head):
        return "police"
    if lemma == "tanker" and compound(tree, head) == lemma and not _is_at_sea(tree, lexicon):
        return "transportation"
    if lexicon.has("seamen", lemma) and _is_aboard(tree, head, lexicon):
        return "maritime"
    return "military" if lexicon.has("posts", lemma) and _is_held_by_army(tree, head, lexicon) else None


def _beside(tree: Tree, head: int) -> list[Token]:
    """Return the nouns of the noun's sentence."""
    sentence = tree.tokens[head].sentence
    return [t for t in tree.tokens if t.sentence == sentence and t.pos in ("NOUN", "PROPN") and t.index != head]


def _is_displaced(tree: Tree, noun: int) -> bool:
    return bool({tree.tokens[i].lemma for i in (noun, *tree.below[noun])} & {"displace", "displaced", "refugee"})


def _trains_police(tree: Tree, head: int) -> bool:
    """Tell whether the sentence speaks of the police, whose cadets or recruits are then meant."""
    return any(t.lemma == "police" and t.dep == "compound" for t in _beside(tree, head))


def _rides(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a bus, a train or the like in the sentence is what a passenger was on."""
    return any(
        t.pos == "NOUN" and lexicon.targets.get(t.lemma) == "transportation"
        for t in _beside(tree, head)
        if t.lemma not in ("road", "highway", "bridge", "motorway", "track")
    )


def _is_at_sea(tree: Tree, lexicon: Lexicon) -> bool:
    """Tell whether a text speaks of the sea or of ships."""
    return any(lexicon.has("waters", token.text.lower().rstrip("s")) for token in tree.tokens)


def _is_aboard(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether the sentence names a merchant ship, on which a sailor then serves."""
    return any(lexicon.targets.get(compound(tree, t.index)) == "maritime" for t in _beside(tree, head))


def _is_held_by_army(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether the sentence speaks of soldiers and of no police, but for those who report."""
    acting = [t for t in _beside(tree, head) if not _reports(tree, t, lexicon)]
    kinds = {lexicon.targets.get(t.lemma) for t in acting}
    return "military" in kinds and "police" not in kinds


def _reports(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    return token.dep == "nsubj" and lexicon.has("reporting", tree.tokens[token.head].lemma)
