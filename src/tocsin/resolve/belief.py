"""A weak name is shared with other things: it means an actor where its expansion, its country or its words say so."""

import re

from tocsin.knowledge.actors import ActorRecord, Authority
from tocsin.knowledge.names import Hit, folded
from tocsin.resolve.newcomers import beside
from tocsin.resolve.settle import Context, is_short, place

_BANNER = re.compile(r"\b([^\W\d_]+)[ -](?:(?:al|el|ul)-)?$")
_BEFORE = 30  # characters
_NEAR = 8
_DATE = re.compile(r"^\d+ [A-Z]|[a-z] \d+$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def believed(hit: Hit, ids: tuple[str, ...], seen: Context, authority: Authority) -> bool:
    """Tell whether a name means an actor at all: a weak one by its expansion, its country or the words beside it.

    A short acronym is anybody's in a country where its actor is not active: there the words beside it must say more.
    """
    if is_else(hit, ids, seen, authority) or _is_inside(hit, seen, authority):
        return False
    if not hit.weak:
        return not is_short(hit.name) or _is_actor(hit, ids, seen, authority)
    first, after = place(hit.span, seen.row)
    records = [authority.record(i) for i in ids]
    is_word = any(naming.word and folded(hit.name) == folded(naming.name) for r in records for naming in r.names)
    if (
        _is_surname(hit, first, seen, authority)
        or _is_date(hit, first, after, seen, authority)
        or _goes_on(hit, after, seen)
    ):
        return False
    if is_word and _is_shouted(first, after, seen):
        return False
    if seen.sure.intersection(ids) or _is_introduced(hit, seen, authority):
        return True
    spoken = seen.anywhere() | {seen.country}
    here = any(spoken & r.areas for r in records)
    if not here and (hit.span.of(seen.text) in seen.glossed or _DATE.search(hit.name)):
        return False
    if not here and not any(_anywhere(r, seen, authority) for r in records):
        return False
    if here and not is_word and len(hit.name) > 2:
        return True
    return _has_beside(hit, seen, authority)


def _is_introduced(hit: Hit, seen: Context, authority: Authority) -> bool:
    """Tell whether the text says that the name is a group's: "The Base, a neo-Nazi network"."""
    _, behind = beside(authority)
    return behind.match(seen.text, hit.span.end) is not None


def is_else(hit: Hit, ids: tuple[str, ...], seen: Context, authority: Authority) -> bool:
    """Tell whether the text spells an acronym out as something that is no name of its actor."""
    long = seen.glossed.get(hit.span.of(seen.text))
    if long is None or long.meets(hit.span):
        return False
    return not any(set(ids).intersection(other.ids) for other in authority.find(long.of(seen.text)))


def _is_inside(hit: Hit, seen: Context, authority: Authority) -> bool:
    """Tell whether a single word is the end of another group's name: the "Fatah" of "Jaish al-Fatah"."""
    before = _BANNER.search(seen.text, max(0, hit.span.start - _BEFORE), hit.span.start)
    return before is not None and " " not in hit.name and before[1].lower() in authority.words.banners


def _is_actor(hit: Hit, ids: tuple[str, ...], seen: Context, authority: Authority) -> bool:
    """Tell whether a short acronym is likely to be its actor's: by the text's countries, actors or the words beside."""
    records = [authority.record(i) for i in ids]
    spoken = seen.anywhere() | ({seen.country} if seen.country else set())
    if not spoken or seen.sure.intersection(ids) or any(r.id in authority.parents or spoken & r.areas for r in records):
        return True
    return _has_beside(hit, seen, authority)


def _has_beside(hit: Hit, seen: Context, authority: Authority) -> bool:
    """Tell whether words that speak for an armed group stand near a name."""
    first, after = place(hit.span, seen.row)
    near = (*seen.row[max(0, first - _NEAR) : first], *seen.row[after : after + _NEAR])
    return any(word.fold in authority.words.beside for word in near)


def _anywhere(record: ActorRecord, seen: Context, authority: Authority) -> bool:
    """Tell whether an actor may be meant wherever a text plays: one with branches, or in a text that names no country.

    A force of a state is not: its names are those of other states' forces as well.
    """
    if record.kind in ("state_force", "government"):
        return False
    return seen.country is None or record.id in authority.parents


def _is_surname(hit: Hit, first: int, seen: Context, authority: Authority) -> bool:
    """Tell whether a single capitalised word follows another that is no article or country: a person's name."""
    written = hit.span.of(seen.text)
    if not written.istitle() or " " in written or not first:
        return False
    before = seen.row[first - 1]
    word = seen.text[before.start : before.end]
    if (
        seen.text[before.end : hit.span.start] != " "
        or not word[0].isupper()
        or before.fold in authority.words.articles
    ):
        return False
    return before.fold not in authority.countries.codes


def _goes_on(hit: Hit, after: int, seen: Context) -> bool:
    """Tell whether a capitalised word goes on from a name of several words: "National Action Plan"."""
    if " " not in hit.name or after >= len(seen.row):
        return False
    word = seen.row[after]
    shown = seen.text[word.start : word.end]
    return seen.text[hit.span.end : word.start] == " " and shown[0].isupper() and not shown.isupper()


def _is_date(hit: Hit, first: int, after: int, seen: Context, authority: Authority) -> bool:
    """Tell whether a name that is a day and a month ("November 17") stands as a date."""
    if not _DATE.search(hit.name):
        return False
    follows = first > 0 and seen.row[first - 1].fold in authority.words.before_dates
    return follows or (after < len(seen.row) and bool(_YEAR.fullmatch(seen.row[after].fold)))


def _is_shouted(first: int, after: int, seen: Context) -> bool:
    """Tell whether a name that reads as a word stands beside a word in capitals on its line: IT IS."""
    for at in (first - 1, after):
        if 0 <= at < len(seen.row):
            word = seen.row[at]
            gap = seen.text[min(word.end, seen.row[first].start) : max(word.start, seen.row[first].start)]
            written = seen.text[word.start : word.end]
            if "\n" not in gap and len(written) > 1 and written.isalpha() and written.isupper():
                return True
    return False
