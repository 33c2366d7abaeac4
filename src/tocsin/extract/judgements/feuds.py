"""Two groups that a text sets side by side: rivals, at war, or allies, and where they fight."""

import re
from collections.abc import Iterator, Sequence

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.judgements.ends import End, Tie, last_group
from tocsin.knowledge.ties import Ties
from tocsin.model.page import Sentence
from tocsin.model.record import RelationType
from tocsin.model.text import Span

_RIVAL = re.compile(r"(?i)\b(?:its|the|a|their) (?:\w+ )?rivals?(?: \w+)?,? (?:the )?$")
_OFFSHOOT = re.compile(
    r"(?i)(?: \([^)]*\))?, (?:an?|its|one) (?:\w+ )?(?:offshoot|affiliate|subsidiary|breakaway faction),"
)


def feuds(tree: Tree, sentence: Sentence, inside: Sequence[End], ties: Ties) -> Iterator[Tie]:
    """Read "its rival X", "X, an offshoot,", and "the two have fought each other": the two groups named last."""
    start = sentence.span.start
    for group in (end for end in inside if end.is_group and not end.pronoun):
        cue = _RIVAL.search(tree.text[start : group.span.start])
        other = last_group(tree, start + cue.start(), group.key) if cue else None
        if cue and other is not None:
            yield Tie(group, "hostile_to", End(other.span, other), Span(start + cue.start(), group.span.end))
        part = _OFFSHOOT.match(tree.text, group.span.end)
        whole = last_group(tree, group.span.start, group.key) if part else None
        if part and whole is not None:
            yield Tie(group, "branch_of", End(whole.span, whole), Span(group.span.start, part.end() - 1))
    yield from _pair(tree, sentence, inside, ties.allied, "ally_of")
    yield from _pair(tree, sentence, inside, ties.at_war, "hostile_to")


def _pair(
    tree: Tree, sentence: Sentence, inside: Sequence[End], pattern: re.Pattern[str], relation: RelationType
) -> Iterator[Tie]:
    """Read what is said of two groups at once, and for a feud where they fight."""
    told = pattern.search(tree.text, sentence.span.start, sentence.span.end)
    one = last_group(tree, told.start()) if told else None
    two = last_group(tree, told.start(), one.actor_id or one.name) if told and one else None
    if told is None or one is None or two is None:
        return
    fought = [e for e in inside if relation == "hostile_to" and e.is_place and 0 <= e.span.start - told.end() < 40]
    one, two = sorted((one, two), key=lambda group: group.span)
    span = Span(told.start(), max([told.end(), *(e.span.end for e in fought)]))
    yield Tie(End(one.span, one), relation, End(two.span, two), span)
    for place in fought:
        for who in (one, two):
            yield Tie(End(who.span, who), "active_in", place, span)
