"""News often tells a part of a group by the whole: "the Khorasan branch of Islamic State", "al-Qaeda's Yemeni wing".

Which part is meant is told by the words by which news calls it, by its name, by its country, by its medium, or by
where the text plays. A part that no record has is nobody's, least of all the whole's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.knowledge.actors import BRANCHING, PARTING, ActorRecord, Authority, Tie
from tocsin.knowledge.names import Hit, Word, folded
from tocsin.model.text import Span
from tocsin.resolve.actors.longer import longer
from tocsin.resolve.actors.part_phrases import Phrase, phrases
from tocsin.resolve.actors.settle import Context, is_timely, place

_ASIDE = 6  # characters: a comma and an article
_WORDS = 3  # of what tells a part from others: "North African"
_CLOSING = frozenset(",.;:)–—")
_RELATIVE = re.compile(r" (?:that|which|who) ")
_PEERS = frozenset({"ally", "party"})
_ASIDES = frozenset({"media_arm_of", "ally_of"})
_RELATED = PARTING | {"split_from", "merged_into"}
_BESIDE_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w'’-]*[\"”’)]?(?:, |,? [–—-] ?| \()|\b(?:is|was|as|called|named|became) )(?:(?:an?|the) )?$"
)
_ASIDE_COMMA = re.compile(r", (?:an?|another|one) $")


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
            if ids is not None and not _is_apposed(phrase, ids, hits, seen, authority):
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
    _, after = place(hit.span, seen.row)
    if hit.weak or after >= len(seen.row) or seen.row[after].fold not in authority.words.branches:
        return None
    branch = any(tie.type in BRANCHING for i in hit.ids for tie in authority.record(i).ties)
    joined = seen.text[hit.span.end : seen.row[after].start] in (" ", "\n")
    return Span(hit.span.start, seen.row[after].end) if branch and joined else None


def _told(phrase: Phrase, hits: Sequence[Hit], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the parts that a phrase tells, none where it tells one that nobody lists; nothing where it tells none."""
    if phrase.loyal:
        return _sworn(phrase, seen, authority)
    if phrase.whole is not None and phrase.relative:
        return _by_words(phrase, phrase.whole.ids, seen, authority) or None
    if phrase.whole is not None:
        return _meant(phrase, phrase.whole.ids, seen, authority)
    caliph = authority.words.caliphates.get(phrase.epithet or "")
    if caliph:
        return _meant(phrase, (caliph,), seen, authority)
    for hit in _antecedents(phrase, hits, authority):
        ids = _by_words(phrase, hit.ids, seen, authority) or _by_function(phrase, hit.ids, seen, authority)
        if ids and not set(ids) & set(hit.ids):
            return ids
    return () if phrase.is_militant and _tells(phrase, seen, authority) else None


def _tells(phrase: Phrase, seen: Context, authority: Authority) -> bool:
    """Tell whether words tell one part from others, of a kind that may have a name."""
    kind = phrase.noun in authority.words.branches and phrase.noun != "front"
    return kind and any(not _is_plain(word, seen, authority) for word in phrase.words)


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
        for record, tie in _children(near, seen, authority)
        if tie.type in PARTING - _ASIDES and any(other.type in _RELATED and other.to in whole for other in record.ties)
    ]
    return tuple(dict.fromkeys(related))


