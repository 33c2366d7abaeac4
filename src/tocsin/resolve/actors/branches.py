"""News often tells a part of a group by the whole: "the Khorasan branch of Islamic State", "al-Qaeda's Yemeni wing".

Which part is meant is told by the words by which news calls it, by its name, by its country, by its medium, or by
where the text plays. A part that no record has is nobody's, least of all the whole's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.knowledge.actors import BRANCHING, PARTING, Authority, Tie
from tocsin.knowledge.names import Hit, Word, folded
from tocsin.model.text import Span
from tocsin.resolve.actors.context import Context, place
from tocsin.resolve.actors.longer import longer
from tocsin.resolve.actors.part_beside import is_apposed, is_child, named_behind
from tocsin.resolve.actors.part_phrases import Phrase, phrases
from tocsin.resolve.actors.part_splits import is_torn, several, torn
from tocsin.resolve.actors.part_words import (
    ASIDES,
    WORDS,
    by_run,
    by_words,
    children_of,
    is_plain,
    of_countries,
    of_town,
)
from tocsin.resolve.actors.settle import is_timely

_GOES_ON = re.compile(r"[ \n](\w+)[ \n]")
_RELATED = PARTING | {"split_from", "merged_into"}


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase that tells a part of a group by the whole; `ids` is empty where no such part is known."""

    span: Span
    ids: tuple[str, ...]


def parts(hits: tuple[Hit, ...], seen: Context, authority: Authority) -> tuple[Part, ...]:
    """Return the phrases of a text that tell a part by the whole, for the names found in it.

    What tells one may itself be told so: "the media arm of al-Qaeda's Yemeni branch".
    """
    found = _parts(hits, seen, authority)
    known = {part.span: part for part in found if part.ids}
    if known:
        inner = [Hit(span, part.ids, span.of(seen.text), weak=False) for span, part in known.items()]
        others = [hit for hit in hits if not any(hit.span.meets(span) for span in known)]
        outer = _parts(tuple(sorted((*others, *inner), key=lambda hit: hit.span)), seen, authority)
        wider = [part for part in outer if any(part.span.holds(span) and part.span != span for span in known)]
        found = (*(part for part in found if not any(part.span.meets(other.span) for other in wider)), *wider)
    return found


def _parts(hits: tuple[Hit, ...], seen: Context, authority: Authority) -> tuple[Part, ...]:
    found = [Part(span, hit.ids) for hit in hits if (span := _with_noun(hit, seen, authority))]
    # the whole that opens a phrase is nearest to its noun: "the media arm of al-Qaeda's Yemeni branch"
    for phrase in sorted(phrases(hits, seen, authority), key=_is_after):
        if not any(phrase.span.meets(part.span) for part in found):
            ids = _told(phrase, hits, seen, authority)
            if ids is not None and not is_apposed(phrase, ids, hits, seen, authority):
                found.append(Part(phrase.span, ids))
    found += [part for part in _located(hits, seen, authority) if not any(part.span.meets(p.span) for p in found)]
    others = [Part(span, ()) for span in longer(hits, seen, authority)]
    found += [part for part in others if not any(part.span.meets(p.span) for p in found)]
    return tuple(found)


def _is_after(phrase: Phrase) -> bool:
    """Tell whether the whole stands behind the noun."""
    return phrase.whole is not None and phrase.whole.span.start != phrase.span.start


def _with_noun(hit: Hit, seen: Context, authority: Authority) -> Span | None:
    """Return the name of a branch with the noun behind it: "Islamic State's Sahel" and "branch"."""
    first, after = place(hit.span, seen.row)
    if (
        (hit.weak and after - first == 1)
        or after >= len(seen.row)
        or seen.row[after].fold not in authority.words.branches
    ):
        return None
    branch = any(_is_in_name(tie, hit, authority) for i in hit.ids for tie in authority.record(i).ties)
    joined = seen.text[hit.span.end : seen.row[after].start] in (" ", "\n")
    return Span(hit.span.start, seen.row[after].end) if branch and joined else None


def _is_in_name(tie: Tie, hit: Hit, authority: Authority) -> bool:
    """Tell whether a branch is named by its whole's name and more."""
    name = folded(hit.name)
    wholes = [folded(naming.name) for naming in authority.record(tie.to).names] if tie.type in BRANCHING else []
    return any(len(whole) < len(name) and name[: len(whole)] == whole for whole in wholes)


