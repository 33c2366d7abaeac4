"""What kind of target a noun phrase names: by its own noun, the words before it, whose it is, or of whom it is made.

A person counts by the role for which the text shows them, a thing by those who use it ("a police bus").
"""

from tocsin.extract.grammar.parts import actor, is_force, target_type
from tocsin.extract.grammar.tree import Tree, after, children, compound
from tocsin.extract.slots.bodies import body_of, convoy_kind
from tocsin.extract.slots.surroundings import by_surroundings
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import TargetType

_PRIVATE: TargetType = "private_citizens_and_property"
_USERS: frozenset[TargetType] = frozenset({"police", "military", "diplomatic", "government"})
_FORCES: frozenset[TargetType] = frozenset({"police", "military"})
_TAUGHT: frozenset[TargetType] = frozenset({"educational_institution", "business"})
_BY_ACTOR: dict[str, TargetType] = {
    "state_force": "military",
    "government": "government",
    "armed_group": "terrorists_and_non_state_militia",
    "organisation": "unknown",
}
_BEFORE = ("compound", "amod", "nmod", "poss")


def kind_of_target(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the GTD target type of a noun phrase; null where its words do not tell."""
    token = tree.tokens[head]
    if lexicon.has("mere_places", token.lemma):
        return None
    if lexicon.has("gathering_nouns", token.lemma) and (made_of := _of(tree, head, lexicon)) is not None:
        return made_of
    if (around := by_surroundings(tree, head, lexicon)) is not None:
        return around
    if (body := body_of(tree, head, lexicon) or convoy_kind(tree, head, lexicon)) is not None:
        return body
    if lexicon.has("attendants", token.lemma) and (attended := _attended(tree, head, lexicon)) is not None:
        return attended
    own = _own(tree, head, lexicon)
    if own is None and _is_used(tree, head, lexicon):
        own = _of(tree, head, lexicon)
    if lexicon.has("carriers", token.lemma) and (carried := _of(tree, head, lexicon)) is not None:
        return carried
    listed = compound(tree, head) != token.lemma and compound(tree, head) in lexicon.targets
    if (own in (None, _PRIVATE) or _is_used(tree, head, lexicon) or token.lemma == "officer") and not listed:
        return _narrowed(tree, head, lexicon) or own or _by_actor(tree, head)
    return own


def _attended(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the type of whom somebody drives, guards or advises ("his bodyguard", "an adviser to the minister").

    Who guards a mine or a bank is a private person.
    """
    for child in children(tree, head, "poss"):
        pronoun = tree.tokens[child].tag == "PRP$"
        found = _master(tree, child, lexicon) if pronoun else _own(tree, child, lexicon)
        return found if found in _USERS else None
    for noun in after(tree, head, "to", "of", "for", "at"):
        found = kind_of_target(tree, noun, lexicon)
        if found in _USERS:
            return found
        if found is not None and tree.tokens[head].lemma == "guard":
            return _PRIVATE
    return None


def _master(tree: Tree, pronoun: int, lexicon: Lexicon) -> TargetType | None:
    """Return the type of the office-holder told of last before "his" or "her", in its sentence or the one before."""
    here = tree.tokens[pronoun].sentence
    for token in reversed(tree.tokens[:pronoun]):
        if here - token.sentence > 1:
            return None
        if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "appos") or token.tag not in ("NN", "NNP"):
            continue
        found = _own(tree, token.index, lexicon)
        if is_person_noun(tree, token.index, lexicon) or lexicon.has("offices", token.lemma):
            return found
    return None


def is_person_noun(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun names people."""
    lemma = tree.tokens[head].lemma
    return lexicon.has("persons", lemma) or lemma.endswith(("man", "men", "woman", "women", "person", "people"))


def _own(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the type of the noun itself; "Hotel Ambassador" is a hotel, and "an ambassador" a diplomat."""
    token = tree.tokens[head]
    if token.pos == "PROPN":
        for child in children(tree, head, "compound", "nmod"):
            if lexicon.has("site_names", tree.tokens[child].lemma.lower()) and tree.tokens[child].pos == "PROPN":
                return target_type(tree, child, lexicon)
        lowered = lexicon.targets.get(token.lemma.lower())
        return target_type(tree, head, lexicon) or lowered  # type: ignore[return-value]
    return target_type(tree, head, lexicon)


def _is_used(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is a thing or body that takes its kind from its users ("a police academy", "an army bus")."""
    words = {tree.tokens[head].lemma, compound(tree, head)}
    return bool(words & (lexicon.words["things_used"] | lexicon.words["carriers"]))


def _narrowed(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the type of the nearest word before a noun that tells it, or of its owner."""
    used = _is_used(tree, head, lexicon)
    own = _own(tree, head, lexicon)
    for child in reversed(tree.below[head]):
        if child >= head or tree.tokens[child].dep not in _BEFORE:
            continue
        if tree.tokens[child].dep == "poss" and is_person_noun(tree, head, lexicon):
            continue
        if used and own in _FORCES and tree.tokens[child].lemma == "civilian":
            return _PRIVATE
        found = _owner(tree, child, lexicon) if tree.tokens[child].tag == "PRP$" else _modifier(tree, child, lexicon)
        if found in (None, _PRIVATE, "terrorists_and_non_state_militia"):
            continue
        users = _FORCES if own in _TAUGHT else _USERS
        if own in (None, _PRIVATE) or (used and found in users) or tree.tokens[head].lemma == "officer":
            return found
    members = _of(tree, head, lexicon) if used or lexicon.has("member_nouns", tree.tokens[head].lemma) else None
    if used and members not in _USERS:
        return None
    return members if own in (None, _PRIVATE) else None


def _modifier(tree: Tree, child: int, lexicon: Lexicon) -> TargetType | None:
    found = tree.actor_at.get(child)
    if found is not None and found.kind == "state_force":
        return "police" if "polic" in found.name.lower() else "military"
    return target_type(tree, child, lexicon)


def _owner(tree: Tree, pronoun: int, lexicon: Lexicon) -> TargetType | None:
    """Return the type of those whom "their" means: the people in the subject before, where they are of the forces."""
    before = [t.index for t in tree.tokens[:pronoun] if t.sentence == tree.tokens[pronoun].sentence]
    for index in reversed(before):
        people = is_person_noun(tree, index, lexicon) or is_force(tree, index)
        if tree.tokens[index].dep in ("nsubj", "nsubjpass", "dobj") and people:
            found = _own(tree, index, lexicon)
            return found if found in _USERS else None
    return None


def _of(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the type of what a phrase is made of or belongs to ("a convoy of lorries", "a member of the police")."""
    for noun in after(tree, head, "of", "from", "carrying"):
        found = kind_of_target(tree, noun, lexicon)
        if found is not None:
            return found
    return None


def _by_actor(tree: Tree, head: int) -> TargetType | None:
    found = actor(tree, head)
    if found is None:
        return None
    if found.kind == "state_force" and "polic" in found.name.lower():
        return "police"
    return _BY_ACTOR.get(found.kind)
