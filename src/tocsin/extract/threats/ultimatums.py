"""Orders under threat: hours to leave, "leave or be killed", a warning against doing something.

Only armed groups, captors and sheets without a name give them here; what authorities order is no threat.
"""

import re

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.threats.menacers import STATES, Menace, menacer
from tocsin.extract.threats.menaces import named_targets
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.values import Target

_OR_ELSE = re.compile(
    r"(?i)\b(?:or (?:else|(?:be|get) (?:killed|shot|attacked|targeted|burn\w*|slaughtered|executed|punished|beheaded)|"
    r"(?:face|risk|suffer|expect) (?:\w+ ){0,3}?(?:death|attacks?|consequences|execution|punishment|violence)|"
    r"die\b)|on pain of death|under threat of|unless they|"
    r"(?:will|would) be (?:killed|executed|beheaded|shot|slaughtered))"
)
_FLIGHT = frozenset({"leave", "quit", "vacate", "flee", "evacuate", "abandon", "depart", "withdraw"})
_TIMES = frozenset({"hour", "day", "week", "month", "deadline", "ultimatum", "notice"})
_ORDERS = frozenset({"order", "tell", "warn", "instruct", "command", "ask", "urge", "demand", "force"})


def ultimatums(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> list[Menace]:
    """Return the orders under threat that a sentence tells."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in _ORDERS | {"give", "set", "issue", "announce"}:
            continue
        if factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        targets = _ordered(tree, sentence, token.index, lexicon)
        doer = agent_of(tree, token.index)
        issuer, work = menacer(tree, token.index, doer, lexicon)
        if not targets and not (issuer is not None and _is_to_people(tree, sentence, token.index)):
            continue
        if (issuer is None and work is None) or (issuer is not None and issuer.kind in STATES):
            continue
        found.append(Menace(token.index, issuer, work, tuple(targets), doer))
    return found


def _is_to_people(tree: Tree, sentence: Sentence, verb: int) -> bool:
    """Tell whether no more than "people" are told to obey or be harmed."""
    told = [n for n in children(tree, verb, "dobj", "dative") if tree.tokens[n].lemma == "people"]
    return bool(told) and _OR_ELSE.search(tree.text, tree.tokens[verb].span.start, sentence.span.end) is not None


def _doomed(tree: Tree, verb: int, lexicon: Lexicon) -> list[Target]:
    """Return those for whose death a day is set ("announced a deadline for the execution of three captives")."""
    if not any(tree.tokens[n].lemma in ("deadline", "date", "day") for n in children(tree, verb, "dobj")):
        return []
    deaths = [i for i in descend(tree, verb) if tree.tokens[i].lemma in ("execution", "killing", "beheading", "death")]
    heads = [n for death in deaths for n in after(tree, death, "of")]
    return named_targets(tree, heads, lexicon, heads)


def _ordered(tree: Tree, sentence: Sentence, verb: int, lexicon: Lexicon) -> list[Target]:
    """Return those who are told to go, or to do something or be harmed."""
    token = tree.tokens[verb]
    rest = tree.text[token.span.start : sentence.span.end]
    objects = [n for head in children(tree, verb, "dobj", "dative", "nsubj", "iobj") for n in conjuncts(tree, head)]
    objects += after(tree, verb, "to")
    below = {tree.tokens[i].lemma for i in descend(tree, verb)}
    flight = (
        bool(below & _FLIGHT) or re.search(r"(?i)\bstay (?:away|out)\b|\bstop work\w*|\bgo home\b", rest) is not None
    )
    if doomed := _doomed(tree, verb, lexicon):
        return doomed
    if token.lemma in ("give", "set", "issue", "announce"):
        timed = any(tree.tokens[i].lemma in _TIMES for i in descend(tree, verb))
        if not (timed and (flight or _OR_ELSE.search(rest))):
            return []
        return named_targets(tree, [n for n in objects if n > verb and tree.tokens[n].lemma not in _TIMES], lexicon)
    against = token.lemma == "warn" and any(
        tree.tokens[p].lemma == "against" and children(tree, p, "pcomp") for p in descend(tree, verb)
    )
    if not (against or _OR_ELSE.search(rest) or flight):
        return []
    heads = [n for n in objects if n > verb]
    heads += [n for clause in children(tree, verb, "ccomp", "xcomp") for n in children(tree, clause, "nsubj")]
    return named_targets(tree, heads, lexicon)