def _told(phrase: Phrase, hits: Sequence[Hit], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the parts that a phrase tells, none where it tells one that nobody lists; nothing where it tells none."""
    if phrase.loyal:
        return _sworn(phrase, seen, authority)
    if phrase.whole is not None and phrase.clause in ("kept", "told"):
        return by_words(phrase, phrase.whole.ids, seen, authority) or (() if phrase.clause == "kept" else None)
    if phrase.whole is not None:
        return _meant(phrase, phrase.whole.ids, seen, authority)
    caliph = authority.words.caliphates.get(phrase.epithet or "")
    if caliph:
        return _meant(phrase, (caliph,), seen, authority)
    for hit in _antecedents(phrase, hits, authority):
        if phrase.clause == "left" and not phrase.is_plural:
            return torn(phrase, hit.ids, seen, authority)
        ids = by_words(phrase, hit.ids, seen, authority) or _by_function(phrase, hit.ids, seen, authority)
        if ids and not set(ids) & set(hit.ids):
            return ids
    if phrase.is_militant and _tells(phrase, seen, authority):
        return named_behind(phrase, hits, seen, authority)
    return None


def _tells(phrase: Phrase, seen: Context, authority: Authority) -> bool:
    """Tell whether words tell one part from others, of a kind that may have a name."""
    kind = phrase.noun in authority.words.branches and phrase.noun != "front"
    return kind and any(not is_plain(word, seen, authority) for word in phrase.words)


def _antecedents(phrase: Phrase, hits: Sequence[Hit], authority: Authority) -> Iterator[Hit]:
    """Yield the group for which "its" or "the group's" stands: the last that is named before."""
    before = [hit for hit in hits if hit.span.end <= phrase.span.start and not hit.weak]
    if before and all(authority.record(i).kind == "armed_group" for i in before[-1].ids):
        yield before[-1]


def _sworn(phrase: Phrase, seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the parts of a group that are tied to another: "the Boko Haram faction loyal to Islamic State"."""
    if phrase.whole is None:
        return None
    near = {i for hit in phrase.loyal for i in hit.ids}
    whole = set(phrase.whole.ids)
    related = [
        record.id
        for record, tie in children_of(near, seen, authority)
        if tie.type in PARTING - ASIDES and any(other.type in _RELATED and other.to in whole for other in record.ties)
    ]
    return tuple(dict.fromkeys(related))


def _meant(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the parts of wholes that a phrase tells, as `_told` does."""
    if any(authority.record(i).kind == "media_outlet" for i in wholes):
        return None
    if phrase.noun in authority.words.mediums:
        return _outlet(phrase, wholes, seen, authority)
    if phrase.noun == "front" and not is_torn(phrase, authority):
        return _front(phrase, wholes, seen, authority)
    named = [hit for hit in phrase.own if is_child(hit, wholes, authority)]
    if named:
        return named[-1].ids if phrase.whole and named[-1].span.end < phrase.whole.span.start else None
    if phrase.is_plural:
        members = phrase.noun not in authority.words.areal | authority.words.torn - {"faction"}
        if members and phrase.opening is None and not phrase.words:
            return None  # "factions of X" are its members
        return several(phrase, wholes, seen, authority)
    told = by_words(phrase, wholes, seen, authority)
    if told is not None:
        return None if set(told) <= set(wholes) and not phrase.words else told
    broke = is_torn(phrase, authority)
    by_function = _by_function(phrase, wholes, seen, authority)
    if by_function is not None and not (broke and set(by_function) <= set(wholes)):
        return None if set(by_function) <= set(wholes) else by_function
    left = [word for word in phrase.words if not is_plain(word, seen, authority)]
    if any(seen.text[word.start].isupper() for word in left):
        return of_town(left, wholes, seen, authority) if phrase.is_closed or not phrase.tail else None
    if _is_by_place(phrase, broke=broke, authority=authority) and (phrase.tail or not left):
        return _by_place(phrase, wholes, seen, authority)
    if phrase.noun == "faction" and phrase.is_bare and not _is_told_of(phrase, seen, authority):
        return None  # "the X faction" is X
    if broke:  # whoever broke away is not the whole
        return torn(phrase, wholes, seen, authority)
    if phrase.noun in authority.words.nameless:
        return None
    if not left:
        alone = phrase.noun in authority.words.parting.alone
        return several(phrase, wholes, seen, authority) if alone and phrase.is_indefinite else None
    return () if phrase.is_closed or not phrase.is_before or _is_telling(left, authority) else None


def _is_told_of(phrase: Phrase, seen: Context, authority: Authority) -> bool:
    """Tell whether something behind a phrase says which part is meant: "led by", "that refused"."""
    told = _GOES_ON.match(seen.text, phrase.span.end)
    return told is not None and told[1] in authority.words.parting.tells


def _is_telling(words: Sequence[Word], authority: Authority) -> bool:
    """Tell whether each of some words tells a part wherever it stands: "Hamas student wing"."""
    return all(word.fold in authority.words.parting.telling for word in words)


def _is_by_place(phrase: Phrase, *, broke: bool, authority: Authority) -> bool:
    """Tell whether a phrase tells a part by where it is: "branch", "local offshoot"."""
    words = authority.words
    local = phrase.noun in words.parting.alone and any(word.fold in words.parting.local for word in phrase.words)
    renegade = any(word.fold in words.breaking for word in phrase.words) or phrase.clause == "left"
    return (local and not renegade) or (phrase.noun in words.areal and not broke)


def _by_place(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the part at a place, or where the text plays; any branch at all is one of those that fit there."""
    if phrase.is_definite or phrase.tail:
        return _here(phrase, wholes, seen, authority)
    return several(phrase, wholes, seen, authority) if phrase.is_indefinite else None


def _outlet(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the outlets that a noun for one tells; nothing where a name stands with it ("X's al-Ahd newspaper")."""
    words = authority.words
    if any(authority.record(i).kind != "armed_group" for i in wholes):
        return None  # a station of the police is none
    if phrase.noun == "agency" and not any(word.fold in words.outlets for word in phrase.words):
        return None
    if any(seen.text[word.start].isupper() for word in phrase.words if not is_plain(word, seen, authority)):
        return None
    medium = next((word.fold for word in phrase.words if word.fold in words.mediums), phrase.noun)
    return _official(words.mediums[medium], wholes, seen, authority)


def _official(medium: frozenset[str], wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return the official outlets of wholes: those whose names say of what medium they are, if there are any."""
    official = {
        record.id: record
        for record, tie in children_of(wholes, seen, authority)
        if tie.type == "media_arm_of" and tie.standing == "official"
    }
    named = [i for i, r in official.items() if any(medium.intersection(folded(naming.name)) for naming in r.names)]
    return tuple(named or official)


def _front(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return those whose names only hide the whole: "a front of X"; where fronts of a war are meant, nothing."""
    if phrase.whole is None or phrase.whole.span.start <= phrase.span.start:
        return () if any(word.fold in authority.words.parting.telling for word in phrase.words) else None
    fronts = [record.id for record, tie in children_of(wholes, seen, authority) if tie.type == "front_of"]
    return tuple(dict.fromkeys(fronts)) or None


def _by_function(
    phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority
) -> tuple[str, ...] | None:
    """Return the part that fights or publishes: the whole, if it has no other that fights and is no mere party."""
    folds, words = {word.fold for word in phrase.words}, authority.words
    if folds & words.outlets:
        return _official(frozenset(folds & words.outlets), wholes, seen, authority)
    if not folds & words.military or folds & words.parting.telling:
        return None
    if any(authority.record(whole).kind == "armed_group" for whole in wholes):
        return wholes
    armed = [record for record, tie in children_of(wholes, seen, authority) if record.kind == "armed_group"]
    return tuple(dict.fromkeys(record.id for record in armed if is_timely(record, seen.years)))


def _here(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the part where the text plays, meant by the whole's name and a noun alone; nothing at the whole's home."""
    codes = seen.near(phrase.span) or ({seen.country} if seen.country else frozenset())
    if any(codes & authority.record(whole).areas for whole in wholes):
        return None
    return of_countries(frozenset(codes), list(children_of(wholes, seen, authority)), seen, authority)


def _located(hits: Iterable[Hit], seen: Context, authority: Authority) -> Iterator[Part]:
    """Yield the parts that are told by where they are: "IS in Libya", "ISIS-Somalia"."""
    text, row = seen.text, seen.row
    for hit in hits:
        after = place(hit.span, row)[1]
        if after >= len(row) or text[hit.span.end : row[after].start] not in (" ", "\n", "-", "\xa0"):
            continue
        start = after
        if start + 1 < len(row) and row[start].fold == "in":
            start += 1 + (row[start + 1].fold == "the")
        if hit.weak and start < len(row) and text[row[start].start : row[start].bare_end].isupper():
            continue  # "THE USA IS GREAT"
        children = list(children_of(hit.ids, seen, authority)) if start < len(row) else []
        for size in range(WORDS, 0, -1) if children and text[row[start].start].isupper() else ():
            run = row[start : start + size]
            if len(run) < size or not _are_joined(text, row[after - 1 : start + size]):
                continue
            ids = by_run(run, hit.ids, children, seen, authority, located=True)
            if ids is not None:
                yield Part(Span(hit.span.start, run[-1].bare_end), ids)
                break


def _are_joined(text: str, row: Sequence[Word]) -> bool:
    """Tell whether nothing but blanks and hyphens stands between words."""
    return all(re.fullmatch(r"[ \n\xa0-]", text[left.end : right.start]) for left, right in pairwise(row))
