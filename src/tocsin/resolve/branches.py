"""News often tells a part of a group by the whole: "the Khorasan branch of Islamic State", "al-Qaeda's Yemeni wing"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.knowledge.actors import BRANCHING, ActorRecord, Authority, Tie
from tocsin.knowledge.names import Hit, Word
from tocsin.model.text import Span
from tocsin.resolve.settle import Context, is_timely, place

_JOINED = re.compile(r"(?:['’]s?)?[ \n\xa0-]")
_ASIDE = 6  # characters: a comma and an article
_WORDS = 3  # of what tells a part from others: "North African"
_OF = frozenset({"of", "for"})
_PARTS = frozenset({"province_of", "branch_of", "part_of", "front_of", "media_arm_of", "ally_of"})


class Phrase(NamedTuple):
    """A stretch of text with the words that tell a part from others; `located` where they only say where it is."""

    span: Span
    words: tuple[str, ...]
    located: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase that tells a part of a group by the whole; `ids` is empty where no such part is known."""

    span: Span
    ids: tuple[str, ...]


def parts(hits: tuple[Hit, ...], seen: Context, authority: Authority) -> tuple[Part, ...]:
    """Return the phrases of a text that tell a part by the whole, for the names found in it.

    A town's branch is the group itself, there.
    """
    text, row = seen.text, seen.row
    found: list[Part] = []
    for hit in hits:
        longer = _with_noun(hit, seen, authority)
        if longer:
            found.append(Part(longer, hit.ids))
            continue
        for span, words, located in _phrases(text, row, hit, authority):
            inside = [one.span for one in seen.spoken if span.holds(one.span) and not one.span.meets(hit.span)]
            town = any(one.of(text) == " ".join(words) for one in inside)
            ids = _meant(words, hit.ids, authority, seen.years, located=located, town=town)
            if _is_apposed(span, ids, hits):
                break
            free = not any(span.meets(other.span) for other in found)
            if free and (ids != hit.ids or _is_called(words, ids, authority)):
                found.append(Part(span, ids))
                break
    return tuple(found)


def _is_apposed(span: Span, ids: tuple[str, ...], hits: tuple[Hit, ...]) -> bool:
    """Tell whether the part's own name stands beside: "its branch in Somalia, al-Shabaab" ties the two."""
    return bool(ids) and any(
        set(ids) <= set(hit.ids)
        and (0 <= hit.span.start - span.end <= _ASIDE or 0 <= span.start - hit.span.end <= _ASIDE)
        for hit in hits
    )


def _with_noun(hit: Hit, seen: Context, authority: Authority) -> Span | None:
    """Return the name of a branch with the noun behind it: "Islamic State's Sahel" and "branch"."""
    _, after = place(hit.span, seen.row)
    if hit.weak or after >= len(seen.row) or seen.row[after].fold not in authority.words.branches:
        return None
    branch = any(tie.type in BRANCHING for i in hit.ids for tie in authority.record(i).ties)
    joined = seen.text[hit.span.end : seen.row[after].start] in (" ", "\n")
    return Span(hit.span.start, seen.row[after].end) if branch and joined else None


def _phrases(text: str, row: tuple[Word, ...], hit: Hit, authority: Authority) -> Iterator[Phrase]:
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
            if (
                start >= 0
                and _is_joined(text, row, start, last - 1)
                and row[last - 2].fold not in authority.words.outlets
            ):
                told = tuple(text[word.start : word.bare_end] for word in row[start : last - 1])
                yield Phrase(Span(row[start].start, hit.span.end), told, located=False)
    owned = text[hit.span.end : hit.span.end + 2] in ("'s", "’s") or text[hit.span.end : hit.span.end + 1] in "'’"
    for size in range(_WORDS, 0, -1):
        noun = after + size
        if owned and noun < len(row) and row[noun].fold in nouns and _is_joined(text, row, after, noun):
            told = tuple(text[word.start : word.bare_end] for word in row[after:noun])
            yield Phrase(Span(hit.span.start, row[noun].end), told, located=False)
    yield from _named_after(text, row, hit, after, nouns)


def _named_after(text: str, row: tuple[Word, ...], hit: Hit, after: int, nouns: frozenset[str]) -> Iterator[Phrase]:
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
            told = tuple(text[word.start : word.bare_end] for word in row[start:end])
            yield Phrase(Span(hit.span.start, last), told, located=True)


def _meant(
    words: tuple[str, ...],
    wholes: tuple[str, ...],
    authority: Authority,
    years: frozenset[int],
    *,
    located: bool,
    town: bool,
) -> tuple[str, ...]:
    """Return the parts of wholes that words tell: the wholes where they tell nothing, none for an unknown part."""
    told = " ".join(words).lower().removesuffix(" sister")
    children = list(_children(wholes, authority))
    by_word = [record.id for record, tie in children if _says(tie, told)]
    if by_word:
        return tuple(dict.fromkeys(by_word))
    if told in authority.words.outlets:
        outlets = {record.id for record, tie in children if tie.type == "media_arm_of" and tie.standing == "official"}
        return tuple(outlets) if len(outlets) == 1 else wholes
    country = authority.countries.codes.get(told)
    at_home = country and any(country in authority.record(whole).areas for whole in wholes)
    if country and not (located and at_home):
        children = [(record, tie) for record, tie in children if tie.type in _PARTS]
        children = [
            (record, tie) for record, tie in children if tie.type not in ("media_arm_of", "ally_of")
        ] or children
        there = [record for record, _ in children if country in record.areas]
        timely = [record for record in there if is_timely(record, years)]
        home = [record for record in timely if record.ranges[0].countries[0] == country] or timely
        return tuple(dict.fromkeys(record.id for record in home))
    proper = len(words) == 1 and words[0][0].isupper() and not located and not town
    return () if told == "political" or proper else wholes


def _is_called(words: tuple[str, ...], ids: tuple[str, ...], authority: Authority) -> bool:
    """Tell whether words tell one who bears the whole's name from its namesakes: the Provisional IRA is called IRA."""
    told = " ".join(words).lower()
    return any(_says(tie, told) for i in ids for tie in authority.record(i).ties)


def _says(tie: Tie, told: str) -> bool:
    return told in (word.lower() for word in tie.called)


def _children(wholes: tuple[str, ...], authority: Authority) -> Iterator[tuple[ActorRecord, Tie]]:
    """Yield the parts of wholes, and those that words tell though they left or bear the same name."""
    for record in authority.records.values():
        for tie in record.ties:
            if (tie.to in wholes and tie.type in _PARTS) or (tie.called and {tie.to, record.id}.intersection(wholes)):
                yield record, tie


def _is_joined(text: str, row: tuple[Word, ...], first: int, last: int) -> bool:
    """Tell whether nothing but blanks and hyphens stands between words."""
    return all(
        re.fullmatch(r"(?:['’]s?)?[ \n\xa0-]", text[row[at].bare_end : row[at + 1].start]) for at in range(first, last)
    )
