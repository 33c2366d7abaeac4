"""The words in which a report tells of one event: its title, and the sentences that give the event's values.

A sentence that gives none goes with the event told last. One that speaks of another incident ("hours later", "a second
blast", "last year") is left out, so that reports which recall each other's news are not taken for one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from zlib import crc32

from tocsin.knowledge.rarity import Rarity, Token, tokens
from tocsin.model.record import Event

Weights = dict[int, int]
_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"‘(])|\n+")
_OTHER = re.compile(
    r"\b(another|second|separate(?:ly)?|other (?:attack|blast|explosion|bombing|incident|shooting|raid)s?|unrelated"
    r"|not (?:connected|linked|related)|elsewhere|meanwhile|(?:hours?|days?|weeks?|months?|years?) (?:after|before"
    r"|earlier|later|ago)|(?:previous|same|following) (?:day|evening|night|morning|afternoon|week|month)"
    r"|earlier (?:that|in the|on|the|this)|last (?:week|month|year)|previous(?:ly)?|since"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|19\d\d|20\d\d))\b",
    re.IGNORECASE,
)
_MOST = 64  # words kept of an account: the rest add little to a likeness
_FULL = 1000  # what a vector of weights is long
_RARE = 5.0  # nats: a name that fewer than one report in 660 has


@dataclass(frozen=True, slots=True)
class Wording:
    """Words as numbers that stand for them, with weights: of the account, of the title; and its rare names."""

    words: Weights
    title: Weights
    names: frozenset[int]


NO_WORDS = Wording({}, {}, frozenset())


def wordings(events: Sequence[Event], text: str, title: str | None, rarity: Rarity) -> dict[str, Wording]:
    """Return by event id the words that tell of it."""
    sentences = _sentences(text)
    owners = _owners(events, sentences)
    headline = _seen(title or "")
    found = {}
    for event in events:
        own = [part for part, owner in zip(sentences, owners, strict=True) if event.id in owner]
        told = [token for start, end in own if not _OTHER.search(text, start, end) for token in _seen(text[start:end])]
        found[event.id] = _wording(told, headline if event.main else [], rarity)
    return found


def likeness(one: Weights, other: Weights) -> float:
    """Return the cosine of two vectors of weights."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other) / _FULL**2


def _wording(told: Iterable[Token], headline: Iterable[Token], rarity: Rarity) -> Wording:
    title = {token: rarity.weight(token) for token in headline}
    words = title | {token: rarity.weight(token) for token in told}
    names = {_number(token.word) for token, weight in words.items() if weight >= _RARE and rarity.is_name(token)}
    return Wording(_scaled(words), _scaled(title), frozenset(names))


def _scaled(weighted: dict[Token, float]) -> Weights:
    """Return the heaviest words as a vector of length `_FULL`."""
    best: dict[str, float] = {}
    for token, weight in weighted.items():
        best[token.word] = max(weight, best.get(token.word, 0.0))
    kept = sorted(((weight, word) for word, weight in best.items() if weight > 0), reverse=True)[:_MOST]
    norm = sqrt(sum(weight**2 for weight, _ in kept)) or 1.0
    return {_number(word): round(_FULL * weight / norm) for weight, word in kept}


def _seen(text: str) -> list[Token]:
    return list(tokens(text))


def _number(word: str) -> int:
    return crc32(word.encode())


def _sentences(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for gap in _END.finditer(text):
        found.append((start, gap.start()))
        start = gap.end()
    return [(start, end) for start, end in (*found, (start, len(text))) if end > start]


def _owners(events: Sequence[Event], sentences: Sequence[tuple[int, int]]) -> list[frozenset[str]]:
    """Return the events that each sentence tells of."""
    at = [(assertion.span.start, event.id) for event in events for assertion in event.assertions]
    last = frozenset(event.id for event in events if event.main)
    owners = []
    for start, end in sentences:
        last = frozenset(event for begin, event in at if start <= begin < end) or last
        owners.append(last)
    return owners
