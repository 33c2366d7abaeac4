"""The words in which a report tells of an event, those of its title and of how it begins, and the names among them.

What is the news is told by every sentence but those that speak of another incident ("hours later", "a second blast",
"last year"): so reports which recall each other's news are not taken for one. What is only recalled is told by the
sentences that give its values, and those after them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple
from zlib import crc32

from tocsin.knowledge.rarity import Rarity, Token, tokens
from tocsin.model.record import Event

Weights = tuple[int, int, int, int]  # in the account, its title, how its report begins; and as a name
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
_RARE = 500  # hundredths of nats: a name that fewer than one report in 660 has
_LEAD = 70  # words that say what is the news
FEW = 0.08  # a cosine below which two accounts have few words in common
_FEW_NAMES = 3  # names, fewer than which say nothing by what they do not share


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an account, its title and how its report begins, as numbers that stand for them, with their weights.

    A weight is a part of a vector of length `_FULL` for each of the three; as a name, hundredths of nats. `named` are
    how many names there are and what they weigh together.
    """

    words: dict[int, Weights]
    named: tuple[int, int]

    def heaviest(self, number: int) -> list[int]:
        """Return so many of the account's own words, the heaviest first."""
        own = sorted((-weights[0], word) for word, weights in self.words.items() if weights[0])
        return [word for _, word in own[:number]]

    @property
    def rare(self) -> list[int]:
        """Names that few reports have, in order."""
        return sorted(word for word, weights in self.words.items() if weights[3] >= _RARE)


class Shared(NamedTuple):
    """Cosines of two accounts' words and of how their reports begin, and the greater one of title and account.

    `names` is what part of the names of the account that has fewer the other has too; null where one has hardly any.
    """

    words: float
    beginning: float
    headline: float
    names: float | None


def own_sentences(events: Sequence[Event], text: str) -> dict[str, list[str]]:
    """Return by event id the sentences that tell of it: of what is the news all that speak of no other incident."""
    sentences = _sentences(text)
    owners = _owners(events, sentences)
    whose = [part for part in zip(sentences, owners, strict=True) if not _OTHER.search(text, *part[0])]
    return {
        event.id: [text[start:end] for (start, end), owner in whose if event.main or event.id in owner]
        for event in events
    }


def wording(sentences: Iterable[str], title: str, beginning: str, rarity: Rarity) -> Wording:
    """Return the words of an event's sentences, and of its report's title and beginning, where it is the news."""
    headline = _weighed(tokens(title), rarity)
    body = _weighed((token for sentence in sentences for token in tokens(sentence)), rarity)
    lead = _weighed(tokens(" ".join(beginning.split()[:_LEAD])), rarity)
    words = headline | body
    names = {_number(token.word): round(100 * weight) for token, weight in words.items() if rarity.is_name(token)}
    kept = sorted(((weight, name) for name, weight in names.items() if weight > 0), reverse=True)[:_MOST]
    own, head, begin, named = _scaled(words), _scaled(headline), _scaled(lead), {name: weight for weight, name in kept}
    told = sorted(own.keys() | head.keys() | begin.keys() | named.keys())
    weights = {word: (own.get(word, 0), head.get(word, 0), begin.get(word, 0), named.get(word, 0)) for word in told}
    return Wording(weights, (len(named), sum(named.values())))


def shared(one: Wording, other: Wording) -> Shared:
    """Return what two accounts share of their words."""
    words = beginning = title = crossed = names = 0
    for word in one.words.keys() & other.words.keys():
        own, head, lead, name = one.words[word]
        told, headed, led, named = other.words[word]
        words += own * told
        beginning += lead * led
        title += head * told
        crossed += own * headed
        names += min(name, named)
    square = _FULL**2
    fewest, least = map(min, zip(one.named, other.named, strict=True))
    part = names / least if fewest >= _FEW_NAMES else None
    return Shared(words / square, beginning / square, max(title, crossed) / square, part)


def _weighed(found: Iterable[Token], rarity: Rarity) -> dict[Token, float]:
    return {token: rarity.weight(token) for token in found}


def _scaled(weighted: dict[Token, float]) -> dict[int, int]:
    """Return the heaviest words as a vector of length `_FULL`."""
    best: dict[str, float] = {}
    for token, weight in weighted.items():
        best[token.word] = max(weight, best.get(token.word, 0.0))
    kept = sorted(((weight, word) for word, weight in best.items() if weight > 0), reverse=True)[:_MOST]
    norm = sqrt(sum(weight**2 for weight, _ in kept)) or 1.0
    return {_number(word): round(_FULL * weight / norm) for weight, word in kept}


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
