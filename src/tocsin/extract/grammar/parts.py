"""Which part somebody plays, by noun and by name: perpetrator, security force, official, expert, witness, victim.

The words decide only what they say: "gunmen" are perpetrators whoever they fight, a named group is an armed group, and
a person's name alone is no part at all.
"""

from tocsin.extract.grammar.tree import Tree, after, children, compound, descend
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Actor, TargetType

_FORCES = frozenset(
    [
        "police",
        "policeman",
        "policewoman",
        "officer",
        "army",
        "military",
        "force",
        "troop",
        "soldier",
        "coalition",
        "marine",
        "commando",
        "guard",
        "navy",
        "gendarme",
        "gendarmerie",
        "ranger",
        "trooper",
        "patrol",
        "battalion",
        "brigade",
        "regiment",
        "unit",
        "airman",
        "sailor",
        "peacekeeper",
    ]
)
_GATHERING = frozenset(
    [
        "group",
        "number",
        "band",
        "gang",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "pair",
        "team",
        "squad",
        "cell",
        "several",
    ]
)


def actor(tree: Tree, head: int) -> Actor | None:
    """Return the actor mention that a noun phrase names: at its head, or before it ("Taliban fighters")."""
    found = tree.actor_at.get(head)
    if found is not None:
        return found
    near = [
        tree.actor_at[index]
        for child in tree.below[head]
        if tree.tokens[child].dep in ("compound", "amod", "nmod", "poss", "appos", "nummod")
        for index in descend(tree, child)
        if index in tree.actor_at
    ]
    named = [mention for mention in near if mention.kind in ("armed_group", "state_force", "government")]
    return next(iter(named or near), None)


def armed_group(tree: Tree, head: int) -> Actor | None:
    """Return the armed group that a noun phrase names, or that the noun belongs to ("members of ISWAP")."""
    found = actor(tree, head)
    if found is not None and found.kind == "armed_group":
        return found
    for prep in tree.below[head]:
        if tree.tokens[prep].dep == "prep" and tree.tokens[prep].lemma in ("of", "from", "with"):
            for noun in tree.below[prep]:
                inner = tree.actor_at.get(noun)
                if inner is not None and inner.kind == "armed_group":
                    return inner
    return None


def is_perpetrator(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun by itself says that somebody used violence ("gunmen", "a suicide bomber", "militants")."""
    return any(
        bool({tree.tokens[noun].lemma, compound(tree, noun)} & lexicon.words["perpetrators"])
        for noun in _members(tree, head)
    )


def _members(tree: Tree, head: int) -> tuple[int, ...]:
    """Return a noun, and those it gathers: "a group of armed insurgents", "dozens of rebels"."""
    if tree.tokens[head].lemma not in _GATHERING and head not in tree.counts_at:
        return (head,)
    return (head, *after(tree, head, "of"))


def is_force(tree: Tree, head: int) -> bool:
    """Tell whether a noun phrase names security forces ("an Afghan and coalition force" by its second noun)."""
    if tree.label_at.get(head) == "NORP" and any(is_force(tree, noun) for noun in children(tree, head, "conj")):
        return True
    found = actor(tree, head)
    if found is not None:
        return found.kind == "state_force"
    return tree.tokens[head].lemma in _FORCES


def is_person(tree: Tree, head: int) -> bool:
    """Tell whether a token is a person's name."""
    return tree.tokens[head].pos == "PROPN" and tree.label_at.get(head) == "PERSON" and head not in tree.actor_at


def is_state(tree: Tree, head: int) -> bool:
    """Tell whether a name is a country's, or a capital's that can stand for it, whatever label it bears."""
    token = tree.tokens[head]
    if token.pos != "PROPN" or head in tree.actor_at:
        return False
    if tree.label_at.get(head) == "GPE":
        return True
    known = ("country",) if tree.label_at.get(head) == "PERSON" else ("country", "settlement")
    return any(
        found.place is not None and found.place.precision in known and found.span.meets(token.span)
        for found in tree.page.places
    )


def target_type(tree: Tree, head: int, lexicon: Lexicon) -> TargetType | None:
    """Return the GTD target type of a noun; null where the word lists do not know it."""
    for word in (compound(tree, head), tree.tokens[head].lemma, tree.tokens[head].text.lower()):
        if word in lexicon.targets:
            return lexicon.targets[word]  # type: ignore[return-value]
    return None
