"""Which part of a group some words tell: by what news calls it, by its name, or by the country that they name."""

from collections.abc import Iterable, Iterator, Sequence

from tocsin.knowledge.actors import BRANCHING, PARTING, ActorRecord, Authority, Tie
from tocsin.knowledge.names import Word, folded
from tocsin.model.text import Span
from tocsin.resolve.actors.context import Context
from tocsin.resolve.actors.part_phrases import Phrase
from tocsin.resolve.actors.settle import home_of, is_timely

WORDS = 3  # of what tells a part from others: "North African"
_PEERS = frozenset({"ally", "party"})
ASIDES = frozenset({"media_arm_of", "ally_of"})


def children_of(wholes: Iterable[str], seen: Context, authority: Authority) -> Iterator[tuple[ActorRecord, Tie]]:
    """Yield the records that are parts of others in the years of a text, with the tie that says so.

    Words by which news calls one hold whatever the year.
    """
    for whole in wholes:
        for record, tie in authority.parts.get(whole, ()):
            if tie.called or (is_timely(record, seen.years) and _holds_then(tie, seen)):
                yield record, tie


def by_words(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the parts that the words of a phrase tell by what news calls them, by name or by country."""
    children = [
        (record, tie) for record, tie in children_of(wholes, seen, authority) if _is_of(phrase.noun, tie, authority)
    ]
    told = [word for word in phrase.words if not is_plain(word, seen, authority)]
    for at_home, row in ((False, told), (True, list(phrase.tail))):
        for some in _runs(row, closed=phrase.is_closed or at_home):
            ids = by_run(some, wholes, children, seen, authority, located=at_home)
            if ids is not None:
                return ids
    return _within(phrase, wholes, seen, authority)


def _within(phrase: Phrase, wholes: tuple[str, ...], seen: Context, authority: Authority) -> tuple[str, ...] | None:
    """Return the only part at home in a country of the whole's, or its only branch there: "X's branch in Mali"."""
    if not phrase.tail or not phrase.is_definite:
        return None
    lands = frozenset(code for word in phrase.tail if (code := authority.countries.codes.get(word.bare)))
    children = list(children_of(wholes, seen, authority))
    own = {home_of(authority.record(whole)) for whole in wholes}
    home = {
        record.id
        for record, tie in children
        if home_of(record) in lands - own and _is_of(phrase.noun, tie, authority) and is_timely(record, seen.years)
    }
    if len(home) == 1:
        return tuple(home)
    codes = lands | _spoken(phrase.tail, seen)
    near = {
        record.id
        for record, tie in children
        if tie.type in BRANCHING and not tie.called and codes & record.areas and phrase.noun in authority.words.areal
    }
    return tuple(near) if len(near) == 1 else None


def by_run(
    run: Sequence[Word],
    wholes: tuple[str, ...],
    children: Sequence[tuple[ActorRecord, Tie]],
    seen: Context,
    authority: Authority,
    *,
    located: bool,
) -> tuple[str, ...] | None:
    """Return the parts that a run of words tells, none where it tells one that no record has."""
    alike = authority.words.parting.alike
    told = " ".join(word.bare for word in run)
    same = {told, " ".join(alike.get(word.bare, word.bare) for word in run)}
    called = [record for record, tie in children if same & {" ".join(folded(word)) for word in tie.called}]
    if called:
        return tuple(dict.fromkeys(r.id for r in [r for r in called if is_timely(r, seen.years)] or called))
    proper = seen.text[run[0].start].isupper()
    code = authority.countries.codes.get(told)
    if proper:
        named = _by_name(run, code, wholes, children, seen, authority)
        if named:
            return named
    region = authority.words.regions.get(told)
    codes = frozenset({code}) if code else region or _spoken(run, seen)
    if not codes or not (code or proper):
        return None
    if (located or not (code or region)) and any(codes & authority.record(whole).areas for whole in wholes):
        return None
    found = of_countries(codes, children, seen, authority)
    return found if code or found or len(codes) > 1 else None


def of_countries(
    codes: frozenset[str], children: Iterable[tuple[ActorRecord, Tie]], seen: Context, authority: Authority
) -> tuple[str, ...]:
    """Return the parts that are at home in countries, else those active there, unless at home where the whole is."""
    near = [
        (record, tie)
        for record, tie in children
        if codes & record.areas and tie.type in PARTING - {"media_arm_of"} and is_timely(record, seen.years)
    ]
    there = [record for record, tie in near if tie.type != "ally_of"] or [record for record, _ in near]
    home = [record for record in there if home_of(record) in codes]
    tied = {record.id: authority.record(tie.to) for record, tie in near}
    away = [record for record in there if home_of(record) != home_of(tied[record.id])]
    return tuple(dict.fromkeys(record.id for record in home or away))


def of_town(
    words: Sequence[Word], wholes: tuple[str, ...], seen: Context, authority: Authority
) -> tuple[str, ...] | None:
    """Return the part of the country in which a town lies: the whole at its home; none where the name is no town's."""
    codes = _spoken(words, seen)
    if not codes:
        return ()
    if any(codes & authority.record(whole).areas for whole in wholes):
        return None
    return of_countries(codes, list(children_of(wholes, seen, authority)), seen, authority)


def is_plain(word: Word, seen: Context, authority: Authority) -> bool:
    """Tell whether a word before the noun tells no part from others; in capitals it may be a part's name."""
    small = not seen.text[word.start].isupper() or seen.text[max(0, word.start - 2) : word.start] in ("", ". ", "\n")
    return small and word.fold in authority.words.plain | authority.words.epithets


def _is_of(noun: str, tie: Tie, authority: Authority) -> bool:
    """Tell whether a tie makes a record what a noun calls it."""
    if tie.called or tie.type in PARTING - ASIDES:
        return True
    return noun in (_PEERS if tie.type == "ally_of" else authority.words.torn if tie.type == "split_from" else ())


def _runs(row: Sequence[Word], *, closed: bool) -> Iterator[Sequence[Word]]:
    """Yield runs of words, long ones first; only those at the end where nothing tells where the words begin."""
    for size in range(min(WORDS, len(row)), 0, -1):
        starts = range(len(row) - size + 1) if closed else (len(row) - size,)
        yield from (row[start : start + size] for start in starts)


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
        if tie.type in PARTING - ASIDES and any(_holds(folded(naming.name), told) for naming in record.names)
    ]
    return tuple(dict.fromkeys(inside)) if not code else ()


def _holds(name: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(name[at : at + len(run)] == run for at in range(len(name) - len(run) + 1))


def _spoken(words: Sequence[Word], seen: Context) -> frozenset[str]:
    """Return the countries of the places that stand in some words."""
    span = Span(words[0].start, words[-1].end)
    return frozenset(code for one in seen.spoken if span.meets(one.span) for code in one.countries)


def _holds_then(tie: Tie, seen: Context) -> bool:
    """Tell whether a tie had not ended before the years of a text."""
    return not seen.years or tie.until is None or int(tie.until[:4]) + 1 >= min(seen.years)
