"""A known name inside a longer one that no record has is another's: "New X", "the X Brigade of the North"."""

import re
from collections.abc import Iterator, Sequence

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.names import Hit
from tocsin.model.text import Span
from tocsin.resolve.actors.context import Context

_GOES_ON = re.compile(r"[ \n](?=[A-Z])")
_WORD = re.compile(r"[ \n]([A-Z][\w'’-]*)")
_OF = re.compile(r"[ \n]of[ \n](?:the[ \n])?[A-Z][\w'’-]*(?:[ \n][A-Z][\w'’-]*)*")
_TURN = re.compile(r"[-–—]([A-Z][\w'’]{2,})(?![\w-])")
_BEFORE = re.compile(r"(?:^|(?<!\w)[a-z]+|[,(\"“'‘]|\bThe)[ \n]?([A-Z][\w'’]+)[ \n]$")
_NEW = "new"
_WORDS = 3  # behind the known name
_REACH = 30  # characters before it


def longer(hits: Sequence[Hit], seen: Context, authority: Authority) -> Iterator[Span]:
    """Yield the names that only begin, or end, as known ones do."""
    for hit in hits:
        if not hit.weak and all(authority.record(i).kind == "armed_group" for i in hit.ids):
            others = [other.span for other in hits if other is not hit]
            start = _front(hit, seen, authority)
            end = _back(hit, seen, authority)
            span = Span(start, end)
            if span != hit.span and not any(span.meets(other) for other in others):
                yield span


def _front(hit: Hit, seen: Context, authority: Authority) -> int:
    """Return where a name begins, with a word before it that tells it from the known one; not in a headline."""
    text, words = seen.text, authority.words
    before = _BEFORE.search(text, max(0, hit.span.start - _REACH), hit.span.start)
    if before is None or _GOES_ON.match(text, hit.span.end):
        return hit.span.start
    telling = before[1].lower() == _NEW or before[1].lower().replace("'", "") in words.common - words.plain
    return before.start(1) if telling else hit.span.start


def _back(hit: Hit, seen: Context, authority: Authority) -> int:
    """Return where a name ends, with a noun for a unit behind it, or a turn of its own ("X–Renewal")."""
    text, words = seen.text, authority.words
    turn = _TURN.match(text, hit.span.end)
    if turn and hit.span.of(text).isupper() and _is_own(turn[1].lower(), authority):
        return turn.end()
    end = last = hit.span.end
    for _ in range(_WORDS):
        word = _WORD.match(text, end)
        if not word or not _is_own(word[1].lower(), authority):
            break
        end = word.end()
        if word[1].lower() in words.units | words.banners:
            of = _OF.match(text, end)
            end = last = of.end() if of else end
    return hit.span.end if _GOES_ON.match(text, last) else last  # a headline goes on in capitals


def _is_own(word: str, authority: Authority) -> bool:
    """Tell whether a word may be part of a name, rather than say of which country or like what something is."""
    words = authority.words
    return word not in authority.countries.codes and word not in words.tied and not word.endswith("ed")
