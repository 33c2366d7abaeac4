"""A weak name is shared with other things: it means an actor where its expansion, its country or its words say so."""

import re
from collections.abc import Iterable, Sequence

from tocsin.knowledge.actors import ActorRecord, Authority
from tocsin.knowledge.names import Hit, folded
from tocsin.model.text import Span
from tocsin.resolve.actors.callings import callings
from tocsin.resolve.actors.company import Company, company
from tocsin.resolve.actors.context import Context, is_short, place
from tocsin.resolve.actors.settle import is_timely

_BANNER = re.compile(r"\b([^\W\d_]+)[ -](?:(?:al|el|ul)-)?$")
_BEFORE = 30  # characters
_NEAR = 8
_MUCH = 3  # words of violence
_WHERE = frozenset(("in", "at", "into", "inside", "near", "through", "along", "under"))
_DATE = re.compile(r"^\d+ [A-Z]|[a-z] \d+$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def believed(hit: Hit, ids: tuple[str, ...], seen: Context, authority: Authority) -> bool:
    """Tell whether a name means an actor at all: a weak one by its expansion, its country or the words beside it.

    A short acronym is anybody's in a country where its actor is not active: there the words beside it must say more.
    """
    if is_else(hit, ids, seen, authority) or _is_inside(hit, seen, authority):
        return False
    records = [authority.record(i) for i in ids]
    told = company(hit.span, seen.page, authority.words)
    introduced = _is_introduced(hit, seen, authority)
    if not introduced and _is_otherwise(hit, records, told, seen, authority):
        return False
    if not hit.weak:
        return not is_short(hit.name) or _is_actor(hit, ids, seen, authority)
    if seen.sure.intersection(ids) or introduced:
        return True
    return _is_likely(hit, records, told, seen, authority)


def _is_likely(hit: Hit, records: Sequence[ActorRecord], told: Company, seen: Context, authority: Authority) -> bool:
    """Tell whether a weak name is its actor's: by the words beside it and, in its countries, by the text's subject."""
    here = any(seen.is_home(record) for record in records)
    if told.armed and " " in hit.name and not _tells_itself(hit, authority):
        return True
    if not here and (hit.span.of(seen.text) in seen.glossed or _DATE.search(hit.name)):
        return False
    if not here and not any(_anywhere(hit, record, seen, authority) for record in records):
        return False
    if not here and _is_nowhere(records, told, seen) and hit.name not in authority.words.everyday:
        return not _is_word(hit, records)
    if hit.name in authority.words.everyday:
        return told.armed or (told.acts and _has_beside(hit, seen, authority))
    if here and len(hit.name) > 2 and not _is_word(hit, records):
        part = (told.acts or told.speaks) and not is_short(hit.name) and seen.strife >= seen.pastimes
        return not seen.page.tokens or told.armed or part or seen.strife > seen.pastimes
    if not here and (told.acts or told.speaks) and seen.grave > seen.pastimes and " " in hit.name:
        return True
    takes_part = told.speaks or (told.acts and _is_tagged(hit.span, "ORG", seen))
    acts = here and takes_part and seen.strife >= seen.pastimes and not _is_tagged(hit.span, "PERSON", seen)
    return told.armed or acts or _has_beside(hit, seen, authority)


def _is_nowhere(records: Iterable[ActorRecord], told: Company, seen: Context) -> bool:
    """Tell whether a text that is full of violence names no country, in the years of those who may be meant."""
    countries = seen.anywhere() | seen.anywhere(doubtful=True)
    known = all(record.active.since and is_timely(record, seen.years) for record in records)
    enough = seen.strife >= (1 if told.acts or told.speaks else _MUCH)
    return not countries and known and enough and seen.grave > seen.pastimes


def _is_tagged(span: Span, label: str, seen: Context) -> bool:
    return any(name.label == label and name.span.meets(span) for name in seen.page.names)


def _is_otherwise(hit: Hit, records: Sequence[ActorRecord], told: Company, seen: Context, authority: Authority) -> bool:
    """Tell whether something else bears a name: a person, a day, a work, a ship, a place, a month of somebody's own."""
    first, after = place(hit.span, seen.row)
    outlet = all(record.kind == "media_outlet" for record in records)
    if not outlet and (told.other or _is_thing(hit, after, seen, authority)):
        return True
    if _is_person(hit, seen) or (not outlet and not told.armed and _is_topical(hit, records, seen, authority)):
        return True
    if not outlet and not hit.weak and not _tells_itself(hit, authority) and _is_idle(hit, records, told, seen):
        return True
    if hit.weak or not _tells_itself(hit, authority):
        if (told.own or told.longer or _is_tied_to_thing(hit, records, told, seen)) and not told.armed:
            return True
        if is_short(hit.name) and hit.weak and told.preposition in _WHERE and not told.armed:
            return True
    if not hit.weak:
        return False
    if _is_surname(hit, first, seen, authority) or _is_date(hit, first, after, seen, authority):
        return True
    return _goes_on(hit, after, seen) or (_is_word(hit, records) and _is_shouted(first, after, seen))


def _is_word(hit: Hit, records: Iterable[ActorRecord]) -> bool:
    """Tell whether a name reads as a word without its case."""
    return any(naming.word and folded(hit.name) == folded(naming.name) for r in records for naming in r.names)


def _tells_itself(hit: Hit, authority: Authority) -> bool:
    """Tell whether a word in a name says that a group bears it: "Islamic Army", "Red Brigades"."""
    own = frozenset(folded(hit.name))
    return bool(own & authority.words.heads or own & authority.words.banners or own.intersection(authority.words.armed))


def _is_thing(hit: Hit, after: int, seen: Context, authority: Authority) -> bool:
    """Tell whether a name goes on with a capitalised noun for a thing: "Hamas Restaurant"."""
    if after >= len(seen.row):
        return False
    word = seen.row[after]
    joined = seen.text[hit.span.end : word.start] == " "
    return joined and seen.text[word.start].isupper() and word.fold in authority.words.firms


def _is_person(hit: Hit, seen: Context) -> bool:
    """Tell whether the tagger takes a single word for the last of a person's names, here or where it stood before."""
    if " " in hit.name or not hit.span.of(seen.text).istitle():
        return False
    written = hit.span.of(seen.text)
    return any(
        name.label == "PERSON"
        and name.span.of(seen.text).endswith(f" {written}")
        and not name.span.start > hit.span.end
        for name in seen.page.names
    )


def _is_tied_to_thing(hit: Hit, records: Iterable[ActorRecord], told: Company, seen: Context) -> bool:
    """Tell whether a weak name tells which thing is meant, in a text without violence or far from its countries."""
    return hit.weak and told.thing and not (seen.grave and any(seen.is_home(record) for record in records))


def _is_idle(hit: Hit, records: Iterable[ActorRecord], told: Company, seen: Context) -> bool:
    """Tell whether a name has no part in a text without violence, far from its actor's countries."""
    part = told.armed or told.acts or told.speaks or seen.grave
    elsewhere = seen.page.tokens and (seen.anywhere() or seen.pastimes)
    away = bool(elsewhere) and not any(seen.is_home(record) for record in records)
    return away and not part and not (_is_tagged(hit.span, "ORG", seen) and not seen.pastimes)


def _is_topical(hit: Hit, records: Sequence[ActorRecord], seen: Context, authority: Authority) -> bool:
    """Tell whether a text of sport, arts or business has a name that need not be its actor's, outside its countries."""
    here = any(seen.is_home(record) for record in records)
    mistakable = hit.weak or " " not in hit.name
    return mistakable and not here and seen.pastimes > seen.grave + (not hit.weak) and not _tells_itself(hit, authority)


def _is_introduced(hit: Hit, seen: Context, authority: Authority) -> bool:
    """Tell whether the text says that the name is a group's: "The Base, a neo-Nazi network"."""
    behind = callings(authority).behind
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


def _anywhere(hit: Hit, record: ActorRecord, seen: Context, authority: Authority) -> bool:
    """Tell whether an actor may be meant wherever a text plays: one with branches, or in a text that names no country.

    A force of a state is not: its names are those of other states' forces as well.
    """
    if record.kind in ("state_force", "government"):
        return False
    return not (seen.country or (is_short(hit.name) and seen.anywhere())) or record.id in authority.parents


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
        or before.fold in authority.words.articles | authority.words.openers
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
