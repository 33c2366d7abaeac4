"""How many like acts are told as one event: "three bombs exploded", "twin suicide bombings", "a second blast"."""

from collections.abc import Sequence

from tocsin.extract.grammar.tree import Tree, agent_of, children, compound, phrase
from tocsin.extract.reading import Reading
from tocsin.extract.slots.counting import count_of, own_count
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Count

_MOST = 100


def repeats(tree: Tree, sentence: Sentence, strikes: Sequence[int], holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return the number of acts that words of attack tell; nothing where they tell of one."""
    for index in strikes:
        found = _count(tree, index, lexicon) or (_ordinal(tree, index) if len(strikes) > 1 else None)
        if found is not None and 2 <= (found.low or 0) <= _MOST and sentence.span.holds(found.span):
            return [Reading("acts", found, found.span, holder)]
    return []


def _count(tree: Tree, index: int, lexicon: Lexicon) -> Count | None:
    """Return how many attacks an attack noun counts, or how many bombs or bombers a verb says went off."""
    if tree.tokens[index].pos in ("NOUN", "PROPN"):
        return _of_noun(tree, index, lexicon)
    doer = agent_of(tree, index)
    return None if doer is None or not _goes_off(tree, doer, lexicon) else _of_noun(tree, doer, lexicon)


def _goes_off(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    words = {tree.tokens[noun].lemma, compound(tree, noun)}
    return bool(words & (lexicon.words["going_off"] | lexicon.words["bombers"]))


def _ordinal(tree: Tree, index: int) -> Count | None:
    """Return two for "a second blast" that is told beside the first."""
    if not any(tree.tokens[child].lemma == "second" for child in children(tree, index, "amod")):
        return None
    words = phrase(tree, index)
    return Count(2, 2, "exact", words.of(tree.text), words)


def _of_noun(tree: Tree, noun: int, lexicon: Lexicon) -> Count | None:
    pair = next(
        (
            child
            for child in children(tree, noun, "amod", "compound", "nmod")
            if lexicon.has("pair_words", tree.tokens[child].lemma)
        ),
        None,
    )
    if pair is not None:
        span = Span(tree.tokens[pair].span.start, tree.tokens[noun].span.end)
        return Count(2, 2, "exact", span.of(tree.text), span)
    return count_of(tree, noun) if own_count(tree, noun) is not None else None
