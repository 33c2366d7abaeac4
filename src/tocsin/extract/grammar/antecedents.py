"""Which actor the text named last before a word, so that "the group", "its fighters" and "they" can stand for it."""

from tocsin.extract.grammar.tree import Tree, climb
from tocsin.model.values import Actor, ActorKind

_REACH = 12


def earlier(tree: Tree, index: int, kinds: frozenset[ActorKind]) -> Actor | None:
    """Return the actor of some kinds that the text named last before a token, a sentence's subject before others."""
    token = tree.tokens[index]
    before = [
        (tree.tokens[at].sentence, at, who)
        for at, who in tree.actor_at.items()
        if who.kind in kinds and who.span.end <= token.span.start and not _in_headline(tree, at)
    ]
    if not before:
        return None
    last = max(sentence for sentence, _, _ in before)
    if token.sentence - last > _REACH and len({who.actor_id or who.name for _, _, who in before}) > 1:
        return None
    here = sorted((at, who) for sentence, at, who in before if sentence == last)
    leading = [who for at, who in here if _leads(tree, at)]
    return leading[0] if leading else here[-1][1]


def _in_headline(tree: Tree, at: int) -> bool:
    return tree.page.page.sentences[tree.tokens[at].sentence].headline


def _leads(tree: Tree, at: int) -> bool:
    """Tell whether a token stands in the subject of a clause."""
    for index in (at, *climb(tree, at)):
        dep = tree.tokens[index].dep
        if dep in ("nsubj", "nsubjpass", "agent"):
            return True
        if dep not in ("compound", "amod", "nmod", "poss", "appos", "pobj", "prep"):
            return False
    return False
