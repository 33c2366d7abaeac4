"""Seizures: arms that forces find in a search, which is an operation though nobody is taken and no shot falls.

A gun that police pick up where somebody was shot is evidence and no operation; a bomb that somebody laid is a plot.
"""

from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, children, compound, conjuncts, descend, is_passive, subject
from tocsin.extract.justice.authorities import acts_for_state, authority, own_report
from tocsin.extract.justice.proceedings import frame
from tocsin.extract.justice.ties import at_home, tied
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.values import Weapon

_ARMS = frozenset({"firearms", "explosives"})


def seizures(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the first search of a sentence in which forces found arms."""
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in lexicon.words["seizing_verbs"]:
            continue
        arms = [i for head in _found(tree, token.index) for i in conjuncts(tree, head) if _is_arms(tree, i, lexicon)]
        if not arms or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        doer = agent_of(tree, token.index)
        if doer is not None and (armed_group(tree, doer) is not None or not acts_for_state(tree, doer, lexicon)):
            continue
        searched = _is_in_search(tree, sentence, token.index, lexicon)
        if not (searched or _is_store(tree, arms, lexicon)):
            continue
        if not (tied(tree, sentence, lexicon) or at_home(tree, sentence, lexicon)):
            continue
        return (_seizure(tree, sentence, token.index, heard, lexicon),)
    return ()


def _seizure(tree: Tree, sentence: Sentence, anchor: int, heard: Voices, lexicon: Lexicon) -> Frame:
    """Return the operation; one without a day or place of its own only adds to what is told elsewhere."""
    holder = holder_of(tree, anchor, heard)
    readings = [*(authority(tree, anchor, holder, heard, lexicon) or own_report(tree, holder))]
    for weapon in tree.page.page.weapons:
        if sentence.span.holds(weapon.span):
            value = Weapon(weapon.span.of(tree.text), weapon.type, weapon.span)
            readings.append(Reading("weapons", value, weapon.span, holder))
    own = frame(tree, sentence, "operation", anchor, heard, holder, readings, lexicon)
    return replace(own, founds=own.date is not None or own.place is not None)


def _found(tree: Tree, verb: int) -> tuple[int, ...]:
    if not is_passive(tree, verb):
        return children(tree, verb, "dobj")
    one = subject(tree, verb)
    return children(tree, verb, "nsubjpass") or ((one,) if one is not None else ())


def _is_arms(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is arms, or a store of them ("a cache of rifles", "an arms cache")."""
    token = tree.tokens[head]
    if {token.lemma, compound(tree, head)} & lexicon.words["arms"]:
        return True
    if any(w.type in _ARMS and w.span.meets(token.span) for w in tree.page.page.weapons):
        return True
    inner = {tree.tokens[i].lemma for i in descend(tree, head)}
    return token.lemma in lexicon.words["stores"] and bool(inner & lexicon.words["arms"])


def _is_store(tree: Tree, arms: list[int], lexicon: Lexicon) -> bool:
    """Tell whether what is found is a hidden store, which nobody finds without a search."""
    return any(tree.tokens[i].lemma in lexicon.words["stores"] for i in arms)


def _is_in_search(tree: Tree, sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether the sentence tells of a search or raid beside the find."""
    near = [t for t in tree.tokens[sentence.first : sentence.last] if t.index != verb]
    return any(
        (t.pos == "VERB" and t.lemma in lexicon.words["raid_verbs"])
        or (t.pos == "NOUN" and t.lemma in lexicon.words["search_nouns"])
        for t in near
    )
