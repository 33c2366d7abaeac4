"""Threats and publications that the trained reader sees in words that no list has."""

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.hinted import parts, tellers
from tocsin.extract.grammar.parts import actor
from tocsin.extract.grammar.tree import Tree, key
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.threats.menaces import named_targets
from tocsin.extract.threats.publications import dated, told
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, EventKind

_KINDS: tuple[EventKind, ...] = ("threat", "publication")


def seen(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the likeliest threat or publication that the reader sees in a sentence, if it has an issuer."""
    found = [
        (tree.chance(at, kind), kind, at)
        for kind in _KINDS
        for at in tellers(tree, sentence, kind)
        if factuality(tree, at, lexicon) in ("CT+", "PR+") and not _is_listed(tree, at, lexicon)
    ]
    for _, kind, anchor in sorted(found, reverse=True):
        issuer = next((who for head in parts(tree, sentence, "doer", anchor) if (who := actor(tree, head))), None)
        if issuer is None:
            continue
        holder = holder_of(tree, anchor, heard)
        if holder.span is not None and holder.span.meets(issuer.span):
            holder = AUTHOR
        readings = [Reading("issuer", issuer, issuer.span, holder)]
        named = named_targets(tree, parts(tree, sentence, "hit", anchor), lexicon)
        readings += [Reading("targets", target, target.span, holder) for target in named]
        readings += dated(tree, sentence, anchor, heard, holder, lexicon)
        return (told(tree, sentence, kind, anchor, holder, readings, definite=False),)
    return ()


def _is_listed(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a list has the verb, so that rules have looked at who menaces whom, and passed it by."""
    return tree.tokens[at].pos == "VERB" and lexicon.has("menace_verbs", key(tree, at))