def _meant(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the parts of wholes that a phrase tells, as `_told` does."""
    if any(authority.record(i).kind == "media_outlet" for i in wholes):
        return None
    if phrase.noun in authority.words.mediums:
        return _outlet(phrase, wholes, seen, authority)
    if phrase.noun == "front":
        return _front(phrase, wholes, seen, authority)
    named = [hit for hit in phrase.own if _is_child(hit, wholes, authority)]
    if named:
        return named[-1].ids if phrase.whole and named[-1].span.end < phrase.whole.span.start else None
    by_words = _by_words(phrase, wholes, seen, authority)
    if by_words is not None:
        return None if set(by_words) <= set(wholes) and not phrase.words else by_words
    by_function = _by_function(phrase, wholes, seen, authority)
    torn = phrase.noun in authority.words.torn or any(word.fold in authority.words.breaking for word in phrase.words)
    if by_function is not None and not (torn and set(by_function) <= set(wholes)):
        return None if set(by_function) <= set(wholes) else by_function
    left = [word for word in phrase.words if not _is_plain(word, seen, authority)]
    if any(seen.text[word.start].isupper() for word in left):
        return _of_town(left, wholes, seen, authority) if phrase.is_closed or not phrase.tail else None
    if phrase.noun in authority.words.areal and not torn and (phrase.tail or not left):
        return _here(phrase, wholes, seen, authority) if phrase.is_definite or phrase.tail else None
    told_of = _RELATIVE.match(seen.text, phrase.span.end)
    if phrase.noun == "faction" and phrase.is_bare and not told_of:
        return None  # "the X faction" is X
    if torn:  # whoever broke away is not the whole
        return _torn(phrase, wholes, seen, authority)
    if phrase.noun in authority.words.nameless or not left:
        return None
    return () if phrase.is_closed else None


def _by_words(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the parts that the words of a phrase tell by what news calls them, by name or by country."""
    children = [
        (record, tie) for record, tie in _children(wholes, seen, authority) if _is_of(phrase.noun, tie, authority)
    ]
    told = [word for word in phrase.words if not _is_plain(word, seen, authority)]
    for at_home, row in ((False, told), (True, list(phrase.tail))):
        for some in _runs(row, closed=phrase.is_closed or at_home):
            ids = _by_run(some, wholes, children, seen, authority, located=at_home)
            if ids is not None:
                return ids
    return None


def _is_of(noun: str, tie: Tie, authority: Authority) -> bool:
    """Tell whether a tie makes a record what a noun calls it."""
    if tie.called or tie.type in PARTING - _ASIDES:
        return True
    return noun in (_PEERS if tie.type == "ally_of" else authority.words.torn if tie.type == "split_from" else ())


def _outlet(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the outlets that a noun for one tells; nothing where a name stands with it ("X's al-Ahd newspaper")."""
    words = authority.words
    if any(authority.record(i).kind != "armed_group" for i in wholes):
        return None  # a station of the police is none
    if phrase.noun == "agency" and not any(word.fold in words.outlets for word in phrase.words):
        return None
    if any(seen.text[word.start].isupper() for word in phrase.words if not _is_plain(word, seen, authority)):
        return None
    medium = next((word.fold for word in phrase.words if word.fold in words.mediums), phrase.noun)
    return _official(words.mediums[medium], wholes, seen, authority)


def _official(medium: frozenset[str], wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return the official outlets of wholes: those whose names say of what medium they are, if there are any."""
    official = {
        record.id: record
        for record, tie in _children(wholes, seen, authority)
        if tie.type == "media_arm_of" and tie.standing == "official"
    }
    named = [i for i, r in official.items() if any(medium.intersection(folded(naming.name)) for naming in r.names)]
    return tuple(named or official)


def _front(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return those whose names only hide the whole: "a front of X"; where fronts of a war are meant, nothing."""
    if phrase.whole is None or phrase.whole.span.start <= phrase.span.start:
        return None
    fronts = [record.id for record, tie in _children(wholes, seen, authority) if tie.type == "front_of"]
    return tuple(dict.fromkeys(fronts)) or None


def _torn(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...]:
    """Return who broke off from wholes in a year of the text: the one, or all who may be meant."""
    split = [
        (record, tie)
        for record, tie in _children(wholes, seen, authority)
        if tie.type == "split_from" and tie.since and record.id not in wholes
    ]
    then = {r.id for r, tie in split if any(abs(int((tie.since or "0")[:4]) - year) <= 1 for year in seen.years)}
    told = _RELATIVE.search(seen.text, phrase.span.start, phrase.span.end + 2 * _ASIDE)
    if len(then) == 1 and told:
        return tuple(then)
    return tuple(dict.fromkeys(record.id for record, _ in split)) if len(split) > 1 else ()


def _is_plain(word: Word, seen: Context, authority: Authority) -> bool:
    """Tell whether a word before the noun tells no part from others; in capitals it may be a part's name."""
    small = not seen.text[word.start].isupper() or seen.text[max(0, word.start - 2) : word.start] in ("", ". ", "\n")
    return small and word.fold in authority.words.plain | authority.words.epithets


def _runs(row: Sequence[Word], *, closed: bool) -> Iterator[Sequence[Word]]:
    """Yield runs of words, long ones first; only those at the end where nothing tells where the words begin."""
    for size in range(min(_WORDS, len(row)), 0, -1):
        starts = range(len(row) - size + 1) if closed else (len(row) - size,)
        yield from (row[start : start + size] for start in starts)


def _by_run(
    run: Sequence[Word],
    wholes: tuple[str, ...],
    children: Sequence[tuple[ActorRecord, Tie]],
    seen: Context,
    authority: Authority,
    *,
    located: bool,
) -> tuple[str, ...] | None:
    """Return the parts that a run of words tells, none where it tells one that no record has."""
    told = " ".join(word.bare for word in run)
    called = [record for record, tie in children if told in {" ".join(folded(word)) for word in tie.called}]
    if called:
        return tuple(dict.fromkeys(r.id for r in [r for r in called if is_timely(r, seen.years)] or called))
    proper = seen.text[run[0].start].isupper()
    code = authority.countries.codes.get(told)
    if proper:
        named = _by_name(run, code, wholes, children, seen, authority)
        if named:
            return named
    codes = frozenset({code}) if code else authority.words.regions.get(told) or _spoken(run, seen)
    if not codes or not (code or proper):
        return None
    if located and any(codes & authority.record(whole).areas for whole in wholes):
        return None
    found = _of_countries(codes, children, seen)
    return found if code or found or len(codes) > 1 else None


def _by_name(
    run: Sequence[Word],
    code: str | None,
    wholes: tuple[str, ...],
    children: Sequence[tuple[ActorRecord, Tie]],
    seen: Context,
    authority: Authority,
) -> tuple[str, ...]:
    """Return the parts in whose names a run of words stands, beside the whole's name or alone."""
    told = tuple(word.bare for word in run)
    land = folded(authority.countries.titles[code]) if code else told
    names = [folded(naming.name) for whole in wholes for naming in authority.record(whole).names]
    joined = [
        key for name in names for key in ((*told, *name), (*told, name[-1]), (*name, *told), (*name, "in", *land))
    ]
    beside = {i for key in joined for i in authority.names.bearers(key)}
    timely = tuple(i for i in beside if is_timely(authority.record(i), seen.years)) or (() if code else tuple(beside))
    if len(timely) == 1:
        return timely
    inside = [
        record.id
        for record, tie in children
        if tie.type in PARTING - _ASIDES and any(_holds(folded(naming.name), told) for naming in record.names)
    ]
    return tuple(dict.fromkeys(inside)) if not code else ()


def _holds(name: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(name[at : at + len(run)] == run for at in range(len(name) - len(run) + 1))


def _of_countries(codes: frozenset[str], children: Iterable[tuple[ActorRecord, Tie]], seen: Context) -> tuple[str, ...]:
    """Return the parts that are at home in countries, else those active there."""
    near = [
        (record, tie)
        for record, tie in children
        if codes & record.areas and tie.type in PARTING - {"media_arm_of"} and is_timely(record, seen.years)
    ]
    there = [record for record, tie in near if tie.type != "ally_of"] or [record for record, _ in near]
    home = [record for record in there if record.ranges[0].countries[0] in codes] or there
    return tuple(dict.fromkeys(record.id for record in home))


def _of_town(
    words: Sequence[Word], wholes: tuple[str, ...], seen: Context, authority: Authority
) -> tuple[str, ...] | None:
    """Return the part of the country in which a town lies: the whole at its home; none where the name is no town's."""
    codes = _spoken(words, seen)
    if not codes:
        return ()
    if any(codes & authority.record(whole).areas for whole in wholes):
        return None
    return _of_countries(codes, list(_children(wholes, seen, authority)), seen)


def _spoken(words: Sequence[Word], seen: Context) -> frozenset[str]:
    """Return the countries of the places that stand in some words."""
    span = Span(words[0].start, words[-1].end)
    return frozenset(code for one in seen.spoken if span.meets(one.span) for code in one.countries)


def _by_function(
    phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority
) -> tuple[str, ...] | None:
    """Return the part that fights or publishes: the whole, if it has no other that fights and is no mere party."""
    folds, words = {word.fold for word in phrase.words}, authority.words
    if folds & words.outlets:
        return _official(frozenset(folds & words.outlets), wholes, seen, authority)
    if not folds & words.military:
        return None
    if any(authority.record(whole).kind == "armed_group" for whole in wholes):
        return wholes
    armed = [record for record, tie in _children(wholes, seen, authority) if record.kind == "armed_group"]
    return tuple(dict.fromkeys(record.id for record in armed if is_timely(record, seen.years)))


def _here(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the part where the text plays, meant by the whole's name and a noun alone; nothing at the whole's home."""
    codes = seen.near(phrase.span) or ({seen.country} if seen.country else frozenset())
    if any(codes & authority.record(whole).areas for whole in wholes):
        return None
    return _of_countries(frozenset(codes), list(_children(wholes, seen, authority)), seen)


def _is_child(hit: Hit, wholes: tuple[str, ...], authority: Authority) -> bool:
    return any(tie.type in PARTING and tie.to in wholes for i in hit.ids for tie in authority.record(i).ties)


def _is_apposed(phrase: Phrase, ids: tuple[str, ...], hits: Iterable[Hit], seen: Context, authority: Authority) -> bool:
    """Tell whether the part's own name stands beside: "its branch in Somalia, al-Shabaab" ties the two.

    So does a name that no record has: "Lakurawa, the Islamic State affiliate in Nigeria"; "a unit of X" behind a comma
    says what was named before.
    """
    span = phrase.span
    wholes = phrase.whole.ids if phrase.whole else ()
    for hit in hits:
        close = 0 <= hit.span.start - span.end <= _ASIDE or 0 <= span.start - hit.span.end <= _ASIDE
        if close and (set(ids) & set(hit.ids) or _is_child(hit, wholes, authority)):
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
    return before is not None and not any(one.span.meets(Span(*before.span())) for one in seen.spoken)


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
        children = list(_children(hit.ids, seen, authority)) if start < len(row) else []
        for size in range(_WORDS, 0, -1) if children and text[row[start].start].isupper() else ():
            run = row[start : start + size]
            if len(run) < size or not _are_joined(text, row[after - 1 : start + size]):
                continue
            ids = _by_run(run, hit.ids, children, seen, authority, located=True)
            if ids is not None:
                yield Part(Span(hit.span.start, run[-1].bare_end), ids)
                break


def _are_joined(text: str, row: Sequence[Word]) -> bool:
    """Tell whether nothing but blanks and hyphens stands between words."""
    return all(re.fullmatch(r"[ \n\xa0-]", text[left.end : right.start]) for left, right in pairwise(row))


def _children(wholes: Iterable[str], seen: Context, authority: Authority) -> Iterator[tuple[ActorRecord, Tie]]:
    """Yield the records that are parts of others in the years of a text, with the tie that says so.

    Words by which news calls one hold whatever the year.
    """
    for whole in wholes:
        for record, tie in authority.parts.get(whole, ()):
            if tie.called or (is_timely(record, seen.years) and _holds_then(tie, seen)):
                yield record, tie


def _holds_then(tie: Tie, seen: Context) -> bool:
    """Tell whether a tie had not ended before the years of a text."""
    return not seen.years or tie.until is None or int(tie.until[:4]) + 1 >= min(seen.years)
