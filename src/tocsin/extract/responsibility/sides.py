"""Who utters a word of blame and whom it names: subject or agent, object or undergoer, the owner of a hand."""

from tocsin.extract.grammar.parts import has_arms
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, descend, is_passive, subject
from tocsin.extract.voices.uttering import is_said_of, sender
from tocsin.knowledge.lexicon import Lexicon


def is_undergone(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word of blame is said of its subject: a passive, "stood accused", "gunmen believed to be"."""
    return is_passive(tree, at) or is_said_of(tree, at, lexicon)


def utterer(tree: Tree, at: int, lexicon: Lexicon) -> int | None:
    """Return the noun that utters a word of blame or doubt ("officials were quick to point")."""
    if is_undergone(tree, at, lexicon):
        parts = (at, *children(tree, at, "acomp", "oprd", "xcomp"))
        return next((doer for part in parts if (doer := by_agent(tree, part)) is not None), None)
    found = subject(tree, at)
    if found is not None and tree.tokens[found].lemma in lexicon.attack_nouns:
        return None
    if found is not None and tree.tokens[at].dep in ("acl", "relcl") and lexicon.has("works", tree.tokens[found].lemma):
        return sender(tree, found) or found
    if found is not None and tree.tokens[at].dep in ("acl", "advcl") and tree.tokens[found].dep == "pobj":
        return sender(tree, found)
    above = tree.tokens[tree.tokens[at].head]
    if found is None and tree.tokens[at].dep == "xcomp" and above.pos == "ADJ":
        found = subject(tree, above.head)
    return found


def undergoer(tree: Tree, at: int) -> list[int]:
    """Return the nouns of which a passive is said."""
    own = [*children(tree, at, "nsubjpass", "nsubj")]
    if own:
        return own
    token = tree.tokens[at]
    if token.dep in ("acl", "relcl"):
        return [token.head]
    above = subject(tree, at) if token.dep in ("conj", "advcl", "xcomp") else None
    if above is None and token.dep in ("advcl", "acomp", "oprd"):
        above = subject(tree, token.head)
    return [above] if above is not None else []


def objects(tree: Tree, at: int, lexicon: Lexicon) -> list[int]:
    """Return whom a verb is done to, in the active or the passive."""
    return undergoer(tree, at) if is_undergone(tree, at, lexicon) else [*children(tree, at, "dobj")]


def tied(tree: Tree, at: int, *prepositions: str) -> list[int]:
    """Return the nouns that the prepositions tie to a verb, to its object or to its subject in the passive."""
    doer = by_agent(tree, at)
    near = (at, *children(tree, at, "dobj", "nsubjpass"), *((doer,) if doer is not None else ()))
    return [noun for index in near for noun in after(tree, index, *prepositions)]


def at_the_door(tree: Tree, at: int, lexicon: Lexicon) -> list[int]:
    """Return the door or feet at which blame is laid, wherever the parse has tied it."""
    preps = [i for i in descend(tree, at) if tree.tokens[i].lemma == "at" and i > at]
    nouns = [noun for prep in preps for noun in children(tree, prep, "pobj")]
    return [noun for noun in nouns if lexicon.has("stand_ins", tree.tokens[noun].lemma)]


def meant(tree: Tree, heads: list[int], lexicon: Lexicon) -> list[int]:
    """Return the nouns themselves, and for one that stands for its owner the owner ("the hand of X", "X's work")."""
    found: list[int] = []
    for head in heads:
        if head not in tree.actor_at and lexicon.has("stand_ins", tree.tokens[head].lemma):
            found += [*children(tree, head, "poss", "compound", "amod"), *after(tree, head, "of", "by")]
        elif head not in tree.actor_at and tree.tokens[head].lemma in lexicon.attack_nouns:
            owners = [i for i in children(tree, head, "poss", "compound", "amod") if i in tree.actor_at]
            doers = [*owners, *after(tree, head, "by")]
            found += doers or ([head] if has_arms(tree, head) else [])
        else:
            found.append(head)
    return found
