"""Whose outlet an outlet is, where a text calls it "its": that of the group of which the sentence speaks."""

import re
from collections.abc import Iterator, Sequence

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.judgements.ends import End, Tie, last_group
from tocsin.knowledge.ties import Ties
from tocsin.model.page import Sentence
from tocsin.model.text import Span
from tocsin.model.values import Actor

_OUTLET = re.compile(
    r"(?i)\b(?:media|news|agency|radio|television|tv|press|channel|foundation|productions?|magazine)\b"
)
_NAME = re.compile(r"(?:al-)?[A-Z][\w’'-]*(?: (?:al-)?[A-Z][\w’'-]*)*")


def outlets(tree: Tree, sentence: Sentence, inside: Sequence[End], ties: Ties) -> Iterator[Tie]:
    """Read "its outlet Amaq": the owner is the group named last before."""
    start = sentence.span.start
    for outlet in (*inside, *_unknown(tree, sentence, inside, ties)):
        cue = ties.own_outlet.search(tree.text[start : outlet.span.start].replace("\n", " "))
        if cue is None or not outlet.is_outlet or not is_named(outlet):
            continue
        words = Span(start + cue.start(), outlet.span.end)
        speaker, owner = _heralded(tree, sentence, inside, outlet), last_group(tree, start + cue.start())
        if speaker is not None:
            yield Tie(outlet, "media_arm_of", speaker, Span(words.start, speaker.span.end))
        elif owner is not None:
            yield Tie(outlet, "media_arm_of", End(owner.span, owner), words)


def is_named(outlet: End) -> bool:
    """Tell whether an end is an outlet's name, or one that says that it is an outlet."""
    thing = outlet.thing
    return isinstance(thing, Actor) and (thing.kind == "media_outlet" or _OUTLET.search(thing.name) is not None)


def _unknown(tree: Tree, sentence: Sentence, inside: Sequence[End], ties: Ties) -> Iterator[End]:
    """Return the names that only their place behind "its radio station" makes outlets."""
    text = tree.text[: sentence.span.end].replace("\n", " ")
    for cue in ties.named_outlet.finditer(text, sentence.span.start):
        name = _NAME.match(text, cue.end())
        span = Span(*name.span()) if name is not None else None
        if name is None or span is None or any(end.span.meets(span) and end.is_outlet for end in inside):
            continue
        yield End(span, Actor(name[0], None, name[0], "media_outlet", span))


def _heralded(tree: Tree, sentence: Sentence, inside: Sequence[End], outlet: End) -> End | None:
    """Return the group that "in a statement carried by its outlet Amaq, the X said" names only after its outlet."""
    if tree.tokens[sentence.first].tag != "IN":
        return None
    follows = next((e for e in inside if e.is_group and e.span.start >= outlet.span.end), None)
    near = follows is not None and "," in tree.text[outlet.span.end : follows.span.start][-2:]
    return follows if near and follows is not None and not follows.pronoun else None
