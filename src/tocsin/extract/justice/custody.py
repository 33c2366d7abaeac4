"""Who is taken or held, by the word that says so: arrested, rounded up, in custody, given up, fallen into their hands.

Each reader knows one way of telling it and returns the heads of the phrases for the people. Words that mean more than
arrests ("seized", "held") count only where an authority does it to people, or where it is said how.
"""

from tocsin.extract.grammar.parts import is_force
from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend, is_passive, key, subject
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.subjects import is_held, may_be_held
from tocsin.knowledge.lexicon import Lexicon

_REACH = 9
_CHARGES = frozenset({"suspicion", "connection", "shot", "resistance", "custody", "prison", "incident", "fight"})


def in_custody(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the heads of the phrases for the people whom a word says to be arrested or held."""
    token = tree.tokens[index]
    if token.pos == "NOUN":
        return _named_arrest(tree, index, lexicon)
    if token.pos not in ("VERB", "AUX") or token.dep in ("amod", "compound"):
        return ()
    for reader in (_kept, _taken, _seized, _given_up, _fallen):
        found = reader(tree, index, lexicon)
        if found:
            return found
    return ()


def counted_arrests(tree: Tree, index: int) -> int | None:
    """Return the noun of "made 12 arrests" or "12 arrests were made", which counts people without naming any."""
    token = tree.tokens[index]
    if token.lemma not in ("make", "carry", "lead", "result", "announce", "report"):
        return None
    nouns = (*children(tree, index, "dobj", "nsubjpass"), *after(tree, index, "to", "in"))
    return next((n for n in nouns if tree.tokens[n].text.lower() == "arrests" and not after(tree, n, "of")), None)


def objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return whom a verb acts on, in the passive as well."""
    if not is_passive(tree, verb):
        return children(tree, verb, "dobj")
    token = tree.tokens[verb]
    own = children(tree, verb, "nsubjpass", "nsubj")
    if not own and token.dep in ("acl", "relcl"):
        return (token.head,)
    one = subject(tree, verb)
    return own or ((one,) if one is not None else ())


def _named_arrest(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return whose arrest a noun tells ("the arrests of two suspects", "his capture")."""
    if tree.tokens[index].lemma not in ("arrest", "detention", "detainment", "capture", "apprehension"):
        return ()
    town = after(tree, index, "in", "at", "near")  # "the arrest in Kor of two men", hung on the town by the parser
    heads = (
        *after(tree, index, "of"),
        *children(tree, index, "poss"),
        *(n for t in town for n in after(tree, t, "of")),
    )
    return heads if heads and all(is_held(tree, h, lexicon) for h in heads) else ()


def _kept(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return who is, or whom somebody has, in custody or under arrest."""
    lemma = tree.tokens[index].lemma
    if lemma not in ("be", "remain", "have", "keep"):
        return ()
    nouns = list(after(tree, index, "in", "under"))
    nouns += [n for one in children(tree, index, "dobj") for n in after(tree, one, "in")]
    if not any(tree.tokens[n].lemma in lexicon.words["custody"] for n in nouns):
        return ()
    return children(tree, index, "dobj") if lemma in ("have", "keep") else children(tree, index, "nsubj")


def _taken(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return whom a verb of arrest acts on, "took into custody" and "ended up in detention" among them."""
    lemma = tree.tokens[index].lemma
    kept = lemma in lexicon.words["taking_verbs"] and any(
        tree.tokens[n].lemma in lexicon.words["custody"] for n in after(tree, index, "into", "under", "in")
    )
    if kept or {lemma, key(tree, index)} & lexicon.words["hold_verbs"]:
        heads = (_leader(tree, head, lexicon) for head in objects(tree, index))
        return tuple(head for head in heads if _is_people(tree, head, lexicon))
    return ()


def _leader(tree: Tree, head: int, lexicon: Lexicon) -> int:
    """Return the noun for people behind a group's name that the parser took for the object ("an X of Y leader")."""
    group = tree.actor_at.get(head)
    if group is None or group.kind != "armed_group":
        return head
    after = [t for t in tree.tokens[head + 1 : head + _REACH] if t.sentence == tree.tokens[head].sentence]
    behind = [t for t in after if t.span.start >= group.span.end and t.pos in ("NOUN", "PUNCT", "PROPN", "ADJ")]
    return next((t.index for t in behind if t.lemma in lexicon.words["held_people"]), head)


def _is_people(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether an object of a plain verb of arrest is people, known by their noun or by being counted."""
    if tree.tokens[head].tag in ("WDT", "WP"):
        return True
    counted = any(c in tree.counts_at for c in (head, *tree.below[head]))
    return may_be_held(tree, head, lexicon) or (counted and tree.tokens[head].pos in ("NOUN", "PROPN", "NUM", "ADJ"))


def _seized(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return whom a verb that means more than arrests takes, where it means one here."""
    if tree.tokens[index].lemma not in lexicon.words["seize_verbs"]:
        return ()
    heads = objects(tree, index)
    held = bool(heads) and all(is_held(tree, one, lexicon) for head in heads for one in conjuncts(tree, head))
    suspects = bool(heads) and all(tree.tokens[head].lemma == "suspect" for head in heads)
    return heads if held and (_is_arrest(tree, index) or (suspects and _by_nobody(tree, index))) else ()


def _by_nobody(tree: Tree, verb: int) -> bool:
    """Tell whether it is not said who holds or caught somebody, whom the word for a suspect shows to be arrested."""
    return is_passive(tree, verb) and agent_of(tree, verb) is None


def _is_arrest(tree: Tree, verb: int) -> bool:
    """Tell whether an authority takes people, or it is said over what or how they are taken."""
    lemma = tree.tokens[verb].lemma
    doer = agent_of(tree, verb)
    if doer is not None and (is_force(tree, doer) or tree.label_at.get(doer) in ("GPE", "ORG")):
        return lemma in ("capture", "seize", "catch", "collar") or bool(after(tree, verb, "over", "after", "on", "in"))
    if not is_passive(tree, verb) or doer is not None:
        return False
    if lemma in ("capture", "seize", "collar") or (lemma == "hold" and after(tree, verb, "over")):
        return True
    if lemma == "take" and any(tree.tokens[c].lemma == "alive" for c in tree.below[verb]):
        return True
    return lemma in ("hold", "take") and any(
        tree.tokens[n].lemma in _CHARGES for n in after(tree, verb, "on", "in", "without")
    )


def _given_up(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return who turned himself in; of fighters who lay down their arms it is no arrest."""
    token = tree.tokens[index]
    if token.lemma not in ("turn", "give", "hand", "surrender") or is_passive(tree, index):
        return ()
    word = key(tree, index)
    itself = [n for n in children(tree, index, "dobj") if tree.tokens[n].lemma.endswith(("self", "selves"))]
    if token.lemma != "surrender" and not (itself and word in lexicon.words["giving_up"]):
        return ()
    one = subject(tree, index)
    if one is None:
        return ()
    single = tree.tokens[one].lemma in lexicon.words["single_people"] or tree.tokens[one].pos in ("PROPN", "PRON")
    given = any(tree.tokens[n].lemma in lexicon.words["given_up_to"] for n in after(tree, index, "to", "at"))
    return (one,) if single and (itself or given or tree.tokens[one].lemma == "suspect") else ()


def _fallen(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return who fell into the hands of the police."""
    if tree.tokens[index].lemma != "fall":
        return ()
    hands = [n for n in after(tree, index, "into") if tree.tokens[n].lemma == "hand"]
    theirs = [i for n in hands for i in descend(tree, n)]
    if any(is_force(tree, i) or tree.tokens[i].lemma in lexicon.words["given_up_to"] for i in theirs):
        return children(tree, index, "nsubj")
    return ()
