"""Threats and publications that the trained reader sees in words that no list has."""

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.hinted import parts, tellers
from tocsin.extract.grammar.parts import actor
from tocsin.extract.grammar.tree import Tree, key, phrase
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.threats.menaces import named_targets
from tocsin.extract.threats.publications import dated, told
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, EventKind
from tocsin.model.values import Actor

_KINDS: tuple[EventKind, ...] = ("threat", "publication")


def seen(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the likeliest threat or publication that the reader sees in a sentence, if it has an issuer.

    A threat of which it is sure needs none where it tells who is menaced.
    """
    found = [
        (tree.chance(at, kind), kind, at)
        for kind in _KINDS
        for at in tellers(tree, sentence, kind)
        if factuality(tree, at, lexicon) in ("CT+", "PR+")
    ]
    for chance, kind, anchor in sorted(found, reverse=True):
        sure = chance >= CHANCES.sure
        if _is_listed(tree, anchor, lexicon) and not sure:
            continue
        issuer = _issuer(tree, parts(tree, sentence, "doer", anchor))
        menaced = parts(tree, sentence, "hit", anchor)
        if issuer is None and not (sure and kind == "threat" and menaced):
            continue
        holder = holder_of(tree, anchor, heard)
        if issuer is not None and holder.span is not None and holder.span.meets(issuer.span):
            holder = AUTHOR
        readings = [] if issuer is None else [Reading("issuer", issuer, issuer.span, holder)]
        named = named_targets(tree, menaced, lexicon)
        readings += [Reading("targets", target, target.span, holder) for target in named]
        readings += dated(tree, sentence, anchor, heard, holder, lexicon)
        return (told(tree, sentence, kind, anchor, holder, readings, definite=False),)
    return ()


def _issuer(tree: Tree, heads: list[int]) -> Actor | None:
    """Return the first of some phrases that names an actor, else the first noun as somebody unknown."""
    named = next((who for head in heads if (who := actor(tree, head))), None)
    nouns = (phrase(tree, head) for head in heads if tree.tokens[head].pos in ("NOUN", "PROPN"))
    span = next(nouns, None) if named is None else None
    return named if span is None else Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span)


def _is_listed(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a list has the verb, so that rules have looked at who menaces whom, and passed it by."""
    return tree.tokens[at].pos == "VERB" and lexicon.has("menace_verbs", key(tree, at))
