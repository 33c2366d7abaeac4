"""Names of actors in other languages than English: as they are listed, or in another form, and in the right company.

A doubtful name with words of its language beside it that speak for an armed group is no longer doubtful; one that is an
ordinary word of the language is no name without them. An acronym that the names of its letters spell is that of an
actor of the countries that the text speaks of, or of the language's own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.foreign_names import ForeignNames
from tocsin.knowledge.languages import Language
from tocsin.knowledge.name_tokens import UNSPACED
from tocsin.knowledge.name_words import NameWords, forms
from tocsin.knowledge.names import Hit, Word, fold
from tocsin.knowledge.romanize import script_of
from tocsin.knowledge.spelled_out import spelled_out
from tocsin.resolve.actors.context import place

_NEAR = 8  # words
_BESIDE = 4
_ONLY = "!"
_BODIES = frozenset(("=brigade", "=battalion", "=legion"))
_PARTED = re.compile(r"[\s-]")
_QUOTES = tuple('«„“"')
_OPENING = re.compile(r"(?:^|[.!?…:\n])[\s\W]*$")


def foreign_hits(
    text: str,
    row: Sequence[Word],
    exact: tuple[Hit, ...],
    *,
    names: ForeignNames,
    language: Language | None,
    code: str,
    here: frozenset[str],
    authority: Authority,
) -> tuple[Hit, ...]:
    """Return the names of a text in the language of a code; `here` are the countries that it speaks of."""
    spelled = spelled_out(text, row, language, names.acronyms) if language and language.letters else ()
    loose = _bounded((*names.find(text, row), *spelled), text, names, here | {language.home if language else ""})
    every = tuple(hit for hit in _joined(text, exact, loose) if not _is_inside(hit, text, row, names.words))
    sure = frozenset(hit.ids[0] for hit in every if not hit.weak and len(hit.ids) == 1 and " " in hit.name)
    at_home = {i for hit in every for i in hit.ids if here & authority.record(i).areas}
    kept = (
        _settled(
            hit,
            text,
            row,
            names.words,
            code=code,
            home=bool(at_home.intersection(hit.ids)),
            away=bool(here) and not authority.parents.union(at_home).intersection(hit.ids),
            sure=sure,
        )
        for hit in every
    )
    return tuple(hit for hit in kept if hit)


def _bounded(hits: Iterable[Hit], text: str, names: ForeignNames, lands: frozenset[str]) -> tuple[Hit, ...]:
    """Return names, acronyms that another script writes with those of their bearers alone who are active in lands."""
    bounded = (_here(hit, names, lands) if _is_acronym(hit, text) else hit for hit in hits)
    return tuple(hit for hit in bounded if hit.ids)


def _here(hit: Hit, names: ForeignNames, lands: frozenset[str]) -> Hit:
    return replace(hit, ids=tuple(i for i in hit.ids if lands & names.areas.get(i, frozenset())))


def _is_acronym(hit: Hit, text: str) -> bool:
    """Tell whether an acronym in Latin letters stands in another script."""
    return hit.name.isascii() and hit.name.isupper() and not hit.span.of(text).isascii()


def _is_inside(hit: Hit, text: str, row: Sequence[Word], words: NameWords) -> bool:
    """Tell whether a weak name goes on from a word for a body of fighters, as another's does: "سرايا أنصار السنة"."""
    first, _ = place(hit.span, tuple(row))
    if not hit.weak or not first or text[row[first - 1].end : hit.span.start] != " ":
        return False
    return not _BODIES.isdisjoint(words.keys(row[first - 1].fold))


def _joined(text: str, exact: tuple[Hit, ...], loose: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return listed names and others; of two that overlap the listed one, unless the other is longer and surer."""
    longer = [
        hit
        for hit in loose
        if all(
            hit.span.holds(one.span) and _more(hit, one, text) and (one.weak or not hit.weak)
            for one in exact
            if one.span.meets(hit.span)
        )
    ]
    kept = (one for one in exact if not any(one.span.meets(hit.span) for hit in longer))
    return tuple(sorted((*kept, *longer), key=lambda hit: hit.span))


def _more(hit: Hit, one: Hit, text: str) -> bool:
    """Tell whether a name has a word more than another one inside it."""
    before, behind = text[hit.span.start : one.span.start], text[one.span.end : hit.span.end]
    return bool(_PARTED.search(before) or _PARTED.search(behind))


def _settled(
    hit: Hit,
    text: str,
    row: Sequence[Word],
    words: NameWords,
    *,
    code: str,
    home: bool,
    away: bool,
    sure: frozenset[str],
) -> Hit | None:
    """Return a name that its company makes sure, as it is without company, or nothing where it is a word.

    Company does not make a weak name sure in a text that speaks of other lands alone (`away`).
    """
    near = _words(hit, text, row, _NEAR)
    company = any(_speaks(word, words) for word in near)
    against = _against(hit, text, words, code)
    if hit.name[0].isdigit() and text[hit.span.start - 1 : hit.span.start] not in _QUOTES:
        against = (_ONLY,)  # it may be a day
    elif against is None or _is_capital(hit, text):
        surer = (company and not away) or (home and " " in hit.span.of(text))
        return replace(hit, weak=False) if hit.weak and surer else hit
    if sure.intersection(hit.ids):
        return hit
    if any(word.startswith(one) for word in _words(hit, text, row, _BESIDE) for one in against if one != _ONLY):
        return None
    if company or (home and _ONLY not in against):
        return replace(hit, weak=hit.weak and not company)
    return None


def _is_capital(hit: Hit, text: str) -> bool:
    """Tell whether a capital within a sentence shows that a word is a name."""
    return text[hit.span.start].isupper() and not _OPENING.search(text, max(0, hit.span.start - 6), hit.span.start)


def _against(hit: Hit, text: str, words: NameWords, code: str) -> tuple[str, ...] | None:
    """Return what speaks against a name that is an ordinary word of the language, None where it is no such word."""
    ordinary = words.ordinary.get(code)
    if not ordinary:
        return None
    written = fold(hit.span.of(text))
    every = (written, fold(hit.name), *forms(written))
    return next((ordinary[form] for form in every if form in ordinary), None)


def _words(hit: Hit, text: str, row: Sequence[Word], most: int) -> list[str]:
    """Return the words that stand before and behind a name."""
    first, after = place(hit.span, tuple(row))
    found = [word.fold for word in (*row[max(0, first - most) : first], *row[after : after + most])]
    if first < len(row) and script_of(text[hit.span.start]) in UNSPACED:
        found.append(fold(text[max(0, hit.span.start - 40) : hit.span.start]))
        found.append(fold(text[hit.span.end : hit.span.end + 40]))
    return found


def _speaks(word: str, words: NameWords) -> bool:
    """Tell whether a word speaks for an armed group; in a script that does not part words, whether one in it does."""
    if word and script_of(word[0]) in UNSPACED:
        return any(one in word for one in words.company if len(one) > 1)
    return words.is_company(word)
