"""What follows a deed is the deed's, where the parser gave it to the answer for it.

"Responsibility for a blast on a train on Tuesday which killed 13" and "blamed them for a raid on a train" tell of a
blast on a train, which killed; the parser has responsibility on a train, and blame.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tocsin.model.page import Token

_ANSWERS = frozenset({"blame", "credit", "responsibility"})
_CHARGING = frozenset({"accuse", "blame", "suspect"})
_WHERE = frozenset({"against", "at", "in", "near", "on", "outside"})
_LINKS = frozenset({"for", "of"})


def with_deed(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], token: Token) -> dict[int, Token]:
    """Return what stands behind a deed as the deed's: all of it behind a noun of answering, places behind a verb."""
    noun = token.pos == "NOUN"
    deed = _deed(tokens, below, token) if token.lemma in (_ANSWERS if noun else _CHARGING) else None
    if deed is None:
        return {}
    behind = [tokens[child] for child in below[token.index] if child > deed]
    taking = [tokens[child] for child in below[token.head] if child > deed] if noun and token.dep == "dobj" else []
    own = [part for part in behind if noun and part.dep in ("prep", "relcl", "acl")]
    places = [part for part in (*behind, *taking) if part.lemma in _WHERE and not _is_named(tokens, below, part)]
    return {part.index: replace(part, head=deed) for part in (*own, *places)}


def _deed(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], token: Token) -> int | None:
    links = [child for child in below[token.index] if tokens[child].lemma in _LINKS and child > token.index]
    nouns = (child for link in links for child in below[link] if tokens[child].dep == "pobj")
    return next((child for child in nouns if tokens[child].pos == "NOUN"), None)


def _is_named(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], part: Token) -> bool:
    """Tell whether a preposition has a name or a number, which may be the day or the place of the blame."""
    return any(tokens[child].pos in ("PROPN", "NUM") for child in below[part.index])
