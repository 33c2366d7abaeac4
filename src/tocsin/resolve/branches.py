"""News often tells a part of a group by the whole: "the Khorasan branch of Islamic State", "al-Qaeda's Yemeni wing"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.knowledge.actors import ActorRecord, Authority, Tie
from tocsin.knowledge.names import Hit, Word
from tocsin.model.text import Span
from tocsin.resolve.settle import is_timely, place

_JOINED = re.compile(r"(?:['’]s?)?[ \n\xa0-]")
_WORDS = 3  # of what tells a part from others: "North African"
_OF = frozenset({"of", "for"})
_PARTS = frozenset({"province_of", "branch_of", "part_of", "front_of", "media_arm_of"})
_OWN_PART = frozenset({"armed", "military"})  # where no such part is known, the group itself is its armed wing
_OUTLET = frozenset({"media", "propaganda"})


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase that tells a part of a group by the whole; `ids` is empty where no such part is known."""

    span: Span
    ids: tuple[str, ...]


def parts(
    text: str, row: tuple[Word, ...], hits: tuple[Hit, ...], authority: Authority, *, years: frozenset[int]
) -> tuple[Part, ...]:
    """Return the phrases of a text that tell a part by the whole, for the names found in it."""
    found: list[Part] = []
    for hit in hits:
        for span, words in _phrases(text, row, hit, authority):
            ids = _meant(words, hit.ids, authority, years)
            if ids != hit.ids and not any(span.meets(other.span) for other in found):
                found.append(Part(span, ids))
                break
    return tuple(found)


def _phrases(
    text: str, row: tuple[Word, ...], hit: Hit, authority: Authority
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield each phrase around the name of a whole, with the folded words that tell the part from others."""
    first, after = place(hit.span, row)
    nouns = authority.words.branches
    last = first - 1
    if last >= 0 and row[last].fold == "the":
        last -= 1
    if last > 0 and row[last].fold in _OF and row[last - 1].fold in nouns and _is_joined(text, row, last - 1, first):
        for size in range(_WORDS, 0, -1):
            start = last - 1 - size
            # "its outlet, the media arm of X" ties one to the other
            if start >= 0 and _is_joined(text, row, start, last - 1) and row[last - 2].fold not in _OUTLET:
                yield Span(row[start].start, hit.span.end), tuple(word.bare for word in row[start : last - 1])
    owned = text[hit.span.end : hit.span.end + 2] in ("'s", "’s") or text[hit.span.end : hit.span.end + 1] in "'’"
    for size in range(_WORDS, 0, -1):
        noun = after + size
        if owned and noun < len(row) and row[noun].fold in nouns and _is_joined(text, row, after, noun):
            yield Span(hit.span.start, row[noun].end), tuple(word.bare for word in row[after:noun])
    yield from _named_after(text, row, hit, after, nouns)


def _named_after(
    text: str, row: tuple[Word, ...], hit: Hit, after: int, nouns: frozenset[str]
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the phrases in which what tells the part stands last: "branch in Yemen", "ISIS-Somalia", "IS in Libya"."""
    start = after
    if start + 1 < len(row) and row[start].fold in nouns and row[start + 1].fold == "in":
        start += 1
    if start + 1 < len(row) and row[start].fold == "in":
        start += 1 + (row[start + 1].fold == "the")
    if not 0 < after <= start or (start > after and not _is_joined(text, row, after - 1, start - 1)):
        return
    for size in range(_WORDS, 0, -1):
        end = start + size
        if end <= len(row) and text[row[start].start].isupper() and _is_joined(text, row, start - 1, end - 1):
            noun = end < len(row) and row[end].fold in nouns and _is_joined(text, row, end - 1, end)
            last = row[end].end if noun else row[end - 1].bare_end
            yield Span(hit.span.start, last), tuple(word.bare for word in row[start:end])


def _meant(
    words: tuple[str, ...], wholes: tuple[str, ...], authority: Authority, years: frozenset[int]
) -> tuple[str, ...]:
    """Return the parts of wholes that words tell; the wholes where the words tell nothing, none for an unknown part."""
    told = " ".join(words)
    children = list(_children(wholes, authority))
    by_word = [record.id for record, tie in children if told in (word.lower() for word in tie.called)]
    if by_word:
        return tuple(dict.fromkeys(by_word))
    if told in _OWN_PART:
        return wholes
    if told in _OUTLET:
        outlets = {record.id for record, tie in children if tie.type == "media_arm_of" and tie.standing == "official"}
        return tuple(outlets) if len(outlets) == 1 else wholes
    country = authority.countries.codes.get(told)
    if country and not any(country in authority.record(whole).areas for whole in wholes):
        there = [record for record, tie in children if tie.type != "media_arm_of" and country in record.areas]
        timely = [record for record in there if is_timely(record, years)]
        home = [record for record in timely if record.ranges[0].countries[0] == country] or timely
        return tuple(dict.fromkeys(record.id for record in home))
    return () if told == "political" or (country and not children) else wholes


def _children(wholes: tuple[str, ...], authority: Authority) -> Iterator[tuple[ActorRecord, Tie]]:
    for record in authority.records.values():
        for tie in record.ties:
            if tie.type in _PARTS and tie.to in wholes:
                yield record, tie


def _is_joined(text: str, row: tuple[Word, ...], first: int, last: int) -> bool:
    """Tell whether nothing but blanks and hyphens stands between words."""
    return all(
        re.fullmatch(r"(?:['’]s?)?[ \n\xa0-]", text[row[at].bare_end : row[at + 1].start]) for at in range(first, last)
    )
