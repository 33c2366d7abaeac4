"""A name that other things bear is something else's where it stands: a person's, a day's, a ship's, a place's, a word.

What the tree says of it, what goes before and behind it, and what the text is about speak against an actor.
"""

import re
from collections.abc import Iterable, Sequence

from tocsin.knowledge.actors import ActorRecord, Authority
from tocsin.knowledge.names import Hit, folded
from tocsin.model.text import Span
from tocsin.resolve.actors.company import Company
from tocsin.resolve.actors.context import Context, is_short, place

_NEAR = 8  # words
_WHERE = frozenset(("in", "at", "into", "inside", "near", "through", "along", "under"))
DATE = re.compile(r"^\d+ [A-Z]|[a-z] \d+$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_tagged(span: Span, label: str, seen: Context) -> bool:
    """Tell whether the tagger gave a label to what stands in a span."""
    return any(name.label == label and name.span.meets(span) for name in seen.page.names)


def is_otherwise(hit: Hit, records: Sequence[ActorRecord], told: Company, seen: Context, authority: Authority) -> bool:
    """Tell whether something else bears a name: a person, a day, a work, a ship, a place, a month of somebody's own."""
    first, after = place(hit.span, seen.row)
    outlet = all(record.kind == "media_outlet" for record in records)
    if outlet and hit.weak and near(hit, seen) & authority.words.papers:
        return True
    if not outlet and (told.other or _is_thing(hit, after, seen, authority)):
        return True
    if _is_person(hit, seen) or (not outlet and not told.armed and _is_topical(hit, records, seen, authority)):
        return True
    if not outlet and not hit.weak and not tells_itself(hit, authority) and _is_idle(hit, records, told, seen):
        return True
    if hit.weak or not tells_itself(hit, authority):
        if (told.own or told.longer or _is_tied_to_thing(hit, records, told, seen)) and not told.armed:
            return True
        if is_short(hit.name) and hit.weak and told.preposition in _WHERE and not told.armed:
            return True
    if not hit.weak:
        return False
    if _is_plain(hit, records, told, seen) or _is_lasting(hit, records, seen, authority):
        return True
    if _is_surname(hit, first, seen, authority) or _is_date(hit, first, after, seen, authority):
        return True
    return _goes_on(hit, after, seen) or (is_word(hit, records) and _is_shouted(first, after, seen))


def _is_plain(hit: Hit, records: Iterable[ActorRecord], told: Company, seen: Context) -> bool:
    """Tell whether a name is a place's, is read as a verb, or opens a sentence and is read as a noun."""
    if told.armed or not seen.sure.isdisjoint(record.id for record in records):
        return False
    if not (told.acts or told.speaks) and any(not one.doubtful and one.span.holds(hit.span) for one in seen.spoken):
        return True
    pos = {token.pos for token in seen.page.tokens if token.span.meets(hit.span)}
    opens = seen.sentence(hit.span).start == hit.span.start
    return is_word(hit, records) and (pos == {"VERB"} or (opens and bool(pos) and "PROPN" not in pos))


def _is_lasting(hit: Hit, records: Iterable[ActorRecord], seen: Context, authority: Authority) -> bool:
    """Tell whether a name is part of a longer one here or before: "Leicester Tigers" and then "the Tigers"."""
    if not seen.sure.isdisjoint(record.id for record in records):
        return False
    name = re.escape(hit.span.of(seen.text))
    if hit.name.startswith("The ") and re.search(rf"\b{name} of (?:the )?[A-Z]", seen.text[: hit.span.end + 8]):
        return True
    before = re.compile(rf"([A-Z][\w’'-]+) {name}\b").finditer(seen.text, 0, hit.span.start)
    known = authority.words.articles | authority.words.openers | authority.countries.codes.keys()
    return " " not in hit.name and any(match[1].lower() not in known for match in before)


def is_word(hit: Hit, records: Iterable[ActorRecord]) -> bool:
    """Tell whether a name reads as a word without its case."""
    return any(naming.word and folded(hit.name) == folded(naming.name) for r in records for naming in r.names)


def tells_itself(hit: Hit, authority: Authority) -> bool:
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
    return away and not part and not (is_tagged(hit.span, "ORG", seen) and not seen.pastimes)


def _is_topical(hit: Hit, records: Sequence[ActorRecord], seen: Context, authority: Authority) -> bool:
    """Tell whether a text of sport, arts or business has a name that need not be its actor's, outside its countries."""
    here = any(seen.is_home(record) for record in records)
    mistakable = hit.weak or " " not in hit.name
    return mistakable and not here and seen.pastimes > seen.grave + (not hit.weak) and not tells_itself(hit, authority)


def near(hit: Hit, seen: Context) -> frozenset[str]:
    """Return the words that stand near a name."""
    first, after = place(hit.span, seen.row)
    return frozenset(word.fold for word in (*seen.row[max(0, first - _NEAR) : first], *seen.row[after : after + _NEAR]))


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
    if not DATE.search(hit.name):
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
