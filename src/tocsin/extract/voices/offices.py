"""By which words records name a holder: its office or body, never a private person's name."""

import re

from tocsin.extract.grammar.parts import is_state
from tocsin.extract.grammar.tree import Tree, after, bare, children, climb, descend, phrase
from tocsin.extract.voices.kinds import kind_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import BY_ACTOR, HolderKind
from tocsin.model.text import Span
from tocsin.model.values import Actor


def whole(tree: Tree, head: int) -> Span:
    """Return the span of a noun phrase with the body after "for" or "at" ("a spokesman for X")."""
    span = phrase(tree, head)
    for prep in children(tree, head, "prep"):
        if tree.tokens[prep].lemma in ("for", "at", "with", "in") and prep == head + 1:
            for noun in children(tree, prep, "pobj"):
                span = Span(span.start, max(span.end, phrase(tree, noun).end))
    return span


def unnamed(tree: Tree, head: int) -> Span:
    """Return a noun phrase without the person's name that follows its head ("police spokesman John Doe")."""
    span = whole(tree, head)
    for index in range(head + 1, len(tree.tokens)):
        token = tree.tokens[index]
        if token.sentence != tree.tokens[head].sentence or token.span.start >= span.end:
            break
        if tree.label_at.get(index) == "PERSON" and token.pos == "PROPN":
            return Span(span.start, tree.tokens[index - 1].span.end)
    return span


def _is_title(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a token is a title before a name, or the full stop after one."""
    word = tree.tokens[index].text.lower()
    return word in lexicon.words["titles"] or (word == "." and index > 0 and _is_title(tree, index - 1, lexicon))


def office(tree: Tree, first: int, last: int, lexicon: Lexicon) -> tuple[Span, int] | None:
    """Return the office that stands before a person's name ("army spokesman X") or after it ("X, a police chief")."""
    while first > 0 and _is_title(tree, first - 1, lexicon):
        first -= 1
    before = tree.tokens[first - 1] if first > 0 else None
    if (
        before is not None
        and before.sentence == tree.tokens[last].sentence
        and before.pos in ("NOUN", "PROPN")
        and tree.label_at.get(before.index) != "PERSON"
    ):
        return _with_of(tree, before.index, lexicon)
    bodies = [i for i in after(tree, last, "of", "from") if _speaks(tree, i, lexicon)]
    if bodies:
        return phrase(tree, bodies[0]), bodies[0]
    for child in children(tree, last, "appos"):
        if tree.tokens[child].pos in ("NOUN", "PROPN"):
            the = re.match(r"(?i)the\b", phrase(tree, child).of(tree.text))
            return (bare(tree, child) if the else whole(tree, child)), child
    return None


def _speaks(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun after a name is a body for which it speaks ("X of the army's command")."""
    here = tree.actor_at.get(noun)
    if here is not None and here.kind in BY_ACTOR:
        return True
    return kind_of(tree, noun, lexicon) in ("authority", "expert", "government") and not is_state(tree, noun)


def _with_of(tree: Tree, index: int, lexicon: Lexicon) -> tuple[Span, int]:
    """Return the office that ends at a token, the words before "of" included ("Secretary of State")."""
    span = _run_before(tree, index)
    start = next(i for i in range(index, -1, -1) if tree.tokens[i].span.start <= span.start)
    if start > 1 and tree.tokens[start - 1].text == "of":
        lemma = tree.tokens[start - 2].lemma
        if lexicon.has("authorities", lemma) or lexicon.has("of_body", lemma):
            return Span(_run_before(tree, start - 2).start, span.end), start - 2
    return span, index


def _run_before(tree: Tree, index: int) -> Span:
    """Return the run of nouns and adjectives that ends at a token."""
    start = index
    while (
        start > 0
        and tree.tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "PART")
        and tree.tokens[start - 1].sentence == tree.tokens[index].sentence
        and tree.label_at.get(start - 1) != "PERSON"
    ):
        start -= 1
    return Span(tree.tokens[start].span.start, tree.tokens[index].span.end)


def behind(tree: Tree, head: int, span: Span, kind: HolderKind) -> Actor | None:
    """Return the actor that a holder's words name, where holder and actor are of one side."""
    near = [
        tree.actor_at[i] for i in (head, *descend(tree, head)) if i in tree.actor_at and not _is_gloss(tree, head, i)
    ]
    near += [who for who in tree.page.actors if span.holds(who.span)]
    wanted = {"group": ("armed_group",), "media": ("media_outlet",)}.get(
        kind, ("state_force", "government", "organisation")
    )
    return next((who for who in near if who.kind in wanted), None)


def _is_gloss(tree: Tree, head: int, index: int) -> bool:
    """Tell whether a name stands in an apposition, which says of whom a band is a part ("X, a faction of Y")."""
    above = [index, *climb(tree, index)]
    inside = above[: above.index(head)] if head in above else []
    return any(tree.tokens[i].dep == "appos" and tree.tokens[i].pos == "NOUN" for i in inside)
