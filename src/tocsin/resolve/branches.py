"""News often tells a branch by its parent: "the Khorasan branch of Islamic State", "al-Qaeda's North African wing"."""

import re

from tocsin.knowledge.actors import BRANCHING, Authority
from tocsin.knowledge.names import Hit, Word
from tocsin.model.text import Span


def with_branches(text: str, row: tuple[Word, ...], hits: tuple[Hit, ...], authority: Authority) -> tuple[Hit, ...]:
    """Return the names of a text, where the name of a parent that a branch is told by stands for that branch."""
    parents = [hit for hit in hits if authority.parents.intersection(hit.ids)]
    if not parents:
        return hits
    words = authority.branches.find(text, row)
    nouns = "|".join(sorted(authority.words.branches))
    before = re.compile(rf"(?:['’]s)?\s({nouns})\s(?:of|for)\s(?:the\s)?", re.IGNORECASE)
    owned = re.compile(r"['’]s?\s(?:own\s)?", re.IGNORECASE)
    behind = re.compile(rf"\s({nouns})\b", re.IGNORECASE)
    within = re.compile(rf"(?:['’]s?)?\s(?:{nouns})\sin\s(?:the\s)?", re.IGNORECASE)
    found: list[Hit] = []
    for parent in parents:
        for word in words:
            gap = text[word.span.end : parent.span.start]
            if word.span.end < parent.span.start and before.fullmatch(gap):
                span = Span(word.span.start, parent.span.end)
            elif parent.span.end < word.span.start and within.fullmatch(text[parent.span.end : word.span.start]):
                span = Span(parent.span.start, word.span.end)
            elif parent.span.end < word.span.start and owned.fullmatch(text[parent.span.end : word.span.start]):
                noun = behind.match(text, word.span.end)
                if not noun:
                    continue
                span = Span(parent.span.start, noun.end())
            else:
                continue
            ids = _children(word.ids, parent.ids, authority)
            if ids:
                found.append(Hit(span, ids, span.of(text), weak=False))
    return tuple(sorted((*(h for h in hits if not any(h.span.meets(b.span) for b in found)), *found), key=_start))


def _children(ids: tuple[str, ...], parents: tuple[str, ...], authority: Authority) -> tuple[str, ...]:
    """Return those of the ids that are a province or branch of one of the parents."""
    return tuple(i for i in ids if any(tie.type in BRANCHING and tie.to in parents for tie in authority.record(i).ties))


def _start(hit: Hit) -> int:
    return hit.span.start
