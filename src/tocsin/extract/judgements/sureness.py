"""How far a holder commits to a judgement: by the hedges of its own clause, and by the verb that frames it."""

from tocsin.extract.grammar.tree import Tree, climb, descend
from tocsin.knowledge.judgements import Judgements
from tocsin.knowledge.wording import Small, small
from tocsin.model.record import AssessmentType, Factuality
from tocsin.model.text import Span

_DENIED: tuple[AssessmentType, ...] = ("capability", "response", "intent", "motive", "exposure")
_HANGING = ("relcl", "acl", "advcl")


def sure(
    tree: Tree, kind: AssessmentType, span: Span, at: tuple[int, int], covered: Small, cues: Judgements
) -> Factuality:
    """Return the factuality of a clause; `at` are its verb and the token of its cue."""
    verb, anchor = at
    if kind == "gap":
        words = small(span.of(tree.text))
        return next((value for value, pattern in cues.gaps.items() if pattern.search(words)), "Uu")  # type: ignore[misc]
    framing = next((i for i in climb(tree, verb) if tree.tokens[i].pos == "VERB"), verb)
    words = small(f"{_own(tree, span, verb, anchor, covered)} {tree.tokens[framing].text}")
    if cues.supposed.search(small(span.of(covered))):
        return "Uu"
    for value, pattern in cues.hedges.items():
        if pattern.search(words):
            return value  # type: ignore[return-value]
    if kind in _DENIED and any(
        tree.tokens[c].dep == "neg" or tree.tokens[c].text == "longer" for c in tree.below[verb]
    ):
        return "CT-"
    return "CT+"


def _own(tree: Tree, span: Span, verb: int, anchor: int, covered: str) -> str:
    """Return a clause's words without those that hang on it and hold no cue, and without "the suspects"."""
    hanging = (
        frozenset(descend(tree, below))
        for below in descend(tree, verb)
        if below != verb and tree.tokens[below].dep in _HANGING
    )
    apart = {index for words in hanging if anchor not in words for index in words}
    return " ".join(
        covered[token.span.start : token.span.end]
        for token in tree.tokens
        if span.holds(token.span)
        and token.index not in apart
        and not (token.lemma == "suspect" and token.pos == "NOUN")
    )
