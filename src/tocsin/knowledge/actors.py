"""The authority: who the armed groups, their outlets and the named forces of states are, and by what names.

`load_actors()` reads the compiled records; `Authority.find(text)` finds their names. A name that several records bear
is a fact, not a fault: a hit then has several ids, and who is meant is for the reader of the whole text to settle.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Literal

import msgspec

from tocsin.errors import KnowledgeError
from tocsin.knowledge.names import Entry, Hit, NameIndex, Word
from tocsin.knowledge.parting import PartingWords
from tocsin.knowledge.spellings import SpellingIndex
from tocsin.model.values import ActorKind

RelationKind = Literal[
    "province_of",
    "branch_of",
    "split_from",
    "merged_into",
    "part_of",
    "front_of",
    "ally_of",
    "hostile_to",
    "not_same_as",
    "media_arm_of",
    "speaks_for",
]
Standing = Literal["official", "supporter", "disputed"]
_NUMBERED = re.compile(r"([A-Z]{1,4})(-?)(\d{1,3})")
BRANCHING: frozenset[RelationKind] = frozenset({"province_of", "branch_of"})
PARTING: frozenset[RelationKind] = BRANCHING | {"part_of", "front_of", "media_arm_of", "ally_of"}


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of a record with the key of the source that has it.

    A `weak` name is shared with other things; a `word` is weak and reads as a word without its case; `former` ones were
    given up, in `until` where that is known.
    """

    name: str
    source: str
    weak: bool = False
    word: bool = False
    former: bool = False
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of one record to another, from and to a year or day where known, with the source of the fact.

    `standing` is what the source calls an outlet; `called` are the words by which news tells a branch of its parent.
    """

    type: RelationKind
    to: str
    source: str
    since: str | None = None
    until: str | None = None
    standing: Standing | None = None
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """Countries where an actor is active, by ISO code, with the source of the fact."""

    countries: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Active:
    """The years in which an actor was active, null where open or unknown, with the source of the fact."""

    since: int | None = None
    until: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A designation: who listed, on which list, when (ISO date, or null where the source gives none)."""

    by: str
    list: str
    source: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class External:
    """The number of a record in somebody else's scheme (`ucdp`, `wikidata`, `un` …), with the source of the fact."""

    scheme: str
    id: str
    source: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A name of this record that means others of `others` too: in the countries `where`, or (none given) anywhere, and
    in the years from `since` to `until`, or (none given) at any time.
    """

    name: str
    others: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRecord:
    """One actor; every fact cites a key of `sources`, and `checked` is the day on which all were checked against them.

    `areas` are all countries of `ranges`.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[Naming, ...] = ()
    ties: tuple[Tie, ...] = ()
    ranges: tuple[Range, ...] = ()
    active: Active = Active()
    listings: tuple[Listing, ...] = ()
    ids: tuple[External, ...] = ()
    shared: tuple[Shared, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    checked: str | None = None

    @property
    def areas(self) -> frozenset[str]:
        """Return the countries where the actor is active."""
        return frozenset(code for one in self.ranges for code in one.countries)

    def entries(self) -> Iterator[Entry]:
        """Yield every name of the record for an index; letters and a number stand with a hyphen or without: M-19."""
        for naming in self.names:
            yield Entry(naming.name, self.id, weak=naming.weak, word=naming.word)
            if numbered := _NUMBERED.fullmatch(naming.name):
                letters, hyphen, number = numbered.groups()
                yield Entry(letters + ("" if hyphen else "-") + number, self.id, weak=naming.weak, word=naming.word)


@dataclass(frozen=True, slots=True)
class ForceNoun:
    """A general noun for a force or an organ of a state ("police", "interior ministry") and what it is called.

    `bare` nouns need no article or country; a place behind a `placed` one says whose it is ("police in Maiduguri").
    """

    label: str
    kind: ActorKind
    names: tuple[str, ...]
    bare: bool = True
    placed: bool = False


@dataclass(frozen=True, slots=True)
class StateWords:
    """How forces of states are named: nouns; the words behind one that make it a description, or a person of the force;
    the words before one that make it somebody else's; the phrases that never mean a force; and the labels of nouns with
    which a `proper` name may end that is no state's.
    """

    nouns: tuple[ForceNoun, ...]
    describes: frozenset[str]
    people: frozenset[str]
    foreign: frozenset[str]
    never: tuple[str, ...]
    proper: frozenset[str]


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words near a doubtful name that speak for an armed group, words for a part of one and for its people and
    kinds, words inside unknown names that tell their kind, and small words in or before names.

    `areal` and `torn` are those words for a part that tell it by where it is, or as one that broke off, `mediums` those
    for an outlet, `nameless` those that tell none; `plain`, `military` and `outlets` words stand before them,
    `epithets` for a whole, and `regions` are countries by an adjective.
    """

    beside: frozenset[str]
    branches: frozenset[str]
    areal: frozenset[str]
    torn: frozenset[str]
    breaking: frozenset[str]
    mediums: Mapping[str, frozenset[str]]
    nameless: frozenset[str]
    plain: frozenset[str]
    parting: PartingWords
    military: frozenset[str]
    tied: frozenset[str]
    epithets: frozenset[str]
    caliphates: Mapping[str, str]
    regions: Mapping[str, frozenset[str]]
    men: frozenset[str]
    bands: frozenset[str]
    banners: frozenset[str]
    bearers: frozenset[str]
    shared: frozenset[str]
    rising: frozenset[str]
    standards: frozenset[str]
    harm: frozenset[str]
    outrages: frozenset[str]
    peaceful: frozenset[str]
    armed: tuple[str, ...]
    heads: frozenset[str]
    common: frozenset[str]
    no_actor: frozenset[str]
    units: frozenset[str]
    outlets: frozenset[str]
    joining: frozenset[str]
    joints: tuple[str, ...]
    openers: frozenset[str]
    articles: frozenset[str]
    before_dates: frozenset[str]
    groups: frozenset[str]
    things: frozenset[str]
    genres: frozenset[str]
    places: frozenset[str]
    deeds: frozenset[str]
    speech: frozenset[str]
    suffered: frozenset[str]
    aimed: frozenset[str]
    published: frozenset[str]
    papers: frozenset[str]
    cadres: frozenset[str]
    led: frozenset[str]
    voices: frozenset[str]
    strife: frozenset[str]
    pastimes: frozenset[str]
    everyday: frozenset[str]
    firms: frozenset[str]
    playful: frozenset[str]
    doubts: tuple[str, ...]
    either: str

    def bearing(self) -> frozenset[str]:
        """Return the nouns for what bears a name: an army, a faction, a gang."""
        bands = frozenset(word for word in self.bands if " " not in word)
        return self.heads | bands | self.epithets | frozenset(word for word in self.armed if " " not in word)


@dataclass(frozen=True, slots=True)
class CountryWords:
    """The title of each country by its code, and the code by every name and adjective, folded."""

    titles: Mapping[str, str]
    codes: Mapping[str, str]


Overlay = Callable[[tuple[ActorRecord, ...]], tuple[tuple[ActorRecord, ...], tuple[str, ...]]]


class _Compiled(msgspec.Struct):
    actors: tuple[ActorRecord, ...]
    state: StateWords
    words: ActorWords
    countries: CountryWords


@dataclass(frozen=True, slots=True)
class Authority:
    """All records by id, the index of their names, the words about actors, and the index of nouns for forces of states.

    A hit in `nouns` has the noun's label as its id, or none where the phrase means no force. `parents` are the actors
    that have provinces or branches, `parts` who is part, outlet, ally or splinter of an actor, or told by words, by its
    id; `spellings` finds names that are spelled alike. `conflicts` says what in a user's own records does not agree.
    """

    records: Mapping[str, ActorRecord]
    names: NameIndex
    nouns: NameIndex
    state: StateWords
    words: ActorWords
    countries: CountryWords
    parents: frozenset[str]
    parts: Mapping[str, tuple[tuple[ActorRecord, Tie], ...]]
    spellings: SpellingIndex
    conflicts: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        records: Iterable[ActorRecord],
        *,
        state: StateWords,
        words: ActorWords,
        countries: CountryWords,
        conflicts: tuple[str, ...] = (),
    ) -> "Authority":
        """Index the names of records and the nouns for forces."""
        by_id = {record.id: record for record in records}
        parts: defaultdict[str, list[tuple[ActorRecord, Tie]]] = defaultdict(list)
        for record in by_id.values():
            for tie in record.ties:
                if tie.type in PARTING or tie.type == "split_from" or tie.called:
                    parts[tie.to].append((record, tie))
                if tie.called:  # it may tell one who bears the whole's name from namesakes: the Provisional IRA
                    parts[record.id].append((record, tie))
        names = NameIndex.of(entry for record in by_id.values() for entry in record.entries())
        nouns = [Entry(name, noun.label) for noun in state.nouns for name in noun.names]
        return cls(
            by_id,
            names,
            NameIndex.of([*nouns, *(Entry(name, "") for name in state.never)]),
            state,
            words,
            countries,
            frozenset(tie.to for r in by_id.values() for tie in r.ties if tie.type in BRANCHING),
            {to: tuple(found) for to, found in parts.items()},
            SpellingIndex.of(names.forms(), words.bearing() | words.common),
            conflicts,
        )

    def record(self, actor_id: str) -> ActorRecord:
        """Return a record; raise `KnowledgeError` where there is none of that id."""
        try:
            return self.records[actor_id]
        except KeyError:
            raise KnowledgeError(actor_id, "no such actor in the authority") from None

    def find(self, text: str, row: tuple[Word, ...] | None = None) -> tuple[Hit, ...]:
        """Return the names of known actors in a text, in order: the ids of a hit are not settled yet."""
        return self.names.find(text, row)


def load_actors(overlay: Overlay | None = None) -> Authority:
    """Read the shipped authority, with what an overlay makes of its records where there is one."""
    raw = (files("tocsin.data") / "actors.json").read_bytes()
    compiled = msgspec.json.decode(raw, type=_Compiled)
    records, conflicts = overlay(compiled.actors) if overlay else (compiled.actors, ())
    return Authority.of(
        records, state=compiled.state, words=compiled.words, countries=compiled.countries, conflicts=conflicts
    )
