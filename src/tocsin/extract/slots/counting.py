"""How many a noun phrase speaks of, and what several phrases add up to.

A person or thing named without a number is one, a bare plural is at least two, as the annotation guidelines say.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.tree import Tree, after, children, phrase
from tocsin.model.text import Span
from tocsin.model.values import Count, Part, Qualifier

_NOBODY = frozenset({"nobody", "none"})
_SEVERAL = frozenset({"staff", "personnel", "crew", "police", "folk"})  # singular in form
_ONE = frozenset(
    {"another", "third", "fourth", "fifth", "second", "himself", "herself", "itself", "he", "him", "she", "her"}
)
_OWN_WORDS = frozenset({"the", "these", "those", "all", "another", "other", "a", ""})
_WORD_ORDER: tuple[Qualifier, ...] = ("at_least", "more_than", "vague", "about", "up_to", "range")


def count_of(tree: Tree, head: int) -> Count | None:
    """Return how many a noun phrase speaks of; null where the words give neither number nor article."""
    token = tree.tokens[head]
    word = token.text.lower()
    whole = Span(min(phrase(tree, head).start, token.span.start), token.span.end)
    if word in _NOBODY or _is_negated(tree, head):
        return Count(0, 0, "exact", whole.of(tree.text), whole)
    own = own_count(tree, head) or _size(tree, head) or _times(tree, head)
    if own is not None:
        return _with_noun(tree, own, whole)
    if word in ("other", "others"):
        return None
    if word in ("both", "couple", "duo", "twins") or any(
        tree.tokens[child].text.lower() == "both" for child in tree.below[head]
    ):
        return Count(2, 2, "exact", whole.of(tree.text), whole)
    if word in _SEVERAL:
        return Count(2, None, "vague", whole.of(tree.text), whole)
    if (
        word in _ONE
        or _has_article(tree, head)
        or token.tag in ("NN", "NNP")
        or (token.pos == "PROPN" and token.tag != "NNPS")
    ):
        return Count(1, 1, "exact", whole.of(tree.text), whole)
    if token.tag in ("NNS", "NNPS"):
        return Count(2, None, "vague", whole.of(tree.text), whole)
    return None


def _has_article(tree: Tree, head: int) -> bool:
    """Tell whether "a" stands at a word for people, which the parser may take for an adjective ("a Palestinian")."""
    articles = [tree.tokens[i].text.lower() for i in children(tree, head, "det")]
    return tree.tokens[head].tag == "JJ" and bool({"a", "an"} & set(articles))


def own_count(tree: Tree, head: int) -> Count | None:
    """Return the number that stands in a noun phrase."""
    if head in tree.counts_at:
        return tree.counts_at[head]
    for child in tree.below[head]:
        if tree.tokens[child].dep in ("nummod", "quantmod", "amod", "det", "advmod", "predet", "nmod", "compound"):
            for index in (child, *tree.below[child]):
                if index in tree.counts_at and index < head:
                    return _some_out_of(tree, index) or tree.counts_at[index]
    return _in_front(tree, head)


def _some_out_of(tree: Tree, index: int) -> Count | None:
    """Return the first number of "six out of 40"."""
    between = [t.text.lower() for t in tree.tokens[max(0, index - 2) : index]]
    return tree.counts_at.get(index - 3) if between == ["out", "of"] else None


def _in_front(tree: Tree, head: int) -> Count | None:
    """Return the number that opens a noun phrase, or stands right before it where the parser cut it off."""
    start = phrase(tree, head).start
    for index in range(head - 1, max(-1, head - 7), -1):
        token = tree.tokens[index]
        if token.span.end < start - 1 or token.dep in ("det", "poss", "case") or token.pos in ("PUNCT", "CCONJ"):
            return None
        if index in tree.counts_at:
            return tree.counts_at[index]
    return None


def total(tree: Tree, counts: Sequence[Count | None]) -> Count | None:
    """Add up counts; null where there is none. A first one that the others spell out is the sum already."""
    counted = [count for count in counts if count is not None]
    if len(counted) < 2:
        return next(iter(counted), None)
    first, rest = counted[0], counted[1:]
    if len(rest) > 1 and first.low is not None and first.low == sum(c.low or 0 for c in rest):
        return replace(first, parts=tuple(Part(c.low, c.high, c.text) for c in rest))
    span = Span(min(c.span.start for c in counted), max(c.span.end for c in counted))
    return added(counted, span, span.of(tree.text))


def added(counted: Sequence[Count], span: Span, text: str) -> Count:
    """Return the sum of counts, each kept as a part."""
    lows, highs = [c.low for c in counted], [c.high for c in counted]
    known = [low for low in lows if low is not None]
    return Count(
        low=sum(known) if known else None,
        high=None if None in highs else sum(high for high in highs if high is not None),
        qualifier=_joint([c.qualifier for c in counted]),
        text=text,
        span=span,
        parts=tuple(Part(c.low, c.high, c.text) for c in counted),
    )


def without(whole: Count, part: Count) -> Count:
    """Return a count less those of it who are counted apart ("nine dead, including two attackers")."""
    taken = part.low or 0
    return replace(
        whole,
        low=None if whole.low is None else max(0, whole.low - taken),
        high=None if whole.high is None else max(0, whole.high - taken),
    )


def _is_negated(tree: Tree, head: int) -> bool:
    """Tell whether "no" or "not one" stands before a noun."""
    start = phrase(tree, head).start
    opening = tree.text[max(0, start - 4) : start + 16].lower()
    return re.search(r"\bnot (?:one|a single)\b", opening) is not None or is_none(tree, head)


def is_none(tree: Tree, noun: int) -> bool:
    """Tell whether there is none of what a noun means ("no deaths", "did not cause any", "without casualties")."""
    words = {tree.tokens[child].text.lower() for child in children(tree, noun, "det", "neg")}
    if "no" in words:
        return True
    above = tree.tokens[tree.tokens[noun].head]
    if above.text.lower() == "without":
        return True
    denied = children(tree, above.index, "neg") or tree.tokens[above.head].text.lower() == "without"
    return "any" in words and tree.tokens[noun].dep in ("dobj", "attr") and bool(denied)


def _size(tree: Tree, head: int) -> Count | None:
    """Return how many make up "a family of five" or "a group of nine workers"."""
    if tree.tokens[head].lemma not in ("family", "group", "party", "crew", "team", "band", "total"):
        return None
    return next((found for noun in after(tree, head, "of") if (found := own_count(tree, noun)) is not None), None)


def _times(tree: Tree, head: int) -> Count | None:
    """Return "twice as many", or "as many", as were told before in the sentence."""
    token = tree.tokens[head]
    words = [t.text.lower() for t in tree.tokens[max(0, head - 2) : head + 1]]
    if words[-2:] != ["as", "many"] or words[0] in ("times", "half"):
        return None
    factor = 2 if words[0] == "twice" else 1
    before = next((t.index for t in reversed(tree.tokens[:head]) if t.index in tree.counts_at), None)
    if before is None or tree.tokens[before].sentence != token.sentence or tree.counts_at[before].qualifier == "vague":
        return None
    base, span = tree.counts_at[before], Span(tree.tokens[head - factor].span.start, token.span.end)
    low, high = (None if end is None else factor * end for end in (base.low, base.high))
    return replace(base, low=low, high=high, text=span.of(tree.text), span=span, parts=())


def _with_noun(tree: Tree, own: Count, whole: Span) -> Count:
    """Return a count with its noun in its words."""
    span = Span(min(own.span.start, whole.start), max(own.span.end, whole.end))
    if whole.start < own.span.start and tree.text[whole.start : own.span.start].strip().lower() not in _OWN_WORDS:
        span = Span(own.span.start, span.end)
    return replace(own, text=span.of(tree.text), span=span)


def _joint(qualifiers: Sequence[Qualifier]) -> Qualifier:
    return next((qualifier for qualifier in _WORD_ORDER if qualifier in qualifiers), "exact")
