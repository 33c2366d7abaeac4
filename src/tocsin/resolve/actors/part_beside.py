"""Whether what a phrase tells stands beside it by name: "its branch in Somalia, al-Shabaab" only ties the two."""

import re
from collections.abc import Iterable, Sequence

from tocsin.knowledge.actors import BRANCHING, PARTING, Authority
from tocsin.knowledge.names import Hit
from tocsin.model.text import Span
from tocsin.resolve.actors.context import Context
from tocsin.resolve.actors.part_phrases import Phrase

_ASIDE = 6  # characters: a comma and an article
_CLOSING = frozenset(",.;:)–—")
_BESIDE_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w'’-]*[\"”’)]?(?:, |,? [–—-] ?| \()|\b(?P<verb>is|was|as|called|named|became) )(?:(?:an?|the) )?$"
)
_SUBJECT = re.compile(
    r"([\w'’-]+)[\"”’)]?,?(?: (?:has|have|had|is|was|were|are|been|being|also|now|long|widely|often|known|seen|regarded"
    r"|described|considered))* ?$"
)
_ASIDE_NAME = re.compile(r", (?:the )?")
_ASIDE_COMMA = re.compile(r", (?:an?|another|one) $")


def is_apposed(phrase: Phrase, ids: tuple[str, ...], hits: Iterable[Hit], seen: Context, authority: Authority) -> bool:
    """Tell whether the part's own name stands beside: "its branch in Somalia, al-Shabaab" ties the two.

    So does a name that no record has: "Lakurawa, the Islamic State affiliate in Nigeria"; "a unit of X" behind a comma
    says what was named before.
    """
    span = phrase.span
    if phrase.is_militant and ids:
        return False  # "the militant group's elite unit, the X Force"
    wholes = phrase.whole.ids if phrase.whole else ()
    for hit in hits:
        close = 0 <= hit.span.start - span.end <= _ASIDE or 0 <= span.start - hit.span.end <= _ASIDE
        if close and (set(ids) & set(hit.ids) or is_child(hit, wholes, authority)):
            return True
    if phrase.is_indefinite and _ASIDE_COMMA.search(seen.text, max(0, span.start - 10), span.start):
        return True
    before = _BESIDE_NAME.search(seen.text, max(0, span.start - 40), span.start)
    if (
        before is not None
        and before[0].rstrip(" ").endswith(",")
        and seen.text[span.end : span.end + 1] not in _CLOSING
    ):
        return False  # "between A and B, X's radio said"
    if before is not None and before["verb"] and not _is_subject_named(before.start("verb"), seen, authority):
        return False  # "followers in the slum were named the branch of X"
    return before is not None and not any(one.span.meets(Span(*before.span())) for one in seen.spoken)


def _is_subject_named(at: int, seen: Context, authority: Authority) -> bool:
    """Tell whether a name, or what stands for one, is the subject of a verb at a place."""
    told = _SUBJECT.search(seen.text, max(0, at - 80), at)
    if told is None or told[1][0].isupper():
        return True
    return told[1] in authority.words.epithets | authority.words.parting.subjects


def is_child(hit: Hit, wholes: tuple[str, ...], authority: Authority) -> bool:
    """Tell whether a name is that of a part of wholes."""
    return any(tie.type in PARTING and tie.to in wholes for i in hit.ids for tie in authority.record(i).ties)


def named_behind(phrase: Phrase, hits: Sequence[Hit], seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return the part whose name stands right behind a phrase: "the militant group's elite unit, the X Force"."""
    for hit in hits:
        said = _ASIDE_NAME.fullmatch(seen.text, phrase.span.end, hit.span.start) if hit.span > phrase.span else None
        if said and len(hit.ids) == 1 and any(tie.type in BRANCHING for tie in authority.record(hit.ids[0]).ties):
            return hit.ids
    return ()
