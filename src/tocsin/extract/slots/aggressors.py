"""Whether somebody harmed had done violence first ("a man who stabbed two", "stabbed two and was shot dead")."""

from collections.abc import Iterator, Sequence

from tocsin.extract.grammar.parts import is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, compound, is_passive, key, subject
from tocsin.knowledge.lexicon import Lexicon

_DOERS = frozenset({"nsubj", "nsubjpass"})


def struck_first(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether words say that somebody did violence first ("who stabbed three", "stabbed two and was shot")."""
    nouns = (head, *after(tree, head, "of"))
    beside = [i for noun in nouns for i in children(tree, noun, "relcl", "acl")]
    clauses = [i for i in beside if not _is_undergone(tree, i, lexicon)]
    doer = agent_of(tree, trigger)
    shot = doer is not None and is_force(tree, doer)  # "police shot a man dead after a knife attack"
    clauses += [i for i in after(tree, trigger, "after") if shot or tree.tokens[i].pos == "VERB"]
    clauses += [i for i in children(tree, trigger, "advcl") if _goes_before(tree, i)]
    verb = trigger
    while tree.tokens[verb].dep == "conj":
        verb = tree.tokens[verb].head
        if subject(tree, verb) == head:
            clauses.append(verb)
    told = [verb for clause in clauses for verb in _told_in(tree, clause, lexicon)]
    return any(_strikes_out(tree, verb, lexicon) and _is_by(tree, verb, nouns) for verb in told)


def is_fellow(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether a bare number in a row goes on from attackers ("two attackers fled and the third was shot")."""
    verb = tree.tokens[trigger]
    if not lexicon.has("ordinals", tree.tokens[head].text.lower()) or tree.tokens[head].dep not in _DOERS:
        return False
    before = subject(tree, verb.head) if verb.dep == "conj" else None
    return before is not None and any(is_perpetrator(tree, i, lexicon) for i in (before, *after(tree, before, "of")))


def _is_undergone(tree: Tree, clause: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says what others did to those whom it is about ("the villagers they attacked")."""
    if lexicon.has("reporting", tree.tokens[clause].lemma):
        return False
    doers = children(tree, clause, "nsubj")
    return tree.tokens[clause].dep == "relcl" and any(tree.tokens[i].tag not in ("WP", "WDT") for i in doers)


def _is_by(tree: Tree, verb: int, nouns: Sequence[int]) -> bool:
    """Tell whether one of some nouns, or what stands for it, is the doer of a verb."""
    doer = subject(tree, verb)
    if doer is None or doer in nouns or tree.tokens[doer].tag in ("WP", "WDT"):
        return True
    many = tree.tokens[nouns[0]].tag in ("NNS", "NNPS", "CD")
    return tree.tokens[doer].text.lower() in (("they",) if many else ("he", "she"))


def _goes_before(tree: Tree, clause: int) -> bool:
    """Tell whether a clause says what those who died had done before ("after he drove into a crowd")."""
    marks = {tree.tokens[i].lemma for i in children(tree, clause, "mark", "advmod")}
    return bool(marks & {"after", "when", "while", "as"})


def _told_in(tree: Tree, verb: int, lexicon: Lexicon) -> Iterator[int]:
    """Yield a verb and what it says was tried or told ("who police said attempted to stab")."""
    yield verb
    token = tree.tokens[verb]
    if lexicon.has("trying", token.lemma) or lexicon.has("reporting", token.lemma):
        for inner in children(tree, verb, "xcomp", "ccomp"):
            yield from _told_in(tree, inner, lexicon)


def _strikes_out(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb is one of attack, or of carrying out an attack."""
    if is_passive(tree, verb):
        return False
    if {tree.tokens[verb].lemma, key(tree, verb)} & lexicon.attack_verbs.keys():
        return True
    return tree.tokens[verb].lemma in lexicon.words["conduct"] and any(
        is_blow(tree, noun, lexicon) for noun in children(tree, verb, "dobj")
    )


def is_blow(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means an attack."""
    return bool({tree.tokens[noun].lemma, compound(tree, noun)} & set(lexicon.attack_nouns))
