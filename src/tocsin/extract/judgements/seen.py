"""Clauses in which the trained reader sees a judgement, by no cue of any list."""

from collections.abc import Iterator

from tocsin.extract.grammar.tree import Tree
from tocsin.knowledge.reader import CHANCES, JUDGEMENTS
from tocsin.model.page import Sentence
from tocsin.model.record import AssessmentType
from tocsin.model.text import Span

_GAP = 2  # words within a clause of which the reader is not sure
_SHORTEST = 3  # words


def seen(tree: Tree, sentence: Sentence) -> Iterator[tuple[AssessmentType, Span]]:
    """Yield the type and the words of each stretch of a sentence that the reader takes for a judgement."""
    run: list[int] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if tree.chance(token.index, *JUDGEMENTS) < CHANCES.judged:
            continue
        if run and token.index - run[-1] > _GAP + 1:
            yield from _judged(tree, run)
            run = []
        run.append(token.index)
    yield from _judged(tree, run)


def _judged(tree: Tree, run: list[int]) -> Iterator[tuple[AssessmentType, Span]]:
    if len(run) < _SHORTEST:
        return
    best: AssessmentType = max(JUDGEMENTS, key=lambda kind: sum(tree.chance(i, kind) for i in run))
    yield best, Span(tree.tokens[run[0]].span.start, tree.tokens[run[-1]].span.end)
