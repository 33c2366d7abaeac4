"""A place name is a run of capitalised words that the gazetteer knows, where the words around it let it be a place.

The statistical tagger is one witness among several: it misses names that it never saw and takes villages for people.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tocsin.knowledge.fold import fold
from tocsin.knowledge.places import Gazetteer, PlaceKind, PlaceRecord
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.resolve.places.inflection import plain_forms

Bearers = Callable[[str], tuple[PlaceRecord, ...]]  # of a name

LONGEST = 6
SHOUTED = 0.6
ABBREVIATION = 3  # letters up to which a country, a region or a first division goes before villages (EU, NSW, U.S.)
SHORT_STATE = 4
WELL_KNOWN = 20_000
LARGE = frozenset[PlaceKind](("country", "region", "sea", "admin1"))
FEATURES = frozenset(("region", "sea", "linear"))
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?<=, )[NSW]\. (?:C|D|H|J|M|Y|Va|Dak)\.|"
    r"(?:[Ss]t|[Mm]t|[Ff]t|[Dd]r|Ste)\.|[^\W\d_]+(?:(?:['’ʼ`](?=[^\W\d_])|[\u0300-\u036f\u064b-\u065f])[^\W\d_]*)*"
)
POSSESSIVE = re.compile(r"['’][sS]$")
ENDINGS = frozenset(("'s", "’s", "'S", "’S"))
APOSTROPHES = frozenset("'’")
GAP = re.compile(r"['’]s |[ \xa0\u2028]?[-‐‑–]?[ \xa0\u2028]?|[ \t\xa0]*\n[ \t\xa0]*")
SPACE = re.compile(r"[ \t\xa0\u2028]*\n?[ \t\xa0\u2028]*")
OPENING = re.compile(r"(?:^|[.!?:;\"“”'‘(\[\n•*—–-])[\s\"“‘'(\[]*$")


class Word(NamedTuple):
    """One word of a text; `text` is without a possessive ending, `lower` in small letters.

    `capital` is true of a capital letter and of scripts that have none (`cased` tells them apart).
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool = False
    shouted: bool = False
    cased: bool = False

    @property
    def span(self) -> Span:
        """Return where the word stands."""
        return Span(self.start, self.end)


class Spot(NamedTuple):
    """A name that may be a place; `first` and `last` (exclusive) count words, `support` says how surely it is one.

    `sent` is true of a name in a dateline; `name` are the ids of all places that bear it.
    """

    span: Span
    first: int
    last: int
    records: tuple[PlaceRecord, ...]
    name: tuple[str, ...]
    label: str | None = None
    support: float = 0.0
    sent: bool = False

    @classmethod
    def of(
        cls, span: Span, first: int, last: int, records: tuple[PlaceRecord, ...], label: str | None = None
    ) -> "Spot":
        """Return a name that may be any of some places."""
        return cls(span, first, last, records, tuple([record.id for record in records]), label)

    def among(self, records: tuple[PlaceRecord, ...]) -> "Spot":
        """Return the name as that of some of its places."""
        return self.of(self.span, self.first, self.last, records, self.label)._replace(
            support=self.support, sent=self.sent
        )


