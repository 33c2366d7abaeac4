"""What the trained reader sees of a sentence: words that tell an event, and phrases with a part in it."""

from collections.abc import Iterator

from tocsin.extract.grammar.tree import Tree
from tocsin.knowledge.reader import CHANCES, ROLES
from tocsin.model.page import Sentence

_TELLING = frozenset({"VERB", "NOUN", "PROPN"})


def tellers(tree: Tree, sentence: Sentence, kind: str) -> Iterator[int]:
    """Yield the likeliest word of each run of words that tell an event of a kind."""
    run: list[int] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if tree.chance(token.index, kind) >= CHANCES.told:
            run.append(token.index)
        elif run:
            yield _best(tree, run, kind)
            run = []
    if run:
        yield _best(tree, run, kind)


def _best(tree: Tree, run: list[int], kind: str) -> int:
    telling = [i for i in run if tree.tokens[i].pos in _TELLING] or run
    return max(telling, key=lambda i: tree.chance(i, kind))


def parts(tree: Tree, sentence: Sentence, role: str, anchor: int) -> list[int]:
    """Return the heads of the phrases of a sentence that have a role in the event that a word tells."""
    return [
        head_of(tree, run)
        for run in runs(tree, sentence, role)
        if tree.linked(run, anchor)[ROLES.index(role)] >= CHANCES.part
    ]


def runs(tree: Tree, sentence: Sentence, label: str) -> Iterator[list[int]]:
    """Yield the stretches of a sentence that bear a label."""
    run: list[int] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if tree.chance(token.index, label) >= CHANCES.part:
            run.append(token.index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def head_of(tree: Tree, run: list[int]) -> int:
    """Return the word of a phrase that all others stand below: the last noun whose head lies outside."""
    outside = [i for i in run if tree.tokens[i].head not in run or tree.tokens[i].head == i]
    nouns = [i for i in outside if tree.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM")]
    return (nouns or outside or run)[-1]
