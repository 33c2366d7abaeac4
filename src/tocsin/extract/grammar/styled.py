"""Groups that no list knows, by the name beside what they are: "a group calling itself the X", "its rival, the X"."""

from dataclasses import replace

from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import Tree, children, descend, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Actor, ActorKind

SIDES: frozenset[ActorKind] = frozenset({"armed_group", "state_force", "government"})


def glossed(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return the party whose name stands behind what it is to another ("its rival, the ELN")."""
    if not lexicon.has("standing_to", tree.tokens[head].lemma) or head in tree.actor_at:
        return None
    names = [i for i in children(tree, head, "appos") if i in tree.actor_at or tree.tokens[i].pos == "PROPN"]
    if not names:
        return None
    who = tree.actor_at.get(names[0])
    if who is not None and who.kind in SIDES:
        return who
    return names_beside(tree, head)


def self_styled(tree: Tree, head: int, near: list[Actor], lexicon: Lexicon) -> Actor | None:
    """Return the group that gives itself a name which no list knows ("a group calling itself the X", "a group, X")."""
    kinds = lexicon.words["offshoots"] | lexicon.words["militant_groups"]
    gloss = [i for i in children(tree, head, "appos") if tree.tokens[i].lemma in kinds]
    if gloss and is_name(tree, head) and head not in tree.actor_at:
        span = phrase(tree, head)
        return Actor(span.of(tree.text), None, span.of(tree.text), "armed_group", span)
    if tree.tokens[head].lemma not in lexicon.words["militant_groups"] | lexicon.words["groups"]:
        found = tree.actor_at.get(head)
        gloss = [i for i in children(tree, head, "appos") if tree.tokens[i].lemma in lexicon.words["militant_groups"]]
        if found is not None and found.kind in ("organisation", "unknown") and gloss:
            return replace(found, kind="armed_group")
        return None
    known = next((who for who in near if who.kind in ("organisation", "unknown")), None)
    if known is not None:
        return replace(known, kind="armed_group")
    if (beside := names_beside(tree, head)) is not None:
        return beside
    for call in children(tree, head, "acl", "relcl"):
        if tree.tokens[call].lemma in ("call", "know", "name", "sign", "style", "dub"):
            names = [i for i in descend(tree, call) if tree.tokens[i].pos == "PROPN"]
            if names:
                top = next((i for i in names if tree.tokens[i].head not in names), names[0])
                span = phrase(tree, top)
                return Actor(span.of(tree.text), None, span.of(tree.text), "armed_group", span)
    return None


def names_beside(tree: Tree, head: int) -> Actor | None:
    """Return the group whose name stands behind what it is ("a group, the X")."""
    names = [i for i in children(tree, head, "appos") if tree.tokens[i].pos == "PROPN" and not is_person(tree, i)]
    span = phrase(tree, names[0]) if names else None
    return Actor(span.of(tree.text), None, span.of(tree.text), "armed_group", span) if span is not None else None


def is_name(tree: Tree, head: int) -> bool:
    """Tell whether a noun is a name, or is part of one ("the Jaime Martinez front")."""
    near = [tree.tokens[c] for c in children(tree, head, "compound", "nmod")]
    return tree.tokens[head].pos == "PROPN" or any(t.pos == "PROPN" and t.index not in tree.actor_at for t in near)
