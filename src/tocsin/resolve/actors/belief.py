"""A weak name is shared with other things: it means an actor where its expansion, its country or its words say so."""

import re
from collections.abc import Iterable, Sequence

from tocsin.knowledge.actors import ActorRecord, Authority
from tocsin.knowledge.names import Hit
from tocsin.resolve.actors.callings import callings
from tocsin.resolve.actors.company import Company, company
from tocsin.resolve.actors.context import Context, is_short
from tocsin.resolve.actors.otherwise import DATE, is_otherwise, is_tagged, is_word, near, tells_itself
from tocsin.resolve.actors.settle import is_timely

_BANNER = re.compile(r"\b([^\W\d_]+)[ -](?:(?:al|el|ul)-)?$")
_BEFORE = 30  # characters
_WINDOW = 70  # characters before a name in which what says that it is a group's stands
_MUCH = 3  # words of violence


def believed(hit: Hit, ids: tuple[str, ...], seen: Context, authority: Authority) -> bool:
    """Tell whether a name means an actor at all: a weak one by its expansion, its country or the words beside it.

    A short acronym is anybody's in a country where its actor is not active: there the words beside it must say more.
    """
    if is_else(hit, ids, seen, authority) or _is_inside(hit, seen, authority):
        return False
    records = [authority.record(i) for i in ids]
    told = company(hit.span, seen.page, authority.words)
    introduced = _is_introduced(hit, seen, authority)
    if not introduced and is_otherwise(hit, records, told, seen, authority):
        return False
    if not hit.weak:
        return not is_short(hit.name) or _is_actor(hit, ids, seen, authority)
    if seen.sure.intersection(ids) or introduced:
        return True
    if _is_signed(hit, seen, authority) and _is_here(records, seen, authority):
        return True
    return _is_likely(hit, records, told, seen, authority)


def _is_likely(hit: Hit, records: Sequence[ActorRecord], told: Company, seen: Context, authority: Authority) -> bool:
    """Tell whether a weak name is its actor's: by the words beside it and, in its countries, by the text's subject."""
    here = _is_here(records, seen, authority)
    if is_word(hit, records) and not any(is_timely(record, seen.years) for record in records):
        return False
    if here and _is_published(hit, records, seen, authority):
        return True
    if told.armed and " " in hit.name and not tells_itself(hit, authority):
        return True
    if not here and (hit.span.of(seen.text) in seen.glossed or DATE.search(hit.name)):
        return False
    if not here and not any(_anywhere(hit, record, seen, authority) for record in records):
        return False
    if not here and _is_nowhere(records, told, seen) and hit.name not in authority.words.everyday:
        return not is_word(hit, records)
    if hit.name in authority.words.everyday:
        return told.armed or (told.acts and _has_beside(hit, seen, authority))
    if here and len(hit.name) > 2 and not is_word(hit, records):
        part = (told.acts or told.speaks) and (
            _is_known_there(hit, records, seen) if is_short(hit.name) else seen.strife >= seen.pastimes
        )
        return not seen.page.tokens or told.armed or part or seen.strife > seen.pastimes
    if not here and (told.acts or told.speaks) and seen.grave > seen.pastimes and " " in hit.name:
        return True
    person = is_tagged(hit.span, "PERSON", seen)
    shown = hit.name.isupper() or (person and hit.name.startswith("The ") and seen.strife > seen.pastimes)
    takes_part = told.speaks or (told.acts and (is_tagged(hit.span, "ORG", seen) or shown))
    acts = here and takes_part and seen.strife >= seen.pastimes and (shown or not person)
    return told.armed or acts or _has_beside(hit, seen, authority)


def _is_here(records: Iterable[ActorRecord], seen: Context, authority: Authority) -> bool:
    """Tell whether a text plays where one of these is active; an outlet is at home with those whose voice it is."""
    owners = (authority.record(t.to) for r in records for t in r.ties if t.type == "media_arm_of")
    return any(seen.is_home(record) for record in (*records, *owners))


def _is_known_there(hit: Hit, records: Iterable[ActorRecord], seen: Context) -> bool:
    """Tell whether an organisation with an acronym is in its actor's country and years, in a text of nothing else."""
    known = [r for r in records if r.active.since and is_timely(r, seen.years)]
    perhaps = seen.anywhere(doubtful=True)
    there = any(seen.anywhere() & r.areas or (r.active.until and perhaps & r.areas) for r in known)
    return there and is_tagged(hit.span, "ORG", seen) and not seen.pastimes


def _is_nowhere(records: Iterable[ActorRecord], told: Company, seen: Context) -> bool:
    """Tell whether a text that is full of violence names no country, in the years of those who may be meant."""
    countries = seen.anywhere() | seen.anywhere(doubtful=True)
    known = all(record.active.since and is_timely(record, seen.years) for record in records)
    enough = seen.strife >= (1 if told.acts or told.speaks else _MUCH)
    return not countries and known and enough and seen.grave > seen.pastimes


def _is_introduced(hit: Hit, seen: Context, authority: Authority) -> bool:
    """Tell whether the text says that the name is a group's: "The Base, a neo-Nazi network"."""
    behind = callings(authority).behind
    return behind.match(seen.text, hit.span.end) is not None


def _is_signed(hit: Hit, seen: Context, authority: Authority) -> bool:
    """Tell whether what stands before a name says that a group bears it: "blamed on the Base", "a note signed X"."""
    start = max(0, hit.span.start - _WINDOW)
    return callings(authority).before.search(seen.text[start : hit.span.start]) is not None


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


def _is_published(hit: Hit, records: Iterable[ActorRecord], seen: Context, authority: Authority) -> bool:
    """Tell whether words for what outlets make stand near an outlet's name."""
    outlet = all(record.kind == "media_outlet" for record in records)
    return outlet and not authority.words.published.isdisjoint(near(hit, seen))


def _has_beside(hit: Hit, seen: Context, authority: Authority) -> bool:
    """Tell whether words that speak for an armed group stand near a name."""
    return not authority.words.beside.isdisjoint(near(hit, seen))


def _anywhere(hit: Hit, record: ActorRecord, seen: Context, authority: Authority) -> bool:
    """Tell whether an actor may be meant wherever a text plays: one with branches, or in a text that names no country.

    A force of a state is not: its names are those of other states' forces as well.
    """
    if record.kind in ("state_force", "government"):
        return False
    return not (seen.country or (is_short(hit.name) and seen.anywhere())) or record.id in authority.parents
