"""Which verbs report words or findings, and which noun utters them."""

from tocsin.extract.grammar.tree import Tree, after, by_agent, children, climb, is_passive, subject
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Token
from tocsin.model.text import Span

_LEFT = frozenset({"stand", "remain", "find"})
_HEARSAY = frozenset({"report", "say", "allege", "believe", "think", "rumor"})
_SURE = frozenset({"sure", "certain", "convinced", "adamant", "confident"})
_CITING = frozenset({"cite", "quote"})


def reports(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb reports somebody's words or findings ("found that"); "gunmen believed to be" reports none."""
    if _is_sure(tree, token):
        return True
    if token.pos != "VERB" or token.dep in ("amod", "compound") or is_said_of(tree, token.index, lexicon):
        return False
    if token.lemma == "speak" and not after(tree, token.index, "of"):
        return False
    clause_only = lexicon.has("upholding", token.lemma) or lexicon.has("reporting_clause", token.lemma)
    finds = clause_only and bool(children(tree, token.index, "ccomp"))
    return finds or lexicon.has("reporting", token.lemma)


def _is_sure(tree: Tree, token: Token) -> bool:
    """Tell whether a verb says that somebody has no doubt, or is sure, that something is so."""
    if token.lemma == "have":
        doubts = [i for i in children(tree, token.index, "dobj") if tree.tokens[i].lemma == "doubt"]
        return any(tree.tokens[c].lemma in ("no", "little") for i in doubts for c in tree.below[i])
    sure = [i for i in children(tree, token.index, "acomp") if tree.tokens[i].lemma in _SURE]
    return token.lemma == "be" and any(children(tree, i, "ccomp") for i in (token.index, *sure)) and bool(sure)


def speaker(tree: Tree, verb: int, lexicon: Lexicon) -> int | None:
    """Return who utters a reporting verb: its subject, or after a passive who it was said by or quoted."""
    token = tree.tokens[verb]
    if token.dep == "pcomp" and tree.tokens[tree.tokens[token.head].head].lemma in _CITING:
        outer = tree.tokens[token.head].head
        return subject(tree, outer) if is_passive(tree, outer) else next(iter(children(tree, outer, "dobj")), None)
    if is_passive(tree, verb):
        return subject(tree, verb) if token.lemma in _CITING and token.dep != "acl" else by_agent(tree, verb)
    found = next(iter(reversed(children(tree, verb, "nsubj"))), None) or subject(tree, verb)
    if found is None or (token.lemma in _CITING and token.dep == "advcl"):
        return None
    if lexicon.has("works", tree.tokens[found].lemma) and token.dep in ("acl", "relcl"):
        found = sender(tree, found) or found
    return found if can_speak(tree, found, lexicon) else None


def can_speak(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a subject can speak: an attack, a weapon or a body cannot."""
    lemma = tree.tokens[head].lemma
    if lemma in lexicon.attack_nouns or lemma in lexicon.harm_nouns or lemma in ("toll", "number", "incident", "event"):
        return False
    return tree.tokens[head].pos not in ("VERB", "AUX") and tree.tokens[head].dep != "expl"


def is_hearsay(tree: Tree, verb: int) -> bool:
    """Tell whether a passive verb tells what nobody named reports ("were reported")."""
    return is_passive(tree, verb) and tree.tokens[verb].lemma in _HEARSAY and tree.tokens[verb].dep != "acl"


def passive_words(tree: Tree, verb: int) -> Span:
    """Return the words of a passive verb ("was blamed")."""
    starts = [tree.tokens[i].span.start for i in children(tree, verb, "auxpass") if i < verb]
    return Span(min([*starts, tree.tokens[verb].span.start]), tree.tokens[verb].span.end)


def is_said_of(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a participle says what others hold of a noun ("gunmen believed to be from X", "X stood accused")."""
    token = tree.tokens[verb]
    if token.tag not in ("VBN", "VBD") or not lexicon.has("unvoiced", token.lemma) or children(tree, verb, "dobj"):
        return False
    if token.dep in ("advcl", "acomp", "oprd") and tree.tokens[token.head].lemma in _LEFT:
        return True
    return verb + 1 < len(tree.tokens) and tree.tokens[verb + 1].text.lower() == "to"


def sender(tree: Tree, work: int) -> int | None:
    """Return who sends a message or statement ("X posted a message blaming"): the subject of the verb above it."""
    verb = next((i for i in climb(tree, work) if tree.tokens[i].pos == "VERB"), None)
    return subject(tree, verb) if verb is not None and tree.tokens[work].dep in ("dobj", "pobj") else None