@dataclass(frozen=True, slots=True)
class Script:
    """A text cut into words, with what is known of them."""

    text: str
    words: tuple[Word, ...]
    shouted: bool
    small: frozenset[str]
    surnames: frozenset[str]
    labels: dict[int, tuple[Span, str]] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)

    def gap(self, at: int) -> str:
        """Return what stands between a word and the next one."""
        return self.text[self.words[at].end : self.words[at + 1].start]

    def joined(self, at: int) -> bool:
        """Tell whether a word and the next one can belong to one name."""
        return at + 1 < len(self.words) and ((gap := self.gap(at)) == " " or bool(GAP.fullmatch(gap)))

    def before(self, at: int, back: int = 1) -> str:
        """Return the word `back` places before, in small letters; empty across punctuation."""
        if at < back:
            return ""
        for step in range(at - back, at):
            if (gap := self.gap(step)) not in {" ", "-"} and not SPACE.fullmatch(gap):
                return ""
        return self.words[at - back].lower

    def after(self, last: int, on: int = 0) -> str:
        """Return the word `on` places behind a name that ends before `last`, in small letters."""
        if last + on >= len(self.words):
            return ""
        for step in range(last - 1, last + on):
            if (gap := self.gap(step)) != " " and not SPACE.fullmatch(gap):
                return ""
        return self.words[last + on].lower

    def opens(self, at: int) -> bool:
        """Tell whether a word opens a sentence or a quotation."""
        return bool(OPENING.search(self.text[max(0, self.words[at].start - 8) : self.words[at].start]))


def script(page: Annotated, gazetteer: Gazetteer) -> Script:
    """Return the words of a page's text."""
    text = page.document.text
    words = tuple(_words(text))
    capitals = sum(word.shouted for word in words)
    long = sum(len(word.text) > 1 for word in words)
    people = [name.span.of(text) for name in page.names if name.label == "PERSON" and " " in name.span.of(text).strip()]
    given = gazetteer.words["persons"]
    people += [
        f"{one.text} {two.text}"
        for one, two in pairwise(words)
        if one.lower in given and one.capital and two.capital and text[one.end : two.start] == " "
    ]
    return Script(
        text=text,
        words=words,
        shouted=capitals > SHOUTED * long,
        small=frozenset(word.lower for word in words if not word.capital),
        surnames=frozenset(part for name in people for part in re.split(r"[\s-]+", POSSESSIVE.sub("", name.lower()))),
        labels={at: (name.span, name.label) for name in page.names for at in range(name.span.start, name.span.end)},
        tags={token.span.start: token.pos for token in page.tokens},
    )


def _words(text: str) -> Iterator[Word]:
    for hit in WORD.finditer(text):
        whole = hit.group()
        if whole.isalpha() and whole.islower():  # most words
            yield Word(*hit.span(), whole, whole)
            continue
        word = whole[:-2] if whole[-2:] in ENDINGS else whole
        first = word[0]
        start, end = hit.start(), hit.start() + len(word)
        if first.islower() and word.islower():
            yield Word(start, end, word, word)
            continue
        bare = first in "dlDL" and word[1:2] in APOSTROPHES and word[2:3].isupper()
        yield Word(
            start,
            end,
            word,
            word.lower(),
            capital=not first.islower() or bare,
            shouted=len(word) > 1 and word.isupper(),
            cased=first.isupper(),
        )


