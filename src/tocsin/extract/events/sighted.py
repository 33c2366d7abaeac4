"""Attackers told apart from their deed: "the gunmen fled", "two men in uniform got out of a car", "the driver jumped".

A noun for attackers that points back is enough. Of anybody else a verb has to say that they got away, or came armed,
disguised or masked; who drove what blew up is told by jumping from it or by setting it off.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.extract.grammar.parts import is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Token

_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "agent"})
_AWAY = frozenset({"away", "off", "out"})


@dataclass(frozen=True, slots=True)
class Sight:
    """A noun that means attackers, and the sentences of the attack nearest by that it can belong to, best first.

    Whoever comes does so before the deed is told, whoever flees after it; a noun that points back may be of any deed
    told before.
    """

    noun: Token
    near: tuple[int, ...] | None


def sighted(tree: Tree, lexicon: Lexicon) -> Iterator[Sight]:
    """Yield the nouns that mean the attackers, in the order of the text."""
    for token in tree.tokens:
        if tree.page.page.sentences[token.sentence].headline or children(tree, token.head, "attr"):
            continue  # a title, or who somebody says that the attacker was
        here = token.sentence
        if _points_back(tree, token, lexicon):
            yield Sight(token, None)
        elif (verbs := _deeds(tree, token)) and _has_fled(tree, token, verbs, lexicon):
            yield Sight(token, (here, here - 1, here - 2))
        elif verbs and _has_come(tree, token, verbs, lexicon):
            yield Sight(token, (here, here + 1, here - 1))


def _points_back(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a noun for attackers points back ("the gunmen", "her killer")."""
    if token.lemma not in lexicon.words["culprits_by_deed"] or token.dep not in _PARTS:
        return False
    pointing = [tree.tokens[i] for i in children(tree, token.index, "det", "poss")]
    return any(t.text.lower() in ("the", "his", "her", "their") for t in pointing)


def _deeds(tree: Tree, token: Token) -> tuple[int, ...]:
    """Return what a noun for people who are nobody's force is told to do."""
    owned = children(tree, token.index, "poss")
    if token.dep != "nsubj" or token.pos != "NOUN" or owned or is_force(tree, token.index):
        return ()
    return conjuncts(tree, token.head)


def _has_fled(tree: Tree, token: Token, verbs: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Tell whether somebody got away, or made a charge go off that he drove."""
    if lexicon.has("steersmen", token.lemma):
        return any(_sets_off(tree, verb, lexicon) for verb in verbs)
    anybody = lexicon.has("loners", token.lemma) or lexicon.has("culprits_by_deed", token.lemma)
    return anybody and any(_flees(tree, verb, lexicon) for verb in verbs)


def _has_come(tree: Tree, token: Token, verbs: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Tell whether attackers, or people armed or in disguise, came upon a place."""
    if not any(lexicon.has("coming_verbs", tree.tokens[verb].lemma) for verb in verbs):
        return False
    disguised = lexicon.has("loners", token.lemma) and _is_disguised(tree, token.index, verbs, lexicon)
    return disguised or is_perpetrator(tree, token.index, lexicon)


def _flees(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb says that somebody got away, from no violence told with it."""
    lemma = tree.tokens[verb].lemma
    off = any(tree.tokens[i].text.lower() in _AWAY for i in children(tree, verb, "prt", "advmod"))
    if not lexicon.has("fleeing_verbs", lemma) and not (off and lexicon.has("speeding_verbs", lemma)):
        return False
    sources = after(tree, verb, "from", "to") + tuple(children(tree, verb, "dobj"))
    return not any(lexicon.has("dangers", tree.tokens[i].lemma) for i in sources)


def _sets_off(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb says that somebody made a charge go off, or himself."""
    blown = children(tree, verb, "dobj")
    what = [tree.tokens[i] for i in blown]
    own = any(t.lemma in lexicon.words["devices"] | {"charge", "load", "cargo", "explosives"} for t in what)
    reflexive = any(t.text.lower() in ("himself", "herself", "themselves") for t in what)
    return lexicon.has("setting_off", tree.tokens[verb].lemma) and (own or reflexive)


def _is_disguised(tree: Tree, noun: int, verbs: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Tell whether people are told to be in uniform, masked, armed, or mounted."""
    words = lexicon.words["carried"] | lexicon.words["attire"]
    under = (noun, *(prep for verb in verbs for prep in children(tree, verb, "prep")))
    return any(tree.tokens[i].lemma in words for one in under for i in descend(tree, one))