def spots(written: Script, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Return the names of a text that may be places, in its order, none inside another."""
    found: list[Spot] = []
    end, articles, bearers = 0, gazetteer.words["articles"], cache(gazetteer.lookup)
    for at, word in enumerate(written.words):
        opens = at >= end and (word.capital or (word.lower in articles and _is_led(written, at)))
        if opens and not _money(written, at) and (spot := _longest(written, at, gazetteer, bearers)):
            found.append(spot)
            end = spot.last
    return tuple(found)


def _longest(written: Script, at: int, gazetteer: Gazetteer, bearers: Bearers) -> Spot | None:
    """Return the longest name of the gazetteer that begins with a word."""
    words, links = written.words, gazetteer.words["links"]
    last = at
    while last + 1 < len(words) and last - at < LONGEST - 1 and written.joined(last):
        if not words[last + 1].capital and words[last + 1].lower not in links:
            break
        last += 1
    for end in range(last + 1, at, -1):
        if words[end - 1].capital:
            span = Span(words[at].start, words[end - 1].end)
            name = " ".join(span.of(written.text).split())
            records = bearers(name if end - at > 1 else name.replace(". ", "."))
            if words[at].lower == "the":
                records = tuple(record for record in records if record.name.startswith("The "))
            called = _called(name, written, at, end, gazetteer, bearers)
            records += tuple(each for each in called if each not in records)
            if end - at == 1 and not _is_postal(written, at):
                records = tuple(each for each in records if not _is_short_state(each, name))
            if any(record.kind in LARGE for record in records) and len(fold(name)) <= ABBREVIATION:
                records = _without_villages(records)
            if records and not _chance(written, at, end, records):
                label = written.labels.get(span.start, (span, None))[1]
                return Spot.of(span, at, end, records, label)
    return _bent(written, at, gazetteer)


def _called(
    name: str, written: Script, at: int, end: int, gazetteer: Gazetteer, bearers: Bearers
) -> tuple[PlaceRecord, ...]:
    """Return the features that a name bears with a type word in small letters beside it: "the Sutlej river"."""
    kinds, words = gazetteer.words["features"], written.words
    found: tuple[PlaceRecord, ...] = ()
    if end < len(words) and words[end].lower in kinds and not words[end].cased and (after := written.after(end)):
        found += bearers(f"{name} {after}")
    if at and words[at - 1].lower in kinds and not words[at - 1].cased and (before := written.before(at)):
        found += bearers(f"{before} {name}")
    return tuple(record for record in found if record.kind in FEATURES)


def _is_short_state(record: PlaceRecord, name: str) -> bool:
    """Tell whether a name is a state's in short ("Kan")."""
    short = len(name) <= SHORT_STATE and name.isascii() and name[1:].islower()
    return (
        short and record.kind == "admin1" and record.country in ("US", "CA", "AU") and fold(record.name) != fold(name)
    )


def _is_postal(written: Script, at: int) -> bool:
    """Tell whether a word stands as the state of a town does: behind a comma, or cut short by a full stop."""
    behind = at > 0 and written.gap(at - 1) in {", ", ",", " ("}
    return behind or written.text[written.words[at].end :].startswith(".")


def _without_villages(records: tuple[PlaceRecord, ...]) -> tuple[PlaceRecord, ...]:
    """Return the large places of a short name, and the towns after which they are called ("Gao")."""
    large = {record.name for record in records if record.kind in LARGE}
    return tuple(record for record in records if record.kind in LARGE or record.admin1 in large)


def _bent(written: Script, at: int, gazetteer: Gazetteer) -> Spot | None:
    """Return the well-known place of which a word is a bent form."""
    word = written.words[at]
    for front, plain in plain_forms(word.text):
        records = gazetteer.notable(plain, LARGE, WELL_KNOWN)
        if records:
            return Spot.of(Span(word.start + front, word.end), at, at + 1, records)
    return None


def _money(written: Script, at: int) -> bool:
    """Tell whether a word stands before a sum: US$100."""
    word, text = written.words[at], written.text
    return text[word.end : word.end + 1] in {"$", "£", "€"} or text[max(0, word.start - 1) : word.start] == "$"


def _is_led(written: Script, at: int) -> bool:
    """Tell whether an article in small letters stands right before a capitalised word."""
    if at + 1 == len(written.words):
        return False
    return written.words[at + 1].capital and written.gap(at) in {"-", "‐", "‑", " "}


def _chance(written: Script, at: int, end: int, records: tuple[PlaceRecord, ...]) -> bool:
    """Tell whether only a village happens to bear the letters of an abbreviation (IS, US, AU)."""
    word = written.words[at]
    if end - at > 1 or len(fold(word.text)) > 3:
        return False
    behind = at > 0 and written.gap(at - 1) in {", ", ","}
    if behind and any(record.kind == "admin1" for record in records):
        return False
    if not word.text.isascii() or not word.shouted:
        return len(word.text) < 3
    if len(word.text) == 2 and not any(
        record.kind == "country" or record.id.startswith("tocsin:") for record in records
    ):
        return True
    return all(record.kind in {"settlement", "admin2"} for record in records)
